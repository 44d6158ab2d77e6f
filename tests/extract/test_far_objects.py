"""Nouns that are objects by position, over an incise."""

from __future__ import annotations

import pytest

from kg.extract.far_objects import status_of_far_object
from kg.model import Factuality
from tests.extract.docs import french, parse, word

H, P, L = Factuality.HYPOTHETICAL, Factuality.PLANNED, Factuality.ALLEGED

CASES = {
    "over a pronoun": ("X/PROPN demande/VERB ,/PUNCT lui/PRON ,/PUNCT une/DET enquête/NOUN", "enquête", "demande", H),
    "right after, of another by the parser": (
        "X/PROPN a/AUX/aux:tense/promis promis/VERB une/DET aide/NOUN", "aide", "promis", P,
    ),
    "over a phrase": (
        "exige/VERB ,/PUNCT en/ADP échange/NOUN de/ADP Y/PROPN ,/PUNCT la/DET libération/NOUN",
        "libération", "exige", H,
    ),
    "a death once announced": (
        "X/PROPN avait/AUX/aux:tense/annoncé annoncé/VERB la/DET mort/NOUN", "mort", "annoncé", L,
    ),
    "of a verb that says nothing of it": ("X/PROPN décrit/VERB une/DET enquête/NOUN", "enquête", "décrit", None),
    "after a preposition": (
        "X/PROPN demande/VERB pendant/ADP/case/enquête une/DET enquête/NOUN", "enquête", "demande", None,
    ),
    "with another noun between": (
        "X/PROPN demande/VERB aux/ADP juges/NOUN une/DET peine/NOUN", "peine", "demande", None,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("table", "noun", "verb", "expected"), CASES.values(), ids=CASES)
def test_a_far_object(table: str, noun: str, verb: str, expected: Factuality | None) -> None:
    doc = parse(table)
    assert status_of_far_object(word(doc, noun), word(doc, verb), french()) is expected
