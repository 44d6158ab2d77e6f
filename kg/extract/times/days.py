"""Calendar arithmetic on partial dates, and their EDTF.

EDTF: Extended Date/Time Format, Library of Congress, 2019 (levels 0 to 2).
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg.model import TimeSpan

_PARTIAL = re.compile(r"(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?(?:T\S*)?[~?%]?")
_COMMON_YEAR, _LEAP_YEAR = 2001, 2004
#: years that hold every combination of weekday and leap day once
_CYCLE = range(2001, 2029)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month or year of which parts may be unknown (``None``)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def precise(self) -> bool:
        """Whether the day of the month is known (the year may not be)."""
        return self.month is not None and self.day is not None

    def on_calendar(self, proxy: int) -> date | None:
        """The day, with year ``proxy`` if the year is unknown; ``None`` if no day, or no such day, is given."""
        if self.month is None or self.day is None:
            return None
        return real_day(self.year or proxy, self.month, self.day)

    def without_year(self) -> Moment:
        """The same without its year."""
        return replace(self, year=None)


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, if the calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def moment_of(day: date, *, year_known: bool = True) -> Moment:
    """The day as a moment."""
    return Moment(day.year if year_known else None, day.month, day.day)


def read_moment(span: TimeSpan) -> Moment | None:
    """The first date of a time span, or what both ends of an interval share; ``None`` if it is neither."""
    begin, _, end = span.edtf.partition("/")
    first, last = _partial(begin), _partial(end)
    if first is None or not end or last is None:
        return first
    if (first.year, first.month) == (last.year, last.month):
        return Moment(first.year, first.month)
    return Moment(first.year) if first.year == last.year and first.year else None


def _partial(edtf: str) -> Moment | None:
    found = _PARTIAL.fullmatch(edtf)
    if not found:
        return None
    year, month, day = found.groups()
    moment = Moment(
        None if year == "XXXX" else int(year),
        int(month) if month and 1 <= int(month) <= 12 else None,
        int(day) if day else None,
    )
    return None if moment.precise and not moment.on_calendar(_LEAP_YEAR) else moment


def proxy_year(moment: Moment | None, weekday: int | None) -> int:
    """A year to count days in if the true one is unknown: one in which the moment falls on ``weekday``."""
    if moment is None or moment.month is None or moment.day is None:
        return _COMMON_YEAR
    if moment.year:
        return moment.year
    days = [day for year in _CYCLE if (day := real_day(year, moment.month, moment.day))]
    right = [d.year for d in days if d.weekday() == weekday]
    return (right or [_COMMON_YEAR if moment != Moment(None, 2, 29) else _LEAP_YEAR])[0]


def span_of(moment: Moment) -> TimeSpan | None:
    """The moment in EDTF with its bounds; ``None`` if the calendar has no such day or nothing is known."""
    year, month, day = moment.year, moment.month, moment.day
    if year is not None and not 1 <= year <= 9999:
        return None
    if month is None:
        return None if year is None else TimeSpan(f"{year:04d}", f"{year:04d}-01-01", f"{year:04d}-12-31")
    text = f"{year:04d}" if year else "XXXX"
    if day is None:
        bounds = month_bounds(year, month) if year else (None, None)
        return TimeSpan(f"{text}-{month:02d}", *bounds)
    if not real_day(year or _LEAP_YEAR, month, day):
        return None
    edtf = f"{text}-{month:02d}-{day:02d}"
    return TimeSpan(edtf, edtf if year else None, edtf if year else None)


def month_bounds(year: int, month: int) -> tuple[str, str]:
    """First and last day of a month, ISO 8601."""
    return f"{year:04d}-{month:02d}-01", f"{year:04d}-{month:02d}-{monthrange(year, month)[1]:02d}"


def interval(first: TimeSpan | None, last: TimeSpan | None) -> TimeSpan | None:
    """From the first to the last; ``None`` if either is unknown or the order is wrong."""
    if first is None or last is None:
        return None
    if first.edtf == last.edtf:
        return first
    if first.earliest and last.latest and first.earliest > last.latest:
        return None
    return TimeSpan(f"{_begin(first)}/{_end(last)}", first.earliest, last.latest)


def since(span: TimeSpan) -> TimeSpan:
    """From the beginning of the span on, without end."""
    return TimeSpan(f"{_begin(span)}/..", span.earliest, None)


def until(span: TimeSpan) -> TimeSpan:
    """Up to the end of the span, without beginning."""
    return TimeSpan(f"../{_end(span)}", None, span.latest)


def about(span: TimeSpan) -> TimeSpan:
    """The same, marked as approximate, unless it is an interval."""
    return span if set("/~{") & set(span.edtf) else replace(span, edtf=f"{span.edtf}~")


def _begin(span: TimeSpan) -> str:
    return span.edtf.split("/", maxsplit=1)[0]


def _end(span: TimeSpan) -> str:
    return span.edtf.rsplit("/", maxsplit=1)[-1]


def add_days(day: date, count: int) -> date | None:
    """The day so many days later; ``None`` outside the calendar."""
    try:
        return day + timedelta(count)
    except OverflowError:
        return None


def add_months(moment: Moment, count: int) -> Moment:
    """The month so many months later; the day is dropped."""
    if moment.month is None:
        return Moment(moment.year)
    years, month = divmod(moment.month - 1 + count, 12)
    return Moment(moment.year + years if moment.year else None, month + 1)
