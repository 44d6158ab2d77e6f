"""Lasting relations between entities, each with the words that state it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from spacy.tokens import Token

from kg.extract.candidate import Candidate
from kg.extract.clusters import Cluster
from kg.extract.found_relation import FoundRelation
from kg.extract.lexicon import Lexicon
from kg.extract.owners import Owner
from kg.extract.portraits import PortraitReader
from kg.extract.reading import Reading
from kg.extract.status import describes_suspicion, factuality, weakest
from kg.extract.syntax import Syntax
from kg.language.relations import RelationPattern
from kg.model import EntityType, Factuality, MentionKind

_PERSONAL = (EntityType.PERSON, EntityType.GROUP)
#: words after ``en contact avec`` in which the other one is looked for
_CONTACT_REACH = 6


class RelationReader:
    """Finds the relations of one reading."""

    def __init__(self, lexicon: Lexicon, syntax: Syntax, owner: Owner, country: Callable[[str], Cluster]) -> None:
        self._lexicon = lexicon
        self._rules = lexicon.relations
        self._syntax = syntax
        self._owner = owner
        self._portraits = PortraitReader(lexicon, syntax, owner, country)

    def read(self, reading: Reading, candidates: Iterable[Candidate]) -> Iterator[FoundRelation]:
        """All relations of a parsed reading; candidates of other readings are passed over."""
        mine = [c for c in candidates if c.reading == reading.index]
        yield from self._portraits.read(reading, mine)
        yield from self._containments(reading, mine)
        yield from self._contacts(reading)
        yield from self._locations(reading, mine)
        for token in reading.doc:
            yield from self._predicates(token)
            yield from self._nouns(token)

    # --- places and contacts -----------------------------------------------------------------------------------

    def _containments(self, reading: Reading, candidates: Iterable[Candidate]) -> Iterator[FoundRelation]:
        """``Molenbeek, à Bruxelles``, ``Gao (Mali)``."""
        names = (c for c in candidates if c.type is EntityType.PLACE and c.kind is MentionKind.NAMED)
        for left, right in pairwise(sorted(names, key=lambda c: c.begin)):
            inner, outer = self._place(reading, left), self._place(reading, right)
            if inner is None or outer is None or inner is outer or self._lexicon.is_country(left.text):
                continue
            if self._rules.contained.match(reading.text[left.end : right.begin]):
                head, rule = reading.doc[left.head], "fr/relations.containment"
                yield FoundRelation(inner, "containedInPlace", outer, Factuality.ASSERTED, head, rule)

    def _place(self, reading: Reading, candidate: Candidate) -> Cluster | None:
        cluster = self._owner(reading.doc[candidate.head])
        return cluster if cluster is not None and cluster.type is EntityType.PLACE else None

    def _locations(self, reading: Reading, candidates: Iterable[Candidate]) -> Iterator[FoundRelation]:
        """``NOM, actuellement en Irak``: an adverb of time between someone and a place."""
        ordered = sorted((c for c in candidates if c.kind is not MentionKind.PRONOMINAL), key=lambda c: c.begin)
        for left, right in pairwise(ordered):
            who, where = self._owner(reading.doc[left.head]), self._place(reading, right)
            if who is None or who.type not in _PERSONAL or where is None:
                continue
            if self._rules.located.match(reading.text[left.end : right.begin]):
                head, rule = reading.doc[right.head], "fr/relations.located"
                yield FoundRelation(who, "locatedIn", where, factuality(head, self._syntax, verbal=False), head, rule)

    def _contacts(self, reading: Reading) -> Iterator[FoundRelation]:
        """``en contact avec X``."""
        text = reading.text.lower()
        for phrase in self._rules.contact:
            at = text.find(phrase)
            while at >= 0:
                tokens = reading.doc.char_span(at, at + len(phrase), alignment_mode="expand")
                if tokens is not None and tokens.text.lower().endswith(phrase):
                    yield from self._contact(tokens[0], tokens.end)
                at = text.find(phrase, at + 1)

    def _contact(self, first: Token, after: int) -> Iterator[FoundRelation]:
        """Who is in contact, at the words from ``first`` to before token ``after``, with whom."""
        owners = (self._owner(t) for t in first.doc[after : after + _CONTACT_REACH])
        other = next((o for o in owners if o is not None and o.type in _PERSONAL), None)
        if other is None:
            return
        verb = first if first.pos_ in ("VERB", "AUX") else self._syntax.governing_verb(first) or first
        noun = next((t for t in first.doc[first.i : after] if self._syntax.children(t, "subject", "copula")), verb)
        for subject in self._syntax.surface_subjects(noun):
            owner = self._owner(subject)
            if owner is not None and owner is not other and owner.type in _PERSONAL:
                status = factuality(noun, self._syntax, verbal=True)
                if self._is_suspected(first.doc[max(first.sent.start, first.i - 1) : after]):
                    status = weakest(status, Factuality.ALLEGED)
                yield FoundRelation(owner, "knows", other, status, first, "fr/relations.contact")

    def _is_suspected(self, words: Iterable[Token]) -> bool:
        """``soupçonné de liens avec X``: who is suspected of contacts has none for certain."""
        return any(self._syntax.lemmas(word) & self._syntax.profile.cues["alleging_verbs"] for word in words)

    # --- words that state a relation ---------------------------------------------------------------------------

    def _predicates(self, token: Token) -> Iterator[FoundRelation]:
        """``X appartient à Y``, ``X, affilié à Y``."""
        is_participle = token.pos_ == "NOUN" and self._syntax.is_participle(token)
        if token.pos_ not in ("VERB", "ADJ", "AUX") and not is_participle:
            return
        words = self._syntax.lemmas(token) | {token.lower_, token.lemma_.lower()}
        for pattern in self._rules.predicates:
            if words & pattern.words:
                yield from self._ends(token, pattern)

    def _ends(self, token: Token, pattern: RelationPattern) -> Iterator[FoundRelation]:
        """A relation between each subject of a predicate and each of its complements."""
        qualifies = self._syntax.is_(token, "adnominal", "adjectival")
        if qualifies and not self._syntax.children(token, "subject", "passive_subject"):
            subjects = [token.head]
        else:
            subjects = self._syntax.surface_subjects(token)
        others = [a.head for a in self._syntax.obliques(token) if a.function in pattern.prepositions]
        if pattern.takes_object:
            others += self._syntax.objects(token)
        status = factuality(token, self._syntax, verbal=True)
        for subject in subjects:
            for other in others:
                yield from self._relation(pattern, (subject, other), status, token)

    def _nouns(self, token: Token) -> Iterator[FoundRelation]:
        """``un membre présumé de Y``."""
        if token.pos_ not in ("NOUN", "ADJ"):
            return
        for pattern in self._rules.nouns:
            if token.lower_ in pattern.words:
                status = Factuality.ALLEGED if describes_suspicion(token, self._syntax) else Factuality.ASSERTED
                for argument in self._syntax.obliques(token):
                    if argument.function in pattern.prepositions:
                        yield from self._relation(pattern, (token, argument.head), status, token)

    def _relation(
        self, pattern: RelationPattern, ends: tuple[Token, Token], status: Factuality, token: Token
    ) -> Iterator[FoundRelation]:
        """The relation between two words, if they stand for entities that may be in it."""
        subject, other = map(self._owner, ends)
        if subject is None or other is None or subject is other or subject.type not in pattern.subject:
            return
        domain, allowed = self._lexicon.ends(pattern.relation)
        if pattern.object:
            allowed &= {t.value for t in pattern.object}
        if subject.type.value in domain and other.type.value in allowed:
            yield FoundRelation(subject, pattern.relation, other, status, token, f"fr/relations.{pattern.relation}")
