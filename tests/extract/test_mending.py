import pytest

from kg.extract.mending import mend
from kg.language.inflections import load_inflections
from kg.language.profile import load_profile
from tests.extract.docs import hung, parse, word

WORDS = {
    "a subject before it": (
        "Karim/PROPN/nsubj/reproche reproche/NOUN la/DET/det/police police/NOUN/obj/reproche",
        "VERB",
    ),
    "an article": ("Karim/PROPN/nsubj/reproche le/DET/det/reproche reproche/NOUN", "NOUN"),
    "what looks like an article before an infinitive": (
        "Karim/PROPN/nsubj/reproche le/DET/det/reproche reproche/NOUN d'/ADP/mark/fuir fuir/VERB/xcomp/reproche",
        "VERB",
    ),
    "what looks like an article before another pronoun": (
        "Karim/PROPN/nsubj/reproche l'/DET/det/reproche y/PRON/iobj/reproche reproche/NOUN",
        "VERB",
    ),
    "a preposition": ("Karim/PROPN/nsubj/reproche sans/ADP/case/reproche reproche/NOUN", "NOUN"),
    "a copula": ("Karim/PROPN/nsubj/reproche est/AUX/cop/reproche reproche/NOUN", "NOUN"),
    "a subject after it": ("reproche/NOUN Karim/PROPN/nsubj/reproche", "NOUN"),
    "no form of a verb": ("Karim/PROPN/nsubj/maire maire/NOUN", "NOUN"),
}


def test_an_object_with_an_article_is_no_verb() -> None:
    doc = parse("Karim/PROPN/nsubj/décline décline/VERB l'/DET/det/reproche reproche/VERB/obj/décline")
    mend(doc, load_profile("fr"), load_inflections("fr"))
    assert word(doc, "reproche").pos_ == "NOUN"


@pytest.mark.parametrize(("table", "tag"), WORDS.values(), ids=WORDS)
def test_what_has_a_subject_and_can_be_a_verb_is_one(table: str, tag: str) -> None:
    doc = parse(table)
    mend(doc, load_profile("fr"), load_inflections("fr"))
    assert next(t.pos_ for t in doc if t.text in ("reproche", "maire")) == tag


def test_a_mended_verb_is_finite() -> None:
    doc = parse(WORDS["a subject before it"][0])
    mend(doc, load_profile("fr"), load_inflections("fr"))
    assert word(doc, "reproche").morph["VerbForm"] == ["Fin"]


def test_a_verb_stays_one() -> None:
    doc = hung("Karim/PROPN/nsubj/fuit fuit/VERB .")
    before = word(doc, "fuit").morph
    mend(doc, load_profile("fr"), load_inflections("fr"))
    assert (word(doc, "fuit").pos_, word(doc, "fuit").morph) == ("VERB", before)
