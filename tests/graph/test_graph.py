from __future__ import annotations

import json
from dataclasses import replace

import pytest

from kg.graph import to_networkx
from kg.model import Factuality, KnowledgeBase, Term, TermKind
from tests.samples import sample_knowledge_base


def test_every_entity_and_event_is_a_node() -> None:
    kb = sample_knowledge_base()
    graph = to_networkx(kb)
    assert sorted(graph) == sorted([*(e.id for e in kb.entities), *(e.id for e in kb.events)])


def test_every_claim_is_one_edge_or_one_attribute() -> None:
    kb = sample_knowledge_base()
    graph = to_networkx(kb)
    edges = [key for *_, key in graph.edges(keys=True)]
    nodes = [data for _, data in graph.nodes(data=True)]
    attributes = [c["id"] for d in nodes for c in d["classes"]]
    attributes += [c["id"] for d in nodes for claims in d["literals"].values() for c in claims]
    assert sorted(edges + attributes) == sorted(c.id for c in kb.claims)


def test_an_entity_carries_names_coordinates_and_where_it_is_named() -> None:
    node = to_networkx(sample_knowledge_base()).nodes["casablanca"]
    assert (node["kind"], node["type"], node["label"]) == ("entity", "Place", "Casablanca")
    assert ("الدار البيضاء", "ar") in node["names"]
    assert node["coordinates"] == (33.58831, -7.61138)
    assert (node["mentions"], node["documents"]) == (2, ("doc1",))
    assert node["factuality"] is None


def test_an_event_carries_class_status_dates_and_figures() -> None:
    graph = to_networkx(sample_knowledge_base())
    trial, explosion = graph.nodes["trial"], graph.nodes["explosion"]
    assert (trial["kind"], trial["type"], trial["factuality"]) == ("event", "Trial", "Planned")
    assert trial["dates"] == ("2024-03",)
    assert sorted(c["object"] for c in explosion["literals"]["killed"]) == ["12", ">=14"]
    assert explosion["documents"] == ("doc1", "doc2")


def test_an_edge_carries_what_the_claim_says_and_its_evidence() -> None:
    kb = sample_knowledge_base()
    claim = next(c for c in kb.claims if (c.subject, c.predicate) == ("attack", "agent"))
    data = to_networkx(kb).edges["attack", "karim", claim.id]
    assert (data["predicate"], data["factuality"], data["disputed"]) == ("agent", "Alleged", False)
    evidence = data["evidence"][0]
    document = next(d for d in kb.documents if d.id == evidence["document"])
    assert evidence["quote"] == document.text[evidence["begin"] : evidence["end"]]


def test_what_one_affirms_and_another_denies_is_disputed() -> None:
    edges = to_networkx(sample_knowledge_base()).get_edge_data("explosion", "atlas")
    assert sorted((e["factuality"], e["disputed"]) for e in edges.values()) == [("Asserted", True), ("Denied", True)]


def test_an_events_status_is_that_of_its_surest_class() -> None:
    kb = sample_knowledge_base()
    typed = next(c for c in kb.claims if (c.subject, c.predicate) == ("attack", "type"))
    surer = replace(typed, factuality=Factuality.ASSERTED, object=Term(TermKind.EVENT_CLASS, "Bombing"))
    node = to_networkx(replace(kb, claims=(*kb.claims, surer))).nodes["attack"]
    assert (node["type"], node["factuality"], len(node["classes"])) == ("Bombing", "Asserted", 2)


def test_the_graph_knows_its_documents() -> None:
    documents = to_networkx(sample_knowledge_base()).graph["documents"]
    assert documents["doc1"]["publisher"] == "Le Journal"
    assert documents["doc2"]["date"] is None


def test_everything_is_plain_data() -> None:
    graph = to_networkx(sample_knowledge_base())
    everything = [[d for _, d in graph.nodes(data=True)], [d for *_, d in graph.edges(data=True)], graph.graph]
    assert json.loads(json.dumps(everything))


def test_the_order_of_the_knowledge_base_does_not_matter() -> None:
    kb = sample_knowledge_base()
    turned = replace(kb, entities=kb.entities[::-1], events=kb.events[::-1], claims=kb.claims[::-1])
    one, other = to_networkx(kb), to_networkx(turned)
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(keys=True, data=True)) == list(other.edges(keys=True, data=True))


@pytest.mark.parametrize("change", [{"subject": "x"}, {"object": Term(TermKind.ENTITY, "x")}, {"sources": ("x",)}])
def test_a_claim_about_something_unknown_is_refused(change: dict[str, object]) -> None:
    kb = sample_knowledge_base()
    claim = next(c for c in kb.claims if c.predicate == "agent")
    with pytest.raises(ValueError, match="names x, which is no entity or event"):
        to_networkx(KnowledgeBase(kb.documents, kb.entities, kb.events, (replace(claim, **change),)))  # type: ignore[arg-type]  # one field each
