"""Clusters, happenings and relations of one document as entities, events and claims with evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kg.extract.clusters import Cluster
from kg.extract.entities import EntityBuilder
from kg.extract.events import FoundEvent
from kg.extract.found_relation import FoundRelation
from kg.extract.happenings import Happening
from kg.extract.lexicon import Lexicon
from kg.extract.parsed import Token
from kg.extract.reading import Reading
from kg.extract.status import weakest
from kg.extract.tellings import Telling
from kg.extract.times import TimeExpression
from kg.model import (
    Claim,
    Document,
    DocumentFacts,
    Event,
    EventMention,
    Evidence,
    Factuality,
    Span,
    Term,
    TermKind,
    make_id,
)

ClaimKey = tuple[str, str, Term, Factuality, tuple[str, ...]]
#: confidence of relations: precision of their rules on the development texts
_RELATION_SCORE = 0.85

#: participants named in an event's label
_MAX_IN_LABEL = 2


@dataclass(frozen=True, slots=True)
class _Context:
    """Where something was read, and to whom the text attributes it."""

    reading: Reading
    source: Cluster | None


@dataclass(frozen=True, slots=True)
class _Statement:
    """What is said of a subject, at which word, by which rule."""

    predicate: str
    object: Term
    factuality: Factuality
    word: Token
    rule: str
    score: float


@dataclass(slots=True)
class _Support:
    """What speaks for one claim."""

    evidence: set[Evidence] = field(default_factory=set)
    triggers: set[Span] = field(default_factory=set)
    score: float = 0.0


def _distinguishing(happening: Happening) -> list[str]:
    """Who underwent or took part, and where: what tells an event apart; never its agent, as a label accuses nobody."""
    found: dict[str, list[str]] = defaultdict(list)
    for telling in happening.tellings:
        for role in telling.event.roles:
            found[role.role].append(role.cluster.label)
        found["place"] += [cluster.label for cluster in telling.placed.places]
    chosen = [*dict.fromkeys((*found["patient"], *found["participant"]))][:_MAX_IN_LABEL]
    return chosen + [*dict.fromkeys((*found["place"], *found["destination"]))][:1]


class FactsBuilder:
    """Turns what was found in one document into plain data."""

    def __init__(self, document: Document, readings: Sequence[Reading], lexicon: Lexicon) -> None:
        self._document = document
        self._lexicon = lexicon
        self._entities = EntityBuilder(document, readings, lexicon)
        self._claims: dict[ClaimKey, _Support] = defaultdict(_Support)

    def build(
        self,
        clusters: Sequence[Cluster],
        happenings: Iterable[Happening],
        relations: Iterable[tuple[Reading, FoundRelation, Cluster | None]],
    ) -> DocumentFacts:
        """Everything that the document says; unnamed entities only if a claim is about them.

        ``relations`` come with their reading and the source that the text attributes them to.
        """
        self._entities.number(clusters)
        events = [self._event(h) for h in happenings]
        for reading, relation, source in relations:
            for bearer in source.bearers if source is not None else (None,):
                self._relation(relation, _Context(reading, bearer))
        return DocumentFacts(
            self._document,
            tuple(self._entities.build()),
            tuple(sorted(events, key=lambda e: e.id)),
            tuple(self._finished_claims()),
        )

    # --- events ------------------------------------------------------------------------------------------------

    def _event(self, happening: Happening) -> Event:
        mentions = [m for t in happening.tellings if not t.toll for m in self._event_mentions(t, happening)]
        first = min(mentions)
        id_ = make_id("event", self._document.id, happening.event_class, first.trigger.begin, first.trigger.end)
        for telling in happening.tellings:
            self._telling(id_, happening, telling)
        named = ", ".join(_distinguishing(happening)) or " ".join(first.text.split())
        label = f"{self._lexicon.event_label(happening.event_class)} : {named}"
        return Event(id_, label, tuple(sorted(mentions)))

    def _event_mentions(self, telling: Telling, happening: Happening) -> Iterator[EventMention]:
        event = telling.event
        triggers = event.reading.spans(event.match.begin, event.match.end)
        for trigger, sentence in zip(triggers, event.reading.sentence(event.head), strict=True):
            text = self._document.quote(trigger)
            yield EventMention(trigger, text, happening.event_class, sentence, event.rule, event.match.trigger.score)

    def _telling(self, id_: str, happening: Happening, telling: Telling) -> None:
        """The claims of one telling, for each source that it is attributed to."""
        event, status = telling.event, happening.status(telling)
        score = event.match.trigger.score
        typed = [
            _Statement("type", Term(TermKind.EVENT_CLASS, name), status, event.head, event.rule, score)
            for name in self._lexicon.vocabulary.claimed(happening.event_class)
        ]
        naming = telling.outcome_of.event if telling.toll and telling.outcome_of is not None else event
        triggers = naming.reading.spans(naming.match.begin, naming.match.end)
        bearers = tuple(bearer for source in happening.sources(telling) for bearer in source.bearers)
        for source in bearers or (None,):
            context = _Context(event.reading, source)
            for statement in typed if not telling.toll or source is not None else ():
                self._claim(id_, statement, context).triggers.update(triggers)
            for statement in self._arguments(telling, status, score):
                self._claim(id_, statement, context)
        for other in telling.rivals:
            figure = Term(TermKind.LITERAL, other.value)
            told = _Statement(other.predicate, figure, status, other.word, "fr/counts.rival", score)
            for bearer in other.source.bearers:
                context = _Context(event.reading, bearer)
                self._claim(id_, told, context)
                for statement in typed if not other.only_counts else ():  # who counts its victims says it happened
                    self._claim(id_, statement, context).triggers.update(triggers)

    def _arguments(self, telling: Telling, status: Factuality, score: float) -> Iterator[_Statement]:
        """Who, where, when and how many."""
        event = telling.event
        for role in event.roles:
            weaker = weakest(role.factuality, status)
            for bearer in role.cluster.bearers:
                yield _Statement(role.role, self._ref(bearer), weaker, role.head, f"fr/roles.{role.role}", score)
        for place in telling.placed.places:
            yield _Statement("place", self._ref(place), status, event.head, "fr/placing.place", score)
        for time in telling.placed.times:
            value = Term(TermKind.LITERAL, time.value.edtf, "edtf")
            for word in (event.head, *_told_elsewhere(event, time)):
                yield _Statement("date", value, status, word, f"fr/times.{time.rule}", score)
        for kind, figure in telling.counts:
            yield _Statement(kind, Term(TermKind.LITERAL, figure), status, event.head, "fr/counts.figure", score)

    # --- relations ---------------------------------------------------------------------------------------------

    def _relation(self, found: FoundRelation, context: _Context) -> None:
        for object_ in self._objects(found):
            for subject in found.subject.bearers:
                id_ = self._entities.ref(subject)
                if object_ != Term(TermKind.ENTITY, id_):
                    statement = _Statement(
                        found.relation, object_, found.factuality, found.head, found.rule, _RELATION_SCORE
                    )
                    self._claim(id_, statement, context)

    def _objects(self, found: FoundRelation) -> list[Term]:
        if isinstance(found.object, Cluster):
            return [self._ref(bearer) for bearer in found.object.bearers]
        return [Term(TermKind.LITERAL, found.object, "integer" if found.relation == "age" else None)]

    # --- claims ------------------------------------------------------------------------------------------------

    def _ref(self, cluster: Cluster) -> Term:
        return Term(TermKind.ENTITY, self._entities.ref(cluster))

    def _claim(self, subject: str, statement: _Statement, context: _Context) -> _Support:
        """Add to what speaks for a claim: the sentence in each copy of the passage."""
        sources = (self._entities.ref(context.source),) if context.source is not None else ()
        support = self._claims[subject, statement.predicate, statement.object, statement.factuality, sources]
        sentences = context.reading.sentence(statement.word)
        support.evidence.update(Evidence.read(self._document, span, statement.rule) for span in sentences)
        support.score = max(support.score, statement.score)
        return support

    def _finished_claims(self) -> Iterator[Claim]:
        finished: dict[str, list[Claim]] = defaultdict(list)
        for (subject, predicate, term, status, sources), support in self._claims.items():
            claim = Claim(
                subject=subject,
                predicate=predicate,
                object=term,
                factuality=status,
                evidence=tuple(sorted(support.evidence)),
                sources=sources,
                triggers=tuple(sorted(support.triggers)),
                confidence=round(support.score, 2),
            )
            finished[claim.id].append(claim)
        for id_ in sorted(finished):
            yield from finished[id_]


def _told_elsewhere(event: FoundEvent, time: TimeExpression) -> tuple[Token, ...]:
    """``Mardi, … . Puis ils ont …``: a word of a time that stands in another sentence of the same passage."""
    if event.reading.text[time.begin : time.end] != time.text:
        return ()
    return tuple(t for t in event.reading.words(time.begin, time.end)[:1] if t.sent != event.head.sent)
