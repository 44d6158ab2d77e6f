"""Event mentions of one document that tell of one happening."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.extract.clusters import Cluster
from kg.extract.counts import event_counts
from kg.extract.events import FoundEvent
from kg.extract.placing import Placed
from kg.extract.syntax import Syntax
from kg.model import EntityType, Factuality
from kg.vocabulary import Vocabulary

#: roles whose fillers tell happenings apart unless an event class says otherwise
_PLACES = ("place", "origin", "destination")


@dataclass(frozen=True, slots=True)
class Telling:
    """An event mention with all that its sentence says of it."""

    event: FoundEvent
    placed: Placed
    counts: tuple[tuple[str, str], ...]
    sources: tuple[Cluster, ...]

    def fillers(self, *roles: str) -> set[int]:
        """Identities of the clusters that fill any of the roles."""
        found = {id(r.cluster) for r in self.event.roles if r.role in roles}
        return found | ({id(c) for c in self.placed.places} if "place" in roles else set())


@dataclass(slots=True)
class Happening:
    """Tellings of one happening."""

    event_class: str
    tellings: list[Telling] = field(default_factory=list)

    def fillers(self, *roles: str) -> set[int]:
        """Identities of the clusters that fill any of the roles in any telling."""
        return set().union(*(t.fillers(*roles) for t in self.tellings)) if self.tellings else set()

    @property
    def dates(self) -> set[str]:
        """EDTF values of all tellings."""
        return {time.value.edtf for t in self.tellings for time in t.placed.times}

    @property
    def figures(self) -> dict[str, set[str]]:
        """Counts of all tellings."""
        found: dict[str, set[str]] = {}
        for telling in self.tellings:
            for kind, value in telling.counts:
                found.setdefault(kind, set()).add(value)
        return found


def tellings(
    events: Sequence[FoundEvent], placed: dict[int, Placed], sources: Sequence[tuple[Cluster, ...]], syntax: Syntax, vocabulary: Vocabulary
) -> list[Telling]:
    """Each event mention of a reading with its time, place, figures and sources."""
    return [
        Telling(event, placed[i], tuple(sorted(set(event_counts(event, syntax, vocabulary)))), sources[i])
        for i, event in enumerate(events)
    ]


def join(told: Sequence[Telling], vocabulary: Vocabulary) -> list[Happening]:
    """Group tellings: one class (or a kind of it), and nothing that contradicts."""
    found: list[Happening] = []
    for telling in told:
        for happening in reversed(found):
            if _same(happening, telling, vocabulary):
                happening.tellings.append(telling)
                if vocabulary.is_a(telling.event.event_class, happening.event_class):
                    happening.event_class = telling.event.event_class
                break
        else:
            found.append(Happening(telling.event.event_class, [telling]))
    return found


def _same(happening: Happening, telling: Telling, vocabulary: Vocabulary) -> bool:
    mine, other = telling.event.event_class, happening.event_class
    if not (vocabulary.is_a(mine, other) or vocabulary.is_a(other, mine)):
        return False
    if _contradicts_time(happening.dates, {t.value.edtf for t in telling.placed.times}):
        return False
    if _contradicts_factuality(happening, telling):
        return False
    roles = vocabulary.events[other].merge or ("patient",)
    for role in roles:
        left, right = happening.fillers(role), telling.fillers(role)
        if left and right and not left & right:
            return False
    if happening.fillers("place") and telling.fillers("place") and not happening.fillers("place") & telling.fillers("place"):
        return bool(_shared(happening, telling))
    return bool(_shared(happening, telling)) or _is_anaphoric(telling) or not _has_participants(telling)


def _shared(happening: Happening, telling: Telling) -> set[int]:
    roles = ("agent", "patient", "participant")
    return happening.fillers(*roles) & telling.fillers(*roles)


def _has_participants(telling: Telling) -> bool:
    return any(r.role in ("agent", "patient", "participant") for r in telling.event.roles)


def _is_anaphoric(telling: Telling) -> bool:
    """A definite noun takes up a happening that was told."""
    event = telling.event
    if event.match.verbal:
        return False
    doc, at = event.head.doc, event.head.i
    before = {t.lower_ for t in doc[max(event.head.sent.start, at - 2) : at]}
    return bool(before & {"l'", "le", "la", "les", "cette", "ce", "ces", "cet"}) and not event.roles


def _contradicts_time(left: set[str], right: set[str]) -> bool:
    if not left or not right:
        return False
    return not any(a.startswith(b) or b.startswith(a) for a in left for b in right)


def _contradicts_factuality(happening: Happening, telling: Telling) -> bool:
    """What is planned or denied is another happening than what took place, unless the words share a participant."""
    theirs = {t.event.factuality for t in happening.tellings}
    mine = telling.event.factuality
    unreal = {Factuality.PLANNED, Factuality.HYPOTHETICAL, Factuality.DENIED}
    return (mine in unreal) != bool(theirs & unreal) and (mine is not Factuality.ALLEGED)


def without_tolls(found: Sequence[Happening], vocabulary: Vocabulary) -> list[Happening]:
    """Deaths and injuries told as the outcome of an assault become its figures (``bench/GUIDELINES.md``, Events)."""
    kept: list[Happening] = []
    for happening in found:
        target = _assault_of(happening, found, vocabulary)
        if target is None:
            kept.append(happening)
            continue
        first = target.tellings[0]
        figures = tuple(sorted({c for t in happening.tellings for c in t.counts} | set(first.counts)))
        target.tellings[0] = Telling(first.event, first.placed, figures, first.sources)
    return kept


def _assault_of(happening: Happening, found: Sequence[Happening], vocabulary: Vocabulary) -> Happening | None:
    if happening.event_class not in ("Death", "Injury") or not any(t.counts for t in happening.tellings):
        return None
    sentence = happening.tellings[0].event.head.sent
    return next(
        (
            h
            for h in found
            if h is not happening
            and vocabulary.is_a(h.event_class, "Attack")
            and any(t.event.head.sent == sentence and t.event.head.i < happening.tellings[0].event.head.i for t in h.tellings)
        ),
        None,
    )


def people(happening: Happening) -> set[EntityType]:
    """Types of all fillers."""
    return {r.cluster.type for t in happening.tellings for r in t.event.roles}
