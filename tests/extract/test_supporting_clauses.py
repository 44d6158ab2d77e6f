"""Who is in the state that a noun names, or told of in the relative clause after it, on hand-built parses."""

from __future__ import annotations

import pytest

from kg.extract.parsed import Doc
from kg.extract.positions import Positions
from kg.extract.supporting_clauses import of_relative, of_state
from kg.extract.triggers import TriggerMatch
from kg.model import Factuality
from tests.extract.docs import ORGANIZATION, PERSON, PLACE, Cast, french, parse, trigger, word

CAST = Cast({"Dupont": PERSON, "Titao": PLACE, "Bamako": PLACE, "services": ORGANIZATION, "Mali": PLACE})


def positions(_: Doc) -> Positions:
    return Positions(french(), CAST.owner)


def states(table: str, noun: str) -> list[tuple[str, str]]:
    doc = parse(table)
    head = word(doc, noun)
    match = TriggerMatch(trigger(noun, "noun"), head, head.idx, head.end, verbal=False, reach=head.end)
    return [(s.role, s.head.text) for s in of_state(match, french(), positions(doc))]


def clauses(table: str, noun: str) -> list[tuple[str, str, Factuality]]:
    doc = parse(table)
    return [(s.role, s.head.text, s.factuality) for s in of_relative(word(doc, noun), french(), positions(doc))]


STATES = {
    "beside": ("Dupont/PROPN en/ADP/case/détention détention/NOUN/nmod/Dupont", [("patient", "Dupont")]),
    "staying": (
        "Dupont/PROPN/nsubj/détention est/AUX/cop/détention toujours/ADV/advmod/détention en/ADP/case/détention"
        " détention/NOUN", [("patient", "Dupont")],
    ),
    "having spent": (
        "Dupont/PROPN/nsubj/passé a/AUX/aux:tense/passé passé/VERB un/DET/det/an an/NOUN/obj/passé"
        " en/ADP/case/détention détention/NOUN/obl:mod/passé", [("patient", "Dupont")],
    ),
    "under": ("Titao/PROPN , sous/ADP/case/blocus blocus/NOUN/nmod/Titao", [("patient", "Titao")]),
    "placed under": (
        "Placé/VERB sous/ADP/case/embargo embargo/NOUN/obl:arg/Placé , Dupont/PROPN/nsubj/parle parle/VERB/conj/Placé",
        [("patient", "Dupont")],
    ),
    "by another preposition": ("Dupont/PROPN pour/ADP/case/détention détention/NOUN/nmod/Dupont", []),
}  # fmt: skip


@pytest.mark.parametrize(("table", "expected"), list(STATES.values()), ids=list(STATES))
def test_states(table: str, expected: list[tuple[str, str]]) -> None:
    noun = next(n for n in ("détention", "blocus", "embargo") if n in table)
    assert states(table, noun) == expected


A, L = Factuality.ASSERTED, Factuality.ALLEGED
RELATIVES = {
    "aimed at": (
        "mandat/NOUN qui/PRON/nsubj/vise vise/VERB/acl:relcl/mandat Dupont/PROPN/obj/vise", "mandat",
        [("patient", "Dupont", A)],
    ),
    "imputed to": (
        "rapt/NOUN que/PRON/obj/impute Bamako/PROPN/nsubj/impute impute/VERB/acl:relcl/rapt aux/ADP/case/services"
        " services/NOUN/obl:arg/impute", "rapt", [("agent", "services", L)],
    ),
    "hit, and where": (
        "attentat/NOUN qui/PRON/nsubj/frappe frappe/VERB/acl:relcl/attentat Titao/PROPN/obj/frappe", "attentat",
        [("patient", "Titao", A)],
    ),
    "after the verb of its own clause": (
        "attentat/NOUN/nsubj/inquiète inquiète/VERB Bamako/PROPN/obj/inquiète qui/PRON/nsubj/vise"
        " vise/VERB/acl:relcl/Bamako Dupont/PROPN/obj/vise", "attentat", [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("table", "noun", "expected"), list(RELATIVES.values()), ids=list(RELATIVES))
def test_relatives(table: str, noun: str, expected: list[tuple[str, str, Factuality]]) -> None:
    assert clauses(table, noun) == expected
