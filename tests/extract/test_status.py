import pytest

from kg.extract.status import factuality
from kg.model import Factuality
from tests.extract.docs import french, parse, word

A, L, P, H, D = (
    Factuality.ASSERTED, Factuality.ALLEGED, Factuality.PLANNED, Factuality.HYPOTHETICAL, Factuality.DENIED,
)  # fmt: skip
NOUNS = {
    "plain": ("Un/DET/det/attentat attentat/NOUN", A),
    "presumed": ("Un/DET/det/attentat attentat/NOUN présumé/ADJ/amod/attentat", L),
    "false": ("Un/DET/det/attentat faux/ADJ/amod/attentat attentat/NOUN", D),
    "next": ("Un/DET/det/attentat prochain/ADJ/amod/attentat attentat/NOUN", P),
    "aucun": ("Aucun/DET/det/attentat attentat/NOUN", D),
    "without": ("vécu/VERB sans/ADP/case/attentat attentat/NOUN/obl:mod/vécu", D),
    "under a copula in the conditional": ("ce/PRON/nsubj/attentat serait/AUX/cop/attentat un/DET/det/attentat"
        " attentat/NOUN", L),
    "negated copula": (
        "ce/PRON/nsubj/attentat n'/ADV/advmod/attentat est/AUX/cop/attentat pas/ADV/advmod/attentat"
        " un/DET/det/attentat attentat/NOUN", D,
    ),
    "yes-no question": ("Un/DET/det/attentat attentat/NOUN ?", H),
    "question for a detail": ("Pourquoi/ADV/advmod/attentat cet/DET/det/attentat attentat/NOUN ?", A),
}  # fmt: skip


@pytest.mark.parametrize(("table", "expected"), list(NOUNS.values()), ids=list(NOUNS))
def test_nouns(table: str, expected: Factuality) -> None:
    assert factuality(word(parse(table), "attentat"), french(), verbal=False) is expected


def test_the_most_guarded_status_wins() -> None:
    doc = parse(
        "Un/DET/det/projet projet/NOUN d'/ADP/case/attentat attentat/NOUN/nmod/projet présumé/ADJ/amod/attentat ?"
    )
    assert factuality(word(doc, "attentat"), french(), verbal=False) is H


def test_nothing_weakens_a_denial() -> None:
    doc = parse("A-t/AUX -il/PRON/nsubj/A-t prévu/VERB/dep/A-t sans/ADP/case/attentat attentat/NOUN/obl:mod/prévu ?")
    assert factuality(word(doc, "attentat"), french(), verbal=False) is D


def test_a_verb_takes_its_mood_and_its_governor_together() -> None:
    doc = parse("X/PROPN/nsubj/nie nie/VERB avoir/AUX/aux:tense/tué tué/VERB/xcomp/nie")
    assert factuality(word(doc, "nie"), french(), verbal=True) is A
    assert factuality(word(doc, "tué"), french(), verbal=True) is D
