"""The parts of the table's generator that need no conjugator."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import DataError
from tools.build_inflections import bare_verb, cue_verbs, read_verbs, with_new_spelling


@pytest.mark.parametrize(
    ("entry", "verb"),
    [
        ("s'évader", "évader"),
        ("se rendre", "rendre"),
        ("mettre en examen", "mettre"),
        ("recevoir_agent", "recevoir"),
        ("coup de filet", None),
    ],
)
def test_the_verb_that_opens_an_entry(entry: str, verb: str | None) -> None:
    assert bare_verb(entry) == verb


def test_a_list_of_verbs_with_forms_left_out_and_added(tmp_path: Path) -> None:
    file = tmp_path / "verbs.txt"
    file.write_text("# comment\n\ndire aller # two\n! puis pouvoir\n+ faut falloir pres\n", encoding="utf-8")
    verbs = read_verbs(file)
    assert verbs.lemmas == {"dire", "aller"}
    assert verbs.left_out == {("puis", "pouvoir")}
    assert verbs.added == {("faut", "falloir", "pres")}


@pytest.mark.parametrize("line", ["attentat", "! puis", "+ faut falloir present"])
def test_another_line_is_refused_with_its_number(tmp_path: Path, line: str) -> None:
    file = tmp_path / "verbs.txt"
    file.write_text(f"dire\n{line}\n", encoding="utf-8")
    with pytest.raises(DataError, match=":2:"):
        read_verbs(file)


def test_verbs_of_cue_lists_and_of_nothing_else(tmp_path: Path) -> None:
    text = "reporting_verbs: [dire, se taire]\nlight_verbs: {agent: [mener]}\nnouns: [hiver]\n"
    (tmp_path / "cues.yaml").write_text(text, encoding="utf-8")
    assert cue_verbs(tmp_path) == {"dire", "taire", "mener"}


def test_the_spelling_of_1990_spares_the_simple_past_and_its_twins() -> None:
    forms = {"connaît": {"pres"}, "connûmes": {"past"}, "dû": {"part.past.m.s"}}
    assert with_new_spelling(forms) == {**forms, "connait": {"pres"}}
