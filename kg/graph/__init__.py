"""The knowledge base as a ``networkx.MultiDiGraph``, and what can be measured on it.

Attributes of nodes, edges and the graph are listed in ``docs/graph.md``; all are plain strings, numbers, tuples and
dictionaries.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx

from kg.graph.records import ClaimRecord, DocumentRecord, EvidenceRecord, claim_record, document_records, stretch
from kg.graph.status import Saying, disputed_sayings, saying, strongest
from kg.model import Claim, Entity, Event, KnowledgeBase, TermKind

__all__ = ["ClaimRecord", "DocumentRecord", "EvidenceRecord", "to_networkx"]


def to_networkx(kb: KnowledgeBase) -> nx.MultiDiGraph[str]:
    """Entities and events as nodes; a claim between two of them as an edge whose key is the claim's id.

    Claims of an event's class and of literals (dates, counts, ages, job titles) are attributes of their subject.
    The graph is made of new plain values: changing it does not change the knowledge base.

    Raises:
        ValueError: if a claim names a subject or object that is not in the knowledge base.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(documents=document_records(kb.documents), copies=kb.copies)
    disputed = disputed_sayings(kb.claims)
    own = _own_claims(kb.claims)
    for entity in sorted(kb.entities, key=lambda e: e.id):
        graph.add_node(entity.id, **_entity_data(entity), **_literals(own[entity.id], disputed))
    for event in sorted(kb.events, key=lambda e: e.id):
        graph.add_node(event.id, **_event_data(event, own[event.id], disputed), **_literals(own[event.id], disputed))
    for claim in sorted(kb.claims, key=lambda c: c.id):
        _check(claim, graph)
        if claim.object.kind is TermKind.ENTITY:
            record = claim_record(claim, saying(claim) in disputed)
            graph.add_edge(claim.subject, claim.object.value, key=claim.id, **record)
    return graph


def _own_claims(claims: Sequence[Claim]) -> Mapping[str, list[Claim]]:
    """Claims that are attributes of their subject, by subject, in the order of their ids."""
    own: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: c.id):
        if claim.object.kind is not TermKind.ENTITY:
            own[claim.subject].append(claim)
    return own


def _check(claim: Claim, graph: nx.MultiDiGraph[str]) -> None:
    ends = [claim.subject, *claim.sources]
    if claim.object.kind is TermKind.ENTITY:
        ends.append(claim.object.value)
    for end in ends:
        if end not in graph:
            raise ValueError(f"claim {claim.id} ({claim.predicate}) names {end}, which is no entity or event")


def _entity_data(entity: Entity) -> dict[str, Any]:
    points = [(k.latitude, k.longitude) for k in entity.links if k.latitude is not None and k.longitude is not None]
    spans = sorted(m.span for m in entity.mentions)
    return {
        "kind": "entity",
        "type": entity.type.value,
        "label": entity.label,
        "names": tuple((name.text, name.language) for name in sorted(entity.names)),
        "factuality": None,
        "disputed": False,
        "coordinates": points[0] if points else None,
        "links": tuple((k.scheme, k.id, k.reason, tuple(p.label for p in k.around)) for k in entity.links),
        "geopolitical": entity.geopolitical,
        "named": entity.named,
        "referents": entity.referents,
        "mentions": len(spans),
        "spans": tuple(stretch(span) for span in spans),
        "documents": tuple(sorted({span.doc_id for span in spans})),
        "classes": (),
    }


def _event_data(event: Event, own: Sequence[Claim], disputed: frozenset[Saying]) -> dict[str, Any]:
    classes = [c for c in own if c.object.kind is TermKind.EVENT_CLASS]
    surest = strongest(classes)
    spans = sorted(m.trigger for m in event.mentions)
    return {
        "kind": "event",
        "type": surest.object.value if surest else None,
        "label": event.label,
        "names": (),
        "factuality": surest.factuality.value if surest else None,
        "disputed": surest is not None and saying(surest) in disputed,
        "coordinates": None,
        "links": (),
        "geopolitical": False,
        "named": False,
        "referents": event.referents,
        "mentions": len(spans),
        "spans": tuple(stretch(span) for span in spans),
        "documents": tuple(sorted({span.doc_id for span in spans})),
        "classes": tuple(claim_record(c, saying(c) in disputed) for c in classes),
    }


def _literals(own: Sequence[Claim], disputed: frozenset[Saying]) -> dict[str, Any]:
    """``literals``: predicate -> claims; ``dates``: the EDTF values of the ``date`` claims, sorted."""
    literals: dict[str, tuple[ClaimRecord, ...]] = {}
    for claim in sorted(own, key=lambda c: (c.predicate, c.id)):
        if claim.object.kind is TermKind.LITERAL:
            record = claim_record(claim, saying(claim) in disputed)
            literals[claim.predicate] = (*literals.get(claim.predicate, ()), record)
    dates = tuple(sorted({c["object"] for cs in literals.values() for c in cs if c["datatype"] == "edtf"}))
    return {"literals": literals, "dates": dates}
