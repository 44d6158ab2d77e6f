"""How the nouns and pronouns of a language refer: ``data/<code>/reference.yaml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kg.errors import DataError
from kg.language.yaml_files import DATA, read_mapping


@dataclass(frozen=True, slots=True)
class ReferenceRules:
    """Everything that ``reference.yaml`` says; all forms are in lower case."""

    object_pronouns: frozenset[str]  #: articles too: pronouns only as an object or subject
    impersonal_subjects: frozenset[str]  #: refer to nobody before a locative pronoun
    hour: re.Pattern[str]  #: what follows an impersonal subject that tells the time
    age_after: re.Pattern[str]  #: the age that follows a noun or name; group 1 is the number
    lifeless: frozenset[str]  #: nouns (lemmas) for whom no pronoun takes up
    locative_pronouns: frozenset[str]
    plural_possessives: frozenset[str]  #: of several owners
    plural_endings: frozenset[str]  #: of demonyms without a determiner
    plural_links: frozenset[str]  #: before an adjective and a plural noun
    definite_contractions: frozenset[str]  #: definite where tagged as an article or preposition
    quantity_links: frozenset[str]  #: between a collective numeral and what it counts
    weak_prepositions: frozenset[str]  #: no sign that a noun follows
    complement_prepositions: frozenset[str]  #: listed prepositions whose noun tells groups apart
    becoming: frozenset[str]  #: between a name with its comma and what its bearer is now
    apposition_determiners: frozenset[str]  #: of a noun after a name and a comma
    prenominal_adjectives: frozenset[str]  #: between an article and its noun
    any_country: frozenset[str]  #: nouns for the country told last
    inhabitant: re.Pattern[str]  #: how names for a town's inhabitants end, in lower case
    latter: frozenset[str]  #: forms that take up whoever was told last
    subject_pronouns: frozenset[str]  #: singular
    emphatic: frozenset[str]  #: pronouns that between commas take up the mention before
    set_nouns: Mapping[str, frozenset[str]]  #: noun for several bodies or places -> types (names) of those it takes up
    partitives: re.Pattern[str]  #: some of others; groups ``one`` (a single one) and ``feminine``
    further_ones: re.Pattern[str]  #: ``un troisième``: one besides others
    partitive_openings: frozenset[str]  #: words with which one begins, as the model cuts them
    partitive_heads: frozenset[str]  #: words of one that bear its functions
    first_of_two: frozenset[str]  #: forms that take up the first of two persons told together
    second_of_two: frozenset[str]
    indefinite_articles: frozenset[str]
    after_apposition: re.Pattern[str]  #: what follows a noun in apposition that describes someone just named
    pairs: frozenset[str]  #: pronouns and nouns of several that may take up persons told together
    generic_bodies: frozenset[str]  #: nouns for bodies of which there are many: no named one is meant
    stands_for: Mapping[str, frozenset[str]]  #: noun -> nouns (lemmas) of whom it may take up
    speaker_possessives: frozenset[str]  #: of whoever speaks
    noun_prefixes: frozenset[str]  #: before a noun for people or bodies (``ex-``)
    clients: frozenset[str]  #: nouns (lemmas) for whom a lawyer speaks for; ``stands_for`` has the lawyers
    body_kinds: Mapping[str, frozenset[str]]  #: noun for a body -> kinds of listed organizations that it may take up


@cache
def load_reference_rules(code: str = "fr", data: Path = DATA) -> ReferenceRules:
    """Read a language's ``reference.yaml``.

    Raises:
        DataError: if the file is missing or broken, lacks a key or has an unknown one.
    """
    file = data / code / "reference.yaml"
    raw = read_mapping(file)
    wanted = {field.name for field in fields(ReferenceRules)}
    if raw.keys() != wanted:
        wrong = ", ".join(sorted(raw.keys() ^ wanted))
        raise DataError(f"{file}: unknown or missing: {wrong}; wanted are {', '.join(sorted(wanted))}")
    return ReferenceRules(**{key: _frozen(forms) for key, forms in raw.items()})


def _frozen(forms: str | list[str] | dict[str, list[str]]) -> Any:
    """A list as a set, a mapping of lists as a mapping of sets, a text as a pattern."""
    if isinstance(forms, str):
        return re.compile(forms)
    if isinstance(forms, dict):
        return MappingProxyType({key: frozenset(values) for key, values in forms.items()})
    return frozenset(forms)
