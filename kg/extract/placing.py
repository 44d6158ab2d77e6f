"""When and where an event took place: times and places given to the event whose clause holds them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from kg.extract.clusters import Cluster
from kg.extract.events import FoundEvent
from kg.extract.owners import Owner
from kg.extract.syntax import Syntax
from kg.extract.times import Direction, TimeExpression
from kg.model import EntityType, PassageKind, TimeSpan

_MAX_CLIMB = 7
#: words between an event and a time or place that no dependency ties to it
_BESIDE = 8
_MAX_DISTANCE = 12
#: words around one of a place's words in which the others of the same mention stand
_MAX_PLACE_NAME = 5
#: words that may stand before the date of a document, its label included
_MAX_LABEL = 2
_FINITE = frozenset({"pres", "past", "impf", "fut", "cond"})
_CLAUSE_BREAKS = frozenset({";", ":"})
_VERBAL = ("VERB", "AUX")


@dataclass(frozen=True, slots=True)
class Placed:
    """What the event's clause says of its time and place."""

    times: tuple[TimeExpression, ...]
    places: tuple[Cluster, ...]


def direction_of(doc: Doc, syntax: Syntax, begin: int) -> Direction:
    """The direction that the tense of the clause at a character gives to an incomplete date."""
    token = next((t for t in doc if t.idx + len(t.text) > begin), doc[-1])
    verb = token if token.pos_ in _VERBAL else syntax.governing_verb(token) or token.sent.root
    forms = [verb, *syntax.auxiliaries(verb)]
    tags = {tag for form in forms for tag in syntax.tags(form)}
    completed = len(forms) > 1 or any(tag.startswith("part.past") for tag in tags)
    scheduled = "pres" in tags and not completed
    announced = any(syntax.lemmas(form) & syntax.profile.cues["future_verbs"] for form in forms)
    return Direction.FUTURE if "fut" in tags or scheduled or announced else Direction.PAST


def place_events(
    events: Sequence[FoundEvent],
    times: Iterable[TimeExpression],
    syntax: Syntax,
    owner: Owner,
    takes_place: Callable[[str], bool],
) -> dict[int, Placed]:
    """Times and places by the position of each event of one reading.

    Args:
        events: event mentions of the reading.
        times: its time expressions.
        syntax: functions of its words.
        owner: the entity that a word names.
        takes_place: whether a place in the clause is where an event of a class happens.
    """
    if not events:
        return {}
    given_times = _times_of(events, times, syntax)
    given_places = _places_of(events, syntax, owner, takes_place)
    return {i: Placed(_one_span(given_times.get(i, [])), tuple(given_places.get(i, ()))) for i in range(len(events))}


# --- times ---------------------------------------------------------------------------------------------------------


def _times_of(
    events: Sequence[FoundEvent], times: Iterable[TimeExpression], syntax: Syntax
) -> Mapping[int, list[TimeExpression]]:
    doc = events[0].reading.doc
    given: dict[int, list[TimeExpression]] = defaultdict(list)
    for time in times:
        tokens = doc.char_span(time.begin, time.end, alignment_mode="expand")
        if tokens is None or _labels_document(doc, time, syntax) or _signs_post(events[0], time):
            continue
        at = _event_of(tokens.root, events, syntax, for_time=True)
        if at is not None:
            given[at].append(time)
    return given


def _signs_post(event: FoundEvent, time: TimeExpression) -> bool:
    """The date that closes a quoted post dates the post."""
    reading = event.reading
    return reading.passage.kind is PassageKind.POST and not reading.doc.text[time.end :].strip()


def _labels_document(doc: Doc, time: TimeExpression, syntax: Syntax) -> bool:
    """``date 2023-11 …`` at the opening of a text dates the document, not what it tells."""
    before = [t for t in doc if t.idx < time.begin]
    return 0 < len(before) <= _MAX_LABEL and syntax.word(before[-1], "date_labels")


def _one_span(times: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """Several separate dates of one mention (``en juin et octobre``) are the interval that they span."""
    if len({t.value.edtf for t in times}) < 2 or not all(_is_whole(t.value) for t in times):
        return tuple(times)
    first = min(times, key=lambda t: t.value.earliest or "")
    last = max(times, key=lambda t: t.value.latest or "")
    if (first.value.latest or "") >= (last.value.earliest or ""):  # one lies in the other: the narrower says it
        return (max(times, key=lambda t: len(t.value.edtf)),)
    span = TimeSpan(f"{first.value.edtf}/{last.value.edtf}", first.value.earliest, last.value.latest)
    return (replace(first, value=span),)


def _is_whole(time: TimeSpan) -> bool:
    """Whether a date has both ends and is no interval by itself."""
    return bool(time.earliest and time.latest) and "/" not in time.edtf


# --- places --------------------------------------------------------------------------------------------------------


def _places_of(
    events: Sequence[FoundEvent], syntax: Syntax, owner: Owner, takes_place: Callable[[str], bool]
) -> Mapping[int, list[Cluster]]:
    given: dict[int, list[Cluster]] = defaultdict(list)
    for head, cluster in _locations(events[0].reading.doc, syntax, owner):
        at = _event_of(head, events, syntax, for_time=False)
        if at is None or not takes_place(events[at].event_class):
            continue
        if all(role.cluster is not cluster for role in events[at].roles):
            given[at].append(cluster)
    return given


def _locations(doc: Doc, syntax: Syntax, owner: Owner) -> Iterator[tuple[Token, Cluster]]:
    """Named places in a complement of place, each mention by its head."""
    seen: set[int] = set()
    for token in doc:
        cluster = owner(token)
        if cluster is None or cluster.type is not EntityType.PLACE or not cluster.named or token.i in seen:
            continue
        near = doc[
            max(token.sent.start, token.i - _MAX_PLACE_NAME) : min(token.sent.end, token.i + 1 + _MAX_PLACE_NAME)
        ]
        inside = [t for t in near if owner(t) is cluster]
        seen |= {t.i for t in inside}
        head = next((t for t in inside if t.head not in inside), token)
        before = _preposition_before(inside[0]) or syntax.preposition(head)
        if before in syntax.profile.words["place_prepositions"] or _is_bare_site(inside[0]):
            yield head, cluster


def _preposition_before(token: Token) -> str | None:
    at = token.i - 1
    while at >= token.sent.start and token.doc[at].pos_ == "DET":
        at -= 1
    if at < token.sent.start or token.doc[at].pos_ != "ADP":
        return None
    return token.doc[at].lower_


def _is_bare_site(first: Token) -> bool:
    """``arrêté place Rogier``: a street or square needs no preposition."""
    return first.text[0].islower() and (first.i == first.sent.start or first.nbor(-1).pos_ not in ("ADP", "DET"))


# --- whose time or place -------------------------------------------------------------------------------------------


def _event_of(head: Token, events: Sequence[FoundEvent], syntax: Syntax, *, for_time: bool) -> int | None:
    """The event whose clause holds a word: an ancestor, an argument of its verb, or the sentence's only event."""
    here = {i: e for i, e in enumerate(events) if e.head.sent == head.sent}
    here = {i: e for i, e in here.items() if _in_one_segment(e.head, head)} or here
    by_head = {e.head.i: i for i, e in here.items()}
    for token in (head, *syntax.ancestors(head, _MAX_CLIMB)):
        if token.i in by_head:
            return by_head[token.i]
        if token.pos_ in _VERBAL and token is not head:
            below = [i for i, e in here.items() if e.head.head == token and not e.match.verbal]
            if below:
                return min(below, key=lambda i: abs(here[i].head.i - head.i))
            if for_time and _reports(token, syntax):
                return _right_after(head, here)
    verb = syntax.governing_verb(head)
    if for_time and verb is not None and _reports(verb, syntax):
        return _right_after(head, here)
    return next(iter(here)) if len(here) == 1 else _nearest(head, here, syntax)


def _right_after(head: Token, here: Mapping[int, FoundEvent]) -> int | None:
    """The event told just before a time, with no verb between: the parser hangs such times on a later verb."""
    before = [i for i, e in here.items() if 0 < head.i - e.head.i <= _BESIDE]
    at = max(before, key=lambda i: here[i].head.i, default=None)
    if at is None or any(t.pos_ in _VERBAL for t in head.doc[here[at].head.i + 1 : head.i]):
        return None
    return at


def _reports(verb: Token, syntax: Syntax) -> bool:
    return bool(syntax.lemmas(verb) & syntax.profile.cues["reporting_verbs"])


def _in_one_segment(left: Token, right: Token) -> bool:
    """Whether no colon or semicolon stands between two words."""
    first, last = sorted((left.i, right.i))
    return not any(t.text in _CLAUSE_BREAKS for t in left.doc[first:last])


def _nearest(head: Token, here: Mapping[int, FoundEvent], syntax: Syntax) -> int | None:
    """The event nearest before the word (else after it) with no other finite verb between."""
    ranked = sorted(here, key=lambda i: (here[i].head.i > head.i, abs(here[i].head.i - head.i)))
    for i in ranked:
        first, last = sorted((here[i].head.i, head.i))
        if last - first <= _MAX_DISTANCE and not any(_parts(t, syntax) for t in head.doc[first + 1 : last]):
            return i
    return None


def _parts(token: Token, syntax: Syntax) -> bool:
    """Whether a word parts what stands before it from what stands after: a finite verb, a colon or semicolon."""
    return token.text in _CLAUSE_BREAKS or (token.pos_ in _VERBAL and bool(_FINITE & syntax.tags(token)))
