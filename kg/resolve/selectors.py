"""From the words of a decision to the in-document entities, events and claims that they mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.model import Claim, Decision, DecisionKind, DocumentFacts, Entity, Event, MentionKind
from kg.resolve.decisions import EVENT, Line, Selector
from kg.resolve.words import fold


@dataclass(frozen=True, slots=True)
class _Found:
    """What a selector means, or why it means nothing."""

    ids: tuple[str, ...] = ()
    problem: str = ""


class _Index:
    """The facts of a corpus by what selectors name."""

    def __init__(self, facts: Sequence[DocumentFacts]) -> None:
        self._documents: defaultdict[str, list[DocumentFacts]] = defaultdict(list)
        self.all = sorted(facts, key=lambda f: f.document.id)
        for one in self.all:
            for key in {one.document.identifier, one.document.id}:
                self._documents[key].append(one)
        self._names: dict[str, dict[str, list[Entity]]] = {}

    def documents(self, name: str | None) -> Sequence[DocumentFacts]:
        return self.all if name is None else self._documents.get(name, [])

    def named(self, facts: DocumentFacts, name: str) -> list[Entity]:
        """Entities that bear the name; if none does, those that are mentioned in these words."""
        if facts.document.id not in self._names:
            self._names[facts.document.id] = _by_name(facts.entities)
        names = self._names[facts.document.id]
        return names.get(fold(name)) or names.get("\0" + fold(name), [])


def _by_name(entities: Iterable[Entity]) -> dict[str, list[Entity]]:
    found: defaultdict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        for key in sorted({fold(n.text) for n in entity.names} | ({fold(entity.label)} if entity.named else set())):
            found[key].append(entity)
        for key in sorted({"\0" + fold(m.text) for m in entity.mentions if m.kind is not MentionKind.PRONOMINAL}):
            found[key].append(entity)
    return dict(found)


def bind(lines: Sequence[Line], facts: Sequence[DocumentFacts]) -> tuple[Decision, ...]:
    """The decisions that lines make on these facts; whatever selects nothing keeps its place and says so."""
    index = _Index(facts)
    return tuple(_decision(line, index) for line in lines)


def _decision(line: Line, index: _Index) -> Decision:
    select = _claims if line.kind is DecisionKind.REJECT else _entities
    found = [select(one, index) for one in line.who]
    ids = tuple(dict.fromkeys(i for f in found for i in f.ids))
    problem = "; ".join(f.problem for f in found if f.problem)
    return Decision(line.kind, ids, line.by, line.when, line.why, line.value, line.where, problem=problem)


def _entities(selector: Selector, index: _Index) -> _Found:
    if selector.id:
        return _Found((selector.id,))  # resolution says if there is none
    documents = index.documents(selector.doc)
    if not documents:
        return _Found(problem=f"no document is called {selector.doc}")
    per_document = [_things_in(one, selector, index) for one in documents]
    found = [entities for entities in per_document if entities]
    if not found:
        return _Found(problem=f"{selector} names nothing that was read")
    if many := next((e for e in found if len(e) > 1), None):
        choices = ", ".join(f"{_kind(e)} {e.label} {e.id}" for e in many)
        return _Found(problem=f"{selector} may be {choices}; say which by type, quote or id")
    return _Found(tuple(entities[0].id for entities in found))


def _things_in(facts: DocumentFacts, selector: Selector, index: _Index) -> Sequence[Entity | Event]:
    return _events_in(facts, selector) if selector.type == EVENT else _entities_in(facts, selector, index)


def _kind(thing: Entity | Event) -> str:
    return thing.type.value if isinstance(thing, Entity) else EVENT


def _events_in(facts: DocumentFacts, selector: Selector) -> list[Event]:
    """Events by the words that name them, and where these begin."""
    words = selector.quote or selector.name
    return [
        event
        for event in facts.events
        if any(
            selector.at in (None, m.trigger.begin) and (words is None or fold(m.text) == fold(words))
            for m in event.mentions
        )
    ]


def _entities_in(facts: DocumentFacts, selector: Selector, index: _Index) -> list[Entity]:
    found = index.named(facts, selector.name) if selector.name else list(facts.entities)
    if selector.quote is not None or selector.at is not None:
        found = [e for e in found if _is_quoted(e, selector)]
    return [e for e in found if selector.type in (None, e.type.value)]


def _is_quoted(entity: Entity, selector: Selector) -> bool:
    return any(
        selector.at in (None, m.span.begin) and (selector.quote is None or fold(m.text) == fold(selector.quote))
        for m in entity.mentions
    )


def _claims(selector: Selector, index: _Index) -> _Found:
    """Claims by the words that they rest on; an id may also be that of a claim of the whole corpus, seen later."""
    if selector.id:
        return _Found((selector.id,))
    if selector.quote is None:
        return _Found(problem=f"{selector}: a claim is rejected by its id or by doc, quote and predicate")
    documents = index.documents(selector.doc)
    if not documents:
        return _Found(problem=f"no document is called {selector.doc}")
    ids = sorted({c.id for one in documents for c in one.claims if _is_told(c, selector, one)})
    return _Found(tuple(ids)) if ids else _Found(problem=f"{selector}: no claim rests on these words")


def _is_told(claim: Claim, selector: Selector, facts: DocumentFacts) -> bool:
    if selector.predicate not in (None, claim.predicate):
        return False
    words = " ".join((selector.quote or "").split())
    said = any(words in " ".join(e.quote.split()) for e in claim.evidence)
    if said and selector.name:
        ends = {claim.subject, claim.object.value}
        return any(e.id in ends for e in _entities_in(facts, Selector(name=selector.name), _Index([facts])))
    return said
