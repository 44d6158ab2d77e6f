import pytest

from kg.extract.events import EventReader
from kg.extract.parsed import Doc
from kg.extract.placing import Placed
from kg.extract.tellings import Telling, tellings
from kg.extract.times import TimeExpression
from kg.extract.triggers import build_index
from kg.model import Factuality, PassageKind, TimeSpan
from tests.extract.docs import PERSON, Cast, event_class, french, parse, reading, trigger, vocabulary

ONTOLOGY = vocabulary(event_class("Arrest", trigger("arrestation", "noun"), trigger("arrêter", "verb")))
ARREST = "arrestation/NOUN de/ADP/case/X X/PROPN/nmod/arrestation"
BEFORE, AFTER = TimeSpan("2016-03-21", "2016-03-21", "2016-03-21"), TimeSpan("2016-03-23", "2016-03-23", "2016-03-23")
PUBLISHED = TimeSpan("2016-03-22", "2016-03-22", "2016-03-22")


def told(
    doc: Doc, when: TimeSpan | None = None, published: TimeSpan | None = None, kind: PassageKind = PassageKind.BODY
) -> Telling:
    """The only telling of a text."""
    syntax = french()
    reader = EventReader(ONTOLOGY, build_index(ONTOLOGY, syntax.profile), syntax, Cast({"X": PERSON}).owner)
    events = list(reader.read(reading(doc, kind)))
    times = (TimeExpression(0, 1, "x", when, "fr/times.test", looks_back=False),) if when is not None else ()
    (found,) = tellings(events, {0: Placed(times, ())}, [()], syntax, ONTOLOGY, published)
    return found


@pytest.mark.parametrize(
    ("when", "published", "expected"),
    [
        (AFTER, PUBLISHED, Factuality.PLANNED),
        (BEFORE, PUBLISHED, Factuality.ASSERTED),
        (PUBLISHED, PUBLISHED, Factuality.ASSERTED),
        (AFTER, None, Factuality.ASSERTED),
        (None, PUBLISHED, Factuality.ASSERTED),
        (TimeSpan("XXXX-03-23"), TimeSpan("XXXX-03-22"), Factuality.PLANNED),
        (TimeSpan("XXXX-03-21"), TimeSpan("XXXX-03-22"), Factuality.ASSERTED),
        (TimeSpan("XXXX-03-23"), PUBLISHED, Factuality.ASSERTED),
    ],
    ids=[
        "ahead",
        "before",
        "same day",
        "undated text",
        "undated event",
        "ahead, no year",
        "before, no year",
        "one year",
    ],
)
def test_what_is_dated_ahead_is_planned(
    when: TimeSpan | None, published: TimeSpan | None, expected: Factuality
) -> None:
    found = told(parse(ARREST), when, published)
    assert found.event.factuality is expected
    assert [r.factuality for r in found.event.roles] == [expected]


def test_what_is_denied_stays_so_ahead() -> None:
    denied = told(parse("aucune/DET/det/arrestation arrestation/NOUN"), AFTER, PUBLISHED)
    assert denied.event.factuality is Factuality.DENIED


@pytest.mark.parametrize(
    ("table", "kind", "verbless"),
    [
        (ARREST, PassageKind.TITLE, True),
        (ARREST, PassageKind.POST, True),
        (ARREST, PassageKind.BODY, False),
        ("arrestation/NOUN/nsubj/choque choque/VERB///VerbForm=Fin", PassageKind.TITLE, False),
        ("X/PROPN/nsubj:pass/arrêté arrêté/VERB", PassageKind.TITLE, False),
    ],
    ids=["title", "post", "body", "title with a verb", "event named by a verb"],
)
def test_a_headline_without_a_finite_verb(table: str, kind: PassageKind, verbless: bool) -> None:
    assert told(parse(table), kind=kind).verbless is verbless


@pytest.mark.parametrize(
    ("table", "kind", "headline"),
    [
        (ARREST, PassageKind.TITLE, True),
        (ARREST, PassageKind.POST, True),
        (ARREST, PassageKind.BODY, False),
        ("arrestation/NOUN/nsubj/choque choque/VERB///VerbForm=Fin", PassageKind.TITLE, True),
        ("arrestation/NOUN/nsubj/choque choque/VERB///VerbForm=Fin", PassageKind.POST, False),
        ("X/PROPN/nsubj:pass/arrêté arrêté/VERB", PassageKind.TITLE, True),
        ("X/PROPN/nsubj:pass/arrêté arrêté/VERB", PassageKind.POST, False),
    ],
    ids=["title", "post", "body", "title with a verb", "post with a verb", "verb of a title", "verb of a post"],
)
def test_what_a_title_names_is_a_headline(table: str, kind: PassageKind, headline: bool) -> None:
    assert told(parse(table), kind=kind).headline is headline


@pytest.mark.parametrize(
    ("determiner", "definite"), [("l'", True), ("cette", True), ("son", True), ("une", False), ("des", False)]
)
def test_a_definite_noun_takes_up_what_was_told(determiner: str, definite: bool) -> None:
    assert told(parse(f"{determiner}/DET/det/arrestation arrestation/NOUN")).definite is definite


def test_dates_word_and_fillers() -> None:
    found = told(parse(ARREST), BEFORE)
    assert (found.dates, found.word) == ({"2016-03-21"}, "arrestation")
    (patient,) = found.clusters("patient")
    assert patient is found.event.roles[0].cluster
    assert found.clusters("agent", "place") == []


@pytest.mark.parametrize(
    ("table", "reported"),
    [
        ("l'/DET/det/arrestation arrestation/NOUN", False),
        ("cette/DET/det/arrestation arrestation/NOUN", True),
        ("«/PUNCT l'/DET/det/arrestation arrestation/NOUN », dit/VERB", True),
        ("«/PUNCT oui/INTJ » l'/DET/det/arrestation arrestation/NOUN", False),
        ("confirme/VERB l'/DET/det/arrestation arrestation/NOUN/obj/confirme", True),
    ],
    ids=["spoken of", "pointed at", "in a quotation", "after a quotation", "confirmed"],
)
def test_a_noun_is_told_by_its_source_where_that_one_says_it(table: str, reported: bool) -> None:
    assert told(parse(table)).reported is reported


def test_a_plural_of_victims_is_general() -> None:
    plural = "arrestations/NOUN/nmod/victimes/Number=Plur"
    assert told(parse(f"des/DET/det/victimes victimes/NOUN d'/ADP/case/arrestations {plural}")).general
    assert not told(parse("la/DET/det/liste liste/NOUN d'/ADP/case/arrestations arrestations/NOUN/nmod/liste")).general
