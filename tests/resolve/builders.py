"""Small documents and facts for the tests of resolution: each sentence is its own passage of evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.model import (
    Claim,
    Document,
    DocumentFacts,
    Entity,
    EntityType,
    Event,
    EventMention,
    Evidence,
    Factuality,
    Link,
    Mention,
    MentionKind,
    Name,
    Span,
    Term,
    TermKind,
    TimeSpan,
    make_id,
)

PERSON, ORGANIZATION, PLACE = EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE


@dataclass(slots=True)
class Told:
    """An entity to be: its names, and what is said of it."""

    names: Sequence[str]
    type: EntityType = PERSON
    gender: str | None = None
    links: Sequence[Link] = ()
    age: int | None = None
    nationality: str | None = None
    title: str | None = None
    events: Sequence[str] = ()
    id: str = field(default="")


def person(*names: str, gender: str | None = None, age: int | None = None, events: Sequence[str] = ()) -> Told:
    return Told(names, PERSON, gender, age=age, events=events)


def body(*names: str, link: str | None = None) -> Told:
    return Told(names, ORGANIZATION, links=(Link("gazetteer", link, "test"),) if link else ())


def place(name: str, iso: str | None = None) -> Told:
    return Told((name,), PLACE, links=(Link("iso", iso, "test"),) if iso else ())


def facts(identifier: str, *told: Told, day: str | None = None, text: str = "") -> DocumentFacts:
    """A document that names each entity in a sentence of its own; entity ids are ``identifier/first name``."""
    sentences = [" ".join(t.names) + " est là." for t in told]
    whole = text + " ".join(sentences)
    span = TimeSpan(day, day, day) if day else None
    document = Document(make_id("doc", identifier), identifier, whole, "fr", "0" * 64, published=span)
    entities: list[Entity] = []
    events: list[Event] = []
    claims: list[Claim] = []
    begin = len(text)
    for t, sentence in zip(told, sentences, strict=True):
        begin = whole.index(sentence, begin)
        where = Span(document.id, begin, begin + len(sentence))
        begin += len(sentence)
        entity = _entity(identifier, document, t, where)
        entities.append(entity)
        evidence = Evidence.read(document, where, "fr/test")
        claims += [_claim(entity.id, p, v, evidence) for p, v in (("age", t.age), ("jobTitle", t.title)) if v]
        for event_class in t.events:
            event = Event(
                f"{entity.id}/{event_class}",
                event_class,
                (EventMention(where, sentence, event_class, where, "fr/test"),),
            )
            events.append(event)
            claims.append(_claim(event.id, "type", Term(TermKind.EVENT_CLASS, event_class), evidence))
            claims.append(_claim(event.id, "patient", Term(TermKind.ENTITY, entity.id), evidence))
    return DocumentFacts(document, tuple(entities), tuple(events), tuple(claims))


def _entity(identifier: str, document: Document, told: Told, where: Span) -> Entity:
    mentions = []
    position = where.begin
    for name in told.names:
        begin = document.text.index(name, position)
        position = begin + len(name)
        mentions.append(Mention(Span(document.id, begin, position), name, MentionKind.NAMED, told.type, "fr/test"))
    names = tuple(sorted(Name(n, "fr") for n in told.names))
    id_ = told.id or f"{identifier}/{told.names[0]}"
    return Entity(
        id_, told.type, max(told.names, key=len), tuple(mentions), names, tuple(told.links), gender=told.gender
    )


def _claim(subject: str, predicate: str, value: object, evidence: Evidence) -> Claim:
    term = (
        value
        if isinstance(value, Term)
        else Term(TermKind.LITERAL, str(value), "integer" if predicate == "age" else None)
    )
    return Claim(subject, predicate, term, Factuality.ASSERTED, (evidence,))
