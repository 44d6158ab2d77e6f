"""Graphs for use with rdflib."""

from __future__ import annotations

from rdflib import URIRef

from kg.rdf import GraphSet, Triple
from kg.rdf.namespaces import KG

_ONE: Triple = (KG.a, KG.b, KG.c)
_TWO: Triple = (KG.a, KG.b, KG.d)


def test_graphs_are_apart_and_know_the_prefixes() -> None:
    graphs = GraphSet(frozenset([_ONE]), {KG.AllegedGraph: frozenset([_TWO])})
    assert set(graphs.graph()) == {_ONE}
    assert set(graphs.graph(KG.AllegedGraph)) == {_TWO}
    assert graphs.graph().qname(URIRef(KG.a)) == "kg:a"
