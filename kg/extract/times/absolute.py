"""Dates that name a day, month, season or year; the publication at most tells the year."""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.times.days import Moment, interval, month_bounds, real_day, span_of
from kg.extract.times.frame import Frame
from kg.extract.times.grammar import Words
from kg.model import TimeSpan

Reader = Callable[[Words, Frame], TimeSpan | None]

_MONTHS = 12
#: two-digit years up to this one are of this century
_PIVOT = 69
#: EDTF codes of the first quarter and the first half of a year, less one
_SLICES = {"quarter": (32, 4), "half": (39, 2)}


def nothing(_words: Words, _frame: Frame) -> TimeSpan | None:
    """Words that look like a date and give none."""
    return None


def day(words: Words, frame: Frame) -> TimeSpan | None:
    """A day of a month, with or without weekday and year."""
    return _day(words, frame, words.int("month"), words.int("day"))


def day_first(words: Words, frame: Frame) -> TimeSpan | None:
    """Digits: day before month, unless only the other order is a date."""
    number, month = words.int("day"), words.int("month")
    if month and number and month > _MONTHS >= number:
        number, month = month, number
    return _day(words, frame, month, number)


def _day(words: Words, frame: Frame, month: int | None, number: int | None) -> TimeSpan | None:
    if not month or not number or month > _MONTHS:
        return None
    year = words.int("year") or _short_year(words.int("short"))
    if year is None:
        year = frame.year_for(month, number, words.int("turn"))
        year = _year_of_weekday(year, month, number, words.int("weekday"))
    return span_of(Moment(year, month, number))


def _short_year(short: int | None) -> int | None:
    return None if short is None else short + (2000 if short <= _PIVOT else 1900)


def _year_of_weekday(year: int | None, month: int, number: int, weekday: int | None) -> int | None:
    """The nearest year in which the day falls on the weekday that the text says; else the year itself."""
    if year is None or weekday is None:
        return year
    for candidate in (year, year - 1, year + 1):
        found = real_day(candidate, month, number)
        if found and found.weekday() == weekday:
            return candidate
    return year


def day_range(words: Words, frame: Frame) -> TimeSpan | None:
    """From one day to another."""
    first, last, month2 = words.int("day"), words.int("day2"), words.int("month2")
    if first is None or last is None or month2 is None:
        return None
    month = words.int("month") or month2
    year2 = words.int("year2") or frame.year_for(month2, last, words.int("turn"))
    year = words.int("year") or (year2 - (month > month2) if year2 else None)
    return interval(span_of(Moment(year, month, first)), span_of(Moment(year2, month2, last)))


def day_list(words: Words, frame: Frame) -> TimeSpan | None:
    """Days of one month: an interval if they follow each other, else an EDTF set."""
    month, first, last = words.int("month"), words.int("day"), words.int("day2")
    if month is None or first is None or last is None:
        return None
    year = words.int("year") or frame.year_for(month, last, words.int("turn"))
    between = [int("".join(c for c in part if c.isdecimal()) or 0) for part in (words.str("more") or "").split(",")[1:]]
    numbers = [first, *between, last]
    spans = [span for number in numbers if (span := span_of(Moment(year, month, number)))]
    if len(spans) < len(numbers):
        return None
    if numbers == list(range(first, last + 1)):
        return interval(spans[0], spans[-1])
    return TimeSpan(f"{{{','.join(s.edtf for s in spans)}}}", *_ordered(spans[0].earliest, spans[-1].latest))


def _ordered(first: str | None, last: str | None) -> tuple[str | None, str | None]:
    return (last, first) if first and last and first > last else (first, last)


def month(words: Words, frame: Frame) -> TimeSpan | None:
    """A month, with or without its year."""
    number = words.int("month")
    if number is None:
        return None
    return span_of(Moment(words.int("year") or frame.year_for(number, turn=words.int("turn")), number))


def month_of_year(words: Words, frame: Frame) -> TimeSpan | None:
    """A month of this, the last or the next year (``l'an dernier, en mai``)."""
    number, turn = words.int("month") or words.int("month2"), words.int("turn")
    turn = words.int("turn2") if turn is None else turn
    known = frame.today.year if frame.today else None
    if turn is None or not number:
        return None
    return span_of(Moment(known + turn if known else None, number))


def month_range(words: Words, frame: Frame) -> TimeSpan | None:
    """From one month to another."""
    first, last = words.int("month"), words.int("month2")
    if first is None or last is None:
        return None
    year2 = words.int("year2") or frame.year_for(last)
    year = words.int("year") or (year2 - (first > last) if year2 else None)
    return interval(span_of(Moment(year, first)), span_of(Moment(year2, last)))


def year(words: Words, _frame: Frame) -> TimeSpan | None:
    """A year."""
    return span_of(Moment(words.int("year")))


def year_range(words: Words, _frame: Frame) -> TimeSpan | None:
    """From one year to another."""
    return interval(span_of(Moment(words.int("year"))), span_of(Moment(words.int("year2"))))


def decade(words: Words, _frame: Frame) -> TimeSpan | None:
    """Ten years, in digits."""
    start = words.int("decade")
    if start is None:
        return None
    start += 1900 if start < 100 else 0
    return TimeSpan(f"{start // 10}X", f"{start}-01-01", f"{start + 9}-12-31")


def part_of_month(words: Words, frame: Frame) -> TimeSpan | None:
    """Beginning, middle or end of a month: the EDTF says the month, the bounds say which days."""
    number = words.int("month")
    if number is None:
        return None
    known = words.int("year") or frame.year_for(number, turn=words.int("turn"))
    return narrow_month(Moment(known, number), words.str("part"), frame)


def narrow_month(moment: Moment, part: str | None, frame: Frame) -> TimeSpan | None:
    """A month whose bounds are those of its part."""
    span = span_of(moment)
    if span is None or moment.year is None or moment.month is None or part is None:
        return span
    first, last = frame.grammar.month_parts[part]
    begin, end = month_bounds(moment.year, moment.month)
    return TimeSpan(span.edtf, f"{begin[:8]}{first:02d}", min(end, f"{begin[:8]}{last:02d}"))


def part_of_year(words: Words, frame: Frame) -> TimeSpan | None:
    """Beginning, middle or end of a year: the EDTF says the year, the bounds say which months."""
    return narrow_year(words.int("year"), words.str("part"), frame)


def narrow_year(number: int | None, part: str | None, frame: Frame) -> TimeSpan | None:
    """A year whose bounds are those of its part."""
    if number is None or part is None:
        return None
    first, last = frame.grammar.year_parts[part]
    return TimeSpan(f"{number:04d}", month_bounds(number, first)[0], month_bounds(number, last)[1])


def slice_of_year(words: Words, frame: Frame) -> TimeSpan | None:
    """A quarter or half of a year, of this one if no other is named."""
    known = words.int("year") or (frame.today.year if frame.today else None)
    number, kind = words.int("ordinal"), words.str("slice")
    if known is None or number is None or kind is None:
        return None
    code, count = _SLICES[kind]
    if number > count:
        return None
    size = _MONTHS // count
    last = month_bounds(known, number * size)[1]
    return TimeSpan(f"{known:04d}-{code + number}", month_bounds(known, (number - 1) * size + 1)[0], last)


READERS: dict[str, Reader] = {
    function.__name__: function
    for function in (
        nothing, day, day_first, day_range, day_list, month, month_range, year, year_range, decade, part_of_month,
        part_of_year, slice_of_year, month_of_year,
    )
}  # fmt: skip
