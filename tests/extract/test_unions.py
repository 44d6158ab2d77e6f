from collections.abc import Collection

import pytest

from kg.extract.clusters import Cluster
from kg.extract.events import FoundEvent, Role
from kg.extract.happenings import Happening
from kg.extract.placing import Placed
from kg.extract.tellings import Telling
from kg.extract.triggers import TriggerMatch
from kg.extract.unions import unite_participants
from kg.model import EntityType, Factuality
from tests.extract.docs import GROUP, PERSON, cluster, parse, reading, trigger

DOC = parse("arrestation/NOUN")


def entity(name: str, type_: EntityType = PERSON, *, figure: int = 0, gender: str = "") -> Cluster:
    """Somebody, named if the name has a capital; groups are several."""
    found = cluster(name, type_, named=name[0].isupper())
    found.plural, found.figure, found.gender = type_ is GROUP, figure, gender
    return found


def telling(*fillers: Cluster, role: str = "patient", status: Factuality = Factuality.ASSERTED) -> Telling:
    match = TriggerMatch(trigger("arrestation", "noun"), DOC[0], 0, 11, verbal=False, reach=11)
    roles = tuple(Role(role, filler, DOC[0], status) for filler in fillers)
    event = FoundEvent(reading(DOC), match, "Arrest", Factuality.ASSERTED, roles)
    return Telling(event, Placed((), ()), (), (), verbless=False, headline=False, definite=False)


def unite(*told: Telling, titles: Collection[Cluster] = ()) -> None:
    """Unite those of one happening; ``titles`` are told of in titles only."""
    unite_participants([Happening("Arrest", list(told))], lambda c: any(c is t for t in titles))


def test_persons_counted_together_become_those_named_one_by_one() -> None:
    pair, x, y = entity("suspects", GROUP, figure=2), entity("X"), entity("Y")
    unite(telling(pair), telling(x, y))
    assert pair.bearers == (x, y)


def test_who_is_suspected_is_not_whoever_did_it() -> None:
    suspects, unknown = entity("suspects", GROUP), entity("individus", GROUP)
    unite(telling(suspects, role="agent", status=Factuality.ALLEGED), telling(unknown, role="agent"))
    assert (suspects.bearers, unknown.bearers) == ((suspects,), (unknown,))


OTHERS = {
    "as many are not named": (entity("suspects", GROUP, figure=3), [entity("X"), entity("Y")]),
    "no figure": (entity("suspects", GROUP), [entity("X"), entity("Y")]),
    "not all are named": (entity("suspects", GROUP, figure=2), [entity("X"), entity("complice")]),
    "a named group": (entity("Gardes", GROUP, figure=2), [entity("X"), entity("Y")]),
    "one person": (entity("suspects", GROUP, figure=1), [entity("X")]),
    "too many": (entity("suspects", GROUP, figure=7), [entity(name) for name in "ABCDEFG"]),
}


@pytest.mark.parametrize(("group", "persons"), list(OTHERS.values()), ids=list(OTHERS))
def test_a_group_is_not_taken_apart_where_figures_or_names_lack(group: Cluster, persons: list[Cluster]) -> None:
    unite(telling(group), telling(*persons))
    assert group.bearers == (group,)


def test_a_group_is_not_taken_apart_by_its_own_telling() -> None:
    group, x, y = entity("suspects", GROUP, figure=2), entity("X"), entity("Y")
    unite(telling(group, x, y))
    assert group.parts == ()


@pytest.mark.parametrize("told_first", ["title", "text"])
def test_someone_of_the_title_becomes_the_one_of_the_text(told_first: str) -> None:
    title, text = entity("suspect"), entity("X")
    pair = (title, text) if told_first == "title" else (text, title)
    unite(*map(telling, pair), titles=[title])
    assert (title.bearers, text.bearers) == ((text,), (text,))


def test_two_persons_of_the_text_stay_two() -> None:
    suspect, x = entity("suspect"), entity("X")
    unite(telling(suspect), telling(x))
    assert suspect.merged is x.merged is None


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (entity("X"), entity("Y")),
        (entity("suspect", gender="m"), entity("Y", gender="f")),
        (entity("suspect"), entity("suspects", GROUP)),
    ],
    ids=["two names", "two genders", "one and several"],
)
def test_someone_of_the_title_stays_apart_where_something_speaks_against_it(title: Cluster, text: Cluster) -> None:
    unite(telling(title), telling(text), titles=[title])
    assert title.merged is text.merged is None


def test_fillers_of_different_parts_stay_apart() -> None:
    title, text = entity("suspect"), entity("X")
    unite(telling(title), telling(text, role="agent"), titles=[title])
    assert title.merged is text.merged is None


def test_one_of_two_fillers_stays_apart() -> None:
    title, x, y = entity("suspect"), entity("X"), entity("Y")
    unite(telling(title), telling(x, y), titles=[title])
    assert title.merged is None


def test_happenings_do_not_share_their_participants() -> None:
    title, text = entity("suspect"), entity("X")
    apart = [Happening("Arrest", [telling(title)]), Happening("Arrest", [telling(text)])]
    unite_participants(apart, lambda _: True)
    assert title.merged is text.merged is None


@pytest.mark.parametrize(("left", "right", "figure"), [(0, 0, 0), (4, 0, 4), (0, 4, 4), (4, 4, 4)])
def test_groups_without_names_become_one(left: int, right: int, figure: int) -> None:
    first, second = entity("suspects", GROUP, figure=left), entity("jeunes", GROUP, figure=right)
    unite(telling(first), telling(second))
    assert (second.merged, first.figure) == (first, figure)


def test_figures_tell_groups_apart() -> None:
    first, second = entity("suspects", GROUP, figure=4), entity("jeunes", GROUP, figure=5)
    unite(telling(first), telling(second))
    assert second.merged is None
