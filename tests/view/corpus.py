"""Knowledge bases made for the viewer's tests: a hostile one, and ones of any size."""

from __future__ import annotations

from kg.model import (
    Claim,
    Document,
    Entity,
    EntityType,
    Event,
    EventMention,
    Evidence,
    Factuality,
    KnowledgeBase,
    Mention,
    MentionKind,
    Name,
    Span,
    Term,
    TermKind,
    TimeSpan,
)

#: each would run or break something if it reached the page as anything but text
HOSTILE = {
    "script": "<script>window.__pwned=1</script>",
    "end": "</script><script>window.__pwned=2</script><!--<script>",
    "image": '<img src=x onerror="window.__pwned=3">',
    "attribute": '" onmouseover="window.__pwned=4" autofocus onfocus="window.__pwned=4',
    "override": "\u202egnp.exe\u202c \u2066isolated",
    "template": "{{ 7*7 }} {% raw %} ${window.__pwned=5}",
    "separators": "a\u2028b\u2029c\x00\ud7ff & &lt;b&gt;",
    "arabic": "الدار البيضاء",
    "long": "<b>x</b>" * 1250,
}
_STATUSES = tuple(Factuality)
_TYPES = tuple(EntityType)


def hostile_knowledge_base() -> KnowledgeBase:
    """One event whose participants, document, source and evidence all bear hostile texts."""
    text = " | ".join(HOSTILE.values())
    whole = Span("doc", 0, len(text))
    document = Document(
        "doc", HOSTILE["end"], text, 'fr" onload="window.__pwned=6', "0" * 64, published=TimeSpan(HOSTILE["image"]),
        url="javascript:window.__pwned=7", publisher=HOSTILE["script"], title=HOSTILE["attribute"],
    )  # fmt: skip
    entities = tuple(
        Entity(id_, EntityType.PERSON, name, (_mention(text, name),), (Name(HOSTILE["image"], "fr"),))
        for id_, name in sorted(HOSTILE.items())
    )
    told = EventMention(Span("doc", 0, 8), text[:8], "Attack", whole, HOSTILE["image"])
    events = (Event("event", HOSTILE["end"], (told,)),)
    evidence = (Evidence(whole, text, HOSTILE["attribute"]),)
    claims = [
        Claim("event", "type", Term(TermKind.EVENT_CLASS, HOSTILE["image"]), Factuality.ALLEGED, evidence, ("end",)),
        Claim("event", "date", Term(TermKind.LITERAL, HOSTILE["image"], "edtf"), Factuality.ASSERTED, evidence),
        *(
            Claim("event", HOSTILE["script"], Term(TermKind.ENTITY, id_), Factuality.ALLEGED, evidence, ("image",))
            for id_ in sorted(HOSTILE)
        ),
    ]
    return KnowledgeBase((document,), entities, events, tuple(sorted(claims, key=lambda c: c.id)))


def wide_knowledge_base(nodes: int) -> KnowledgeBase:
    """``nodes`` nodes, two in five of them events with a place and two participants, in twenty documents."""
    events = nodes * 2 // 5
    entities = nodes - events
    text = "Selon la police, plusieurs suspects auraient été interpellés mardi après une opération à la frontière. "
    documents = tuple(Document(f"doc{i:02}", f"journal/{i:02}.txt", text, "fr", "0" * 64) for i in range(20))
    kinds = [_TYPES[i % 4] for i in range(entities)]
    claims = [c for e in range(events) for c in _event_claims(e, entities, documents[e % 20])]
    return KnowledgeBase(
        documents,
        tuple(_entity(i, kind, documents[i % 20]) for i, kind in enumerate(kinds)),
        tuple(_event(e, documents[e % 20]) for e in range(events)),
        tuple(sorted(claims, key=lambda c: c.id)),
    )


def _mention(text: str, name: str) -> Mention:
    begin = text.index(name)
    return Mention(Span("doc", begin, begin + len(name)), name, MentionKind.NAMED, EntityType.PERSON, "test")


def _entity(i: int, kind: EntityType, document: Document) -> Entity:
    mention = Mention(Span(document.id, 9, 15), "police", MentionKind.NOMINAL, kind, "test")
    words = {
        EntityType.PERSON: "Karim Belhaj",
        EntityType.GROUP: "groupe de suspects",
        EntityType.ORGANIZATION: "Direction générale de la sûreté",
        EntityType.PLACE: "Molenbeek",
    }
    return Entity(f"n{i:05}", kind, f"{words[kind]} {i}", (mention,))


def _event(e: int, document: Document) -> Event:
    begin = document.text.index("interpellés")
    trigger = Span(document.id, begin, begin + len("interpellés"))
    told = EventMention(trigger, "interpellés", "Arrest", Span(document.id, 0, len(document.text)), "test")
    return Event(f"v{e:05}", f"arrestation de suspects {e}", (told,))


def _event_claims(e: int, entities: int, document: Document) -> list[Claim]:
    evidence = (Evidence.read(document, Span(document.id, 0, len(document.text) - 1), "fr/events.test"),)
    status, subject = _STATUSES[e % 5], f"v{e:05}"
    # a few entities stand in many events, as in the news: the index falls steeply
    near = [(e * 7 + 3) % entities, (e * e) % max(1, entities // 4), (e * 3 + 1) % max(1, entities // 2)]
    roles = zip(("agent", "patient", "place"), near, strict=True)
    return [
        Claim(subject, "type", Term(TermKind.EVENT_CLASS, "Arrest"), status, evidence),
        *(Claim(subject, role, Term(TermKind.ENTITY, f"n{i:05}"), status, evidence) for role, i in roles),
    ]
