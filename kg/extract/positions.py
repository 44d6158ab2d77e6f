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
from kg.extract.stretches import Stretch, agrees_in_gender, agrees_in_number, is_cut_off, is_governed
from kg.extract.syntax import Argument, Syntax
from kg.extract.syntax.words import VERBAL
from kg.model import EntityType

_FINITE = frozenset({"pres", "past", "impf", "fut", "cond", "subj"})
#: words after a verb in which its object stands: a time, a place and an incise may come before
_OBJECT_REACH = 20
#: words between a mention and the participle after it: a comma, an age, adverbs
_PARTICIPLE_REACH = 6
#: words from a fronted participle to the comma after which its subject stands
_FRONTED_REACH = 14
#: words after that comma in which the subject stands
_SUBJECT_REACH = 6
_STOPS = frozenset({";", ":"})
_CHAIN = 4


class Positions:
    """Finds mentions around the verbs of one reading."""

    def __init__(self, syntax: Syntax, owner: Owner) -> None:
        self._syntax = syntax
        self._owner = owner
        self._stretches: dict[tuple[Doc, int], list[Stretch]] = {}  #: by the first word of their sentence

    def stretches(self, sent: Tokens) -> list[Stretch]:
        """The mentions of a sentence, in text order; possessives are none."""
        if (known := self._stretches.get((sent.doc, sent.start))) is not None:
            return known
        found: list[Stretch] = []
        for token in sent:
            if self._syntax.word(token, "possessive") or (cluster := self._owner(token)) is None:
                continue
            if found and found[-1].cluster is cluster and found[-1].last.i == token.i - 1:
                found[-1] = Stretch(found[-1].first, token, cluster, found[-1].governed)
            else:
                found.append(Stretch(token, token, cluster, is_governed(token, self._syntax)))
        self._stretches[sent.doc, sent.start] = found
        return found

    def in_state(self, preposition: Token) -> Token | None:
        """Whom a state is said of (``X, en visite``, ``En déplacement à Mons, X``): who stands before or follows."""
        before = self.before(preposition)
        if before is not None:
            return before.last
        return self._subject_to_come(preposition, frozenset(EntityType)) if self._opens(preposition) else None

    def complements(self, sent: Tokens, start: int, *, of_noun: bool) -> Iterator[Argument]:
        """Mentions with a preposition after a trigger, see :func:`kg.extract.complements.complements`."""
        return complements(self.stretches(sent), sent, start, self._syntax, of_noun=of_noun)

    # --- participles -------------------------------------------------------------------------------------------

    def qualified(self, participle: Token, types: Collection[EntityType]) -> Token | None:
        """Whom a bare participle is said of: the mention that it follows, else the subject that it precedes."""
        if self._opens(participle):
            return self._subject_to_come(participle, types)
        passive = self._passive_in_row(participle)
        if passive is not None:  # "X, arrêté puis relâché"
            bare = not self._syntax.auxiliaries(passive)
            shared = self.qualified(passive, types) if bare else self._subject_of(passive, types)
            if shared is not None or bare:
                return shared
        chain = [s for s in self._chain(participle) if s.cluster.type in types]
        fits = [s for s in chain if agrees_in_number(participle, s, self._syntax)]
        fits = [s for s in fits if agrees_in_gender(participle, s, self._syntax)]
        if fits and fits[0].cluster.type is not EntityType.PERSON and participle.nbor(-1).text == ",":
            person = next((s for s in fits if s.cluster.type is EntityType.PERSON), fits[0])
            return person.last  # "le chef du groupe, arrêté à Gao"
        return fits[0].last if fits else None

    def _chain(self, participle: Token) -> Iterator[Stretch]:
        """The mention right before a participle, and those of which it is the complement, nearest first."""
        before = self.before(participle) or self._before_complement(participle)
        while before is not None:
            yield before
            before = self._governor(before)

    def _before_complement(self, participle: Token) -> Stretch | None:
        """``les passagers de deux autocars enlevés``: a mention whose complement names nobody."""
        for stretch in reversed(self.stretches(participle.sent)):
            if stretch.last.i < participle.i:
                between = participle.doc[stretch.last.i + 1 : participle.i]
                genitive = self._syntax.profile.functions["genitive"]
                opens = len(between) > 1 and self._syntax.listed(between[0]) == genitive
                nominal = all(t.pos_ in ("ADP", "DET", "NUM", "NOUN", "ADJ") for t in between)
                return stretch if opens and nominal and len(between) <= _PARTICIPLE_REACH else None
        return None

    def _passive_in_row(self, participle: Token) -> Token | None:
        """``X a été mis en examen par le juge Y, puis placé en détention``: the passive verb that goes on."""
        doc, at, start = participle.doc, participle.i - 1, participle.sent.start
        while at > start and doc[at].pos_ == "ADV" and not self._syntax.word(doc[at], "sequence_words"):
            at -= 1
        if at <= start or not (doc[at].pos_ == "CCONJ" or self._syntax.word(doc[at], "sequence_words")):
            return None
        for token in reversed(doc[start:at]):
            if token.text in _STOPS or self._syntax.subordinates(token) or token.pos_ == "SCONJ":
                return None
            if token.pos_ in VERBAL and self._syntax.can_be_past_participle(token):
                return token if self._syntax.is_passive(token) else None
        return None

    def _subject_of(self, verb: Token, types: Collection[EntityType]) -> Token | None:
        """By dependency, else by position."""
        for token in self._syntax.surface_subjects(verb):
            owner = self._owner(token)
            if owner is not None and owner.type in types:
                return token
        return self.subject(verb, types)

    def _opens(self, participle: Token) -> bool:
        """Whether neither a mention nor a conjugated verb stands before a word in its sentence."""
        before = participle.doc[participle.sent.start : participle.i]
        return not any(self._syntax.is_finite_verb(t) or self._owner(t) is not None for t in before)

    def before(self, token: Token) -> Stretch | None:
        """The mention right before a word; a comma, an age, a bracket and adverbs may stand between."""
        for stretch in reversed(self.stretches(token.sent)):
            if stretch.last.i >= token.i:
                continue
            between = token.doc[stretch.last.i + 1 : token.i]
            return stretch if len(between) <= _PARTICIPLE_REACH and all(map(self._is_incise, between)) else None
        return None

    def _is_incise(self, token: Token) -> bool:
        if token.text in {",", "(", ")"} or token.pos_ in ("ADV", "NUM", "ADJ") or token.is_digit:
            return True
        return token.i in self._syntax.time_tokens or self._syntax.word(token, "time_nouns", "age_words")

    def _governor(self, stretch: Stretch) -> Stretch | None:
        """``un habitant de X, arrêté``: the mention of which another is the complement."""
        if not stretch.governed:
            return None
        inside = [s for s in self.stretches(stretch.first.sent) if s.last.i < stretch.first.i]
        if not inside or stretch.first.i - inside[-1].last.i > _CHAIN:
            return None
        between = stretch.first.doc[inside[-1].last.i + 1 : stretch.first.i]
        return inside[-1] if all(t.pos_ in ("ADP", "DET", "ADJ", "NOUN") for t in between) else None

    def _subject_to_come(self, participle: Token, types: Collection[EntityType]) -> Token | None:
        """``Arrêté lundi à Mons, X a été …``: the first bare mention after the comma."""
        sent = participle.sent
        reach = min(sent.end, participle.i + _FRONTED_REACH)
        commas = [t.i for t in participle.doc[participle.i + 1 : reach] if t.text == ","]
        later = (t for t in sent if t.i > participle.i and t.pos_ != "DET")
        pronouns = [t.i for t in later if t.lower_ in self._syntax.profile.pronouns]
        for stretch in self.stretches(sent):
            near = [at for at in commas if 0 < stretch.first.i - at <= _SUBJECT_REACH]
            if near and not stretch.governed and not self._relatives(sent.doc[near[-1] + 1 : stretch.first.i]):
                unknown = any(commas[0] < at < stretch.first.i for at in pronouns)
                return stretch.last if stretch.cluster.type in types and not unknown else None
        return None

    # --- subjects and objects ----------------------------------------------------------------------------------

    def subject(self, verb: Token, types: Collection[EntityType], depth: int = 0) -> Token | None:
        """The bare mention before a verb, over relative clauses and incises; else that of the verb before it."""
        first = self._syntax.first_form(verb)
        for stretch in reversed(self.stretches(verb.sent)):
            if stretch.last.i >= first.i or stretch.governed or self._syntax.is_example(stretch.first):
                continue
            between = verb.doc[stretch.last.i + 1 : first.i]
            if is_cut_off(stretch, between, self._syntax):
                break
            if self._shares_subject(stretch, between):
                continue
            if any(t.text in _STOPS or self._syntax.subordinates(t) for t in between):
                break
            if self._finite_verbs(between) <= self._relatives(between) and not self._is_object(stretch):
                return stretch.last if stretch.cluster.type in types else None
        shared = self._verb_in_row(first) if depth < _CHAIN else None
        return self.subject(shared, types, depth + 1) if shared is not None else None

    def _shares_subject(self, stretch: Stretch, between: Tokens) -> bool:
        """``ont pris en embuscade un muezzin et l'ont abattu``: after *et*, what follows a verb is no subject."""
        joined = [t for t in between if t.pos_ == "CCONJ"]
        if not joined or joined[0].i != stretch.last.i + 1:
            return False
        before = stretch.first.doc[stretch.first.sent.start : stretch.first.i]
        return self._finite_verbs(before) > self._relatives(before)

    def _finite_verbs(self, words: Tokens) -> int:
        return sum(t.pos_ in VERBAL and bool(_FINITE & self._syntax.tags(t)) for t in words)

    def _relatives(self, words: Tokens) -> int:
        return sum(self._syntax.word(t, "relative_subject", "relative_object", "relative_other") for t in words)

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
            if token.text in _STOPS or self._syntax.word(token, "relative_subject", "relative_object"):
                return None
            if token.pos_ == "VERB" and (self._syntax.auxiliaries(token) or _FINITE & self._syntax.tags(token)):
                return token
        return None

    def object(self, verb: Token, types: Collection[EntityType]) -> Token | None:
        """A clitic before a verb, else the first bare mention after it, over a time, a place or an incise."""
        clitic = self._clitic(verb)
        if clitic is not None:
            owner = self._owner(clitic)
            return clitic if owner is not None and owner.type in types else None
        reach = min(verb.sent.end, verb.i + _OBJECT_REACH)
        for stretch in self.stretches(verb.sent):
            if verb.i < stretch.first.i < reach and not stretch.governed:
                between = verb.doc[verb.i + 1 : stretch.first.i]
                if any(self._parts(t) for t in between):
                    return None
                return stretch.first if stretch.cluster.type in types else None
        return None

    def _clitic(self, verb: Token) -> Token | None:
        """``l'ont interpellé``: the object pronoun right before a verb's first form."""
        first = self._syntax.first_form(verb)
        before = first.nbor(-1) if first.i > first.sent.start else None
        is_clitic = before is not None and self._syntax.word(before, "object_clitics") and before.pos_ != "DET"
        return before if is_clitic else None

    def names_somebody(self, token: Token) -> bool:
        """Whether a word is part of a mention."""
        return self._owner(token) is not None

    def names_person(self, token: Token) -> bool:
        """Whether a word is part of a mention of one person."""
        owner = self._owner(token)
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
            if any(self._parts(t) or t.text == "," or self._syntax.word(t, "opening_quotes") for t in between):
                return None
            return stretch.first
        return None

    def _after_incise(self, verb: Token) -> int:
        """The index of the word after a verb, or after the prepositional incise between commas that follows it."""
        following = verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + _OBJECT_REACH)]
        if len(following) < 2 or following[0].text != "," or self._syntax.listed(following[1]) is None:
            return verb.i + 1
        return next((t.i + 1 for t in following[1:] if t.text == ","), verb.i + 1)

    def _parts(self, token: Token) -> bool:
        return (
            token.text in _STOPS
            or token.pos_ in (*VERBAL, "SCONJ", "CCONJ")
            or self._syntax.word(token, "relative_subject", "relative_object", "relative_other")
        )
