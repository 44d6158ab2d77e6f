"""Which region of ``regions.yaml`` each first-level division of GeoNames is; its codes are its own.

A division is the region whose code it bears, if the codes of its country are ISO 3166-2's; else the one whose chief
town, by name or position, lies in it. Where most chief towns are those of smaller regions, the region around them
counts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import cos, hypot, radians
from typing import Any

from kg.language.places import PlaceWords

City = Mapping[str, Any]
Region = Mapping[str, Any]
Division = tuple[str, str]  #: ISO code of a country, code of its division

#: degrees; a chief town is no farther from where its region is marked
_NEAR = 0.06
#: a city that bears the region's name says more than one beside its mark
_BY_NAME, _BY_POSITION = 2, 1
#: of a country's codes of letters: then they are ISO 3166-2's
_MOST = 0.8


def regions_of_divisions(
    cities: Sequence[City], regions: Sequence[Region], words: PlaceWords
) -> Mapping[Division, str]:
    """The id of the region that a division is; a division that is none, or may be two, is left out."""
    around = {region["id"]: region.get("within") for region in regions}
    home: dict[str, list[Region]] = defaultdict(list)
    for region in regions:
        home[region.get("country", "")].append(region)
    towns: dict[str, list[City]] = defaultdict(list)
    for city in cities:
        towns[city["countrycode"]].append(city)
    found: dict[Division, str] = {}
    for country, listed in sorted(home.items()):
        codes = {city["admin1code"] for city in towns[country]} - {""}
        firsts = {id_ for id_, outer in around.items() if outer is None}
        coded = {code: f"{country}-{code}" for code in codes if f"{country}-{code}" in firsts}
        if all(map(str.isalpha, codes)) and len(coded) > _MOST * len(codes):
            found |= {(country, code): id_ for code, id_ in coded.items()}
            continue
        level = _level(listed, len(codes), around)
        for code, votes in _votes(listed, towns[country], words, level).items():
            (best, most), *others = votes.most_common()
            if not others or most > others[0][1]:
                found[country, code] = best
    return found


def _level(listed: Sequence[Region], divisions: int, around: Mapping[str, str | None]) -> Mapping[str, str]:
    """By region, the one that counts: itself or the outermost around it, whichever makes about as many as divisions."""
    outermost = {region["id"]: _outermost(region["id"], around) for region in listed}
    inner = {id_ for id_ in outermost if id_ not in set(around.values())}
    outer = set(outermost.values())
    if abs(len(outer) - divisions) < abs(len(inner) - divisions):
        return outermost
    return {id_: id_ for id_ in inner}


def _outermost(id_: str, around: Mapping[str, str | None]) -> str:
    while (outer := around.get(id_)) is not None:
        id_ = outer
    return id_


def _votes(
    listed: Iterable[Region], towns: Sequence[City], words: PlaceWords, level: Mapping[str, str]
) -> Mapping[str, Counter[str]]:
    by_name: dict[str, City] = {}
    for city in sorted(towns, key=lambda c: (c["population"], -c["geonameid"])):
        by_name[words.key(city["name"])] = city
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for region in listed:
        if region["id"] not in level:
            continue
        for city, weight in (
            (by_name.get(words.key(region["name"])), _BY_NAME),
            (_marked(region, towns), _BY_POSITION),
        ):
            if city is not None and city["admin1code"]:
                votes[city["admin1code"]][level[region["id"]]] += weight
    return votes


def _marked(region: Region, towns: Iterable[City]) -> City | None:
    """The town at the region's mark."""
    if "at" not in region:
        return None
    latitude, longitude = region["at"]
    width = cos(radians(latitude))

    def distance(city: City) -> float:
        return hypot(city["latitude"] - latitude, (city["longitude"] - longitude) * width)

    near = [(distance(city), -city["population"], city["geonameid"], city) for city in towns]
    nearest = min(near, key=lambda item: item[:3], default=None)
    return nearest[3] if nearest is not None and nearest[0] <= _NEAR else None
