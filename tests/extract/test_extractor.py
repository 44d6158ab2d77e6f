"""Whole articles, written for these tests, with the trained pipeline."""

from functools import cache

import pytest

from kg.extract import Extractor, load_extractor
from kg.ingest import Record, Skipped, load_passage_rules, make_document
from kg.model import Document, DocumentFacts

pytestmark = pytest.mark.model

ARREST = """Namur : un suspect arrêté

NAMUR, 12 mars 2019 (Agence) - La police fédérale a arrêté Marc Delvigne mardi à Namur, a annoncé le parquet de Namur.
L'homme, âgé de 41 ans, est originaire de Charleroi. Il a nié les faits.
"""
ATTACK = """Explosion dans une gare

Une explosion s'est produite le 3 mai 2018 à Lyon. L'explosion a fait 14 morts et 30 blessés.
Le Premier ministre a condamné l'attaque.
Daech a revendiqué l'attentat.
"""
TRIAL = """Procès à Mons

Le procès de Sofia Berthold doit s'ouvrir lundi devant le tribunal correctionnel de Mons.
L'avocat, Me Paul Vermaelen, a demandé l'acquittement de sa cliente. Elle aurait fourni des armes au réseau.
"""


@cache
def extractor() -> Extractor:
    return load_extractor("fr")


def document(text: str) -> Document:
    found = make_document(Record("article.txt", text.encode(), {}), load_passage_rules("fr"))
    assert not isinstance(found, Skipped)
    return found


@cache
def facts(text: str) -> DocumentFacts:
    return extractor().extract(document(text))


def claims(text: str) -> set[tuple[str, str, str]]:
    """``(class or label of the subject, predicate, label or value)``."""
    found = facts(text)
    labels = {e.id: e.label for e in found.entities} | {e.id: e.mentions[0].event_class for e in found.events}
    return {(labels[c.subject], c.predicate, labels.get(c.object.value, c.object.value)) for c in found.claims}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ARREST, ("Arrest", "patient", "Marc Delvigne")),
        (ARREST, ("Arrest", "place", "Namur")),
        (ARREST, ("Arrest", "date", "2019-03-12")),
        (ARREST, ("Marc Delvigne", "age", "41")),
        (ARREST, ("Marc Delvigne", "originFrom", "Charleroi")),
        (ATTACK, ("Bombing", "killed", "14")),
        (ATTACK, ("Bombing", "injured", "30")),
        (ATTACK, ("Bombing", "place", "Lyon")),
        (TRIAL, ("Trial", "type", "Trial")),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, tuple) else "",
)
def test_what_an_article_says(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in claims(text)


def test_who_is_told_again_is_the_same() -> None:
    (karim,) = [e for e in facts(ARREST).entities if e.label == "Marc Delvigne"]
    assert {m.text for m in karim.mentions} >= {"Marc Delvigne", "L'homme"[2:], "Il"}


@pytest.mark.parametrize("text", [ARREST, ATTACK, TRIAL])
def test_a_document_says_the_same_each_time(text: str) -> None:
    assert extractor().extract(document(text)) == facts(text)


@pytest.mark.parametrize(
    "text",
    [
        "اعتقلت الشرطة رجلا في الرباط يوم الثلاثاء بعد تحقيق طويل.",
        "The police arrested a man in London on Tuesday after a long investigation.",
        "Fin",
        "- - -\n\n42",
    ],
    ids=["Arabic", "English", "one word", "marks"],
)
def test_other_languages_and_scraps_give_facts_without_events(text: str) -> None:
    found = facts(text)
    assert found.events == ()
    assert found.claims == ()
