"""What every graph promises, as SHACL: ``data/shapes.ttl`` and a shape for each predicate of ``relations.yaml``."""

from __future__ import annotations

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.collection import Collection

from kg.rdf.namespaces import KG, RDF, SH, SHAPES, expand
from kg.rdf.ontology import DATA, objects_of
from kg.vocabulary import Relation, Vocabulary

#: a whole number, after a sign if it is not exact: ``86``, ``~30``, ``>300``, ``>=14``
_COUNT = "^(~|>=?|<=?)?[0-9]+$"


def shapes_graph(vocabulary: Vocabulary) -> Graph:
    """Shapes for claims, plain triples, spans, documents and things."""
    graph = Graph().parse(DATA / "shapes.ttl")
    for relation in vocabulary.relations.values():
        if relation.kind != "class":
            graph.add((SHAPES.PlainTriple, SH.targetSubjectsOf, expand(relation.iri)))
            _add_object_shape(graph, relation, vocabulary)
    return graph


def _add_object_shape(graph: Graph, relation: Relation, vocabulary: Vocabulary) -> None:
    """What the objects of a predicate are."""
    allowed = objects_of(relation, vocabulary)
    if not allowed:
        return
    shape, rule = SHAPES[f"Plain-{relation.name}"], SHAPES[f"{relation.name}-object"]
    graph.add((shape, RDF.type, SH.NodeShape))
    graph.add((shape, SH.targetSubjectsOf, expand(relation.iri)))
    graph.add((shape, SH.property, rule))
    graph.add((rule, SH.path, expand(relation.iri)))
    names = ", ".join(str(term).rpartition("#")[2] or str(term) for term in allowed)
    graph.add((rule, SH.message, Literal(f"{relation.name} takes {names}".replace(str(KG), ""))))
    if relation.datatype:
        graph.add((rule, SH.datatype, allowed[0]))
        if relation.kind == "count":
            graph.add((rule, SH.pattern, Literal(_COUNT)))
    elif len(allowed) == 1:
        graph.add((rule, SH["class"], allowed[0]))
    else:
        graph.add((rule, SH["or"], _alternatives(graph, allowed)))


def _alternatives(graph: Graph, classes: tuple[URIRef, ...]) -> BNode:
    items = []
    for cls in classes:
        item = BNode()
        graph.add((item, SH["class"], cls))
        items.append(item)
    head = BNode()
    Collection(graph, head, list(items))
    return head
