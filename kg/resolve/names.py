"""Comparisons of names; each returns a score and its reason."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from kg.model import Score

#: letters that transliterations of Arabic write in several ways, in order
_TRANSLITERATIONS = (
    (r"(.)\1", r"\1"), (r"ou|oo", "u"), (r"ch|sh|kh|gh|dh|th", lambda m: m[0][0]), (r"ph", "f"), (r"[yj]", "i"),
    (r"q|c(?=[aoulrt]|$)", "k"), (r"w", "u"), (r"h", ""), (r"[aeiou]+", "a"),
)  # fmt: skip
#: particles that belong to the name after them
_PARTICLES = frozenset({"el", "al", "ben", "bin", "ibn", "bel", "abd", "abou", "abu", "de", "van", "den", "der", "le", "la", "ag", "ould", "ait"})
_MAX_TYPOS = 1
_MIN_FUZZY = 6


@lru_cache(maxsize=100_000)
def fold(name: str) -> str:
    """A name without case, accents, hyphens and stops."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w]+", " ", letters.replace("_", " ")).split())


@lru_cache(maxsize=100_000)
def parts(name: str) -> tuple[str, ...]:
    """The words of a name, particles joined to the word after them (``Abd el-Kader`` -> ``abdelkader``)."""
    words, joined, pending = fold(name).split(), [], ""
    for word in words:
        if word in _PARTICLES:
            pending += word
        else:
            joined.append(pending + word)
            pending = ""
    return (*joined, pending) if pending else tuple(joined)


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """What transliterations of one name share (``mohammed``, ``muhamad`` -> ``mamad``)."""
    for pattern, replacement in _TRANSLITERATIONS:
        word = re.sub(pattern, replacement, word)
    return word


def without_article(word: str) -> str:
    """A name's word without an Arabic article before it (``elbouazzati`` -> ``bouazzati``)."""
    return re.sub(r"^(?:el|al)(?=\w{4})", "", word)


def compare_persons(left: str, right: str) -> Score:
    """How well two full names of persons match."""
    a, b = parts(left), parts(right)
    if a == b or "".join(a) == "".join(b):
        return Score(1.0, f"same name {left!r}")
    if min(len(a), len(b)) < 2:
        return Score(0.5 if set(a) & set(b) else 0.0, "a single name is not enough")
    if len(a) != len(b) or not all(_same_part(x, y) for x, y in zip(a, b, strict=True)):
        return Score(0.0, f"{left!r} is not {right!r}")
    return Score(0.95, f"{left!r} and {right!r} are spellings of one name")


def _same_part(left: str, right: str) -> bool:
    left, right = without_article(left), without_article(right)
    if left == right:
        return True
    if skeleton(left) == skeleton(right) and left[0] == right[0] and abs(len(left) - len(right)) <= 2:
        return not _differ_in_ending(left, right)
    return min(len(left), len(right)) >= _MIN_FUZZY and left[0] == right[0] and Levenshtein.distance(left, right) <= _MAX_TYPOS and not _differ_in_ending(left, right)


def _differ_in_ending(left: str, right: str) -> bool:
    """``Jean`` and ``Jeanne``, ``Karim`` and ``Karima``: a feminine ending is another name."""
    short, long = sorted((left, right), key=len)
    return long.startswith(short) and long[len(short) :] in ("a", "e", "ne", "ia", "le", "te")


def compare_bodies(left: str, right: str) -> Score:
    """How well two names of organizations or places match."""
    a, b = fold(left), fold(right)
    if a == b:
        return Score(1.0, f"same name {left!r}")
    if len(a) >= 2 * _MIN_FUZZY and " " in a and Levenshtein.distance(a, b) <= _MAX_TYPOS:
        return Score(0.9, f"{left!r} and {right!r} differ by one letter")
    return Score(0.0, f"{left!r} is not {right!r}")
