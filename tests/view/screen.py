"""Where things are on the screen of an opened page."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page


def point_of_node(page: Page, id_: str) -> tuple[float, float]:
    return _on_screen(page, "kgView.network.getPosition(id)", id_)


def point_of_edge(page: Page, begin: str, end: str) -> tuple[float, float]:
    middle = (
        "((a, b) => ({x: (a.x + b.x) / 2, y: (a.y + b.y) / 2}))"
        "(kgView.network.getPosition(id[0]), kgView.network.getPosition(id[1]))"
    )
    return _on_screen(page, middle, [begin, end])


def selected(page: Page) -> list[str]:
    found: list[str] = page.evaluate("kgView.network.getSelectedNodes()")
    return found


def drawn(page: Page) -> set[str]:
    return set(page.evaluate("kgView.network.body.nodeIndices"))


def listed(page: Page) -> list[str]:
    """Ids of the nodes in the list, in its order."""
    found: list[str] = page.evaluate("[...document.querySelectorAll('#nodes [data-node]')].map(e => e.dataset.node)")
    return found


def _on_screen(page: Page, place: str, argument: object) -> tuple[float, float]:
    inside: dict[str, Any] = page.evaluate(f"(id) => kgView.network.canvasToDOM({place})", argument)
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    return box["x"] + inside["x"], box["y"] + inside["y"]
