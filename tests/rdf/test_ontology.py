"""The generated ontology."""

from __future__ import annotations

import pytest
from rdflib import Graph, Literal
from rdflib.collection import Collection

from kg.model import DateOrigin, Factuality, MentionKind
from kg.rdf import BASE_IRI, ontology_graph, to_graphs
from kg.rdf.namespaces import KG, OWL, PROV, RDF, RDFS, SCHEMA, SEM, XSD, expand
from kg.rdf.ontology import canonical, objects_of, subjects_of
from kg.vocabulary import load_vocabulary
from tests.samples import sample_knowledge_base

VOCABULARY = load_vocabulary()
GRAPH = ontology_graph(VOCABULARY)


def test_every_event_class_is_below_event() -> None:
    below = set(GRAPH.transitive_subjects(RDFS.subClassOf, KG.Event))
    assert {KG[name] for name in VOCABULARY.events} <= below
    assert (KG.Event, RDFS.subClassOf, SEM.Event) in GRAPH


def test_an_event_class_has_its_plover_code_and_labels() -> None:
    assert (KG.Arrest, KG.plover, Literal("COERCE")) in GRAPH
    assert {label.language for label in GRAPH.objects(KG.Arrest, RDFS.label) if isinstance(label, Literal)} == {
        "fr",
        "en",
    }


def test_entities_are_aligned_with_sem_and_schema() -> None:
    assert set(GRAPH.objects(KG.Person, RDFS.subClassOf)) == {SEM.Actor, SCHEMA.Person}
    assert set(GRAPH.objects(KG.GeopoliticalEntity, RDFS.subClassOf)) == {KG.Place, SEM.Actor}


def test_claims_are_statements_and_prov_entities() -> None:
    assert set(GRAPH.objects(KG.Claim, RDFS.subClassOf)) == {RDF.Statement, PROV.Entity}


@pytest.mark.parametrize(
    ("node", "values"),
    [(KG.Factuality, Factuality), (KG.MentionKind, MentionKind), (KG.DateOrigin, DateOrigin)],
    ids=str,
)
def test_individuals_are_those_of_the_model(node: object, values: type[Factuality]) -> None:
    (items,) = GRAPH.objects(node, OWL.oneOf)  # type: ignore[arg-type]  # an IRI
    individuals = set(Collection(GRAPH, items))
    assert individuals == {KG[value] for value in values} == set(GRAPH.subjects(RDF.type, node))  # type: ignore[arg-type]


def test_every_predicate_of_claims_is_marked() -> None:
    marked = set(GRAPH.subjects(RDF.type, KG.ClaimPredicate))
    assert marked == {expand(r.iri) for r in VOCABULARY.relations.values()}


def test_roles_are_below_sem_and_lead_from_events_to_what_may_fill_them() -> None:
    assert (KG.agent, RDFS.subPropertyOf, SEM.hasActor) in GRAPH
    assert (KG.place, RDFS.subPropertyOf, SEM.hasPlace) in GRAPH
    assert (KG.agent, RDFS.domain, KG.Event) in GRAPH
    assert KG.Person in set(GRAPH.objects(KG.agent, SCHEMA.rangeIncludes))
    assert list(GRAPH.objects(KG.place, SCHEMA.rangeIncludes)) == [KG.Place]
    (union,) = GRAPH.objects(KG.patient, RDFS.range)
    (items,) = GRAPH.objects(union, OWL.unionOf)
    assert set(Collection(GRAPH, items)) == set(objects_of(VOCABULARY.relations["patient"], VOCABULARY))


def test_predicates_of_others_get_no_new_entailments() -> None:
    assert list(GRAPH.objects(SCHEMA.memberOf, RDFS.domain)) == []
    assert KG.Person in set(GRAPH.objects(SCHEMA.memberOf, SCHEMA.domainIncludes))


def test_literals_have_their_datatype() -> None:
    assert (KG.age, RDFS.range, XSD.integer) in GRAPH
    assert (KG.killed, RDF.type, OWL.DatatypeProperty) in GRAPH
    assert subjects_of(VOCABULARY.relations["killed"]) == (KG.Event,)


def test_every_kg_term_of_a_graph_is_defined() -> None:
    graphs = to_graphs(sample_knowledge_base(), VOCABULARY)
    terms = {t for triple in graphs.default for t in triple if str(t).startswith(str(KG))} | set(graphs.named)
    defined = set(GRAPH.subjects(RDF.type))
    # Classes of the sample that have no file in ontology/events are left out.
    told = {KG[c.object.value] for c in sample_knowledge_base().claims if c.predicate == "type"}
    assert terms - defined - told == set()


def test_every_term_of_ours_has_labels_in_french_and_english() -> None:
    lacking = [
        (node, language)
        for node in set(GRAPH.subjects(RDF.type)) if str(node).startswith(str(KG))
        for language in ("fr", "en")
        if language not in {getattr(label, "language", None) for label in GRAPH.objects(node, RDFS.label)}
    ]  # fmt: skip
    assert lacking == []


def test_nothing_depends_on_the_day_or_the_place_of_data() -> None:
    written = canonical(GRAPH)
    assert BASE_IRI not in written
    assert canonical(ontology_graph(VOCABULARY)) == written
    assert len(Graph().parse(data=written, format="turtle")) == len(GRAPH)
