from __future__ import annotations

from itertools import combinations

import pytest

from kg.model import EntityType, Factuality
from kg.view.style import KINDS, STATUSES, load_style

STYLE = load_style().raw
THEMES = ("light", "dark")


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_the_standard_says() -> None:
    assert _contrast("#000000", "#ffffff") == pytest.approx(21)
    assert _contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("kind", KINDS)
def test_text_and_border_of_a_node_can_be_seen(kind: str, theme: str) -> None:
    look, page = STYLE["kinds"][kind][theme], STYLE["page"][theme]["background"]
    assert _contrast(look["text"], look["fill"]) >= 4.5
    assert _contrast(look["border"], page) >= 3
    assert _contrast(look["border"], look["fill"]) >= 3


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("status", STATUSES)
def test_the_line_of_a_status_can_be_seen(status: str, theme: str) -> None:
    assert _contrast(STYLE["statuses"][status][theme], STYLE["page"][theme]["background"]) >= 3


def test_no_two_kinds_have_one_shape() -> None:
    shapes = [STYLE["kinds"][kind]["shape"] for kind in KINDS]
    assert len(set(shapes)) == len(shapes)


def test_no_two_statuses_are_told_apart_by_colour_alone() -> None:
    for one, other in combinations(STATUSES, 2):
        a, b = STYLE["statuses"][one], STYLE["statuses"][other]
        assert (a["dashes"], a["marker"]) != (b["dashes"], b["marker"]), (one, other)
        assert a["border"] != b["border"], (one, other)


def test_only_what_is_asserted_has_a_plain_line() -> None:
    plain = [s for s in STATUSES if not STYLE["statuses"][s]["dashes"] and not STYLE["statuses"][s]["marker"]]
    assert plain == ["Asserted"]


def test_every_kind_and_status_of_the_model_is_drawn() -> None:
    assert {"Event", *EntityType} == set(KINDS)
    assert {"Disputed", *Factuality} == set(STATUSES)
