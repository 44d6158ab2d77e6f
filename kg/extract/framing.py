"""Days that frame more than their clause: ``En avril, X refuse ; il est tué``, ``Mardi, … . Puis ils ont incendié …``.

A time that opens a sentence holds for all its main clauses, and a sentence that goes on with ``puis`` is of the day of
the one before (M. Charolles, "L'encadrement du discours", 1997).
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.parsed import Token
from kg.extract.syntax import Syntax
from kg.extract.tellings import Telling
from kg.language.spelling import straight
from kg.model import Factuality

#: words before a time that opens its sentence: a conjunction, a preposition, an article
_OPENING = 3
#: verbs in a row up to the main one
_ROW = 4
_PRESENT_OR_PAST = frozenset({"pres", "past", "impf"})


def framing(telling: Telling, told: Sequence[Telling], syntax: Syntax) -> Telling | None:
    """The telling whose day holds for another without one; None if there is none.

    Args:
        telling: what has no time of its own.
        told: what the same reading tells before.
        syntax: functions of its words.
    """
    if not _may_take(telling, syntax):
        return None
    sent = telling.event.head.sent
    before = [t for t in told if t.event.match.verbal and t.position < telling.position]
    here = [t for t in before if t.event.head.sent == sent]
    for other in here:
        if _is_dated(other) and _opens_sentence(other) and _is_main(other.event.head, syntax):
            return other
    if here or not _goes_on(telling.event.head, syntax):
        return None
    last = next((t for t in reversed(before) if t.event.head.sent.end == sent.start), None)
    return last if last is not None and _is_dated(last) and _is_main(last.event.head, syntax) else None


def _may_take(telling: Telling, syntax: Syntax) -> bool:
    """Whether something told as a fact by a main clause in the present or a past tense has no time."""
    event = telling.event
    if telling.placed.times or not event.match.verbal or event.factuality is not Factuality.ASSERTED:
        return False
    first = syntax.first_form(event.head)
    told = syntax.is_finite_verb(event.head) and bool(_PRESENT_OR_PAST & syntax.tags(first))
    return told and _is_main(event.head, syntax)


def _is_dated(telling: Telling) -> bool:
    event, times = telling.event, telling.placed.times
    return len(times) == 1 and event.factuality is Factuality.ASSERTED and "/.." not in times[0].value.edtf


def _opens_sentence(telling: Telling) -> bool:
    """Whether the time stands before everything else in its sentence."""
    begin, sent = telling.placed.times[0].begin, telling.event.head.sent
    before = [t for t in sent if t.idx < begin]
    return len(before) <= _OPENING and all(t.pos_ in ("ADP", "DET", "CCONJ", "ADV") or t.is_punct for t in before)


def _is_main(verb: Token, syntax: Syntax) -> bool:
    """Whether a verb is its sentence's, or one in a row with it."""
    for _ in range(_ROW):
        if verb.head is verb:
            return True
        if not syntax.is_(verb, "conjunct", "parataxis"):
            return False
        verb = verb.head
    return False


def _goes_on(verb: Token, syntax: Syntax) -> bool:
    """``Puis les assaillants ont …``: whether the sentence opens with a word that tells a sequence."""
    openings = syntax.profile.cues["sequence_openings"]
    return straight(verb.sent.lowered).startswith(tuple(openings))
