"""Claims as triples."""

from __future__ import annotations

from rdflib import RDF, Literal, URIRef
from rdflib.collection import Collection

from kg.model import Claim
from kg.rdf import BASE_IRI, to_graphs
from kg.rdf.namespaces import KG, NIF, PROV
from kg.vocabulary import load_vocabulary
from tests.samples import sample_knowledge_base

KB = sample_knowledge_base()
GRAPH = to_graphs(KB, load_vocabulary()).graph()


def _find(subject: str, predicate: str, value: str) -> Claim:
    (claim,) = [c for c in KB.claims if (c.subject, c.predicate, c.object.value) == (subject, predicate, value)]
    return claim


def _node(claim: Claim) -> URIRef:
    return URIRef(f"{BASE_IRI}claim/{claim.id}")


def test_every_claim_is_there_once_with_what_it_says() -> None:
    assert set(GRAPH.subjects(RDF.type, KG.Claim)) == {_node(c) for c in KB.claims}
    for part in (RDF.subject, RDF.predicate, RDF.object, KG.factuality, KG.confidence, KG.independentSources):
        assert [len(set(GRAPH.objects(_node(c), part))) for c in KB.claims] == [1] * len(KB.claims)


def test_a_claim_of_a_class_has_its_trigger_its_sentence_and_its_rule() -> None:
    claim = _find("arrest", "type", "Arrest")
    node = _node(claim)
    assert (node, RDF.object, KG.Arrest) in GRAPH
    trigger, evidence = GRAPH.value(node, KG.trigger), GRAPH.value(node, KG.evidence)
    assert GRAPH.value(trigger, NIF.anchorOf) == Literal("arrêté")
    assert GRAPH.value(evidence, NIF.anchorOf) == Literal(claim.evidence[0].quote)
    assert (node, KG.rule, Literal("fr/events.test")) in GRAPH
    assert str(GRAPH.value(node, KG.confidence)) == "0.87"


def test_a_source_is_an_entity() -> None:
    node = _node(_find("arrest", "patient", "karim"))
    assert list(GRAPH.objects(node, PROV.wasAttributedTo)) == [URIRef(f"{BASE_IRI}entity/dgsn")]
    assert GRAPH.value(node, KG.sourceChain) is None


def test_the_article_itself_is_no_source() -> None:
    assert GRAPH.value(_node(_find("attack", "agent", "karim")), PROV.wasAttributedTo) is None


def test_sources_that_cite_each_other_keep_their_order() -> None:
    node = _node(_find("explosion", "killed", ">=14"))
    sahel, dgsn = (URIRef(f"{BASE_IRI}entity/{name}") for name in ("sahel", "dgsn"))
    assert set(GRAPH.objects(node, PROV.wasAttributedTo)) == {sahel, dgsn}
    chain = GRAPH.value(node, KG.sourceChain)
    assert chain is not None
    assert list(Collection(GRAPH, chain)) == [sahel, dgsn]
