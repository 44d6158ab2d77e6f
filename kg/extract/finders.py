"""Listed organizations in running text, and the best known place of a name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from kg.language.gazetteer import Organization, OrganizationIndex, OrganizationMatch
from kg.language.places import PlaceCandidate, PlaceIndex
from kg.language.spelling import name_words
from kg.model import Surrounding

_WORD = re.compile(r"\w+")
#: a city of fewer people is taken for a place by itself only after a preposition of place
_PROMINENT_POPULATION = 50_000
#: a city of as many people is meant by its name alone rather than a person
_RENOWNED_POPULATION = 300_000
_GEOPOLITICAL = ("country", "region", "city")
#: names of places remembered by a process; a corpus repeats the same few thousand
_REMEMBERED = 50_000


@dataclass(frozen=True, slots=True)
class FoundOrganization:
    """A listed name in running text; offsets are code points of that text."""

    begin: int
    end: int
    organization: Organization
    ambiguous: bool  #: also a common word, a place or another body


class OrganizationFinder:
    """Listed organizations in running text."""

    def __init__(self, index: OrganizationIndex) -> None:
        self._index = index
        self._ids = {entry.id: entry for entry in index.entries}
        sizes: dict[str, set[int]] = defaultdict(set)
        for match in index.names():
            words = name_words(match.name.text)
            if words:
                sizes[words[0]].add(len(_WORD.findall(match.name.text)))
        #: first word of a name -> numbers of its words, the longest first
        self._sizes = {word: sorted(found, reverse=True) for word, found in sizes.items()}

    def by_id(self, id_: str) -> Organization | None:
        """The organization with an id."""
        return self._ids.get(id_)

    def get(self, text: str) -> Organization | None:
        """The organization of a name or account; None if unknown or of several bodies."""
        handle = self._index.handle(text)
        found = self._index.lookup(text)
        return handle or (found[0].organization if found and not found[0].name.ambiguous else None)

    def find(self, text: str) -> Iterator[FoundOrganization]:
        """Listed names in text order, the longest at each place."""
        words = list(_WORD.finditer(text))
        at = 0
        while at < len(words):
            size, match = self._longest(text, words, at)
            if match is not None:
                begin, end = words[at].start(), words[at + size - 1].end()
                yield FoundOrganization(begin, end, match.organization, match.name.ambiguous)
            at += size

    def _longest(self, text: str, words: list[re.Match[str]], at: int) -> tuple[int, OrganizationMatch | None]:
        """The number of words of the longest name at a word, with its organization; one word if there is none."""
        key = name_words(words[at][0])
        for size in self._sizes.get(key[0], ()) if key else ():
            if at + size <= len(words):
                match = self._match(text[words[at].start() : words[at + size - 1].end()])
                if match is not None:
                    return size, match
        return 1, None

    def _match(self, name: str) -> OrganizationMatch | None:
        """The organization that a stretch of text names: it has a capital, and all of them if the listed name has."""
        if name.isascii() and name == name.lower():
            return None
        for match in self._index.lookup(name):
            if name == match.name.text or not match.name.text.isupper() or name.isupper():
                return match
        return None


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """The best known place of a name."""

    id: str
    scheme: str  #: ``iso`` (3166-1 alpha-2), ``geonames`` or ``gazetteer``
    label: str
    reason: str  #: why this one
    latitude: float | None  #: degrees, WGS 84
    longitude: float | None  #: degrees, WGS 84
    prominent: bool  #: taken for a place even without a preposition of place
    geopolitical: bool  #: can act: a country, region or city
    country: bool
    renowned: bool = False  #: its name alone means it rather than a person
    around: tuple[Surrounding, ...] = ()  #: its regions and its country, narrowest first


class PlaceFinder:
    """The best known place of a name; remembers what was asked."""

    def __init__(self, index: PlaceIndex) -> None:
        self._index = index
        self._remembered: dict[str, KnownPlace | None] = {}

    def get(self, name: str) -> KnownPlace | None:
        """The best place of a name, with the reason of the choice."""
        if name not in self._remembered:
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            self._remembered[name] = self._best(name)
        return self._remembered[name]

    def within(self, name: str, countries: frozenset[str]) -> KnownPlace | None:
        """The place of a name in one of some countries (ISO codes); the best known if it has none there."""
        best = self.get(name)
        if best is None or best.country:
            return best
        found = self._index.lookup(" ".join(name.split()))
        here = next((place for place in found if place.country in countries), None)
        if here is None or here is found[0]:
            return best
        return self._known(here, f"of {len(found)} places called {name!r} the one in {here.country}, named after it")

    def by_key(self, key: str) -> KnownPlace | None:
        """A country by its ISO code, any other place by its name."""
        if len(key) == 2 and key.isupper():
            country = self._index.country(key)
            return self.get(country.label) if country is not None else None
        return self.get(key)

    def _best(self, name: str) -> KnownPlace | None:
        found = self._index.lookup(" ".join(name.split()))
        if not found:
            return None
        best, number = found[0], len(found)
        reason = f"best known of {number} places called {name!r}" if number > 1 else f"only place called {name!r}"
        return self._known(best, reason)

    def _known(self, place: PlaceCandidate, reason: str) -> KnownPlace:
        return KnownPlace(
            id=place.id,
            scheme=place.scheme,
            label=place.label,
            reason=reason,
            latitude=place.latitude,
            longitude=place.longitude,
            prominent=place.kind != "city" or (place.population or 0) >= _PROMINENT_POPULATION,
            geopolitical=place.kind in _GEOPOLITICAL,
            country=place.kind == "country",
            renowned=(place.population or 0) >= _RENOWNED_POPULATION,
            around=tuple(map(self._surrounding, self._index.around(place))),
        )

    def _surrounding(self, place: PlaceCandidate) -> Surrounding:
        return Surrounding(place.scheme, place.id, place.label, self._index.language)
