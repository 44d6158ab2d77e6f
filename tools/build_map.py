"""Make the map that the viewer draws, from Natural Earth 1:50m (public domain) as the npm package world-atlas ships it.

``python -m tools.build_map`` fetches ``world-atlas`` with npm, simplifies its lines (Visvalingam and Whyatt 1993) and
writes ``kg/view/vendor/world-atlas-VERSION.json.gz``; ``--check`` writes nothing and fails if the file differs.
``--from FOLDER`` reads an unpacked package instead. Coordinates are whole steps of ``1 / scale`` degree, each arc's
first point absolute, the others relative to the one before; a country is a list of rings, a ring a list of arcs,
``~i`` being arc ``i`` backwards (as in TopoJSON).
"""

from __future__ import annotations

import argparse
import gzip
import heapq
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from tools.npm import unpacked

VERSION = "2.0.2"
OUT = Path(__file__).parents[1] / "kg" / "view" / "vendor" / f"world-atlas-{VERSION}.json.gz"

_SCALE = 50  #: steps a degree: 2 km
_LEAST_AREA = 0.006  #: of the triangle that a point makes with its neighbours, square degrees; smaller ones go
_LEAST_ISLAND = 0.05  #: area of a ring's frame, square degrees; smaller islands go

Point = tuple[float, float]


def main() -> int:
    """Build or check the map; the exit status is 1 if a check fails."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if the file is out of date")
    parser.add_argument("--from", dest="folder", type=Path, help="an unpacked world-atlas package")
    options = parser.parse_args()
    with unpacked("world-atlas", VERSION, options.folder) as package:
        atlas = json.loads((package / "countries-50m.json").read_text(encoding="utf-8"))
    content = json.dumps(simplified(atlas), separators=(",", ":")).encode()
    if options.check:
        current = OUT.is_file() and gzip.decompress(OUT.read_bytes()) == content
        print(f"{OUT.name} is {'up to date' if current else 'out of date; run python -m tools.build_map'}")
        return 0 if current else 1
    OUT.write_bytes(gzip.compress(content, compresslevel=9, mtime=0))
    print(f"{OUT}: {len(content):,} bytes, {OUT.stat().st_size:,} compressed")
    return 0


def simplified(atlas: dict[str, Any]) -> dict[str, Any]:
    """The map's file from a TopoJSON of countries."""
    arcs = [_thin(points) for points in _decoded(atlas)]
    countries = [_rings(geometry, arcs) for geometry in atlas["objects"]["countries"]["geometries"]]
    countries = [rings for rings in countries if rings]
    used = Counter(index if index >= 0 else ~index for rings in countries for ring in rings for index in ring)
    number = {old: new for new, old in enumerate(sorted(used))}
    return {
        "source": f"Natural Earth 1:50m, public domain; world-atlas {VERSION}",
        "scale": _SCALE,
        "arcs": [_steps(arcs[old]) for old in sorted(used)],
        "countries": [[[number[i] if i >= 0 else ~number[~i] for i in ring] for ring in rings] for rings in countries],
        "borders": [number[old] for old in sorted(used) if used[old] > 1],
    }


def _decoded(atlas: dict[str, Any]) -> Iterator[list[Point]]:
    (sx, sy), (tx, ty) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    for arc in atlas["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        yield points


def _thin(points: Sequence[Point]) -> list[Point]:
    """The points without those that change the shape least, the smallest triangle first; ends stay."""
    before, after = list(range(-1, len(points) - 1)), list(range(1, len(points) + 1))
    gone = [False] * len(points)
    queue = [(_area(points[i - 1], points[i], points[i + 1]), i) for i in range(1, len(points) - 1)]
    heapq.heapify(queue)
    while queue and queue[0][0] < _LEAST_AREA:
        area, i = heapq.heappop(queue)
        if gone[i] or area < _area(points[before[i]], points[i], points[after[i]]):
            continue  # an older entry of a point whose neighbours went: a newer one follows
        gone[i] = True
        after[before[i]], before[after[i]] = after[i], before[i]
        for j in (before[i], after[i]):
            if 0 < j < len(points) - 1:
                # never below the area that just went: else a winding coast would be eaten from one end
                heapq.heappush(queue, (max(area, _area(points[before[j]], points[j], points[after[j]])), j))
    return [point for point, is_gone in zip(points, gone, strict=True) if not is_gone]


def _area(a: Point, b: Point, c: Point) -> float:
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def _rings(geometry: dict[str, Any], arcs: Sequence[Sequence[Point]]) -> list[list[int]]:
    """Outlines and holes alike (filled by the even-odd rule), without what is too small to be seen."""
    polygons = geometry.get("arcs", [])
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    rings = [ring for polygon in polygons for ring in polygon]
    large = [ring for ring in rings if _frame(ring, arcs) >= _LEAST_ISLAND]
    return large or rings[:1]


def _frame(ring: Sequence[int], arcs: Sequence[Sequence[Point]]) -> float:
    points = [point for index in ring for point in arcs[index if index >= 0 else ~index]]
    xs, ys = zip(*points, strict=True)
    width: float = max(xs) - min(xs)
    height: float = max(ys) - min(ys)
    return width * height


def _steps(points: Sequence[Point]) -> list[int]:
    whole = [(round(x * _SCALE), round(y * _SCALE)) for x, y in points]
    kept = [whole[0], *(b for a, b in pairwise(whole) if a != b)]
    steps = [*kept[0]]
    for (x0, y0), (x1, y1) in pairwise(kept):
        steps += [x1 - x0, y1 - y0]
    return steps


if __name__ == "__main__":
    sys.exit(main())
