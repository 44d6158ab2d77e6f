from __future__ import annotations

from dataclasses import replace

import pytest

from kg.graph.status import STRENGTH, disputed_sayings, saying, strongest
from kg.model import Factuality
from tests.samples import sample_knowledge_base

CLAIM = sample_knowledge_base().claims[0]


@pytest.mark.parametrize(
    ("statuses", "disputed"),
    [
        ((Factuality.ASSERTED, Factuality.DENIED), True),
        ((Factuality.ALLEGED, Factuality.DENIED), False),
        ((Factuality.PLANNED, Factuality.DENIED), False),
        ((Factuality.ASSERTED, Factuality.ALLEGED), False),
        ((Factuality.DENIED,), False),
    ],
)
def test_a_saying_is_disputed_if_asserted_and_denied(statuses: tuple[Factuality, ...], disputed: bool) -> None:
    claims = [replace(CLAIM, factuality=status) for status in statuses]
    assert (saying(CLAIM) in disputed_sayings(claims)) is disputed


def test_the_strongest_claim_is_asserted_then_well_sourced() -> None:
    claims = [replace(CLAIM, factuality=status) for status in STRENGTH]
    sourced = replace(claims[0], independent_sources=3)
    assert strongest([*claims[::-1], sourced]) == sourced
    assert strongest([]) is None


def test_every_factuality_has_a_strength() -> None:
    assert sorted(STRENGTH) == sorted(Factuality)
