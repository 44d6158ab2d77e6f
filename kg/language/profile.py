"""A language's syntax labels, function words and cues, read from ``data/<code>/profile.yaml`` and ``cues.yaml``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kg.errors import DataError
from kg.language.yaml_files import DATA, read_mapping

_LABELS = frozenset({
    "subject", "passive_subject", "expletive", "object", "agent", "oblique", "clitic", "nominal", "apposition",
    "conjunct",
    "relative", "adnominal", "adjectival", "adverbial_clause", "open_complement", "clausal_complement", "parataxis",
    "case", "marker", "determiner", "copula", "auxiliary", "reflexive", "name_part",
})  # fmt: skip
#: functions of complements that a language marks by a preposition: who does it, of whom, to whom, with whom, in what
FUNCTIONS = frozenset({"agentive", "genitive", "dative", "comitative", "inside", "jointly"})

#: classes of verbs, each made of the first words of fixed phrases
_PHRASE_VERBS = {
    "reporting_phrase_verbs": ("reporting_phrases", "long_reporting_phrases"),
    "accusing_phrase_verbs": ("accusing_phrases",),
}
#: pairs of a singular and a plural ending
Endings = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PronounForm:
    """Gender (``m``, ``f`` or empty) and number (``s`` or ``p``) that a pronoun's form shows."""

    gender: str
    number: str


@dataclass(frozen=True, slots=True)
class Collective:
    """What a noun for a round number says (``trentaine``, ``centaines``)."""

    value: int
    plural: bool


@dataclass(frozen=True, slots=True)
class LanguageProfile:
    """One language, as the extractors see it."""

    code: str
    model: str
    labels: Mapping[str, frozenset[str]]  #: function -> dependency labels of the model
    words: Mapping[str, frozenset[str]]  #: class of function words -> forms
    cues: Mapping[str, frozenset[str]]  #: class of cues -> lemmas or forms
    pronouns: Mapping[str, PronounForm]
    adverbial_phrases: re.Pattern[str]  #: phrases of several words that stand where an adverb may
    approximate_numerals: Mapping[str, int]  #: singular -> number
    collectives: Mapping[str, Collective]  #: singular or plural form -> number
    approximators: Mapping[str, tuple[str, ...]]  #: sign before a figure -> words
    prepositions: Mapping[str, str]  #: form -> the preposition under which arguments are listed
    functions: Mapping[str, str]  #: one of :data:`FUNCTIONS` -> listed preposition
    impersonal_verbs: frozenset[str]
    country_nouns: Mapping[str, frozenset[str]]  #: nouns that stand for a place just named
    epicene: frozenset[str]  #: nouns for people whose grammatical gender says nothing
    plural_endings: Endings
    feminine_ending: str  #: of adjectives that lack it
    quotes: tuple[tuple[str, str], ...]  #: opening and closing marks, where they differ
    sentence_end: frozenset[str]  #: tokens after which a sentence may begin
    list_separator: str  #: pattern of what may stand between two items of a list
    list_closing: str  #: pattern of what must stand between the last two
    list_item_opening: str  #: pattern of what may open an item
    list_item_ending: str  #: pattern of what may close an item
    light_verbs: Mapping[str, str]  #: lemma -> role that its subject fills in the noun's event
    #: unions that were asked for: they are asked for again with nearly every word
    _labels: dict[tuple[str, ...], frozenset[str]] = field(init=False, repr=False, compare=False, default_factory=dict)
    _forms: dict[tuple[str, ...], frozenset[str]] = field(init=False, repr=False, compare=False, default_factory=dict)
    _verbs: dict[tuple[str, ...], frozenset[str]] = field(init=False, repr=False, compare=False, default_factory=dict)

    def labels_of(self, functions: tuple[str, ...]) -> frozenset[str]:
        """The dependency labels that serve one of the functions."""
        found = self._labels.get(functions)
        if found is None:
            found = self._labels[functions] = frozenset().union(*(self.labels[f] for f in functions))
        return found

    def forms_of(self, classes: tuple[str, ...]) -> frozenset[str]:
        """The words of some classes of function words."""
        found = self._forms.get(classes)
        if found is None:
            found = self._forms[classes] = frozenset().union(*(self.words[name] for name in classes))
        return found

    def verbs_of(self, classes: tuple[str, ...]) -> frozenset[str]:
        """The verbs of some classes of function words or cues; a class that both have is that of function words."""
        found = self._verbs.get(classes)
        if found is None:
            lists = (self.words[name] if name in self.words else self.cues[name] for name in classes)
            found = self._verbs[classes] = frozenset().union(*lists)
        return found

    def noun_forms(self, lemma: str) -> frozenset[str]:
        """The singular and the possible plurals of a noun or adjective; of several words the first is inflected."""
        return frozenset(_noun_forms(lemma, self.plural_endings))

    def feminine_forms(self, lemma: str) -> frozenset[str]:
        """The feminine forms of an adjective listed in the masculine; none if it has the ending already."""
        ending = self.feminine_ending
        return frozenset() if lemma.endswith(ending) else self.noun_forms(lemma + ending)

    @property
    def added_plurals(self) -> tuple[str, ...]:
        """Plural endings that are added to any singular."""
        return tuple(plural for singular, plural in self.plural_endings if plural and not singular)

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
    file, cue_file = data / code / "profile.yaml", data / code / "cues.yaml"
    raw, cues = read_mapping(file), read_mapping(cue_file)
    _check_keys(file, "labels", raw["labels"], _LABELS)
    _check_keys(file, "functions", raw["functions"], FUNCTIONS)
    light = cues.pop("light_verbs")
    for name, classes in _PHRASE_VERBS.items():
        cues[name] = sorted({phrase.partition(" ")[0] for listed in classes for phrase in cues[listed]})
    endings: Endings = tuple((singular, plural) for singular, plural in raw["plural_endings"])
    return LanguageProfile(
        code=raw["code"],
        model=raw["model"],
        labels=_sets(raw["labels"], file),
        words=_sets(raw["words"], file),
        cues=_sets(cues, cue_file),
        pronouns={form: PronounForm(gender, number) for form, (gender, number) in raw["pronouns"].items()},
        adverbial_phrases=_phrases(raw["adverbial_phrases"]),
        approximate_numerals=raw["approximate_numerals"],
        collectives=dict(_collectives(raw["approximate_numerals"], endings)),
        approximators={sign: tuple(words) for sign, words in raw["approximators"].items()},
        prepositions=raw["prepositions"],
        functions=raw["functions"],
        impersonal_verbs=frozenset(raw["impersonal_verbs"]),
        country_nouns=_sets(raw["country_nouns"], file),
        epicene=frozenset(raw["epicene"]),
        plural_endings=endings,
        feminine_ending=raw["feminine_ending"],
        quotes=tuple((opening, closing) for opening, closing in raw["quotes"]),
        sentence_end=frozenset(raw["sentence_end"]),
        list_separator=raw["list_separator"],
        list_closing=raw["list_closing"],
        list_item_opening=raw["list_item_opening"],
        list_item_ending=raw["list_item_ending"],
        light_verbs={verb: role for role, verbs in light.items() for verb in verbs},
    )


def _check_keys(file: Path, what: str, raw: Mapping[str, object], wanted: frozenset[str]) -> None:
    missing, unknown = sorted(wanted - set(raw)), sorted(set(raw) - wanted)
    if missing or unknown:
        raise DataError(f"{file}: {what}: lacks {missing}, does not know {unknown}; wanted are {sorted(wanted)}")


def _phrases(phrases: Collection[str]) -> re.Pattern[str]:
    """Any of some phrases, as whole words in lower case, the longest first."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)")


def _sets(raw: Mapping[str, Collection[str]], file: Path) -> dict[str, frozenset[str]]:
    """Lists of words as sets; YAML reads ``on`` and ``NO`` as truth values, which no word of a text equals."""
    for key, values in raw.items():
        wrong = [value for value in values if not isinstance(value, str)]
        if wrong:
            raise DataError(f"{file}: {key}: {wrong} must be text; put words like on, no, yes in quotation marks")
    return {key: frozenset(values) for key, values in raw.items()}


def _noun_forms(lemma: str, endings: Endings) -> Iterator[str]:
    first, *rest = lemma.split(" ")
    for singular, plural in endings:
        if first.endswith(singular):
            yield " ".join([first[: len(first) - len(singular)] + plural, *rest])


def _collectives(numerals: Mapping[str, int], endings: Endings) -> Iterator[tuple[str, Collective]]:
    for lemma, value in numerals.items():
        for form in _noun_forms(lemma, endings):
            yield form, Collective(value, plural=form != lemma)
