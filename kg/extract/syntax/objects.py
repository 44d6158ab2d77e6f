"""Objects of verbs: dependents, clitics, antecedents of relatives, else the bare noun after the verb."""

from __future__ import annotations

from kg.extract.parsed import Token
from kg.extract.syntax.verbs import Verbs
from kg.extract.syntax.words import NAMING, NOMINAL, VERBAL

#: words looked ahead over to find an object or agent that the parser hung elsewhere
MAX_ARGUMENT_GAP = 9
#: coordinated verbs followed up to the one that opens a relative clause
_MAX_CHAIN = 4


class Objects(Verbs):
    """Adds objects and antecedents."""

    def antecedent(self, verb: Token) -> Token | None:
        """The noun that a relative clause is about."""
        for token in (verb, *self.ancestors(verb, _MAX_CHAIN - 1)):
            if self.is_(token, "relative", "adnominal"):
                return token.head
            if not self.is_(token, "conjunct"):
                return None
        return None

    def opens_with_object_relative(self, verb: Token) -> bool:
        """Whether a relative pronoun that is no subject depends on the verb."""
        return any(self.word(child, "relative_object", "relative_other") for child in verb.children)

    def objects(self, verb: Token) -> list[Token]:
        """Direct objects of an active verb: dependents, clitics, relatives, else the first bare noun after it."""
        found: list[Token] = []
        for child in self.children(verb, "object"):
            if self.word(child, "relative_object"):
                antecedent = self.antecedent(verb)
                found += [antecedent] if antecedent is not None else []
            elif self._can_be_object(child) and not (found and self._is_of_next(child, verb)):
                found += self.conjuncts(child)
        found += [child for child in self.children(verb, "subject") if self.follows_infinitive(child, verb)]
        found += [child for child in self.children(verb, "oblique") if child.i > verb.i and self.is_rounded(child)]
        if not found and self.is_(verb, "relative") and self.opens_with_object_relative(verb):
            return [verb.head]
        return found or self._object_by_position(verb) or self._object_of_relative(verb)

    def _object_of_relative(self, verb: Token) -> list[Token]:
        """``quatorze cartons d'archives, que les enquêteurs emportent``: where the parser sees no relative clause."""
        doc, start = verb.doc, verb.sent.start
        if verb.i + 1 < verb.sent.end and "inf" in self.tags(verb.nbor(1)):
            return []  # "des mutins, que le parquet entend juger": of the infinitive
        at = self.first_form(verb).i - 1
        while at > start and doc[at].pos_ in ("DET", "NOUN", "PROPN", "ADJ", "PRON", "ADV"):
            if self.word(doc[at], "relative_object"):
                break
            at -= 1
        if at - 2 <= start or not self.word(doc[at], "relative_object") or doc[at - 1].text != ",":
            return []
        noun = doc[at - 2]
        says = any(self.can_be(t, "reporting_verbs") for t in doc[start : at - 1])
        if noun.pos_ not in ("NOUN", "PROPN") or self.is_time(noun) or says or not self.children(verb, "subject"):
            return []
        while noun.head.i < noun.i and noun.head.pos_ == "NOUN" and self.preposition(noun) is not None:
            noun = noun.head
        return [noun]

    def _is_of_next(self, noun: Token, verb: Token) -> bool:
        """``a limogé X et rencontré Y``: what stands right after the next verb in the row is that one's object."""
        first = next(t for t in self.children(verb, "object") if t.i > verb.i or t is noun)
        if any(t.pos_ in VERBAL or "inf" in self.tags(t) for t in noun.doc[first.i + 1 : noun.i]):
            return True  # "fermer les marchés, soupçonnés de ravitailler les rebelles"
        at = noun.i - 1
        while at > verb.i and noun.doc[at].pos_ in ("DET", "NUM", "ADJ"):
            at -= 1
        before = noun.doc[at]
        return at > verb.i and before.pos_ == "VERB" and self.is_(before, "conjunct")

    def _can_be_object(self, token: Token) -> bool:
        if self.is_time(token) or self.word(token, "reflexive"):
            return False
        return token.pos_ in (*NOMINAL, "ADJ", "X") and (self.preposition(token) is None or self._is_partitive(token))

    def _is_partitive(self, token: Token) -> bool:
        cases = self.children(token, "case")
        return bool(cases) and self.word(cases[0], "partitive_articles") and token.head.i < token.i

    def _object_by_position(self, verb: Token) -> list[Token]:
        governed = False  # by a preposition, up to the next noun
        for token in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + MAX_ARGUMENT_GAP)]:
            if self.is_time(token) or token.pos_ in ("ADV", "DET", "NUM", "ADJ") or self._is_mark(token, verb):
                continue
            if token.pos_ == "ADP":
                governed = not self.word(token, "plural_partitives")
            elif token.pos_ in NAMING:
                if not governed and not self.is_(token, "name_part"):
                    return self.conjuncts(token) if self._may_belong_to(token, verb) else []
                governed = False
            elif token.text != ",":
                break
        return []

    def _is_mark(self, token: Token, verb: Token) -> bool:
        """``a dit « … »``, ``a « neutralisé » douze hommes``: a quotation mark that parts no verb from its object."""
        closes = token.i == verb.i + 1 and self.word(token, "closing_quotes")
        return closes or self.word(token, "opening_quotes")

    def _may_belong_to(self, noun: Token, verb: Token) -> bool:
        """Whether a noun after a verb is its object by its dependency or could be."""
        attached = noun.head == verb or self.is_time(noun.head) or self.is_(noun, "object", "oblique")
        return attached and self.preposition(noun) in (None, self.profile.functions["genitive"])
