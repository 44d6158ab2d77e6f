"""What all tests share: the golden files and settings of hypothesis."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

GOLDEN = Path(__file__).parent / "golden"

# The same examples at every run; slow machines are not failures.
settings.register_profile("kg", derandomize=True, deadline=None, database=None)
settings.load_profile("kg")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regenerate-golden",
        action="store_true",
        help="write tests/golden/ anew; read the difference before keeping it",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], str]:
    """The content of a golden file; under ``--regenerate-golden`` it becomes ``actual`` first."""

    def read(name: str, actual: str) -> str:
        file = GOLDEN / name
        if request.config.getoption("--regenerate-golden"):
            file.write_text(actual, encoding="utf-8", newline="\n")
        return file.read_text(encoding="utf-8")

    return read
