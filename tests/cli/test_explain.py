"""``kg explain``: what stands behind an entity or an event."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from kg.model import DecisionKind, EventLink, KnowledgeBase, Score
from kg.resolve import Line, Selector, bind, resolve
from tests.cli.conftest import Run
from tests.resolve.builders import body, facts, person
from tests.samples import sample_knowledge_base


def written(folder: Path, knowledge: KnowledgeBase) -> Path:
    (folder / "knowledge.json").write_bytes(msgspec.json.encode(knowledge))
    return folder


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return written(tmp_path, sample_knowledge_base())


def test_an_entity_is_found_whatever_its_accents_and_capitals(run: Run, sample: Path) -> None:
    lines = run("explain", sample, "RESEAU atlas").stdout.splitlines()
    assert lines[0] == "Organization Réseau Atlas  (id atlas)"
    assert "also called: Atlas Network" in lines
    assert "  maroc/arrestation.txt: Réseau Atlas (2)" in lines


def test_an_event_names_those_of_other_documents_that_may_be_the_same(run: Run, tmp_path: Path) -> None:
    link = EventLink("arrest", "trial", Score(0.8, "both with Karim Belhaj; the same day (2024-01-10)"))
    folder = written(tmp_path, replace(sample_knowledge_base(), event_links=(link,)))
    lines = run("explain", folder, "trial").stdout.splitlines()
    at = lines.index("the same happening as, no document says so:")
    assert lines[at + 1].startswith("  0.80 ")
    assert "id arrest" in lines[at + 1]
    assert lines[at + 2 : at + 4] == ["       both with Karim Belhaj", "       the same day (2024-01-10)"]


def test_merges_are_told_with_score_and_reason_part_by_part(run: Run, tmp_path: Path) -> None:
    told = [
        facts("a.txt", person("Nadia Bouzerda", age=41), day="2020-01-01"),
        facts("b.txt", person("Nadya Bouzerda", age=41), day="2020-02-01"),
    ]
    shown = run("explain", written(tmp_path, resolve(told)), "nadya bouzerda").stdout
    assert "brought together from 2 entities of documents:" in shown
    assert "Nadia Bouzerda (a.txt)" in shown
    assert "Nadya Bouzerda (b.txt)" in shown
    assert "\n       name 0.94: 'Nadia Bouzerda' and 'Nadya Bouzerda' are spellings of one name\n" in shown
    assert "\n       age +0.10: age 41 fits age 41\n" in shown


def test_links_are_told_with_their_reason(run: Run, sample: Path) -> None:
    shown = run("explain", sample, "Casablanca").stdout
    assert "  geonames 2553604: largest of 2 places of that name" in shown
    assert "\n       within Casablanca-Settat, Maroc (by the gazetteer)\n" in shown


def test_decisions_are_told_with_what_they_did(run: Run, tmp_path: Path) -> None:
    told = [facts("a.txt", person("Nadia Bouzerda")), facts("b.txt", person("N. B."))]
    who = Selector(doc="a.txt", name="Nadia Bouzerda"), Selector(doc="b.txt", name="N. B.")
    knowledge = resolve(told, decisions=bind([Line(DecisionKind.SAME, who, "analyst", "2024-01-15", "one case")], told))
    shown = run("explain", written(tmp_path, knowledge), "Nadia Bouzerda").stdout
    assert "  same by analyst on 2024-01-15: one case\n       brought together: Nadia Bouzerda" in shown


def test_an_event_is_told_by_its_claims_with_sentence_rule_status_and_source(run: Run, sample: Path) -> None:
    shown = run("explain", sample, "arrest").stdout
    assert "Arrest Arrest : arrêté  (id arrest)" in shown
    assert "  patient Karim Belhaj  [Asserted, according to DGSN; 1 independent source; id " in shown
    assert "fr/patient.test, maroc/arrestation.txt " in shown
    assert "La police marocaine a arrêté Karim Belhaj" in shown


def test_several_of_one_name_are_listed_and_an_id_tells_them_apart(run: Run, tmp_path: Path) -> None:
    told = [facts("a.txt", person("Nadia Bouzerda")), facts("b.txt", body("Bouzerda"))]
    output = written(tmp_path, resolve(told))
    lines = run("explain", output, "bouzerda").stdout.splitlines()
    assert "Organization Bouzerda" in lines[0]
    several = run("explain", written(tmp_path, resolve([*told, facts("c.txt", person("Bouzerda"))])), "bouzerda").stdout
    assert several.startswith("2 things are called 'bouzerda'")
    id_ = several.splitlines()[1].split()[0]
    assert f"(id {id_})" in run("explain", output, id_).stdout


@pytest.mark.parametrize("name", ["nobody", "", "  "])
def test_a_name_that_nothing_has_is_one_line(run: Run, sample: Path, name: str) -> None:
    result = run("explain", sample, name)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "nothing is called" in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("content", [None, b"", b"{}", b"\xff", json.dumps({"documents": 3}).encode()])
def test_a_folder_without_a_knowledge_base_is_one_line(run: Run, tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "knowledge.json").write_bytes(content)
    result = run("explain", tmp_path, "x")
    assert result.exit_code == 1
    assert "knowledge.json" in result.stderr
    assert len(result.stderr.splitlines()) == 1
