"""A text made plain for comparison, character by character, so that offsets stay the same."""

from __future__ import annotations

import unicodedata

#: first code point that is left alone: after Latin Extended Additional and general punctuation
_LIMIT = 0x2070
_PLAIN = {"\u2019": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-", "\r": " ", "\t": " ", "\u200b": " "}


def _plain(char: str) -> str:
    if char in _PLAIN:
        return _PLAIN[char]
    letters = [c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c)]
    if len(letters) != 1 or letters[0].isdigit():
        return char.lower() if len(char.lower()) == 1 else char
    return letters[0].lower()


_TABLE = {code: plain for code in range(_LIMIT) if (plain := _plain(chr(code))) != chr(code)}


def fold(text: str) -> str:
    """``text`` in lower case, without accents, with straight apostrophes and plain blanks; as long as it was."""
    return text.translate(_TABLE)


def fold_pattern(pattern: str) -> str:
    """Like :func:`fold`, but capitals stay: they mean something in a regular expression."""
    return "".join(c if c.isupper() and c.isascii() else fold(c) for c in pattern)
