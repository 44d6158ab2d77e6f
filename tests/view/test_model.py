from __future__ import annotations

from dataclasses import replace

from kg.graph import to_networkx
from kg.model import Factuality
from kg.view.model import drawn_edges, drawn_nodes
from tests.samples import sample_knowledge_base


def test_claims_of_one_link_are_drawn_as_one() -> None:
    edges = {edge.id: edge for edge in drawn_edges(to_networkx(sample_knowledge_base()))}
    disputed = edges["explosion agent atlas"]
    assert (disputed.status, len(disputed.claims)) == ("Disputed", 2)
    assert edges["attack agent karim"].status == "Alleged"


def test_a_link_has_the_status_of_its_surest_claim() -> None:
    kb = sample_knowledge_base()
    alleged = next(c for c in kb.claims if (c.subject, c.predicate) == ("attack", "agent"))
    planned = replace(alleged, factuality=Factuality.PLANNED)
    edges = {edge.id: edge for edge in drawn_edges(to_networkx(replace(kb, claims=(*kb.claims, planned))))}
    assert edges["attack agent karim"].status == "Alleged"
    assert edges["attack agent karim"].claims == (alleged.id, planned.id)


def test_an_event_without_a_class_is_not_drawn_as_established() -> None:
    kb = sample_knowledge_base()
    claims = tuple(c for c in kb.claims if c.predicate != "type")
    statuses = {n.status for n in drawn_nodes(to_networkx(replace(kb, claims=claims))) if n.kind == "Event"}
    assert statuses == {"Hypothetical"}


def test_entities_have_a_kind_and_no_status() -> None:
    nodes = {node.id: node for node in drawn_nodes(to_networkx(sample_knowledge_base()))}
    assert (nodes["karim"].kind, nodes["karim"].status) == ("Person", None)
    assert (nodes["arrest"].kind, nodes["arrest"].status, nodes["arrest"].date) == ("Event", "Asserted", "2023-11-28")


def test_a_part_in_an_event_is_drawn_no_surer_than_the_event() -> None:
    kb = sample_knowledge_base()
    alleged = next(c for c in kb.claims if (c.subject, c.predicate) == ("attack", "agent"))
    claims = tuple(replace(c, factuality=Factuality.ASSERTED) if c is alleged else c for c in kb.claims)
    edges = {edge.id: edge for edge in drawn_edges(to_networkx(replace(kb, claims=claims)))}
    assert edges["attack agent karim"].status == "Alleged"
    assert edges["arrest patient karim"].status == "Asserted"


def test_a_link_knows_how_many_independent_sources_it_rests_on() -> None:
    kb = sample_knowledge_base()
    claims = tuple(replace(c, independent_sources=3) if c.predicate == "memberOf" else c for c in kb.claims)
    edges = {edge.id: edge for edge in drawn_edges(to_networkx(replace(kb, claims=claims)))}
    assert (edges["karim memberOf atlas"].independent, edges["arrest patient karim"].independent) == (3, 1)
