"""A status that is said once and holds for what follows, on documents by hand."""

from __future__ import annotations

import pytest

from kg.extract.carried import carried_status
from kg.model import Factuality
from tests.extract.docs import french, parse, word

A, L, P, H = Factuality.ASSERTED, Factuality.ALLEGED, Factuality.PLANNED, Factuality.HYPOTHETICAL
VERBS = {
    "in a row, done": (
        "X/PROPN/nsubj:pass/arrêté a/AUX/aux:tense/arrêté été/AUX/aux:pass/arrêté arrêté/VERB puis/ADV/advmod/jugé"
        " jugé/VERB/dep/arrêté", "jugé", A),
    "gapped": (
        "plainte/NOUN/nsubj:pass/déposée sera/AUX/aux:pass/déposée déposée/VERB et/CCONJ/cc/suspects"
        " les/DET/det/suspects suspects/NOUN/dep/déposée ,/PUNCT/punct/jugés jugés/VERB/dep/suspects", "jugés", P),
    "before what is only said": (
        "X/PROPN/nsubj/tué aurait/AUX/aux:tense/tué tué/VERB avant/ADP/mark/fuir de/ADP/mark/fuir fuir/VERB/dep/tué",
        "fuir", L),
    "by itself": ("à/ADP/mark/recruter recruter/VERB trente/NUM/nummod/agents agents/NOUN/obj/recruter", "recruter", P),
}  # fmt: skip
NOUNS = {
    "denied at the end": (
        "X/PROPN/nsubj/évoque évoque/VERB un/DET/det/raid raid/NOUN/obj/évoque ,/PUNCT/punct/évoque ce/PRON/dep/évoque"
        " que/PRON/obj/réfute Y/PROPN/nsubj/réfute réfute/VERB/dep/ce", "raid", L),
    "never confirmed, over an incise": (
        "le/DET/det/décès décès/NOUN ,/PUNCT/punct/décès en/ADP/case/mars mars/NOUN/dep/décès ,/PUNCT/punct/décès"
        " n'/ADV/advmod/confirmé a/AUX/aux:tense/confirmé jamais/ADV/advmod/confirmé été/AUX/aux:pass/confirmé"
        " confirmé/VERB/dep/décès", "décès", L),
    "pending": ("l'/DET/det/extradition extradition/NOUN/nsubj/reste reste/VERB en/ADP/case/suspens"
        " suspens/NOUN/dep/reste", "extradition", H),
    "told plainly": ("le/DET/det/raid raid/NOUN/nsubj/tue tue/VERB", "raid", A),
}  # fmt: skip


@pytest.mark.parametrize(("table", "form", "status"), VERBS.values(), ids=VERBS)
def test_verbs(table: str, form: str, status: Factuality) -> None:
    assert carried_status(word(parse(table), form), french(), verbal=True) is status


@pytest.mark.parametrize(("table", "form", "status"), NOUNS.values(), ids=NOUNS)
def test_nouns(table: str, form: str, status: Factuality) -> None:
    assert carried_status(word(parse(table), form), french(), verbal=False) is status
