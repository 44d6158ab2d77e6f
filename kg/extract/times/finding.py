"""Find the dates of a text and say which days they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from kg.extract.times import absolute, relative, told
from kg.extract.times.days import Moment, about, interval, proxy_year, read_moment, since, span_of, until
from kg.extract.times.expression import Direction, TimeExpression
from kg.extract.times.folding import fold
from kg.extract.times.frame import Frame
from kg.extract.times.grammar import Rule, TimeGrammar, Words
from kg.model import TimeSpan

_READERS = {**absolute.READERS, **relative.READERS, **told.READERS}
#: what reads a term counted from the publication
_TERM = "ahead"
_SENTENCE_END = re.compile(r"[.!?…][\s»\"”)]|\n[ ]?\n")
_UP_TO = frozenset({"until", "before", "within"})
#: prepositions that do not say that something happened on the day
_OPEN = frozenset({"since", "after", "from"}) | _UP_TO


def find_times(
    text: str,
    grammar: TimeGrammar,
    reference: TimeSpan | None,
    *,
    direction: Callable[[int], Direction] | Direction = Direction.PAST,
    anchor: TimeSpan | None = None,
) -> tuple[TimeExpression, ...]:
    """The dates of ``text`` in order, without overlaps.

    Args:
        text: what to read; offsets of the result are code points in it.
        grammar: of the text's language.
        reference: date of the document, as far as it is known. If its year is unknown, a weekday among the words of
            ``reference.text`` (the last one) is the weekday of the publication.
        direction: of every expression, or of the one at an offset: the tense of its clause.
        anchor: the day that the narration had reached before this text.
    """
    folded = grammar.prepare(text)
    frame = start_frame(grammar, reference, anchor)
    look = direction if callable(direction) else lambda _offset: direction
    return tuple(_read(text, folded, grammar, frame, look))


def start_frame(grammar: TimeGrammar, reference: TimeSpan | None, anchor: TimeSpan | None) -> Frame:
    """The circumstances at the beginning of a text."""
    today = read_moment(reference) if reference else None
    weekday = _weekday(grammar, reference, today)
    told_before = read_moment(anchor) if anchor else None
    day = _first_day(anchor)
    proxy = proxy_year(today or told_before, weekday)
    return Frame(grammar, Direction.PAST, today, weekday, proxy, told=anchor, day_told=day)


def _weekday(grammar: TimeGrammar, reference: TimeSpan | None, today: Moment | None) -> int | None:
    if today and today.year and (day := today.on_calendar(today.year)):
        return day.weekday()
    if today is None or not today.precise or reference is None or not reference.text:
        return None
    return _weekday_in(fold(reference.text), grammar)


def _weekday_in(folded: str, grammar: TimeGrammar) -> int | None:
    """The last weekday of some words, or the one that it makes today if they say *yesterday* or *tomorrow*."""
    weekday, distance = None, 0
    for word in folded.replace(",", " ").split():
        distance = grammar.deictics.get(word, distance)
        if word in grammar.weekdays:
            weekday = (grammar.weekdays[word] - distance) % 7
            distance = 0
    return weekday


def _first_day(span: TimeSpan | None) -> Moment | None:
    """The first day of a day or of an interval of days."""
    moment = read_moment(TimeSpan(span.edtf.split("/", maxsplit=1)[0])) if span else None
    return moment if moment and moment.precise else None


def _read(
    text: str, folded: str, grammar: TimeGrammar, frame: Frame, look: Callable[[int], Direction]
) -> Iterator[TimeExpression]:
    previous_end = 0
    for found in grammar.scan(folded):
        rule, begin = _rule(grammar, found)
        link = found["link"]
        kind = grammar.links.get(" ".join(link.split())) if link else None
        if frame.context and _SENTENCE_END.search(folded, previous_end, found.start()):
            frame = replace(frame, context=None)
        words = rule.words(folded, begin)
        opens = folded[max(0, found.start() - 4) : found.start()].rstrip(' «"')[-1:] in ("", "\n")
        frame = replace(frame, direction=look(found.start()), link=kind, opens=opens)
        value = _READERS[rule.read](words, frame)
        bounded = _bounded(value, rule, frame) if value else None
        if value is None or bounded is None:
            continue
        quote = text[found.start() : found.end()]
        name = f"{grammar.language}/times.{rule.name}"
        looks_back = rule.read == _TERM or (rule.read in told.READERS and not _moves_on(words))
        yield TimeExpression(found.start(), found.end(), quote, replace(bounded, text=quote), name, looks_back)
        frame, previous_end = _next_frame(frame, value, words, looks_back=looks_back), found.end()


def _rule(grammar: TimeGrammar, found: re.Match[str]) -> tuple[Rule, int]:
    """The rule that the scanner found, and where its own words begin."""
    group = found.lastgroup or ""
    return grammar.rules[group], found.start(group)


def _bounded(value: TimeSpan, rule: Rule, frame: Frame) -> TimeSpan | None:
    """Apply the preposition: since, until, about."""
    kind = frame.link
    if kind in _UP_TO and rule.read.startswith("part_of") and value.latest:
        value = TimeSpan(value.latest, value.latest, value.latest)
    if kind in ("since", "after", "from"):
        return since(value)
    if kind == "within":
        now = span_of(frame.today) if frame.today else None
        return interval(now, value) or until(value)
    if kind in ("until", "before"):
        return until(value)
    return about(value) if kind == "about" and rule.read == "year" else value


def _next_frame(frame: Frame, value: TimeSpan, words: Words, *, looks_back: bool) -> Frame:
    """What the narration has reached after an expression.

    The day of publication is no day of the narration; a look back (the eve) or a term (``sous 48 heures``) does not
    move it.
    """
    moment = read_moment(value)
    if moment and moment.month and (words.int("year") or words.int("year2")):
        frame = replace(frame, context=moment)
    if frame.link in _OPEN or looks_back or moment == frame.today:
        return frame
    day = _first_day(value)
    return replace(frame, told=value, day_told=day or frame.day_told, here=frame.here or day is not None)


def _moves_on(words: Words) -> bool:
    return any((words.int(name) or 0) > 0 for name in ("anaphor", "shift", "step"))
