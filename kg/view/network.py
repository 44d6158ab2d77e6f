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

#: the files that pyvis' own template puts in line; its stylesheet only dresses vis-network's menus, which stay off
_LIBRARY = "lib/vis-9.1.2/vis-network.min.js"
#: nothing moves by itself and nothing is decided by vis-network; physics, when asked for, is bounded
_OPTIONS = {
    "autoResize": True,
    "physics": {
        "enabled": False,
        "solver": "forceAtlas2Based",
        "forceAtlas2Based": {"gravitationalConstant": -160, "springLength": 140, "avoidOverlap": 0.6},
        "maxVelocity": 60,
        "stabilization": {"enabled": False},
    },
    "layout": {"improvedLayout": False},
    "edges": {"smooth": False, "selectionWidth": 1.5, "hoverWidth": 1},
    "interaction": {"hover": True, "multiselect": False, "navigationButtons": False, "keyboard": False},
}


@dataclass(frozen=True, slots=True)
class Drawing:
    """What vis-network is given."""

    nodes: Sequence[Mapping[str, Any]]
    edges: Sequence[Mapping[str, Any]]
    options: Mapping[str, Any]


def draw(nodes: Sequence[DrawnNode], edges: Sequence[DrawnEdge], places: Mapping[str, Point]) -> Drawing:
    """Who stands where and who is linked to whom; the page gives each its look, also to those that join later."""
    network = Network(directed=True, height="100%", width="100%", cdn_resources="in_line")
    network.nodes = [_node(node, places[node.id]) for node in nodes]
    network.node_ids = [node.id for node in nodes]
    network.node_map = {node["id"]: node for node in network.nodes}
    network.edges = [{"id": edge.id, "from": edge.begin, "to": edge.end} for edge in edges]
    network.set_options(json.dumps(_OPTIONS))
    drawn_nodes, drawn_edges, _, _, _, options = network.get_network_data()
    return Drawing(drawn_nodes, drawn_edges, json.loads(options))


def library() -> str:
    """vis-network's source as packaged in pyvis, without the link to its source map, which a browser might follow."""
    source = resources.files("pyvis").joinpath(_LIBRARY).read_text(encoding="utf-8")
    return "\n".join(line for line in source.split("\n") if not line.startswith("//# sourceMappingURL="))


def bends(edges: Sequence[DrawnEdge]) -> Mapping[str, int]:
    """Edges between the same two nodes are bent apart: 0 is straight, the sign is the side seen from ``begin``."""
    seen: dict[tuple[str, str], int] = {}
    found = {}
    for edge in edges:
        low, high = sorted((edge.begin, edge.end))
        rank = seen.get((low, high), 0)
        seen[low, high] = rank + 1
        side = 1 if (rank % 2 == 1) == (edge.begin == low) else -1
        found[edge.id] = side * ((rank + 1) // 2)
    return found


def _node(node: DrawnNode, place: Point) -> dict[str, Any]:
    x, y = place
    return {"id": node.id, "shape": "custom", "x": x, "y": y}
