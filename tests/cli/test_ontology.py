from __future__ import annotations

from pathlib import Path

import pytest

from kg.rdf import generate
from tests.cli.conftest import Run


def test_what_is_up_to_date_is_status_0_in_silence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generate, "stale", lambda: "")
    result = run("ontology", "--check")
    assert (result.exit_code, result.output) == (0, "")


def test_what_is_stale_is_shown_and_status_3(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generate, "stale", lambda: "-old\n+new")
    result = run("ontology", "--check")
    assert (result.exit_code, result.output) == (3, "-old\n+new\n")


def test_the_files_that_are_written_are_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generate, "write", lambda: (Path("kg.ttl"), Path("shapes.ttl")))
    assert run("ontology").output == "wrote kg.ttl\nwrote shapes.ttl\n"
