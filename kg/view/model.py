"""What is drawn: nodes and edges with their status, before any drawing library."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from kg.graph.status import STRENGTH


@dataclass(frozen=True, slots=True)
class DrawnNode:
    """An entity or event."""

    id: str
    kind: str  #: ``Event`` or an entity type
    type: str | None  #: event class, or the entity type
    label: str
    status: str | None  #: of an event; ``None`` of entities
    date: str | None = None  #: EDTF, of an event whose claims give one date only


@dataclass(frozen=True, slots=True)
class DrawnEdge:
    """All claims that say the same of the same two nodes, however surely."""

    id: str
    begin: str
    end: str
    predicate: str
    status: str
    claims: tuple[str, ...]  #: ids, the surest first
    independent: int = 1  #: most groups of documents, none copying another, that one of the claims rests on


def drawn_nodes(graph: nx.MultiDiGraph[str]) -> tuple[DrawnNode, ...]:
    """One for each node, in the order of their ids."""
    return tuple(_node(id_, graph.nodes[id_]) for id_ in sorted(graph))


def drawn_edges(graph: nx.MultiDiGraph[str]) -> tuple[DrawnEdge, ...]:
    """One for each two nodes and predicate, in that order."""
    groups: defaultdict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for begin, end, data in graph.edges(data=True):
        groups[begin, end, data["predicate"]].append(data)
    return tuple(_edge(graph, key, claims) for key, claims in sorted(groups.items()))


def status_of(claims: Iterable[dict[str, Any]]) -> str:
    """``Disputed`` if any claim is, else the strongest factuality."""
    found = list(claims)
    if any(claim["disputed"] for claim in found):
        return "Disputed"
    strongest: str = min((claim["factuality"] for claim in found), key=STRENGTH.index)
    return strongest


def _edge(graph: nx.MultiDiGraph[str], key: tuple[str, str, str], claims: list[dict[str, Any]]) -> DrawnEdge:
    begin, end, predicate = key
    independent = max(claim["independent_sources"] for claim in claims)
    status = _no_surer_than(_event_status(graph.nodes[begin]), status_of(claims))
    return DrawnEdge(f"{begin} {predicate} {end}", begin, end, predicate, status, _ids(claims), independent)


def _event_status(data: dict[str, Any]) -> str | None:
    """Of events only; one that no claim gives a class is not established: drawn as the weakest of what may be."""
    if data["kind"] == "entity":
        return None
    return "Disputed" if data["disputed"] else data["factuality"] or "Hypothetical"


def _no_surer_than(event: str | None, link: str) -> str:
    """A part in what is only alleged, planned or denied is not drawn as a fact, though the part itself be asserted."""
    if event is None or link != "Asserted":
        return link
    return event


def _node(id_: str, data: dict[str, Any]) -> DrawnNode:
    if data["kind"] == "entity":
        return DrawnNode(id_, data["type"], data["type"], data["label"], None)
    date = data["dates"][0] if len(data["dates"]) == 1 else None
    return DrawnNode(id_, "Event", data["type"], data["label"], _event_status(data), date)


def _ids(claims: Sequence[dict[str, Any]]) -> tuple[str, ...]:
    ranked = sorted(claims, key=lambda c: (STRENGTH.index(c["factuality"]), -c["independent_sources"], c["id"]))
    return tuple(claim["id"] for claim in ranked)
