"""What events are compared by: days, classes with those above them, and what two of them may share."""

from __future__ import annotations

import pytest

from kg.model import Factuality
from kg.resolve.tellings import Telling, tellings
from tests.resolve.test_happenings import told


def _only(**given: str) -> Telling:
    facts = told("a", **given)  # type: ignore[arg-type]  # every keyword given here is a string
    (telling,) = tellings(facts.events, facts.claims)
    return telling


@pytest.mark.parametrize(
    ("left", "right", "both"),
    [
        ("2019-01-21", "2019-01-21", True), ("2019-01-21", "2019-01", True), ("2019-01-21", "2019-01-22", False),
        ("2019-01-20/2019-01-22", "2019-01-22", True), ("2019", "2018-12-31", False),
    ],
)  # fmt: skip
def test_dates_overlap_if_a_day_lies_in_both(left: str, right: str, both: bool) -> None:
    (mine,), (other,) = _only(day=left).days, _only(day=right).days
    assert mine.overlaps(other) is other.overlaps(mine) is both


@pytest.mark.parametrize(("day", "narrow"), [("2019-01-21", True), ("2019-01-21/2019-01-23", True), ("2019-01", False)])
def test_only_a_narrow_date_is_a_key(day: str, narrow: bool) -> None:
    telling = _only(day=day)
    assert telling.days[0].narrow is narrow
    assert any(kind == "day" for kind, _, _ in telling.shareable()) is narrow


def test_a_date_without_year_or_end_says_no_day() -> None:
    assert not _only(day="XXXX-01-21").days
    assert not _only(day="2019/..").days


def test_the_keys_carry_the_class_above_all() -> None:
    assert {root for _, root, _ in _only(event_class="Stabbing", patient="Nadia Bouzerda").shareable()} == {"Attack"}


def test_what_is_denied_of_an_event_tells_nothing_of_it() -> None:
    facts = told("a", day="2019-01-21", patient="Nadia Bouzerda", factuality=Factuality.DENIED)
    (telling,) = tellings(facts.events, facts.claims)
    assert not telling.days
    assert not telling.participants
