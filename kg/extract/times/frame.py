"""What a date is understood from: the day of publication, the tense, and what was told before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kg.extract.times.days import Moment, add_days, add_months, moment_of, span_of
from kg.extract.times.expression import Direction
from kg.extract.times.grammar import TimeGrammar
from kg.model import TimeSpan

#: kinds of preposition that look ahead, whatever the tense of the verb
_AHEAD = frozenset({"within", "before", "for", "from"})

#: days in a year, and within which a day needs no year
_YEAR = 365
_NEAR = 45
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
