"""Forms of verbs: which lemma and which tense or participle a word may be, from ``data/<code>/inflections.tsv``.

The table is generated (``tools/build_inflections.py``) and sorted, so it is searched as it stands: nothing is parsed
before it is asked for.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kg.errors import DataError
from kg.language.yaml_files import DATA

#: tags of a form; a past participle adds gender and number (``part.past.f.s``)
TAGS = frozenset(
    {"inf", "pres", "impf", "past", "fut", "cond", "subj", "subj.impf", "imp", "part.pres"}
    | {f"part.past.{gender}.{number}" for gender in "mf" for number in "sp"}
)


@dataclass(frozen=True, slots=True, order=True)
class Inflection:
    """One reading of a form."""

    lemma: str  #: infinitive without ``se``
    tags: frozenset[str]  #: of :data:`TAGS`; several where the form stands for several


@dataclass(frozen=True, slots=True)
class Inflections:
    """The forms of a language's verbs."""

    lines: tuple[str, ...]  #: ``form<TAB>lemma<TAB>tag|tag``, sorted by code points
    _found: dict[str, tuple[Inflection, ...]] = field(default_factory=dict, repr=False, compare=False)
    _bare: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)
    _lemmas: dict[str, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)
    _tags: dict[str, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)

    def lookup(self, form: str) -> tuple[Inflection, ...]:
        """Readings of a lower-case form, sorted by lemma; none if it is no form of a known verb."""
        found = self._found.get(form)
        if found is None:
            found = self._found[form] = tuple(self._search(form))
        return found

    def lemmas(self, form: str) -> frozenset[str]:
        """The verbs of which a lower-case form may be one; none if it is no form of a known verb."""
        found = self._lemmas.get(form)
        if found is None:
            found = self._lemmas[form] = frozenset(i.lemma for i in self.lookup(form))
        return found

    def tags(self, form: str) -> frozenset[str]:
        """All tags that the readings of a lower-case form have."""
        found = self._tags.get(form)
        if found is None:
            found = self._tags[form] = frozenset(tag for i in self.lookup(form) for tag in i.tags)
        return found

    def lookup_capitals(self, form: str) -> tuple[Inflection, ...]:
        """Readings of a form that may lack its accents, as words in capitals do (``ARRETES``).

        Use it for words written in capitals only: without accents ``du`` would be a form of *devoir*.
        """
        if not self._bare:
            self._index_without_accents()
        key = without_accents(form.lower())
        return tuple(reading for known in self._bare.get(key, ()) for reading in self.lookup(known))

    def _search(self, form: str) -> list[Inflection]:
        prefix = form + "\t"
        found = []
        at = bisect_left(self.lines, prefix)
        while at < len(self.lines) and self.lines[at].startswith(prefix):
            _, lemma, tags = self.lines[at].split("\t")
            found.append(Inflection(lemma, frozenset(tags.split("|"))))
            at += 1
        return found

    def _index_without_accents(self) -> None:
        for form in sorted({line.partition("\t")[0] for line in self.lines}):
            key = without_accents(form)
            self._bare[key] = (*self._bare.get(key, ()), form)


def without_accents(text: str) -> str:
    """The text without its diacritics; ligatures stay."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


@cache
def load_inflections(language: str = "fr", data: Path = DATA) -> Inflections:
    """Read a language's table of verb forms.

    Raises:
        DataError: if the table is missing or its first line is malformed.
    """
    file = data / language / "inflections.tsv"
    try:
        lines = tuple(file.read_text(encoding="utf-8").splitlines())
    except OSError as error:
        raise DataError(f"{file}: {error}; make it with python tools/build_inflections.py") from error
    if not lines or lines[0].count("\t") != 2:
        raise DataError(f"{file}: expected lines of form, lemma and tags parted by tabs, found {lines[:1]}")
    return Inflections(lines)
