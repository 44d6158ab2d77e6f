"""The two files, and claims and status graphs."""

from __future__ import annotations

import pyoxigraph as ox
from rdflib import URIRef

from kg.check.agreement import status_results, twin_results
from kg.rdf import GraphSet, Triple, to_graphs, trig, turtle
from kg.rdf.namespaces import KG
from kg.vocabulary import load_vocabulary
from tests.samples import sample_knowledge_base

GRAPHS = to_graphs(sample_knowledge_base(), load_vocabulary())
STRAY: Triple = (KG.a, KG.b, KG.c)


def _turtle(graphs: GraphSet) -> ox.Dataset:
    return ox.Dataset(ox.parse(turtle(graphs), format=ox.RdfFormat.TURTLE))


def _trig(graphs: GraphSet) -> ox.Dataset:
    return ox.Dataset(ox.parse(trig(graphs), format=ox.RdfFormat.TRIG))


def _with_named(changes: dict[URIRef, frozenset[Triple]]) -> ox.Dataset:
    return _trig(GraphSet(GRAPHS.default, {**GRAPHS.named, **changes}, GRAPHS.base))


def test_what_was_written_together_agrees() -> None:
    assert list(twin_results(_turtle(GRAPHS), _trig(GRAPHS))) == []
    assert list(status_results(_trig(GRAPHS))) == []


def test_a_triple_of_one_file_alone_is_found() -> None:
    more = GraphSet(GRAPHS.default | {STRAY}, GRAPHS.named, GRAPHS.base)
    assert [(r.code, r.where) for r in twin_results(_turtle(more), _trig(GRAPHS))] == [("files-differ", "graph.ttl")]
    assert [(r.code, r.where) for r in twin_results(_turtle(GRAPHS), _trig(more))] == [("files-differ", "graph.trig")]


def test_a_status_without_claim_is_found() -> None:
    quads = _with_named({KG.AllegedGraph: GRAPHS.named[KG.AllegedGraph] | {STRAY}})
    assert [(r.code, r.where) for r in status_results(quads)] == [("status-without-claim", str(KG.AllegedGraph))]


def test_a_missing_status_is_found() -> None:
    quads = _with_named({KG.DisputedGraph: frozenset()})
    assert [(r.code, r.where) for r in status_results(quads)] == [("status-missing", str(KG.DisputedGraph))]


def test_a_graph_of_an_unknown_name_is_found() -> None:
    quads = _with_named({KG.RumouredGraph: frozenset([STRAY])})
    assert [(r.code, r.where) for r in status_results(quads)] == [("status-without-claim", str(KG.RumouredGraph))]
