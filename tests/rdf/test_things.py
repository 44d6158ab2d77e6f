"""Documents, spans, entities and events as triples."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.term import Node

from kg.model import KnowledgeBase, Link, Name, Surrounding
from kg.rdf import BASE_IRI, to_graphs
from kg.rdf.namespaces import DCTERMS, EDTF, GAF, GEO, KG, NIF, SCHEMA, SKOS
from kg.rdf.things import spans_of
from kg.vocabulary import load_vocabulary
from tests.samples import FIRST_TEXT, HOSTILE, sample_knowledge_base

KB = sample_knowledge_base()
GRAPH = to_graphs(KB, load_vocabulary()).graph()
DOC = URIRef(f"{BASE_IRI}doc/doc1")


def _entity(id_: str) -> URIRef:
    return URIRef(f"{BASE_IRI}entity/{id_}")


def _graph(kb: KnowledgeBase) -> Graph:
    return to_graphs(kb, load_vocabulary()).graph()


def _with_karim(**changes: object) -> Graph:
    entities = tuple(replace(e, **changes) if e.id == "karim" else e for e in KB.entities)  # type: ignore[arg-type]  # any field
    return _graph(replace(KB, entities=entities))


@pytest.mark.parametrize(
    ("predicate", "value"),
    [
        (RDF.type, SCHEMA.NewsArticle),
        (RDF.type, NIF.Context),
        (DCTERMS.identifier, Literal("maroc/arrestation.txt")),
        (DCTERMS.language, Literal("fr")),
        (NIF.isString, Literal(FIRST_TEXT)),
        (SCHEMA.datePublished, Literal("2023-11-28", datatype=EDTF.EDTF)),
        (KG.dateOrigin, KG.Given),
        (KG.dateRule, Literal("dates.header")),
        (KG.encoding, Literal("utf-8")),
        (SCHEMA.url, URIRef("https://journal.example/2023/11/28/arrestation?page=1&vue=tout")),
        (SCHEMA.publisher, Literal("Le Journal")),
        (SCHEMA.headline, Literal("Maroc : un suspect arrêté à Casablanca", lang="fr")),
    ],
)
def test_a_document_says_what_is_known_of_it(predicate: URIRef, value: Node) -> None:
    assert (DOC, predicate, value) in GRAPH


def test_a_document_does_not_say_what_is_not_known_of_it() -> None:
    known = set(GRAPH.predicates(URIRef(f"{BASE_IRI}doc/doc2")))
    assert not known & {SCHEMA.datePublished, KG.dateOrigin, KG.dateRule, SCHEMA.url, SCHEMA.publisher}


def test_documents_that_copy_each_other_share_a_group() -> None:
    graph = _graph(replace(KB, copies=(("doc2", "doc1"),)))
    groups = set(graph.objects(None, KG.independenceGroup))
    assert len(groups) == 1
    assert set(graph.subjects(KG.independenceGroup)) == {DOC, URIRef(f"{BASE_IRI}doc/doc2")}


def test_every_span_quotes_the_text_between_its_offsets() -> None:
    texts = {URIRef(f"{BASE_IRI}doc/{d.id}"): d.text for d in KB.documents}
    spans = list(GRAPH.subjects(RDF.type, NIF.OffsetBasedString))
    assert len(spans) == len(spans_of(KB)) > 30
    for span in spans:
        document, begin, end, anchor = (
            GRAPH.value(span, p) for p in (NIF.referenceContext, NIF.beginIndex, NIF.endIndex, NIF.anchorOf)
        )
        assert isinstance(document, URIRef)
        assert texts[document][int(str(begin)) : int(str(end))] == str(anchor)


def test_every_mention_of_an_entity_has_a_kind_a_rule_and_a_score() -> None:
    mentions = set(GRAPH.objects(_entity("karim"), GAF.denotedBy))
    assert sorted(str(GRAPH.value(m, KG.mentionKind)).removeprefix(str(KG)) for m in mentions) == [
        "Named", "Named", "Named", "Nominal", "Pronominal",
    ]  # fmt: skip
    assert {(str(GRAPH.value(m, KG.rule)), str(GRAPH.value(m, KG.score))) for m in mentions} == {
        ("fr/names.test", "0.90")
    }


def test_a_place_that_can_act_has_both_types() -> None:
    assert set(GRAPH.objects(_entity("casablanca"), RDF.type)) == {KG.Place, KG.GeopoliticalEntity}


def test_names_have_languages_and_the_label_is_not_repeated() -> None:
    assert list(GRAPH.objects(_entity("casablanca"), SKOS.prefLabel)) == [Literal("Casablanca", lang="fr")]
    assert list(GRAPH.objects(_entity("casablanca"), SKOS.altLabel)) == [Literal("الدار البيضاء", lang="ar")]


def test_a_label_that_is_no_listed_name_has_the_language_of_its_document() -> None:
    assert GRAPH.value(_entity("account"), SKOS.prefLabel) == Literal(HOSTILE, lang="fr")


def test_a_label_without_mention_has_no_language() -> None:
    assert _with_karim(names=(), mentions=()).value(_entity("karim"), SKOS.prefLabel) == Literal("Karim Belhaj")


def test_a_name_in_the_language_of_its_script() -> None:
    graph = _with_karim(label="كريم", names=(Name("كريم", "ar"),))
    assert graph.value(_entity("karim"), SKOS.prefLabel) == Literal("كريم", lang="ar")


def test_links_lead_to_authority_files_with_coordinates_and_reason() -> None:
    casablanca = _entity("casablanca")
    assert (casablanca, SKOS.exactMatch, URIRef("https://sws.geonames.org/2553604/")) in GRAPH
    assert (str(GRAPH.value(casablanca, GEO.lat)), str(GRAPH.value(casablanca, GEO.long))) == ("33.58831", "-7.61138")
    assert (casablanca, KG.linkReason, Literal("largest of 2 places of that name")) in GRAPH
    assert (_entity("maroc"), KG.isoCode, Literal("MA")) in GRAPH


def test_the_region_and_country_of_a_place_are_background_knowledge_without_a_claim() -> None:
    around = Surrounding("gazetteer", "MA-04", "Rabat-Salé-Kénitra", "fr"), Surrounding("iso", "MA", "Maroc", "fr")
    graph = _with_karim(links=(Link("geonames", "1", "only place called 'Rabat'", around=around),))
    assert graph.value(_entity("karim"), KG.withinCountry) == Literal("MA")
    assert not set(graph.subjects(RDF.predicate, KG.withinCountry)) | set(graph.subjects(RDF.predicate, KG.within))
    region = graph.value(_entity("karim"), KG.within)
    assert graph.value(region, SKOS.prefLabel) == Literal("Rabat-Salé-Kénitra", lang="fr")
    country = graph.value(region, SKOS.broader)
    assert graph.value(country, SKOS.notation) == Literal("MA")
    assert graph.value(country, SKOS.broader) is None
    for concept in (region, country):  # no entity: no text names it
        assert set(graph.objects(concept, RDF.type)) == {SKOS.Concept}


def test_an_entry_of_a_gazetteer_of_our_own_is_no_exact_match() -> None:
    graph = _with_karim(links=(Link("gazetteer", "maghreb", "name of a region"),))
    assert (_entity("karim"), KG.gazetteerId, Literal("maghreb")) in graph
    assert not list(graph.objects(_entity("karim"), SKOS.exactMatch))


def test_an_event_is_denoted_by_its_triggers() -> None:
    explosion = URIRef(f"{BASE_IRI}event/explosion")
    words = {str(GRAPH.value(span, NIF.anchorOf)) for span in GRAPH.objects(explosion, GAF.denotedBy)}
    assert words == {"explosion"}
    assert len(set(GRAPH.objects(explosion, GAF.denotedBy))) == 2
    assert GRAPH.value(explosion, SKOS.prefLabel) == Literal("Bombing : explosion", lang="fr")
