"""Groups: connected as networkx says, and never against a contradiction."""

from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from kg.model import EntityType
from kg.resolve.groups import Groups, ages_apart
from kg.resolve.profile import Profile

IDS = [f"e{i:02}" for i in range(12)]
couples = st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda c: c[0] != c[1])


@given(st.lists(couples))
def test_without_contradictions_groups_are_connected_components(pairs: list[tuple[str, str]]) -> None:
    groups = Groups(IDS, {})
    assert {groups.join(left, right) for left, right in pairs} <= {""}
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(IDS)
    graph.add_edges_from(pairs)
    assert set(groups.all()) == {tuple(sorted(c)) for c in nx.connected_components(graph)}


@given(st.lists(couples), st.lists(couples))
def test_what_is_apart_stays_apart_and_nothing_else_does(
    pairs: list[tuple[str, str]], apart: list[tuple[str, str]]
) -> None:
    groups = Groups(IDS, {}, [frozenset(c) for c in apart])
    refused = [pair for pair in pairs if groups.join(*pair)]
    together = {id_: set(group) for group in groups.all() for id_ in group}
    assert all(right not in together[left] for left, right in apart)
    for left, right in refused:
        crossing = {frozenset((a, b)) for a in together[left] for b in together[right]}
        assert crossing & {frozenset(c) for c in apart}


@given(st.lists(couples))
def test_groups_do_not_depend_on_the_order_of_pairs(pairs: list[tuple[str, str]]) -> None:
    one, other = Groups(IDS, {}), Groups(IDS, {})
    for pair in pairs:
        one.join(*pair)
    for left, right in sorted(pairs, key=lambda p: p[::-1]):
        other.join(right, left)
    assert one.all() == other.all()


def _person(id_: str, doc: str, gender: str | None = None, born: tuple[int, int] | None = None) -> Profile:
    return Profile(id_, doc, EntityType.PERSON, (id_,), gender=gender, named=True, born=born)


def test_a_contradiction_reaches_through_a_third() -> None:
    known = {p.id: p for p in (_person("a", "d1", "m"), _person("b", "d2"), _person("c", "d3", "f"))}
    groups = Groups(known, known)
    assert groups.join("a", "b") == ""
    assert groups.join("b", "c") == "one is a man, the other a woman"


def test_two_persons_of_one_document_stay_two_whoever_links_them() -> None:
    known = {p.id: p for p in (_person("a", "d1"), _person("b", "d2"), _person("c", "d1"))}
    groups = Groups(known, known)
    assert groups.join("a", "b") == ""
    assert groups.join("b", "c") == "document d1 names both apart"
    assert groups.join("b", "c", by_human=True) == ""


def test_ages_allow_for_the_time_between_documents() -> None:
    year = 366
    assert ages_apart((0, year), (10 * year, 11 * year))
    assert not ages_apart((0, year), (2 * year, 3 * year))
    assert not ages_apart(None, (0, 1))
