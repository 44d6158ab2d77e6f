"""Labels that fit in a box: cleaned of what could disturb a line, wrapped, shortened."""

from __future__ import annotations

import re
import textwrap
import unicodedata

from kg.graph.layout import Box
from kg.view.model import DrawnNode
from kg.view.style import BoxStyle

_SPACE = re.compile(r"\s+")
#: a label is never read further than this
_LONGEST = 400


def clean(text: str) -> str:
    """One line without control and format characters (line breaks, bidirectional overrides)."""
    spaced = _SPACE.sub(" ", text[:_LONGEST])
    return "".join(c for c in spaced if unicodedata.category(c) not in {"Cc", "Cf", "Cs"}).strip()


def box_lines(node: DrawnNode, style: BoxStyle) -> tuple[str, ...]:
    """The lines in a node's box: label, and the date if only one is given; the page adds the status."""
    text = clean(node.label) or node.id
    found = textwrap.wrap(text, style.columns, max_lines=style.lines, placeholder="…", break_on_hyphens=False)
    if node.date and node.date not in text:
        found.append(clean(node.date))
    return tuple(found)


def box_size(lines: tuple[str, ...], style: BoxStyle) -> Box:
    """Width and height of a box around the lines."""
    across, above = style.padding
    width = round(max(len(line) for line in lines) * style.character) + 2 * across
    return max(width, style.least), len(lines) * style.line + 2 * above
