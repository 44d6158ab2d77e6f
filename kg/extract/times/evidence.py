"""What a text says about the day on which it was published."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, partial

from kg.extract.times.days import Moment, add_days, real_day
from kg.extract.times.finding import find_times
from kg.extract.times.folding import fold
from kg.extract.times.grammar import TimeGrammar, Words

#: a year in which every day of a month exists, for days whose year is unknown
_LEAP_YEAR = 2004
_WEEK = 7
_BREAK = re.compile(r"[.!?\n]")
#: code points of a sentence that are looked at on each side
_SENTENCE = 300


@dataclass(frozen=True, slots=True)
class Pinned:
    """The day of publication as one rule sees it; its year may be unknown."""

    rule: str
    moment: Moment
    weekday: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that was found, each kind in text order."""

    pinned: tuple[Pinned, ...]
    posts: tuple[tuple[date, str], ...]  #: days of the posts that are quoted, with the words
    weekdays: tuple[tuple[int, str], ...]  #: of the publication, with the words
    #: last day of the latest month or day with a year that is told of as past; looked for only if asked, and once
    latest: Callable[[], date | None]
    coming: tuple[Moment, ...]  #: days of a month that are said to come next


@dataclass(frozen=True, slots=True)
class _Source:
    text: str
    folded: str
    grammar: TimeGrammar

    def all(self, name: str) -> Iterator[tuple[Words, str, int]]:
        """What a pattern reads, its words in the text and where they begin."""
        rule = self.grammar.dating[name]
        for found in rule.pattern.finditer(self.folded):
            yield rule.words(self.folded, found.start()), self.text[found.start() : found.end()], found.start()


def gather(text: str, grammar: TimeGrammar) -> Evidence:
    """Read all the evidence of a text."""
    source = _Source(text, fold(text), grammar)
    return Evidence(
        (*_anniversaries(source), *_gaps(source), *_deictic(source), *_reported(source)),
        tuple(_posts(source)),
        tuple(_weekdays(source)),
        cache(partial(_latest, source)),
        tuple(_moment(words) for words, _, _ in source.all("next-day")),
    )


def _moment(words: Words) -> Moment:
    return Moment(words.int("year"), words.int("month"), words.int("day"))


def _posts(source: _Source) -> Iterator[tuple[date, str]]:
    for words, quote, _ in source.all("post"):
        year, month, day = (words.int(name) or words.int(f"{name}2") or 0 for name in ("year", "month", "day"))
        if found := real_day(year, month, day):
            yield found, quote


def _anniversaries(source: _Source) -> Iterator[Pinned]:
    for name in ("anniversary", "anniversary-first"):
        for words, quote, _ in source.all(name):
            moment, years = _moment(words), words.int("number")
            if moment.year and years and moment.on_calendar(_LEAP_YEAR):
                yield Pinned("anniversary", Moment(moment.year + years, moment.month, moment.day), None, quote)


def _gaps(source: _Source) -> Iterator[Pinned]:
    """``Deux jours après la fusillade de Mons, mardi 15 octobre 2024``: the news came so many days later."""
    for words, quote, _ in source.all("gap-date"):
        yield from _pin("gap", _moment(words), words.int("weekday"), words.int("number") or 0, quote)


def _deictic(source: _Source) -> Iterator[Pinned]:
    for name in ("deictic", "this-day"):
        for words, quote, _ in source.all(name):
            yield from _pin(name, _moment(words), words.int("weekday"), -(words.int("deictic") or 0), quote)


def _pin(rule: str, said: Moment, weekday: int | None, distance: int, quote: str) -> Iterator[Pinned]:
    """The publication, so many days after a day that the text names."""
    day = said.on_calendar(_LEAP_YEAR)
    after = add_days(day, distance) if day else None
    if after and day:
        year = said.year + (after.year - day.year) if said.year else None
        moved = None if weekday is None else (weekday + distance) % _WEEK
        yield Pinned(rule, Moment(year, after.month, after.day), moved, quote)


def _weekdays(source: _Source) -> Iterator[tuple[int, str]]:
    for name in ("reported", "this-weekday"):
        for words, quote, _ in source.all(name):
            number = words.int("weekday")
            if number is not None:
                yield number, quote.split()[-1]


def _reported(source: _Source) -> Iterator[Pinned]:
    """A day named with its weekday and no year is recent: the news came on the next such weekday as is reported."""
    weekday = next(_weekdays(source), None)
    for words, _, begin in source.all("recent-day"):
        named = words.int("weekday")
        if weekday and named is not None and not _looks_ahead(source, begin):
            yield from _pin("reported", _moment(words), named, (weekday[0] - named) % _WEEK, weekday[1])


def _looks_ahead(source: _Source, position: int) -> bool:
    """Whether a verb of the sentence is in the future tense."""
    before = _BREAK.split(source.folded[max(0, position - _SENTENCE) : position])[-1]
    after = _BREAK.split(source.folded[position : position + _SENTENCE])[0]
    return bool(source.grammar.dating["looks-ahead"].pattern.search(before + after))


def _latest(source: _Source) -> date | None:
    days = [
        date.fromisoformat(found.value.latest)
        for found in find_times(source.text, source.grammar, None)
        if found.value.latest
        and "/" not in found.value.edtf
        and "-" in found.value.edtf
        and not _looks_ahead(source, found.begin)
    ]
    return max(days, default=None)


def first_after(moment: Moment, day: date) -> date | None:
    """The first such day of a year after ``day``."""
    if moment.month is None or moment.day is None:
        return None
    years = range(day.year, min(day.year + 9, date.max.year))
    found = (real_day(year, moment.month, moment.day) for year in years)
    return next((d for d in found if d and d > day), None)


def day_before(day: date) -> date:
    """The day before, or the day itself at the beginning of the calendar."""
    return day - timedelta(1) if day > date.min else day
