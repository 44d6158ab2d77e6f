"""``kg explain``: why an entity or event of a written graph is what it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
import msgspec

from kg.cli.summary import one_line
from kg.errors import InputError
from kg.language.spelling import name_words
from kg.model import Claim, Entity, Event, KnowledgeBase, Mention, MentionKind, TermKind

_FILE = "knowledge.json"
#: between the parts of a merge's reason
_PARTS = "; "
#: things of one name that are listed, at most
_LISTED = 20


@click.command()
@click.argument("output", type=click.Path(path_type=Path))
@click.argument("name")
def explain(output: Path, name: str) -> None:
    """Say why an entity or event in the folder OUTPUT is what it is.

    NAME is a name, whatever its accents and capitals, a part of one, or an id. Of an entity: where it is mentioned,
    what was brought together and why, its entries in authority files, what humans decided. Of an event: every claim
    with its sentence, rule, status and source.

    \b
    Example:
      kg explain output "Daesh"
      kg explain output 3f2b9c0d11aa45e6
    """
    knowledge = _load(output)
    found = _matching(knowledge, name)
    if not found:
        raise InputError(f"{output}: nothing is called {name!r}; try a part of the name, or an id")
    if len(found) > 1:
        click.echo(f"{len(found)} things are called {name!r}; give the id of one:")
        for thing in found[:_LISTED]:
            click.echo(one_line(f"  {thing.id}  {_kind(thing)}  {thing.label}"))
        if len(found) > _LISTED:
            click.echo(f"  ... and {len(found) - _LISTED} more")
        return
    thing = found[0]
    for line in _entity(thing, knowledge) if isinstance(thing, Entity) else _event(thing, knowledge):
        click.echo(one_line(line))


def _load(output: Path) -> KnowledgeBase:
    file = output / _FILE
    try:
        return msgspec.json.decode(file.read_bytes(), type=KnowledgeBase)
    except OSError as error:
        raise InputError(f"{file}: cannot be read ({error.strerror}); write it with kg build -o {output}") from error
    except (msgspec.MsgspecError, ValueError) as error:
        raise InputError(f"{file}: not what this version writes ({error}); build it again") from error


def _matching(knowledge: KnowledgeBase, name: str) -> list[Entity | Event]:
    """By id, else by a whole name, else by a part of one."""
    things: list[Entity | Event] = [*knowledge.entities, *knowledge.events]
    by_id = [t for t in things if name == t.id or name in t.referents]
    wanted = " ".join(name_words(name))
    if by_id or not wanted:
        return by_id
    names = {t.id: _names(t) for t in things}
    whole = [t for t in things if wanted in names[t.id]]
    return whole or [t for t in things if any(f" {wanted} " in f" {n} " for n in names[t.id])]


def _names(thing: Entity | Event) -> set[str]:
    texts = [thing.label, *(n.text for n in thing.names)] if isinstance(thing, Entity) else [thing.label]
    return {" ".join(name_words(text)) for text in texts}


def _kind(thing: Entity | Event) -> str:
    if isinstance(thing, Entity):
        return thing.type.value
    return "/".join(sorted({m.event_class for m in thing.mentions})) or "Event"


def _entity(entity: Entity, knowledge: KnowledgeBase) -> Iterator[str]:
    yield f"{entity.type.value} {entity.label}  (id {entity.id})"
    if names := sorted({n.text for n in entity.names} - {entity.label}):
        yield f"also called: {', '.join(names)}"
    yield "mentioned in:"
    yield from _mentions(entity.mentions, knowledge)
    if entity.links:
        yield "entries in authority files:"
        for link in entity.links:
            yield f"  {link.scheme} {link.id}: {link.reason}"
            if link.around:
                yield f"       within {', '.join(place.label for place in link.around)} (by the gazetteer)"
    merges = sorted((m for m in knowledge.merges if m.id == entity.id), key=lambda m: (-m.score.value, m.left, m.right))
    yield f"brought together from {len(entity.referents)} entities of documents" + (":" if merges else "")
    for merge in merges:
        both, *parts = merge.score.reason.split(_PARTS)
        yield f"  {merge.score.value:.2f} {both}  (ids {merge.left}, {merge.right})"
        yield from (f"       {part}" for part in parts)
    yield from _decisions(entity, knowledge)


def _mentions(mentions: Sequence[Mention], knowledge: KnowledgeBase) -> Iterator[str]:
    """A line a document: its names first, then the other words for it, each with how often."""
    identifiers = {d.id: d.identifier for d in knowledge.documents}
    counts: dict[str, dict[tuple[bool, str], int]] = defaultdict(lambda: defaultdict(int))
    for m in mentions:
        counts[m.span.doc_id][m.kind is not MentionKind.NAMED, " ".join(m.text.split())] += 1
    if not counts:
        yield "  no document: it follows from other words"
    for doc in sorted(counts, key=lambda d: identifiers[d]):
        told = [f"{text} ({n})" if n > 1 else text for (_, text), n in sorted(counts[doc].items())]
        yield f"  {identifiers[doc]}: {', '.join(told)}"


def _decisions(thing: Entity | Event, knowledge: KnowledgeBase) -> Iterator[str]:
    mine = [d for d in knowledge.decisions if thing.id in d.touched or set(d.ids) & set(thing.referents)]
    if mine:
        yield "decisions:"
    for d in mine:
        yield f"  {d.kind.value} by {d.by} on {d.when}" + (f": {d.why}" if d.why else "")
        yield from (f"       {effect}" for effect in d.did)
        if d.problem:
            yield f"       not applied: {d.problem}"


def _event(event: Event, knowledge: KnowledgeBase) -> Iterator[str]:
    labels = {e.id: e.label for e in knowledge.entities}
    identifiers = {d.id: d.identifier for d in knowledge.documents}
    claims = [c for c in knowledge.claims if c.subject == event.id]
    yield f"{_kind(event)} {event.label}  (id {event.id})"
    yield from _linked(event, knowledge)
    yield f"{len(claims)} claims:"
    for claim in sorted(claims, key=lambda c: (c.object.kind is not TermKind.EVENT_CLASS, c.predicate, c.id)):
        yield from _claim(claim, labels, identifiers)


def _linked(event: Event, knowledge: KnowledgeBase) -> Iterator[str]:
    """Events of other documents that may be the same happening, and what humans decided of that."""
    events = {e.id: e for e in knowledge.events}
    identifiers = {d.id: d.identifier for d in knowledge.documents}
    mine = [link for link in knowledge.event_links if event.id in (link.left, link.right)]
    if mine:
        yield "the same happening as, no document says so:"
    for link in mine:
        other = events[link.right if link.left == event.id else link.left]
        where = ", ".join(sorted({identifiers[m.trigger.doc_id] for m in other.mentions}))
        yield f"  {link.score.value:.2f} {other.label} ({where}; id {other.id})"
        yield from (f"       {part}" for part in link.score.reason.split(_PARTS))
    yield from _decisions(event, knowledge)


def _claim(claim: Claim, labels: dict[str, str], identifiers: dict[str, str]) -> Iterator[str]:
    value = labels.get(claim.object.value, claim.object.value)
    sources = ", ".join(labels.get(s, s) for s in claim.sources)
    groups = f"{claim.independent_sources} independent " + ("source" if claim.independent_sources == 1 else "sources")
    according = f", according to {sources}" if sources else ""
    yield f"  {claim.predicate} {value}  [{claim.factuality.value}{according}; {groups}; id {claim.id}]"
    for evidence in claim.evidence:
        where = f"{identifiers[evidence.span.doc_id]} {evidence.span.begin}-{evidence.span.end}"
        yield f"       {evidence.rule}, {where}: {' '.join(evidence.quote.split())}"
