"""Words inside and beside a quotation."""

from __future__ import annotations

import pytest

from kg.extract.quoted import is_beyond_quotation
from tests.extract.docs import french, parse, word

CASES = {
    "who speaks": ("«/PUNCT X/PROPN a/AUX fui/VERB »/PUNCT ,/PUNCT dit/VERB Y/PROPN", "Y", True),
    "inside": ("«/PUNCT X/PROPN a/AUX fui/VERB vers/ADP Y/PROPN »/PUNCT ,/PUNCT dit/VERB Z/PROPN", "Y", False),
    "before": ("Y/PROPN dit/VERB :/PUNCT «/PUNCT X/PROPN a/AUX fui/VERB »/PUNCT", "Y", False),
    "a word in marks": ("X/PROPN a/AUX «/PUNCT fui/VERB »/PUNCT vers/ADP Y/PROPN", "Y", False),
}


@pytest.mark.parametrize(("table", "form", "expected"), CASES.values(), ids=CASES)
def test_beyond_a_quotation(table: str, form: str, expected: bool) -> None:
    doc = parse(table)
    assert is_beyond_quotation(word(doc, form), word(doc, "fui"), french()) is expected
