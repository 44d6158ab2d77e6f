"""What the sample knowledge base becomes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace

import pyoxigraph as ox
import pytest
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from kg.errors import DataError, InputError
from kg.model import Factuality, KnowledgeBase, Term, TermKind
from kg.rdf import BASE_IRI, GraphSet, MadeBy, to_graphs, trig, turtle
from kg.rdf.namespaces import EDTF, GAF, KG, PROV, SCHEMA, SKOS
from kg.vocabulary import load_vocabulary
from tests.samples import sample_knowledge_base

KB = sample_knowledge_base()
VOCABULARY = load_vocabulary()
GRAPHS = to_graphs(KB, VOCABULARY, made_by=MadeBy("kg test", "hand-made test"))


def _triples(graph: Graph) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(graph.serialize(format="nt"), format=ox.RdfFormat.N_TRIPLES)}


def _event(id_: str) -> URIRef:
    return URIRef(f"{BASE_IRI}event/{id_}")


def _entity(id_: str) -> URIRef:
    return URIRef(f"{BASE_IRI}entity/{id_}")


def _shuffled(kb: KnowledgeBase) -> KnowledgeBase:
    return replace(
        kb, documents=kb.documents[::-1], entities=kb.entities[::-1], events=kb.events[::-1], claims=kb.claims[::-1],
        merges=kb.merges[::-1],
    )  # fmt: skip


def test_turtle_says_what_the_golden_file_says(golden: Callable[[str, str], str]) -> None:
    expected = Graph().parse(data=golden("sample.ttl", turtle(GRAPHS)), format="turtle")
    assert isomorphic(expected, GRAPHS.graph())


def test_trig_says_what_the_golden_file_says(golden: Callable[[str, str], str]) -> None:
    expected = defaultdict(set)
    for quad in ox.parse(golden("sample.trig", trig(GRAPHS)), format=ox.RdfFormat.TRIG):
        name = URIRef(quad.graph_name.value) if isinstance(quad.graph_name, ox.NamedNode) else None
        expected[name].add(quad.triple)
    names = (None, *GRAPHS.named)
    assert expected == {name: _triples(GRAPHS.graph(name)) for name in names}


def test_bytes_are_those_of_the_golden_files(golden: Callable[[str, str], str]) -> None:
    assert turtle(GRAPHS) == golden("sample.ttl", turtle(GRAPHS))
    assert trig(GRAPHS) == golden("sample.trig", trig(GRAPHS))


def test_bytes_do_not_depend_on_the_order_of_the_input() -> None:
    again = to_graphs(_shuffled(KB), VOCABULARY, made_by=MadeBy("kg test", "hand-made test"))
    assert trig(again) == trig(GRAPHS)


@pytest.mark.parametrize(
    ("event", "event_class", "graph"),
    [
        ("attack", "Attack", "AllegedGraph"),
        ("trial", "Trial", "PlannedGraph"),
        ("deportation", "Deportation", "HypotheticalGraph"),
        ("escape", "Escape", "DeniedGraph"),
    ],
)
def test_what_is_not_asserted_stands_in_its_status_graph_alone(event: str, event_class: str, graph: str) -> None:
    triple = (_event(event), RDF.type, KG[event_class])
    assert triple not in GRAPHS.default
    assert [name for name, triples in GRAPHS.named.items() if triple in triples] == [KG[graph]]


def test_an_event_of_which_nothing_is_asserted_has_a_label_and_words_alone() -> None:
    predicates = {p for s, p, _ in GRAPHS.default if s == _event("attack")}
    assert predicates == {SKOS.prefLabel, GAF.denotedBy}


def test_what_is_asserted_stands_as_a_plain_triple() -> None:
    assert (_event("arrest"), RDF.type, KG.Arrest) in GRAPHS.default
    assert (_event("arrest"), KG.patient, _entity("karim")) in GRAPHS.default
    assert (_event("arrest"), KG.date, Literal("2023-11-28", datatype=EDTF.EDTF)) in GRAPHS.default
    assert (_entity("karim"), SCHEMA.memberOf, _entity("atlas")) in GRAPHS.default


def test_conflicting_figures_both_stand() -> None:
    assert {str(o) for s, p, o in GRAPHS.default if p == KG.killed} == {"12", ">=14"}


def test_what_one_source_asserts_and_another_denies_is_disputed() -> None:
    triple = (_event("explosion"), KG.agent, _entity("atlas"))
    assert triple not in GRAPHS.default
    assert {name for name, triples in GRAPHS.named.items() if triple in triples} == {KG.DisputedGraph, KG.DeniedGraph}


def test_what_is_asserted_and_also_alleged_stands_in_both() -> None:
    claim = next(c for c in KB.claims if c.subject == "arrest" and c.predicate == "agent")
    kb = replace(KB, claims=(*KB.claims, replace(claim, factuality=Factuality.ALLEGED)))
    triple = (_event("arrest"), KG.agent, _entity("police"))
    graphs = to_graphs(kb, VOCABULARY)
    assert triple in graphs.default
    assert triple in graphs.named[URIRef(KG.AllegedGraph)]
    assert triple not in graphs.named[URIRef(KG.DisputedGraph)]


def test_the_run_is_described_without_a_clock() -> None:
    run = URIRef(f"{BASE_IRI}run")
    assert (URIRef(f"{BASE_IRI}dataset"), PROV.wasGeneratedBy, run) in GRAPHS.default
    assert {str(o) for s, _, o in GRAPHS.default if s == run} == {str(PROV.Activity), "kg test", "hand-made test"}


def test_nobody_is_named_when_nothing_is_known_of_the_run() -> None:
    assert not [s for s, _, _ in to_graphs(KB, VOCABULARY).default if s == URIRef(f"{BASE_IRI}run")]


def test_the_base_iri_is_the_users() -> None:
    graphs = to_graphs(KB, VOCABULARY, base_iri="https://data.example.org/presse/")
    assert BASE_IRI not in trig(graphs)
    assert (URIRef("https://data.example.org/presse/event/arrest"), RDF.type, KG.Arrest) in graphs.default


@pytest.mark.parametrize("base", ["", "kg", "https://kg.example/id", "urn:kg:", "javascript:alert(1)/", "https://[/"])
def test_a_wrong_base_iri_is_the_users_mistake(base: str) -> None:
    with pytest.raises(InputError, match="base IRI"):
        to_graphs(KB, VOCABULARY, base_iri=base)


def test_an_empty_knowledge_base_is_a_graph() -> None:
    graphs = to_graphs(KnowledgeBase(()), VOCABULARY)
    assert isinstance(graphs, GraphSet)
    assert len(Graph().parse(data=turtle(graphs), format="turtle")) == 1


@pytest.mark.parametrize("change", [{"predicate": "likes"}, {"object": Term(TermKind.ENTITY, "nobody")}])
def test_a_claim_about_nothing_known_is_refused(change: dict[str, object]) -> None:
    claims = (replace(KB.claims[0], **change),)  # type: ignore[arg-type]  # the point: any field, any value
    with pytest.raises(DataError, match=r"likes|nobody"):
        to_graphs(replace(KB, claims=claims), VOCABULARY)
