"""What two spellings of one name share, whatever their case, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: code points of letters that Unicode does not decompose (ligatures oe and ae, o, l, d and h with a stroke, dotless i)
_LETTERS = {0x153: "oe", 0xE6: "ae", 0xF8: "o", 0x142: "l", 0x111: "d", 0x131: "i", 0x127: "h"}
_CACHED = 20_000
_PLAIN = re.compile(r"[a-z0-9]+")


def straight(text: str) -> str:
    """The text with typewriter apostrophes, as the lists have them: of the same length."""
    return text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


@lru_cache(maxsize=_CACHED)
def name_words(text: str) -> tuple[str, ...]:
    """The words of a name in lower case, without accents and punctuation, in any script."""
    if text.isascii():
        return tuple(_PLAIN.findall(text.lower()))
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    kept = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return tuple("".join(kept).split())


@lru_cache(maxsize=_CACHED)
def name_key(text: str) -> str:
    """A name's words written together: spellings with a space, a hyphen or an apostrophe are one."""
    return "".join(name_words(text))


@lru_cache(maxsize=_CACHED)
def spaced_key(text: str) -> str:
    """A name's words with a space between them: for comparing names word by word."""
    return " ".join(name_words(text))
