"""Why things were brought together, and what humans decided and what that did, as triples."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Literal

from kg.model import Decision, EventLink, Merge, make_id
from kg.rdf.graphs import Triple
from kg.rdf.namespaces import DCTERMS, KG, PROV, RDF, RDFS
from kg.rdf.terms import decimal
from kg.rdf.world import World


def merge_triples(merge: Merge, world: World) -> Iterator[Triple]:
    """A merge: what became what, how well the two matched, and why."""
    node = world.names.thing("merge", make_id("merge", merge.id, merge.left, merge.right))
    yield node, RDF.type, KG.Merge
    yield node, KG.into, world.node(merge.id)
    yield node, KG.left, Literal(merge.left)
    yield node, KG.right, Literal(merge.right)
    yield node, KG.score, decimal(merge.score.value, 2)
    yield node, KG.reason, Literal(merge.score.reason)


def decision_triples(decision: Decision, world: World) -> Iterator[Triple]:
    """A human's verdict: on what, by whom, when and why; what it did, to which entities, or why it did nothing."""
    parts = (decision.kind, decision.value or "", decision.by, decision.when, *decision.ids)
    unbound = () if decision.ids else (decision.why, decision.problem)
    node = world.names.thing("decision", make_id("decision", *parts, *unbound))
    agent = world.names.thing("agent", make_id("agent", decision.by))
    yield node, RDF.type, KG.Decision
    yield node, KG.verdict, Literal(decision.kind.value)
    for id_ in decision.ids:
        yield node, KG.about, Literal(id_)
    yield node, DCTERMS.creator, Literal(decision.by)
    yield node, PROV.wasAttributedTo, agent
    yield agent, RDF.type, PROV.Agent
    yield agent, RDFS.label, Literal(decision.by)
    yield node, DCTERMS.date, Literal(decision.when)
    if decision.why:
        yield node, KG.reason, Literal(decision.why)
    if decision.value is not None:
        yield node, KG.value, Literal(decision.value)
    yield from ((node, KG.effect, Literal(effect)) for effect in decision.did)
    if decision.problem:
        yield node, KG.notApplied, Literal(decision.problem)
    for id_ in decision.touched:
        yield world.node(id_), PROV.wasInfluencedBy, node


def event_link_triples(link: EventLink, world: World) -> Iterator[Triple]:
    """That events of two documents may be one happening, how well they match, and why; no claim of any document."""
    left, right = world.node(link.left), world.node(link.right)
    node = world.names.thing("event-link", make_id("event-link", link.left, link.right))
    yield left, KG.sameHappening, right
    yield right, KG.sameHappening, left
    yield node, RDF.type, KG.EventLink
    yield node, KG.links, left
    yield node, KG.links, right
    yield node, KG.score, decimal(link.score.value, 2)
    yield node, KG.reason, Literal(link.score.reason)
