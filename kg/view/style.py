"""Shapes, colours and lines, from ``data/style.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from kg.errors import DataError

KINDS = ("Event", "Person", "Group", "Organization", "Place")
#: the factualities, then what one text affirms and another denies
STATUSES = ("Asserted", "Alleged", "Planned", "Hypothetical", "Denied", "Disputed")


@dataclass(frozen=True, slots=True)
class Line:
    """How a status is drawn."""

    dashes: tuple[int, ...]  #: lengths of line and gap, pixels; empty: unbroken
    width: float  #: pixels
    marker: str | None  #: vis-network's name of the sign on the middle of the line


@dataclass(frozen=True, slots=True)
class BoxStyle:
    """Sizes of a node's box, pixels unless said otherwise."""

    font: int
    line: int
    character: float
    padding: tuple[int, int]  #: left and right, above and below
    columns: int  #: characters of a line
    lines: int  #: most lines
    least: int


@dataclass(frozen=True, slots=True)
class Style:
    """All of ``style.yaml``: what Python needs to know by name, and the whole for the page."""

    box: BoxStyle
    statuses: Mapping[str, Line]
    raw: Mapping[str, Any]


@cache
def load_style() -> Style:
    """Read and check the packaged style.

    Raises:
        DataError: if a kind or status has no style, or there is one too many.
    """
    name = "kg/view/data/style.yaml"
    raw = yaml.safe_load(resources.files("kg.view").joinpath("data/style.yaml").read_text(encoding="utf-8"))
    for part, expected in (("kinds", KINDS), ("statuses", STATUSES)):
        if tuple(raw[part]) != expected:
            raise DataError(f"{name}: {part} are {', '.join(raw[part])}; expected {', '.join(expected)}")
    statuses = {
        status: Line(tuple(line["dashes"]), float(line["width"]), line["marker"])
        for status, line in raw["statuses"].items()
    }
    box = BoxStyle(**{**raw["box"], "padding": tuple(raw["box"]["padding"])})
    return Style(box, statuses, raw)
