"""Days that open a sentence, on hand-built parses."""

from __future__ import annotations

import pytest

from kg.extract.events import EventReader
from kg.extract.framing import framing
from kg.extract.parsed import Doc
from kg.extract.placing import Placed
from kg.extract.tellings import Telling, tellings
from kg.extract.triggers import build_index
from tests.extract.docs import PERSON, Cast, event_class, french, parse, reading, time, trigger, vocabulary

ONTOLOGY = vocabulary(
    event_class("Flight", trigger("fuir", "verb", "Flight")),
    event_class("Arrest", trigger("capturer", "verb"), trigger("arrestation", "noun")),
)
FLED = "X/PROPN/nsubj/fui a/AUX/aux:tense/fui fui/VERB"
OPENED = f"En/ADP/case/mars mars/NOUN/obl:mod/fui ,/PUNCT/punct/fui {FLED}"
#: a second main clause in the same sentence
ROW = " ;/PUNCT/punct/capturé Y/PROPN/nsubj/capturé {} capturé/VERB/{}/fui"
PERFECT = "l'/PRON/obj/capturé a/AUX/aux:tense/capturé"


def told(doc: Doc) -> list[Telling]:
    """What is told, the flight alone having a day."""
    syntax = french()
    cast = Cast({"X": PERSON, "Y": PERSON})
    events = list(EventReader(ONTOLOGY, build_index(ONTOLOGY, syntax.profile), syntax, cast.owner).read(reading(doc)))
    mars = Placed((time(doc, "mars", "2021-03"),), ())
    where = {i: mars if e.head.text == "fui" else Placed((), ()) for i, e in enumerate(events)}
    return tellings(events, where, [()] * len(events), syntax, ONTOLOGY, None)


FRAMED = {
    "a main clause of its sentence": (OPENED + ROW.format(PERFECT, "conj"),),
    "a clause beside it": (OPENED + ROW.format(PERFECT, "parataxis"),),
    "the next sentence goes on": (
        f"{OPENED} .", f"Puis/ADV/advmod/capturé Y/PROPN/nsubj/capturé {PERFECT} capturé/VERB",
    ),
}  # fmt: skip
NOT_FRAMED = {
    "the day does not open": (f"{FLED} en/ADP/case/mars mars/NOUN/obl:mod/fui" + ROW.format(PERFECT, "conj"),),
    "in a subordinate clause": (OPENED + ROW.format(PERFECT, "advcl"),),
    "in the future": (
        OPENED + " ;/PUNCT/punct/capturera Y/PROPN/nsubj/capturera le/PRON/obj/capturera capturera/VERB/conj/fui",
    ),
    "the next sentence tells something else": (
        f"{OPENED} .", f"Y/PROPN/nsubj/capturé {PERFECT} capturé/VERB",
    ),
    "a noun": (OPENED + " ;/PUNCT/punct/suit arrestation/NOUN/nsubj/suit suit/VERB/conj/fui",),
}  # fmt: skip


@pytest.mark.parametrize("sentences", list(FRAMED.values()), ids=list(FRAMED))
def test_a_day_that_opens_holds_for_the_main_clauses(sentences: tuple[str, ...]) -> None:
    first, second = told(parse(*sentences))
    assert framing(second, [first], french()) is first


@pytest.mark.parametrize("sentences", list(NOT_FRAMED.values()), ids=list(NOT_FRAMED))
def test_and_for_nothing_else(sentences: tuple[str, ...]) -> None:
    first, second = told(parse(*sentences))
    assert framing(second, [first], french()) is None


def test_what_has_a_day_takes_no_other() -> None:
    first, second = told(parse(*FRAMED["a clause beside it"]))
    assert framing(first, [second], french()) is None
