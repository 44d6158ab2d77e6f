from dataclasses import replace

import pytest

from kg.extract.contradictions import contradicts
from kg.extract.joining import join
from kg.extract.tellings import Telling
from kg.model import Factuality
from tests.extract.docs import event_class, vocabulary
from tests.extract.told import MONS, NAMUR, ONTOLOGY, X, Y, happening, telling

CONTRADICTIONS = {
    "another class": (telling(class_="Arrest"), telling(1)),
    "other dates": (telling(dates=["2016-03-22"]), telling(1, dates=["2016-03-23"])),
    "other places": (telling(places=[MONS]), telling(1, places=[NAMUR])),
    "other patients": (telling(roles={"patient": X}), telling(1, roles={"patient": Y})),
    "planned and done": (telling(status=Factuality.PLANNED), telling(1)),
    "denied and done": (telling(), telling(1, status=Factuality.DENIED)),
    "a kind of it, sharing nothing": (telling(), telling(1, "Bombing")),
}
COMPATIBLE = {
    "same class": (telling(), telling(1)),
    "a month and a day in it": (telling(dates=["2016-03"]), telling(1, dates=["2016-03-22"])),
    "an interval and its end": (telling(dates=["2016-03/2016-05"]), telling(1, dates=["2016-05"])),
    "places of one patient": (telling(roles={"patient": X}, places=[MONS]), telling(1, roles={"patient": X},
    places=[NAMUR])),
    "alleged and told": (telling(status=Factuality.ALLEGED), telling(1)),
    "a headline of a plan": (telling(status=Factuality.PLANNED), telling(1, verbless=True)),
    "a kind of it, of one day": (telling(dates=["2016-03-22"]), telling(1, "Bombing", dates=["2016-03-22"])),
}  # fmt: skip


def test_one_more_is_none_of_several() -> None:
    """``Dix-sept perquisitions ont été menées. Une perquisition a visé X``."""
    several, single = replace(telling(), several=True), replace(telling(1), single=True)
    assert contradicts(happening(several), single, ONTOLOGY)
    assert not contradicts(happening(several), telling(1), ONTOLOGY)


def test_the_day_of_an_outcome_is_the_assault_s() -> None:
    dated = replace(telling(), outcome_dates=frozenset({"2024-09-16"}))
    assert dated.dates == {"2024-09-16"}
    assert contradicts(happening(dated), telling(1, dates=["2024-01/.."]), ONTOLOGY)


def test_what_the_text_has_told_is_not_told_again_by_another_class() -> None:
    means = {"fr": frozenset({"à la bombe"})}
    classes = vocabulary(event_class("Attack"), event_class("Bombing", parent="Attack", means=means))
    title, body = telling(headline=True), telling(1)
    assert not contradicts(happening(title), telling(2, "Bombing"), classes)
    assert contradicts(happening(title, body), telling(2, "Bombing"), classes)


@pytest.mark.parametrize(("first", "second"), list(CONTRADICTIONS.values()), ids=list(CONTRADICTIONS))
def test_tellings_that_contradict(first: Telling, second: Telling) -> None:
    assert contradicts(happening(first), second, ONTOLOGY)
    assert contradicts(happening(second), first, ONTOLOGY)
    assert len(join([first, second], ONTOLOGY)) == 2


@pytest.mark.parametrize(("first", "second"), list(COMPATIBLE.values()), ids=list(COMPATIBLE))
def test_tellings_that_do_not_contradict(first: Telling, second: Telling) -> None:
    assert not contradicts(happening(first), second, ONTOLOGY)
    assert not contradicts(happening(second), first, ONTOLOGY)


def test_the_place_tells_apart_even_one_patient_where_the_class_says_so() -> None:
    ontology = vocabulary(event_class("Attack", merge=("patient",)))
    first, second = telling(roles={"agent": X}, places=[MONS]), telling(1, roles={"agent": X}, places=[NAMUR])
    assert not contradicts(happening(first), second, ontology)
    assert contradicts(happening(telling(places=[MONS])), telling(1, places=[NAMUR]), ontology)


def test_an_answer_is_no_part_of_what_it_answers() -> None:
    """``Des hommes ont attaqué le camp. L'armée a riposté``."""
    match = telling(1).event.match
    answers = replace(match, trigger=replace(match.trigger, answers=True))
    answer = replace(telling(1), event=replace(telling(1).event, match=answers))
    assert contradicts(happening(telling()), answer, ONTOLOGY)
    assert not contradicts(happening(answer), answer, ONTOLOGY)
