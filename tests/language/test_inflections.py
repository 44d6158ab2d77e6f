"""The table of verb forms and its loader."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import DataError
from kg.language.inflections import TAGS, Inflection, Inflections, load_inflections, without_accents
from kg.vocabulary import load_vocabulary

FR = load_inflections("fr")
ROWS = [line.split("\t") for line in FR.lines]


def reading(form: str, lemma: str) -> frozenset[str]:
    (found,) = [r for r in FR.lookup(form) if r.lemma == lemma]
    return found.tags


def test_lines_are_sorted_and_unique() -> None:
    assert list(FR.lines) == sorted(set(FR.lines))


def test_lines_hold_form_lemma_and_known_tags() -> None:
    assert [row for row in ROWS if len(row) != 3 or not set(row[2].split("|")) <= TAGS] == []


def test_forms_are_single_lower_case_words() -> None:
    assert [row[0] for row in ROWS if row[0] != row[0].lower() or " " in row[0] or "'" in row[0]] == []


def test_every_trigger_verb_is_conjugated() -> None:
    infinitives = {row[1] for row in ROWS if "inf" in row[2].split("|") and row[0] == row[1]}
    wanted = {
        trigger.lemma.split(" ")[0]
        for event in load_vocabulary().events.values()
        for trigger in event.triggers["fr"]
        if trigger.kind in ("verb", "expression")
    }
    assert sorted(wanted - infinitives) == []


def test_every_verb_has_all_simple_tenses() -> None:
    tagged: dict[str, set[str]] = {}
    for _, lemma, tags in ROWS:
        tagged.setdefault(lemma, set()).update(tags.split("|"))
    assert [lemma for lemma, tags in tagged.items() if not {"pres", "impf", "fut", "cond"} <= tags] == []


# Forms that taggers get wrong, and the ones that tell the conditional from the imperfect and the future.
@pytest.mark.parametrize(
    ("form", "lemma", "tags"),
    [
        ("interpelle", "interpeller", {"imp", "pres", "subj"}),
        ("interpellèrent", "interpeller", {"past"}),
        ("arrêtées", "arrêter", {"part.past.f.p"}),
        ("préparerait", "préparer", {"cond"}),
        ("préparait", "préparer", {"impf"}),
        ("menacerait", "menacer", {"cond"}),
        ("menaçait", "menacer", {"impf"}),
        ("extradera", "extrader", {"fut"}),
        ("tirait", "tirer", {"impf"}),
        ("dément", "démentir", {"pres"}),
        ("abattu", "abattre", {"part.past.m.s"}),
        ("abattirent", "abattre", {"past"}),
        ("mis", "mettre", {"part.past.m.p", "part.past.m.s", "past"}),
        ("mort", "mourir", {"part.past.m.s"}),
        ("mourut", "mourir", {"past"}),
        ("élu", "élire", {"part.past.m.s"}),
        ("dissoute", "dissoudre", {"part.past.f.s"}),
        ("enfui", "enfuir", {"part.past.m.s"}),
        ("démantèle", "démanteler", {"imp", "pres", "subj"}),
        ("déférés", "déférer", {"part.past.m.p"}),
        ("aurait", "avoir", {"cond"}),
        ("serait", "être", {"cond"}),
        ("exfiltrés", "exfiltrer", {"part.past.m.p"}),
        ("connait", "connaître", {"pres"}),
        ("connaît", "connaître", {"pres"}),
    ],
)
def test_tags_of_a_form(form: str, lemma: str, tags: set[str]) -> None:
    assert reading(form, lemma) == tags


def test_a_form_of_two_verbs_has_both_readings() -> None:
    assert [r.lemma for r in FR.lookup("vit")] == ["vivre", "voir"]


@pytest.mark.parametrize("word", ["pendant", "devant", "maintenant", "puis", "plus", "entre", "contre", "tu", "du"])
def test_a_small_word_is_no_form(word: str) -> None:
    assert FR.lookup(word) == ()


def test_an_unknown_word_has_no_reading() -> None:
    assert FR.lookup("zzz") == FR.lookup("") == ()


def test_the_prefix_of_a_form_is_not_that_form() -> None:
    assert FR.lookup("interpell") == ()


def test_words_in_capitals_are_found_without_their_accents() -> None:
    found = FR.lookup_capitals("ARRETES")
    assert {tag for r in found if r.lemma == "arrêter" for tag in r.tags} == {"pres", "subj", "part.past.m.p"}


@given(st.sampled_from(FR.lines))
def test_every_line_is_found_by_its_form(line: str) -> None:
    form, lemma, tags = line.split("\t")
    assert Inflection(lemma, frozenset(tags.split("|"))) in FR.lookup(form)


@given(st.sampled_from(FR.lines))
def test_capitals_find_at_least_what_the_plain_form_finds(line: str) -> None:
    form = line.split("\t")[0]
    assert set(FR.lookup(form)) <= set(FR.lookup_capitals(form.upper()))


@given(st.text())
def test_taking_accents_away_twice_is_taking_them_once(text: str) -> None:
    assert without_accents(without_accents(text)) == without_accents(text)


def test_loading_is_quick(tmp_path: Path) -> None:
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "inflections.tsv").write_text("\n".join(FR.lines), encoding="utf-8")
    begin = time.process_time()
    loaded = load_inflections("fr", tmp_path)
    assert loaded.lookup("arrêté")
    assert time.process_time() - begin < 0.25


def test_the_table_is_loaded_once() -> None:
    assert load_inflections("fr") is FR


def test_a_missing_table_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="build_inflections"):
        load_inflections("xx", tmp_path)


@pytest.mark.parametrize("content", ["", "arrêter\n", "a\tb\n"])
def test_a_malformed_table_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "inflections.tsv").write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match="parted by tabs"):
        load_inflections("fr", tmp_path)


def test_readings_come_sorted_by_lemma() -> None:
    table = Inflections(("suis\tsuivre\tpres", "suis\têtre\tpres"))
    assert [r.lemma for r in table.lookup("suis")] == ["suivre", "être"]
