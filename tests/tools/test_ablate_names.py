from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.parsed import Doc
from tests.extract.docs import parse
from tests.extract.papers import lexicon, marked, readings
from tools.ablate_names import (
    Named,
    as_they_come,
    compare,
    found_by,
    one_by_one,
    read_bench,
    table,
    with_table,
    without_gazetteers,
)

ORG, PER, LOC = "Organization", "Person", "Place"

#: a reader of annotations as small as can be: the first word of each text is a person
GOLD = """
from dataclasses import dataclass
from types import SimpleNamespace

@dataclass(frozen=True)
class Span:
    doc: str
    begin: int
    end: int

def load(folder):
    texts = {p.name: p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.txt"))} | ABSENT
    spans = {Span(doc, 0, len(text.split()[0])) for doc, text in texts.items()}
    return SimpleNamespace(texts=texts, entities={"someone": SimpleNamespace(type="Person", named=spans)})
"""


def sees(name: str, label: str) -> Doc:
    return marked(parse(f"il/PRON/nsubj/voit voit/VERB {name}/PROPN/obj/voit"), **{name: label})


def titled() -> Doc:
    doc = parse("il/PRON/nsubj/voit voit/VERB président/NOUN/obj/voit Zarbi/PROPN/appos/président")
    return marked(doc, président_Zarbi="PER")


def bench(folder: Path, absent: str = "{}") -> Path:
    for name in ("seeds", "dev"):
        (folder / name).mkdir()
        (folder / name / "one.txt").write_text(f"Zarbi, de {name}, est parti.\n", encoding="utf-8")
    (folder / "gold.py").write_text(GOLD.replace("ABSENT", absent), encoding="utf-8")
    return folder


def test_names_come_as_the_model_draws_them_and_misc_is_none() -> None:
    found = as_they_come(readings(titled(), sees("Zarbinol", "MISC"), sees("Zarbistan", "LOC")))
    assert [(name.text, name.type.value) for name in found] == [("président Zarbi", PER), ("Zarbistan", LOC)]


def test_nothing_is_seen_in_passages_that_are_not_parsed() -> None:
    assert as_they_come(readings(titled(), parsed=False)) == []


def test_rules_trim_names_without_the_gazetteers() -> None:
    found = one_by_one(readings(titled()), without_gazetteers(lexicon()))
    assert [(name.text, name.type.value) for name in found] == [("Zarbi", PER)]


def test_gazetteers_are_what_the_stage_without_them_lacks() -> None:
    doc = parse(
        "il/PRON/nsubj/vit vit/VERB à/ADP/case/Paris Paris/PROPN/obl:mod/vit sans/ADP/case/Daech Daech/PROPN/obl"
    )
    found = one_by_one(readings(doc), lexicon())
    assert [(name.text, name.type.value) for name in found] == [("Paris", LOC), ("Daech", ORG)]
    assert one_by_one(readings(doc), without_gazetteers(lexicon())) == []


def test_readings_know_nothing_of_each_other_before_consistency() -> None:
    found = one_by_one(readings(sees("Zarbi", "PER"), sees("Zarbi", "ORG")), lexicon())
    assert [name.type.value for name in found] == [PER, ORG]


def test_offsets_are_the_documents() -> None:
    paper = readings(sees("Zarbi", "PER"), sees("Zarbistan", "LOC"))
    assert found_by(as_they_come, {"d": paper}) == {("d", 8, 13, PER), ("d", 23, 32, LOC)}


def test_a_name_of_another_type_is_wrong_and_missed() -> None:
    scores = compare(frozenset({("d", 0, 5, PER), ("d", 9, 14, LOC)}), {("d", 0, 5, PER), ("d", 9, 14, ORG)})
    assert scores.of((PER, ORG, LOC)) == (0.5, 0.5, 0.5)
    assert (scores.of([PER]), scores.of([ORG]), scores.of([LOC])) == ((1, 1, 1), (0, 0, 0), (0, 0, 0))


NAMES = st.frozensets(
    st.tuples(st.just("d"), st.integers(0, 5), st.integers(6, 9), st.sampled_from((PER, ORG, LOC))), min_size=1
)


@given(NAMES, NAMES)
def test_f1_lies_between_precision_and_recall_which_swap_with_the_sides(
    gold: frozenset[Named], found: frozenset[Named]
) -> None:
    f1, precision, recall = compare(gold, set(found)).of((PER, ORG, LOC))
    assert min(precision, recall) - 1e-9 <= f1 <= max(precision, recall) + 1e-9
    assert compare(found, set(gold)).of((PER, ORG, LOC)) == (f1, recall, precision)


def test_a_table_has_a_line_for_each_part() -> None:
    name = ("d", 0, 5, PER)
    lines = table({"none": compare(frozenset({name}), set()), "all": compare(frozenset({name}), {name})}).splitlines()
    assert len(lines) == 4
    assert {line.count("|") for line in lines} == {6}
    assert lines[2].startswith("| none | 0.000 (P 0.000, R 0.000) |")
    assert lines[3].startswith("| all | 1.000 (P 1.000, R 1.000) |")


def test_a_table_replaces_only_what_stands_between_the_marks() -> None:
    page = "before\n<!-- names -->\nold\n<!-- /names -->\nafter\n"
    assert with_table(page, "new\n") == page.replace("old", "new")
    with pytest.raises(SystemExit, match="names"):
        with_table("before\nafter\n", "new\n")


def test_documents_of_one_name_in_two_folders_stay_apart(tmp_path: Path) -> None:
    found = read_bench(bench(tmp_path))
    assert [document.text[:5] for document in found.documents] == ["Zarbi", "Zarbi"]
    assert found.gold == {(document.id, 0, 6, PER) for document in found.documents}
    assert len(found.gold) == 2


def test_a_document_that_is_not_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"lost\.txt"):
        read_bench(bench(tmp_path, absent='{"lost.txt": "Zarbi part."}'))


def test_a_folder_without_a_reader_is_named(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"gold\.py"):
        read_bench(tmp_path)
