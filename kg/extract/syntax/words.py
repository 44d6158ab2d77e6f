"""Words of a parsed sentence: their functions, forms, prepositions and conjuncts."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kg.extract.parsed import Doc, Token, Tokens
from kg.language.inflections import Inflections
from kg.language.profile import LanguageProfile
from kg.language.spelling import straight

#: tags of words that may fill a function
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
NAMING = ("NOUN", "PROPN")
VERBAL = ("VERB", "AUX")
#: marks at which what stands beside a word ends
CLAUSE_BREAKS = frozenset({";", ":"})


class Words:
    """Functions and forms of the words of one parsed passage."""

    def __init__(self, profile: LanguageProfile, inflections: Inflections, time_tokens: Collection[int] = ()) -> None:
        self.profile = profile
        self.inflections = inflections
        self.time_tokens = frozenset(time_tokens)  #: indices of the words of resolved time expressions
        self._phrases: dict[Doc, frozenset[int]] = {}
        self._verb_forms: dict[tuple[Doc, int], tuple[Token, ...]] = {}
        self._quotation_marks: dict[Doc, tuple[Token, ...]] = {}
        #: auxiliaries of a verb, remembered, for they are asked for again and again
        self._helpers: dict[Token, tuple[Token, ...]] = {}

    # --- functions and classes ---------------------------------------------------------------------------------

    def is_(self, token: Token, *functions: str) -> bool:
        """Whether the token's dependency label serves one of the functions."""
        return token.dep_ in self.profile.labels_of(functions)

    def children(self, token: Token, *functions: str) -> list[Token]:
        """Dependents with one of the functions, in text order."""
        if not token.children:
            return []
        labels = self.profile.labels_of(functions)
        return [child for child in token.children if child.dep_ in labels]

    def ancestors(self, token: Token, limit: int) -> Iterator[Token]:
        """The words above a token, nearest first, at most ``limit``: long chains are mostly parse errors."""
        for _ in range(limit):
            if token.head is token:
                return
            token = token.head
            yield token

    def word(self, token: Token, *names: str) -> bool:
        """Whether the token's form is in one of the classes of the profile's words."""
        return token.lower_ in self.profile.forms_of(names)

    def subordinates(self, token: Token) -> bool:
        """``tandis que``, ``après que``: whether the clause that a word opens is another than the one before."""
        if self.word(token, "subordinators"):
            return True
        before = token.nbor(-1) if token.i > token.sent.start else None
        return before is not None and self.word(token, "relative_object") and self.word(before, "subordinating_adverbs")

    def is_example(self, noun: Token) -> bool:
        """``neuf otages, dont trois mineurs``: named as some of those told of."""
        at, doc, start = noun.i - 1, noun.doc, noun.sent.start
        while at > start and doc[at].pos_ in ("DET", "NUM", "ADJ", "ADV"):
            at -= 1
        counted = any(t.pos_ == "NUM" for t in doc[at + 1 : noun.i])  # "cinq morts dont les quatre assaillants"
        named = at > start and self.word(doc[at], "example_pronouns") and (counted or doc[at - 1].text == ",")
        return named and not self._has_verb(noun)

    def _has_verb(self, noun: Token) -> bool:
        """``X, dont le frère a fui``: a conjugated verb follows with neither a mark nor a pronoun between."""
        for token in noun.doc[noun.i + 1 : noun.sent.end]:
            if token.is_punct or self.word(token, "relative_subject", "relative_object"):
                return False
            if token.pos_ in VERBAL:
                return is_conjugated(token)
        return False

    def is_time(self, token: Token) -> bool:
        """Whether the word belongs to a time expression, resolved or not."""
        return token.i in self.time_tokens or (self.word(token, "time_nouns") and not _is_title(token))

    def phrase_tokens(self, doc: Doc) -> frozenset[int]:
        """Indices of the words of adverbial phrases (``en outre``, ``d'ores et déjà``)."""
        if doc not in self._phrases:
            text = straight(doc.lowered)
            spans = (
                doc.char_span(match.start(), match.end()) for match in self.profile.adverbial_phrases.finditer(text)
            )
            self._phrases[doc] = frozenset(t.i for span in spans if span is not None for t in span)
        return self._phrases[doc]

    def verb_forms(self, sent: Tokens) -> tuple[Token, ...]:
        """The words of a sentence that may be forms of verbs, whatever their tag, in text order."""
        key = (sent.doc, sent.start)
        if key not in self._verb_forms:
            known = self.inflections.lemmas
            self._verb_forms[key] = tuple(t for t in sent if known(t.lower_) or t.pos_ in VERBAL)
        return self._verb_forms[key]

    def quotation_marks(self, doc: Doc) -> tuple[Token, ...]:
        """What opens and closes quotations, in text order."""
        if doc not in self._quotation_marks:
            found = tuple(t for t in doc if self.word(t, "opening_quotes", "closing_quotes"))
            self._quotation_marks[doc] = found
        return self._quotation_marks[doc]

    def lowered_before(self, token: Token) -> str:
        """What stands before a word in its sentence, in lower case."""
        return token.doc.lowered[token.sent.start_char : token.idx]

    def is_definite(self, noun: Token) -> bool:
        """Whether a determiner takes the noun's referent as known."""
        return any(self.word(child, "strictly_definite") for child in self.children(noun, "determiner"))

    # --- forms -------------------------------------------------------------------------------------------------

    def lemmas(self, token: Token) -> frozenset[str]:
        """The verbs of which the token may be a form; the model's lemma if the table knows none."""
        return self.inflections.lemmas(token.lower_) or frozenset({token.lemma_.lower()})

    def can_be(self, token: Token, *names: str) -> bool:
        """Whether the token may be a form of a verb in one of the classes of the profile's words or cues."""
        return not self.profile.verbs_of(names).isdisjoint(self.lemmas(token))

    def tags(self, token: Token) -> frozenset[str]:
        """Tenses and moods that the form can have."""
        return self.inflections.tags(token.lower_)

    # --- prepositions ------------------------------------------------------------------------------------------

    def preposition(self, token: Token) -> str | None:
        """The preposition that governs a noun, in its listed form; None if there is none."""
        for case in self.children(token, "case") or self._case_by_position(token):
            listed = self.listed(case)
            if listed is not None and not self._rounds(case):
                return listed
        return None

    def is_rounded(self, noun: Token) -> bool:
        """``près de 300 euros``: whether a noun has a figure about so high, and no other preposition."""
        cases = self.children(noun, "case")
        return len(cases) == 1 and self._rounds(cases[0])

    def _rounds(self, case: Token) -> bool:
        """``verse près de 300 euros``, ``plus de dix hommes``: no preposition of the noun, but of its figure."""
        before = case.nbor(-1) if case.i > case.sent.start else None
        after = case.nbor(1) if case.i + 1 < case.sent.end else None
        figure = after is not None and (after.pos_ == "NUM" or after.is_digit)
        return figure and before is not None and self.word(before, "rounding_adverbs")

    def listed(self, token: Token) -> str | None:
        """The listed form of a preposition; None if the word is none."""
        return self.profile.prepositions.get(token.lower_)

    def _case_by_position(self, token: Token) -> list[Token]:
        left, start = token, token.sent.start
        while left.i > start and left.nbor(-1).pos_ in ("DET", "NUM", "ADJ") and left.nbor(-1).head.i >= left.i:
            left = left.nbor(-1)
        before = left.nbor(-1) if left.i > start else None
        return [before] if before is not None and before.pos_ == "ADP" else []

    def before_phrase(self, noun: Token) -> int:
        """Index of the word before a noun's determiner, figures and adjectives; at least its sentence's first."""
        at, doc, start = noun.i - 1, noun.doc, noun.sent.start
        while at > start and doc[at].pos_ in ("DET", "ADJ", "NUM") and self.listed(doc[at]) is None:
            at -= 1
        return at

    # --- coordination ------------------------------------------------------------------------------------------

    def content(self, token: Token) -> Token:
        """What a quantity is of, who is addressed, else the token itself (``écoles`` of ``une trentaine d'écoles``)."""
        if self.word(token, "address_forms"):  # "l'arrestation de M. X"
            return next((c for c in token.children if c.pos_ == "PROPN" and c.i > token.i), token)
        if self.word(token, "quantities") or token.lower_ in self.profile.collectives:
            for child in self.children(token, "nominal", "oblique"):
                if child.i > token.i and self.preposition(child) == self.profile.functions["genitive"]:
                    return self.content(child)
        return token

    def conjuncts(self, token: Token) -> list[Token]:
        """The token and what is coordinated with it, nominal words only; quantities give way to what they are of."""
        allowed = (None, self.preposition(token), self.profile.functions["genitive"])
        found = [self.content(token)]
        for child in self.children(token, "conjunct"):
            if child.pos_ in NOMINAL and self.preposition(child) in allowed and not self._continues_names(child, token):
                found += self.conjuncts(child)
        return found

    def _continues_names(self, name: Token, noun: Token) -> bool:
        """``trois adresses à Mons, Namur et Liège``: a name in a row of names is joined to none but those."""
        at = name.i - 1
        while at > noun.i and name.doc[at].pos_ in ("PUNCT", "CCONJ", "DET"):
            at -= 1
        before = name.doc[at]
        names = name.pos_ == "PROPN" and before.pos_ == "PROPN" and noun.pos_ == "NOUN"
        return names and at > noun.i and before.head is noun and self.preposition(before) is not None

    def first_of_row(self, noun: Token) -> Token | None:
        """``procède à la fouille de X et à l'arrestation de Y``: the first of two complements of one verb.

        By dependency, else by the preposition that both have: the parser hangs the second on what stands before it.
        """
        if self.is_(noun, "conjunct") and noun.head.pos_ in NAMING and noun.head.head.pos_ in VERBAL:
            return noun.head
        doc, at, start = noun.doc, self.before_phrase(noun), noun.sent.start
        preposition = self.listed(doc[at]) if at > start and doc[at - 1].pos_ == "CCONJ" else None
        if preposition is None or preposition == self.profile.functions["genitive"]:
            return None
        for token in reversed(doc[start : at - 1]):
            if token.pos_ in VERBAL and self.tags(token):
                return None
            if token.pos_ in NAMING and token.head.pos_ in VERBAL and self.preposition(token) == preposition:
                return None if self.is_time(token) else token
        return None


def is_conjugated(token: Token) -> bool:
    """Whether the model takes a word for a conjugated verb."""
    return token.pos_ in VERBAL and "Fin" in token.morph.get("VerbForm", [])


def _is_title(token: Token) -> bool:
    """``lit-on dans Le Soir``: a noun in capitals after an article in capitals names a paper."""
    if not token.text[0].isupper() or token.i == token.sent.start:
        return False
    before = token.nbor(-1)
    return before.pos_ == "DET" and before.text[0].isupper()
