from __future__ import annotations

import os
import subprocess
import sys
from random import Random

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph import to_networkx
from kg.graph.metrics import centrality, communities, components, degrees, ranks
from tests.samples import sample_knowledge_base

links = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")), max_size=20)


def _graph(pairs: list[tuple[str, str]]) -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_edges_from(pairs)
    return graph


@given(links)
def test_components_are_those_of_networkx(pairs: list[tuple[str, str]]) -> None:
    graph = _graph(pairs)
    assert {frozenset(part) for part in components(graph)} == set(map(frozenset, nx.weakly_connected_components(graph)))


@given(links, st.randoms())
def test_measures_ignore_the_order_of_the_edges(pairs: list[tuple[str, str]], random: Random) -> None:
    turned = sorted(pairs, key=lambda _: random.random())
    for measure in (degrees, components, communities, centrality):
        assert measure(_graph(pairs)) == measure(_graph(turned))


@given(links)
def test_communities_part_all_nodes_inside_components(pairs: list[tuple[str, str]]) -> None:
    graph = _graph(pairs)
    found = communities(graph)
    assert sorted(id_ for part in found for id_ in part) == sorted(graph)
    whole = components(graph)
    assert all(any(set(part) <= set(component) for component in whole) for part in found)


def test_degree_counts_neighbours_once() -> None:
    graph = _graph([("a", "b"), ("a", "b"), ("b", "a"), ("a", "a"), ("a", "c")])
    assert degrees(graph) == {"a": 2, "b": 1, "c": 1}


def test_the_middle_of_a_star_is_central() -> None:
    found = centrality(_graph([("m", "a"), ("m", "b"), ("c", "m")]))
    assert (found["m"], found["a"]) == (1.0, 0.0)


def test_large_graphs_are_estimated_alike_twice() -> None:
    pairs = [(f"n{i}", f"n{i * i % 450}") for i in range(450)]
    assert centrality(_graph(pairs)) == centrality(_graph(pairs))


def test_communities_do_not_depend_on_the_hashes_of_strings() -> None:
    code = (
        "import networkx as nx; from kg.graph.metrics import communities; "
        "g = nx.MultiDiGraph([(f'n{i}', f'n{(i * i + 1) % 60}') for i in range(60)]); print(communities(g))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(said) == 1


def test_ranks_sum_to_one_and_put_the_hub_first() -> None:
    graph = to_networkx(sample_knowledge_base())
    found = ranks(graph)
    assert sum(found.values()) == pytest.approx(1)
    assert max(found, key=lambda id_: found[id_]) == "karim"


def test_ranks_agree_with_the_definition() -> None:
    star: nx.MultiDiGraph[str] = nx.MultiDiGraph([("hub", "a"), ("hub", "b"), ("c", "hub")])
    found = ranks(star)
    # hub = 0.15/4 + 0.85 (a + b + c), a = 0.15/4 + 0.85 hub/3
    assert found["a"] == found["b"] == found["c"]
    assert found["a"] == pytest.approx(0.0375 + 0.85 * found["hub"] / 3, abs=1e-4)


def test_ranks_of_nothing() -> None:
    assert ranks(nx.MultiDiGraph()) == {}
