from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.times.days import (
    Moment,
    about,
    add_days,
    add_months,
    interval,
    moment_of,
    proxy_year,
    read_moment,
    real_day,
    since,
    span_of,
    until,
)  # fmt: skip
from kg.model import TimeSpan


@given(st.dates())
def test_day_survives_edtf(day: date) -> None:
    span = span_of(moment_of(day))
    assert span is not None
    assert read_moment(span) == moment_of(day)
    assert span.earliest == span.latest == day.isoformat()


@pytest.mark.parametrize(
    ("edtf", "moment"),
    [
        ("2014", Moment(2014)),
        ("2014-05~", Moment(2014, 5)),
        ("XXXX-09-27", Moment(None, 9, 27)),
        ("2018-11-15/2018-11-16", Moment(2018, 11)),
        ("2018-11-15/2019-01-16", None),
        ("2012/2016", None),
        ("2019/..", Moment(2019)),
        ("../2019", None),
        ("2017-21", Moment(2017)),
        ("2019-02-31", None),
        ("199X", None),
    ],
)
def test_time_span_is_read_as_far_as_it_is_one_date(edtf: str, moment: Moment | None) -> None:
    assert read_moment(TimeSpan(edtf)) == moment


def test_proxy_year_has_the_weekday() -> None:
    year = proxy_year(Moment(None, 9, 27), 4)
    assert date(year, 9, 27).weekday() == 4


def test_leap_day_without_year_has_a_proxy() -> None:
    assert real_day(proxy_year(Moment(None, 2, 29), None), 2, 29)


@given(st.integers(1, 12), st.integers(-500, 500))
def test_months_added_and_taken_away_are_none(month: int, count: int) -> None:
    moment = Moment(2000, month)
    assert add_months(add_months(moment, count), -count) == moment


def test_reversed_interval_is_none() -> None:
    first, last = TimeSpan("2014", "2014-01-01", "2014-12-31"), TimeSpan("2012", "2012-01-01", "2012-12-31")
    assert interval(first, last) is None
    assert interval(first, None) is None
    assert interval(first, first) == first


def test_open_ends_lose_their_bound() -> None:
    month = TimeSpan("2014-05", "2014-05-01", "2014-05-31")
    assert since(month) == TimeSpan("2014-05/..", "2014-05-01", None)
    assert until(month) == TimeSpan("../2014-05", None, "2014-05-31")
    assert about(month).edtf == "2014-05~"
    assert about(since(month)).edtf == "2014-05/.."


def test_calendar_has_an_end() -> None:
    assert add_days(date.max, 1) is None
    assert span_of(Moment(10_000)) is None
    assert span_of(Moment(2019, 2, 29)) is None
