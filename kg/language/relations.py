"""Words of a language that state lasting relations: ``data/<code>/relations.yaml``, compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.language.yaml_files import DATA, read_mapping
from kg.model import EntityType


@dataclass(frozen=True, slots=True)
class RelationPattern:
    """A word and the functions that its relation's ends have."""

    words: frozenset[str]
    relation: str
    prepositions: frozenset[str]
    subject: frozenset[EntityType]
    object: frozenset[EntityType]  #: empty: as the ontology says
    takes_object: bool  #: the direct object is the other end
    reflexive: bool  #: the verb must have a reflexive pronoun


_SETS = (
    "not_members",
    "hailing",
    "residents",
    "organs",
    "party_openings",
    "party_kinds",
    "private_meetings",
    "former",
    "title_bodies",
)


@dataclass(frozen=True, slots=True)
class RelationRules:
    """Everything that ``relations.yaml`` says."""

    predicates: tuple[RelationPattern, ...]
    nouns: tuple[RelationPattern, ...]
    phrases: tuple[tuple[str, str], ...]  #: what stands before the other end, and the relation
    branch: re.Pattern[str]  #: between a body and the one that it is a branch of
    nationality_phrase: re.Pattern[str]
    age: re.Pattern[str]
    age_phrase: re.Pattern[str]
    contained: re.Pattern[str]
    located: re.Pattern[str]
    of_body: re.Pattern[str]
    not_titles: frozenset[str]
    max_age: int  #: years
    not_members: frozenset[str]  #: lemmas of nouns whose complement is no body that they belong to
    hailing: frozenset[str]  #: lemmas of nouns whose complement with a place says where they are from
    residents: frozenset[str]  #: of these, who lives there
    organs: frozenset[str]  #: lemmas of nouns for a body of another body
    party_openings: frozenset[str]  #: between a person's name and a party
    party_kinds: frozenset[str]
    former: frozenset[str]  #: adjectives before an office that somebody no longer holds
    title_bodies: frozenset[
        str
    ]  #: nouns for bodies that are part of an office's name (``porte-parole du gouvernement``)
    private_meetings: frozenset[str]  #: lemmas of verbs by which two private persons get to know each other


@cache
def load_relation_rules(code: str = "fr", data: Path = DATA) -> RelationRules:
    """Read a language's relation words.

    Raises:
        DataError: if the file is missing or broken.
    """
    raw = read_mapping(data / code / "relations.yaml")
    return RelationRules(
        predicates=tuple(_pattern(entry) for entry in raw["predicates"]),
        nouns=tuple(_pattern(entry) for entry in raw["nouns"]),
        phrases=tuple((phrase, name) for name, listed in raw["phrases"].items() for phrase in listed),
        branch=re.compile(raw["branch"]),
        nationality_phrase=re.compile(raw["nationality_phrase"]),
        age=re.compile(raw["age"]),
        age_phrase=re.compile(raw["age_phrase"]),
        contained=re.compile(raw["contained"]),
        located=re.compile(raw["located"]),
        of_body=re.compile(raw["of_body"]),
        not_titles=frozenset(raw["not_titles"]),
        max_age=raw["max_age"],
        **{name: frozenset(raw[name]) for name in _SETS},
    )


def _pattern(raw: dict[str, object]) -> RelationPattern:
    ends = raw.get("object")
    return RelationPattern(
        words=_strings(raw["words"]),
        relation=str(raw["relation"]),
        prepositions=_strings(raw["prepositions"]),
        subject=frozenset(EntityType(t) for t in _strings(raw["subject"])),
        object=frozenset(EntityType(t) for t in _strings(ends)) if isinstance(ends, list) else frozenset(),
        takes_object=isinstance(ends, str),
        reflexive=bool(raw.get("reflexive", False)),
    )


def _strings(raw: object) -> frozenset[str]:
    return frozenset(str(item) for item in raw) if isinstance(raw, list) else frozenset()
