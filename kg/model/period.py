"""From EDTF values to the days between which they lie: a partial date is an interval, not a day."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

_PART = re.compile(r"(?P<year>\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?")
_QUALIFIERS = re.compile(r"[~?%]")
#: EDTF level 1 seasons: first and last month, and years by which the last one is later
_SEASONS = {"21": (3, 5, 0), "22": (6, 8, 0), "23": (9, 11, 0), "24": (12, 2, 1)}
#: EDTF level 2: 33 to 36 are quarters, 37 to 39 thirds, 40 and 41 halves of a year
_DIVISIONS = {33: 3, 37: 4, 40: 6}


@dataclass(frozen=True, slots=True)
class Period:
    """First and last possible day, ISO 8601, inclusive; ``None``: open or unknown."""

    begin: str | None
    end: str | None
    yearless: bool = False  #: a day or month of an unknown year: ``XXXX-09-09``
    approximate: bool = False


def period(edtf: str) -> Period | None:
    """The bounds of an EDTF value (Library of Congress profile, level 1 and seasons of level 2).

    ``None`` if it is not understood: the value is then shown as it stands, among the undated.
    """
    approximate = _QUALIFIERS.search(edtf) is not None
    first, slash, last = _QUALIFIERS.sub("", edtf).partition("/")
    bounds = [_bounds(part) for part in ((first, last) if slash else (first,))]
    known = [b for b in bounds if b is not None]
    if len(known) < len(bounds) or not any(begin or end for begin, end in known):
        return Period(None, None, yearless=True, approximate=approximate) if first.startswith("XXXX-") else None
    begin, end = known[0][0], known[-1][1]
    if begin and end and begin > end:
        return None
    return Period(begin, end, approximate=approximate)


def _bounds(part: str) -> tuple[str | None, str | None] | None:
    if part in {"", ".."}:
        return None, None
    match = _PART.fullmatch(part)
    if match is None or match["year"] == "XXXX":
        return None
    years = int(match["year"].replace("X", "0")), int(match["year"].replace("X", "9"))
    month, day = match["month"], match["day"]
    if month is None or month == "XX" or "X" in match["year"]:
        return f"{years[0]:04}-01-01", f"{years[1]:04}-12-31"
    months = _months(month)
    if months is None:
        return None
    first, last, later = months
    if day and day != "XX":
        exact = 1 <= int(day) <= _length(years[0], first) and first == last
        return (match[0], match[0]) if exact else None
    end_year = years[0] + later
    return f"{years[0]:04}-{first:02}-01", f"{end_year:04}-{last:02}-{_length(end_year, last):02}"


def _months(month: str) -> tuple[int, int, int] | None:
    """First and last month, and by how many years the last is later."""
    number = int(month)
    if 1 <= number <= 12:
        return number, number, 0
    if month in _SEASONS:
        return _SEASONS[month]
    for base, length in sorted(_DIVISIONS.items(), reverse=True):
        if base <= number <= 41:
            first = (number - base) * length + 1
            return first, first + length - 1, 0
    return None


def _length(year: int, month: int) -> int:
    return calendar.monthrange(max(year, 1), month)[1]
