import pytest

from kg.extract.positions import Positions
from kg.extract.relayed import relayed
from tests.extract.docs import ORGANIZATION, PLACE, Cast, french, parse

CAST = Cast({"Belga": ORGANIZATION, "presse": ORGANIZATION, "Iran": PLACE})
RAID = "Un/DET/det/raid raid/NOUN/nsubj/inquiète"
TAIL = "inquiète/VERB Mons/PROPN/obj/inquiète ."
CLAUSES = {
    "participle": (f"{RAID} ,/PUNCT/punct/raid avancé/VERB/acl/raid par/ADP/case/Belga Belga/PROPN/obl:agent/avancé"
        f" ,/PUNCT/punct/raid {TAIL}", [("Belga", "Un raid")]),
    "who is quoted": (f"{RAID} ,/PUNCT/punct/raid cité/VERB/acl/raid par/ADP/case/Belga Belga/PROPN/obl:agent/cité"
        f" ,/PUNCT/punct/raid {TAIL}", []),
    "who announces his own": (f"{RAID} annoncé/VERB/acl/raid par/ADP/case/Belga Belga/PROPN/obl:agent/annoncé {TAIL}",
        []),
    "inverted relative": (f"{RAID} ,/PUNCT/punct/raid que/PRON/obj/évoque évoque/VERB/acl:relcl/raid"
        f" Belga/PROPN/nsubj/évoque ,/PUNCT/punct/raid {TAIL}", [("Belga", "Un raid")]),
    "imputed": (f"{RAID} que/PRON/obj/impute Belga/PROPN/nsubj/impute impute/VERB/acl:relcl/raid à/ADP/case/Iran"
        f" Iran/PROPN/obl:arg/impute {TAIL}", [("Belga", "Un raid")]),
    "clause of a verb": ("Belga/PROPN/nsubj/affirme affirme/VERB que/SCONJ/mark/évoque la/DET/det/presse"
        " presse/NOUN/nsubj/évoque évoque/VERB/ccomp/affirme un/DET/det/raid raid/NOUN/obj/évoque .", []),
    "another verb": (f"{RAID} que/PRON/obj/craint Belga/PROPN/nsubj/craint craint/VERB/acl:relcl/raid {TAIL}", []),
}  # fmt: skip


@pytest.mark.parametrize(("table", "expected"), CLAUSES.values(), ids=CLAUSES)
def test_a_clause_after_a_noun_says_whose_it_is(table: str, expected: list[tuple[str, str]]) -> None:
    doc, syntax = parse(table), french()
    found = relayed(doc.sents[0], syntax, Positions(syntax, CAST.owner))
    assert [(speaker.text, doc[begin:end].text) for speaker, begin, end in found] == expected
