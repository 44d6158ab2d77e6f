from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph import to_networkx
from kg.graph.layout import Box, Point, layout
from tests.samples import sample_knowledge_base

links = st.lists(st.tuples(st.integers(0, 15), st.integers(0, 15)), max_size=40)


def _graph(pairs: list[tuple[int, int]], nodes: int = 0) -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(f"n{i:04}" for i in range(nodes))
    graph.add_edges_from((f"n{a:04}", f"n{b:04}") for a, b in pairs)
    return graph


def _boxes(graph: nx.MultiDiGraph[str]) -> Mapping[str, Box]:
    return {id_: (60 + 37 * i % 160, 36 + 18 * (i % 3)) for i, id_ in enumerate(sorted(graph))}


def _overlapping(places: Mapping[str, Point], boxes: Mapping[str, Box]) -> list[tuple[str, str]]:
    return [
        (a, b)
        for a, b in combinations(sorted(places), 2)
        if abs(places[a][0] - places[b][0]) * 2 < boxes[a][0] + boxes[b][0]
        and abs(places[a][1] - places[b][1]) * 2 < boxes[a][1] + boxes[b][1]
    ]


def _ring_of_stars(nodes: int) -> list[tuple[int, int]]:
    return [(i, i * i % 7) for i in range(nodes)] + [(i, (i + 1) % 7) for i in range(7)]


@given(links)
@settings(deadline=None)
def test_boxes_never_overlap(pairs: list[tuple[int, int]]) -> None:
    graph = _graph(pairs)
    boxes = _boxes(graph)
    assert _overlapping(layout(graph, boxes), boxes) == []


@pytest.mark.parametrize("nodes", [60, 150])
def test_no_label_covers_another_in_a_usual_graph(nodes: int) -> None:
    graph = _graph(_ring_of_stars(nodes))
    boxes = _boxes(graph)
    places = layout(graph, boxes)
    assert len(places) == nodes
    assert _overlapping(places, boxes) == []


def test_a_part_too_large_for_all_distances_is_drawn_in_communities() -> None:
    graph = _graph([(i, (i + 1) // 2) for i in range(1, 700)])
    boxes = _boxes(graph)
    places = layout(graph, boxes)
    assert sorted(places) == sorted(graph)
    assert _overlapping(places, boxes) == []


def test_the_picture_is_not_far_larger_than_its_boxes() -> None:
    graph = _graph(_ring_of_stars(60))
    boxes = _boxes(graph)
    places = layout(graph, boxes).values()
    across, down = (max(p[i] for p in places) - min(p[i] for p in places) for i in (0, 1))
    assert across * down < 12 * sum(w * h for w, h in boxes.values())


def test_neighbours_stand_nearer_than_strangers() -> None:
    graph = _graph([(i, i + 1) for i in range(9)])
    places = layout(graph, _boxes(graph))

    def distance(a: int, b: int) -> float:
        (ax, ay), (bx, by) = places[f"n{a:04}"], places[f"n{b:04}"]
        return float(((ax - bx) ** 2 + (ay - by) ** 2) ** 0.5)

    assert max(distance(i, i + 1) for i in range(9)) < distance(0, 9)


def test_positions_are_the_same_twice_and_in_any_order_of_nodes() -> None:
    graph = to_networkx(sample_knowledge_base())
    turned: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    turned.add_nodes_from(sorted(graph, reverse=True))
    turned.add_edges_from(list(graph.edges())[::-1])
    boxes = _boxes(graph)
    assert layout(graph, boxes) == layout(turned, boxes)


def test_no_nodes_no_places() -> None:
    assert layout(_graph([]), {}) == {}


def test_a_node_without_a_box_is_refused() -> None:
    with pytest.raises(KeyError):
        layout(_graph([(0, 1)]), {})


def test_a_small_part_stands_beside_a_large_one_not_far_below() -> None:
    star = _graph([(0, leaf) for leaf in range(1, 13)] + [(20, 21), (30, 31)])
    boxes = dict.fromkeys(star, (80, 30))
    places = layout(star, boxes)
    xs, ys = zip(*places.values(), strict=True)
    assert max(xs) - min(xs) < 1500
    assert max(ys) - min(ys) < 900
