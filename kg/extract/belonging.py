"""Who belongs to what, and comes from where, by a noun's complement: ``les policiers de la DGSI``, ``NOM (PARTI)``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.extract.candidate import Candidate
from kg.extract.clusters import Cluster
from kg.extract.found_relation import FoundRelation
from kg.extract.lexicon import Lexicon
from kg.extract.owners import Owner
from kg.extract.parsed import Token
from kg.extract.reading import Reading
from kg.extract.status import standing
from kg.extract.syntax import Syntax
from kg.language.spelling import straight
from kg.model import EntityType, Factuality, MentionKind

_PERSONAL = (EntityType.PERSON, EntityType.GROUP)
#: categories of nouns whose complement is the body that they are of, and the place that they are from
_OF_BODY = frozenset({"function", "generic", "collective", "accused"})
_FROM_PLACE = frozenset({"generic", "function"})


class BelongingReader:
    """Finds in one reading what people and bodies are of."""

    def __init__(self, lexicon: Lexicon, syntax: Syntax, owner: Owner) -> None:
        self._lexicon = lexicon
        self._rules = lexicon.relations
        self._syntax = syntax
        self._owner = owner
        of = "|".join(sorted(map(re.escape, lexicon.of_phrases), key=len, reverse=True))
        self._of = re.compile(rf" (?:{of}) ?$")

    def read(self, reading: Reading, candidates: Sequence[Candidate]) -> Iterator[FoundRelation]:
        """All such relations; ``candidates`` are the reading's."""
        ordered = sorted((c for c in candidates if c.kind is not MentionKind.PRONOMINAL), key=lambda c: c.begin)
        for left, right in pairwise(ordered):
            between = reading.text[left.end : right.begin]
            yield from self._complement(reading, left, right, between)
            yield from self._party(reading, left, right, between)
            yield from self._organ(reading, left, right, between)

    def _complement(self, reading: Reading, left: Candidate, right: Candidate, between: str) -> Iterator[FoundRelation]:
        """``des mercenaires de X``: members; ``un garçon de Mons``: from there."""
        if left.kind is not MentionKind.NOMINAL or right.kind is not MentionKind.NAMED:
            return
        if self._of.fullmatch(straight(between).lower().rstrip() + " ") is None:
            return
        head = reading.doc[left.head]
        subject, other = self._owner(head), self._owner(reading.doc[right.head])
        if subject is None or other is None or subject.type not in _PERSONAL or subject is other:
            return
        status = standing(head, self._syntax)
        if other.type is EntityType.ORGANIZATION and left.category in _OF_BODY and self._is_staff(left):
            yield FoundRelation(subject, "memberOf", other, status, head, "fr/relations.staff")
        elif other.type is EntityType.PLACE and left.category in _FROM_PLACE and self._hails(left, right):
            relation = "residesIn" if left.lemma in self._rules.residents else "originFrom"
            yield FoundRelation(subject, relation, other, status, head, "fr/relations.from")

    def _is_staff(self, candidate: Candidate) -> bool:
        return candidate.lemma not in self._rules.not_members and candidate.lemma not in self._lexicon.titles

    def _hails(self, left: Candidate, right: Candidate) -> bool:
        """Whether a noun for people takes where they are from: no office, no country's (``les soldats du Mali``)."""
        return left.lemma in self._rules.hailing and not self._lexicon.is_country(right.text)

    def _party(self, reading: Reading, left: Candidate, right: Candidate, between: str) -> Iterator[FoundRelation]:
        """``NOM (PARTI)``, ``la députée PARTI NOM``."""
        person, body = self._owner(reading.doc[left.head]), self._owner(reading.doc[right.head])
        if between.strip() == "" and right.kind is MentionKind.NAMED:
            person, body = body, person
        elif between not in self._rules.party_openings:
            return
        if person is None or body is None or person.type is not EntityType.PERSON or not person.named:
            return
        entry = self._lexicon.organizations.by_id(body.authority)
        if body.type is EntityType.ORGANIZATION and entry is not None and entry.kind in self._rules.party_kinds:
            word: Token = reading.doc[right.head]
            yield FoundRelation(person, "memberOf", body, Factuality.ASSERTED, word, "fr/relations.party")

    def _organ(self, reading: Reading, left: Candidate, right: Candidate, between: str) -> Iterator[FoundRelation]:
        """``son agence X``, ``X, son organe de propagande``: a body of the possessive's owner."""
        for noun, name in ((left, right), (right, left)):
            if name.kind is not MentionKind.NAMED or noun.lemma not in self._rules.organs:
                continue
            if between.strip(' ,«"') and noun is left:
                continue
            head = reading.doc[noun.head]
            possessive = head.nbor(-1) if head.i > head.sent.start else None
            if possessive is None or not self._syntax.word(possessive, "possessive"):
                continue
            body, parent = self._owner(reading.doc[name.head]), self._parent(reading, possessive)
            if body is not None and parent is not None and body is not parent and body.type is EntityType.ORGANIZATION:
                yield FoundRelation(body, "parentOrganization", parent, Factuality.ASSERTED, head, "fr/relations.organ")

    def _parent(self, reading: Reading, possessive: Token) -> Cluster | None:
        """The organization that owns: the last one named before as a subject or agent of the sentence."""
        owner = self._owner(possessive)
        if owner is not None and owner.type is EntityType.ORGANIZATION:
            return owner
        for token in reading.doc[possessive.sent.start : possessive.i]:
            cluster = self._owner(token)
            if cluster is not None and cluster.type is EntityType.ORGANIZATION and cluster.named:
                return cluster
        return None
