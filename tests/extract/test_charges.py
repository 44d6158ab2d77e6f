import pytest

from kg.extract.charges import charge_status
from kg.model import Factuality
from tests.extract.docs import french, parse, word

A, L = Factuality.ASSERTED, Factuality.ALLEGED
CHARGES = {
    "arrested for": ("X/PROPN/nsubj:pass/arrêté arrêté/VERB pour/ADP/case/extorsion"
        " extorsion/NOUN/obl:mod/arrêté", L),
    "indicted of": ("inculpé/VERB d'/ADP/case/extorsion extorsion/NOUN/obl:arg/inculpé", L),
    "inquiry for": ("une/DET/det/enquête enquête/NOUN pour/ADP/case/extorsion extorsion/NOUN/nmod/enquête", L),
    "convicted for": ("condamné/VERB hier/ADV/advmod/condamné pour/ADP/case/extorsion"
        " extorsion/NOUN/obl:mod/condamné", A),
    "arrested for the": ("arrêté/VERB pour/ADP/case/extorsion l'/DET/det/extorsion extorsion/NOUN/obl:mod/arrêté", A),
    "arrested for a quoted charge": (
        "arrêté/VERB hier/ADV/advmod/arrêté pour/ADP/case/extorsion «/PUNCT/punct/extorsion"
        " extorsion/NOUN/obl:mod/arrêté", L,
    ),
    "after a semicolon": ("arrêté/VERB ;/PUNCT/punct/arrêté connu/VERB pour/ADP/case/extorsion"
        " extorsion/NOUN/obl:mod/connu", A),
    "known for": ("très/ADV/advmod/connu connu/ADJ pour/ADP/case/extorsion extorsion/NOUN/obl:mod/connu", A),
}  # fmt: skip


@pytest.mark.parametrize(("table", "expected"), list(CHARGES.values()), ids=list(CHARGES))
def test_charges(table: str, expected: Factuality) -> None:
    assert charge_status(word(parse(table), "extorsion"), french(), verbal=False) is expected


def test_a_past_infinitive_is_a_charge_too() -> None:
    doc = parse("X/PROPN/nsubj:pass/arrêté arrêté/VERB pour/ADP/mark/tué avoir/AUX/aux:tense/tué tué/VERB/advcl/arrêté")
    assert charge_status(word(doc, "tué"), french(), verbal=True) is L


def test_a_plain_infinitive_is_no_charge() -> None:
    doc = parse("X/PROPN/nsubj:pass/arrêté arrêté/VERB pour/ADP/mark/tuer tuer/VERB/advcl/arrêté")
    assert charge_status(word(doc, "tuer"), french(), verbal=True) is A
