"""A small hand-made knowledge base that the tests of the outer rooms share.

Two documents; events asserted, alleged, planned, hypothetical, denied and disputed; conflicting figures; a source that
cites another; merges, a decision, coordinates, an Arabic name, and a name that would like to be markup.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from kg.model import (
    Alignment,
    Claim,
    DateOrigin,
    Decision,
    DecisionKind,
    Document,
    DocumentFacts,
    Entity,
    EntityType,
    Event,
    EventMention,
    Evidence,
    Factuality,
    KnowledgeBase,
    Link,
    Mention,
    MentionKind,
    Merge,
    Name,
    Passage,
    PassageKind,
    Run,
    Score,
    Span,
    Surrounding,
    Term,
    TermKind,
    TimeSpan,
)

HOSTILE = '<script>alert(1)</script> "Atlas"\u200f'

FIRST_TEXT = """Maroc : un suspect arrêté à Casablanca

La police marocaine a arrêté Karim Belhaj mardi à Casablanca, a annoncé la DGSN. \
L'explosion du marché de Rabat a fait 12 morts, selon le ministère de l'Intérieur, qui accuse le Réseau Atlas. \
Âgé de 34 ans et membre du Réseau Atlas, Karim Belhaj aurait préparé une attaque contre l'ambassade.
"""

SECOND_TEXT = f"""Explosion de Rabat : ce que l'on sait

L'explosion a tué au moins 14 personnes, affirme l'agence Sahel Info, citant la DGSN. \
Le Réseau Atlas dément avoir posé la bombe ; le compte « {HOSTILE} » a publié une vidéo. \
Le procès de Belhaj doit s'ouvrir en mars 2024 à Rabat ; s'il était condamné, il serait expulsé vers la France. \
Son avocat dément toute évasion.
"""

_NAMED, _NOMINAL, _PRONOMINAL = MentionKind.NAMED, MentionKind.NOMINAL, MentionKind.PRONOMINAL
_PERSON, _ORGANIZATION, _PLACE = EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE
_ASSERTED, _ALLEGED, _PLANNED = Factuality.ASSERTED, Factuality.ALLEGED, Factuality.PLANNED
_HYPOTHETICAL, _DENIED = Factuality.HYPOTHETICAL, Factuality.DENIED

#: ids of the knowledge base -> the ids that the documents' facts have for the same thing
_REFERENTS = {
    "account": ["d2-account"], "arrest": ["d1-arrest"], "atlas": ["d1-atlas", "d2-atlas"], "attack": ["d1-attack"],
    "casablanca": ["d1-casablanca"], "deportation": ["d2-deportation"], "dgsn": ["d1-dgsn", "d2-dgsn"],
    "escape": ["d2-escape"], "explosion": ["d1-explosion", "d2-explosion"], "france": ["d2-france"],
    "karim": ["d1-karim", "d2-karim"], "lawyer": ["d2-lawyer"], "maroc": ["d1-maroc"], "ministry": ["d1-ministry"],
    "police": ["d1-police"], "publication": ["d2-publication"], "rabat": ["d1-rabat", "d2-rabat"],
    "sahel": ["d2-sahel"], "trial": ["d2-trial"],
}  # fmt: skip
_RESOLVED = {local: id_ for id_, locals_ in _REFERENTS.items() for local in locals_}

_NAMES = {
    "casablanca": (Name("Casablanca", "fr"), Name("الدار البيضاء", "ar")),
    "atlas": (Name("Réseau Atlas", "fr"), Name("Atlas Network", "en")),
    "karim": (Name("Belhaj", "fr"), Name("Karim Belhaj", "fr")),
}
SETTAT = Surrounding("gazetteer", "MA-06", "Casablanca-Settat", "fr"), Surrounding("iso", "MA", "Maroc", "fr")
_LINKS = {
    "casablanca": (Link("geonames", "2553604", "largest of 2 places of that name", 33.58831, -7.61138, SETTAT),),
    "rabat": (Link("geonames", "2538475", "capital of a country named in the document", 34.01325, -6.83255),),
    "maroc": (Link("iso", "MA", "name of a country"),),
    "france": (Link("iso", "FR", "name of a country"),),
}


def sample_knowledge_base() -> KnowledgeBase:
    """What both documents say, resolved; ids are readable (``karim``, ``explosion``), unlike real ones."""
    facts = sample_facts()
    return KnowledgeBase(
        documents=tuple(sorted((f.document for f in facts), key=lambda d: d.id)),
        entities=tuple(_resolve_entities(e for f in facts for e in f.entities)),
        events=tuple(_resolve_events(e for f in facts for e in f.events)),
        claims=tuple(_resolve_claims(c for f in facts for c in f.claims)),
        merges=tuple(
            Merge(id_, left, right, Score(0.92, f"same name; both cite {id_!r}"))
            for id_, (left, *rest) in sorted(_REFERENTS.items())
            for right in rest
        ),
        decisions=(
            Decision(DecisionKind.SAME, ("d1-karim", "d2-karim"), "analyst", "2024-01-15", "same person, same case"),
        ),
    )


def sample_facts() -> tuple[DocumentFacts, ...]:
    """What each document says on its own; ids begin with ``d1-`` or ``d2-``."""
    return _first(), _second()


class _Reader:
    """Finds words in one document and makes mentions, events and claims of them."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def span(self, words: str, nth: int = 0) -> Span:
        begin = -1
        for _ in range(nth + 1):
            begin = self.document.text.index(words, begin + 1)
        return Span(self.document.id, begin, begin + len(words))

    def sentence(self, span: Span) -> Span:
        """From the last sentence end or line start before the span to the first full stop after it."""
        text = self.document.text
        begin = max(i + len(mark) if (i := text.rfind(mark, 0, span.begin)) >= 0 else 0 for mark in ("\n", ". "))
        ends = [i for mark in (". ", ".\n", "\n") if (i := text.find(mark, span.end)) >= 0]
        stop = min(ends)
        return Span(span.doc_id, begin, stop + (text[stop] == "."))

    def entity(self, id_: str, type_: EntityType, *mentions: tuple[str, int, MentionKind]) -> Entity:
        found = tuple(
            Mention(span, words, kind, type_, "fr/names.test", 0.9)
            for words, nth, kind in mentions
            for span in (self.span(words, nth),)
        )
        name = _RESOLVED[id_]
        named = [m for m in found if m.kind is _NAMED]
        return Entity(
            id_, type_, (named or list(found))[0].text, tuple(sorted(found)), names=_NAMES.get(name, ()),
            links=_LINKS.get(name, ()), geopolitical=type_ is _PLACE,
        )  # fmt: skip

    def event(self, id_: str, event_class: str, words: str, nth: int = 0) -> Event:
        trigger = self.span(words, nth)
        told = EventMention(trigger, words, event_class, self.sentence(trigger), "fr/events.test", 0.9)
        return Event(id_, f"{event_class} : {words}", (told,))

    def typed(self, event: Event, factuality: Factuality, *sources: str) -> Claim:
        """The claim of an event's class."""
        told = event.mentions[0]
        evidence = Evidence.read(self.document, told.sentence, told.rule)
        return Claim(
            event.id, "type", Term(TermKind.EVENT_CLASS, told.event_class), factuality, (evidence,), sources,
            triggers=(told.trigger,), confidence=0.87,
        )  # fmt: skip

    def claim(self, subject: str, predicate: str, value: str | Term, words: str, factuality: Factuality,
              *sources: str) -> Claim:  # fmt: skip
        """A claim whose evidence is the sentence around ``words``; a bare ``value`` is an entity's id."""
        term = Term(TermKind.ENTITY, value) if isinstance(value, str) else value
        evidence = Evidence.read(self.document, self.sentence(self.span(words)), f"fr/{predicate}.test")
        return Claim(subject, predicate, term, factuality, (evidence,), sources, confidence=0.75)


def _literal(value: str, datatype: str | None = None) -> Term:
    return Term(TermKind.LITERAL, value, datatype)


def _first() -> DocumentFacts:
    document = _document(
        "doc1", "maroc/arrestation.txt", FIRST_TEXT, title="Maroc : un suspect arrêté à Casablanca",
        published=TimeSpan("2023-11-28", "2023-11-28", "2023-11-28"), date_origin=DateOrigin.GIVEN,
        url="https://journal.example/2023/11/28/arrestation?page=1&vue=tout", publisher="Le Journal",
    )  # fmt: skip
    read = _Reader(document)
    entities = (
        read.entity("d1-atlas", _ORGANIZATION, ("Réseau Atlas", 0, _NAMED), ("Réseau Atlas", 1, _NAMED)),
        read.entity("d1-casablanca", _PLACE, ("Casablanca", 0, _NAMED), ("Casablanca", 1, _NAMED)),
        read.entity("d1-dgsn", _ORGANIZATION, ("DGSN", 0, _NAMED)),
        read.entity("d1-karim", _PERSON, ("un suspect", 0, _NOMINAL), ("Karim Belhaj", 0, _NAMED),
                    ("Karim Belhaj", 1, _NAMED)),
        read.entity("d1-maroc", _PLACE, ("Maroc", 0, _NAMED)),
        read.entity("d1-ministry", _ORGANIZATION, ("ministère de l'Intérieur", 0, _NAMED)),
        read.entity("d1-police", _ORGANIZATION, ("La police marocaine", 0, _NOMINAL)),
        read.entity("d1-rabat", _PLACE, ("Rabat", 0, _NAMED)),
    )  # fmt: skip
    arrest = read.event("d1-arrest", "Arrest", "arrêté", 1)
    attack = read.event("d1-attack", "Attack", "attaque")
    explosion = read.event("d1-explosion", "Bombing", "explosion")
    claims = (
        read.typed(arrest, _ASSERTED, "d1-dgsn"),
        read.claim("d1-arrest", "agent", "d1-police", "La police", _ASSERTED, "d1-dgsn"),
        read.claim("d1-arrest", "patient", "d1-karim", "La police", _ASSERTED, "d1-dgsn"),
        read.claim("d1-arrest", "place", "d1-casablanca", "La police", _ASSERTED, "d1-dgsn"),
        read.claim("d1-arrest", "date", _literal("2023-11-28", "edtf"), "mardi", _ASSERTED, "d1-dgsn"),
        read.typed(explosion, _ASSERTED, "d1-ministry"),
        read.claim("d1-explosion", "place", "d1-rabat", "12 morts", _ASSERTED, "d1-ministry"),
        read.claim("d1-explosion", "killed", _literal("12"), "12 morts", _ASSERTED, "d1-ministry"),
        read.claim("d1-explosion", "agent", "d1-atlas", "accuse", _ASSERTED, "d1-ministry"),
        read.typed(attack, _ALLEGED),
        read.claim("d1-attack", "agent", "d1-karim", "attaque", _ALLEGED),
        read.claim("d1-karim", "age", _literal("34", "integer"), "34 ans", _ASSERTED),
        read.claim("d1-karim", "memberOf", "d1-atlas", "34 ans", _ASSERTED),
        read.claim("d1-casablanca", "containedInPlace", "d1-maroc", "Casablanca", _ASSERTED),
    )
    return DocumentFacts(document, entities, (arrest, attack, explosion), claims)


def _second() -> DocumentFacts:
    document = _document("doc2", "maroc/explosion.txt", SECOND_TEXT, title="Explosion de Rabat : ce que l'on sait")
    read = _Reader(document)
    entities = (
        read.entity("d2-account", _ORGANIZATION, (HOSTILE, 0, _NAMED)),
        read.entity("d2-atlas", _ORGANIZATION, ("Réseau Atlas", 0, _NAMED)),
        read.entity("d2-dgsn", _ORGANIZATION, ("DGSN", 0, _NAMED)),
        read.entity("d2-france", _PLACE, ("France", 0, _NAMED)),
        read.entity("d2-karim", _PERSON, ("Belhaj", 0, _NAMED), ("il", 1, _PRONOMINAL)),
        read.entity("d2-lawyer", _PERSON, ("Son avocat", 0, _NOMINAL)),
        read.entity("d2-rabat", _PLACE, ("Rabat", 0, _NAMED), ("Rabat", 1, _NAMED)),
        read.entity("d2-sahel", _ORGANIZATION, ("Sahel Info", 0, _NAMED)),
    )
    deportation = read.event("d2-deportation", "Deportation", "expulsé")
    escape = read.event("d2-escape", "Escape", "évasion")
    explosion = read.event("d2-explosion", "Bombing", "explosion")
    publication = read.event("d2-publication", "Publication", "publié")
    trial = read.event("d2-trial", "Trial", "procès")
    claims = (
        read.typed(explosion, _ASSERTED, "d2-sahel", "d2-dgsn"),
        read.claim("d2-explosion", "killed", _literal(">=14"), "14", _ASSERTED, "d2-sahel", "d2-dgsn"),
        read.claim("d2-explosion", "agent", "d2-atlas", "la bombe", _DENIED, "d2-atlas"),
        read.typed(publication, _ASSERTED),
        read.claim("d2-publication", "agent", "d2-account", "vidéo", _ASSERTED),
        read.typed(trial, _PLANNED),
        read.claim("d2-trial", "patient", "d2-karim", "procès", _PLANNED),
        read.claim("d2-trial", "place", "d2-rabat", "procès", _PLANNED),
        read.claim("d2-trial", "date", _literal("2024-03", "edtf"), "procès", _PLANNED),
        read.typed(deportation, _HYPOTHETICAL),
        read.claim("d2-deportation", "patient", "d2-karim", "expulsé", _HYPOTHETICAL),
        read.claim("d2-deportation", "destination", "d2-france", "expulsé", _HYPOTHETICAL),
        read.typed(escape, _DENIED, "d2-lawyer"),
        read.claim("d2-escape", "agent", "d2-karim", "évasion", _DENIED, "d2-lawyer"),
        read.claim("d2-lawyer", "jobTitle", _literal("avocat"), "Son avocat", _ASSERTED),
    )
    return DocumentFacts(document, entities, (deportation, escape, explosion, publication, trial), claims)


def _document(id_: str, identifier: str, text: str, *, title: str, published: TimeSpan | None = None,
              date_origin: DateOrigin | None = None, url: str | None = None,
              publisher: str | None = None) -> Document:  # fmt: skip
    return Document(
        id_, identifier, text, "fr", id_.encode().hex().ljust(64, "0"), _passages(id_, text), published, date_origin,
        "dates.header" if published else None, url, publisher, title,
    )  # fmt: skip


def _passages(doc_id: str, text: str) -> tuple[Passage, ...]:
    """A title, then one body passage a line."""
    passages: list[Passage] = []
    begin = 0
    for line in text.splitlines(keepends=True):
        words = line.rstrip("\n")
        if words:
            kind = PassageKind.BODY if passages else PassageKind.TITLE
            alignment = Alignment((Run(0, begin, len(words), len(words)),))
            passages.append(Passage(Span(doc_id, begin, begin + len(words)), kind, "fr", words, alignment))
        begin += len(line)
    return tuple(passages)


def _resolve_entities(entities: Iterable[Entity]) -> Iterable[Entity]:
    groups: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        groups[_RESOLVED[entity.id]].append(entity)
    for id_, group in sorted(groups.items()):
        mentions = tuple(sorted(m for e in group for m in e.mentions))
        yield replace(group[0], id=id_, mentions=mentions, referents=tuple(sorted(e.id for e in group)))


def _resolve_events(events: Iterable[Event]) -> Iterable[Event]:
    groups: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        groups[_RESOLVED[event.id]].append(event)
    for id_, group in sorted(groups.items()):
        mentions = tuple(sorted(m for e in group for m in e.mentions))
        yield Event(id_, group[0].label, mentions, tuple(sorted(e.id for e in group)))


def _resolve_claims(claims: Iterable[Claim]) -> list[Claim]:
    resolved = []
    for claim in claims:
        term = claim.object
        if term.kind is TermKind.ENTITY:
            term = replace(term, value=_RESOLVED[term.value])
        sources = tuple(_RESOLVED[s] for s in claim.sources)
        resolved.append(replace(claim, subject=_RESOLVED[claim.subject], object=term, sources=sources))
    return sorted(resolved, key=lambda c: c.id)
