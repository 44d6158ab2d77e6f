"""Word lists of a language: organizations, demonyms, nouns for people, first names.

The lists are ``data/<code>/gazetteers/*.yaml``; each says at its top what it is and where it comes from.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, TypeVar

from kg.errors import DataError
from kg.language.spelling import name_key
from kg.language.yaml_files import DATA, read_yaml
from kg.model.entity import EntityType

Gender = Literal["m", "f"]
Number = Literal["s", "p"]
_T = TypeVar("_T")

#: gender and number of the four columns of a noun
_COLUMNS: tuple[tuple[Gender, Number], ...] = (("m", "s"), ("f", "s"), ("m", "p"), ("f", "p"))

_LANGUAGES = ("ar", "en", "nl")
_KEYS = {"id", "label", "kind", "country", "acronyms", "aliases", "handles", "ambiguous", "parent", *_LANGUAGES}


@dataclass(frozen=True, slots=True)
class OrganizationName:
    """One name of an organization."""

    text: str
    language: str  #: ISO 639-1
    acronym: bool = False  #: its capitals matter
    ambiguous: bool = False  #: also a common word, a place or another body: needs a context

    def matches(self, text: str) -> bool:
        """Whether ``text`` may be this name: an acronym as written or in capitals, others whatever their case."""
        if self.acronym:
            return text in (self.text, self.text.upper())
        return not self.ambiguous or text[:1] == self.text[:1] or text.isupper()


@dataclass(frozen=True, slots=True)
class Organization:
    """An organization that the news name."""

    id: str  #: stable slug
    label: str  #: preferred name, without article
    kind: str  #: ``armed_group``, ``agency``, ``media`` …
    country: str | None  #: ISO 3166-1 alpha-2
    names: tuple[OrganizationName, ...]
    handles: tuple[str, ...] = ()  #: accounts on social media, without ``@``
    parent: str | None = None  #: id of the body that it belongs to


@dataclass(frozen=True, slots=True)
class OrganizationMatch:
    """An organization and the name by which it was found."""

    organization: Organization
    name: OrganizationName


@dataclass(frozen=True, slots=True)
class Demonym:
    """A form that says where someone comes from; exactly one of ``country`` and ``place`` is given."""

    form: str  #: lower case
    country: str | None  #: ISO 3166-1 alpha-2
    place: str | None  #: name of a region or city
    gender: Gender | None  #: None: either
    number: Number | None  #: None: either


@dataclass(frozen=True, slots=True)
class PersonNoun:
    """A common noun for people or for a body of people, in one of its forms."""

    form: str
    lemma: str
    gender: Gender | None  #: None: either
    number: Number | None  #: None: either
    category: str  #: ``title``, ``function``, ``accused``, ``victim``, ``generic``, ``kin``, ``collective``, ``body``
    type: EntityType  #: of what the form refers to: the plural of a person is a group

    @property
    def plural(self) -> bool:
        """Whether the form speaks of several."""
        return self.number == "p" or self.type is EntityType.GROUP


@dataclass(frozen=True)
class OrganizationIndex:
    """Finds organizations by name or account."""

    entries: tuple[Organization, ...]
    _by_key: Mapping[str, tuple[OrganizationMatch, ...]] = field(repr=False)
    _by_handle: Mapping[str, Organization] = field(repr=False)

    def lookup(self, text: str) -> tuple[OrganizationMatch, ...]:
        """The organizations that ``text`` may name: unambiguous names first, then in the order of the file."""
        found = [m for m in self._by_key.get(name_key(text), ()) if m.name.matches(text)]
        unique: dict[str, OrganizationMatch] = {}
        for match in sorted(found, key=lambda m: m.name.ambiguous):
            unique.setdefault(match.organization.id, match)
        return tuple(unique.values())

    def handle(self, account: str) -> Organization | None:
        """The organization of an account on social media, with or without ``@``."""
        return self._by_handle.get(account.removeprefix("@").casefold())

    def names(self) -> Iterator[OrganizationMatch]:
        """Every name of every organization, for matchers."""
        for entry in self.entries:
            for name in entry.names:
                yield OrganizationMatch(entry, name)


@dataclass(frozen=True)
class Gazetteer:
    """All word lists of a language but the places."""

    organizations: OrganizationIndex
    demonyms: Mapping[str, Demonym]  #: by form in lower case
    nouns: Mapping[str, tuple[PersonNoun, ...]]  #: by form as written in the list
    first_names: Mapping[str, Gender | None]  #: by :func:`name_key`; None: either gender

    def demonym(self, form: str) -> Demonym | None:
        """The demonym with this form, whatever its capitals."""
        return self.demonyms.get(form.lower())

    def noun(self, form: str) -> tuple[PersonNoun, ...]:
        """The readings of a noun: as written, else in lower case (``Me`` is a title, ``me`` is not)."""
        return self.nouns.get(form) or self.nouns.get(form.lower(), ())

    def is_first_name(self, name: str) -> bool:
        """Whether the name, or the first part of a compound, is a known first name."""
        return self._first_name_key(name) is not None

    def gender(self, name: str) -> Gender | None:
        """The gender of a first name; None if unknown or either."""
        key = self._first_name_key(name)
        return None if key is None else self.first_names[key]

    def _first_name_key(self, name: str) -> str | None:
        keys = (name_key(name), name_key(name.split("-")[0]))
        return next((key for key in keys if key in self.first_names), None)


@lru_cache(maxsize=4)
def load_gazetteer(code: str = "fr", data: Path = DATA) -> Gazetteer:
    """The word lists of a language.

    Raises:
        DataError: if a list is missing or wrong.
    """
    folder = data / code / "gazetteers"
    return Gazetteer(
        organizations=load_organizations(folder / "organizations.yaml", code),
        demonyms=load_demonyms(folder / "demonyms.yaml"),
        nouns=load_nouns(folder / "persons.yaml"),
        first_names=load_first_names(folder / "first_names.yaml"),
    )


def load_organizations(path: Path, code: str) -> OrganizationIndex:
    """The organizations of a file whose main language is ``code``.

    Raises:
        DataError: on an unknown key, a repeated id, an unknown parent, or an ambiguous name that is none of its names.
    """
    entries = tuple(_organization(path, raw, code) for raw in read_yaml(path)["entries"])
    known = {entry.id for entry in entries}
    if len(known) != len(entries):
        raise DataError(f"{path}: {len(entries) - len(known)} ids are given twice; make them unique")
    by_key: dict[str, list[OrganizationMatch]] = {}
    handles: dict[str, Organization] = {}
    for entry in entries:
        if entry.parent is not None and entry.parent not in known:
            raise DataError(f"{path}: {entry.id} has parent {entry.parent!r}, which is no id of the file")
        handles.update((handle.casefold(), entry) for handle in entry.handles)
        for name in entry.names:
            by_key.setdefault(name_key(name.text), []).append(OrganizationMatch(entry, name))
    return OrganizationIndex(entries, {key: tuple(found) for key, found in by_key.items()}, handles)


def _organization(path: Path, raw: Mapping[str, Any], code: str) -> Organization:
    if unknown := sorted(raw.keys() - _KEYS):
        raise DataError(f"{path}: {raw.get('id')} has unknown keys {unknown}; allowed are {sorted(_KEYS)}")
    ambiguous = set(raw.get("ambiguous", ()))
    acronyms = raw.get("acronyms", ())
    full = [text for text in (raw["label"], *raw.get("aliases", ())) if text not in acronyms]
    names = [OrganizationName(text, code, False, text in ambiguous) for text in full]
    names += [OrganizationName(text, code, True, text in ambiguous) for text in acronyms]
    if stray := sorted(ambiguous - {name.text for name in names}):
        raise DataError(f"{path}: {raw['id']} calls {stray} ambiguous, but has no such names")
    names += [OrganizationName(text, language) for language in _LANGUAGES for text in raw.get(language, ())]
    handles, country = tuple(raw.get("handles", ())), raw.get("country")
    return Organization(raw["id"], raw["label"], raw["kind"], country, tuple(names), handles, raw.get("parent"))


def load_demonyms(path: Path) -> dict[str, Demonym]:
    """The demonyms of a file, by form in lower case; an accent on the first letter may be missing.

    Raises:
        DataError: if a form stands for two places.
    """
    raw = read_yaml(path)
    found: dict[str, Demonym] = {}
    for section in ("countries", "places"):
        for origin, rows in raw[section].items():
            for form, (gender, number) in _inflections(rows).items():
                country, place = (origin, None) if section == "countries" else (None, origin)
                demonym = Demonym(form, country, place, gender, number)
                for spelling in _spellings(form):
                    other = found.setdefault(spelling, demonym)
                    if (other.country, other.place) != (country, place):
                        raise DataError(f"{path}: {form} is given for {origin} and {other.country or other.place}")
    return found


def load_nouns(path: Path) -> dict[str, tuple[PersonNoun, ...]]:
    """The nouns of a file, by form; one form may have several readings."""
    found: dict[str, list[PersonNoun]] = {}
    for category, content in read_yaml(path).items():
        singular = EntityType(content["type"])
        for row in content["nouns"]:
            lemma = next(form for form in row if form)
            for form, (gender, number) in _inflections([row]).items():
                group = singular is EntityType.PERSON and number == "p"
                noun = PersonNoun(form, lemma, gender, number, category, EntityType.GROUP if group else singular)
                for spelling in _spellings(form):
                    found.setdefault(spelling, []).append(noun)
    return {form: tuple(nouns) for form, nouns in found.items()}


def load_first_names(path: Path) -> dict[str, Gender | None]:
    """The first names of a file, by :func:`name_key`; None where both genders bear it."""
    found: dict[str, Gender | None] = {}
    genders: tuple[tuple[str, Gender | None], ...] = (("m", "m"), ("f", "f"), ("either", None))
    for section, gender in genders:
        for names in read_yaml(path)[section].values():
            for key in map(name_key, names.split()):
                found[key] = gender if found.get(key, gender) == gender else None
    return found


def _inflections(rows: Iterable[Iterable[str | None]]) -> dict[str, tuple[Gender | None, Number | None]]:
    """Each form with what its columns agree on."""
    cells: dict[str, set[tuple[Gender, Number]]] = {}
    for row in rows:
        for form, cell in zip(row, _COLUMNS, strict=True):
            if form:
                cells.setdefault(form, set()).add(cell)
    return {form: (_only({g for g, _ in values}), _only({n for _, n in values})) for form, values in cells.items()}


def _only(values: set[_T]) -> _T | None:
    return next(iter(values)) if len(values) == 1 else None


def _spellings(form: str) -> tuple[str, ...]:
    """The form, and the form without an accent on its first letter, as capitals often lack it."""
    bare = unicodedata.normalize("NFD", form[0])[0] + form[1:]
    return (form,) if bare == form else (form, bare)
