"""Clusters, happenings and relations of one document as entities, events and claims with evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from kg.extract.candidate import Candidate
from kg.extract.clusters import Cluster
from kg.extract.happenings import Happening, Telling
from kg.extract.lexicon import Lexicon
from kg.extract.reading import Reading
from kg.extract.relations import FoundRelation
from kg.extract.status import weakest
from kg.model import (
    Claim, Document, DocumentFacts, Entity, EntityType, Event, EventMention, Evidence, Factuality, Link, Mention,
    MentionKind, Name, Span, Term, TermKind, make_id,
)  # fmt: skip

ClaimKey = tuple[str, str, Term, Factuality, tuple[str, ...]]


class FactsBuilder:
    """Turns what was found in one document into plain data."""

    def __init__(self, document: Document, readings: Sequence[Reading], lexicon: Lexicon) -> None:
        self._document = document
        self._readings = readings
        self._lexicon = lexicon
        self._ids: dict[int, str] = {}
        self._claims: dict[ClaimKey, tuple[set[Evidence], set[Span], float]] = {}
        self._used: dict[int, Cluster] = {}

    def build(
        self, clusters: Sequence[Cluster], happenings: Sequence[Happening], relations: Iterable[tuple[Reading, FoundRelation, Cluster | None]]
    ) -> DocumentFacts:
        """Everything that the document says; unnamed entities only if a claim is about them."""
        for number, cluster in enumerate(clusters):
            self._ids[id(cluster)] = self._entity_id(cluster, number)
        events = [self._event(h) for h in happenings]
        for reading, relation, source in relations:
            self._relation(reading, relation, source)
        for cluster in clusters:
            if cluster.named:
                self._used[id(cluster)] = cluster
        entities = [self._entity(c) for c in self._used.values()]
        return DocumentFacts(
            self._document,
            tuple(sorted(entities, key=lambda e: e.id)),
            tuple(sorted(events, key=lambda e: e.id)),
            tuple(self._finished_claims()),
        )

    # --- entities ----------------------------------------------------------------------------------------------

    def _entity_id(self, cluster: Cluster, number: int) -> str:
        spans = [s for m in cluster.members for s in self._spans(m)]
        first = min(spans) if spans else None
        where = (first.begin, first.end) if first else ("none", number)
        return make_id("entity", self._document.id, cluster.type, *where, cluster.authority if not spans else "")

    def _spans(self, member: Candidate) -> tuple[Span, ...]:
        return self._readings[member.reading].spans(member.begin, member.end)

    def _ref(self, cluster: Cluster) -> str:
        self._used[id(cluster)] = cluster
        return self._ids[id(cluster)]

    def _entity(self, cluster: Cluster) -> Entity:
        mentions = {
            Mention(span, self._document.quote(span), m.kind, cluster.type, m.rule, m.score)
            for m in cluster.members
            for span in self._spans(m)
        }
        links, geopolitical = self._links(cluster)
        names = {
            Name(" ".join(m.text.replace("_", " ").split()), self._readings[m.reading].passage.language)
            for m in cluster.members
            if m.kind is MentionKind.NAMED
        }
        return Entity(
            id=self._ids[id(cluster)],
            type=cluster.type,
            label=self._label(cluster, links),
            mentions=tuple(sorted(mentions)),
            names=tuple(sorted(names)),
            links=links,
            geopolitical=geopolitical,
            gender=cluster.gender or None,
            plural=cluster.plural or cluster.type is EntityType.GROUP,
        )

    def _label(self, cluster: Cluster, links: Sequence[Link]) -> str:
        if cluster.type is EntityType.PLACE and links:
            place = self._lexicon.place_by_id(cluster.authority or cluster.label)
            if place is not None:
                return place.label
        entry = self._lexicon.organizations.by_id(cluster.authority)
        return entry.label if entry is not None else cluster.label

    def _links(self, cluster: Cluster) -> tuple[tuple[Link, ...], bool]:
        entry = self._lexicon.organizations.by_id(cluster.authority)
        if entry is not None:
            return (Link("gazetteer", entry.id, f"listed name {entry.label!r}"),), False
        if cluster.type is not EntityType.PLACE:
            return (), False
        texts = cluster.names or [cluster.authority]
        for text in texts:
            place = self._lexicon.place(text)
            if place is not None:
                return (Link(place.scheme, place.id, place.reason, place.latitude, place.longitude),), place.geopolitical
        return (), False

    # --- events ------------------------------------------------------------------------------------------------

    def _event(self, happening: Happening) -> Event:
        mentions = [m for t in happening.tellings for m in self._event_mentions(t, happening)]
        first = min(mentions)
        id_ = make_id("event", self._document.id, happening.event_class, first.trigger.begin, first.trigger.end)
        for telling in happening.tellings:
            self._event_claims(id_, happening, telling)
        label = f"{self._lexicon.event_label(happening.event_class)} : {first.text}"
        return Event(id_, label, tuple(sorted(mentions)))

    def _event_mentions(self, telling: Telling, happening: Happening) -> Iterator[EventMention]:
        event = telling.event
        triggers = event.reading.spans(event.match.begin, event.match.end)
        for trigger, sentence in zip(triggers, event.reading.sentence(event.head), strict=True):
            text = self._document.quote(trigger)
            yield EventMention(trigger, text, happening.event_class, sentence, event.rule, event.match.trigger.score)

    def _event_claims(self, id_: str, happening: Happening, telling: Telling) -> None:
        event, status = telling.event, happening.status(telling)
        triggers = event.reading.spans(event.match.begin, event.match.end)
        score = event.match.trigger.score
        term = Term(TermKind.EVENT_CLASS, happening.event_class)
        for source in telling.sources or (None,):
            self._claim(id_, "type", term, status, source, event.reading, event.head, event.rule, score, triggers)
            for role in event.roles:
                to = Term(TermKind.ENTITY, self._ref(role.cluster))
                self._claim(id_, role.role, to, weakest(role.factuality, status), source, event.reading, role.head, f"fr/roles.{role.role}", score)
            for place in telling.placed.places:
                to = Term(TermKind.ENTITY, self._ref(place))
                self._claim(id_, "place", to, status, source, event.reading, event.head, "fr/placing.place", score)
            for time in telling.placed.times:
                value = Term(TermKind.LITERAL, time.value.edtf, "edtf")
                self._claim(id_, "date", value, status, source, event.reading, event.head, f"fr/times.{time.rule}", score)
            for kind, figure in telling.counts:
                value = Term(TermKind.LITERAL, figure)
                self._claim(id_, kind, value, status, source, event.reading, event.head, "fr/counts.figure", score)

    # --- relations ---------------------------------------------------------------------------------------------

    def _relation(self, reading: Reading, found: FoundRelation, source: Cluster | None) -> None:
        if isinstance(found.object, Cluster):
            term = Term(TermKind.ENTITY, self._ref(found.object))
        else:
            term = Term(TermKind.LITERAL, found.object, "integer" if found.relation == "age" else None)
        self._claim(self._ref(found.subject), found.relation, term, found.factuality, source, reading, found.head, found.rule, 0.85)

    # --- claims ------------------------------------------------------------------------------------------------

    def _claim(
        self, subject: str, predicate: str, object_: Term, status: Factuality, source: Cluster | None, reading: Reading, word: Token,
        rule: str, score: float, triggers: Sequence[Span] = (),
    ) -> None:  # fmt: skip
        sources = (self._ref(source),) if source is not None else ()
        evidence, spans, best = self._claims.setdefault((subject, predicate, object_, status, sources), (set(), set(), 0.0))
        evidence |= {Evidence.read(self._document, span, rule) for span in reading.sentence(word)}
        spans |= set(triggers)
        self._claims[subject, predicate, object_, status, sources] = (evidence, spans, max(best, score))

    def _finished_claims(self) -> Iterator[Claim]:
        finished: dict[str, list[Claim]] = defaultdict(list)
        for (subject, predicate, term, status, sources), (evidence, spans, score) in self._claims.items():
            claim = Claim(subject, predicate, term, status, tuple(sorted(evidence)), sources, tuple(sorted(spans)), round(score, 2))
            finished[claim.id].append(claim)
        for id_ in sorted(finished):
            yield from finished[id_]
