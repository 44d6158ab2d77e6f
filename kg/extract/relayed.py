"""What is attributed after it was named: ``…, dont a fait état X``, ``…, avancée par X``, ``…, que X impute à Y``."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.parsed import Token, Tokens
from kg.extract.positions import Positions
from kg.extract.reporting import phrase_end
from kg.extract.speakers import SPEAKERS
from kg.extract.syntax import Syntax
from kg.extract.syntax.words import VERBAL

_MARKS = frozenset({",", ":", ";"})
#: words from a relative pronoun to its verb, which hold its subject at most
_CLAUSE = 8


def relayed(sent: Tokens, syntax: Syntax, positions: Positions) -> Iterator[tuple[Token, int, int]]:
    """``(speaker, begin, end)``: who says, by a clause after it, what the words ``[begin, end)`` name."""
    for verb in syntax.verb_forms(sent):
        if not syntax.can_be(verb, "reporting_verbs", "blaming_verbs", "reporting_phrase_verbs"):
            continue
        found = _of_participle(verb, syntax) or _of_relative(verb, syntax, positions)
        if found is not None:
            speaker, end = found
            begin = _begin_of_phrase(sent, end, syntax)
            if begin < end:
                yield speaker, begin, end


def _of_participle(verb: Token, syntax: Syntax) -> tuple[Token, int] | None:
    """``l'hypothèse d'un enlèvement, avancée par la presse``: its agent, and where the noun's phrase ends."""
    if not syntax.can_be(verb, "reporting_verbs") or not syntax.is_participle(verb) or verb.i == verb.sent.start:
        return None
    if syntax.can_be(verb, "quoting_verbs", "announcing_verbs"):
        return None  # "a dit X, cité par Y": X says it; "la grève annoncée par les cheminots": they will do it
    agent, before = next(iter(syntax.passive_agents(verb)), None), verb.nbor(-1)
    if agent is None or not (before.text == "," or _is_nominal(before)):
        return None
    return agent, before.i if before.text == "," else verb.i


def _is_nominal(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN", "ADJ")


def _of_relative(verb: Token, syntax: Syntax, positions: Positions) -> tuple[Token, int] | None:
    """``un raid, dont avait fait état la presse``: the clause's subject, and where the noun's phrase ends."""
    reports = syntax.can_be(verb, "reporting_verbs", "blaming_verbs") or phrase_end(verb, syntax) is not None
    if not reports or syntax.is_nonfinite(syntax.first_form(verb)):
        return None
    first = syntax.first_form(verb)
    before = first.doc[max(first.sent.start + 1, first.i - _CLAUSE) : first.i]
    pronoun = next((t for t in reversed(before) if syntax.word(t, "relative_object", "relative_other")), None)
    if pronoun is None or any(t.pos_ in VERBAL or t.text in _MARKS for t in verb.doc[pronoun.i + 1 : first.i]):
        return None
    outer = pronoun.nbor(-1)
    if outer.text != "," and not _is_nominal(outer):
        return None  # "affirme que X a dit …"
    speaker = _speaker(verb, pronoun, syntax, positions)
    return (speaker, outer.i if outer.text == "," else pronoun.i) if speaker is not None else None


def _speaker(verb: Token, pronoun: Token, syntax: Syntax, positions: Positions) -> Token | None:
    last = phrase_end(verb, syntax) or verb
    for stretch in positions.stretches(verb.sent):
        inside = pronoun.i < stretch.first.i < verb.i
        after = last.i < stretch.first.i and all(t.pos_ == "DET" for t in verb.doc[last.i + 1 : stretch.first.i])
        if (inside or after) and not stretch.governed and stretch.cluster.type in SPEAKERS:
            return stretch.last
    return None


def _begin_of_phrase(sent: Tokens, end: int, syntax: Syntax) -> int:
    """Where what a clause qualifies begins: after a mark or a finite verb."""
    at = end
    while at > sent.start:
        token = sent.doc[at - 1]
        if token.text in _MARKS or (token.pos_ in VERBAL and syntax.is_finite_verb(token)):
            break
        at -= 1
    return at
