from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.clusters import Cluster
from kg.extract.events import FoundEvent, Role
from kg.extract.happenings import Happening, Telling, contradicts, join, support
from kg.extract.placing import Placed
from kg.extract.times import TimeExpression
from kg.extract.triggers import TriggerMatch
from kg.model import Factuality, TimeSpan
from tests.extract.docs import PERSON, PLACE, cluster, event_class, parse, reading, trigger, vocabulary

ONTOLOGY = vocabulary(
    event_class("Attack"), event_class("Bombing", parent="Attack"), event_class("Death"), event_class("Arrest",
    merge=("patient",)),
)  # fmt: skip
X, Y, MONS, NAMUR = cluster("X", PERSON), cluster("Y", PERSON), cluster("Mons", PLACE), cluster("Namur", PLACE)
DOC = parse(*("attentat/NOUN ." for _ in range(9)))
READING = reading(DOC)


def telling(
    sentence: int = 0, class_: str = "Attack", *, roles: dict[str, Cluster] | None = None,
    places: Sequence[Cluster] = (),
    dates: Sequence[str] = (), status: Factuality = Factuality.ASSERTED, counts: Sequence[tuple[str, str]] = (),
    verbless: bool = False, headline: bool = False, definite: bool = False,
    word: str = "attentat",
) -> Telling:  # fmt: skip
    head = list(DOC.sents)[sentence][0]
    match = TriggerMatch(
        trigger(word, "noun", class_), head, head.idx, head.idx + len(head.text), verbal=False, reach=0
    )
    found = tuple(Role(role, filler, head, status) for role, filler in (roles or {}).items())
    times = tuple(TimeExpression(0, 1, "x", TimeSpan(date), "fr/times.test", looks_back=False) for date in dates)
    event = FoundEvent(READING, match, class_, status, found)
    placed = Placed(times, tuple(places))
    return Telling(
        event, placed, tuple(counts), (), verbless=verbless, headline=headline or verbless, definite=definite
    )


def happening(*told: Telling) -> Happening:
    return Happening(told[0].event.event_class, list(told))


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


def test_each_thing_in_common_is_support() -> None:
    alone = support(happening(telling(word="a", roles={"patient": X})), telling(1, word="b", roles={"patient": Y}))
    assert alone == 0
    shared = happening(telling(word="a", roles={"patient": X}, places=[MONS], dates=["2016"]))
    assert support(shared, telling(1, word="b", roles={"patient": X})) == 2
    assert support(shared, telling(1, word="b", roles={"patient": Y}, places=[MONS])) == 1
    assert support(shared, telling(1, word="b", roles={"patient": Y}, dates=["2016"])) == 1
    assert support(shared, telling(1, word="a", roles={"patient": Y})) == 1
    assert support(shared, telling(0, word="b", roles={"patient": Y})) == 1
    assert support(shared, telling(1, word="b", headline=True, roles={"patient": Y})) == 1
    assert support(shared, telling(1, word="b")) == 1
    assert support(shared, telling(1, word="b", definite=True)) == 2


def test_the_text_tells_what_its_title_names() -> None:
    title, body = telling(places=[MONS], headline=True), telling(1, word="b", roles={"patient": X}, places=[MONS])
    assert len(join([title, body], ONTOLOGY)) == 1
    elsewhere = telling(1, word="b", roles={"patient": X}, places=[NAMUR])
    assert len(join([title, elsewhere], ONTOLOGY)) == 2


def test_a_definite_noun_takes_up_what_was_told() -> None:
    told = [telling(word="a", roles={"patient": X}), telling(1, word="b", definite=True)]
    assert len(join(told, ONTOLOGY)) == 1


def test_little_support_joins_nothing() -> None:
    told = [telling(word="a", roles={"patient": X}), telling(1, word="b")]
    assert len(join(told, ONTOLOGY)) == 2


def test_a_happening_takes_the_more_specific_class() -> None:
    (joined,) = join([telling(roles={"patient": X}), telling(1, "Bombing", roles={"patient": X})], ONTOLOGY)
    assert joined.event_class == "Bombing"


def test_the_best_supported_happening_is_joined() -> None:
    told = [telling(roles={"agent": X}), telling(1, roles={"agent": Y}), telling(2, roles={"agent": Y}, word="b")]
    assert [len(h.tellings) for h in join(told[:1] + told[1:], ONTOLOGY)] == [1, 2]


TELLINGS = st.builds(
    telling,
    st.integers(0, 8), st.sampled_from(["Attack", "Bombing", "Arrest"]),
    roles=st.sampled_from([{}, {"patient": X}, {"patient": Y}, {"agent": X}]), places=st.sampled_from([(),
    (MONS,), (NAMUR,)]),
    dates=st.sampled_from([(), ("2016-03-22",), ("2016",)]), status=st.sampled_from(Factuality),
    verbless=st.booleans(),
)  # fmt: skip


@given(st.lists(TELLINGS, max_size=7))
def test_joining_keeps_each_telling_once(told: list[Telling]) -> None:
    joined = [t for h in join(told, ONTOLOGY) for t in h.tellings]
    assert sorted(map(id, joined)) == sorted(map(id, told))


@given(st.lists(TELLINGS, max_size=7))
def test_a_happening_is_of_one_line_of_classes(told: list[Telling]) -> None:
    for joined in join(told, ONTOLOGY):
        assert all(ONTOLOGY.is_a(joined.event_class, t.event.event_class) for t in joined.tellings)


def test_a_headline_without_a_verb_takes_the_status_of_the_sentences() -> None:
    headline, sentence = telling(verbless=True), telling(1, status=Factuality.ALLEGED)
    assert happening(headline, sentence).status(headline) is Factuality.ALLEGED
    assert happening(headline, sentence, telling(2)).status(headline) is Factuality.ASSERTED
    assert happening(headline).status(headline) is Factuality.ASSERTED


def test_a_guarded_headline_keeps_its_status() -> None:
    headline = telling(verbless=True, status=Factuality.PLANNED)
    assert happening(headline, telling(1, status=Factuality.ALLEGED)).status(headline) is Factuality.PLANNED


def test_an_answer_is_no_part_of_what_it_answers() -> None:
    """``Des hommes ont attaqué le camp. L'armée a riposté``."""
    match = telling(1).event.match
    answers = replace(match, trigger=replace(match.trigger, answers=True))
    answer = replace(telling(1), event=replace(telling(1).event, match=answers))
    assert contradicts(happening(telling()), answer, ONTOLOGY)
    assert not contradicts(happening(answer), answer, ONTOLOGY)
