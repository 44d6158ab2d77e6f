"""The date of a document, from its own words: given in a header or signature, else worked out from what it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from kg.extract.times.days import Moment, read_moment, real_day, span_of
from kg.extract.times.evidence import Evidence, Pinned, day_before, first_after, gather
from kg.extract.times.finding import find_times
from kg.extract.times.folding import fold
from kg.extract.times.grammar import TimeGrammar
from kg.model import DateOrigin, Document, TimeSpan

#: lines with text that are looked at, at the beginning and at the end; code points of each
_HEAD, _TAIL, _WIDTH = 12, 4, 240
_YEAR = timedelta(370)
_WEEK = timedelta(7)

Found = tuple[str, TimeSpan]  #: rule and date


def date_document(document: Document, grammar: TimeGrammar) -> Document:
    """The document with its date, how the date is known, and by which rule; unchanged if it has one or none is found.

    A date whose year is unknown but whose weekday is known carries the weekday as the last word of its ``text``.
    """
    if document.published is not None:
        return document
    given = _given(document, grammar)
    found = given if given and _complete(given[1]) else None
    origin = DateOrigin.GIVEN
    if found is None:
        evidence = gather(document.text, grammar)
        refined = _refined(given, evidence, grammar) if given else _inferred(evidence)
        found = refined or given
        origin = DateOrigin.GIVEN if given and _same(given, found) else DateOrigin.INFERRED
    if found is None:
        return document
    rule = f"{grammar.language}/dates.{found[0]}"
    return replace(document, published=found[1], date_origin=origin, date_rule=rule)


def _complete(span: TimeSpan) -> bool:
    moment = read_moment(span)
    return bool(moment and moment.precise and moment.year)


def _same(given: Found, found: Found | None) -> bool:
    return found is not None and found[1].edtf == given[1].edtf


def _given(document: Document, grammar: TimeGrammar) -> Found | None:
    """The first full date of a header, signature or address; else the first partial one."""
    found = [*_header_dates(document.text, grammar), *_address(document.url, grammar)]
    return next((f for f in found if _complete(f[1])), found[0] if found else None)


def _header_dates(text: str, grammar: TimeGrammar) -> Iterator[Found]:
    lines = [line[:_WIDTH] for line in text.splitlines() if line.strip()]
    for line in lines[:_HEAD] + lines[max(_HEAD, len(lines) - _TAIL) :]:
        stripped = line.strip()
        folded = fold(stripped)
        for name, pattern in grammar.headers:
            if (header := pattern.search(folded)) and (
                span := _only_date(stripped[slice(*header.span("date"))], grammar)
            ):
                yield name, span


def _only_date(words: str, grammar: TimeGrammar) -> TimeSpan | None:
    times = find_times(words, grammar, None)
    return replace(times[0].value, text=words) if times else None


def _address(url: str | None, grammar: TimeGrammar) -> Iterator[Found]:
    rule = grammar.dating["address"]
    found = rule.pattern.search(url or "")
    if found and url:
        words = rule.words(url, found.start())
        span = span_of(Moment(words.int("year"), words.int("month"), words.int("day")))
        if span:
            yield "address", replace(span, text=found[0])


def _refined(given: Found, evidence: Evidence, grammar: TimeGrammar) -> Found | None:
    """A partial date made more precise by what agrees with it; a day without year gets a weekday."""
    rule, span = given
    partial = read_moment(span)
    if partial is None:
        return None
    if partial.precise:
        text = span.text or ""
        named = any(word in grammar.weekdays for word in fold(text).split())
        weekday = [] if named else [word for _, word in evidence.weekdays[:1]]
        return rule, replace(span, text=" … ".join([text, *weekday]))
    for name, day, text in _days(evidence, partial.year):
        if day.month == partial.month and day.year == (partial.year or day.year):
            return name, _day_span(day, text)
    return None


def _day_span(day: date, text: str | None) -> TimeSpan:
    return TimeSpan(day.isoformat(), day.isoformat(), day.isoformat(), text)


def _inferred(evidence: Evidence) -> Found | None:
    """The day, month or year of publication; ``None`` if nothing tells it."""
    for rule, day, text in _days(evidence, None):
        return rule, _day_span(day, text)
    for pinned in evidence.pinned:
        if span := span_of(pinned.moment.without_year()):
            return pinned.rule, replace(span, text=pinned.text)
    return _between(evidence)


def _days(evidence: Evidence, year: int | None) -> Iterator[tuple[str, date, str]]:
    """Full days of publication that the evidence supports, the best first; ``year`` if it is known."""
    post = max(evidence.posts, default=None)
    for pinned in evidence.pinned:
        if day := _full_day(pinned, year, post[0] if post else None, evidence):
            yield pinned.rule, day, pinned.text
    if post and post[0] < date.max - _WEEK:
        wanted = {number for number, _ in evidence.weekdays}
        near = [post[0] + timedelta(count) for count in range(_WEEK.days)]
        yield "post", next((day for day in near if day.weekday() in wanted), post[0]), post[1]


def _full_day(pinned: Pinned, year: int | None, post: date | None, evidence: Evidence) -> date | None:
    """The day itself, or its first occurrence, on the right weekday, within a year of the latest date that is known.

    A day that is told of, unlike a post, says little about the year: then the weekday must be known and agree.
    """
    moment = pinned.moment
    if moment.year or year:
        day = real_day(moment.year or year or 0, moment.month or 0, moment.day or 0)
        return day if day and pinned.weekday in (None, day.weekday()) else None
    known = post or (evidence.latest() if pinned.weekday is not None else None)
    day = first_after(moment, day_before(known)) if known else None
    if day is None or known is None or day - known > _YEAR or pinned.weekday not in (None, day.weekday()):
        return None
    return day


def _between(evidence: Evidence) -> Found | None:
    """After the latest date told as past and before the next occurrence of a coming day: the year or month of both."""
    latest = evidence.latest() if evidence.coming else None
    if latest is None:
        return None
    after = latest + timedelta(1) if latest < date.max else latest
    ends = [end for moment in evidence.coming if (end := first_after(moment, after))]
    before = day_before(min(ends)) if ends else None
    if before is None or before.year != after.year:
        return None
    span = span_of(Moment(after.year, after.month if after.month == before.month else None))
    return ("between", span) if span else None
