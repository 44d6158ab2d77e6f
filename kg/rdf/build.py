"""A knowledge base as RDF: the graph that the viewer, the queries and the checks read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import MappingProxyType

from rdflib import Literal, URIRef

from kg.model import Claim, Factuality, KnowledgeBase
from kg.rdf.claims import claim_triples, plain_triple
from kg.rdf.graphs import GraphSet, Triple
from kg.rdf.namespaces import KG, PROV, RDF, RDFS, SCHEMA
from kg.rdf.records import decision_triples, event_link_triples, merge_triples
from kg.rdf.terms import Names
from kg.rdf.things import document_triples, entity_triples, event_triples, span_triples, spans_of
from kg.rdf.world import World
from kg.vocabulary import Vocabulary

BASE_IRI = "https://kg.example/id/"


@dataclass(frozen=True, slots=True)
class MadeBy:
    """What made a graph; without a clock, so that equal input gives equal output."""

    software: str  #: name and version
    model: str  #: name and version


def to_graphs(
    kb: KnowledgeBase, vocabulary: Vocabulary, *, base_iri: str = BASE_IRI, made_by: MadeBy | None = None
) -> GraphSet:
    """All that a knowledge base says.

    The default graph holds documents, spans, entities, claims, and the plain triples that some claim asserts and none
    denies; a named graph for each status holds the plain triples of that status.

    Raises:
        InputError: if ``base_iri`` is not a web address that ends in ``/`` or ``#``.
    """
    world = World.of(kb, vocabulary, Names(base_iri))
    plain, named = _by_status(kb.claims, world)
    default = {*plain, *_description(world, made_by), *_described(kb, world)}
    return GraphSet(frozenset(default), MappingProxyType(named), str(world.names.single("")))


def _described(kb: KnowledgeBase, world: World) -> Iterator[Triple]:
    for document in kb.documents:
        yield from document_triples(document, world)
    for span in spans_of(kb):
        yield from span_triples(span, world)
    for entity in kb.entities:
        yield from entity_triples(entity, world)
    for event in kb.events:
        yield from event_triples(event, world)
    for claim in kb.claims:
        yield from claim_triples(claim, world)
    for link in kb.event_links:
        yield from event_link_triples(link, world)
    for merge in kb.merges:
        yield from merge_triples(merge, world)
    for decision in kb.decisions:
        yield from decision_triples(decision, world)


def _by_status(claims: Iterable[Claim], world: World) -> tuple[set[Triple], dict[URIRef, frozenset[Triple]]]:
    """The plain triples of the default graph, and those of each status."""
    said: dict[Triple, set[Factuality]] = defaultdict(set)
    for claim in claims:
        said[plain_triple(claim, world)].add(claim.factuality)
    plain: set[Triple] = set()
    named: dict[URIRef, set[Triple]] = defaultdict(set)
    for triple, statuses in said.items():
        asserted, denied = Factuality.ASSERTED in statuses, Factuality.DENIED in statuses
        if asserted and not denied:
            plain.add(triple)
        elif asserted:
            named[KG.DisputedGraph].add(triple)
        for status in statuses - {Factuality.ASSERTED}:
            named[KG[f"{status}Graph"]].add(triple)
    return plain, {name: frozenset(named[name]) for name in sorted(named)}


def _description(world: World, made_by: MadeBy | None) -> Iterator[Triple]:
    dataset, run = world.names.single("dataset"), world.names.single("run")
    yield dataset, RDF.type, SCHEMA.Dataset
    if made_by:
        yield dataset, PROV.wasGeneratedBy, run
        yield run, RDF.type, PROV.Activity
        yield run, RDFS.label, Literal(made_by.software)
        yield run, KG.model, Literal(made_by.model)
