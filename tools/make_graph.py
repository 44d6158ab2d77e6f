"""Make synthetic knowledge of any size, to measure the viewer with, and for whoever wants to see a large graph.

``python -m tools.make_graph 20000 --links 60000 -o FOLDER`` writes ``FOLDER/graph.html``. Two nodes in five are events;
a few actors and places stand in many events, as in the news; statuses, dates, sources and copies occur in fixed shares.
No name is of a real person but by chance; the same numbers give the same graph.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter

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
    Link,
    Mention,
    MentionKind,
    Span,
    Term,
    TermKind,
    TimeSpan,
)
from kg.view import render_html
from kg.vocabulary import load_vocabulary

_SENTENCES = 40  #: of a document
_FIRST = ("Amina", "Bilal", "Claire", "Driss", "Elena", "Farid", "Greta", "Hakim", "Ines", "Jonas", "Karima", "Louis")
_LAST = ("Ardenne", "Belkacem", "Corvin", "Dhaoui", "Estrela", "Fontaine", "Galant", "Haddou", "Ivens", "Jorand")
_WORDS = {
    EntityType.GROUP: "cellule", EntityType.ORGANIZATION: "Direction", EntityType.PLACE: "Ville",
}  # fmt: skip
_CLASSES = ("Arrest", "Attack", "Meeting", "Trial", "Bombing", "Travel", "Publication", "Closure")
_ROLES = ("agent", "patient", "place", "participant")
#: of ten events: mostly asserted, as in the news
_STATUSES = (
    *[Factuality.ASSERTED] * 6, Factuality.ALLEGED, Factuality.PLANNED, Factuality.HYPOTHETICAL, Factuality.DENIED,
)  # fmt: skip
_DATES = ("{y}-{m:02}-{d:02}", "{y}-{m:02}", "{y}", "{y}-{m:02}-{d:02}/{y}-12", "XXXX-{m:02}-{d:02}")


def make_knowledge(nodes: int, links: int) -> KnowledgeBase:
    """A knowledge base of ``nodes`` entities and events, and about ``links`` links between them."""
    events = max(1, nodes * 2 // 5)
    count = max(4, nodes - events)
    documents = tuple(_document(k) for k in range(-(-events // _SENTENCES)))
    entities = tuple(_entity(k, documents) for k in range(count))
    claims: list[Claim] = []
    for event in range(events):
        claims += _event_claims(event, documents, count, links // events + (event < links % events))
    return KnowledgeBase(
        documents,
        entities,
        tuple(_event(k, documents) for k in range(events)),
        tuple(sorted({claim.id: claim for claim in claims}.values(), key=lambda c: c.id)),
        copies=tuple((documents[k].id, documents[k + 1].id) for k in range(0, len(documents) - 1, 10)),
    )


def _document(k: int) -> Document:
    lines = (
        f"Selon la police, la cellule {k}-{s} aurait été interpellée à Ville-{s} lors de l'opération {k * 100 + s}."
        for s in range(_SENTENCES)
    )
    year = 2010 + k % 15
    return Document(
        f"doc{k:05}", f"journal/{k:05}.txt", "\n".join(lines), "fr", f"{k:064x}", published=TimeSpan(str(year)),
        title=f"Le point numéro {k}", publisher=f"Journal {k % 12}", url=f"https://journal.example/{k}",
    )  # fmt: skip


def _sentence(k: int, documents: Sequence[Document]) -> tuple[Document, Span]:
    document = documents[k // _SENTENCES % len(documents)]
    begin = 0
    for line in islice(document.text.split("\n"), k % _SENTENCES):
        begin += len(line) + 1
    end = document.text.find("\n", begin)
    return document, Span(document.id, begin, end if end >= 0 else len(document.text))


def _entity(k: int, documents: Sequence[Document]) -> Entity:
    type_ = tuple(EntityType)[k % 4]
    named = type_ is EntityType.PERSON
    label = f"{_FIRST[k % 12]} {_LAST[k // 12 % 10]} {k}" if named else f"{_WORDS[type_]} {k}"
    document, sentence = _sentence(k, documents)
    begin = document.text.index("cellule", sentence.begin)
    mention = Mention(Span(document.id, begin, begin + 7), "cellule", MentionKind.NOMINAL, type_, "made")
    places: tuple[Link, ...] = ()
    if type_ is EntityType.PLACE:
        places = (Link("geonames", str(k), "made", 30 + k * 7 % 300 / 10, -10 + k * 13 % 500 / 10),)
    return Entity(f"n{k:06}", type_, label, (mention,), links=places)


def _event(k: int, documents: Sequence[Document]) -> Event:
    document, sentence = _sentence(k, documents)
    begin = document.text.index("interpellée", sentence.begin)
    trigger = Span(document.id, begin, begin + 11)
    told = EventMention(trigger, "interpellée", _CLASSES[k % 8], sentence, "made")
    return Event(f"v{k:06}", f"opération {k}", (told,))


def _event_claims(k: int, documents: Sequence[Document], entities: int, links: int) -> Iterator[Claim]:
    document, sentence = _sentence(k, documents)
    evidence = (Evidence.read(document, sentence, "made"),)
    subject, status = f"v{k:06}", _STATUSES[k * 7 % 10]
    source = (f"n{k % max(1, entities // 50) * 4 % entities:06}",) if k % 3 == 0 else ()
    yield Claim(subject, "type", Term(TermKind.EVENT_CLASS, _CLASSES[k % 8]), status, evidence, source)
    if k % 5 != 4:
        text = _DATES[k % 5].format(y=2005 + k % 20, m=k % 12 + 1, d=k % 28 + 1)
        yield Claim(subject, "date", Term(TermKind.LITERAL, text, "edtf"), status, evidence, source)
    if k % 6 == 0:
        for value in ("12", "14")[: 1 + k % 12 // 6]:
            yield Claim(subject, "killed", Term(TermKind.LITERAL, value), status, evidence, source)
    community = k % max(1, entities // 150)
    near = (community * 150 + (k * (step * 13 + 7) + step * step) % 150 for step in range(links))
    far = ((k * k + step) % entities for step in range(links))
    for step, (role, close, distant) in enumerate(islice(zip(cycle(_ROLES), near, far, strict=False), links)):
        target = (distant if step % 6 == 5 else close) % entities
        term = Term(TermKind.ENTITY, f"n{target:06}")
        yield Claim(subject, role, term, status, evidence, source, independent_sources=1 + k % 4 // 3)


def main() -> int:
    """Write a page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("nodes", type=int)
    parser.add_argument("--links", type=int, help="by default three a node")
    parser.add_argument("-o", "--output", type=Path, default=Path())
    options = parser.parse_args()
    begin = perf_counter()
    knowledge = make_knowledge(options.nodes, options.links or 3 * options.nodes)
    made = perf_counter()
    html = render_html(knowledge, load_vocabulary())
    file = options.output / "graph.html"
    file.write_text(html, encoding="utf-8", newline="")
    print(f"made in {made - begin:.1f} s, rendered in {perf_counter() - made:.1f} s")
    print(f"{file}: {len(html.encode()) / 1e6:.1f} MB, {len(knowledge.claims):,} claims")
    return 0


if __name__ == "__main__":
    sys.exit(main())
