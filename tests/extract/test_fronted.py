"""The subject for which a fronted participle waits, on hand-built parses."""

from __future__ import annotations

import pytest

from kg.extract.fronted import subject_to_come
from tests.extract.docs import parse, texts, word
from tests.extract.papers import lexicon

FLED = "Arrêté/VERB alors/ADV/mark/fuyait qu'/SCONJ/fixed/alors il/PRON/nsubj/fuyait fuyait/VERB/advcl/Arrêté"
FINITE = "VerbForm=Fin"
SENTENCES = {
    "named": (f"{FLED} , Marc/PROPN/nsubj/tait se/PRON/expl/tait tait/VERB/conj/Arrêté/{FINITE}", ["Marc"]),
    "described": (f"{FLED} , le/DET/det/chef chef/NOUN/nsubj/parle parle/VERB/conj/Arrêté/{FINITE}", ["le", "chef"]),
    "after a second incise": (
        f"{FLED} , apparemment/ADV/advmod/parle , Marc/PROPN/nsubj/parle parle/VERB/conj/Arrêté/{FINITE}", ["Marc"],
    ),
    "no subject": (f"{FLED} , hier/ADV", None),
    "no participle": (FLED.replace("Arrêté", "Marc"), None),
    "told before": (
        f"Arrêté/VERB , Marc/PROPN/nsubj/dit dit/VERB/conj/Arrêté/{FINITE} qu'/SCONJ/mark/ment"
        f" il/PRON/nsubj/ment ment/VERB/ccomp/dit/{FINITE}", None,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("table", "expected"), list(SENTENCES.values()), ids=list(SENTENCES))
def test_subject_to_come(table: str, expected: list[str] | None) -> None:
    doc = parse(table)
    doc.tokens[0].is_sent_start = True
    found = subject_to_come(word(doc, "il"), lexicon())
    assert (texts(found) if found is not None else None) == expected
