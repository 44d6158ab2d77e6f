import pytest

from kg.extract.events import EventReader
from kg.extract.parsed import Doc
from kg.extract.placing import Placed, place_events
from kg.extract.times import TimeExpression
from kg.extract.triggers import build_index
from kg.model import PassageKind
from tests.extract.docs import PERSON, PLACE, Cast, event_class, french, parse, reading, time, trigger, vocabulary

ONTOLOGY = vocabulary(
    event_class("Attack", trigger("attentat", "noun", "Attack"), trigger("frapper", "verb", "Attack")),
    event_class("Arrest", trigger("arrêter", "verb"), trigger("procès", "noun")),
)
CAST = Cast({"Mons": PLACE, "Namur": PLACE, "X": PERSON, "rue": PLACE})


def placed(
    doc: Doc, *times: TimeExpression, kind: PassageKind = PassageKind.BODY, takes_place: bool = True
) -> list[Placed]:
    """Where and when each event is placed, in text order."""
    tokens = [t.i for t in doc for x in times if x.begin <= t.idx < x.end]
    syntax = french(tokens)
    reader = EventReader(
        ONTOLOGY, build_index(ONTOLOGY, syntax.profile), syntax, lambda t: CAST.owner(t) if t.text == "X" else None
    )
    events = list(reader.read(reading(doc, kind)))
    found = place_events(events, times, syntax, CAST.owner, lambda _: takes_place)
    return [found[i] for i in range(len(events))]


def dates(doc: Doc, *times: TimeExpression, kind: PassageKind = PassageKind.BODY) -> list[list[str]]:
    return [[t.value.edtf for t in p.times] for p in placed(doc, *times, kind=kind)]


def places(doc: Doc) -> list[list[str]]:
    return [[c.label for c in p.places] for p in placed(doc)]


def test_a_time_goes_to_the_event_that_governs_it() -> None:
    doc = parse(
        "X/PROPN/nsubj:pass/arrêté est/AUX/aux:pass/arrêté arrêté/VERB lundi/NOUN/obl:mod/arrêté"
        " après/ADP/case/attentat attentat/NOUN/obl:mod/arrêté"
    )
    assert dates(doc, time(doc, "lundi", "2016-03-21")) == [["2016-03-21"], []]


def test_a_time_goes_to_the_noun_of_its_verb() -> None:
    doc = parse("attentat/NOUN/nsubj/eu a/AUX/aux:tense/eu eu/VERB lieu/NOUN/obj/eu mardi/NOUN/obl:mod/eu")
    assert dates(doc, time(doc, "mardi", "2016-03-22")) == [["2016-03-22"]]


def test_each_side_of_a_colon_has_its_own_time() -> None:
    doc = parse(
        "attentat/NOUN :/PUNCT/punct/attentat X/PROPN/nsubj:pass/arrêté est/AUX/aux:pass/arrêté"
        " arrêté/VERB/parataxis/attentat lundi/NOUN/dep/attentat"
    )
    assert dates(doc, time(doc, "lundi", "2016-03-21")) == [[], ["2016-03-21"]]


def test_the_time_of_saying_is_not_that_of_the_event() -> None:
    doc = parse(
        "parquet/NOUN/nsubj/annoncé a/AUX/aux:tense/annoncé annoncé/VERB lundi/NOUN/obl:mod/annoncé"
        " que/SCONJ/mark/arrêté X/PROPN/nsubj:pass/arrêté est/AUX/aux:pass/arrêté arrêté/VERB/ccomp/annoncé"
    )
    assert dates(doc, time(doc, "lundi", "2016-03-21")) == [[]]


def test_a_date_that_closes_a_post_dates_the_post() -> None:
    doc = parse("attentat/NOUN à/ADP/case/Mons Mons/PROPN/nmod/attentat mardi/NOUN/nmod/attentat")
    day = time(doc, "mardi", "2016-03-22")
    assert dates(doc, day, kind=PassageKind.POST) == [[]]
    assert dates(doc, day) == [["2016-03-22"]]


def test_a_labelled_date_is_that_of_the_document() -> None:
    doc = parse("date/NOUN mardi/NOUN/nmod/date attentat/NOUN/dep/date")
    assert dates(doc, time(doc, "mardi", "2016-03-22")) == [[]]


def test_several_dates_are_the_interval_that_they_span() -> None:
    doc = parse("attentat/NOUN en/ADP/case/juin juin/NOUN/nmod/attentat et/CCONJ/cc/octobre octobre/NOUN/conj/juin")
    june = time(doc, "juin", "2015-06", "2015-06-01", "2015-06-30")
    october = time(doc, "octobre", "2015-10", "2015-10-01", "2015-10-31")
    assert dates(doc, june, october) == [["2015-06/2015-10"]]
    (found,) = placed(doc, june, october)
    assert (found.times[0].value.earliest, found.times[0].value.latest) == ("2015-06-01", "2015-10-31")


def test_of_a_month_and_a_day_in_it_the_day_is_kept() -> None:
    doc = parse("attentat/NOUN en/ADP/case/juin juin/NOUN/nmod/attentat mardi/NOUN/nmod/attentat")
    month, day = time(doc, "juin", "2015-06", "2015-06-01", "2015-06-30"), time(doc, "mardi", "2015-06-02")
    assert dates(doc, month, day) == [["2015-06-02"]]


def test_an_open_date_joins_no_interval() -> None:
    doc = parse("attentat/NOUN en/ADP/case/juin juin/NOUN/nmod/attentat et/CCONJ/cc/octobre octobre/NOUN/conj/juin")
    assert dates(doc, time(doc, "juin", "XXXX-06"), time(doc, "octobre", "XXXX-10")) == [["XXXX-06", "XXXX-10"]]


PLACES = {
    "complement of place": ("attentat/NOUN à/ADP/case/Mons Mons/PROPN/nmod/attentat", [["Mons"]]),
    "preposition hung elsewhere": ("attentat/NOUN à/ADP/dep/attentat Mons/PROPN/nmod/attentat", [["Mons"]]),
    "genitive": ("attentat/NOUN de/ADP/case/Mons Mons/PROPN/nmod/attentat", [[]]),
    "subject": ("Mons/PROPN/nsubj/craint craint/VERB un/DET/det/attentat attentat/NOUN/obj/craint", [[]]),
    "by clause": (
        "X/PROPN/nsubj:pass/arrêté est/AUX/aux:pass/arrêté arrêté/VERB à/ADP/case/Mons Mons/PROPN/obl:mod/arrêté"
        " après/ADP/case/attentat"
        " attentat/NOUN/obl:mod/arrêté à/ADP/case/Namur Namur/PROPN/nmod/attentat", [["Mons"], ["Namur"]],
    ),
    "nearest, where no tie is left": (
        "attentat/NOUN à/ADP/case/Mons Mons/PROPN/dep/dort ,/PUNCT/punct/dort dort/X"
        " procès/NOUN/dep/dort", [["Mons"], []],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("table", "expected"), list(PLACES.values()), ids=list(PLACES))
def test_places(table: str, expected: list[list[str]]) -> None:
    doc = parse(
        table.replace(
            "attentat/NOUN à/ADP/case/Mons Mons/PROPN/dep/dort",
            "attentat/NOUN/dep/dort à/ADP/case/Mons Mons/PROPN/dep/dort",
        )
    )
    assert places(doc) == expected


def test_a_place_of_a_class_without_place_is_not_given() -> None:
    doc = parse("attentat/NOUN à/ADP/case/Mons Mons/PROPN/nmod/attentat")
    assert [p.places for p in placed(doc, takes_place=False)] == [()]


def test_no_event_no_place() -> None:
    assert placed(parse("calme/NOUN à/ADP/case/Mons Mons/PROPN/nmod/calme")) == []
