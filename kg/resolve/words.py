"""Words of names: folded, taken apart, and compared by spelling and sound."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from kg.language.matching import load_matching, rewritten

RULES = load_matching()
#: words shorter than this are never a misspelling of each other
_MIN_TYPO = 6
#: a name without its article keeps at least so many letters
_MIN_BARE = 5
_CACHED = 200_000
_VOWEL_CLASSES = str.maketrans("eiyou", "aaaoo")


class Likeness(IntEnum):
    """How alike two words of names are."""

    NONE = 0
    TYPO = 1  #: one letter differs
    INITIAL = 2  #: one is the first letter of the other
    SPELLING = 3  #: two ways of writing one name
    SAME = 4


@dataclass(frozen=True, slots=True)
class PersonName:
    """The words of a person's name, particles joined to the word after them; the last is the family name."""

    words: tuple[str, ...]
    byname: bool = False  #: opens with ``Abou``, ``Oum``: a by-name, which many may bear

    @property
    def full(self) -> bool:
        """Whether it may say who someone is: at least two words, none of them a letter."""
        return len(self.words) > 1 and all(len(w) > 1 for w in self.words)

    @property
    def initialled(self) -> bool:
        """Whether some but not every part is a letter, or all of at least two are."""
        return len(self.words) > 1 and any(len(w) == 1 for w in self.words)


@lru_cache(_CACHED)
def fold(text: str) -> str:
    """A text without case, accents and punctuation, its words one space apart; letters as the language folds them."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(RULES.letters))
    letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(letters.split())


@lru_cache(_CACHED)
def person_name(text: str) -> PersonName:
    """A person's name taken apart (``M. Abd el-Kader Van den Berghe`` -> ``abdelkader``, ``vandenberghe``)."""
    words = fold(text).split()
    while len(words) > 1 and words[0] in RULES.titles:
        words = words[1:]
    joined = _with_suffixes(_with_particles(words))
    byname = bool(joined) and joined[0].startswith(RULES.bynames) and words[0] in RULES.particles
    return PersonName(tuple(_written(word) for word in _with_compounds(joined)), byname)


def _with_particles(words: list[str]) -> list[str]:
    joined: list[str] = []
    pending = ""
    for i, word in enumerate(words):
        initial = len(word) == 1 and (i == 0 or i == len(words) - 1)
        if word in RULES.particles and not initial and i < len(words) - 1 and words[i + 1] not in RULES.suffixes:
            form = RULES.particles[word]
            pending += "abdel" if pending == "abd" and not form else form
            pending = pending.replace("abdabdel", "abdel")
        elif word in RULES.particles and not RULES.particles[word] and not initial:
            continue
        else:
            joined.append(pending + word)
            pending = ""
    return [*joined, pending] if pending else joined


def _with_suffixes(words: list[str]) -> list[str]:
    joined: list[str] = []
    for i, word in enumerate(words):
        if i and word in RULES.suffixes:
            joined[-1] += RULES.suffixes[word]
        else:
            joined.append(word)
    return joined


def _with_compounds(words: list[str]) -> list[str]:
    if len(words) > 2 and words[0] in RULES.compounds and len(words[1]) > 1:
        return [words[0] + words[1], *words[2:]]
    return words


@lru_cache(_CACHED)
def _written(word: str) -> str:
    return rewritten(word, RULES.forms)


@lru_cache(_CACHED)
def sound(word: str) -> str:
    """What spellings of one sound share, its vowels kept (``Djamel``, ``Jamel`` -> ``jamel``)."""
    return rewritten(word, RULES.sounds)


@lru_cache(_CACHED)
def key(word: str) -> str:
    """What all spellings of a name share, for blocks: the consonants of its sound, or its class."""
    numbers = RULES.same.get(word)
    if numbers:
        return f"={min(numbers)}"
    heard = sound(bare(word))
    consonants = re.sub("[aeiouy]", "", heard)
    return consonants if len(consonants) > 1 else heard.removesuffix("e").translate(_VOWEL_CLASSES) or word


def bare(word: str) -> str:
    """A name without an Arabic article written in one with it (``elbouazzati`` -> ``bouazzati``)."""
    return word[2:] if word.startswith(("el", "al")) and len(word) >= _MIN_BARE + 2 else word


@lru_cache(_CACHED)
def alike(left: str, right: str) -> Likeness:
    """How alike two words of persons' names are."""
    if left == right:
        return Likeness.SAME
    if len(left) == 1 or len(right) == 1:
        return Likeness.INITIAL if left[0] == right[0] else Likeness.NONE
    if _shares_line(left, right):
        return Likeness.SPELLING
    if _apart(left, right):
        return Likeness.NONE
    if left == bare(right) or right == bare(left) or _sounds_same(left, right):
        return Likeness.SPELLING
    if min(len(left), len(right)) >= _MIN_TYPO and left[0] == right[0] and _typo(left, right):
        return Likeness.TYPO
    return Likeness.NONE


def _apart(left: str, right: str) -> bool:
    """Listed as two names, members of two lists of spellings, or first names of a man and a woman."""
    if RULES.apart.get(left, frozenset()) & RULES.apart.get(right, frozenset()):
        return True
    one, other = RULES.same.get(left), RULES.same.get(right)
    if one and other:
        return not one & other
    genders = {first_name_gender(left), first_name_gender(right)}
    return genders == {"m", "f"}


def _shares_line(left: str, right: str) -> bool:
    return bool(RULES.same.get(left, frozenset()) & RULES.same.get(right, frozenset()))


@lru_cache(_CACHED)
def first_name_gender(word: str) -> str | None:
    """The gender of a first name, or of another spelling of it; None if unknown or either."""
    if word in RULES.first_names:
        return RULES.first_names[word]
    numbers = RULES.same.get(word, frozenset())
    genders = {RULES.first_names.get(other) for other, lines in RULES.same.items() if lines & numbers} - {None}
    return genders.pop() if len(genders) == 1 else None


def is_first_name(word: str) -> bool:
    """Whether the word, or another spelling of it, is a known first name."""
    return word in RULES.first_names or first_name_gender(word) is not None


def _sounds_same(left: str, right: str) -> bool:
    a, b = sound(bare(left)), sound(bare(right))
    if a != b and RULES.silent.search(max(a, b, key=len)) and abs(len(a) - len(b)) == 1:
        a, b = a.removesuffix("e"), b.removesuffix("e")
    if len(a) != len(b) or a[-1:] != b[-1:]:  # the last vowel makes another name: Karim, Karima
        return False
    return all(x == y or frozenset((x, y)) in _VOWELS for x, y in zip(a, b, strict=True))


_VOWELS = RULES.vowels


def _typo(left: str, right: str) -> bool:
    """One letter differs, and not at the end, where it makes another name (``Karim``, ``Karima``)."""
    return Levenshtein.distance(left, right, score_cutoff=1) == 1 and left[-1] == right[-1]
