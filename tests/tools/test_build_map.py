from __future__ import annotations

import gzip
import json
from itertools import pairwise
from typing import Any

import pytest

from tools.build_map import OUT, simplified

#: two countries side by side, and an islet that nobody would see
_ARCS = [
    [[10, 0], [0, 5], [0, 5]],  # the border, with a point that changes nothing
    [[10, 10], [-10, 0], [0, -10], [10, 0]],
    [[10, 0], [10, 0], [0, 10], [-10, 0]],
    [[30, 30], [0.01, 0], [0, 0.01], [-0.01, -0.01]],
]
_ATLAS: dict[str, Any] = {
    "transform": {"scale": [1, 1], "translate": [0, 0]},
    "arcs": _ARCS,
    "objects": {
        "countries": {
            "geometries": [
                {"type": "Polygon", "arcs": [[0, 1]]},
                {"type": "MultiPolygon", "arcs": [[[~0, 2]], [[3]]]},
            ]
        }
    },
}


def test_a_border_is_what_two_countries_share() -> None:
    made = simplified(_ATLAS)
    assert made["borders"] == [0]
    assert made["countries"] == [[[0, 1]], [[~0, 2]]]


def test_points_that_change_nothing_and_islets_are_left_out() -> None:
    made = simplified(_ATLAS)
    assert made["arcs"][0] == [500, 0, 0, 500]
    assert len(made["arcs"]) == 3


@pytest.fixture(scope="module")
def world() -> dict[str, Any]:
    """The committed file."""
    found: dict[str, Any] = json.loads(gzip.decompress(OUT.read_bytes()))
    return found


def test_every_ring_of_the_world_is_closed(world: dict[str, Any]) -> None:
    ends = [_ends(arc) for arc in world["arcs"]]
    whole_turn = 360 * world["scale"]
    for ring in (ring for country in world["countries"] for ring in country):
        path = [ends[i] if i >= 0 else ends[~i][::-1] for i in ring]
        for (_, (x0, y0)), ((x1, y1), _) in pairwise([*path, path[0]]):
            assert (x1 - x0) % whole_turn == 0
            assert y1 == y0


def test_the_world_is_whole(world: dict[str, Any]) -> None:
    assert len(world["countries"]) > 200
    assert "public domain" in world["source"]


def _ends(steps: list[int]) -> list[tuple[int, int]]:
    return [(steps[0], steps[1]), (sum(steps[::2]), sum(steps[1::2]))]
