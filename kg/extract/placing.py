"""When and where an event took place: times and places given to the event whose clause holds them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.extract.clusters import Cluster
from kg.extract.events import FoundEvent
from kg.extract.holders import event_of
from kg.extract.locations import heads_title, listed_with, locations
from kg.extract.moods import is_negated
from kg.extract.owners import Owner
from kg.extract.parsed import Doc, Token, Tokens
from kg.extract.syntax import Syntax
from kg.extract.syntax.words import VERBAL
from kg.extract.times import TimeExpression, since
from kg.model import PassageKind, TimeSpan

#: words that may stand before the date of a document, its label included
_MAX_LABEL = 2
#: rules that date what comes after the happening named next, and words to its noun
_DAY_AFTER = ("day-after-event", "day-after-date")
_NAMED_NEXT = 4
#: words from a place's name to that of the place that it lies in
_APART = 4
#: words between two dates of a list
_LISTED = 7
_CLAUSE_BREAKS = frozenset({";", ":"})


@dataclass(frozen=True, slots=True)
class Placed:
    """What the event's clause says of its time and place."""

    times: tuple[TimeExpression, ...]
    places: tuple[Cluster, ...]


def place_events(
    events: Sequence[FoundEvent],
    times: Iterable[TimeExpression],
    syntax: Syntax,
    owner: Owner,
    takes_place: Callable[[str], bool],
    lists: Mapping[int, tuple[int, ...]] | None = None,
) -> dict[int, Placed]:
    """Times and places by the position of each event of one reading.

    Args:
        events: event mentions of the reading.
        times: its time expressions.
        syntax: functions of its words.
        owner: the entity that a word names.
        takes_place: whether a place in the clause is where an event of a class happens.
        lists: for the index of a head in a list, the heads of all its items.
    """
    if not events:
        return {}
    given_times = _times_of(events, times, syntax)
    given_places = _places_of(events, syntax, owner, takes_place, lists or {})
    return {
        i: Placed(_one_span(event, given_times.get(i, [])), tuple(given_places.get(i, ())))
        for i, event in enumerate(events)
    }


# --- times ---------------------------------------------------------------------------------------------------------


def _times_of(
    events: Sequence[FoundEvent], times: Iterable[TimeExpression], syntax: Syntax
) -> Mapping[int, list[TimeExpression]]:
    doc = events[0].reading.doc
    given: dict[int, list[TimeExpression]] = defaultdict(list)
    for time in times:
        tokens = doc.char_span(time.begin, time.end)
        if tokens is None or _labels_document(doc, time, syntax) or _signs_post(events[0], time):
            continue
        at = event_of(tokens.root, events, syntax, for_time=True)
        if (
            at is not None
            and not _is_told_so_far(events[at].head, syntax)
            and not _names_before(time, tokens, events[at])
        ):
            given[at].append(_since_then(time, tokens, events[at], syntax))
    return given


def _since_then(time: TimeExpression, words: Tokens, event: FoundEvent, syntax: Syntax) -> TimeExpression:
    """``Depuis sa création, en 2015, le BCIJ a démantelé``: all that time, if what it counts from is no event."""
    before = list(words.doc[max(words[0].sent.start, words[0].i - _LISTED) : words[0].i])
    start = next((t.i for t in reversed(before) if syntax.word(t, "since_prepositions")), None)
    if start is None or time.value.edtf.endswith("/..") or start < event.head.i < words[0].i:
        return time
    between = [t for t in before if t.i > start]
    nominal = all(t.pos_ in ("DET", "NOUN", "ADJ", "ADP", "PUNCT") and t.text not in _CLAUSE_BREAKS for t in between)
    return replace(time, value=since(time.value)) if between and nominal else time


def _is_told_so_far(verb: Token, syntax: Syntax) -> bool:
    """``n'avait pas été revendiquée mardi soir``: when it was still so, not when it happened."""
    return verb.pos_ in VERBAL and is_negated(verb, syntax) and "impf" in syntax.tags(syntax.first_form(verb))


def _names_before(time: TimeExpression, words: Tokens, event: FoundEvent) -> bool:
    """``au lendemain du coup de filet``: the happening named next was the day before."""
    return time.rule.endswith(_DAY_AFTER) and 0 < event.head.i - words[-1].i <= _NAMED_NEXT


def _signs_post(event: FoundEvent, time: TimeExpression) -> bool:
    """The date that closes a quoted post dates the post."""
    reading = event.reading
    return reading.passage.kind is PassageKind.POST and not reading.doc.text[time.end :].strip()


def _labels_document(doc: Doc, time: TimeExpression, syntax: Syntax) -> bool:
    """``date 2023-11 …`` at the opening of a text dates the document, not what it tells."""
    before = [t for t in doc[: _MAX_LABEL + 1] if t.idx < time.begin]
    return 0 < len(before) <= _MAX_LABEL and syntax.word(before[-1], "date_labels")


def _one_span(event: FoundEvent, times: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """Dates in a list (``en juin et octobre``) are the interval that they span; of others the nearest one counts."""
    if len({t.value.edtf for t in times}) < 2 or not all(_is_whole(t.value) for t in times):
        return tuple(times)
    first = min(times, key=lambda t: t.value.earliest or "")
    last = max(times, key=lambda t: t.value.latest or "")
    if (first.value.latest or "") >= (last.value.earliest or ""):  # one lies in the other: the narrower says it
        return (max(times, key=lambda t: len(t.value.edtf)),)
    if not _are_listed(event.reading.doc, times):
        return (min(times, key=lambda t: min(abs(event.head.idx - t.end), abs(event.head.idx - t.begin))),)
    span = TimeSpan(f"{first.value.edtf}/{last.value.edtf}", first.value.earliest, last.value.latest)
    return (replace(first, value=span),)


def _are_listed(doc: Doc, times: Sequence[TimeExpression]) -> bool:
    """Whether nothing but a few words, none of them a verb or name, stands between dates."""
    ordered = sorted(times, key=lambda t: t.begin)
    for left, right in pairwise(ordered):
        between = [t for t in doc if left.end <= t.idx < right.begin]
        if len(between) > _LISTED or any(t.pos_ in (*VERBAL, "PROPN") for t in between):
            return False
    return True


def _is_whole(time: TimeSpan) -> bool:
    """Whether a date has both ends and is no interval by itself."""
    return bool(time.earliest and time.latest) and "/" not in time.edtf


# --- places --------------------------------------------------------------------------------------------------------


def _places_of(
    events: Sequence[FoundEvent],
    syntax: Syntax,
    owner: Owner,
    takes_place: Callable[[str], bool],
    lists: Mapping[int, tuple[int, ...]],
) -> Mapping[int, list[Cluster]]:
    given: dict[int, list[Cluster]] = defaultdict(list)
    located = list(locations(events[0].reading.doc, syntax, owner))
    for i, event in enumerate(events):
        there = (
            _taken_up(event.head, located, syntax) if event.match.verbal and takes_place(event.event_class) else None
        )
        if there is not None and all(role.role != "place" for role in event.roles):
            given[i].append(there)
    for head, cluster in located:
        if heads_title([t for t in head.sent if owner(t) is cluster][:1] or [head], syntax):
            for i, event in enumerate(events):
                if event.head.sent == head.sent and takes_place(event.event_class):
                    given[i].append(cluster)
            continue
        at = event_of(head, events, syntax, for_time=False)
        if at is None or not takes_place(events[at].event_class):
            continue
        for place in (cluster, *listed_with(head, cluster, owner, lists)):
            if all(role.cluster is not place for role in events[at].roles) and all(place is not p for p in given[at]):
                given[at].append(place)
    return given


def _is_of_speaker(place: Token, syntax: Syntax) -> bool:
    """``…, a assuré l'état-major à Bamako``: where whoever says so is."""
    verb = syntax.governing_verb(place)
    speaks = verb is not None and syntax.can_be(verb, "reporting_verbs")
    return speaks and (place.head is verb or place.head.head is verb)


def _taken_up(verb: Token, located: Iterable[tuple[Token, Cluster]], syntax: Syntax) -> Cluster | None:
    """``Ils y ont saisi deux téléphones``: the place told last before the pronoun that stands for it."""
    first = syntax.first_form(verb)
    pronoun = first.nbor(-1) if first.i > verb.sent.start else None
    if pronoun is None or not syntax.word(pronoun, "locative_pronouns"):
        return None
    told = ((head, cluster) for head, cluster in located if head.i < pronoun.i and not _is_of_speaker(head, syntax))
    before = sorted(((head.i, cluster) for head, cluster in told), key=lambda pair: pair[0])
    while len(before) > 1 and before[-1][0] - before[-2][0] <= _APART:  # "rue Wayez, à Anderlecht": the narrower one
        before.pop()
    return before[-1][1] if before else None
