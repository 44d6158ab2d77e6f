from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from tests.query.conftest import sample_folder

__all__ = ["sample_folder"]

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def run() -> Run:
    """Runs ``kg`` in this process with the arguments given; a bug's exception is raised, not reported."""
    runner = CliRunner()

    def invoke(*arguments: object) -> Result:
        return runner.invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)

    return invoke
