"""The arguments of a trigger as its entry lists them, those included that stand elsewhere in the sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.extract.owners import Owner
from kg.extract.syntax import Argument, Syntax
from kg.extract.triggers import TriggerMatch
from kg.model import EntityType


class Surroundings:
    """Finds arguments in one reading."""

    def __init__(self, syntax: Syntax, owner: Owner) -> None:
        self._syntax = syntax
        self._owner = owner

    def arguments(self, match: TriggerMatch) -> Iterator[Argument]:
        """Arguments of a trigger: of a verb, of an adjective's noun, or of a noun and the verb that supports it."""
        syntax, head = self._syntax, match.head
        if match.verbal:
            arguments = list(syntax.verb_arguments(head))
            yield from arguments
            yield from self._lost_subject(head, arguments)
            return
        if match.trigger.kind == "adjective":
            yield Argument("object", head.head, direct=True)
            for token in syntax.surface_subjects(head):
                yield Argument("object", token, direct=True)
        yield from syntax.noun_arguments(head)
        yield from self._complements_of_support(head)

    def place_of_clause(self, match: TriggerMatch) -> Iterator[Argument]:
        """``à Bruxelles, où des écoles ont été fermées``: the antecedent is the place."""
        syntax = self._syntax
        clause = match.head if syntax.is_(match.head, "relative") else match.head.head
        if not syntax.is_(clause, "relative") or not any(syntax.word(c, "relative_place") for c in clause.children):
            return
        genitive = syntax.profile.functions["genitive"]
        for token in (clause.head, *(a.head for a in syntax.obliques(clause.head) if a.function == genitive)):
            cluster = self._owner(token)
            if cluster is not None and cluster.type is EntityType.PLACE:
                yield Argument(syntax.profile.functions["inside"], token, direct=True)
                return

    def _lost_subject(self, verb: Token, arguments: Sequence[Argument]) -> Iterator[Argument]:
        """The nearest bare mention before a verb of which the parser's subject names nobody."""
        surface = "object" if self._syntax.is_passive(verb) else "subject"
        mine = [a.head for a in arguments if a.function == surface]
        if not mine or self._syntax.is_participle(verb):
            return
        if any(t.i >= verb.i or t.pos_ != "NOUN" or self._owner(t) is not None for t in mine):
            return
        for token in reversed(verb.doc[verb.sent.start : self._syntax.first_form(verb).i]):
            if token.pos_ == "AUX" or (token.pos_ == "VERB" and self._syntax.is_finite_by_model(token)):
                return
            if self._is_bare_mention(token):
                yield Argument(surface, token, direct=False)
                return

    def _is_bare_mention(self, token: Token) -> bool:
        named = token.pos_ in ("NOUN", "PROPN") and self._owner(token) is not None
        return named and self._syntax.preposition(token) is None

    def _complements_of_support(self, noun: Token) -> Iterator[Argument]:
        """``une réunion sera organisée avec X``: complements of the verb that only says that it takes place."""
        syntax, cues = self._syntax, self._syntax.profile.cues
        if not syntax.is_(noun, "subject", "passive_subject", "object"):
            return
        if syntax.lemmas(noun.head) & (cues["occurrence_verbs"] | syntax.profile.light_verbs.keys()):
            for argument in syntax.obliques(noun.head):
                if argument.function in cues["support_complements"] or syntax.word(argument.head, "presence_nouns"):
                    yield argument


def presences(arguments: Sequence[Argument], syntax: Syntax) -> Iterator[Argument]:
    """``en présence de X``, ``avec la participation de X``: X stands to the event as a companion."""
    functions = syntax.profile.functions
    for argument in arguments:
        if syntax.word(argument.head, "presence_nouns"):
            for inner in syntax.obliques(argument.head):
                if inner.function == functions["genitive"]:
                    yield Argument(functions["comitative"], inner.head, direct=False)


def owners_of_homes(arguments: Sequence[Argument], syntax: Syntax) -> Iterator[Argument]:
    """``à son domicile``, ``au domicile de X``: X, under the function ``home``."""
    for argument in arguments:
        if syntax.word(argument.head, "homes"):
            for inner in syntax.noun_arguments(argument.head):
                if inner.function in (syntax.profile.functions["genitive"], "possessive"):
                    yield Argument("home", inner.head, direct=True)
