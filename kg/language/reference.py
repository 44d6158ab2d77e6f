"""How the nouns and pronouns of a language refer: ``data/<code>/reference.yaml``."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from kg.errors import DataError
from kg.language.yaml_files import DATA, read_mapping


@dataclass(frozen=True, slots=True)
class ReferenceRules:
    """Everything that ``reference.yaml`` says; all forms are in lower case."""

    object_pronouns: frozenset[str]  #: articles too: pronouns only as an object or subject
    impersonal_subjects: frozenset[str]  #: refer to nobody before a locative pronoun
    locative_pronouns: frozenset[str]
    plural_possessives: frozenset[str]  #: of several owners
    plural_endings: frozenset[str]  #: of demonyms without a determiner
    plural_links: frozenset[str]  #: before an adjective and a plural noun
    definite_contractions: frozenset[str]  #: definite where tagged as an article or preposition
    quantity_links: frozenset[str]  #: between a collective numeral and what it counts
    weak_prepositions: frozenset[str]  #: no sign that a noun follows
    complement_prepositions: frozenset[str]  #: listed prepositions whose noun tells groups apart
    apposition_determiners: frozenset[str]  #: of a noun after a name and a comma
    any_country: frozenset[str]  #: nouns for the country told last


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
    return ReferenceRules(**{key: frozenset(forms) for key, forms in raw.items()})
