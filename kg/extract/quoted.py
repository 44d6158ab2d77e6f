"""What is told inside a quotation, and what beside it."""

from __future__ import annotations

from kg.extract.parsed import Token
from kg.extract.syntax import Syntax
from kg.extract.syntax.words import VERBAL


def is_beyond_quotation(word: Token, told: Token, syntax: Syntax) -> bool:
    """``« Rien n'a été versé », répond-on à l'ambassade``: what follows the quotation is told of who speaks."""
    between = told.doc[told.i + 1 : word.i] if word.i > told.i else told.doc[0:0]
    closing = next((t for t in between if syntax.word(t, "closing_quotes")), None)
    opening = next((t for t in between if syntax.word(t, "opening_quotes")), closing)
    if closing is None or (opening is not None and opening.i < closing.i):
        return False
    return any(t.text == "," or t.pos_ in VERBAL for t in told.doc[closing.i + 1 : word.i])
