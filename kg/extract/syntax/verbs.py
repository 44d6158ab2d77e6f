"""Verbs of a parsed sentence: their auxiliaries, forms and voice."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.parsed import Token, Tokens
from kg.extract.syntax.words import CLAUSE_BREAKS, NAMING, VERBAL, Words, is_conjugated

#: words looked back over to find an auxiliary: adverbs, clitics, the other auxiliary
_MAX_AUXILIARY_GAP = 6
#: words of an incise between an auxiliary and its participle
_MAX_INCISE = 12
#: words looked back over to find a reflexive pronoun, and from one to the subject of its person
_MAX_CLITIC_GAP = 3
_MAX_NEGATION_GAP = 2
_FINITE = frozenset({"pres", "past", "impf", "fut", "cond"})


class Verbs(Words):
    """Adds what the forms of a verb say."""

    def is_verbal(self, token: Token) -> bool:
        """Whether the token heads a clause."""
        return token.pos_ in VERBAL or bool(self.children(token, "copula", "subject", "passive_subject"))

    def auxiliaries(self, verb: Token) -> list[Token]:
        """Auxiliaries of a verb, nearest first: dependents, or forms of to be and to have just before it.

        Adverbs, adverbial phrases and an incise between commas may stand between (``aurait en outre publié``).
        """
        known = self._helpers.get(verb)
        if known is None:
            known = self._helpers[verb] = tuple(self._auxiliaries(verb) or self._shared_auxiliaries(verb))
        return list(known)

    def _auxiliaries(self, verb: Token) -> list[Token]:
        found = self.children(verb, "auxiliary")
        for token in self._before_over_incise(verb):
            if self.can_be(token, "be", "have"):
                found += [token] if token not in found else []
            elif (
                token.pos_ not in ("ADV", "PRON", "AUX")
                and not self.word(token, "negation", "opening_quotes")  # "a « neutralisé » douze hommes"
                and token.i not in self.phrase_tokens(token.doc)
            ):
                break
        return sorted(found, key=lambda t: -t.i)

    def _shared_auxiliaries(self, verb: Token) -> list[Token]:
        first = self.shares_with(verb)
        return self.auxiliaries(first) if first is not None else []

    def shares_with(self, verb: Token) -> Token | None:
        """``a arrêté trois hommes et saisi des armes``: the participle whose auxiliaries and subject one shares."""
        at, doc, start = verb.i - 1, verb.doc, verb.sent.start
        while at > start and doc[at].pos_ == "ADV" and not self.word(doc[at], "sequence_words"):
            at -= 1
        joined = at > start and (doc[at].pos_ == "CCONJ" or self.word(doc[at], "sequence_words"))
        if at <= start or not (joined or doc[at].text == ",") or not self.can_be_past_participle(verb):
            return None
        first = self._verb_in_row(verb, at, joined=joined)
        if first is None or not self.can_be_past_participle(first) or not self.auxiliaries(first):
            return None
        if self.is_passive(first) or (self._is_invariable(verb) and (joined or self._has_object_after(verb))):
            return first
        return None  # "a arrêté un homme, soupçonné de vol"

    def _verb_in_row(self, verb: Token, at: int, *, joined: bool) -> Token | None:
        """The verb that one is coordinated with: by dependency, else after a conjunction the nearest before it."""
        listed = self.is_(verb, "adverbial_clause") and self._governs(verb)
        hangs = (listed or self.is_(verb, "conjunct")) and verb.head.i < at and verb.head.pos_ in VERBAL
        if hangs and (not joined or self.can_be_past_participle(verb.head)):
            return verb.head
        # "a fermé la mosquée, expulsé l'imam": hung on the object, but a participle of that would have none
        hung = self.is_(verb, "adnominal", "adjectival") and self._governs(verb)
        for token in self._outside_quotations(verb.doc[verb.sent.start : at]) if joined or hung else ():
            if self.word(token, "relative_subject", "relative_object") or token.text in CLAUSE_BREAKS:
                return None
            if token.pos_ in VERBAL and self.can_be_past_participle(token):
                return token if self.auxiliaries(token) else None
            if token.pos_ in VERBAL:
                return None
        return None

    def _outside_quotations(self, words: Tokens) -> Iterator[Token]:
        """``a promis des renforts « dans les jours qui viennent » et démenti``: the words around, last first."""
        quoted = False
        for token in reversed(words):
            if self.word(token, "opening_quotes" if quoted else "closing_quotes"):
                quoted = not quoted
            elif not quoted:
                yield token

    def _governs(self, participle: Token) -> bool:
        """Whether what can only be its object stands after a participle: no time, no name that it gives."""
        after = [t for t in self.children(participle, "object", "subject", "oblique") if t.i > participle.i]
        bare = any(t.pos_ in NAMING and self.preposition(t) is None and not self.is_time(t) for t in after)
        return bare and not self.can_be(participle, "naming_verbs")

    def _is_invariable(self, participle: Token) -> bool:
        """The form that a participle has after *avoir*: masculine singular."""
        return any(
            tag.startswith("part.past") and tag.endswith("s") and ".f" not in tag for tag in self.tags(participle)
        )

    def _has_object_after(self, verb: Token) -> bool:
        following = verb.nbor(1) if verb.i + 1 < verb.sent.end else None
        return following is not None and following.pos_ in ("DET", "NUM", "PROPN")

    def _before_over_incise(self, verb: Token) -> Iterator[Token]:
        """The words before a verb, nearest first, without those of an incise that ends right before it."""
        at, start = verb.i - 1, verb.sent.start
        if at > start and verb.doc[at].text == ",":
            opening = (i for i in range(at - 1, max(start, at - _MAX_INCISE), -1) if verb.doc[i].text == ",")
            before = next(opening, None)
            if before is None or before == start or not self.can_be(verb.doc[before - 1], "be", "have"):
                return
            at = before - 1
        yield from (verb.doc[i] for i in range(at, max(start, at + 1 - _MAX_AUXILIARY_GAP) - 1, -1))

    def _before(self, token: Token, limit: int) -> list[Token]:
        """The words just before a token in its sentence, nearest first."""
        return list(reversed(token.doc[max(token.sent.start, token.i - limit) : token.i]))

    def first_form(self, verb: Token) -> Token:
        """The first of a verb's forms: of its auxiliaries, else the verb."""
        return min([verb, *self.auxiliaries(verb)], key=lambda t: t.i)

    def governing_verb(self, token: Token) -> Token | None:
        """The nearest verb above a word."""
        found = (t for t in self.ancestors(token, 8) if t.pos_ in VERBAL or self.is_participle(t))
        return next(found, None)

    def is_cleft(self, relative: Token) -> bool:
        """``ce sont les rebelles qui ont tiré``: a relative clause that tells something new."""
        head = relative.head
        pointed_at = any(self.word(c, "impersonal") and c.i < head.i for c in head.children)
        return pointed_at and bool(self.children(head, "copula"))

    # --- forms -------------------------------------------------------------------------------------------------

    def can_be_past_participle(self, token: Token) -> bool:
        """Whether the form is that of a past participle, among others."""
        return any(tag.startswith("part.past") for tag in self.tags(token))

    def is_bare_infinitive(self, token: Token) -> bool:
        """Whether the form is an infinitive without an auxiliary."""
        return "inf" in self.tags(token) and not self.auxiliaries(token)

    def has_infinitive_auxiliary(self, token: Token) -> bool:
        """Whether the form is that of a past infinitive (``avoir tué``)."""
        return any("inf" in self.tags(auxiliary) for auxiliary in self.auxiliaries(token))

    def is_participle(self, verb: Token) -> bool:
        """Whether the form is a past participle without an auxiliary."""
        if not self.can_be_past_participle(verb) or self.auxiliaries(verb) or self._says_that(verb):
            return False
        if not _FINITE & self.tags(verb) or not is_conjugated(verb):
            return True
        return self.is_(verb, "adnominal", "adjectival")

    def is_nonfinite(self, verb: Token) -> bool:
        """Whether the form is an infinitive (``tuer``, ``avoir tué``) or a participle that no auxiliary completes."""
        if "inf" in self.tags(self.first_form(verb)):
            return True
        nonfinite = bool({"Inf", "Part"} & set(verb.morph.get("VerbForm", [])))
        return nonfinite and not self.auxiliaries(verb) and not self._says_that(verb)

    def _says_that(self, verb: Token) -> bool:
        """``Le témoin dit qu'il a fui``, ``dit-il``: a present, even where the model takes it for a participle."""
        following = verb.nbor(1) if verb.i + 1 < verb.sent.end else None
        clause = following is not None and self.word(following, "relative_object", "inversion_pronouns")
        return clause and "pres" in self.tags(verb)

    def follows_infinitive(self, child: Token, verb: Token) -> bool:
        """``Après avoir arrêté le conducteur``: what stands after an infinitive is never its subject.

        Nor after a participle that shares its auxiliary: ``a promis une enquête, révoqué le directeur et …``.
        """
        if child.i < verb.i:
            return False
        return "inf" in self.tags(self.first_form(verb)) or self._is_completed_in_row(verb)

    def _is_completed_in_row(self, verb: Token) -> bool:
        first = self.shares_with(verb)
        return first is not None and not self.is_passive(first)

    def is_completed(self, verb: Token) -> bool:
        """Whether the verb is in a compound tense of the active voice (``a appelé``)."""
        return any(self.lemmas(auxiliary) & self.profile.words["have"] for auxiliary in self.auxiliaries(verb))

    def is_finite_verb(self, token: Token) -> bool:
        """Whether the word is tagged as a verb and has a form, or auxiliaries, that need a subject."""
        return token.pos_ in VERBAL and not self.is_nonfinite(token)

    # --- voice -------------------------------------------------------------------------------------------------

    def is_reflexive(self, verb: Token) -> bool:
        """Whether the verb has a reflexive pronoun."""
        if self.children(verb, "reflexive"):
            return True
        for token in self._before(verb, _MAX_CLITIC_GAP):
            if self.word(token, "reflexive") or self._is_same_person(token):
                return True
            if token.pos_ not in ("AUX", "ADV", "PRON"):
                return False
        return False

    def _is_same_person(self, pronoun: Token) -> bool:
        """``nous nous réunissons``, not ``nous demandons`` nor ``la police nous a arrêtés``."""
        if not self.word(pronoun, "reflexive_persons"):
            return False
        return any(self.word(token, "clitic_speakers") for token in self._before(pronoun, _MAX_NEGATION_GAP))

    def is_passive(self, verb: Token) -> bool:
        """Whether the verb's surface subject undergoes what it says."""
        auxiliaries = self.auxiliaries(verb)
        twice = any("part.past" in tag for auxiliary in auxiliaries for tag in self.tags(auxiliary))
        if self.is_reflexive(verb) or (self.lemmas(verb) & self.profile.words["intransitive_etre"] and not twice):
            return False  # "est passé", but "a été passé à tabac"
        if not auxiliaries:
            return self.is_participle(verb)
        helped = any(self.lemmas(auxiliary) & self.profile.words["be"] for auxiliary in auxiliaries)
        return helped and self.can_be_past_participle(verb)
