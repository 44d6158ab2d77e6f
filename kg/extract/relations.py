"""Lasting relations between entities, each with the words that state it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from kg.extract.belonging import BelongingReader
from kg.extract.candidate import Candidate
from kg.extract.clusters import Cluster
from kg.extract.found_relation import FoundRelation
from kg.extract.lexicon import Lexicon
from kg.extract.owners import Owner
from kg.extract.parsed import Token, Tokens
from kg.extract.participles import qualified_by
from kg.extract.portraits import PortraitReader
from kg.extract.positions import Positions
from kg.extract.reading import Reading
from kg.extract.status import factuality, standing, weakest
from kg.extract.syntax import Syntax
from kg.language.relations import RelationPattern
from kg.language.spelling import straight
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
        self._positions = Positions(syntax, owner)
        self._portraits = PortraitReader(lexicon, syntax, owner, country)

    def read(self, reading: Reading, candidates: Iterable[Candidate]) -> Iterator[FoundRelation]:
        """All relations of a parsed reading; candidates of other readings are passed over."""
        mine = [c for c in candidates if c.reading == reading.index]
        yield from self._portraits.read(reading, mine)
        yield from BelongingReader(self._lexicon, self._syntax, self._owner).read(reading, mine)
        yield from self._containments(reading, mine)
        yield from self._branches(reading, mine)
        yield from self._phrases(reading)
        yield from self._locations(reading, mine)
        yield from self._of_bodies(reading, mine)
        for token in reading.doc:
            yield from self._predicates(token)
            yield from self._acquaintances(token)
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

    def _of_bodies(self, reading: Reading, candidates: Iterable[Candidate]) -> Iterator[FoundRelation]:
        """``le commissaire NOM, de la police fédérale, …``: between commas, or up to the end."""
        names = sorted((c for c in candidates if c.kind is MentionKind.NAMED), key=lambda c: c.begin)
        for left, right in pairwise(names):
            who, body = (self._owner(reading.doc[c.head]) for c in (left, right))
            if who is None or body is None or who.type is not EntityType.PERSON or not _is_body(body):
                continue
            closed = reading.text[right.end : right.end + 1] in ("", ",", ".", ")")
            if closed and self._rules.of_body.match(straight(reading.text[left.end : right.begin])):
                head, rule = reading.doc[left.head], "fr/relations.of-body"
                yield FoundRelation(who, "memberOf", body, factuality(head, self._syntax, verbal=False), head, rule)

    def _branches(self, reading: Reading, candidates: Iterable[Candidate]) -> Iterator[FoundRelation]:
        """``Jabhat al-Nosra, la branche syrienne d'al-Qaïda``, ``Jnim, affilié à al-Qaïda``."""
        names = [c for c in candidates if c.type is EntityType.ORGANIZATION and c.kind is MentionKind.NAMED]
        for left, right in pairwise(sorted(names, key=lambda c: c.begin)):
            branch, whole = (self._owner(reading.doc[c.head]) for c in (left, right))
            if branch is None or whole is None or branch is whole:
                continue
            if self._rules.branch.match(reading.text[left.end : right.begin].lower()):
                head, rule = reading.doc[left.head], "fr/relations.branch"
                yield FoundRelation(branch, "affiliation", whole, Factuality.ASSERTED, head, rule)

    def _phrases(self, reading: Reading) -> Iterator[FoundRelation]:
        """``en contact avec X``, ``a prêté allégeance à X``, ``à son domicile de X``."""
        text = reading.text.lower()
        for phrase, relation in self._rules.phrases:
            at = text.find(f"{phrase} ")
            while at >= 0:
                tokens = reading.doc.char_span(at, at + len(phrase))
                if tokens is not None and tokens.text.lower().endswith(phrase):
                    yield from self._of_phrase(tokens, relation)
                at = text.find(f"{phrase} ", at + 1)

    def _of_phrase(self, phrase: Tokens, relation: str) -> Iterator[FoundRelation]:
        """Who stands in a relation that a phrase states, to whom or what is told after it."""
        first, doc = phrase[0], phrase.doc
        _, allowed = self._lexicon.ends(relation)
        owners = (self._owner(t) for t in doc[phrase.end : phrase.end + _CONTACT_REACH])
        other = next((o for o in owners if o is not None and o.type.value in allowed), None)
        if other is None:
            return
        verb = first if first.pos_ in ("VERB", "AUX") else self._syntax.governing_verb(first) or first
        noun = next((t for t in phrase if self._syntax.children(t, "subject", "copula")), verb)
        whose = [t for t in phrase if self._syntax.word(t, "possessive")]
        status = factuality(noun, self._syntax, verbal=True) if not whose else Factuality.ASSERTED
        if self._is_suspected(doc[max(first.sent.start, first.i - 1) : phrase.end]):
            status = weakest(status, Factuality.ALLEGED)
        for owner in map(self._owner, whose or self._syntax.surface_subjects(noun)):
            name = "affiliation" if _is_body(owner) and relation == "memberOf" else relation
            domain, _ = self._lexicon.ends(name)
            if owner is not None and owner is not other and owner.type.value in domain:
                rule = "fr/relations.contact" if relation == "knows" else f"fr/relations.{relation}"
                yield FoundRelation(owner, name, other, status, first, rule)

    def _is_suspected(self, words: Iterable[Token]) -> bool:
        """``soupçonné de liens avec X``: who is suspected of contacts has none for certain."""
        return any(self._syntax.lemmas(word) & self._syntax.profile.cues["alleging_verbs"] for word in words)

    # --- words that state a relation ---------------------------------------------------------------------------

    def _predicates(self, token: Token) -> Iterator[FoundRelation]:
        """``X appartient à Y``, ``X, affilié à Y``."""
        before = token.nbor(-1) if token.i > token.sent.start else None
        bare = token.pos_ in ("NOUN", "PROPN") and (before is None or before.pos_ not in ("DET", "ADP", "NUM", "ADJ"))
        if token.pos_ not in ("VERB", "ADJ", "AUX") and not bare:
            return
        words = self._syntax.lemmas(token) | {token.lower_, token.lemma_.lower()}
        for pattern in self._rules.predicates:
            if words & pattern.words and (not pattern.reflexive or self._syntax.is_reflexive(token)):
                yield from self._ends(token, pattern)

    def _ends(self, token: Token, pattern: RelationPattern) -> Iterator[FoundRelation]:
        """A relation between each subject of a predicate and each of its complements."""
        subjects = self._subjects(token, pattern)
        others = [a.head for a in self._syntax.obliques(token) if a.function in pattern.prepositions]
        if not any(self._owner(other) is not None for other in others):
            others += [
                a.head
                for a in self._positions.complements(token.sent, token.i + 1, of_noun=False)
                if a.function in pattern.prepositions
            ][:1]
        if pattern.takes_object:
            others += self._syntax.objects(token)
        status = factuality(token, self._syntax, verbal=True)
        for subject in subjects:
            for other in others:
                yield from self._relation(pattern, (subject, other), status, token)

    def _subjects(self, token: Token, pattern: RelationPattern) -> list[Token]:
        """Whom a predicate is said of: by dependency if that names somebody who can be, else by position."""
        qualifies = self._syntax.is_(token, "adnominal", "adjectival")
        if qualifies and not self._syntax.children(token, "subject", "passive_subject"):
            found = [token.head]
        else:
            found = [t for t in self._syntax.surface_subjects(token) if self._agrees(token, t)]
        if any((o := self._owner(t)) is not None and o.type in pattern.subject for t in found):
            return found
        if self._syntax.is_finite_verb(token):
            lost = self._positions.subject(token, pattern.subject)
        else:
            lost = qualified_by(self._positions, token, pattern.subject)
        return [lost] if lost is not None else found

    def _agrees(self, predicate: Token, subject: Token) -> bool:
        """``Elle porte la marque du groupe, affilié à Y``: a bare participle is said of nobody of the other gender."""
        genders = {tag.split(".")[-2] for tag in self._syntax.tags(predicate) if tag.startswith("part.past")}
        bare = len(genders) == 1 and self._syntax.is_participle(predicate)
        owner = self._owner(subject)
        person = owner is not None and owner.type is EntityType.PERSON and not owner.plural
        return not bare or not person or owner is None or owner.may_be(min(genders))

    def _acquaintances(self, token: Token) -> Iterator[FoundRelation]:
        """``X a rencontré Y``: private persons who meet know each other; officials hold a meeting."""
        if token.pos_ not in ("VERB", "AUX") or not self._syntax.lemmas(token) & self._rules.private_meetings:
            return
        subjects = self._syntax.surface_subjects(token) or _those(self._positions.subject(token, _PERSONAL))
        objects = self._syntax.objects(token) or _those(self._positions.object(token, _PERSONAL))
        status = factuality(token, self._syntax, verbal=True)
        for subject, other in ((self._private(s), self._private(o)) for s in subjects for o in objects):
            if subject is not None and other is not None and subject is not other:
                yield FoundRelation(subject, "knows", other, status, token, "fr/relations.meeting")

    def _private(self, token: Token | None) -> Cluster | None:
        owner = self._owner(token) if token is not None else None
        if owner is None or owner.type is not EntityType.PERSON or owner.categories & {"title"}:
            return None
        return owner

    def _nouns(self, token: Token) -> Iterator[FoundRelation]:
        """``un membre présumé de Y``."""
        if token.pos_ not in ("NOUN", "ADJ"):
            return
        for pattern in self._rules.nouns:
            if token.lower_ in pattern.words:
                status = standing(token, self._syntax)
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


def _is_body(owner: Cluster | None) -> bool:
    return owner is not None and owner.type is EntityType.ORGANIZATION


def _those(token: Token | None) -> list[Token]:
    return [] if token is None else [token]
