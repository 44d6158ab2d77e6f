"""What a text says someone is: age, nationality, job title."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kg.extract.candidate import Candidate
from kg.extract.clusters import Cluster
from kg.extract.found_relation import FoundRelation
from kg.extract.lexicon import Lexicon
from kg.extract.marks import OFFICES
from kg.extract.owners import Owner
from kg.extract.parsed import Token
from kg.extract.reading import Reading
from kg.extract.status import standing
from kg.extract.syntax import Syntax
from kg.model import EntityType, Factuality, MentionKind

#: words between a person and an age
_AGE_REACH = 6
_PERSON_TAGS = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "X", "VERB"})
_STOPS = frozenset({";", ":", "."})
#: categories of nouns whose adjective of origin is the person's own: ``un suspect belge``
_ORIGIN_CATEGORIES = frozenset({"demonym", "generic", "function", "accused", "victim"})
_TITLE_TAGS = frozenset({"NOUN", "ADJ", "PROPN"})
_TITLE_LINKS = frozenset({"ADP", "DET", "CCONJ"})


class PortraitReader:
    """Finds what one reading says of single persons."""

    def __init__(self, lexicon: Lexicon, syntax: Syntax, owner: Owner, country: Callable[[str], Cluster]) -> None:
        self._lexicon = lexicon
        self._rules = lexicon.relations
        self._syntax = syntax
        self._owner = owner
        self._country = country  #: the cluster of a country by ISO code, or of a place by name

    def read(self, reading: Reading, candidates: Sequence[Candidate]) -> Iterator[FoundRelation]:
        """Ages, nationalities and titles; ``candidates`` are the reading's."""
        yield from self._ages(reading)
        yield from self._nationalities(reading)
        for candidate in candidates:
            if candidate.kind is MentionKind.NOMINAL and not candidate.plural:
                yield from self._origin(reading, candidate)
        for candidate in candidates:
            if candidate.kind is MentionKind.NOMINAL and not candidate.plural:
                yield from self._title(reading, candidate)

    # --- age ---------------------------------------------------------------------------------------------------

    def _ages(self, reading: Reading) -> Iterator[FoundRelation]:
        for pattern in (self._rules.age_phrase, self._rules.age):
            for match in pattern.finditer(reading.text):
                tokens = reading.doc.char_span(*match.span("age"))
                if tokens is None or not 0 < int(match["age"]) <= self._rules.max_age:
                    continue
                person = self._person_before(tokens[0])
                if person is not None:
                    yield FoundRelation(person, "age", match["age"], Factuality.ASSERTED, tokens[0], "fr/relations.age")

    def _person_before(self, token: Token) -> Cluster | None:
        """The person told just before a word: commas, prepositions, participles and adjectives may stand between."""
        first = max(token.sent.start, token.i - 1 - _AGE_REACH)
        for word in reversed(token.doc[first : token.i]):
            owner = self._owner(word)
            if owner is not None and word.pos_ in _PERSON_TAGS:
                return owner if owner.type is EntityType.PERSON and not owner.plural else None
            if self._separates(word):
                return None
        return None

    def _separates(self, word: Token) -> bool:
        is_verb = word.pos_ in ("VERB", "AUX") and not self._syntax.is_participle(word)
        return is_verb or word.text in _STOPS

    # --- nationality -------------------------------------------------------------------------------------------

    def _nationalities(self, reading: Reading) -> Iterator[FoundRelation]:
        """``de nationalité belge``."""
        for match in self._rules.nationality_phrase.finditer(reading.text):
            tokens = reading.doc.char_span(*match.span("demonym"))
            demonym = self._lexicon.demonyms.get(match["demonym"].lower())
            if tokens is None or demonym is None or demonym.country is None:
                continue
            phrase = reading.doc[max(tokens.start - 2, 0)]
            person = self._person_before(phrase) or self._person_before(tokens[0])
            if person is not None:
                yield self._national(person, demonym.country, tokens[0])

    def _origin(self, reading: Reading, candidate: Candidate) -> Iterator[FoundRelation]:
        """``un Belge``, ``un suspect belge``, ``une Bruxelloise``."""
        cluster = self._owner(reading.doc[candidate.head])
        if cluster is None or cluster.type is not EntityType.PERSON:
            return
        for word in self._words_of_origin(reading, candidate):
            demonym = self._lexicon.demonyms.get(word.lower_)
            if demonym is None:
                continue
            if demonym.country is not None:
                if candidate.category in _ORIGIN_CATEGORIES and candidate.lemma not in self._lexicon.titles:
                    yield self._national(cluster, demonym.country, word)
            elif demonym.place is not None and candidate.category == "demonym":
                place = self._country(demonym.place)
                yield FoundRelation(cluster, "residesIn", place, Factuality.ASSERTED, word, "fr/relations.demonym")

    def _words_of_origin(self, reading: Reading, candidate: Candidate) -> list[Token]:
        """The demonym itself, or the adjectives of another noun."""
        head = reading.doc[candidate.head]
        words = [head] if candidate.category == "demonym" else [c for c in head.children if c.pos_ == "ADJ"]
        inside = reading.words(candidate.begin, candidate.end)
        return words + [t for t in inside if t.pos_ == "ADJ" and t not in words]

    def _national(self, person: Cluster, iso: str, word: Token) -> FoundRelation:
        country = self._country(iso)
        return FoundRelation(person, "nationality", country, Factuality.ASSERTED, word, "fr/relations.demonym")

    # --- job titles --------------------------------------------------------------------------------------------

    def _title(self, reading: Reading, candidate: Candidate) -> Iterator[FoundRelation]:
        """``le ministre de la Justice, NOM``: the title with its complements."""
        head = reading.doc[candidate.head]
        cluster = self._owner(head)
        is_title = candidate.category in OFFICES
        if not is_title or candidate.lemma.lower() in self._rules.not_titles or cluster is None:
            return
        if cluster.named and cluster.type is EntityType.PERSON:
            title = reading.text[self._title_start(head, candidate) : self._title_end(reading, candidate)]
            status = standing(head, self._syntax)
            yield FoundRelation(cluster, "jobTitle", title, status, head, "fr/relations.title")

    def _title_start(self, head: Token, candidate: Candidate) -> int:
        """Where an office begins that somebody no longer holds: ``ancien ministre``."""
        before = head.nbor(-1) if head.i > head.sent.start else None
        former = before is not None and before.lower_ in self._rules.former
        return before.idx if before is not None and former else candidate.begin

    def _title_end(self, reading: Reading, candidate: Candidate) -> int:
        """The end of an office's name: its adjectives and its complements with ``de``, up to a comma or a name."""
        doc = reading.doc
        last = reading.words(0, candidate.end).end - 1
        at = last + 1
        while at < len(doc) and self._continues_title(doc[at]):
            if doc[at].pos_ in _TITLE_TAGS and not (doc[at].pos_ == "ADJ" and doc[at - 1].pos_ in _TITLE_LINKS):
                last = at  # "officier de la quatrième" is no end
            at += 1
        nearest = candidate.head + (0 if candidate.category == "function" else 1)  # "le président malien" is one
        while doc[last].lower_ in self._lexicon.demonyms and last > nearest:
            if doc[last - 1].text[0].islower() and last - 1 > candidate.head:
                break  # "le chef de la diplomatie malienne", but "le ministre de la Santé malien"
            last -= 1
        return doc[last].end

    def _opens_entity(self, token: Token) -> bool:
        """``bourgmestre de Gand``, ``de la ville``: whom or what the office is over is no part of the title."""
        if token.pos_ not in ("ADP", "DET"):
            return False
        return any(
            self._owner(t) is not None or self._syntax.word(t, "site_nouns")
            for t in token.doc[token.i + 1 : token.i + 3]
            if t.pos_ not in ("ADP", "VERB") and t.lower_ not in self._rules.title_bodies
        )

    def _continues_title(self, token: Token) -> bool:
        """Whether a word after a title belongs to it: an adjective, or a noun after ``de`` that names nothing."""
        if token.lower_ in self._rules.title_bodies and token.nbor(-1).pos_ in _TITLE_LINKS:
            return True
        if self._syntax.word(token, "phrasal_adjectives"):
            return False
        if self._owner(token) is not None or (token.i + 2 < len(token.doc) and self._opens_entity(token)):
            return False
        if token.pos_ == "ADP":
            profile = self._lexicon.profile
            return profile.prepositions.get(token.lower_) == profile.functions["genitive"]
        if token.pos_ in ("NOUN", "PROPN"):
            return token.nbor(-1).pos_ in ("ADP", "DET")
        return token.pos_ == "ADJ" or token.pos_ in _TITLE_LINKS
