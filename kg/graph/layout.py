"""Where to draw the nodes: each connected part by stress minimisation, boxes pushed apart, parts packed in rows.

Positions are whole pixels and the same at every run. Boxes never overlap, whatever their number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.graph.metrics import communities, components, topology

#: width and height of a node's box, pixels
Box = tuple[int, int]
#: centre of a node's box, pixels, y downwards
Point = tuple[int, int]
_Array: TypeAlias = NDArray[np.float64]

#: parts above this many nodes are cut into their communities: stress needs all pairs of distances
_LARGEST = 600
_ITERATIONS = 90
_ROOM = 2.5  #: least area of a part's picture, in areas of its boxes
_SHRINK = 0.75  #: sparse parts are drawn smaller, but not below this
_GAP = 24.0  #: least distance between boxes, pixels
_SLACK = 8.0  #: what pushing leaves beyond the gap, so that the last overlaps find room near by
_FEW = 0.3  #: overlaps a box at which pushing stops; the rest are settled one by one
_PART_GAP = 60.0  #: least distance between parts, pixels
_ASPECT = 1.15  #: width to height of the whole picture: what is left of a screen between two columns
_STRETCH = 256  #: places on a spiral that are looked at together
_AROUND = 150  #: parts that are packed around the middle


def layout(graph: nx.MultiDiGraph[str], boxes: Mapping[str, Box]) -> Mapping[str, Point]:
    """A centre for each node, without overlapping boxes.

    Raises:
        KeyError: if a node has no box.
    """
    sizes = {id_: boxes[id_] for id_ in sorted(graph)}
    parts = [_draw(graph.subgraph(part), sizes) for part in _parts(graph)]
    return _pack(parts, sizes)


def _parts(graph: nx.MultiDiGraph[str]) -> Iterable[tuple[str, ...]]:
    for part in components(graph):
        if len(part) <= _LARGEST:
            yield part
            continue
        for community in communities(graph.subgraph(part)):
            for start in range(0, len(community), _LARGEST):
                yield community[start : start + _LARGEST]


def _draw(part: nx.MultiDiGraph[str], sizes: Mapping[str, Box]) -> Mapping[str, Point]:
    """Centres of one part's nodes, around its own origin."""
    ids, simple = topology(part)
    size = np.array([sizes[id_] for id_ in ids], dtype=np.float64) + _GAP
    if len(ids) == 1:
        return {ids[0]: (0, 0)}
    points = _settle(_push_apart(_scale(_stress(_distances(simple)), size), size + _SLACK), size)
    return {id_: (round(x), round(y)) for id_, (x, y) in zip(ids, points.tolist(), strict=True)}


def _distances(simple: nx.Graph[int]) -> _Array:
    """Links between each two nodes; unconnected ones stand a little further than the farthest."""
    count = len(simple)
    far = np.full((count, count), np.nan)
    for source, lengths in nx.all_pairs_shortest_path_length(simple):
        far[source, list(lengths)] = list(lengths.values())
    return np.where(np.isnan(far), np.nanmax(far) + 1, far)


def _stress(distance: _Array) -> _Array:
    """Points whose distances approach the given ones (Kamada & Kawai 1989, by the update of Gansner et al. 2004)."""
    weight = 1 / np.maximum(distance, 1) ** 2
    np.fill_diagonal(weight, 0)
    total = weight.sum(axis=1)
    points = _rings(distance)
    for _ in range(_ITERATIONS):
        dx = points[:, None, 0] - points[None, :, 0]
        dy = points[:, None, 1] - points[None, :, 1]
        pull = weight * (1 - distance / np.maximum(np.sqrt(dx * dx + dy * dy), 1e-3))
        step = np.stack([(pull * dx).sum(axis=1), (pull * dy).sum(axis=1)], axis=1) / total[:, None]
        points = points - 0.8 * step
    centred: _Array = points - points.mean(axis=0)
    return centred


def _rings(distance: _Array) -> _Array:
    """A start: the most central node in the middle, the others around it by distance, spread by the golden angle."""
    centre = int(distance.sum(axis=1).argmin())
    radius = distance[centre] + 0.3
    angle = np.arange(len(distance)) * np.pi * (3 - np.sqrt(5))
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)


def _scale(points: _Array, size: _Array) -> _Array:
    """From links to pixels: wider than high, as boxes and screens are, and with room for all the boxes."""
    pixels = points * size[:, 0].mean() * np.array([1.5, 1.0])
    room = np.ptp(pixels, axis=0) + size.mean(axis=0)
    crowding = _ROOM * size.prod(axis=1).sum() / room.prod()
    scaled: _Array = pixels * max(_SHRINK, np.sqrt(crowding))
    return scaled


def _push_apart(points: _Array, size: _Array) -> _Array:
    """Move overlapping boxes apart along the axis of the smaller overlap, and everything, if that is not enough.

    Most overlaps go, not surely all.
    """
    # boxes at one place part by their order
    rank = np.arange(len(points))
    order = np.sign(rank[:, None] - rank[None, :])
    for step in range(1, 121):
        dx = points[:, None, 0] - points[None, :, 0]
        dy = points[:, None, 1] - points[None, :, 1]
        over_x = (size[:, None, 0] + size[None, :, 0]) / 2 - np.abs(dx)
        over_y = (size[:, None, 1] + size[None, :, 1]) / 2 - np.abs(dy)
        clash = (over_x > 0) & (over_y > 0)
        np.fill_diagonal(clash, val=False)
        if clash.sum() <= _FEW * len(points):
            break
        sideways = over_x < over_y
        move_x = np.where(clash & sideways, over_x * np.where(dx == 0, order, np.sign(dx)), 0).sum(axis=1)
        move_y = np.where(clash & ~sideways, over_y * np.where(dy == 0, order, np.sign(dy)), 0).sum(axis=1)
        points = points + 0.4 * np.stack([move_x, move_y], axis=1)
        if step % 10 == 0:
            points = points * 1.03
    return points


def _settle(points: _Array, size: _Array) -> _Array:
    """Place the boxes from the middle outwards, each at the nearest free place on a spiral around its own."""
    order = np.argsort((points**2).sum(axis=1), kind="stable")
    placed = np.round(points)
    for rank, i in enumerate(order.tolist()):
        others = order[:rank]
        for step in range(100_000):
            angle, radius = 2.4 * step, 9.0 * np.sqrt(step)
            place = np.round(points[i] + [radius * np.cos(angle), radius * np.sin(angle)])
            apart = np.abs(placed[others] - place) >= (size[others] + size[i]) / 2
            if apart.any(axis=1).all():
                placed[i] = place
                break
    return placed


def _pack(parts: Sequence[Mapping[str, Point]], sizes: Mapping[str, Box]) -> Mapping[str, Point]:
    """The largest parts around the middle, the others in rows below them."""
    count = sum(len(part) > 1 for part in parts[:_AROUND])
    around = _pack_around(parts[:count], sizes)
    if count == len(parts):
        return around
    left, bottom = 0.0, 0.0
    if around:
        left, _, right, bottom = _frame(around, sizes)
        rows = _pack_rows(parts[count:], sizes, right - left)
    else:
        rows = _pack_rows(parts, sizes, 0.0)
    top = bottom + (_PART_GAP if around else 0)
    return {**around, **{id_: (round(x + left), round(y + top)) for id_, (x, y) in rows.items()}}


def _pack_around(parts: Sequence[Mapping[str, Point]], sizes: Mapping[str, Box]) -> Mapping[str, Point]:
    """Each part where it is nearest to the middle and free, on a spiral that is wider than high."""
    found: dict[str, Point] = {}
    placed: list[tuple[float, float, float, float]] = []
    for part in parts:
        left, top, right, bottom = _frame(part, sizes)
        size = np.array([right - left + _PART_GAP, bottom - top + _PART_GAP])
        corner = _free_corner(size, np.array(placed).reshape(-1, 4))
        placed.append((*corner, *(np.array(corner) + size)))
        for id_, (px, py) in part.items():
            found[id_] = (round(corner[0] - left + px), round(corner[1] - top + py))
    return found


def _free_corner(size: _Array, placed: _Array) -> tuple[float, float]:
    """Upper left corner of the first free frame of this size on the spiral."""
    for start in range(0, 200_000, _STRETCH):
        step = np.arange(start, start + _STRETCH)
        angle, radius = 2.4 * step, 22.0 * np.sqrt(step)
        x = np.round(_ASPECT * radius * np.cos(angle) - size[0] / 2)[:, None]
        y = np.round(radius * np.sin(angle) - size[1] / 2)[:, None]
        beside = (placed[:, 0] >= x + size[0]) | (placed[:, 2] <= x)
        above = (placed[:, 1] >= y + size[1]) | (placed[:, 3] <= y)
        free = (beside | above).all(axis=1)
        if free.any():
            first = int(free.argmax())
            return float(x[first, 0]), float(y[first, 0])
    return 0.0, float(placed[:, 3].max())


def _pack_rows(parts: Sequence[Mapping[str, Point]], sizes: Mapping[str, Box], least: float) -> Mapping[str, Point]:
    """Parts in rows below each other, in the given order (largest first), each row at least so wide."""
    frames = [_frame(part, sizes) for part in parts]
    area = sum((right - left + _PART_GAP) * (bottom - top + _PART_GAP) for left, top, right, bottom in frames)
    limit = max([least, np.sqrt(area * _ASPECT), *(right - left for left, _, right, _ in frames)])
    found: dict[str, Point] = {}
    x = y = height = 0.0
    for part, (left, top, right, bottom) in zip(parts, frames, strict=True):
        gap = _PART_GAP if len(part) > 1 else _GAP
        if x > 0 and x + right - left > limit:
            x, y, height = 0.0, y + height, 0.0
        for id_, (px, py) in part.items():
            found[id_] = (round(x - left + px), round(y - top + py))
        x += right - left + gap
        height = max(height, bottom - top + gap)
    return found


def _frame(part: Mapping[str, Point], sizes: Mapping[str, Box]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a part's boxes."""
    return (
        min(x - sizes[id_][0] / 2 for id_, (x, _) in part.items()),
        min(y - sizes[id_][1] / 2 for id_, (_, y) in part.items()),
        max(x + sizes[id_][0] / 2 for id_, (x, _) in part.items()),
        max(y + sizes[id_][1] / 2 for id_, (_, y) in part.items()),
    )
