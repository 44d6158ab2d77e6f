"""The fast way to run SPARQL constraints finds what a SHACL engine finds."""

from __future__ import annotations

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import RDF, Graph, Literal, URIRef

from kg.check.constraints import constraint_results
from kg.check.structure import read_report
from kg.rdf import BASE_IRI, Triple, ontology_graph, shapes_graph, to_graphs
from kg.rdf.namespaces import KG, NIF
from tests.check.vocabulary import sample_vocabulary
from tests.samples import sample_knowledge_base

VOCABULARY = sample_vocabulary()
ONTOLOGY, SHAPES_GRAPH = ontology_graph(VOCABULARY), shapes_graph(VOCABULARY)
KARIM, ARREST, ATTACK = (URIRef(BASE_IRI + name) for name in ("entity/karim", "event/arrest", "event/attack"))
SPAN = URIRef(f"{BASE_IRI}doc/doc1#char=69,81")
PLANTED: list[Triple] = [
    (ARREST, KG.agent, KARIM),
    (ATTACK, RDF.type, KG.Attack),
    (ATTACK, RDF.type, KG.Party),
    (URIRef(f"{BASE_IRI}event/explosion"), KG.agent, URIRef(f"{BASE_IRI}entity/atlas")),
    (URIRef(f"{BASE_IRI}event/escape"), RDF.type, KG.Escape),
    (SPAN, NIF.anchorOf, Literal("other words")),
]


def _data(planted: list[Triple]) -> Graph:
    graph = to_graphs(sample_knowledge_base(), VOCABULARY).graph()
    for triple in planted:
        graph.add(triple)
    return graph


def _fast(data: Graph) -> set[tuple[str, str]]:
    triples = ox.Dataset(ox.parse(data.serialize(format="nt"), format=ox.RdfFormat.N_TRIPLES))
    return {(r.code, r.where) for r in constraint_results(triples, ONTOLOGY, SHAPES_GRAPH)}


@pytest.mark.parametrize("planted", [[], PLANTED], ids=["sound", "faulty"])
def test_both_ways_find_the_same(planted: list[Triple]) -> None:
    data = _data(planted)
    _, report, _ = pyshacl.validate(data + ONTOLOGY, shacl_graph=SHAPES_GRAPH, advanced=True)
    constraints = {str(c).rpartition("#")[2] for c in SHAPES_GRAPH.subjects(RDF.type)}
    slow = {(r.code, r.where) for r in read_report(report) if r.code in constraints}
    assert _fast(data) == slow
    assert bool(slow) is bool(planted)


def test_each_planted_fault_is_found_at_its_node() -> None:
    assert _fast(_data(PLANTED)) == {
        ("plain-without-claim", str(ARREST)),
        ("type-without-claim", str(ATTACK)),
        ("type-without-claim", f"{BASE_IRI}event/escape"),
        ("plain-but-denied", f"{BASE_IRI}event/explosion"),
        ("type-but-denied", f"{BASE_IRI}event/escape"),
        ("span-not-its-text", str(SPAN)),
    }


def test_offsets_are_code_points() -> None:
    text = "\U0001f600 Rabat"
    document, span = URIRef(f"{BASE_IRI}doc/x"), URIRef(f"{BASE_IRI}doc/x#char=2,7")
    graph = Graph()
    for triple in (
        (document, NIF.isString, Literal(text)), (span, RDF.type, NIF.OffsetBasedString),
        (span, NIF.referenceContext, document), (span, NIF.beginIndex, Literal(2)), (span, NIF.endIndex, Literal(7)),
        (span, NIF.anchorOf, Literal("Rabat")),
    ):  # fmt: skip
        graph.add(triple)
    assert _fast(graph) == set()
