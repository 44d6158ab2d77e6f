from __future__ import annotations

from itertools import combinations

from kg.graph import to_networkx
from kg.graph.metrics import ranks
from kg.model import KnowledgeBase
from kg.view.overview import SMALL, find_communities, opening
from tests.samples import sample_knowledge_base
from tests.view.corpus import wide_knowledge_base


def _opened(kb: KnowledgeBase) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    graph = to_networkx(kb)
    parts = find_communities(graph)
    return opening(graph, parts, ranks(graph)), parts


def test_a_small_graph_opens_with_all_its_linked_nodes() -> None:
    graph = to_networkx(sample_knowledge_base())
    opened, parts = _opened(sample_knowledge_base())
    assert set(opened) == {id_ for id_ in graph if graph.degree(id_)}
    assert parts == ()


def test_without_links_every_node_is_drawn() -> None:
    kb = KnowledgeBase((), entities=sample_knowledge_base().entities)
    assert set(_opened(kb)[0]) == {e.id for e in kb.entities}


def test_a_large_graph_opens_on_few_central_nodes_of_each_community() -> None:
    opened, parts = _opened(wide_knowledge_base(SMALL + 500))
    assert 100 < len(opened) < 400
    assert all(set(opened) & set(part) for part in parts)
    assert all(not set(a) & set(b) for a, b in combinations(parts, 2))


def test_the_most_central_node_of_all_is_among_them() -> None:
    kb = wide_knowledge_base(SMALL + 500)
    rank = ranks(to_networkx(kb))
    assert max(rank, key=lambda id_: (rank[id_], id_)) in _opened(kb)[0]
