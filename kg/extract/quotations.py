"""Quotations, and who speaks in them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kg.extract.parsed import Doc, Token
from kg.extract.reporting import follows_break, follows_quotation, reports
from kg.extract.syntax import Syntax

#: words between a closing quotation mark and the reporting verb that names the speaker; before an opening one twice
_QUOTE_REACH = 5


def over_quotation(verb: Token, begin: int, end: int, syntax: Syntax) -> tuple[int, int]:
    """Widen the scope over the whole quotation that the reporting verb closes or opens, across sentences."""
    for opening, closing in quotations(verb.doc, syntax.profile.quotes):
        inside = opening < verb.i < closing and begin < verb.i  # an incise: "« Il est mort, dit X. Elle est blessée. »"
        after = 0 < opening - verb.i <= 2 * _QUOTE_REACH or _follows_colon(opening, verb, syntax)
        after = after and (opening <= end or end >= verb.sent.end)  # "X dément, et Y s'en tient à « … »"
        after = after and not _has_speaker(opening, closing, verb, syntax)
        if inside or 0 < verb.i - closing <= _QUOTE_REACH or after:
            begin, end = min(begin, opening), max(end, closing)
    return begin, end


def _follows_colon(opening: int, verb: Token, syntax: Syntax) -> bool:
    """``dément les informations selon lesquelles …: « … »``: of the last who said something, if nobody speaks after."""
    if not verb.i < opening <= verb.sent.end or verb.doc[opening - 1].text != ":":
        return False
    return not any(reports(t, syntax) for t in verb.doc[verb.i + 1 : opening])


def _has_speaker(opening: int, closing: int, verb: Token, syntax: Syntax) -> bool:
    """``X dément toute fuite. « Faux, rétorque Y … »``: whether a quotation names its own speaker, inside or after."""
    if any(follows_quotation(t, syntax) for t in verb.doc[closing + 1 : closing + 1 + _QUOTE_REACH]):
        return True
    return any(reports(t, syntax) and _is_broken_by(t, opening, syntax) for t in verb.doc[opening + 1 : closing])


def _is_broken_by(verb: Token, opening: int, syntax: Syntax) -> bool:
    """Whether a verb inside a quotation follows a comma there, with its subject after it."""
    own = syntax.children(verb, "subject", "passive_subject")
    return follows_break(verb, syntax) and syntax.first_form(verb).i > opening + 1 and all(c.i > verb.i for c in own)


def quotations(doc: Doc, marks: Sequence[tuple[str, str]]) -> Sequence[tuple[int, int]]:
    """Token ranges of quotations, from an opening mark to its closing one, in text order."""
    found = []
    for opening, closing in marks:
        ends = [t for t in doc if t.text in (opening, closing)]
        found += [(a.i, b.i) for a, b in pairwise(ends) if a.text == opening and b.text == closing]
    return sorted(found)
