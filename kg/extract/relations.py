"""Lasting relations between entities, each with the words that state it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.candidate import Candidate
from kg.extract.clusters import Cluster
from kg.extract.lexicon import Lexicon
from kg.extract.reading import Reading
from kg.extract.status import describes_suspicion, factuality
from kg.extract.syntax import Syntax
from kg.language.relations import RelationPattern
from kg.model import EntityType, Factuality, MentionKind

Owner = Callable[[Token], Cluster | None]
_PERSONAL = (EntityType.PERSON, EntityType.GROUP)
#: words between a person and an age, or between two places of which one holds the other
_AGE_REACH = 4


@dataclass(frozen=True, slots=True)
class FoundRelation:
    """A relation read at a word; ``object`` is a cluster, or a literal."""

    subject: Cluster
    relation: str
    object: Cluster | str
    factuality: Factuality
    head: Token
    rule: str


class RelationReader:
    """Finds the relations of one reading."""

    def __init__(self, lexicon: Lexicon, syntax: Syntax, owner: Owner, country: Callable[[str], Cluster]) -> None:
        self._lexicon = lexicon
        self._rules = lexicon.relations
        self._syntax = syntax
        self._owner = owner
        self._country = country  #: the cluster of a country, by ISO code

    def read(self, reading: Reading, candidates: Sequence[Candidate]) -> Iterator[FoundRelation]:
        """All relations of a parsed reading."""
        mine = [c for c in candidates if c.reading == reading.index]
        yield from self._ages(reading)
        yield from self._nationalities(reading, mine)
        yield from self._titles(reading, mine)
        yield from self._containments(reading, mine)
        yield from self._contacts(reading)
        for token in reading.doc:
            yield from self._predicates(token)
            yield from self._nouns(token)

    # --- ages --------------------------------------------------------------------------------------------------

    def _ages(self, reading: Reading) -> Iterator[FoundRelation]:
        text = reading.doc.text
        for pattern in (self._rules.age_phrase, self._rules.age):
            for match in pattern.finditer(text):
                tokens = reading.doc.char_span(*match.span("age"), alignment_mode="expand")
                if tokens is None or not 0 < int(match["age"]) <= self._rules.max_age:
                    continue
                person = self._person_before(tokens[0])
                if person is not None:
                    yield FoundRelation(person, "age", match["age"], Factuality.ASSERTED, tokens[0], "fr/relations.age")

    def _person_before(self, token: Token) -> Cluster | None:
        """The person just before an age: only commas, ``de``, ``âgé`` and adjectives may stand between."""
        at, steps = token.i - 1, 0
        while at >= token.sent.start and steps <= _AGE_REACH:
            word = token.doc[at]
            owner = self._owner(word)
            if owner is not None and word.pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "X", "VERB"):
                return owner if owner.type is EntityType.PERSON and not owner.plural else None
            if word.pos_ in ("VERB", "AUX") and not self._syntax.is_participle(word) or word.text in (";", ":", "."):
                return None
            at, steps = at - 1, steps + 1
        return None

    # --- nationality -------------------------------------------------------------------------------------------

    def _nationalities(self, reading: Reading, candidates: Sequence[Candidate]) -> Iterator[FoundRelation]:
        for match in self._rules.nationality_phrase.finditer(reading.doc.text):
            tokens = reading.doc.char_span(*match.span("demonym"), alignment_mode="expand")
            demonym = self._lexicon.demonyms.get(match["demonym"].lower())
            if tokens is None or demonym is None or not demonym.iso:
                continue
            person = self._person_before(reading.doc[max(tokens.start - 2, 0)]) or self._person_before(tokens[0])
            if person is not None:
                yield self._of_country(person, demonym.iso, tokens[0])
        for candidate in candidates:
            yield from self._demonyms_of(reading, candidate)

    def _demonyms_of(self, reading: Reading, candidate: Candidate) -> Iterator[FoundRelation]:
        head = reading.doc[candidate.head]
        cluster = self._owner(head)
        if cluster is None or cluster.type is not EntityType.PERSON or candidate.kind is not MentionKind.NOMINAL or candidate.plural:
            return
        words = [head] if candidate.category == "demonym" else [c for c in head.children if c.pos_ == "ADJ"]
        words += [t for t in reading.doc if candidate.begin <= t.idx < candidate.end and t.pos_ == "ADJ" and t not in words]
        for word in words:
            demonym = self._lexicon.demonyms.get(word.lower_)
            if demonym is None:
                continue
            if demonym.iso:
                if candidate.category in ("demonym", "generic", "function", "accused", "victim") and not self._is_office(candidate):
                    yield self._of_country(cluster, demonym.iso, word)
            elif demonym.place and candidate.category == "demonym":
                place = self._country(demonym.place)
                yield FoundRelation(cluster, "residesIn", place, Factuality.ASSERTED, word, "fr/relations.demonym")

    def _is_office(self, candidate: Candidate) -> bool:
        """``ministre belge``: the country is the office's."""
        return candidate.category == "title" or candidate.lemma in self._lexicon.titles

    def _of_country(self, person: Cluster, iso: str, word: Token) -> FoundRelation:
        return FoundRelation(person, "nationality", self._country(iso), Factuality.ASSERTED, word, "fr/relations.demonym")

    # --- job titles --------------------------------------------------------------------------------------------

    def _titles(self, reading: Reading, candidates: Sequence[Candidate]) -> Iterator[FoundRelation]:
        for candidate in candidates:
            if candidate.kind is not MentionKind.NOMINAL or candidate.category not in ("title", "function") or candidate.plural:
                continue
            head = reading.doc[candidate.head]
            cluster = self._owner(head)
            if cluster is None or not cluster.named or cluster.type is not EntityType.PERSON or candidate.lemma.lower() in self._rules.not_titles:
                continue
            end = self._title_end(reading, candidate)
            status = Factuality.ALLEGED if describes_suspicion(head, self._syntax) else Factuality.ASSERTED
            yield FoundRelation(cluster, "jobTitle", reading.doc.text[candidate.begin : end], status, head, "fr/relations.title")

    def _title_end(self, reading: Reading, candidate: Candidate) -> int:
        """The end of an office's name: its adjectives and its complements with ``de``, up to a comma or a name."""
        doc, at = reading.doc, max(t.i for t in reading.doc if t.idx < candidate.end)
        nxt = at + 1
        while nxt < len(doc) and doc[nxt].pos_ in ("ADP", "DET", "NOUN", "ADJ", "PROPN", "CCONJ") and doc[nxt].text not in (",",):
            token = doc[nxt]
            owner = self._owner(token)
            if owner is not None and owner.type is EntityType.PERSON and owner.named and token.idx >= candidate.end:
                break
            if token.pos_ in ("ADP", "DET", "CCONJ"):
                listed = self._syntax.profile.prepositions.get(token.lower_)
                if token.pos_ == "ADP" and listed != "de":
                    break
            elif token.pos_ in ("NOUN", "PROPN", "ADJ"):
                if doc[nxt - 1].pos_ not in ("ADP", "DET") and token.pos_ != "ADJ":
                    break
                at = nxt
            nxt += 1
        while doc[at].lower_ in self._lexicon.demonyms and at > candidate.head:
            at -= 1
        return doc[at].idx + len(doc[at].text)

    # --- places and contacts -----------------------------------------------------------------------------------

    def _containments(self, reading: Reading, candidates: Sequence[Candidate]) -> Iterator[FoundRelation]:
        places = sorted((c for c in candidates if c.type is EntityType.PLACE and c.kind is MentionKind.NAMED), key=lambda c: c.begin)
        for left, right in zip(places, places[1:], strict=False):
            inner, outer = self._owner(reading.doc[left.head]), self._owner(reading.doc[right.head])
            if inner is None or outer is None or inner is outer or inner.type is not EntityType.PLACE or outer.type is not EntityType.PLACE:
                continue
            if self._rules.contained.match(reading.doc.text[left.end : right.begin]) and not self._lexicon.is_country(left.text):
                head = reading.doc[left.head]
                yield FoundRelation(inner, "containedInPlace", outer, Factuality.ASSERTED, head, "fr/relations.containment")

    def _contacts(self, reading: Reading) -> Iterator[FoundRelation]:
        text = reading.doc.text.lower()
        for phrase in self._rules.contact:
            at = text.find(phrase)
            while at >= 0:
                tokens = reading.doc.char_span(at, at + len(phrase), alignment_mode="expand")
                if tokens is not None and tokens.text.lower().endswith("avec"):
                    yield from self._contact(tokens[0], tokens.end)
                at = text.find(phrase, at + 1)

    def _contact(self, first: Token, after: int) -> Iterator[FoundRelation]:
        other = next((o for t in first.doc[after : after + 6] if (o := self._owner(t)) is not None and o.type in _PERSONAL), None)
        verb = first if first.pos_ in ("VERB", "AUX") else self._syntax.governing_verb(first) or first
        noun = next((t for t in first.doc[first.i : after] if self._syntax.children(t, "subject", "copula")), verb)
        for subject in self._syntax.surface_subjects(noun):
            owner = self._owner(subject)
            if owner is not None and other is not None and owner is not other and owner.type in _PERSONAL:
                status = factuality(noun, self._syntax, verbal=True)
                yield FoundRelation(owner, "knows", other, status, first, "fr/relations.contact")

    # --- words that state a relation ---------------------------------------------------------------------------

    def _predicates(self, token: Token) -> Iterator[FoundRelation]:
        if token.pos_ not in ("VERB", "ADJ", "AUX", "NOUN"):
            return
        words = self._syntax.lemmas(token) | {token.lower_, token.lemma_.lower()}
        for pattern in self._rules.predicates:
            if words & pattern.words and (token.pos_ != "NOUN" or self._syntax.is_participle(token)):
                yield from self._ends(token, pattern)

    def _ends(self, token: Token, pattern: RelationPattern) -> Iterator[FoundRelation]:
        if self._syntax.is_(token, "adnominal", "adjectival") and not self._syntax.children(token, "subject", "passive_subject"):
            subjects = [token.head]
        else:
            subjects = self._syntax.surface_subjects(token)
        others = [a.head for a in self._syntax.obliques(token) if a.function in pattern.prepositions]
        if pattern.takes_object:
            others += self._syntax.objects(token)
        status = factuality(token, self._syntax, verbal=True)
        for subject in subjects:
            for other in others:
                yield from self._relation(self._owner(subject), pattern, self._owner(other), status, token)

    def _nouns(self, token: Token) -> Iterator[FoundRelation]:
        if token.pos_ not in ("NOUN", "ADJ"):
            return
        for pattern in self._rules.nouns:
            if token.lower_ in pattern.words:
                status = Factuality.ALLEGED if describes_suspicion(token, self._syntax) else Factuality.ASSERTED
                for argument in self._syntax.obliques(token):
                    if argument.function in pattern.prepositions:
                        yield from self._relation(self._owner(token), pattern, self._owner(argument.head), status, token)

    def _relation(
        self, subject: Cluster | None, pattern: RelationPattern, other: Cluster | None, status: Factuality, token: Token
    ) -> Iterator[FoundRelation]:
        if subject is None or other is None or subject is other or subject.type not in pattern.subject:
            return
        domain, allowed = self._lexicon.ends(pattern.relation)
        if subject.type.value in domain and other.type.value in (
            {t.value for t in pattern.object} & allowed if pattern.object else allowed
        ):
            yield FoundRelation(subject, pattern.relation, other, status, token, f"fr/relations.{pattern.relation}")
