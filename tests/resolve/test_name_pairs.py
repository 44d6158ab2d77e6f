"""How well names alone tell the same from the different, over the project's own pairs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from kg.language.gazetteer import load_gazetteer
from kg.resolve import resolve
from tests.resolve.builders import body, facts, person

PAIRS = yaml.safe_load((Path(__file__).parents[1] / "data" / "name_pairs.yaml").read_text(encoding="utf-8"))
#: floors: the shares of pairs called the same that are, of those that are that are called so, and of honest doubts
PRECISION, RECALL, DOUBT = 0.98, 0.90, 0.90


def _pairs() -> Iterator[tuple[str, str, str, str]]:
    """Kind of thing, verdict, and the two names."""
    for what, verdicts in PAIRS.items():
        for verdict, groups in verdicts.items():
            for pairs in groups.values():
                for left, right in pairs:
                    yield what, verdict, left, right


def _link(name: str) -> str | None:
    found = load_gazetteer().organizations.lookup(name)
    return found[0].organization.id if len(found) == 1 else None


def judged(what: str, left: str, right: str) -> str:
    """``same`` or ``apart``, as two documents that say nothing else are resolved."""
    make = person if what == "persons" else lambda name: body(name, link=_link(name))
    both = [facts("a.txt", make(left)), facts("b.txt", make(right))]
    return "same" if len(resolve(both).entities) == 1 else "apart"


RESULTS = [(what, verdict, left, right, judged(what, left, right)) for what, verdict, left, right in _pairs()]


def test_there_are_enough_pairs_and_none_twice() -> None:
    assert len(RESULTS) >= 150
    assert len({frozenset((left, right)) | {what} for what, _, left, right, _ in RESULTS}) == len(RESULTS)


def test_what_is_called_the_same_is() -> None:
    called = [(verdict, left, right) for _, verdict, left, right, found in RESULTS if found == "same"]
    wrong = [item for item in called if item[0] != "same"]
    assert len(wrong) <= (1 - PRECISION) * len(called), wrong


def test_what_is_the_same_is_called_so() -> None:
    wanted = [(left, right, found) for _, verdict, left, right, found in RESULTS if verdict == "same"]
    missed = [item for item in wanted if item[2] != "same"]
    assert len(missed) <= (1 - RECALL) * len(wanted), missed


@pytest.mark.parametrize("what", ["persons", "bodies"])
def test_no_two_of_the_hard_kinds_are_brought_together(what: str) -> None:
    hard = [
        (left, right)
        for kind, verdict, left, right, found in RESULTS
        if kind == what and verdict == "uncertain" and found == "same"
    ]
    assert not hard


def test_the_order_of_two_names_does_not_matter() -> None:
    for what, _, left, right, found in RESULTS:
        assert judged(what, right, left) == found, (left, right)
