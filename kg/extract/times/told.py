"""Dates counted from a day that the text told before; from the publication if there is none and it is a day."""

from __future__ import annotations

from kg.extract.times.absolute import Reader
from kg.extract.times.days import Moment, about, interval, read_moment, span_of
from kg.extract.times.frame import Frame
from kg.extract.times.grammar import Words
from kg.model import TimeSpan

#: last hour that belongs to a night
_DAWN = 6


def _base(frame: Frame, count: int = 0) -> Moment | None:
    """What is counted from. A past that follows the day of publication is none."""
    if frame.day_told or (count > 0 and not frame.forward):
        return frame.day_told
    return frame.today if frame.today and frame.today.precise else None


def _told(frame: Frame) -> Moment | None:
    return read_moment(frame.told) if frame.told else None


def _span(moment: Moment | None) -> TimeSpan | None:
    return span_of(moment) if moment else None


def anaphor(words: Words, frame: Frame) -> TimeSpan | None:
    """The eve, the day after, the same day."""
    count = words.int("anaphor") or 0
    if not count and not frame.day_told and frame.told:
        return _span(_told(frame))
    return _span(frame.move(_base(frame, count), "day", count))


def day_after_event(_words: Words, frame: Frame) -> TimeSpan | None:
    """The day after a happening: only if a day was told of."""
    return _span(frame.move(frame.day_told, "day", 1))


def day_after_date(words: Words, frame: Frame) -> TimeSpan | None:
    """The day after a happening whose date follows (``au lendemain du naufrage du 28 janvier``)."""
    month, number = words.int("month"), words.int("day")
    if not month or not number:
        return None
    year = words.int("year") or frame.year_for(month, number)
    return _span(frame.move(Moment(year, month, number), "day", 1))


def shifted(words: Words, frame: Frame) -> TimeSpan | None:
    """So long before or after what was told."""
    unit, count = words.str("unit"), words.int("number")
    if unit is None or count is None:
        return None
    count *= words.int("shift") or 1
    base, told = _base(frame, count), _told(frame)
    if unit in ("day", "week", "hour") and told and told.month and not told.day:
        return _span(told)  # so soon after something in a month: no day is known
    if unit in ("month", "year"):
        base = _told(frame) or base
    moved = _span(frame.move(base, unit, count))
    return about(moved) if moved and words.int("about") else moved


def gap_after(words: Words, frame: Frame) -> TimeSpan | None:
    """The time of the happening named next: so long before what was told."""
    unit, count = words.str("unit"), words.int("number")
    if unit is None or count is None:
        return None
    moved = _span(frame.move(_base(frame), unit, -count))
    return about(moved) if moved and words.int("about") else moved


def after_lasting(words: Words, frame: Frame) -> TimeSpan | None:
    """The days, up to the one told of, that the happening named next had lasted."""
    unit, count = words.str("unit"), words.int("number")
    if unit not in ("day", "week") or not count:
        return None
    first = frame.move(_base(frame), unit, -count)
    return interval(_span(first), _span(frame.move(_base(frame), "day", -1)))


def same_period(words: Words, frame: Frame) -> TimeSpan | None:
    """The same week, month or year as told."""
    return _period(words.str("unit"), 0, frame)


def period_step(words: Words, frame: Frame) -> TimeSpan | None:
    """The day, week, month or year before or after the one told of."""
    return _period(words.str("unit"), words.int("step") or 0, frame)


def month_same_year(words: Words, frame: Frame) -> TimeSpan | None:
    """A month of the year told before."""
    told, month = _told(frame) or frame.day_told, words.int("spelled")
    return _span(Moment(told.year, month)) if told and told.year and month else None


def same_told(_words: Words, frame: Frame) -> TimeSpan | None:
    """What was told before, as it was told: a period, a day."""
    return frame.told


def _period(unit: str | None, step: int, frame: Frame) -> TimeSpan | None:
    moment = _told(frame) or frame.day_told
    if moment is None or unit is None or unit == "hour":
        return None
    moved = frame.move(moment, unit, step)
    start = moved.on_calendar(frame.proxy) if moved else None
    if unit != "week" or moved is None or start is None:
        return _span(moved)
    monday = frame.move(moved, "day", -start.weekday())
    return interval(_span(monday), _span(frame.move(monday, "day", 6)))


def small_hours(words: Words, frame: Frame) -> TimeSpan | None:
    """An hour before dawn, after a night was told of: the night's second day."""
    hour = words.int("number")
    if hour is None or hour > _DAWN or frame.told is None:
        return None
    first, _, second = frame.told.edtf.partition("/")
    night = read_moment(TimeSpan(first)) if second else None
    after = _span(frame.move(night, "day", 1)) if night and night.precise else None
    return after if after and after.edtf == second else None


def told_day(_words: Words, frame: Frame) -> TimeSpan | None:
    """A part of the day told of here; of the publication if a paragraph opens so or that day is to come."""
    now, told = frame.now, frame.day_told.on_calendar(frame.proxy) if frame.day_told else None
    if now is None or (frame.here and not frame.opens and told and told <= now):
        return _span(frame.day_told)
    return frame.shifted(0)


READERS: dict[str, Reader] = {
    function.__name__: function
    for function in (
        anaphor, day_after_event, day_after_date, shifted, gap_after, after_lasting, same_period, period_step,
        small_hours, told_day, month_same_year, same_told,
    )
}  # fmt: skip
