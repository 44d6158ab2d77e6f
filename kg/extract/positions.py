"""Who stands where around a verb: mentions found by position where the parser lost them.

The parser attaches half of the arguments to their verb (times, places and incises between them mislead it), but knows
words and their classes well. What holds for French word order: a mention without preposition before a finite verb is
its subject, one after it its object; a participle qualifies what it follows, or, at the opening, the subject to come;
verbs in a row share the first one's subject.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kg.extract.complements import complements
from kg.extract.owners import Owner
from kg.extract.parsed import Doc, Token, Tokens
from kg.extract.stretches import Stretch, is_cut_off, is_governed
from kg.extract.syntax import Argument, Syntax
from kg.extract.syntax.words import VERBAL
from kg.model import EntityType

_FINITE = frozenset({"pres", "past", "impf", "fut", "cond", "subj"})
#: words after a verb in which its object stands: a time, a place and an incise may come before
_OBJECT_REACH = 20
#: words between a mention and the participle after it: a comma, an age, adverbs
PARTICIPLE_REACH = 6
_STOPS = frozenset({";", ":"})
_CHAIN = 4


class Positions:
    """Finds mentions around the verbs of one reading."""

    def __init__(self, syntax: Syntax, owner: Owner) -> None:
        """Prepare for a reading's words and the entity that each names."""
        self.syntax = syntax
        self.owner = owner
        self._stretches: dict[tuple[Doc, int], list[Stretch]] = {}  #: by the first word of their sentence

    def stretches(self, sent: Tokens) -> list[Stretch]:
        """The mentions of a sentence, in text order; possessives and ``m'`` are none."""
        if (known := self._stretches.get((sent.doc, sent.start))) is not None:
            return known
        found: list[Stretch] = []
        for token in sent:
            if self.syntax.word(token, "possessive", "first_objects") or (cluster := self.owner(token)) is None:
                continue
            if found and found[-1].cluster is cluster and found[-1].last.i == token.i - 1:
                found[-1] = Stretch(found[-1].first, token, cluster, found[-1].governed)
            else:
                found.append(Stretch(token, token, cluster, is_governed(token, self.syntax)))
        self._stretches[sent.doc, sent.start] = found
        return found

    def complements(self, sent: Tokens, start: int, *, of_noun: bool) -> Iterator[Argument]:
        """Mentions with a preposition after a trigger, see :func:`kg.extract.complements.complements`."""
        return complements(self.stretches(sent), sent, start, self.syntax, of_noun=of_noun)

    def before(self, token: Token) -> Stretch | None:
        """The mention right before a word; a comma, an age, brackets and adverbs may stand between."""
        for stretch in reversed(self.stretches(token.sent)):
            if stretch.last.i >= token.i:
                continue
            between = _unbracketed(token.doc[stretch.last.i + 1 : token.i])
            if between is None:
                continue  # a mention in the brackets
            return stretch if len(between) <= PARTICIPLE_REACH and all(map(self.is_incise, between)) else None
        return None

    def is_incise(self, token: Token) -> bool:
        """Whether a word parts no mention from what is said of it: a comma, an age, a time, an adverb."""
        if token.text in {",", "(", ")"} or token.pos_ in ("ADV", "NUM", "ADJ") or token.is_digit:
            return True
        return token.i in self.syntax.time_tokens or self.syntax.word(token, "time_nouns", "age_words")

    # --- subjects and objects ----------------------------------------------------------------------------------

    def subject(self, verb: Token, types: Collection[EntityType], depth: int = 0) -> Token | None:
        """The bare mention before a verb, over relative clauses and incises; else that of the verb before it."""
        first = self.syntax.first_form(verb)
        for stretch in reversed(self.stretches(verb.sent)):
            if stretch.last.i >= first.i or stretch.governed or self.syntax.is_example(stretch.first):
                continue
            if stretch.first.pos_ == "PRON" and self.syntax.word(stretch.first, "object_clitics"):
                continue  # "Trois hommes l'ont fait prisonnier"
            between = verb.doc[stretch.last.i + 1 : first.i]
            if is_cut_off(stretch, between, self.syntax):
                break
            if self._shares_subject(stretch, between):
                continue
            if any(t.text in _STOPS or self.syntax.subordinates(t) for t in between):
                break
            if self._finite_verbs(between) <= self.relatives(between) and not self._is_object(stretch):
                return stretch.last if stretch.cluster.type in types else None
        shared = self._verb_in_row(first) if depth < _CHAIN else None
        return self.subject(shared, types, depth + 1) if shared is not None else None

    def _shares_subject(self, stretch: Stretch, between: Tokens) -> bool:
        """``ont pris en embuscade un muezzin et l'ont abattu``: after *et*, what follows a verb is no subject."""
        joined = [t for t in between if t.pos_ == "CCONJ"]
        if not joined or joined[0].i != stretch.last.i + 1:
            return False
        before = stretch.first.doc[stretch.first.sent.start : stretch.first.i]
        return self._finite_verbs(before) > self.relatives(before)

    def _finite_verbs(self, words: Tokens) -> int:
        return sum(t.pos_ in VERBAL and bool(_FINITE & self.syntax.tags(t)) for t in words)

    def relatives(self, words: Tokens) -> int:
        """How many relative pronouns stand among words."""
        return sum(self.syntax.word(t, "relative_subject", "relative_object", "relative_other") for t in words)

    def _is_object(self, stretch: Stretch) -> bool:
        """Whether a finite verb stands right before a mention: it is that one's object."""
        at, doc, start = stretch.first.i - 1, stretch.first.doc, stretch.first.sent.start
        while at >= start and doc[at].pos_ in ("DET", "NUM", "ADJ", "ADV"):
            at -= 1
        return at >= start and doc[at].pos_ in VERBAL

    def _verb_in_row(self, first: Token) -> Token | None:
        """``a été suivi, arrêté et condamné``: the verb before one that follows a comma or conjunction."""
        at, doc, start = first.i - 1, first.doc, first.sent.start
        while at > start and doc[at].pos_ == "ADV":
            at -= 1
        if at <= start or (doc[at].text != "," and doc[at].pos_ != "CCONJ"):
            return None
        for token in reversed(doc[start:at]):
            if token.text in _STOPS or self.syntax.word(token, "relative_subject", "relative_object"):
                return None
            if token.pos_ == "VERB" and (self.syntax.auxiliaries(token) or _FINITE & self.syntax.tags(token)):
                return token
        return None

    def object(self, verb: Token, types: Collection[EntityType]) -> Token | None:
        """A clitic before a verb, else the first bare mention after it, over a time, a place or an incise."""
        clitic = self._clitic(verb)
        if clitic is not None:
            owner = self.owner(clitic)
            return clitic if owner is not None and owner.type in types else None
        reach, governed = min(verb.sent.end, verb.i + _OBJECT_REACH), None
        for stretch in self.stretches(verb.sent):
            if stretch.governed or (governed is not None and _is_next(stretch, governed)):
                governed = stretch
            elif verb.i < stretch.first.i < reach:
                between = verb.doc[verb.i + 1 : stretch.first.i]
                if any(self._parts(t) for t in between):
                    return None
                return stretch.first if stretch.cluster.type in types else None
        return None

    def _clitic(self, verb: Token) -> Token | None:
        """``l'ont interpellé``: the object pronoun right before a verb's first form."""
        first = self.syntax.first_form(verb)
        before = first.nbor(-1) if first.i > first.sent.start else None
        is_clitic = before is not None and self.syntax.word(before, "object_clitics") and before.pos_ != "DET"
        return before if is_clitic else None

    def names_somebody(self, token: Token) -> bool:
        """Whether a word is part of a mention."""
        return self.owner(token) is not None

    def names_person(self, token: Token) -> bool:
        """Whether a word is part of a mention of one person."""
        owner = self.owner(token)
        return owner is not None and owner.type is EntityType.PERSON

    def with_conjuncts(self, token: Token) -> list[Token]:
        """A mention's word and those of the mentions that a conjunction adds (``De Morgen et la Gazet``)."""
        found = [token]
        at = token.i
        for stretch in self.stretches(token.sent):
            between = token.doc[at + 1 : stretch.first.i]
            if stretch.first.i <= token.i <= stretch.last.i:
                at = stretch.last.i
            elif stretch.first.i > at and any(t.pos_ == "CCONJ" for t in between):
                if any(t.pos_ not in ("CCONJ", "DET", "ADJ") for t in between):
                    break
                found.append(stretch.last)
                at = stretch.last.i
        return found

    def speaker(self, verb: Token) -> Token | None:
        """``a déclaré à l'AFP le colonel X``: the first bare mention after a verb of saying, in its clause.

        An incise with a preposition may stand between: ``a nuancé, lors d'une conférence de presse, le procureur``.
        """
        start = self._after_incise(verb)
        for stretch in self.stretches(verb.sent):
            if not start <= stretch.first.i < verb.i + _OBJECT_REACH or stretch.governed:
                continue
            between = verb.doc[start : stretch.first.i]
            if any(self._parts(t) or t.text == "," or self.syntax.word(t, "opening_quotes") for t in between):
                return None
            return stretch.first
        return None

    def _after_incise(self, verb: Token) -> int:
        """The index of the word after a verb, or after the prepositional incise between commas that follows it."""
        following = verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + _OBJECT_REACH)]
        if len(following) < 2 or following[0].text != "," or self.syntax.listed(following[1]) is None:
            return verb.i + 1
        return next((t.i + 1 for t in following[1:] if t.text == ","), verb.i + 1)

    def _parts(self, token: Token) -> bool:
        return (
            token.text in _STOPS
            or token.pos_ in (*VERBAL, "SCONJ", "CCONJ")
            or self.syntax.word(token, "relative_subject", "relative_object", "relative_other")
        )


def _is_next(stretch: Stretch, before: Stretch) -> bool:
    """``à Mons, Namur et Liège``: governed by the preposition of the first."""
    between = stretch.first.doc[before.last.i + 1 : stretch.first.i]
    alike = stretch.cluster.type is before.cluster.type is EntityType.PLACE
    return alike and all(t.text == "," or t.pos_ in ("CCONJ", "DET") for t in between)


def _unbracketed(words: Tokens) -> list[Token] | None:
    """Words without what stands in brackets; None if a bracket closes that was not opened among them."""
    kept: list[Token] = []
    depth = 0
    for token in words:
        depth += (token.text == "(") - (token.text == ")")
        if depth < 0:
            return None
        if depth == 0 and token.text != ")":
            kept.append(token)
    return kept
