from __future__ import annotations

from kg.view.model import DrawnEdge, DrawnNode
from kg.view.network import draw, library
from kg.view.style import load_style

STYLE = load_style()
NODES = (DrawnNode("a", "Person", "Person", "A", None), DrawnNode("b", "Event", "Arrest", "B", "Asserted"))
PLACES = {"a": (0, 0), "b": (200, 50)}


def _edge(predicate: str, begin: str = "b", end: str = "a", status: str = "Asserted") -> DrawnEdge:
    return DrawnEdge(f"{begin} {predicate} {end}", begin, end, predicate, status, ("c",))


def test_nodes_stand_at_their_places_and_nothing_moves() -> None:
    drawing = draw(NODES, (_edge("agent"),), PLACES, STYLE)
    assert [(n["id"], n["x"], n["y"]) for n in drawing.nodes] == [("a", 0, 0), ("b", 200, 50)]
    assert drawing.options["physics"] == {"enabled": False}
    assert drawing.edges[0]["smooth"] is False


def test_no_text_of_a_document_is_given_to_the_library() -> None:
    drawing = draw(NODES, (_edge("agent"),), PLACES, STYLE)
    assert all(not {"title", "label"} & set(item) for item in (*drawing.nodes, *drawing.edges))


def test_a_status_is_drawn_by_dashes_and_signs() -> None:
    edges = [_edge("agent"), _edge("patient", status="Alleged"), _edge("place", status="Denied")]
    asserted, alleged, denied = draw(NODES, edges, PLACES, STYLE).edges
    assert (asserted["dashes"], alleged["dashes"]) == (False, [10, 6])
    assert "middle" not in asserted["arrows"]
    assert denied["arrows"]["middle"]["type"] == "bar"


def test_links_between_the_same_nodes_do_not_cover_each_other() -> None:
    edges = [_edge("agent"), _edge("patient"), _edge("knows", "a", "b"), _edge("place")]
    bends = []
    for edge in draw(NODES, edges, PLACES, STYLE).edges:
        smooth = edge["smooth"]
        side = 0.0 if smooth is False else smooth["roundness"] * (1 if smooth["type"] == "curvedCW" else -1)
        bends.append(side if edge["from"] == "a" else -side)
    assert len(set(bends)) == 4


def test_the_library_is_whole_and_asks_for_no_source_map() -> None:
    source = library()
    assert source.startswith("/**\n * vis-network")
    assert "sourceMappingURL" not in source
