"""Writing the generated files, and noticing that they are out of date."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg.rdf import generate
from kg.vocabulary import ONTOLOGY, load_vocabulary


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the data of the ontology without generated files."""
    copy = tmp_path / "ontology"
    shutil.copytree(ONTOLOGY, copy, ignore=shutil.ignore_patterns("*.ttl"))
    return copy


def test_what_was_written_is_not_stale(folder: Path) -> None:
    written = generate.write(folder)
    assert [file.name for file in written] == ["kg.ttl", "shapes.ttl"]
    assert generate.stale(folder) == ""


def test_missing_files_are_stale(folder: Path) -> None:
    assert "+kg:Arrest a owl:Class" in generate.stale(folder)


def test_a_change_in_the_data_shows_as_a_difference(folder: Path) -> None:
    generate.write(folder)
    event = folder / "events" / "arrest.yaml"
    event.write_text(event.read_text(encoding="utf-8").replace("plover: COERCE", "plover: CHANGED"), encoding="utf-8")
    load_vocabulary.cache_clear()
    assert '+    kg:plover "CHANGED" ;' in generate.stale(folder)


def test_a_change_by_hand_shows_as_a_difference(folder: Path) -> None:
    generate.write(folder)
    with (folder / "shapes.ttl").open("a", encoding="utf-8") as file:
        file.write("# by hand\n")
    assert "-# by hand" in generate.stale(folder)


def test_check_prints_the_difference_and_fails(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(generate, "ONTOLOGY", folder)
    assert generate.main(["--check"]) == 1
    assert "+kg:Arrest" in capsys.readouterr().out
    assert generate.main([]) == 0
    assert generate.main(["--check"]) == 0
    assert capsys.readouterr().out == ""


def test_unknown_arguments_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert generate.main(["--force"]) == 2
    assert "usage" in capsys.readouterr().err


def test_the_committed_files_are_those_that_the_data_give() -> None:
    assert generate.stale() == "", "run `kg ontology`"
