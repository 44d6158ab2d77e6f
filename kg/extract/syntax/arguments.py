"""Arguments of verbs and nouns in the active voice's terms: one description for verb, participle and noun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.parsed import Token
from kg.extract.syntax.objects import MAX_ARGUMENT_GAP
from kg.extract.syntax.subjects import Subjects
from kg.extract.syntax.words import CLAUSE_BREAKS, NAMING, NOMINAL, VERBAL

#: words after a preposition in which its noun must stand
_MAX_PHRASE = 4
_STOPS = CLAUSE_BREAKS | {"."}


@dataclass(frozen=True, slots=True)
class Argument:
    """A word and the function it has for a predicate: ``subject``, ``object``, ``possessive`` or a preposition."""

    function: str
    head: Token
    direct: bool  #: by a dependency; else by position


class Syntax(Subjects):
    """Functions of the words of one parsed passage."""

    def obliques(self, token: Token) -> Iterator[Argument]:
        """Complements with a preposition, of a verb or noun, conjuncts included."""
        for child in token.children:
            participle = child.pos_ == "VERB" and self.is_(child, "nominal")  # "aux domiciles des mis en cause"
            if (child.pos_ not in (*NOMINAL, "ADJ", "X") and not participle) or self.is_time(child):
                continue
            if self.is_(child, "oblique", "nominal", "object", "agent") or child.dep_ == "dep":
                preposition = self.preposition(child)
                if preposition:
                    for head in self.conjuncts(child):
                        yield Argument(self.preposition(head) or preposition, head, direct=True)
                elif self.is_(child, "clitic"):
                    yield Argument(self.profile.functions["dative"], child, direct=True)

    # --- verbs -------------------------------------------------------------------------------------------------

    def verb_arguments(self, verb: Token) -> Iterator[Argument]:
        """Arguments in the active voice's terms: a passive's subject is an ``object``, its agent a ``subject``."""
        passive = self.is_passive(verb)
        subjects, objects = self.surface_subjects(verb), self.passive_agents(verb) if passive else self.objects(verb)
        if passive:
            subjects, objects = objects, subjects
        for function, heads in (("subject", subjects), ("object", objects)):
            for head in heads:
                yield Argument(function, head, direct=True)
        for argument in self.obliques(verb):
            if not (passive and argument.function == self.profile.functions["agentive"]):
                yield argument

    def passive_agents(self, verb: Token) -> list[Token]:
        """Who does what a passive says: the agent's preposition and its noun, wherever the parser hung them."""
        found = [a.head for a in self.obliques(verb) if a.function == self.profile.functions["agentive"]]
        return found or self._agent_after(verb, _STOPS)

    def _agent_after(self, token: Token, stops: frozenset[str]) -> list[Token]:
        """The noun after the agent's preposition, if neither a verb nor a stop stands before it."""
        for other in token.doc[token.i + 1 : min(token.sent.end, token.i + MAX_ARGUMENT_GAP)]:
            if other.pos_ in VERBAL or other.text in stops:
                break
            if (
                other.lower_ == self.profile.functions["agentive"]
                and other.head.pos_ in NAMING
                and not self.is_time(other.head)
            ):
                return self.conjuncts(other.head)
        return []

    # --- nouns -------------------------------------------------------------------------------------------------

    def noun_arguments(self, noun: Token) -> Iterator[Argument]:
        """Complements of an event's noun, its possessive, and the agent that follows it."""
        attached = [a for a in self.obliques(noun) if not self._is_of_complement(a, noun)]
        yield from attached
        following = self._complement_after(noun)
        if following is not None and all(following.head.i != a.head.i for a in attached):
            yield following
        for child in self.children(noun, "determiner"):
            if self.word(child, "possessive"):
                yield Argument("possessive", child, direct=True)
        agentive = self.profile.functions["agentive"]
        if not any(a.function == agentive for a in attached):
            for token in self._agent_after(noun, _STOPS | {","}):
                yield Argument(agentive, token, direct=False)

    def _is_of_complement(self, argument: Argument, noun: Token) -> bool:
        """``l'arrestation de l'assassin de X``: a genitive right after another noun's phrase is that noun's."""
        genitive = self.profile.functions["genitive"]
        others = [a.head for a in self.obliques(noun) if a.function == genitive and a.direct]
        nearer = [t for t in others if noun.i < t.i < argument.head.i]
        if argument.function != genitive or not nearer:
            return False
        between = noun.doc[nearer[-1].i + 1 : argument.head.i]
        return bool(between) and all(t.pos_ in ("ADP", "DET", "ADJ") for t in between)

    def _complement_after(self, noun: Token) -> Argument | None:
        """The complement after a noun and its adjectives, wherever the parser hung it (``des rencontres entre …``)."""
        at = self._after_incise(noun, self._after_adjectives(noun))
        if at is None or at >= noun.sent.end - 1 or noun.doc[at].pos_ not in ("ADP", "DET"):
            return None
        preposition = self.listed(noun.doc[at])
        if preposition is None:
            return None
        for token in noun.doc[at + 1 : min(noun.sent.end, at + 1 + _MAX_PHRASE)]:
            if token.pos_ in ("NOUN", "PROPN", "PRON") and not self.is_time(token):
                return Argument(preposition, self.content(token), direct=False)
            if token.pos_ not in ("DET", "NUM", "ADJ"):
                return None
        return None

    def _after_adjectives(self, noun: Token) -> int:
        at = noun.i + 1
        while at < noun.sent.end and noun.doc[at].pos_ == "ADJ":
            at += 1
        return at

    def _after_incise(self, noun: Token, at: int) -> int | None:
        """Past an incise between commas, after which only a genitive counts (``la libération, hier, de X``)."""
        end = noun.sent.end
        if at >= end or noun.doc[at].text != ",":
            return at
        closing = [t.i for t in noun.doc[at + 1 : min(end, at + MAX_ARGUMENT_GAP)] if t.text == ","]
        at = closing[0] + 1 if closing else at
        return at if at >= end or self.word(noun.doc[at], "contracted_de") else None
