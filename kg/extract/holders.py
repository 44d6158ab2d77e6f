"""Which event of a sentence a time or place belongs to: by syntax, by segment, by nearness inside its segment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.extract.events import FoundEvent
from kg.extract.parsed import Token
from kg.extract.quoted import is_beyond_quotation
from kg.extract.syntax import Syntax
from kg.extract.syntax.words import VERBAL

_MAX_CLIMB = 7
#: marks that part the segments of a sentence
_BOUNDS = frozenset({",", ";", ":", "(", ")", "–", "—"})
#: words between an event and the incise with its time
_BEFORE_INCISE = 3
#: words between an event and a time or place that no dependency ties to it
_BESIDE = 8
_MAX_DISTANCE = 12
_FINITE = frozenset({"pres", "past", "impf", "fut", "cond"})
_CLAUSE_BREAKS = frozenset({";", ":"})


def event_of(head: Token, events: Sequence[FoundEvent], syntax: Syntax, *, for_time: bool) -> int | None:
    """The event whose clause holds a word: an ancestor, an argument of its verb, or the sentence's only event."""
    here = {i: e for i, e in enumerate(events) if e.head.sent == head.sent}
    here = {i: e for i, e in here.items() if _in_one_segment(e.head, head)} or here
    if not for_time:
        here = {i: e for i, e in here.items() if not _is_fronted(e.head, head, syntax)}
        here = {i: e for i, e in here.items() if not is_beyond_quotation(head, e.head, syntax)}
    for lends in (_lent_ahead, _lent, _told_beside) if for_time else ():
        lent = lends(head, here, syntax)
        if lent is not None:
            return lent
    near = None if for_time and _is_of_saying(head, syntax) else _in_segment(head, here)
    if near is None and for_time:
        near = _over_incise(head, here, syntax)
    if near is not None:
        return near
    if for_time and _opens_otherwise(head, here, syntax):
        return None
    return _above(head, here, syntax, for_time=for_time)


def _told_beside(head: Token, here: Mapping[int, FoundEvent], syntax: Syntax) -> int | None:
    """``La visite a été assombrie par l'affaire des migrants refoulés fin avril``: the verb right before a time."""
    at, start = head.i - 1, head.sent.start
    while at > start and (syntax.is_time(head.doc[at]) or head.doc[at].pos_ in ("ADP", "DET", "NUM")):
        at -= 1
    return next((i for i, e in here.items() if e.match.verbal and e.head.i == at and e.match.end >= e.head.end), None)


def _is_fronted(event: Token, head: Token, syntax: Syntax) -> bool:
    """``Sorti de prison en 2018, il vit à Liège``: a participle at the opening happened before, and elsewhere."""
    if event.i != event.sent.start or syntax.auxiliaries(event) or not syntax.can_be_past_participle(event):
        return False
    return any(t.text == "," for t in event.doc[event.i : head.i])


def _above(head: Token, here: Mapping[int, FoundEvent], syntax: Syntax, *, for_time: bool) -> int | None:
    """The event among the words above one, or beside the verb that governs it."""
    by_head = {e.head.i: i for i, e in here.items()}
    for token in (head, *syntax.ancestors(head, _MAX_CLIMB)):
        if token.i in by_head:
            return by_head[token.i]
        if token is not head and token.i not in by_head and _is_aside(token, head, syntax):
            ahead = any(t.lower_ in syntax.profile.cues["purpose_markers"] for t in head.doc[token.i : head.i])
            return by_head.get(token.head.i) if ahead or not reports(token, syntax) else None
        if token.pos_ in VERBAL and token is not head:
            if for_time and syntax.has_infinitive_auxiliary(token):
                return None  # "a admis avoir remis, en 2019, des enveloppes": when it was, not when it was admitted
            below = [i for i, e in here.items() if e.head.head == token and not e.match.verbal]
            below = [i for i in below if not for_time or not _is_before_or_after(here[i], head, syntax)]
            told = for_time and reports(token, syntax)  # "l'arrestation de X a été annoncée mardi"
            if told and (not below or any(syntax.is_(here[i].head, "passive_subject") for i in below)):
                return _right_after(head, here)
            if below:
                return min(below, key=lambda i: abs(here[i].head.i - head.i))
    verb = syntax.governing_verb(head)
    if for_time and verb is not None and reports(verb, syntax):
        return _right_after(head, here)
    if len(here) != 1:
        return _nearest(head, here, syntax)
    only = next(iter(here))
    other = for_time and (_is_set_off(here[only].head, head, syntax) or _is_before_or_after(here[only], head, syntax))
    return None if other else only


def _is_before_or_after(event: FoundEvent, head: Token, syntax: Syntax) -> bool:
    """``Deux jours après l'expulsion de X, le pays a rappelé vendredi Y``: not of what that was after."""
    preposition = syntax.children(event.head, "case")
    relation = any(syntax.word(t, "time_relations") for t in preposition)
    return (
        not event.match.verbal
        and relation
        and head.i > event.head.i
        and any(t.text == "," for t in head.doc[event.head.i : head.i])
    )


def _is_set_off(participle: Token, head: Token, syntax: Syntax) -> bool:
    """``Une femme, touchée à la jambe, a été opérée dans la soirée``: the time is that of the main verb."""
    if syntax.auxiliaries(participle) or not syntax.can_be_past_participle(participle):
        return False
    if participle.i != participle.sent.start and not syntax.is_(participle, "adnominal", "adjectival"):
        return False
    between = head.doc[participle.i + 1 : head.i]
    return any(t.text == "," for t in between) and any(_parts(t, syntax) for t in between)


def _is_aside(verb: Token, head: Token, syntax: Syntax) -> bool:
    """``X, rentré de Syrie en 2021, accuse``; ``le ramadan, qui débute le 1er mars``: a time of what it qualifies.

    Only what stands after the verb belongs to it surely.
    """
    if not verb.i < head.i or any(t.text in _BOUNDS for t in head.doc[verb.i : head.i]):
        return False
    if syntax.is_(verb, "relative"):
        return verb.pos_ in VERBAL
    return syntax.is_(verb, "adnominal", "adjectival") and syntax.is_participle(verb)


def _lent(head: Token, here: Mapping[int, FoundEvent], syntax: Syntax) -> int | None:
    """``la trêve conclue le 27 mai``, ``la marche que X entendait tenir samedi``: the noun a verb lends a time."""
    doc, start = head.doc, head.sent.start
    verb = next((t for t in reversed(doc[max(start, head.i - _BESIDE) : head.i]) if _may_lend(t, syntax)), None)
    if verb is None or not syntax.lemmas(verb) & _lending(syntax):
        return None
    for token in reversed(doc[max(start, verb.i - _MAX_DISTANCE) : verb.i]):
        event = next((i for i, e in here.items() if e.head == token and not e.match.verbal), None)
        if event is not None:
            between = doc[token.i + 1 : verb.i]
            related = any(syntax.word(t, "relative_object", "relative_subject", "relative_other") for t in between)
            follows = syntax.is_participle(verb) and all(
                t.pos_ in ("ADJ", "ADV", "PROPN", "NOUN", "ADP") for t in between
            )
            return event if related or follows else None
        if token.text in _CLAUSE_BREAKS:
            return None
    return None


def _lent_ahead(head: Token, here: Mapping[int, FoundEvent], syntax: Syntax) -> int | None:
    """``Prévue lundi, la réunion a été reportée``: the noun after the participle at the opening that dates it."""
    first = next((t for t in head.sent if not t.is_punct and not t.is_space), head)
    occurs = syntax.lemmas(first) & _lending(syntax) or first.lower_ in syntax.profile.cues["planning_adjectives"]
    if not occurs or first.i >= head.i or not syntax.can_be_past_participle(first):
        return None
    marks = [t.i for t in head.sent if t.text == ","]
    if not marks or marks[0] < head.i:
        return None
    told = next((i for i, e in here.items() if e.head.i > marks[0] and not e.match.verbal), None)
    if told is None:
        return None
    between = head.doc[marks[0] + 1 : here[told].head.i]
    return told if all(t.pos_ in ("DET", "ADJ", "NUM") for t in between) else None


def _may_lend(token: Token, syntax: Syntax) -> bool:
    return token.pos_ in VERBAL or syntax.is_participle(token)


def _lending(syntax: Syntax) -> frozenset[str]:
    return syntax.profile.cues["occurrence_verbs"] | syntax.profile.light_verbs.keys()


def _opens_otherwise(head: Token, here: Mapping[int, FoundEvent], syntax: Syntax) -> bool:
    """``Né le 4 mai 1988, X a été expulsé``: in a participle clause at the opening that tells of no event."""
    first = next((t for t in head.sent if not t.is_punct and not t.is_space), head)
    if first.i >= head.i or not syntax.can_be_past_participle(first) or syntax.auxiliaries(first):
        return False
    told = any(first.i <= e.head.i < head.i for e in here.values())
    return not told and not any(t.text == "," for t in head.doc[first.i : head.i])


def _over_incise(head: Token, here: Mapping[int, FoundEvent], syntax: Syntax) -> int | None:
    """``Entre le 10 et le 16 mai, ajoute le ministère, X a été arrêté``: a time at the opening, who says it, what."""
    opening, marks = head.doc[head.sent.start : head.i], [t for t in head.sent if t.i > head.i and t.text == ","]
    if len(marks) < 2 or any(t.text in _BOUNDS or t.pos_ in VERBAL for t in opening):  # of an incise
        return None
    if not reports(marks[0].nbor(1), syntax):
        return None
    after = [i for i, e in here.items() if e.head.i > marks[1].i]
    return min(after, key=lambda i: here[i].head.i, default=None)


def _is_of_saying(head: Token, syntax: Syntax) -> bool:
    """``a annoncé lundi que …``: the verb before a time, with none between, reports, and what it reports follows."""
    for token in reversed(head.doc[head.sent.start : head.i]):
        if token.text in _BOUNDS:
            return False
        if token.pos_ in VERBAL:
            return reports(token, syntax)
    return False


def _in_segment(head: Token, here: Mapping[int, FoundEvent]) -> int | None:
    """The only event between the same commas; of an incise with nothing but a time or place the noun before it."""
    sent = head.sent
    first = max((t.i + 1 for t in sent if t.i < head.i and t.text in _BOUNDS), default=sent.start)
    last = min((t.i for t in sent if t.i > head.i and t.text in _BOUNDS), default=sent.end)
    inside = [i for i, e in here.items() if first <= e.head.i < last]
    if len(inside) == 1:
        return inside[0]
    alone = not any(t.pos_ in (*VERBAL, "PROPN") for t in sent.doc[first:last] if t != head)
    if inside or not alone or first == sent.start or last == sent.end:
        return None
    before = [i for i, e in here.items() if 0 < first - e.head.i <= _BEFORE_INCISE and not e.match.verbal]
    opened = [i for i, e in here.items() if e.head.i == sent.start and e.match.verbal]
    if opened and not any(t.text in _BOUNDS for t in sent.doc[sent.start : first - 1]):
        return opened[0]  # "Arrêtée par la police à Gaziantep, en janvier 2018, cette femme …"
    return max(before, key=lambda i: here[i].head.i, default=None)


def _right_after(head: Token, here: Mapping[int, FoundEvent]) -> int | None:
    """The event told just before a time, with no verb between: the parser hangs such times on a later verb."""
    before = [i for i, e in here.items() if 0 < head.i - e.head.i <= _BESIDE]
    at = max(before, key=lambda i: here[i].head.i, default=None)
    if at is None or any(t.pos_ in VERBAL for t in head.doc[here[at].head.i + 1 : head.i]):
        return None
    return at


def reports(verb: Token, syntax: Syntax) -> bool:
    """Whether a verb says what somebody said: its time is that of the words."""
    if syntax.lemmas(verb) & syntax.profile.cues["reporting_verbs"]:
        return True
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    phrases = {f"{first} {second}" for first in syntax.lemmas(before) for second in syntax.lemmas(verb)}
    return bool(phrases & syntax.profile.cues["reporting_phrases"])


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
    return token.text in _CLAUSE_BREAKS or (token.pos_ in VERBAL and bool(_FINITE & syntax.tags(token)))
