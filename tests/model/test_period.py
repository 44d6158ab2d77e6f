from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.period import Period, period


@pytest.mark.parametrize(
    ("edtf", "begin", "end"),
    [
        ("2023-11-28", "2023-11-28", "2023-11-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2014", "2014-01-01", "2014-12-31"),
        ("2013-06/2013-12", "2013-06-01", "2013-12-31"),
        ("2019/..", "2019-01-01", None),
        ("../2019-03", None, "2019-03-31"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2017-21", "2017-03-01", "2017-05-31"),
        ("2017-24", "2017-12-01", "2018-02-28"),
        ("2017-34", "2017-04-01", "2017-06-30"),
        ("2017-41", "2017-07-01", "2017-12-31"),
        ("2017-05-XX", "2017-05-01", "2017-05-31"),
        ("2017-XX", "2017-01-01", "2017-12-31"),
    ],
)
def test_a_partial_date_is_an_interval(edtf: str, begin: str | None, end: str | None) -> None:
    assert period(edtf) == Period(begin, end)


def test_a_day_of_an_unknown_year_is_set_apart() -> None:
    assert period("XXXX-09-09") == Period(None, None, yearless=True)


def test_doubt_is_kept() -> None:
    assert period("2020~") == Period("2020-01-01", "2020-12-31", approximate=True)


@pytest.mark.parametrize("edtf", ["", "yesterday", "2023-13", "2023-02-30", "2024/2020", "/", "../..", "<b>", "XXXX"])
def test_what_is_not_understood_has_no_bounds(edtf: str) -> None:
    assert period(edtf) is None


@given(st.dates(min_value=date(1, 1, 1)))
def test_a_day_is_itself(day: date) -> None:
    assert period(day.isoformat()) == Period(day.isoformat(), day.isoformat())


@given(st.text(max_size=12))
def test_any_text_is_survived(text: str) -> None:
    found = period(text)
    assert found is None or found.yearless or found.begin or found.end
