import pytest

from kg.extract.names_model import trimmed
from kg.extract.parsed import Tokens
from tests.extract.docs import parse
from tests.extract.papers import lexicon, marked, names_in, readings

ORG, PER, LOC = "Organization", "Person", "Place"


@pytest.mark.parametrize(
    ("table", "name"),
    [
        ("avec/ADP le/DET Karim/PROPN", "Karim"),
        ("avec/ADP monsieur/NOUN Karim/PROPN Zarbi/PROPN", "Karim Zarbi"),
        ("avec/ADP procureur/NOUN Zarbi/PROPN", "Zarbi"),
        ("vu/VERB Karim/PROPN Zarbi/PROPN -/PUNCT", "Karim Zarbi"),
        ("vu/VERB Karim/PROPN de/ADP", "Karim"),
        ("vu/VERB groupe/NOUN Zarbi/PROPN", "Zarbi"),
        ("vu/VERB La/DET Haye/PROPN", "La Haye"),
        ("vu/VERB ben/PROPN Zarbi/PROPN", "ben Zarbi"),
        ("vu/VERB Zarbifol/PROPN belge/ADJ", "Zarbifol"),
    ],
    ids=[
        "article",
        "title",
        "function",
        "mark after",
        "preposition after",
        "common noun",
        "article of the name",
        "particle",
        "origin after",
    ],
)
def test_names_are_cut_to_what_is_a_name(table: str, name: str) -> None:
    tokens = trimmed(parse(table)[1:], lexicon())
    assert tokens is not None
    assert tokens.text == name


def test_nothing_is_left_of_an_article_and_marks() -> None:
    assert trimmed(parse("la/DET -/PUNCT")[:], lexicon()) is None


DROPPED = {
    "demonym": ("Hier/ADV/advmod/part Belge/NOUN/nsubj/part part/VERB", {"Belge": "LOC"}),
    "no capital": ("il/PRON/nsubj/part part/VERB vite/ADV/advmod/part", {"vite": "PER"}),
    "word of the language": ("il/PRON/nsubj/part part/VERB Mercredi/NOUN/obl:mod/part", {"Mercredi": "MISC"}),
    "function opening a sentence": ("Procureur/NOUN/nsubj/part part/VERB", {"Procureur": "PER"}),
    "unknown product": ("il/PRON/nsubj/lit lit/VERB Zarbifol/PROPN/obj/lit", {"Zarbifol": "MISC"}),
    "department of an office": (
        "la/DET/det/ministre ministre/NOUN/nsubj/part de/ADP/case/Transition la/DET/det/Transition"
        " Transition/PROPN/nmod/ministre part/VERB",
        {"Transition": "ORG"},
    ),
}


@pytest.mark.parametrize(("table", "labels"), DROPPED.values(), ids=DROPPED)
def test_what_is_no_name_is_dropped(table: str, labels: dict[str, str]) -> None:
    assert names_in(readings(marked(parse(table), **labels))) == {}


def test_a_clause_of_another_language_is_no_person() -> None:
    table = "Zarbi/PROPN/nsubj/bevestigt bevestigt/VERB door/X/dep/bevestigt Foltar/PROPN/dep/bevestigt"
    doc = parse(table)
    doc.ents = [Tokens(doc, 0, 4, "PER")]
    assert names_in(readings(doc)) == {}


KEPT = {
    "country after an office": (
        "le/DET/det/ministre ministre/NOUN/nsubj/part de/ADP/case/Maroc Maroc/PROPN/nmod/ministre part/VERB",
        {"Maroc": "LOC"},
        {"Maroc": LOC},
    ),
    "person": ("il/PRON/nsubj/voit voit/VERB Zarbi/PROPN/obj/voit", {"Zarbi": "PER"}, {"Zarbi": PER}),
    "acronym of no known kind": ("le/DET/det/ZXQT ZXQT/PROPN/nsubj/part part/VERB", {"ZXQT": "MISC"}, {"ZXQT": ORG}),
    "place of no known kind": (
        "il/PRON/nsubj/voit voit/VERB Bruxelles/PROPN/obj/voit",
        {"Bruxelles": "MISC"},
        {"Bruxelles": LOC},
    ),
    "country called an organization": (
        "le/DET/det/Maroc Maroc/PROPN/nsubj/part part/VERB",
        {"Maroc": "ORG"},
        {"Maroc": LOC},
    ),
    "two around a bracket": (
        "il/PRON/nsubj/voit voit/VERB Zarbi/PROPN/obj/voit (/PUNCT/punct/Tolmo Tolmo/PROPN/appos/Zarbi )",
        {"Zarbi_(_Tolmo": "PER"},
        {"Zarbi": PER, "Tolmo": PER},
    ),
}


@pytest.mark.parametrize(("table", "labels", "expected"), KEPT.values(), ids=KEPT)
def test_names_of_the_model(table: str, labels: dict[str, str], expected: dict[str, str]) -> None:
    assert names_in(readings(marked(parse(table), **labels))) == expected
