"""When and where an event took place: times and places given to the event whose clause holds them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from kg.extract.clusters import Cluster
from kg.extract.events import FoundEvent
from kg.extract.syntax import Syntax
from kg.extract.times import Direction, TimeExpression
from kg.model import EntityType, PassageKind, TimeSpan

_MAX_CLIMB = 8
#: words between an event and a time or place that no dependency ties to it
_MAX_DISTANCE = 12
_FINITE = frozenset({"pres", "past", "impf", "fut", "cond"})


@dataclass(frozen=True, slots=True)
class Placed:
    """What the event's clause says of its time and place."""

    times: tuple[TimeExpression, ...]
    places: tuple[Cluster, ...]


def direction_of(doc: Doc, syntax: Syntax, begin: int) -> Direction:
    """The direction that the tense of the clause at a character gives to an incomplete date."""
    token = next((t for t in doc if t.idx + len(t.text) > begin), doc[-1])
    verb = token if token.pos_ in ("VERB", "AUX") else syntax.governing_verb(token)
    if verb is None:
        verb = token.sent.root
    forms = [verb, *syntax.auxiliaries(verb)]
    tags = {tag for form in forms for tag in syntax.tags(form)}
    lemmas = {lemma for form in forms for lemma in syntax.lemmas(form)}
    scheduled = "pres" in tags and not syntax.auxiliaries(verb) and "part.past" not in {t[:9] for t in tags}
    future = "fut" in tags or scheduled or bool(lemmas & syntax.profile.cues["future_verbs"])
    return Direction.FUTURE if future else Direction.PAST


def place_events(
    events: Sequence[FoundEvent], times: Iterable[TimeExpression], syntax: Syntax, owner: Callable[[Token], Cluster | None],
    takes_place: Callable[[str], bool],
) -> dict[int, Placed]:  # fmt: skip
    """Times and places by the position of each event of one reading."""
    if not events:
        return {}
    doc = events[0].reading.doc
    given_times: dict[int, list[TimeExpression]] = {}
    for time in times:
        head = _head(doc, time.begin, time.end)
        if head is not None and (_labels_document(doc, time, syntax) or _signs_post(events[0], time)):
            continue
        at = _event_of(head, events, syntax, for_time=True) if head is not None else None
        if at is not None:
            given_times.setdefault(at, []).append(time)
    given_places: dict[int, list[Cluster]] = {}
    for head, cluster in _locations(doc, syntax, owner):
        at = _event_of(head, events, syntax, for_time=False)
        if at is not None and not _has_role(events[at], cluster) and takes_place(events[at].event_class):
            given_places.setdefault(at, []).append(cluster)
    return {
        i: Placed(_one_span(given_times.get(i, [])), tuple(given_places.get(i, ())))
        for i in range(len(events))
    }


def _signs_post(event: FoundEvent, time: TimeExpression) -> bool:
    """The date that closes a quoted post dates the post."""
    reading = event.reading
    return reading.passage.kind is PassageKind.POST and not reading.doc.text[time.end :].strip()


def _labels_document(doc: Doc, time: TimeExpression, syntax: Syntax) -> bool:
    """``date 2023-11 …`` at the opening of a text dates the document, not what it tells."""
    before = [t for t in doc if t.idx < time.begin]
    return bool(before) and len(before) <= 2 and before[-1].lower_ in syntax.profile.words["date_labels"]


def _one_span(times: list[TimeExpression]) -> tuple[TimeExpression, ...]:
    """Several separate dates of one mention (``en juin et octobre``) are the interval that they span."""
    days = [t for t in times if t.value.earliest and t.value.latest and "/" not in t.value.edtf]
    if len(days) < 2 or len(days) < len(times) or len({t.value.edtf for t in days}) < 2:
        return tuple(times)
    first, last = min(days, key=lambda t: t.value.earliest or ""), max(days, key=lambda t: t.value.latest or "")
    if (first.value.latest or "") >= (last.value.earliest or ""):  # one lies in the other: the narrower says it
        return (max(days, key=lambda t: len(t.value.edtf)),)
    span = TimeSpan(f"{first.value.edtf}/{last.value.edtf}", first.value.earliest, last.value.latest)
    return (replace(first, value=span),)


def _head(doc: Doc, begin: int, end: int) -> Token | None:
    tokens = doc.char_span(begin, end, alignment_mode="expand")
    return tokens.root if tokens is not None else None


def _locations(doc: Doc, syntax: Syntax, owner: Callable[[Token], Cluster | None]) -> Iterable[tuple[Token, Cluster]]:
    """Named places in a complement of place."""
    seen: set[int] = set()
    for token in doc:
        cluster = owner(token)
        if cluster is None or cluster.type is not EntityType.PLACE or not cluster.named or token.i in seen:
            continue
        inside = [t for t in doc if owner(t) is cluster and t.sent == token.sent and abs(t.i - token.i) < 6]
        seen |= {t.i for t in inside}
        head = next((t for t in inside if t.head not in inside), token)
        first = min(inside, key=lambda t: t.i)
        before = _preposition_before(first)
        if (before or syntax.preposition(head) or "") in syntax.profile.words["place_prepositions"] or _bare_site(first):
            yield head, cluster


def _preposition_before(token: Token) -> str | None:
    at = token.i - 1
    while at >= token.sent.start and token.doc[at].pos_ == "DET":
        at -= 1
    if at < token.sent.start or token.doc[at].pos_ != "ADP":
        return None
    return token.doc[at].lower_


def _bare_site(first: Token) -> bool:
    """``arrêté place Rogier``: a street or square needs no preposition."""
    return first.text[0].islower() and (first.i == first.sent.start or first.nbor(-1).pos_ not in ("ADP", "DET"))


def _has_role(event: FoundEvent, cluster: Cluster) -> bool:
    return any(role.cluster is cluster for role in event.roles)


def _event_of(head: Token, events: Sequence[FoundEvent], syntax: Syntax, *, for_time: bool) -> int | None:
    """The event whose clause holds a word: an ancestor, an argument of its verb, or the sentence's only event."""
    here = {i: e for i, e in enumerate(events) if e.head.sent == head.sent}
    segment = {i: e for i, e in here.items() if _same_segment(e.head, head)}
    here = segment or here
    by_head = {e.head.i: i for i, e in here.items()}
    token = head
    for _ in range(_MAX_CLIMB):
        if token.i in by_head:
            return by_head[token.i]
        if token.pos_ in ("VERB", "AUX") and token is not head:
            below = [i for i, e in here.items() if e.head.head == token and not e.match.verbal]
            if below:
                return min(below, key=lambda i: abs(here[i].head.i - head.i))
            if for_time and syntax.lemmas(token) & syntax.profile.cues["reporting_verbs"]:
                return None
        if token.head == token:
            break
        token = token.head
    if _reported_elsewhere(head, syntax, for_time=for_time):
        return None
    return next(iter(here)) if len(here) == 1 else _nearest(head, here, syntax)


def _same_segment(left: Token, right: Token) -> bool:
    """Whether no colon or semicolon stands between two words."""
    first, last = sorted((left.i, right.i))
    return not any(t.text in (":", ";") for t in left.doc[first:last])


def _nearest(head: Token, here: Mapping[int, FoundEvent], syntax: Syntax) -> int | None:
    """The event nearest before the word (else after it) with no other finite verb between."""
    ranked = sorted(here, key=lambda i: (here[i].head.i > head.i, abs(here[i].head.i - head.i)))
    for i in ranked:
        first, last = sorted((here[i].head.i, head.i))
        between = head.doc[first + 1 : last]
        if last - first <= _MAX_DISTANCE and not any(_is_finite(t, syntax) or t.text in (";", ":") for t in between):
            return i
    return None


def _is_finite(token: Token, syntax: Syntax) -> bool:
    return token.pos_ in ("VERB", "AUX") and bool(_FINITE & syntax.tags(token)) and "part.past" not in syntax.tags(token)


def _reported_elsewhere(head: Token, syntax: Syntax, *, for_time: bool) -> bool:
    verb = syntax.governing_verb(head)
    return for_time and verb is not None and bool(syntax.lemmas(verb) & syntax.profile.cues["reporting_verbs"])
