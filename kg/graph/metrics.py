"""Measures of the graph's topology: each drawn link counts once, direction and claims don't matter.

Nodes are numbered in the order of their ids before anything is computed, because networkx walks through sets: numbers
hash alike in every process, strings don't.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import networkx as nx
import numpy as np

#: from here on betweenness is estimated from this many pivots: exact, 10,000 edges take networkx a minute
_PIVOTS = 400
_SEED = 20
#: of PageRank: share that follows links, and rounds until ranks no longer change in six digits
_DAMPING, _ROUNDS = 0.85, 60

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


def ranks(graph: nx.MultiDiGraph[str]) -> Mapping[str, float]:
    """PageRank of each node (Page et al. 1999) on the undirected topology; the sum is 1. Fast at any size."""
    ids, simple = topology(graph)
    if not ids:
        return {}
    pairs = np.array(sorted(simple.edges()), dtype=np.int64).reshape(-1, 2)
    begin, end = np.concatenate([pairs, pairs[:, ::-1]]).T
    degree = np.bincount(begin, minlength=len(ids))
    rank = np.full(len(ids), 1 / len(ids))
    for _ in range(_ROUNDS):
        given = np.bincount(end, weights=rank[begin] / degree[begin], minlength=len(ids))
        lost = rank[degree == 0].sum()
        rank = (1 - _DAMPING) / len(ids) + _DAMPING * (given + lost / len(ids))
    return dict(zip(ids, np.round(rank, 12).tolist(), strict=True))


def _named(ids: list[str], parts: Iterable[Iterable[int]]) -> Parts:
    named = [tuple(ids[i] for i in sorted(part)) for part in parts]
    return tuple(sorted(named, key=lambda part: (-len(part), part)))
