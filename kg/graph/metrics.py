"""Measures of the graph's topology: each drawn link counts once, direction and claims don't matter.

Nodes are numbered in the order of their ids before anything is computed, because networkx walks through sets: numbers
hash alike in every process, strings don't.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import networkx as nx

#: from here on betweenness is estimated from this many pivots: exact, 10,000 edges take networkx a minute
_PIVOTS = 400
_SEED = 20

Parts = tuple[tuple[str, ...], ...]


def topology(graph: nx.MultiDiGraph[str]) -> tuple[list[str], nx.Graph[int]]:
    """The ids, sorted, and a simple undirected graph of their indices; loops are left out."""
    ids = sorted(graph)
    index = {id_: i for i, id_ in enumerate(ids)}
    simple: nx.Graph[int] = nx.Graph()
    simple.add_nodes_from(range(len(ids)))
    pairs = ((index[u], index[v]) for u, v in graph.edges() if u != v)
    simple.add_edges_from(sorted({(min(pair), max(pair)) for pair in pairs}))
    return ids, simple


def degrees(graph: nx.MultiDiGraph[str]) -> Mapping[str, int]:
    """Number of different neighbours of each node."""
    ids, simple = topology(graph)
    return {ids[i]: degree for i, degree in sorted(simple.degree())}


def components(graph: nx.MultiDiGraph[str]) -> Parts:
    """Nodes that hang together, the largest part first, each part sorted."""
    ids, simple = topology(graph)
    return _named(ids, nx.connected_components(simple))


def communities(graph: nx.MultiDiGraph[str]) -> Parts:
    """Louvain communities (Blondel et al. 2008) from a fixed seed, the largest first, each sorted."""
    ids, simple = topology(graph)
    return _named(ids, nx.community.louvain_communities(simple, seed=_SEED))


def centrality(graph: nx.MultiDiGraph[str]) -> Mapping[str, float]:
    """Betweenness of each node, 0 to 1 (Brandes 2001); estimated from seeded pivots in large graphs."""
    ids, simple = topology(graph)
    pivots = _PIVOTS if len(ids) > _PIVOTS else None
    found = nx.betweenness_centrality(simple, k=pivots, seed=_SEED)
    return {ids[i]: found[i] for i in range(len(ids))}


def _named(ids: list[str], parts: Iterable[Iterable[int]]) -> Parts:
    named = [tuple(ids[i] for i in sorted(part)) for part in parts]
    return tuple(sorted(named, key=lambda part: (-len(part), part)))
