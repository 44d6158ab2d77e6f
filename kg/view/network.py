"""The drawing as pyvis holds it; the only module that knows pyvis.

pyvis 0.3.2 keeps CDN links in every page it makes, treats titles as HTML and fills its lists in quadratic time. So its
``Network`` gets plain lists at once, gives the data and options for vis-network and the packaged vis-network itself;
the page around them is ours (``page.py``).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

from pyvis.network import Network

from kg.graph.layout import Point
from kg.view.model import DrawnEdge, DrawnNode
from kg.view.style import Style

#: the files that pyvis' own template puts in line; its stylesheet only dresses vis-network's menus, which stay off
_LIBRARY = "lib/vis-9.1.2/vis-network.min.js"
#: from here on vis-network hides the edges while the picture moves
_MANY_EDGES = 2000


@dataclass(frozen=True, slots=True)
class Drawing:
    """What vis-network is given."""

    nodes: Sequence[Mapping[str, Any]]
    edges: Sequence[Mapping[str, Any]]
    options: Mapping[str, Any]


def draw(nodes: Sequence[DrawnNode], edges: Sequence[DrawnEdge], places: Mapping[str, Point], style: Style) -> Drawing:
    """Nodes at their places, straight unmoving edges with the dashes of their status."""
    network = Network(directed=True, height="100%", width="100%", cdn_resources="in_line")
    network.nodes = [_node(node, places[node.id]) for node in nodes]
    network.node_ids = [node.id for node in nodes]
    network.node_map = {node["id"]: node for node in network.nodes}
    network.edges = _edges(edges, style)
    network.set_options(json.dumps(_options(len(edges))))
    drawn_nodes, drawn_edges, _, _, _, options = network.get_network_data()
    return Drawing(drawn_nodes, drawn_edges, json.loads(options))


def library() -> str:
    """vis-network's source as packaged in pyvis, without the link to its source map, which a browser might follow."""
    source = resources.files("pyvis").joinpath(_LIBRARY).read_text(encoding="utf-8")
    return "\n".join(line for line in source.split("\n") if not line.startswith("//# sourceMappingURL="))


def _node(node: DrawnNode, place: Point) -> dict[str, Any]:
    x, y = place
    return {"id": node.id, "shape": "custom", "x": x, "y": y, "physics": False}


def _edges(edges: Sequence[DrawnEdge], style: Style) -> list[dict[str, Any]]:
    """Edges between the same two nodes are bent apart, so that none lies on another."""
    seen: dict[tuple[str, str], int] = {}
    drawn = []
    for edge in edges:
        low, high = sorted((edge.begin, edge.end))
        rank = seen.get((low, high), 0)
        seen[low, high] = rank + 1
        drawn.append(_edge(edge, _bend(rank, forward=edge.begin == low), style))
    return drawn


def _bend(rank: int, *, forward: bool) -> dict[str, Any] | bool:
    if rank == 0:
        return False
    clockwise = (rank % 2 == 1) == forward
    return {"enabled": True, "type": "curvedCW" if clockwise else "curvedCCW", "roundness": 0.16 * ((rank + 1) // 2)}


def _edge(edge: DrawnEdge, smooth: dict[str, Any] | bool, style: Style) -> dict[str, Any]:
    line = style.statuses[edge.status]
    arrows: dict[str, Any] = {"to": {"enabled": True, "scaleFactor": 0.6}}
    if line.marker:
        arrows["middle"] = {"enabled": True, "type": line.marker, "scaleFactor": 0.6}
    return {
        "id": edge.id,
        "from": edge.begin,
        "to": edge.end,
        "width": line.width,
        "dashes": list(line.dashes) or False,
        "arrows": arrows,
        "smooth": smooth,
    }


def _options(edges: int) -> dict[str, Any]:
    return {
        "autoResize": True,
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "edges": {"smooth": False, "selectionWidth": 1.5, "hoverWidth": 1},
        "interaction": {
            "hover": True,
            "multiselect": False,
            "navigationButtons": False,
            "keyboard": False,
            "hideEdgesOnDrag": edges > _MANY_EDGES,
        },
    }
