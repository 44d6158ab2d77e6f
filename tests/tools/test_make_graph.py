from __future__ import annotations

from kg.graph import to_networkx
from kg.model import Factuality
from tools.make_graph import make_knowledge


def test_the_graph_has_as_many_nodes_and_about_as_many_links_as_asked_for() -> None:
    graph = to_networkx(make_knowledge(500, 1500))
    assert len(graph) == 500
    assert 1400 < graph.number_of_edges() <= 1500


def test_the_same_numbers_give_the_same_graph() -> None:
    assert make_knowledge(100, 300) == make_knowledge(100, 300)


def test_it_has_something_of_everything() -> None:
    knowledge = make_knowledge(200, 600)
    assert {c.factuality for c in knowledge.claims} == set(Factuality)
    assert {"type", "date", "killed"} <= {c.predicate for c in knowledge.claims}
    assert any(c.independent_sources > 1 for c in knowledge.claims)
    assert any(e.links for e in knowledge.entities)


def test_every_quote_is_the_text_at_its_place() -> None:
    knowledge = make_knowledge(300, 500)
    texts = {d.id: d.text for d in knowledge.documents}
    for claim in knowledge.claims:
        for evidence in claim.evidence:
            span = evidence.span
            assert texts[span.doc_id][span.begin : span.end] == evidence.quote
