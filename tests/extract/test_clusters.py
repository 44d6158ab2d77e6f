"""Entities that become part of each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.extract.docs import PERSON, PLACE, cluster

_NAMES = ("Ali", "Ben", "Cem", "Dan", "Eva")
_MERGES = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=12)


@given(_MERGES)
def test_any_order_of_merging_ends_with_one_cluster_that_has_all_members(merges: list[tuple[int, int]]) -> None:
    clusters = [cluster(name, PERSON) for name in _NAMES]
    groups = [{i} for i in range(5)]
    for left, right in merges:
        clusters[left].absorb(clusters[right])
        if groups[left] is not groups[right]:
            groups[left] |= groups[right]
            for i in groups[right]:
                groups[i] = groups[left]
    for i, mine in enumerate(clusters):
        assert mine.bearers == (mine.root,)
        assert not mine.root.absorbed
        assert {j for j, c in enumerate(clusters) if c.root is mine.root} == groups[i]
        assert sorted(m.text for m in mine.root.members) == sorted(_NAMES[j] for j in groups[i])


def test_two_that_take_each_other_in_are_one() -> None:
    left, right = cluster("Ali", PERSON), cluster("Ben", PERSON)
    left.absorb(right)
    right.absorb(left)
    assert left.root is right.root
    assert left.bearers == right.bearers


def test_a_label_is_in_letters_that_a_reader_of_french_reads() -> None:
    city = cluster("الدار البيضاء", PLACE)
    assert city.label == "الدار البيضاء"
    city.absorb(cluster("Casa", PLACE))
    assert city.label == "Casa"
