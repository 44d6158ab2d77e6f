from __future__ import annotations

from kg.view.model import DrawnEdge, DrawnNode
from kg.view.network import bends, draw, library

NODES = (DrawnNode("a", "Person", "Person", "A", None), DrawnNode("b", "Event", "Arrest", "B", "Asserted"))
PLACES = {"a": (0, 0), "b": (200, 50)}


def _edge(predicate: str, begin: str = "b", end: str = "a", status: str = "Asserted") -> DrawnEdge:
    return DrawnEdge(f"{begin} {predicate} {end}", begin, end, predicate, status, ("c",))


def test_nodes_stand_at_their_places_and_nothing_moves() -> None:
    drawing = draw(NODES, (_edge("agent"),), PLACES)
    assert [(n["id"], n["x"], n["y"]) for n in drawing.nodes] == [("a", 0, 0), ("b", 200, 50)]
    assert drawing.options["physics"]["enabled"] is False
    assert drawing.options["edges"]["smooth"] is False
    assert drawing.edges == [{"id": "b agent a", "from": "b", "to": "a"}]


def test_no_text_of_a_document_is_given_to_the_library() -> None:
    drawing = draw(NODES, (_edge("agent"),), PLACES)
    assert all(not {"title", "label"} & set(item) for item in (*drawing.nodes, *drawing.edges))


def test_links_between_the_same_nodes_do_not_cover_each_other() -> None:
    edges = [_edge("agent"), _edge("patient"), _edge("knows", "a", "b"), _edge("place")]
    found = bends(edges)
    seen_from_a = [found[edge.id] if edge.begin == "a" else -found[edge.id] for edge in edges]
    assert len(set(seen_from_a)) == 4
    assert found["b agent a"] == 0


def test_the_library_is_whole_and_asks_for_no_source_map() -> None:
    source = library()
    assert source.startswith("/**\n * vis-network")
    assert "sourceMappingURL" not in source
