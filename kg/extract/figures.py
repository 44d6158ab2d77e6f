"""How many a noun is said to be: ``86``, ``~30``, ``>300``, written as the text gives it."""

from __future__ import annotations

from kg.extract.parsed import Token
from kg.extract.syntax import Syntax
from kg.language.numbers import number

#: words before a noun in which a collective (``une trentaine d'``) or the sign of a figure (``plus de``) stands
_REACH = 3
#: words of the longest figure (``deux mille trois cent vingt et un``) and adjectives between it and its noun
_LONGEST = 7
_ADJECTIVES = 2


def figure(head: Token, syntax: Syntax, *, least: int = 2) -> str | None:
    """The number of what a noun names: ``86``, ``~30``, ``>300``, ``>=14``; None if none from ``least`` is given."""
    first, own = _number_to(head, syntax)
    if own is not None and own >= least:  # "sept d'entre eux", "quatre cents" before a noun that the parser hangs on it
        return _sign(first, syntax) + str(own)
    approximate = _approximate(head, syntax)
    if approximate is not None:
        return approximate
    found = _number_before(head, syntax)
    if found is None:
        return None
    first, value = _part_of(found[0], syntax) or found
    if value < least:
        return None
    return _sign(first, syntax) + str(value)


def _number_to(head: Token, syntax: Syntax) -> tuple[Token, int | None]:
    """The longest number that ends with a word, with its first word; the last word of a number is one itself."""
    if number(head.lower_, syntax.profile.code) is None:
        return head, None
    for begin in range(max(head.sent.start, head.i + 1 - _LONGEST), head.i + 1):
        value = number(head.doc[begin : head.i + 1].text, syntax.profile.code)
        if value is not None:
            return head.doc[begin], value
    return head, None


def _number_before(head: Token, syntax: Syntax) -> tuple[Token, int] | None:
    """The longest number that ends right before a noun and its adjectives, with its first word."""
    doc, start = head.doc, head.sent.start
    for end in range(head.i, max(start, head.i - _ADJECTIVES - 1), -1):
        between = doc[end - 1] if end - 1 >= start else None
        first, value = _number_to(between, syntax) if between is not None else (head, None)
        if value is not None:
            return first, value
        if between is not None and between.pos_ not in ("ADJ", "NOUN") and not syntax.word(between, "opening_quotes"):
            return None
    return None


def _part_of(total: Token, syntax: Syntax) -> tuple[Token, int] | None:
    """``trois des douze jeunes gens``: the number before, of the part, with its first word."""
    doc, at = total.doc, total.i - 1
    if at - 1 < total.sent.start or not syntax.word(doc[at], "contracted_de"):
        return None
    first, value = _number_to(doc[at - 1], syntax)
    return (first, value) if value is not None and not syntax.is_time(doc[at - 1]) else None


def _approximate(head: Token, syntax: Syntax) -> str | None:
    """``une trentaine d'écoles``: the parser makes the collective the head or hangs it before.

    A plural without a number before it (``des centaines``) is no figure.
    """
    for token in (head, *head.doc[max(head.sent.start, head.i - _REACH) : head.i]):
        collective = syntax.profile.collectives.get(token.lower_)
        if collective is not None:
            before = token.nbor(-1).lower_ if token.i > head.sent.start else ""
            factor = number(before, syntax.profile.code) or 1
            return None if collective.plural and factor == 1 else f"~{factor * collective.value}"
    return None


def _sign(number: Token, syntax: Syntax) -> str:
    return _approximator(number, syntax)[0]


def sign_words(number: Token, syntax: Syntax) -> int:
    """How many words before a number say how exact it is (``plus de``, ``environ``)."""
    return len(_approximator(number, syntax)[1].replace("'", " ").split())


def _approximator(number: Token, syntax: Syntax) -> tuple[str, str]:
    """The sign of a figure and the words for it; empty if none stand before the number."""
    before = number.doc[max(number.sent.start, number.i - _REACH) : number.i].lowered
    for sign, words in syntax.profile.approximators.items():
        found = next((word for word in words if before.endswith(word)), None)
        if found is not None:
            return sign, found
    return "", ""
