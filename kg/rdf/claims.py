"""Claims as triples: reified with status, source and words, and plain."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Literal, URIRef
from rdflib.term import Node

from kg.model import Claim, TermKind
from kg.rdf.graphs import Triple
from kg.rdf.namespaces import KG, PROV, RDF
from kg.rdf.terms import decimal, literal_or_class, number
from kg.rdf.world import World


def plain_triple(claim: Claim, world: World) -> Triple:
    """What a claim says, without how surely or according to whom."""
    term = claim.object
    value: Node = world.node(term.value) if term.kind is TermKind.ENTITY else literal_or_class(term)
    return world.node(claim.subject), world.predicate(claim.predicate), value


def claim_triples(claim: Claim, world: World) -> Iterator[Triple]:
    """A claim with its factuality, sources, evidence, triggers, rules and confidence."""
    node = world.names.thing("claim", claim.id)
    subject, predicate, value = plain_triple(claim, world)
    yield node, RDF.type, KG.Claim
    yield node, RDF.subject, subject
    yield node, RDF.predicate, predicate
    yield node, RDF.object, value
    yield node, KG.factuality, KG[claim.factuality]
    yield node, KG.confidence, decimal(claim.confidence, 2)
    yield node, KG.independentSources, number(claim.independent_sources)
    for evidence in claim.evidence:
        yield node, KG.evidence, world.names.span(evidence.span)
        yield node, KG.rule, Literal(evidence.rule)
    for trigger in claim.triggers:
        yield node, KG.trigger, world.names.span(trigger)
    sources = [world.node(source) for source in claim.sources]
    for source in sources:
        yield node, PROV.wasAttributedTo, source
    if len(sources) > 1:
        yield from _chain(node, sources)


def _chain(claim: URIRef, sources: list[URIRef]) -> Iterator[Triple]:
    """Who cites whom, as a list whose cells have names: a graph without blank nodes is compared by its triples."""
    cells = [URIRef(f"{claim}#source={position}") for position in range(1, len(sources) + 1)]
    yield claim, KG.sourceChain, cells[0]
    for cell, source, rest in zip(cells, sources, [*cells[1:], RDF.nil], strict=True):
        yield cell, RDF.first, source
        yield cell, RDF.rest, rest
