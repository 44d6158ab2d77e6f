"""Places by name: countries, regions, macro regions and cities, best first.

Countries come from Unicode CLDR (Babel) and ``countries.yaml``, regions from ``regions.yaml``, villages and
sites from ``sites.yaml``, cities from a table that
``tools/build_places.py`` makes from GeoNames (CC BY 4.0) and that is read by bisection, so that loading stays quick.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

from babel import Locale

from kg.errors import DataError
from kg.language.gazetteer import Demonym, load_demonyms
from kg.language.sorted_table import SortedTable
from kg.language.spelling import name_words, straight
from kg.language.yaml_files import DATA, read_yaml

#: inhabitants from which a city comes before a region of the same name; of the same country, and of any
_CITY_BEFORE_OWN_REGION = 15_000
_CITY_BEFORE_REGION = 50_000

#: letters of the shortest city name that is looked up: shorter ones are words and initials more often than places
_SHORTEST_CITY = 3

_LANGUAGES = ("nl", "ar", "en")  #: of the names of countries, besides the language's own


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """A place that a name may mean."""

    id: str  #: in its scheme
    scheme: str  #: ``iso`` (3166-1 alpha-2), ``geonames`` or ``gazetteer``
    label: str  #: in the index's language
    country: str | None  #: ISO 3166-1 alpha-2; None: across several
    kind: str  #: ``country``, ``region``, ``city`` or ``macro_region``
    latitude: float | None = None  #: degrees, WGS 84
    longitude: float | None = None  #: degrees, WGS 84
    population: int | None = None
    region: str | None = None  #: id of the region around it, among the same index's places


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Words that matter when a place is looked up: ``place_words.yaml``."""

    abbreviations: Mapping[str, str]
    articles: tuple[str, ...]
    designators: tuple[tuple[str, str], ...]  #: opening words in lower case and the kind they announce, longest first

    def key(self, text: str) -> str:
        """What two spellings of a place's name share: no case, accents, hyphens, apostrophes, abbreviations."""
        return "".join(self.abbreviations.get(word, word) for word in name_words(text))

    def openings(self, name: str) -> tuple[str, str | None]:
        """The name without words like "province de", and the kind of place that they announce."""
        lowered = straight(name.lower())
        for opening, kind in self.designators:
            if lowered.startswith(opening) and lowered != opening:
                return name[len(opening) :], kind
        return name, None

    def without_article(self, name: str) -> str:
        """The name without its leading article."""
        first, *rest = name_words(name) or [""]
        return " ".join(rest) if rest and first in self.articles else name


@dataclass(frozen=True)
class PlaceIndex:
    """Finds places by name."""

    language: str  #: of the labels: ISO 639-1
    words: PlaceWords
    common: frozenset[str]  #: keys of common words, which are never looked up
    _fixed: Mapping[str, tuple[PlaceCandidate, ...]] = field(repr=False)  #: all but the cities, by key
    _by_id: Mapping[str, PlaceCandidate] = field(repr=False)  #: all but the cities
    _preferred: Mapping[str, str] = field(repr=False)  #: key to id
    _city_names: SortedTable = field(repr=False)
    _cities: SortedTable = field(repr=False)
    _demonyms: Mapping[str, Demonym] = field(repr=False)

    def lookup(self, name: str) -> tuple[PlaceCandidate, ...]:
        """The places that ``name`` may mean, best first; none for a common word.

        Accents, case, hyphens, a leading article and words like "province de" don't matter.
        """
        if self.is_common(name):
            return ()
        for spelling, kind in ((name, None), self.words.openings(name)):
            if found := self._spelled(spelling):
                return tuple(sorted(found, key=lambda place: not _is_kind(place, kind)))
        return ()

    def is_common(self, name: str) -> bool:
        """Whether ``name`` is a common word that happens to be a place somewhere."""
        return self.words.key(name) in self.common

    def country(self, code: str) -> PlaceCandidate | None:
        """The country with an ISO 3166-1 alpha-2 code."""
        place = self._by_id.get(code)
        return place if place is not None and place.kind == "country" else None

    def around(self, place: PlaceCandidate) -> tuple[PlaceCandidate, ...]:
        """The regions and the country that hold a place, narrowest first; none for what spans several countries.

        Raises:
            DataError: if a region that the data name is not in them.
        """
        found: list[PlaceCandidate] = []
        at: PlaceCandidate | None = place
        while at is not None and at.region is not None:
            at = self._by_id.get(at.region)
            if at is None or at in found:
                raise DataError(f"regions.yaml: what is around {place.id} ({place.label}) is no region or a circle")
            found.append(at)
        country = self.country(place.country) if place.country and place.kind != "country" else None
        return (*found, country) if country is not None else tuple(found)

    def demonym(self, form: str) -> PlaceCandidate | None:
        """The place that a demonym or adjective of origin stands for."""
        demonym = self._demonyms.get(form.lower())
        if demonym is None:
            return None
        if demonym.country is not None:
            return self.country(demonym.country)
        return next(iter(self.lookup(demonym.place or "")), None)

    def _spelled(self, name: str) -> list[PlaceCandidate]:
        """The places of a name as it is, else without its article, else with the article that it lacks."""
        found = self._ranked(self.words.key(name)) or self._ranked(self.words.key(self.words.without_article(name)))
        if found or not (key := self.words.key(name)):
            return found
        completed = chain.from_iterable(self._ranked(article + key) for article in self.words.articles)
        return [place for place in completed if self.words.key(self.words.without_article(place.label)) == key]

    def _ranked(self, key: str) -> list[PlaceCandidate]:
        fixed = self._fixed.get(key, ())
        row = self._city_names.find(key) if len(key) >= _SHORTEST_CITY else None
        cities = [self._city(id_) for id_ in row[0].split()] if row else []
        preferred = self._preferred.get(key)
        if preferred is not None and preferred not in {place.id for place in (*fixed, *cities)}:
            cities.append(self._by_id.get(preferred) or self._city(preferred))
        same_label = [city for city in cities if self.words.key(city.label) == key]
        order = {place: _rank(place, cities, same_label) for place in (*fixed, *cities)}
        return sorted(order, key=lambda place: (place.id != preferred, order[place]))

    def _city(self, id_: str) -> PlaceCandidate:
        row = self._cities.find(id_)
        if row is None:
            raise DataError(f"no city {id_} in the table of cities; make it again with tools/build_places.py")
        label, country, latitude, longitude, population, region = row
        at = float(latitude), float(longitude)
        return PlaceCandidate(id_, "geonames", label, country, "city", *at, int(population), region or None)


def _is_kind(place: PlaceCandidate, kind: str | None) -> bool:
    return kind is None or kind in place.kind


def _rank(
    place: PlaceCandidate, cities: Iterable[PlaceCandidate], same_label: Iterable[PlaceCandidate]
) -> tuple[int, int]:
    """Countries, macro regions, regions, cities, regions named after a city; the table has the cities best first."""
    if place.kind == "country":
        return 0, -(place.population or 0)
    if place.kind == "macro_region":
        return 1, 0
    if place.kind == "city":
        return 3, 0
    at_home = (city.population or 0 for city in cities if city.country == place.country)
    abroad = (city.population or 0 for city in same_label if city.country != place.country)
    named_after = max(at_home, default=0) >= _CITY_BEFORE_OWN_REGION or max(abroad, default=0) >= _CITY_BEFORE_REGION
    return (4 if named_after else 2), 0


@lru_cache(maxsize=4)
def load_places(code: str = "fr", data: Path = DATA) -> PlaceIndex:
    """The places as a language names them.

    Raises:
        DataError: if a file is missing or wrong.
    """
    folder = data / code / "gazetteers"
    words = load_place_words(folder / "place_words.yaml")
    fixed: dict[str, list[PlaceCandidate]] = {}
    by_id: dict[str, PlaceCandidate] = {}
    named = chain(
        _countries(folder / "countries.yaml", code),
        _regions(folder / "regions.yaml", {"macro_regions": "macro_region", "regions": "region"}),
        _regions(folder / "sites.yaml", {"sites": "city"}),
    )
    for place, names in named:
        if place.id in by_id:
            raise DataError(f"{folder}: {place.id} is the id of both {place.label} and {by_id[place.id].label}")
        by_id[place.id] = place
        for key in dict.fromkeys(map(words.key, names)):
            fixed.setdefault(key, []).append(place)
    return PlaceIndex(
        language=code,
        words=words,
        common=frozenset(map(words.key, read_yaml(folder / "common_words.yaml")["words"].split())),
        _fixed={key: tuple(places) for key, places in fixed.items()},
        _by_id=by_id,
        _preferred={words.key(name): str(id_) for name, id_ in read_yaml(folder / "preferred.yaml").items()},
        _city_names=SortedTable.read(folder / "city_names.tsv.gz"),
        _cities=SortedTable.read(folder / "cities.tsv.gz"),
        _demonyms=load_demonyms(folder / "demonyms.yaml"),
    )


def load_place_words(path: Path) -> PlaceWords:
    """The words of ``place_words.yaml``."""
    raw = read_yaml(path)
    openings = [
        (opening.strip() if opening.endswith("'") else opening.strip() + " ", kind)
        for kind, listed in raw["designators"].items()
        for opening in listed.lower().split(",")
    ]
    openings.sort(key=lambda pair: (-len(pair[0]), pair))
    return PlaceWords(raw["abbreviations"], tuple(raw["articles"]), tuple(openings))


def _countries(path: Path, code: str) -> Iterator[tuple[PlaceCandidate, list[str]]]:
    territories = [Locale(language).territories for language in (code, *_LANGUAGES)]
    for country, raw in read_yaml(path).items():
        names = [names[country].split(" (")[0] for names in territories if country in names]
        label = raw.get("label", names[0])
        place = PlaceCandidate(country, "iso", label, country, "country", *_position(raw), raw.get("population"))
        yield place, [label, *names, *raw.get("aliases", ())]


def _regions(path: Path, kinds: Mapping[str, str]) -> Iterator[tuple[PlaceCandidate, list[str]]]:
    content = read_yaml(path)
    for section, default in kinds.items():
        for raw in content[section]:
            kind, country = raw.get("kind", default), raw.get("country")
            at = _position(raw)
            place = PlaceCandidate(raw["id"], "gazetteer", raw["name"], country, kind, *at, region=raw.get("within"))
            yield place, [raw["name"], *raw.get("aliases", ())]


def _position(raw: Mapping[str, Any]) -> tuple[float | None, float | None]:
    latitude, longitude = raw.get("at", (None, None))
    return latitude, longitude
