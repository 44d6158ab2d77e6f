"""How names are built in a language: patterns and word lists of ``data/<code>/names.yaml``, compiled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.errors import DataError
from kg.language.profile import DATA, read_yaml
from kg.model import EntityType


@dataclass(frozen=True, slots=True)
class NamePattern:
    """A pattern of institution or site names; the group ``name``, if any, is the name."""

    rule: str
    type: EntityType
    pattern: re.Pattern[str]


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


@cache
def load_name_rules(code: str = "fr", data: Path = DATA) -> NameRules:
    """Read and compile a language's name patterns.

    Raises:
        DataError: naming the pattern that is no regular expression.
    """
    file = data / code / "names.yaml"
    raw = read_yaml(file)
    fragments: dict[str, str] = {}
    for name, text in raw["fragments"].items():
        fragments[name] = _filled(text, fragments)
    patterns = tuple(
        NamePattern(p["rule"], EntityType(p["type"]), _compiled(file, p["pattern"] + r"(?!\w)", fragments)) for p in raw["patterns"]
    )
    compiled = {key: _compiled(file, raw[key], fragments) for key in ("acronym", "handle", "hashtag", "author", "announced", "kunya", "office_before")}
    return NameRules(
        patterns=patterns,
        **compiled,
        bare_sites=frozenset(raw["bare_sites"]),
        not_names=frozenset(raw["not_names"]),
        leading=frozenset(raw["leading"]),
        keep_article=frozenset(raw["keep_article"]),
        person_particles=frozenset(raw["person_particles"]),
        revealing=tuple(raw["revealing"]),
        alias_markers=tuple(raw["alias_markers"]),
        place_prepositions=frozenset(raw["place_prepositions"]),
        place_only_prepositions=frozenset(raw["place_only_prepositions"]),
    )


def _filled(pattern: str, fragments: Mapping[str, str]) -> str:
    for name, text in fragments.items():
        pattern = pattern.replace("{" + name + "}", f"(?:{text})")
    return pattern


def _compiled(file: Path, pattern: str, fragments: Mapping[str, str]) -> re.Pattern[str]:
    try:
        return re.compile(_filled(pattern, fragments))
    except re.error as error:
        raise DataError(f"{file}: {pattern!r} is no regular expression: {error}") from error
