"""What a date is understood from: the day of publication, the tense, and what was told before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kg.extract.times.days import Moment, add_days, add_months, moment_of, real_day, span_of
from kg.extract.times.expression import Direction
from kg.extract.times.grammar import TimeGrammar
from kg.model import TimeSpan

#: kinds of preposition that look ahead, whatever the tense of the verb
_AHEAD = frozenset({"within", "before", "for", "from"})

#: days in a year, and within which a day needs no year
_YEAR = 365
_NEAR = 45
#: days to the next day of a narration: in the historic present (which may also go back a little), in a past tense
_NARRATED, _NEXT = 120, 31
#: months of a year, and a day in the middle of one
_MONTHS, _MIDDLE = 12, 15


@dataclass(frozen=True, slots=True)
class Frame:
    """The circumstances of one expression."""

    grammar: TimeGrammar
    direction: Direction
    today: Moment | None  #: publication, as far as it is known
    weekday: int | None  #: of the publication, 0 is Monday; ``None``: unknown
    proxy: int  #: year to count in where the year is unknown
    link: str | None = None  #: kind of the preposition before the expression
    told: TimeSpan | None = None  #: the last date of the narration, of any precision
    day_told: Moment | None = None  #: its last day
    here: bool = False  #: whether ``day_told`` stands in the string that is read
    opens: bool = False  #: whether the expression opens a paragraph
    context: Moment | None = None  #: a month with its year, told before in the same sentence

    @property
    def now(self) -> date | None:
        """The day of publication on a calendar, perhaps of a proxy year."""
        return self.today.on_calendar(self.proxy) if self.today else None

    @property
    def forward(self) -> bool:
        """Whether an expression without *last* or *next* lies ahead."""
        if self.link == "since":
            return False
        return self.link in _AHEAD or self.direction is not Direction.PAST

    def day(self, day: date | None) -> TimeSpan | None:
        """A day counted from the publication; without its year if that is unknown."""
        if day is None or self.today is None:
            return None
        return span_of(moment_of(day, year_known=self.today.year is not None))

    def shifted(self, count: int) -> TimeSpan | None:
        """So many days after the publication."""
        return self.day(add_days(self.now, count)) if self.now else None

    def move(self, base: Moment | None, unit: str, count: int) -> Moment | None:
        """So many units later, as precise as the unit: years give a year, weeks a day."""
        if base is None:
            return None
        if unit == "year":
            return Moment(base.year + count) if base.year else None
        if unit == "month":
            return add_months(base, count) if base.month else None
        start = base.on_calendar(self.proxy)
        days = {"day": count, "week": 7 * count, "hour": int(count / 24)}[unit]
        later = add_days(start, days) if start else None
        return moment_of(later, year_known=base.year is not None) if later else None

    def year_for(self, month: int, day: int | None = None, turn: int | None = None) -> int | None:
        """The year of a day or month named without one; ``None`` if nothing tells it."""
        if turn is None and (year := self._year_in_context(month, day)):
            return year
        if turn is None and day and (year := self._year_of_narration(month, day)):
            return year
        today = self.today
        if today is None or today.year is None:
            return None
        if today.month is None or turn == 0:
            return today.year
        parts = 2 if day and today.day else 1
        there, here = (month, day or 0)[:parts], (today.month, today.day or 0)[:parts]
        if turn is not None and there == here:
            return today.year + turn
        forward = turn == 1 or (turn is None and self.forward)
        if turn is None and self._is_vague:
            forward = self._is_nearer_ahead(month, day)
        elif turn is None and self.link not in _AHEAD and day and today.day:
            forward = self._is_forward_by_distance(month, day, forward=forward)
        return today.year + (there < here) if forward else today.year - (there > here)

    @property
    def _is_vague(self) -> bool:
        """Whether neither tense nor preposition tells what lies ahead: ``il se rend``, ``prolongé jusqu'au``."""
        present = self.direction is Direction.PRESENT and self.link not in _AHEAD
        return present or (self.link == "until" and self.direction is not Direction.FUTURE)

    def _is_nearer_ahead(self, month: int, day: int | None) -> bool:
        now, there = self.now, Moment(self.proxy, month, day or _MIDDLE).on_calendar(self.proxy)
        if now is None or there is None:
            today = self.today
            return today is None or today.month is None or (month - today.month) % _MONTHS <= _MONTHS / 2
        return (there - now).days % _YEAR <= (now - there).days % _YEAR

    def _is_forward_by_distance(self, month: int, day: int, *, forward: bool) -> bool:
        """A day without its year is near: some weeks ago rather than in eleven months, whatever the tense."""
        now, there = self.now, Moment(self.proxy, month, day).on_calendar(self.proxy)
        if now is None or there is None:
            return forward
        ago, ahead = (now - there).days % _YEAR, (there - now).days % _YEAR
        return ahead <= _NEAR if forward and ago <= _NEAR else forward

    def _year_in_context(self, month: int, day: int | None) -> int | None:
        before = self.context
        if before is None or before.year is None or before.month is None or self.forward:
            return None
        earlier = (month, day or 31) < (before.month, before.day or 0)
        year = before.year + earlier
        limit = self.today
        if limit and limit.year and (year, month) > (limit.year, limit.month or 12):
            return None
        return year

    def _year_of_narration(self, month: int, day: int) -> int | None:
        """``… dans la nuit du 6 au 7 mars 2022. Le 10 mars, il se rend à Anvers``: of a story told of another year."""
        told, today = self.told, self.today
        if told is None or today is None or today.year is None or self.link in _AHEAD or not told.earliest:
            return None
        start, now = date.fromisoformat(told.earliest), today.on_calendar(self.proxy)
        if start.year >= today.year or now is None or (now - start).days <= _NARRATED:
            return None
        if any(abs((d - now).days) <= _NEAR for d in _in_years(now.year, month, day)):
            return None  # "Il a été arrêté le 3 mars 2022. Le procès s'ouvre le 20 mai.": of these days
        nearest = min(_in_years(start.year, month, day), key=lambda d: abs((d - start).days), default=None)
        if nearest is None or nearest > now:
            return None
        if self.direction is Direction.PRESENT:
            return nearest.year if -_NEXT <= (nearest - start).days <= _NARRATED else None
        follows = self.here and self.direction is Direction.PAST and 0 <= (nearest - start).days <= _NEXT
        return nearest.year if follows else None


def _in_years(year: int, month: int, day: int) -> list[date]:
    """A day of a month in a year, the one before and the one after."""
    return [d for d in (real_day(y, month, day) for y in (year - 1, year, year + 1)) if d]
