"""What a large graph opens on: the most central nodes of its largest communities; the rest on demand."""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence

import networkx as nx

from kg.graph.metrics import Parts, communities

#: up to this many nodes all linked ones are drawn at opening
SMALL = 1500
#: of a larger graph: this many communities, and this many nodes of each
_COMMUNITIES, _EACH = 24, 12


def find_communities(graph: nx.MultiDiGraph[str]) -> Parts:
    """The communities that the page offers; of a small graph none, it is drawn whole."""
    return communities(graph)[:_COMMUNITIES] if len(graph) > SMALL else ()


def opening(graph: nx.MultiDiGraph[str], parts: Parts, ranks: Mapping[str, float]) -> tuple[str, ...]:
    """Ids of the nodes to draw first, the most central ones first.

    Without links at all every node is drawn; else nodes without any wait in the list and the table.
    """
    if len(graph) > SMALL:
        chosen = [id_ for part in parts for id_ in _core(graph, part, ranks)]
    else:
        linked = [id_ for id_ in graph if graph.degree(id_)]
        chosen = linked or list(graph)
    return tuple(sorted(chosen, key=lambda id_: (-ranks[id_], id_)))


def _core(graph: nx.MultiDiGraph[str], part: Sequence[str], ranks: Mapping[str, float]) -> list[str]:
    """The most central node, then each time the most central one that is linked to those chosen."""
    inside = set(part)
    start = min(part, key=lambda id_: (-ranks[id_], id_))
    queue, seen, chosen = [(-ranks[start], start)], {start}, list[str]()
    while queue and len(chosen) < _EACH:
        _, id_ = heapq.heappop(queue)
        chosen.append(id_)
        for other in sorted({*graph.successors(id_), *graph.predecessors(id_)} & inside - seen):
            seen.add(other)
            heapq.heappush(queue, (-ranks[other], other))
    return chosen
