"""How names are built in a language: patterns and word lists of ``data/<code>/names.yaml``, compiled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import DataError
from kg.language.yaml_files import DATA, read_mapping
from kg.model import EntityType

#: fields of ``NameRules`` by how they are read
_PATTERNS = ("acronym", "handle", "hashtag", "author", "announced", "kunya", "addressed", "initial", "office_before")
_ENDINGS = ("alias_markers", "revealing", "short_places")
_WORDS = (
    "bare_sites", "not_names", "leading", "keep_article", "person_particles", "place_prepositions",
    "place_only_prepositions", "oblique_prepositions", "articles", "place_links", "acronym_openings", "small_words",
    "generations", "inner_prepositions",
)  # fmt: skip
_WORD_END = r"(?!\w)"


@dataclass(frozen=True, slots=True)
class NamePattern:
    """A pattern of institution or site names; the group ``name``, if any, is the name."""

    rule: str
    type: EntityType
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class ForeignNames:
    """How place names stand in a passage of another language."""

    clitics: tuple[str, ...]  #: prepositions and conjunctions that are written onto a name
    towns: frozenset[str]  #: words after which a town that is little known is meant too


@dataclass(frozen=True, slots=True)
class NameRules:
    """Everything that ``names.yaml`` says."""

    patterns: tuple[NamePattern, ...]
    acronym: re.Pattern[str]
    handle: re.Pattern[str]
    hashtag: re.Pattern[str]
    author: re.Pattern[str]
    announced: re.Pattern[str]
    kunya: re.Pattern[str]
    addressed: re.Pattern[str]  #: whoever is spoken of with a form of address, group ``name``
    initial: re.Pattern[str]  #: a first name, group ``first``, and a letter with a stop
    office_before: re.Pattern[str]  #: before a name that is a department of state, not a body of its own
    bare_sites: frozenset[str]
    not_names: frozenset[str]
    leading: frozenset[str]
    keep_article: frozenset[str]
    person_particles: frozenset[str]
    alias_markers: tuple[str, ...]
    revealing: tuple[str, ...]  #: what stands before the name of someone just told of
    place_prepositions: frozenset[str]
    place_only_prepositions: frozenset[str]
    oblique_prepositions: frozenset[str]  #: after one of which a known place nearly always stands, and no person
    articles: frozenset[str]  #: cut off a name even where a sentence opens with them
    place_links: frozenset[str]  #: before these a well known place needs no preposition of place
    acronym_openings: frozenset[str]  #: besides marks: what stands between a name and its acronym
    short_places: tuple[str, ...]  #: openings of places whose first words stand for the whole
    small_words: frozenset[str]  #: that acronyms skip, besides articles
    inner_prepositions: frozenset[str]  #: after which no person stands
    generations: frozenset[str]  #: words that, after a surname, say which of its bearers is meant
    foreign: Mapping[str, ForeignNames]  #: by language (ISO 639-1) of the passage


@cache
def load_name_rules(code: str = "fr", data: Path = DATA) -> NameRules:
    """Read and compile a language's name patterns.

    Raises:
        DataError: if the file is missing or lacks a key, or naming the pattern that is no regular expression.
    """
    file = data / code / "names.yaml"
    raw = read_mapping(file)
    if missing := sorted({"fragments", "patterns", *_PATTERNS, *_ENDINGS, *_WORDS, "foreign"} - raw.keys()):
        raise DataError(f"{file}: lacks {', '.join(missing)}")
    fragments: dict[str, str] = {}
    for name, text in raw["fragments"].items():
        fragments[name] = _filled(text, fragments)
    patterns = tuple(
        NamePattern(p["rule"], EntityType(p["type"]), _compiled(file, p["pattern"] + _WORD_END, fragments))
        for p in raw["patterns"]
    )
    fields: dict[str, Any] = {key: _compiled(file, raw[key], fragments) for key in _PATTERNS}
    fields |= {key: tuple(raw[key]) for key in _ENDINGS} | {key: frozenset(raw[key]) for key in _WORDS}
    foreign = {
        language: ForeignNames(tuple(given["clitics"]), frozenset(given["towns"]))
        for language, given in raw["foreign"].items()
    }
    return NameRules(patterns=patterns, foreign=foreign, **fields)


def _filled(pattern: str, fragments: Mapping[str, str]) -> str:
    for name, text in fragments.items():
        pattern = pattern.replace("{" + name + "}", f"(?:{text})")
    return pattern


def _compiled(file: Path, pattern: str, fragments: Mapping[str, str]) -> re.Pattern[str]:
    try:
        return re.compile(_filled(pattern, fragments))
    except re.error as error:
        raise DataError(f"{file}: {pattern!r} is no regular expression: {error}") from error
