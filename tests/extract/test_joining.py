from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.clusters import Cluster
from kg.extract.joining import join, support
from kg.extract.tellings import Telling
from kg.model import Factuality
from tests.extract.docs import ORGANIZATION, PERSON, cluster, event_class, vocabulary
from tests.extract.told import MONS, NAMUR, ONTOLOGY, X, Y, happening, telling


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


def test_the_text_tells_who_was_hit_by_what_a_bare_title_names() -> None:
    title, body = telling(word="a", headline=True), telling(1, word="b", roles={"patient": X})
    assert len(join([title, body], ONTOLOGY)) == 1
    assert len(join([replace(title, headline=False), body], ONTOLOGY)) == 2


@pytest.mark.parametrize(
    ("title", "named", "joined"),
    [
        (cluster("chef", PERSON, named=False), X, 1),
        (cluster("chefs", PERSON, named=False, plural=True), X, 2),
        (cluster("société", ORGANIZATION, named=False), X, 2),
        (Y, X, 2),
        (cluster("chef", PERSON, named=False), cluster("homme", PERSON, named=False), 2),
    ],
    ids=["one person", "several", "a body", "another name", "no name"],
)
def test_the_text_names_whom_the_title_does_not(title: Cluster, named: Cluster, joined: int) -> None:
    told = [
        telling(class_="Arrest", word="rafle", headline=True, roles={"patient": title}),
        telling(1, "Arrest", word="arrêter", roles={"patient": named}),
    ]
    assert len(join(told, ONTOLOGY)) == joined


@pytest.mark.parametrize(
    ("sentence", "victim", "status", "qualifying", "joined"),
    [
        (0, X, Factuality.ASSERTED, True, 1),
        (1, X, Factuality.ASSERTED, True, 2),
        (0, Y, Factuality.ASSERTED, True, 2),
        (0, X, Factuality.ALLEGED, True, 2),
        (0, X, Factuality.ASSERTED, False, 2),
    ],
    ids=["how they died", "another sentence", "another victim", "only alleged", "a clause of its own"],
)
def test_a_participle_says_how_those_of_a_noun_died(
    sentence: int, victim: Cluster, status: Factuality, qualifying: bool, joined: int
) -> None:
    ontology = vocabulary(event_class("Death"), event_class("Killing"))
    death = telling(class_="Death", word="mort", roles={"patient": X})
    killing = telling(sentence, "Killing", word="tuer", roles={"patient": victim}, status=status)
    match = replace(killing.event.match, verbal=True, begin=killing.event.match.begin + 1)
    killed = replace(killing, event=replace(killing.event, match=match), qualifying=qualifying)
    happenings = join([death, killed], ontology)
    assert len(happenings) == joined
    assert happenings[-1].event_class == "Killing"


def test_a_noun_with_a_demonstrative_points_at_what_was_told_last() -> None:
    first, last = telling(word="a", roles={"patient": X}), telling(1, word="b", roles={"patient": Y})
    pointing = replace(telling(2, word="a", definite=True), pointed=True)
    joined = join([first, last, pointing], ONTOLOGY)
    assert [len(h.tellings) for h in joined] == [1, 2]
