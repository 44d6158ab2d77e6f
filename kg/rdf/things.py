"""Documents, spans, entities and events as triples."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Literal, URIRef

from kg.model import Document, Entity, Event, EventMention, KnowledgeBase, Link, Mention, Span
from kg.rdf.graphs import Triple
from kg.rdf.namespaces import DCTERMS, GAF, GEO, KG, NIF, RDF, SCHEMA, SKOS
from kg.rdf.terms import decimal, edtf, number, text, web_address
from kg.rdf.world import World

_GEONAMES = "https://sws.geonames.org/"


def document_triples(document: Document, world: World) -> Iterator[Triple]:
    """A document with its whole text, so that every quotation can be audited inside the graph."""
    node = world.names.thing("doc", document.id)
    yield node, RDF.type, SCHEMA.NewsArticle
    yield node, RDF.type, NIF.Context
    yield node, DCTERMS.identifier, Literal(document.identifier)
    yield node, DCTERMS.language, Literal(document.language)
    yield node, NIF.isString, Literal(document.text)
    yield node, KG.sha256, Literal(document.sha256)
    yield node, KG.encoding, Literal(document.encoding)
    if document.published:
        yield node, SCHEMA.datePublished, edtf(document.published.edtf)
    if document.date_origin:
        yield node, KG.dateOrigin, KG[document.date_origin]
    if document.date_rule:
        yield node, KG.dateRule, Literal(document.date_rule)
    if document.url:
        yield node, SCHEMA.url, web_address(document.url)
    if document.publisher:
        yield node, SCHEMA.publisher, Literal(document.publisher)
    if document.title:
        yield node, SCHEMA.headline, text(document.title, document.language)
    if document.id in world.groups:
        yield node, KG.independenceGroup, world.groups[document.id]


def spans_of(kb: KnowledgeBase) -> set[Span]:
    """Every stretch of text that an entity, event or claim points to."""
    return {
        *(m.span for e in kb.entities for m in e.mentions),
        *(m.trigger for e in kb.events for m in e.mentions),
        *(e.span for c in kb.claims for e in c.evidence),
        *(s for c in kb.claims for s in c.triggers),
    }


def span_triples(span: Span, world: World) -> Iterator[Triple]:
    """A stretch of text: offsets in code points, end exclusive, and the characters between them."""
    node = world.names.span(span)
    document = world.documents[span.doc_id]
    yield node, RDF.type, NIF.OffsetBasedString
    yield node, NIF.referenceContext, world.names.thing("doc", span.doc_id)
    yield node, NIF.beginIndex, number(span.begin)
    yield node, NIF.endIndex, number(span.end)
    yield node, NIF.anchorOf, Literal(document.quote(span))


def entity_triples(entity: Entity, world: World) -> Iterator[Triple]:
    """An entity with its names, its mentions and its entries in authority files."""
    node = world.node(entity.id)
    yield node, RDF.type, KG[entity.type]
    if entity.geopolitical:
        yield node, RDF.type, KG.GeopoliticalEntity
    label = text(entity.label, _label_language(entity, world))
    yield node, SKOS.prefLabel, label
    for name in entity.names:
        other = text(name.text, name.language)
        if other != label:
            yield node, SKOS.altLabel, other
    for mention in entity.mentions:
        yield from _mention_triples(node, mention, world)
    for link in entity.links:
        yield from _link_triples(node, link, world)


def _label_language(entity: Entity, world: World) -> str | None:
    """The language that the names give for the label, else that of the document that names it first."""
    for name in entity.names:
        if name.text == entity.label:
            return name.language
    return world.documents[entity.mentions[0].span.doc_id].language if entity.mentions else None


def _mention_triples(node: URIRef, mention: Mention, world: World) -> Iterator[Triple]:
    span = world.names.span(mention.span)
    yield node, GAF.denotedBy, span
    yield span, KG.mentionKind, KG[mention.kind]
    yield from _reading(span, mention)


def _reading(span: URIRef, mention: Mention | EventMention) -> Iterator[Triple]:
    yield span, KG.rule, Literal(mention.rule)
    yield span, KG.score, decimal(mention.score, 2)


def _link_triples(node: URIRef, link: Link, world: World) -> Iterator[Triple]:
    if link.scheme == "iso":
        yield node, KG.isoCode, Literal(link.id)
    elif link.scheme == "geonames":
        yield node, SKOS.exactMatch, URIRef(f"{_GEONAMES}{link.id}/")
    else:
        yield node, KG.gazetteerId, Literal(link.id)
    yield from _around_triples(node, link, world)
    yield node, KG.linkReason, Literal(link.reason)
    if link.latitude is not None and link.longitude is not None:
        yield node, GEO.lat, decimal(link.latitude)
        yield node, GEO.long, decimal(link.longitude)


def _around_triples(node: URIRef, link: Link, world: World) -> Iterator[Triple]:
    """The regions and the country around a place, each a concept of the gazetteer: no entity, for no text names it."""
    if link.country is not None:
        yield node, KG.withinCountry, Literal(link.country)
    inner, step = node, KG.within
    for place in link.around:
        outer = world.names.thing("gazetteer", place.id)
        yield inner, step, outer
        yield outer, RDF.type, SKOS.Concept
        yield outer, SKOS.prefLabel, text(place.label, place.language)
        yield outer, SKOS.notation, Literal(place.id)
        inner, step = outer, SKOS.broader


def event_triples(event: Event, world: World) -> Iterator[Triple]:
    """An event's label and the words that tell of it: its class and roles come from claims alone."""
    node = world.node(event.id)
    first = event.mentions[0].trigger.doc_id if event.mentions else None
    yield node, SKOS.prefLabel, text(event.label, world.documents[first].language if first else None)
    for told in event.mentions:
        span = world.names.span(told.trigger)
        yield node, GAF.denotedBy, span
        yield from _reading(span, told)
