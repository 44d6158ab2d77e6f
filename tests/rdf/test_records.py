"""Merges and decisions as triples."""

from __future__ import annotations

from dataclasses import replace

from rdflib import RDF, Literal, URIRef

from kg.model import Decision, DecisionKind, EventLink, Score
from kg.rdf import BASE_IRI, to_graphs
from kg.rdf.namespaces import DCTERMS, KG, PROV
from kg.vocabulary import load_vocabulary
from tests.samples import sample_knowledge_base

KB = sample_knowledge_base()
GRAPH = to_graphs(KB, load_vocabulary()).graph()


def test_a_merge_says_what_became_what_and_why() -> None:
    (merge,) = GRAPH.subjects(KG.into, URIRef(f"{BASE_IRI}entity/karim"))
    assert {(p, str(o)) for p, o in GRAPH.predicate_objects(merge)} == {
        (RDF.type, str(KG.Merge)), (KG.into, f"{BASE_IRI}entity/karim"), (KG.left, "d1-karim"), (KG.right, "d2-karim"),
        (KG.score, "0.92"), (KG.reason, "same name; both cite 'karim'"),
    }  # fmt: skip


def test_every_merge_is_there() -> None:
    assert len(set(GRAPH.subjects(RDF.type, KG.Merge))) == len(KB.merges) == 5


def test_two_events_that_may_be_one_happening_are_linked_both_ways_with_score_and_reason() -> None:
    link = EventLink("arrest", "trial", Score(0.8, "both with Karim Belhaj"))
    graph = to_graphs(replace(KB, event_links=(link,)), load_vocabulary()).graph()
    arrest, trial = (URIRef(f"{BASE_IRI}event/{name}") for name in ("arrest", "trial"))
    assert (arrest, KG.sameHappening, trial) in graph
    assert (trial, KG.sameHappening, arrest) in graph
    (node,) = graph.subjects(RDF.type, KG.EventLink)
    assert {(p, str(o)) for p, o in graph.predicate_objects(node)} == {
        (RDF.type, str(KG.EventLink)), (KG.links, str(arrest)), (KG.links, str(trial)),
        (KG.score, "0.80"), (KG.reason, "both with Karim Belhaj"),
    }  # fmt: skip


def test_a_decision_says_who_decided_what_when_and_why() -> None:
    (decision,) = GRAPH.subjects(RDF.type, KG.Decision)
    assert set(GRAPH.objects(decision, KG.about)) == {Literal("d1-karim"), Literal("d2-karim")}
    assert (decision, DCTERMS.creator, Literal("analyst")) in GRAPH
    assert (decision, DCTERMS.date, Literal("2024-01-15")) in GRAPH
    assert (decision, KG.reason, Literal("same person, same case")) in GRAPH
    assert GRAPH.value(decision, KG.value) is None


def test_a_decision_may_give_a_value_and_no_reason() -> None:
    named = Decision(DecisionKind.NAME, ("d1-karim",), "analyst", "2024-01-16", value="K. Belhaj")
    graph = to_graphs(replace(KB, decisions=(named,)), load_vocabulary()).graph()
    (decision,) = graph.subjects(RDF.type, KG.Decision)
    assert graph.value(decision, KG.value) == Literal("K. Belhaj")
    assert graph.value(decision, KG.reason) is None


def test_what_a_decision_did_is_traced_from_what_it_touched() -> None:
    done = replace(KB.decisions[0], did=("brought together: Karim Belhaj",), touched=("karim",))
    graph = to_graphs(replace(KB, decisions=(done,)), load_vocabulary()).graph()
    (decision,) = graph.subjects(RDF.type, KG.Decision)
    assert set(graph.objects(decision, KG.effect)) == {Literal("brought together: Karim Belhaj")}
    assert (URIRef(f"{BASE_IRI}entity/karim"), PROV.wasInfluencedBy, decision) in graph
    (agent,) = graph.objects(decision, PROV.wasAttributedTo)
    assert (agent, RDF.type, PROV.Agent) in graph
    assert graph.value(decision, KG.notApplied) is None


def test_a_decision_that_was_not_applied_says_why() -> None:
    reasons = [f"no document is called {name}" for name in "ab"]
    lost = [Decision(DecisionKind.SPLIT, (), "analyst", "2024-01-16", problem=reason) for reason in reasons]
    graph = to_graphs(replace(KB, decisions=tuple(lost)), load_vocabulary()).graph()
    assert {str(o) for o in graph.objects(None, KG.notApplied)} == set(reasons)
    assert len(set(graph.subjects(RDF.type, KG.Decision))) == len(lost)
