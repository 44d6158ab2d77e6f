"""Event mentions of one document that tell of one happening."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kg.extract.tellings import Telling, tellings
from kg.model import Factuality
from kg.vocabulary import Vocabulary

__all__ = ["Happening", "Telling", "contradicts", "join", "support", "tellings", "without_tolls"]

_PARTICIPANTS = ("agent", "patient", "participant")
_UNREAL = frozenset({Factuality.PLANNED, Factuality.HYPOTHETICAL, Factuality.DENIED})
#: how much support two mentions need to be one happening
_ENOUGH = 2
#: what tells happenings of a class apart if the ontology does not say
_MERGE = ("patient",)
#: classes that are the toll of an assault if they are told with it
_OUTCOMES = ("Death", "Injury")
_ASSAULT = "Attack"


@dataclass(slots=True)
class Happening:
    """Tellings of one happening."""

    event_class: str
    tellings: list[Telling] = field(default_factory=list)

    def fillers(self, *roles: str) -> set[int]:
        """Identities of the clusters that fill any of the roles in any telling."""
        return {filler for telling in self.tellings for filler in telling.fillers(*roles)}

    @property
    def dates(self) -> set[str]:
        """EDTF values of all tellings."""
        return {date for telling in self.tellings for date in telling.dates}

    def status(self, telling: Telling) -> Factuality:
        """A telling's status; a headline without a verb takes that of the sentences."""
        own = telling.event.factuality
        if telling.verbless and own is Factuality.ASSERTED:
            told = {t.event.factuality for t in self.tellings if not t.verbless}
            return own if not told or own in told else min(told)
        return own


# --- joining -------------------------------------------------------------------------------------------------------


def join(told: Sequence[Telling], vocabulary: Vocabulary) -> list[Happening]:
    """Group tellings: one class (or a kind of it), nothing that contradicts, and enough that they share."""
    found: list[Happening] = []
    for telling in told:
        points, at = max(
            ((support(h, telling), i) for i, h in enumerate(found) if not contradicts(h, telling, vocabulary)),
            default=(0, -1),
        )
        if points < _ENOUGH:
            found.append(Happening(telling.event.event_class, [telling]))
            continue
        happening = found[at]
        happening.tellings.append(telling)
        if vocabulary.is_a(telling.event.event_class, happening.event_class):
            happening.event_class = telling.event.event_class
    return found


def contradicts(happening: Happening, telling: Telling, vocabulary: Vocabulary) -> bool:
    """Whether both cannot be one: other class, time, status, place, or other fillers of what tells happenings apart."""
    mine, other = telling.event.event_class, happening.event_class
    if not (vocabulary.is_a(mine, other) or vocabulary.is_a(other, mine)):
        return True
    if _dates_differ(happening, telling) or _status_differs(happening, telling):
        return True
    shared = _shared(happening, telling)
    if mine != other and not shared and not happening.dates & telling.dates:
        return True
    telling_apart = [*(vocabulary.events[other].merge or _MERGE), "place"]
    if shared:  # who takes part says more than where
        telling_apart = [role for role in telling_apart if role != "place"]
    return any(_fillers_differ(happening, telling, role) for role in telling_apart)


def _dates_differ(happening: Happening, telling: Telling) -> bool:
    mine, other = telling.dates, happening.dates
    return bool(mine and other) and not any(_compatible(a, b) for a in other for b in mine)


def _compatible(left: str, right: str) -> bool:
    """Whether one EDTF value lies in the other, as far as their digits say."""
    return left.startswith(right) or right.startswith(left) or left in right.split("/") or right in left.split("/")


def _status_differs(happening: Happening, telling: Telling) -> bool:
    """What is planned, denied or possible is another happening than what took place; a headline says neither."""
    theirs = {t.event.factuality for t in happening.tellings if not t.verbless}
    if telling.verbless or not theirs:
        return False
    return (telling.event.factuality in _UNREAL) != bool(theirs & _UNREAL)


def _fillers_differ(happening: Happening, telling: Telling, role: str) -> bool:
    left, right = happening.fillers(role), telling.fillers(role)
    return bool(left and right) and not left & right


def _shared(happening: Happening, telling: Telling) -> set[int]:
    return happening.fillers(*_PARTICIPANTS) & telling.fillers(*_PARTICIPANTS)


def support(happening: Happening, telling: Telling) -> int:
    """How much speaks for one happening, in points."""
    points = 2 * bool(_shared(happening, telling))
    points += bool(happening.fillers("place") & telling.fillers("place"))
    points += bool(happening.dates & telling.dates)
    points += any(t.word == telling.word for t in happening.tellings)
    points += telling.headline or any(t.headline for t in happening.tellings)
    points += any(t.event.head.sent == telling.event.head.sent for t in happening.tellings)
    if not telling.fillers(*_PARTICIPANTS):
        points += 1 + telling.definite
    return points


# --- tolls ---------------------------------------------------------------------------------------------------------


def without_tolls(found: Sequence[Happening], vocabulary: Vocabulary) -> list[Happening]:
    """Deaths and injuries told as the outcome of an assault become its figures."""
    kept: list[Happening] = []
    for happening in found:
        assault = _assault_of(happening, found, vocabulary)
        if assault is None:
            kept.append(happening)
            continue
        first, figures = assault.tellings[0], {c for t in happening.tellings for c in t.counts}
        assault.tellings[0] = replace(first, counts=tuple(sorted(figures | set(first.counts))))
    return kept


def _assault_of(happening: Happening, found: Sequence[Happening], vocabulary: Vocabulary) -> Happening | None:
    """The assault told in one sentence with a toll of unnamed victims."""
    if happening.event_class not in _OUTCOMES or not any(t.counts for t in happening.tellings):
        return None
    if any(r.cluster.named and r.role == "patient" for t in happening.tellings for r in t.event.roles):
        return None
    sentences = [t.event.head.sent for t in happening.tellings]
    for other in found:
        assaults = other is not happening and vocabulary.is_a(other.event_class, _ASSAULT)
        if assaults and any(t.event.head.sent in sentences for t in other.tellings):
            return other
    return None
