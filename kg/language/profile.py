"""A language's syntax labels, function words and cues, read from ``data/<code>/profile.yaml`` and ``cues.yaml``."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from kg.errors import DataError

DATA = Path(__file__).parent / "data"

_LABELS = (
    "subject", "passive_subject", "object", "agent", "oblique", "nominal", "apposition", "conjunct", "relative",
    "adnominal", "adverbial_clause", "open_complement", "clausal_complement", "case", "marker", "determiner",
    "numeral", "copula", "auxiliary", "passive_auxiliary", "reflexive", "name_part",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PronounForm:
    """Gender (``m``, ``f`` or empty) and number (``s`` or ``p``) that a pronoun's form shows."""

    gender: str
    number: str


@dataclass(frozen=True, slots=True)
class LanguageProfile:
    """One language, as the extractors see it."""

    code: str
    model: str
    labels: Mapping[str, frozenset[str]]  #: function -> dependency labels of the model
    words: Mapping[str, frozenset[str]]  #: class of function words -> forms
    cues: Mapping[str, frozenset[str]]  #: class of cues -> lemmas or forms
    pronouns: Mapping[str, PronounForm]
    numerals: Mapping[str, int]
    approximate_numerals: Mapping[str, int]
    approximators: Mapping[str, tuple[str, ...]]  #: sign before a figure -> words
    prepositions: Mapping[str, str]  #: form -> the preposition under which arguments are listed
    impersonal_verbs: frozenset[str]
    country_nouns: Mapping[str, frozenset[str]]  #: nouns that stand for a place just named
    epicene: frozenset[str]  #: nouns for people whose grammatical gender says nothing
    plural_endings: tuple[tuple[str, str], ...]  #: singular ending -> plural ending
    sentence_end: frozenset[str]  #: tokens after which a sentence may begin
    list_separator: str  #: pattern of what may stand between two items of a list
    list_closing: str  #: pattern of what must stand between the last two
    list_item_opening: str  #: pattern of what may open an item
    list_item_ending: str  #: pattern of what may close an item
    light_verbs: Mapping[str, str]  #: lemma -> role that its subject fills in the noun's event

    def noun_forms(self, lemma: str) -> frozenset[str]:
        """The singular and the possible plurals of a noun or adjective; of several words the first is inflected."""
        first, *rest = lemma.split(" ")
        forms = {
            first[: len(first) - len(singular)] + plural
            for singular, plural in self.plural_endings
            if first.endswith(singular)
        }
        return frozenset(" ".join([form, *rest]) for form in forms)

    @property
    def all_labels(self) -> frozenset[str]:
        """Every dependency label that the profile names, to be checked against a model."""
        return frozenset().union(*self.labels.values())

    def is_dep(self, label: str, *functions: str) -> bool:
        """Whether a dependency label serves one of the functions."""
        return any(label in self.labels[function] for function in functions)


@cache
def load_profile(code: str = "fr", data: Path = DATA) -> LanguageProfile:
    """Read a language's profile.

    Raises:
        DataError: naming the file and what it lacks.
    """
    raw = read_yaml(data / code / "profile.yaml")
    cues = read_yaml(data / code / "cues.yaml")
    missing = sorted(set(_LABELS) - set(raw["labels"]))
    if missing:
        raise DataError(f"{data / code / 'profile.yaml'}: labels lacks {', '.join(missing)}")
    light = cues.pop("light_verbs")
    return LanguageProfile(
        code=raw["code"],
        model=raw["model"],
        labels=_sets(raw["labels"]),
        words=_sets(raw["words"]),
        cues=_sets(cues),
        pronouns={form: PronounForm(gender, number) for form, (gender, number) in raw["pronouns"].items()},
        numerals=raw["numerals"],
        approximate_numerals=raw["approximate_numerals"],
        approximators={sign: tuple(words) for sign, words in raw["approximators"].items()},
        prepositions=raw["prepositions"],
        impersonal_verbs=frozenset(raw["impersonal_verbs"]),
        country_nouns=_sets(raw["country_nouns"]),
        epicene=frozenset(raw["epicene"]),
        plural_endings=tuple((singular, plural) for singular, plural in raw["plural_endings"]),
        sentence_end=frozenset(raw["sentence_end"]),
        list_separator=raw["list_separator"],
        list_closing=raw["list_closing"],
        list_item_opening=raw["list_item_opening"],
        list_item_ending=raw["list_item_ending"],
        light_verbs={verb: role for role, verbs in light.items() for verb in verbs},
    )


def read_yaml(file: Path) -> dict[str, Any]:
    """A data file that must be a mapping.

    Raises:
        DataError: if it is missing, broken or of another shape.
    """
    try:
        raw = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        known = ", ".join(sorted(p.parent.name for p in DATA.glob("*/profile.yaml")))
        raise DataError(f"{file}: {error}; languages found: {known}") from error
    if not isinstance(raw, dict):
        raise DataError(f"{file}: expected a mapping, found {type(raw).__name__}")
    return raw


def _sets(raw: Mapping[str, Collection[str]]) -> dict[str, frozenset[str]]:
    return {key: frozenset(values) for key, values in raw.items()}
