"""Comparisons of names: each returns what kind of likeness it found, with a score and its reason."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from kg.model import Score
from kg.resolve.settings import read_weights
from kg.resolve.words import RULES, Likeness, PersonName, alike, bare, fold, is_first_name, person_name, sound

_W = read_weights().names
#: an acronym has at least so many letters, a sure one one more
_ACRONYM = 2
#: names of bodies shorter than this do not differ by a slip
_MIN_LETTER = 12
_CACHED = 200_000
_DOTTED = re.compile(r"\b(?:\w\.\s?){2,}")

#: kinds that say who it is without anything else
SURE = frozenset({"same", "spelling", "reversed"})


@dataclass(frozen=True, slots=True, order=True)
class NameScore:
    """How two names match."""

    score: Score
    kind: str  #: a key of ``names`` in ``weights.yaml``, or ``none``


def _found(kind: str, reason: str) -> NameScore:
    return NameScore(Score(getattr(_W, kind), reason), kind)


def _none(left: str, right: str) -> NameScore:
    return NameScore(Score(0.0, f"{left!r} is not {right!r}"), "none")


# --- persons -----------------------------------------------------------------------------------------------------


@lru_cache(_CACHED)
def compare_persons(left: str, right: str) -> NameScore:
    """How two names of persons match; the order of the two does not matter."""
    a, b = person_name(left), person_name(right)
    if not a.words or not b.words:
        return _none(left, right)
    if a.words == b.words or "".join(a.words) == "".join(b.words):
        return _equal(a, left, right)
    if len(a.words) == 1 or len(b.words) == 1:
        return _short(a, b, left, right)
    if len(a.words) == len(b.words):
        found = _word_by_word(a, b, left, right)
        return found if found.kind != "none" else _reversed(a, b, left, right)
    return _extended(a, b, left, right)


def _equal(a: PersonName, left: str, right: str) -> NameScore:
    if a.initialled:
        return _found("initial", f"both are written {left!r}")
    if len(a.words) == 1:
        kind = "byname" if a.byname else "short"
        return _found(kind, f"both are called {left!r} only")
    return _found("same", f"same name {left!r}" if left == right else f"{left!r} and {right!r} are the same name")


def _short(a: PersonName, b: PersonName, left: str, right: str) -> NameScore:
    short, long = sorted((a, b), key=lambda n: len(n.words))
    if len(long.words) == 1:
        sure = alike(short.words[0], long.words[0]) >= Likeness.SPELLING
        return _found("short", f"{left!r} and {right!r} are one word, spelt alike") if sure else _none(left, right)
    for word, what in ((long.words[-1], "family name"), (long.words[0], "first name")):
        if len(short.words[0]) > 1 and len(word) > 1 and alike(short.words[0], word) >= Likeness.SPELLING:
            return _found("short", f"{left!r} and {right!r} share only a {what}")
    return _none(left, right)


def _word_by_word(a: PersonName, b: PersonName, left: str, right: str) -> NameScore:
    likeness = [alike(x, y) for x, y in zip(a.words, b.words, strict=True)]
    worst = min(likeness)
    if worst >= Likeness.SPELLING:
        return _found("spelling", f"{left!r} and {right!r} are spellings of one name")
    if worst is Likeness.INITIAL:
        return _found("initial", f"letters of {left!r} and {right!r} fit")
    if worst is Likeness.TYPO and min(likeness[:-1]) >= Likeness.SPELLING:
        return _found("typo", f"the family names of {left!r} and {right!r} differ by one letter")
    return _none(left, right)


def _reversed(a: PersonName, b: PersonName, left: str, right: str) -> NameScore:
    """``Kassim Rachid`` for ``Rachid Kassim``; of ``Michel Charles`` and ``Charles Michel`` nobody knows."""
    turned = b.words[::-1] if len(b.words) == 2 else (*b.words[1:], b.words[0])
    if not (a.full and b.full) or any(alike(x, y) < Likeness.SPELLING for x, y in zip(a.words, turned, strict=True)):
        return _none(left, right)
    first = {is_first_name(a.words[0]), is_first_name(b.words[0])}
    kind = "reversed" if first == {True, False} else "swapped"
    return _found(kind, f"{left!r} and {right!r} are one name in two orders")


def _extended(a: PersonName, b: PersonName, left: str, right: str) -> NameScore:
    """The words of one, in order, are among those of the other; one of them is a family name of the other."""
    short, long = sorted((a.words, b.words), key=len)
    if any(len(w) == 1 for w in (*short, *long)):
        return _none(left, right)
    position = 0
    for word in short:
        while position < len(long) and alike(word, long[position]) < Likeness.SPELLING:
            position += 1
        position += 1
    if position > len(long):
        return _none(left, right)
    return _found("extended", f"one of {left!r} and {right!r} has a word more")


# --- organizations, places, groups ---------------------------------------------------------------------------------


@lru_cache(_CACHED)
def body_words(text: str) -> tuple[str, ...]:
    """The words of a body's name that have weight."""
    rules = RULES.bodies
    words = [rules.abbreviations.get(w, w) for w in fold(_DOTTED.sub(_undotted, text)).split()]
    strong = [w for w in words if w not in rules.small]
    kept = [w for w in strong if w not in rules.optional] or strong or words
    return tuple(RULES.suffixes.get(w, w) for w in kept)


def _undotted(letters: re.Match[str]) -> str:
    """``S.N.C.B.`` as one word."""
    return "".join(c for c in letters[0] if c.isalnum()) + " "


def is_generic(text: str) -> bool:
    """Whether every country has a body of that name."""
    generic = RULES.bodies.generic
    words = body_words(text)
    return len(words) > 0 and all(w in generic or w.removesuffix("s") in generic for w in words)


@lru_cache(_CACHED)
def compare_bodies(left: str, right: str) -> NameScore:
    """How two names of organizations, groups or places match; the order of the two does not matter."""
    a, b = body_words(left), body_words(right)
    if a == b:
        reason = f"same name {left!r}" if left == right else f"{left!r} is {right!r}"
        return _found("generic" if is_generic(left) else "same", reason)
    short = acronym_of(left, right) or acronym_of(right, left)
    if short:
        return _found("acronym" if len(short) > _ACRONYM else "letters", f"{short!r} are first letters of the other")
    if len(a) == len(b) and all(x == y or _sounds_alike(x, y) for x, y in zip(a, b, strict=True)):
        return _found("spelling", f"{left!r} and {right!r} are spellings of one name")
    if _one_letter_apart(fold(left), fold(right)):
        return _found("letter", f"{left!r} and {right!r} differ by one letter")
    return _none(left, right)


def _figures(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def _one_letter_apart(left: str, right: str) -> bool:
    if min(len(left), len(right)) < _MIN_LETTER or _figures(left) != _figures(right):
        return False
    return Levenshtein.distance(left, right, score_cutoff=1) == 1


def _sounds_alike(left: str, right: str) -> bool:
    """Transliterations of one word; not a word and its plural or feminine."""
    if left.isnumeric() or right.isnumeric():
        return False
    a, b = sound(bare(left)), sound(bare(right))
    return a == b or (alike(left, right) >= Likeness.SPELLING and a[-1:] == b[-1:])


def acronyms_of(text: str) -> tuple[str, ...]:
    """The letters of a name that is an acronym, else nothing."""
    dotted = "." in text and all(len(w) == 1 for w in fold(text).split())
    return ("".join(fold(text).split()),) if dotted or is_acronym(text) else ()


def acronym_of(short: str, long: str) -> str:
    """The acronym, if the first is one of the second's words; with or without its small words."""
    letters = next(iter(acronyms_of(short)), "")
    return letters if len(letters) >= _ACRONYM and letters in initials(long) else ""


def is_acronym(text: str) -> bool:
    """Whether a name is written as initials: capitals, at most one small letter after the first, no spaces."""
    plain = "".join(c for c in text if c.isalnum())
    capitals = sum(c.isupper() for c in plain)
    return len(plain) >= _ACRONYM and " " not in text.strip() and capitals >= max(_ACRONYM, len(plain) - 1)


@lru_cache(_CACHED)
def initials(text: str) -> frozenset[str]:
    """The acronyms that a long name may have: of all words, or without small ones, articles or optional ones."""
    words = fold(text).split()
    if len(words) < _ACRONYM:
        return frozenset()
    rules = RULES.bodies
    strong = [w for w in words if w not in rules.small]
    needed = [w for w in strong if w not in rules.optional]
    without = [w for w in words if w not in rules.articles]
    found = {"".join(w[0] for w in chosen) for chosen in (words, strong, needed, without)}
    return frozenset(letters for letters in found if len(letters) >= _ACRONYM)
