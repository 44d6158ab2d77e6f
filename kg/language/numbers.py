"""Numbers in digits and words, by ``text2num`` (https://pypi.org/project/text2num/, MIT)."""

from __future__ import annotations

import re
from functools import lru_cache

from text_to_num import text2num

#: digits, with points or blanks between the thousands
_DIGITS = re.compile(r"\d{1,3}(?:[.\s\u00a0\u202f]\d{3})+|\d+")


@lru_cache(maxsize=4096)
def number(text: str, language: str) -> int | None:
    """The whole number that a text says, all of it: ``2.500``, ``vingt et un``; None if it says none.

    Args:
        text: words or digits, nothing around them.
        language: ISO 639-1.
    """
    if _DIGITS.fullmatch(text):
        return int(re.sub(r"\D", "", text))
    if not text or any(c.isdigit() for c in text):
        return None
    try:
        return int(text2num(text.lower(), language))
    except ValueError:
        return None
