"""Dates counted from the day of publication."""

from __future__ import annotations

from datetime import date

from kg.extract.times.absolute import Reader, narrow_month, narrow_year
from kg.extract.times.days import Moment, about, add_days, add_months, interval, since, span_of, until
from kg.extract.times.frame import Frame
from kg.extract.times.grammar import Words
from kg.model import TimeSpan

_WEEK = 7
_SATURDAY = 5
#: weeks in which a weekday with the day of its month is looked for
_WEEKS_AWAY = 6
_FORTNIGHT = 14


def _count(words: Words) -> int | None:
    for name in ("number", "number2", "dozen"):
        value = words.int(name)
        if value is not None:
            return value
    return None


def _rounded(span: TimeSpan | None, words: Words) -> TimeSpan | None:
    rough = words.int("about") is not None or words.int("dozen") is not None
    return about(span) if span and rough else span


def _away(words: Words, frame: Frame, sign: int) -> TimeSpan | None:
    count, unit, today = _count(words), words.str("unit"), frame.today
    if count is None or unit is None or today is None:
        return None
    if words.str("half") and unit == "year":
        moved = frame.move(today, "month", sign * (12 * count + 6))
    else:
        moved = frame.move(today, unit, sign * count)
    if moved and words.str("exact") and unit in ("year", "month"):
        year = moved.year or today.year
        moved = Moment(year, moved.month or today.month, today.day)
    return _rounded(span_of(moved), words) if moved else None


def ago(words: Words, frame: Frame) -> TimeSpan | None:
    """So long before the publication."""
    return _away(words, frame, -1)


def ahead(words: Words, frame: Frame) -> TimeSpan | None:
    """So long after the publication."""
    return _away(words, frame, 1)


def lasting(words: Words, frame: Frame) -> TimeSpan | None:
    """Since so long."""
    start = _away(words, frame, -1)
    return since(start) if start else None


def recent(words: Words, frame: Frame) -> TimeSpan | None:
    """The last or next so many days, months or years; without a number only the past says something."""
    unit, count, turn = words.str("unit"), _count(words), words.int("turn")
    if unit is None or frame.today is None or turn == 0:
        return None
    here = span_of(frame.today)
    ahead_ = turn is None or turn > 0
    if count is None:  # "dans les prochains jours" says no more than that it is planned
        return until(here) if here and not ahead_ else None
    moved = frame.move(frame.today, unit, count if ahead_ else -count)
    if moved is None:
        return None
    now = span_of(Moment(*((frame.today.year, frame.today.month, frame.today.day)[: _precision(moved)])))
    return interval(now, span_of(moved)) if ahead_ else interval(span_of(moved), now)


def _precision(moment: Moment) -> int:
    return 3 if moment.day else 2 if moment.month else 1


def weekday(words: Words, frame: Frame) -> TimeSpan | None:
    """A day of the week, before or after the publication; the same day counts unless *last* or *next* is said."""
    wanted = words.int("weekday")
    return frame.day(_weekday(frame, wanted, words.int("turn"))) if wanted is not None else None


def _weekday(frame: Frame, wanted: int, turn: int | None) -> date | None:
    now = frame.now
    if now is None or frame.weekday is None:
        return None
    forward = turn > 0 if turn else frame.forward
    distance = (wanted - now.weekday()) % _WEEK if forward else -((now.weekday() - wanted) % _WEEK)
    if turn and distance in (0, -1):  # yesterday is not called *last*
        distance += _WEEK if forward else -_WEEK
    return add_days(now, distance)


def weekday_number(words: Words, frame: Frame) -> TimeSpan | None:
    """``vendredi 28``: the nearest day that has both, in the direction of the tense unless the other is a week away."""
    wanted, number = words.int("weekday"), words.int("day")
    first = _weekday(frame, wanted, None) if wanted is not None else None
    if first is None or number is None or frame.now is None:
        return None
    turn = 1 if frame.forward else -1
    told, other = _of_number(first, number, turn), _of_number(first, number, -turn)
    if other is not None and abs((other - frame.now).days) <= _WEEK:
        near = told is not None and abs((told - frame.now).days) <= _FORTNIGHT
        told = told if near else other
    return frame.day(told)


def _of_number(first: date, number: int, turn: int) -> date | None:
    """The first day of that number from a day on, week by week."""
    days = (add_days(first, turn * _WEEK * n) for n in range(_WEEKS_AWAY))
    return next((d for d in days if d and d.day == number), None)


def weekday_range(words: Words, frame: Frame) -> TimeSpan | None:
    """From one day of the week to the next one named."""
    first, last = words.int("weekday"), words.int("weekday2")
    if first is None or last is None:
        return None
    end = _weekday(frame, last, words.int("turn"))
    begin = add_days(end, -((last - first) % _WEEK)) if end else None
    return interval(frame.day(begin), frame.day(end))


def weekday_night(words: Words, frame: Frame) -> TimeSpan | None:
    """The night between two days of the week."""
    first, last = words.int("weekday"), words.int("weekday2")
    if first is None:
        return None
    end = _weekday(frame, (first + 1) % _WEEK if last is None else last, words.int("turn"))
    return interval(frame.day(add_days(end, -1)), frame.day(end)) if end else None


def deictic(words: Words, frame: Frame) -> TimeSpan | None:
    """Yesterday, today, tomorrow."""
    return frame.shifted(words.int("deictic") or 0)


def today(_words: Words, frame: Frame) -> TimeSpan | None:
    """The day of publication."""
    return frame.shifted(0)


def night(words: Words, frame: Frame) -> TimeSpan | None:
    """The night before the publication, or the one of the day that is told of if that is longer ago."""
    now, told = frame.now, frame.day_told
    if now and words.str("this") and frame.forward:
        return interval(frame.shifted(0), frame.shifted(1))
    day_told = told.on_calendar(frame.proxy) if told else None
    recent_enough = now and day_told and (now - day_told).days <= 1
    if told and not recent_enough and words.int("turn") is None and not words.str("this"):
        after = frame.move(told, "day", 1)
        return interval(span_of(told), span_of(after)) if after else None
    return interval(frame.shifted(-1), frame.shifted(0))


def week(words: Words, frame: Frame) -> TimeSpan | None:
    """Monday to Sunday of this, the last or the next week."""
    now = frame.now
    if now is None or frame.weekday is None:
        return None
    monday = -now.weekday() + _WEEK * (words.int("turn") or 0)
    return interval(frame.shifted(monday), frame.shifted(monday + _WEEK - 1))


def weekend(words: Words, frame: Frame) -> TimeSpan | None:
    """Saturday and Sunday."""
    now, turn = frame.now, words.int("turn")
    if now is None or frame.weekday is None:
        return None
    saturday = _SATURDAY - now.weekday()
    inside = saturday <= 0
    forward = turn > 0 if turn else frame.forward
    if forward:
        saturday += _WEEK if inside and turn else 0
    elif turn or not inside:
        saturday -= _WEEK
    return interval(frame.shifted(saturday), frame.shifted(saturday + 1))


def month_relative(words: Words, frame: Frame) -> TimeSpan | None:
    """This, the last or the next month."""
    moment = _this_month(words, frame)
    return span_of(moment) if moment else None


def _this_month(words: Words, frame: Frame) -> Moment | None:
    if frame.today is None or frame.today.month is None:
        return None
    return add_months(frame.today, words.int("turn") or 0)


def year_relative(words: Words, frame: Frame) -> TimeSpan | None:
    """This, the last or the next year."""
    number = _this_year(words, frame)
    return span_of(Moment(number)) if number else None


def _this_year(words: Words, frame: Frame) -> int | None:
    known = frame.today.year if frame.today else None
    return known + (words.int("turn") or 0) if known else None


def part_of_this_month(words: Words, frame: Frame) -> TimeSpan | None:
    """Beginning, middle or end of this, the last or the next month."""
    moment = _this_month(words, frame)
    return narrow_month(moment, words.str("part"), frame) if moment else None


def part_of_this_year(words: Words, frame: Frame) -> TimeSpan | None:
    """Beginning, middle or end of this, the last or the next year."""
    return narrow_year(_this_year(words, frame), words.str("part"), frame)


def season(words: Words, frame: Frame) -> TimeSpan | None:
    """A season of a year, or the last or next one."""
    code, known = words.int("season"), words.int("year")
    if code is None:
        return None
    if known is None:
        known = _season_year(words, frame, code)
    if known is None:
        return None
    first, last = _season_bounds(frame, code, known)
    return TimeSpan(f"{known:04d}-{code}", first, last)


def _season_bounds(frame: Frame, code: int, known: int) -> tuple[str, str]:
    first, last = frame.grammar.seasons[code]
    return f"{known:04d}-{first}", f"{known + (last < first):04d}-{last}"


def _season_year(words: Words, frame: Frame, code: int) -> int | None:
    now = span_of(frame.today) if frame.today else None
    turn = words.int("turn")
    if frame.today is None or frame.today.year is None or now is None or not now.earliest or not now.latest:
        return None
    years = range(max(1, frame.today.year - 2), min(date.max.year, frame.today.year + 3))
    spans = [(known, *_season_bounds(frame, code, known)) for known in years]
    if turn == 1 or (turn is None and frame.forward):
        ahead_ = (year for year, first, last in spans if (first > now.latest if turn else last >= now.earliest))
        return next(ahead_, None)
    past = (year for year, first, last in reversed(spans) if (last < now.earliest if turn else first <= now.latest))
    return next(past, None)


def return_to_school(words: Words, frame: Frame) -> TimeSpan | None:
    """The month in which schools and courts begin again."""
    number = frame.grammar.school_return
    return span_of(Moment(frame.year_for(number, turn=words.int("turn")), number)) if frame.today else None


READERS: dict[str, Reader] = {
    **{
        function.__name__: function
        for function in (
            ago, ahead, recent, weekday, weekday_number, weekday_range, weekday_night, deictic, today, night, week,
            weekend, month_relative, year_relative, part_of_this_month, part_of_this_year, season, return_to_school,
        )
    },
    "since": lasting,
}  # fmt: skip
