"""How a language's names are compared: ``data/<code>/matching.yaml``, compiled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import DataError
from kg.language.gazetteer import Gender, load_first_names
from kg.language.yaml_files import DATA, read_yaml

Rewrites = tuple[tuple[re.Pattern[str], str], ...]


@dataclass(frozen=True, slots=True)
class BodyRules:
    """Words of the names of organizations and places."""

    small: frozenset[str]  #: without weight
    articles: frozenset[str]  #: never among the letters of an acronym
    optional: frozenset[str]  #: legal forms and the like
    abbreviations: Mapping[str, str]
    generic: frozenset[str]  #: a name of such words only exists in every country


@dataclass(frozen=True, slots=True)
class MatchingRules:
    """Everything that ``matching.yaml`` says; all words folded (lower case, no accents)."""

    letters: Mapping[int, str]  #: for ``str.translate``, before accents are dropped
    titles: frozenset[str]
    particles: Mapping[str, str]  #: to the form that its spellings share; empty: may be left out
    bynames: tuple[str, ...]
    suffixes: Mapping[str, str]
    compounds: frozenset[str]
    forms: Rewrites
    sounds: Rewrites
    vowels: frozenset[frozenset[str]]  #: pairs that are written for each other
    silent: re.Pattern[str]
    same: Mapping[str, frozenset[int]]  #: name -> numbers of the lines it stands in
    apart: Mapping[str, frozenset[int]]
    bodies: BodyRules
    first_names: Mapping[str, Gender | None]


@cache
def load_matching(code: str = "fr", data: Path = DATA) -> MatchingRules:
    """Read and compile how a language's names are compared.

    Raises:
        DataError: if the file is missing, lacks a key or has an unreadable pattern.
    """
    file = data / code / "matching.yaml"
    raw = read_yaml(file)
    try:
        return _rules(raw, load_first_names(data / code / "gazetteers" / "first_names.yaml"))
    except KeyError as error:
        raise DataError(f"{file}: lacks {error}; see the comments in it") from error
    except re.error as error:
        raise DataError(f"{file}: {error.pattern!r} is no regular expression: {error}") from error


def _rules(raw: Mapping[str, Any], first_names: Mapping[str, Gender | None]) -> MatchingRules:
    bodies, forms = raw["bodies"], _rewrites(raw["forms"])
    return MatchingRules(
        letters=str.maketrans(raw["letters"]),
        titles=frozenset(raw["titles"].split()),
        particles={word: form or "" for word, form in raw["particles"].items()},
        bynames=tuple(raw["bynames"]),
        suffixes=raw["suffixes"],
        compounds=frozenset(raw["compounds"]),
        forms=forms,
        sounds=_rewrites(raw["sounds"]),
        vowels=frozenset(frozenset(pair) for pair in raw["vowels"]),
        silent=re.compile(raw["silent"]),
        same=_lines(raw["same"], forms),
        apart=_lines(raw["apart"], forms),
        bodies=BodyRules(
            frozenset(bodies["small"].split()),
            frozenset(bodies["articles"].split()),
            frozenset(bodies["optional"].split()),
            bodies["abbreviations"],
            frozenset(bodies["generic"].split()),
        ),
        first_names={rewritten(name, forms): gender for name, gender in first_names.items()},
    )


def _rewrites(pairs: Iterable[tuple[str, str]]) -> Rewrites:
    return tuple((re.compile(pattern), replacement) for pattern, replacement in pairs)


def rewritten(word: str, rules: Rewrites) -> str:
    """A word after each rule in turn."""
    for pattern, replacement in rules:
        word = pattern.sub(replacement, word)
    return word


def _lines(lines: Iterable[str], forms: Rewrites) -> dict[str, frozenset[int]]:
    """Each word with the numbers of the lines it stands in."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(lines):
        for word in line.split():
            found.setdefault(rewritten(word, forms), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}
