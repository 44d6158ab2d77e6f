"""What rumours tell, on hand-built parses."""

from __future__ import annotations

import pytest

from kg.extract.rumours import rumoured_status
from kg.model import Factuality
from tests.extract.docs import french, parse, word

RUMOUR = "des/DET/det/rumeurs rumeurs/NOUN/obj/{0} faisant/VERB/acl/rumeurs état/NOUN/obj/faisant du/ADP/case/décès"
DEATH = " décès/NOUN/obl:arg/faisant"
SENTENCES = {
    "denied": ("X/PROPN/nsubj/dément dément/VERB " + RUMOUR.format("dément") + DEATH, Factuality.DENIED),
    "denied, mistagged": ("X/PROPN dément/ADV/advmod/X " + RUMOUR.format("X") + DEATH, Factuality.DENIED),
    "told": ("X/PROPN/nsubj/lit lit/VERB " + RUMOUR.format("lit") + DEATH, Factuality.ALLEGED),
    "after a break": (
        "X/PROPN/nsubj/dément dément/VERB ;/PUNCT/punct/dément " + RUMOUR.format("dément") + DEATH, Factuality.ALLEGED,
    ),
    "no rumour": (
        "X/PROPN/nsubj/lit lit/VERB un/DET/det/bilan bilan/NOUN/obj/lit faisant/VERB/acl/bilan état/NOUN/obj/faisant"
        " du/ADP/case/décès" + DEATH, Factuality.ASSERTED,
    ),
    "no link": (
        "X/PROPN/nsubj/dément dément/VERB des/DET/det/rumeurs rumeurs/NOUN/obj/dément ,/PUNCT/punct/dément"
        " le/DET/det/décès décès/NOUN/obj/dément", Factuality.ASSERTED,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("table", "expected"), list(SENTENCES.values()), ids=list(SENTENCES))
def test_rumoured(table: str, expected: Factuality) -> None:
    assert rumoured_status(word(parse(table), "décès"), french()) is expected
