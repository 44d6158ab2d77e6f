from __future__ import annotations

import pytest

from kg.view.labels import box_lines, box_size, clean
from kg.view.model import DrawnNode
from kg.view.style import load_style

BOX = load_style().box


def _event(label: str = "arrestation", status: str = "Asserted", date: str | None = None) -> DrawnNode:
    return DrawnNode("e", "Event", "Arrest", label, status, date)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [("a\n b\t c", "a b c"), ("\u202egnp.exe\u202c", "gnp.exe"), ("a\x00b", "ab"), ("الدار البيضاء", "الدار البيضاء")],
)
def test_a_label_is_one_line_without_controls(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_a_long_label_is_wrapped_and_shortened() -> None:
    lines = box_lines(_event("Direction générale de la sûreté nationale " * 300), BOX)
    assert len(lines) == BOX.lines
    assert max(map(len, lines)) <= BOX.columns
    assert lines[-1].endswith("…")


def test_a_date_stands_under_the_label_once() -> None:
    assert box_lines(_event(date="2023-11"), BOX) == ("arrestation", "2023-11")
    assert box_lines(_event("arrestation 2023-11", date="2023-11"), BOX) == ("arrestation 2023-11",)


def test_a_node_without_a_visible_label_shows_its_id() -> None:
    assert box_lines(DrawnNode("p1", "Person", "Person", "\u200f", None), BOX) == ("p1",)


def test_a_box_grows_with_its_text() -> None:
    assert box_size(("a",), BOX) == (BOX.least, BOX.line + 2 * BOX.padding[1])
    assert box_size(("a" * 20, "b"), BOX) == (round(20 * BOX.character) + 2 * BOX.padding[0], 2 * BOX.line + 18)
