"""The facts of one document from its readings and entities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from kg.extract.attribution import Attribution, attributions, whom_speech_names
from kg.extract.candidate import Candidate
from kg.extract.claims import FactsBuilder
from kg.extract.clusters import Cluster, share_mentions
from kg.extract.coordination import chains
from kg.extract.coreference import Coreference
from kg.extract.events import EventReader
from kg.extract.found_relation import FoundRelation
from kg.extract.interview import Interview
from kg.extract.joining import join
from kg.extract.lexicon import Lexicon
from kg.extract.outcomes import with_outcomes
from kg.extract.owners import Owner
from kg.extract.parsed import Token
from kg.extract.placing import place_events
from kg.extract.positions import Positions
from kg.extract.reading import Reading
from kg.extract.relations import RelationReader
from kg.extract.rivals import rival_figures, with_rivals
from kg.extract.sequences import with_shared_settings
from kg.extract.sources import source_behind
from kg.extract.syntax import Syntax
from kg.extract.tellings import Telling, tellings
from kg.extract.tense import direction_of
from kg.extract.times import TimeExpression, TimeGrammar, find_times
from kg.extract.triggers import TriggerIndex
from kg.extract.unions import unite_participants
from kg.model import Document, DocumentFacts, EntityType, MentionKind, PassageKind, TimeSpan
from kg.vocabulary import Vocabulary

#: a relation with where it was read and whom the text attributes it to
StatedRelation = tuple[Reading, FoundRelation, Cluster | None]
#: categories of nouns that may name an event themselves (``un mort``)
_EVENTFUL = frozenset({"", "victim", "place"})


@dataclass(frozen=True, slots=True)
class Tools:
    """The compiled data that every document is read with."""

    lexicon: Lexicon
    grammar: TimeGrammar
    vocabulary: Vocabulary
    index: TriggerIndex


class Assembly:
    """Reads one document's readings in order; remembers the last source, speaker and day."""

    def __init__(
        self,
        tools: Tools,
        document: Document,
        readings: Sequence[Reading],
        coreference: Coreference,
        candidates: Iterable[Candidate],
    ) -> None:
        self._tools = tools
        self._document = document
        self._readings = readings
        self._coreference = coreference
        self._candidates: dict[int, list[Candidate]] = defaultdict(list)
        for candidate in candidates:
            self._candidates[candidate.reading].append(candidate)
        self._interview = Interview(readings, tools.lexicon, self._owner)
        self._countries: dict[str, Cluster] = {}
        self._last_source: Cluster | None = None
        self._speaker: Cluster | None = None
        self._anchor: TimeSpan | None = None

    def facts(self) -> DocumentFacts:
        """All facts of the document; boilerplate tells nothing."""
        told: list[Telling] = []
        relations: list[StatedRelation] = []
        for reading in self._readings:
            if reading.parsed and reading.passage.kind is not PassageKind.BOILERPLATE:
                self._read(reading, told, relations)
        vocabulary = self._tools.vocabulary
        happenings = join(with_outcomes(told, self._syntax(), vocabulary), vocabulary)
        unite_participants(happenings, self._is_only_in_title)
        share_mentions(self._coreference.clusters)
        clusters = [c for c in self._coreference.clusters if not c.absorbed and not c.parts]
        builder = FactsBuilder(self._document, self._readings, self._tools.lexicon)
        new = [cluster for _, cluster in sorted(self._countries.items())]
        return builder.build([*clusters, *new], happenings, relations)

    def _is_only_in_title(self, cluster: Cluster) -> bool:
        return all(self._readings[m.reading].passage.kind is PassageKind.TITLE for m in cluster.members)

    def _read(self, reading: Reading, told: list[Telling], relations: list[StatedRelation]) -> None:
        """Add a reading's events and relations, each with its sources."""
        times = self._times(reading)
        covered = {t.i for time in times for t in reading.words(time.begin, time.end)}
        syntax = self._syntax(covered)
        owner = self._owner(reading)
        rivals = rival_figures(reading.doc, syntax, Positions(syntax, owner))
        given = self._attributions(reading, syntax, owner, [r.named_by for r in rivals])
        behind = ((r, source_behind(r.named_by, syntax, owner, self._last_source)) for r in rivals)
        whose = [(rival, source) for rival, source in behind if source is not None]
        spoken = partial(whom_speech_names, owner, given, syntax)
        told += with_rivals(self._tellings(reading, times, syntax, spoken, given), whose, self._tools.vocabulary)
        reader = RelationReader(self._tools.lexicon, syntax, owner, self._country)
        for relation in reader.read(reading, self._candidates[reading.index]):
            source = next(iter(_sources(given, relation.head, syntax)), None)
            relations.append((reading, relation, source))

    def _owner(self, reading: Reading) -> Owner:
        return partial(_owner, self._coreference, reading.index)

    def _syntax(self, time_tokens: Iterable[int] = ()) -> Syntax:
        return Syntax(self._tools.lexicon.profile, self._tools.lexicon.inflections, frozenset(time_tokens))

    # --- when and according to whom ----------------------------------------------------------------------------

    def _times(self, reading: Reading) -> tuple[TimeExpression, ...]:
        """Time expressions; the tense of each clause decides the direction, the day told last is the anchor."""
        direction = partial(direction_of, reading.doc, self._syntax())
        published = self._document.published
        times = find_times(reading.text, self._tools.grammar, published, direction=direction, anchor=self._anchor)
        self._anchor = _last_day(times, published) or self._anchor
        return times

    def _attributions(
        self, reading: Reading, syntax: Syntax, owner: Owner, figures: Sequence[Token]
    ) -> tuple[Attribution, ...]:
        """Who is given as the source of what; an answer in an interview is its speaker's."""
        given = attributions(reading.doc, syntax, owner, self._last_source, figures)
        if given:
            self._last_source = given[-1].source
        self._speaker = self._interview.speaker(reading, owner, self._speaker)
        if self._speaker is None or self._interview.asks(reading):
            return given
        return (*given, Attribution(self._speaker, 0, len(reading.doc), frozenset(), default=True))

    # --- events ------------------------------------------------------------------------------------------------

    def _tellings(
        self,
        reading: Reading,
        times: Sequence[TimeExpression],
        syntax: Syntax,
        owner: Owner,
        given: Sequence[Attribution],
    ) -> list[Telling]:
        tools, candidates = self._tools, self._candidates[reading.index]
        lists = chains(reading, candidates, tools.lexicon)
        blocked = _blocked(reading, candidates)
        found = list(EventReader(tools.vocabulary, tools.index, syntax, owner, blocked, lists).read(reading))
        placed = place_events(found, times, syntax, owner, self._takes_place, lists)
        sources = [_sources(given, event.head, syntax) for event in found]
        told = tellings(found, placed, sources, syntax, tools.vocabulary, self._document.published)
        return with_shared_settings(told, syntax, self._takes_place)

    def _takes_place(self, event_class: str) -> bool:
        """Whether a place in the clause is where it happens: not of words, nor of a journey, which has ends."""
        described = self._tools.vocabulary.events[event_class]
        return "place" in described.roles and "destination" not in described.roles and not described.speech

    # --- countries ---------------------------------------------------------------------------------------------

    def _country(self, key: str) -> Cluster:
        """The document's cluster of a country (by ISO code) or city (by name), or a new one without mentions."""
        place = self._tools.lexicon.places.by_key(key)
        for cluster in self._coreference.clusters if place is not None else ():
            if cluster.type is EntityType.PLACE and not cluster.absorbed and cluster.named:
                other = self._tools.lexicon.place(cluster.names[0])
                if other is not None and place is not None and other.id == place.id:
                    return cluster
        return self._countries.setdefault(key, Cluster(EntityType.PLACE, authority=key))


def _blocked(reading: Reading, candidates: Iterable[Candidate]) -> frozenset[int]:
    """Words of names, of nouns of several words, and of nouns for people and bodies: no events of their own."""
    return frozenset(t.i for c in candidates if _blocks(c, reading) for t in reading.words(c.begin, c.end))


def _blocks(candidate: Candidate, reading: Reading) -> bool:
    """Set phrases do unless they are a passive: ``a été mis en cause``."""
    if " " in candidate.lemma:
        return candidate.head == 0 or reading.doc[candidate.head - 1].pos_ != "AUX"
    return candidate.kind is MentionKind.NAMED or candidate.category not in _EVENTFUL


def _last_day(times: Iterable[TimeExpression], published: TimeSpan | None) -> TimeSpan | None:
    """The last day told that is not the document's own: what ``ce soir-là`` refers to in the next paragraph.

    ``La veille`` looks back from that day, and the narration stays where it was; so it does where something is to
    come: ``Verdict attendu dimanche.``
    """
    own = published.edtf if published is not None else ""
    today = published.latest if published is not None else None
    values = (t.value for t in times if not t.looks_back)
    days = [v for v in values if v.edtf != own and _is_day_or_night(v)]
    days = [v for v in days if not (today and v.earliest and v.earliest > today)]
    return days[-1] if days else None


def _is_day_or_night(value: TimeSpan) -> bool:
    """A day, or the two days of a night."""
    if not value.earliest or not value.latest:
        return False
    first, last = date.fromisoformat(value.earliest), date.fromisoformat(value.latest)
    return (last - first).days <= 1


def _owner(coreference: Coreference, reading: int, token: Token) -> Cluster | None:
    known = coreference.owner.get((reading, token.i))
    cluster = known.root if known is not None else None
    return cluster if cluster is None or not cluster.absorbed else None


def _sources(given: Iterable[Attribution], word: Token, syntax: Syntax) -> tuple[Cluster, ...]:
    """The sources of a word, each once, in text order."""
    found: list[Cluster] = []
    for attribution in given:
        known = attribution.default and found
        if not known and attribution.covers(word, syntax) and all(attribution.source is not source for source in found):
            found.append(attribution.source)
    return tuple(found)
