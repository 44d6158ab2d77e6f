"""The ontology as OWL: the fixed part of ``data/core.ttl`` and the classes and predicates of ``ontology/*.yaml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.collection import Collection

from kg.rdf.namespaces import EDTF, KG, ONTOLOGY_PREFIXES, OWL, RDF, RDFS, SCHEMA, XSD, expand
from kg.rdf.turtle import Writer
from kg.vocabulary import EntityClass, EventClass, Relation, Vocabulary

DATA = Path(__file__).parent / "data"
DATATYPES: Mapping[str, URIRef] = {"edtf": EDTF.EDTF, "integer": XSD.integer, "string": XSD.string}


def ontology_graph(vocabulary: Vocabulary) -> Graph:
    """Classes, predicates and individuals with their labels in French and English and their alignments."""
    graph = Graph().parse(DATA / "core.ttl")
    for entity in vocabulary.entities.values():
        _add_entity_class(graph, entity)
    for event in vocabulary.events.values():
        _add_event_class(graph, event)
    for relation in vocabulary.relations.values():
        _add_relation(graph, relation, vocabulary)
    return graph


def objects_of(relation: Relation, vocabulary: Vocabulary) -> tuple[URIRef, ...]:
    """The classes or the datatype that a predicate's object must have; none: anything."""
    if relation.datatype:
        return (DATATYPES[relation.datatype],)
    names = set(relation.range)
    for event in vocabulary.events.values():
        names |= set(event.roles.get(relation.name, ()))
    return tuple(KG[name] for name in sorted(names))


def subjects_of(relation: Relation) -> tuple[URIRef, ...]:
    """The classes that a predicate's subject must have; none: anything."""
    if relation.kind in ("role", "time", "count"):
        return (KG.Event,)
    return tuple(KG[name] for name in sorted(relation.domain))


def canonical(graph: Graph) -> str:
    """The graph as Turtle in canonical order; blank nodes must be the object of exactly one statement."""
    return "".join(Writer(ONTOLOGY_PREFIXES).document(graph))


def _add_entity_class(graph: Graph, entity: EntityClass) -> None:
    node = KG[entity.name]
    graph.add((node, RDF.type, OWL.Class))
    for parent in entity.classes:
        graph.add((node, RDFS.subClassOf, expand(parent)))
    _describe(graph, node, entity.label, entity.comment)


def _add_event_class(graph: Graph, event: EventClass) -> None:
    node = KG[event.name]
    graph.add((node, RDF.type, OWL.Class))
    graph.add((node, RDFS.subClassOf, KG[event.parent]))
    if event.plover:
        graph.add((node, KG.plover, Literal(event.plover)))
    _describe(graph, node, event.label, event.comment)


def _add_relation(graph: Graph, relation: Relation, vocabulary: Vocabulary) -> None:
    node = expand(relation.iri)
    graph.add((node, RDF.type, KG.ClaimPredicate))
    if relation.kind == "class":
        return
    graph.add((node, RDF.type, OWL.DatatypeProperty if relation.datatype else OWL.ObjectProperty))
    if relation.parent:
        graph.add((node, RDFS.subPropertyOf, expand(relation.parent)))
    _describe(graph, node, relation.label, relation.comment)
    ends = (
        (RDFS.domain, SCHEMA.domainIncludes, subjects_of(relation)),
        (RDFS.range, SCHEMA.rangeIncludes, objects_of(relation, vocabulary)),
    )
    for entails, includes, classes in ends:
        for cls in classes:
            graph.add((node, includes, cls))
        if classes and node in KG:  # of others' predicates we say how we use them, not what they entail
            graph.add((node, entails, classes[0] if len(classes) == 1 else _union(graph, classes)))


def _union(graph: Graph, classes: Iterable[URIRef]) -> BNode:
    union, items = BNode(), BNode()
    Collection(graph, items, list(classes))
    graph.add((union, RDF.type, OWL.Class))
    graph.add((union, OWL.unionOf, items))
    return union


def _describe(graph: Graph, node: URIRef, label: Mapping[str, str], comment: Mapping[str, str]) -> None:
    for predicate, texts in ((RDFS.label, label), (RDFS.comment, comment)):
        for language, text in texts.items():
            if text:  # a translation that is still to be written
                graph.add((node, predicate, Literal(text, lang=language)))
