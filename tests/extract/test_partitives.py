"""Some of others, found as new people; texts are cut by the model's tokenizer alone."""

from __future__ import annotations

import pytest

from kg.language.reference import load_reference_rules

RULES = load_reference_rules("fr")


@pytest.mark.parametrize(
    ("text", "part", "one"),
    [
        ("l'un d'eux s'est évadé", "l'un d'eux", True),
        ("l'une des victimes est morte", "l'une", True),
        ("un seul a été arrêté", "un seul", True),
        ("deux d'entre eux ont été relâchés", "deux d'entre eux", False),
        ("trois des assaillants ont été tués", "trois", False),
        ("la plupart d'entre elles", "la plupart d'entre elles", False),
    ],
)
def test_a_part_of_others_is_read_with_its_number(text: str, part: str, one: bool) -> None:
    found = RULES.partitives.match(text)
    assert found is not None
    assert found[0] == part
    assert (found["one"] is not None) is one


@pytest.mark.parametrize(
    "text", ["l'union a voté", "l'un et l'autre", "un homme a été arrêté", "deux hommes", "un seul homme"]
)
def test_what_is_no_part(text: str) -> None:
    assert RULES.partitives.match(text) is None
