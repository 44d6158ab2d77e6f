"""One document read from its passages to its claims."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import spacy
from spacy.tokens import Token

from kg.extract.attribution import Attribution, attributions
from kg.extract.candidate import Candidate
from kg.extract.claims import FactsBuilder
from kg.extract.clusters import Cluster
from kg.extract.coordination import chains
from kg.extract.coreference import Coreference
from kg.extract.events import EventReader
from kg.extract.happenings import Telling, join, tellings, without_tolls
from kg.extract.interview import Interview
from kg.extract.lexicon import Lexicon
from kg.extract.names import named_candidates
from kg.extract.nominals import nominal_candidates
from kg.extract.placing import direction_of, place_events
from kg.extract.reading import Reading, read_passages
from kg.extract.relations import FoundRelation, RelationReader
from kg.extract.syntax import Syntax
from kg.extract.times import TimeExpression, TimeGrammar, date_document, find_times
from kg.extract.triggers import TriggerIndex, build_index
from kg.model import Document, DocumentFacts, EntityType, MentionKind, PassageKind, TimeSpan
from kg.vocabulary import Vocabulary


class Extractor:
    """Reads documents; holds the model and the compiled data, and no state of any document."""

    def __init__(self, nlp: spacy.Language, lexicon: Lexicon, grammar: TimeGrammar, vocabulary: Vocabulary) -> None:
        self._nlp = nlp
        self._lexicon = lexicon
        self._grammar = grammar
        self._vocabulary = vocabulary
        self._index: TriggerIndex = build_index(vocabulary, lexicon.profile)

    def extract(self, document: Document) -> DocumentFacts:
        """All facts of a document: the same for the same document, data and model."""
        document = date_document(document, self._grammar)
        readings = read_passages(document, self._nlp, self._lexicon.profile)
        named = named_candidates(readings, self._lexicon)
        nominal = nominal_candidates(readings, named, self._lexicon)
        coreference = Coreference(readings, self._lexicon)
        coreference.resolve(named, nominal)
        return _Assembly(self, document, readings, coreference, [*named, *nominal]).facts()

    def times(
        self, reading: Reading, document: Document, syntax: Syntax, anchor: TimeSpan | None
    ) -> tuple[TimeExpression, ...]:
        """Time expressions of a reading, the tense of each clause deciding the direction, ``anchor`` the day told last."""
        direction = partial(direction_of, reading.doc, syntax)
        return find_times(reading.doc.text, self._grammar, document.published, direction=direction, anchor=anchor)

    @property
    def lexicon(self) -> Lexicon:
        """The word lists in use."""
        return self._lexicon

    @property
    def vocabulary(self) -> Vocabulary:
        """The ontology in use."""
        return self._vocabulary

    @property
    def index(self) -> TriggerIndex:
        """Triggers by form."""
        return self._index


class _Assembly:
    """The facts of one document from its readings and entities."""

    def __init__(
        self, extractor: Extractor, document: Document, readings: Sequence[Reading], coreference: Coreference, candidates: Sequence[Candidate]
    ) -> None:
        self._extractor = extractor
        self._document = document
        self._readings = readings
        self._coreference = coreference
        self._candidates = candidates
        self._countries: dict[str, Cluster] = {}
        self._last_source: Cluster | None = None
        self._anchor: TimeSpan | None = None
        self._interview = Interview(readings, extractor.lexicon)
        self._speaker: Cluster | None = None

    def facts(self) -> DocumentFacts:
        told: list[Telling] = []
        relations: list[tuple[Reading, FoundRelation, Cluster | None]] = []
        for reading in self._readings:
            if reading.parsed and reading.passage.kind is not PassageKind.BOILERPLATE:
                events, stated = self._read(reading)
                told += events
                relations += stated
        happenings = without_tolls(join(told, self._extractor.vocabulary), self._extractor.vocabulary)
        clusters = [c for c in self._coreference.clusters if not c.absorbed]
        builder = FactsBuilder(self._document, self._readings, self._extractor.lexicon)
        return builder.build([*clusters, *self._new_countries(clusters)], happenings, relations)

    def _read(self, reading: Reading) -> tuple[list[Telling], list[tuple[Reading, FoundRelation, Cluster | None]]]:
        plain = Syntax(self._extractor.lexicon.profile, self._extractor.lexicon.inflections)
        times = self._extractor.times(reading, self._document, plain, self._anchor)
        self._anchor = _last_day(times, self._document) or self._anchor
        covered = {t.i for t in reading.doc for time in times if time.begin <= t.idx < time.end}
        syntax = Syntax(self._extractor.lexicon.profile, self._extractor.lexicon.inflections, covered)
        owner: Callable[[Token], Cluster | None] = partial(_owner, self._coreference, reading.index)
        given = attributions(reading.doc, syntax, owner, self._last_source)
        if given:
            self._last_source = given[-1].source
        self._speaker = self._interview.speaker(reading, owner, self._speaker)
        if self._speaker is not None and not given and not self._interview.asks(reading):
            given = (Attribution(self._speaker, 0, len(reading.doc), frozenset()),)
        vocabulary = self._extractor.vocabulary
        lists = chains(reading, self._candidates, self._extractor.lexicon)
        found = list(EventReader(vocabulary, self._extractor.index, syntax, owner, self._blocked(reading), lists).read(reading))
        sources = [_sources(given, event.head, syntax) for event in found]
        told = tellings(found, place_events(found, times, syntax, owner, self._takes_place), sources, syntax, vocabulary, self._document.published)
        reader = RelationReader(self._extractor.lexicon, syntax, owner, self._country)
        stated = [(reading, r, next(iter(_sources(given, r.head, syntax)), None)) for r in reader.read(reading, self._candidates)]
        return told, stated

    def _takes_place(self, event_class: str) -> bool:
        """Whether a place in the clause is where it happens: not of a journey, whose places are its ends."""
        roles = self._extractor.vocabulary.events[event_class].roles
        return "place" in roles and "destination" not in roles

    def _blocked(self, reading: Reading) -> frozenset[int]:
        """Words of nouns that are set phrases of several words, and of names: no events of their own."""
        mine = [c for c in self._candidates if c.reading == reading.index and (" " in c.lemma or c.kind is MentionKind.NAMED or c.category not in ("", "victim", "place"))]
        words = [(c, t) for c in mine for t in reading.doc if c.begin <= t.idx < c.end]
        return frozenset(t.i for c, t in words if c.head == 0 or " " not in c.lemma or reading.doc[c.head - 1].pos_ != "AUX")

    def _country(self, key: str) -> Cluster:
        """The document's cluster of a country (by ISO code) or city (by name), or a new one without mentions."""
        place = self._extractor.lexicon.place_by_id(key)
        for cluster in self._coreference.clusters:
            if cluster.type is EntityType.PLACE and not cluster.absorbed and cluster.named:
                other = self._extractor.lexicon.place(cluster.names[0])
                if other is not None and place is not None and other.id == place.id:
                    return cluster
        return self._countries.setdefault(key, Cluster(EntityType.PLACE, authority=key))

    def _new_countries(self, clusters: Sequence[Cluster]) -> Iterator[Cluster]:
        known = {id(c) for c in clusters}
        yield from (c for _, c in sorted(self._countries.items()) if id(c) not in known)


def _last_day(times: Sequence[TimeExpression], document: Document) -> TimeSpan | None:
    """The last day told that is not the document's own: what ``ce soir-là`` refers to in the next paragraph."""
    own = document.published.edtf if document.published is not None else ""
    days = [t.value for t in times if t.value.earliest and t.value.earliest == t.value.latest and t.value.edtf != own]
    return days[-1] if days else None


def _owner(coreference: Coreference, reading: int, token: Token) -> Cluster | None:
    cluster = coreference.owner.get((reading, token.i))
    return cluster if cluster is None or not cluster.absorbed else None


def _sources(given: Sequence[Attribution], word: Token, syntax: Syntax) -> tuple[Cluster, ...]:
    found: list[Cluster] = []
    for attribution in given:
        if attribution.covers(word, syntax) and attribution.source not in found:
            found.append(attribution.source)
    return tuple(found)
