"""When and where an event took place: times and places given to the event whose clause holds them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.extract.clusters import Cluster
from kg.extract.events import FoundEvent
from kg.extract.holders import event_of, reports
from kg.extract.locations import heads_title, listed_with, locations
from kg.extract.moods import is_negated
from kg.extract.owners import Owner
from kg.extract.parsed import Doc, Token, Tokens
from kg.extract.syntax import Syntax
from kg.extract.syntax.words import VERBAL
from kg.extract.times import Direction, TimeExpression
from kg.model import PassageKind, TimeSpan

#: words before a time in which a word that looks ahead stands
_NEAR = 4
#: words before an infinitive in which the verb stands that governs it
_MODAL_REACH = 5
#: marks that part the segments of a sentence
_BOUNDS = frozenset({",", ";", ":", "(", ")", "–", "—"})
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
#: tags of forms that are nothing but a verb's, and look ahead
_AHEAD = frozenset({"fut", "cond"})


@dataclass(frozen=True, slots=True)
class Placed:
    """What the event's clause says of its time and place."""

    times: tuple[TimeExpression, ...]
    places: tuple[Cluster, ...]


def direction_of(doc: Doc, syntax: Syntax, begin: int) -> Direction:
    """The direction that the tense of the clause at a character gives to an incomplete date."""
    token = next((t for t in doc if t.end > begin), doc[-1])
    if _is_scheduled(token, syntax) or _is_agenda(doc, syntax):
        return Direction.FUTURE
    verb = _verb_of(token, syntax)
    if _is_modal_ahead(verb, syntax) or _is_put_off(verb, token, syntax):
        return Direction.FUTURE
    forms = [verb, *syntax.auxiliaries(verb)]
    tags = {tag for form in forms for tag in syntax.tags(form)}
    completed = len(forms) > 1 or any(tag.startswith("part.past") for tag in tags) or _helps(verb, token, syntax)
    future = "fut" in tags or ("cond" in tags and "impf" not in tags and not completed)
    scheduled = "pres" in tags and not completed
    announced = any(syntax.lemmas(form) & syntax.profile.cues["future_verbs"] for form in forms)
    return Direction.FUTURE if future or scheduled or announced else Direction.PAST


def _is_agenda(doc: Doc, syntax: Syntax) -> bool:
    """``À suivre : lundi 16, procès à Salé``; after a bullet or a sign."""
    first = next((t for t in doc if t.is_alpha), None)
    return first is not None and doc.lowered[first.idx :].startswith(tuple(syntax.profile.cues["agenda_openings"]))


def _is_put_off(verb: Token, token: Token, syntax: Syntax) -> bool:
    """``a été reporté au 3 mai``: the day to which."""
    before = token.nbor(-1) if token.i > token.sent.start else None
    to = any(syntax.listed(t) == syntax.profile.functions["dative"] for t in (before, token) if t is not None)
    return to and syntax.can_be(verb, "planned_by_calling_off")


def _helps(verb: Token, token: Token, syntax: Syntax) -> bool:
    """``a, en revanche, foncé dimanche``: an auxiliary whose participle the parser took for a noun."""
    if not syntax.can_be(verb, "have") or verb.i + 1 >= verb.sent.end or verb.nbor(1).text != ",":
        return False
    return any(syntax.can_be_past_participle(t) for t in verb.doc[verb.i + 1 : token.i])


def _is_modal_ahead(verb: Token, syntax: Syntax) -> bool:
    """``devrait être présenté vendredi``, ``doit examiner la plainte lundi``: what such a verb governs is ahead."""
    first = syntax.first_form(verb)
    if "inf" not in syntax.tags(first):
        return False
    ahead = syntax.profile.cues["future_verbs"] | syntax.profile.cues["planning_verbs"]
    for before in reversed(verb.doc[max(verb.sent.start, first.i - _MODAL_REACH) : first.i]):
        if before.pos_ in VERBAL:
            tags = syntax.tags(before)
            completed = bool(syntax.auxiliaries(before)) or any(tag.startswith("part.past") for tag in tags)
            return bool(syntax.lemmas(before) & ahead) and not completed
    return False


def _is_scheduled(token: Token, syntax: Syntax) -> bool:
    """``prévue le 22 juin``, ``est attendu vendredi``, ``promis de réunir lundi``: what comes before looks ahead."""
    cues = syntax.profile.cues
    for before in reversed(token.doc[max(token.sent.start, token.i - _NEAR) : token.i + 1]):
        if before.text in _BOUNDS:
            return False
        if syntax.word(
            before, "soon"
        ):  # "a gagné Istanbul dès lundi" is over, "a annoncé des renforts dès lundi" ahead
            verb = _last_verb(before)
            return not (verb is not None and _is_over(verb, syntax))
        if before.lower_ in cues["planning_adjectives"]:
            return True
        if syntax.is_bare_infinitive(before):
            governor = before.head if syntax.is_(before, "open_complement") else None
            return governor is not None and bool(syntax.lemmas(governor) & cues["planning_verbs"])
    return False


def _last_verb(token: Token) -> Token | None:
    """The verb nearest before a word in its clause."""
    before = reversed(token.doc[token.sent.start : token.i])
    return next((t for t in before if t.pos_ in VERBAL or t.text in _CLAUSE_BREAKS), None)


def _is_over(verb: Token, syntax: Syntax) -> bool:
    """Whether a word is a participle that a past auxiliary completes, and no verb that only announces."""
    completed = syntax.can_be_past_participle(verb) and bool(syntax.auxiliaries(verb))
    return completed and not {"fut", "cond", "inf"} & syntax.tags(syntax.first_form(verb)) and not reports(verb, syntax)


def _verb_of(token: Token, syntax: Syntax) -> Token:
    """The verb of a word's clause: the last conjugated one before it that does not report, else the parser's."""
    if token.pos_ in VERBAL and syntax.tags(token):  # "organise dimanche une marche": tagged a verb, and none
        return token
    for before in reversed(token.doc[token.sent.start : token.i]):
        if before.text in _CLAUSE_BREAKS:
            break
        tags = syntax.tags(before)
        only = bool(tags) and tags <= _AHEAD and before.pos_ not in ("DET", "ADP")
        if (before.pos_ == "VERB" or only) and not reports(before, syntax) and "inf" not in syntax.tags(before):
            return before
    verb = syntax.governing_verb(token) or token.sent.root
    incise = verb.i > token.i and verb.nbor(-1).text == "," and reports(verb, syntax)
    # "Entre le 10 et le 16 mai, ajoute le ministère, X a été arrêté"
    after = (t for t in verb.doc[verb.i + 1 : verb.sent.end] if t.pos_ == "VERB") if incise else iter(())
    return next(after, verb)


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
            given[at].append(time)
    return given


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


def _taken_up(verb: Token, located: Iterable[tuple[Token, Cluster]], syntax: Syntax) -> Cluster | None:
    """``Ils y ont saisi deux téléphones``: the place told last before the pronoun that stands for it."""
    first = syntax.first_form(verb)
    pronoun = first.nbor(-1) if first.i > verb.sent.start else None
    if pronoun is None or not syntax.word(pronoun, "locative_pronouns"):
        return None
    before = sorted(((head.i, cluster) for head, cluster in located if head.i < pronoun.i), key=lambda pair: pair[0])
    while len(before) > 1 and before[-1][0] - before[-2][0] <= _APART:  # "rue Wayez, à Anderlecht": the narrower one
        before.pop()
    return before[-1][1] if before else None
