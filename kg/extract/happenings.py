"""Event mentions of one document that tell of one happening."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kg.extract.clusters import Cluster
from kg.extract.counts import event_counts
from kg.extract.events import FoundEvent
from kg.extract.placing import Placed
from kg.extract.syntax import Syntax
from kg.extract.status import weakest
from kg.model import Factuality, PassageKind, TimeSpan
from kg.vocabulary import Vocabulary

_PARTICIPANTS = ("agent", "patient", "participant")
_UNREAL = frozenset({Factuality.PLANNED, Factuality.HYPOTHETICAL, Factuality.DENIED})
#: how much support two mentions need to be one happening
_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Telling:
    """An event mention with all that its sentence says of it."""

    event: FoundEvent
    placed: Placed
    counts: tuple[tuple[str, str], ...]
    sources: tuple[Cluster, ...]
    verbless: bool  #: a noun in a sentence without a finite verb: a headline, which by itself asserts nothing
    definite: bool  #: a noun with an article or demonstrative that takes up what was told

    def fillers(self, *roles: str) -> set[int]:
        """Identities of the clusters that fill any of the roles."""
        found = {id(r.cluster) for r in self.event.roles if r.role in roles}
        return found | ({id(c) for c in self.placed.places} if "place" in roles else set())

    @property
    def dates(self) -> set[str]:
        """EDTF values."""
        return {time.value.edtf for time in self.placed.times}

    @property
    def word(self) -> str:
        """The trigger's entry."""
        return self.event.match.trigger.lemma


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
        return set().union(*(t.dates for t in self.tellings)) if self.tellings else set()

    def status(self, telling: Telling) -> Factuality:
        """A telling's status; a headline without a verb takes that of the sentences."""
        if telling.verbless and telling.event.factuality is Factuality.ASSERTED:
            told = {t.event.factuality for t in self.tellings if not t.verbless}
            if told and Factuality.ASSERTED not in told:
                return min(told)
        return telling.event.factuality


def tellings(
    events: Sequence[FoundEvent], placed: dict[int, Placed], sources: Sequence[tuple[Cluster, ...]], syntax: Syntax, vocabulary: Vocabulary,
    published: TimeSpan | None,
) -> list[Telling]:  # fmt: skip
    """Each event mention of a reading with its time, place, figures and sources; what lies ahead is planned."""
    return [
        Telling(
            _planned_if_ahead(event, placed[i], published), placed[i], tuple(sorted(set(event_counts(event, syntax, vocabulary)))), sources[i],
            verbless=not event.match.verbal and _is_verbless(event, syntax),
            definite=not event.match.verbal and _is_definite(event, syntax),
        )
        for i, event in enumerate(events)
    ]  # fmt: skip


def _planned_if_ahead(event: FoundEvent, placed: Placed, published: TimeSpan | None) -> FoundEvent:
    """``a annoncé l'envoi de renforts dès samedi``: what is dated after the document has not happened."""
    if published is None or event.factuality is not Factuality.ASSERTED:
        return event
    if not any(_lies_ahead(t.value, published) for t in placed.times):
        return event
    roles = tuple(replace(r, factuality=weakest(r.factuality, Factuality.PLANNED)) for r in event.roles)
    return replace(event, factuality=Factuality.PLANNED, roles=roles)


def _lies_ahead(time: TimeSpan, published: TimeSpan) -> bool:
    if time.earliest and published.latest:
        return time.earliest > published.latest
    unknown = time.edtf[:4] == published.edtf[:4] == "XXXX"  # both lack the year: compare month and day
    return unknown and time.edtf[5:10] > published.edtf[5:10]


def _is_verbless(event: FoundEvent, syntax: Syntax) -> bool:
    kind = event.reading.passage.kind
    if kind not in (PassageKind.TITLE, PassageKind.POST):
        return False
    return not any(t.pos_ in ("VERB", "AUX") and "Fin" in t.morph.get("VerbForm") and syntax.tags(t) for t in event.head.sent)


def _is_definite(event: FoundEvent, syntax: Syntax) -> bool:
    words, head = syntax.profile.words, event.head
    before = [t.lower_ for t in head.doc[max(head.sent.start, head.i - 2) : head.i]]
    return any(w in words["strictly_definite"] or w in words["possessive"] for w in before)


def join(told: Sequence[Telling], vocabulary: Vocabulary) -> list[Happening]:
    """Group tellings: one class (or a kind of it), nothing that contradicts, and enough that they share."""
    found: list[Happening] = []
    for telling in told:
        best = max(
            ((support(h, telling, vocabulary), i) for i, h in enumerate(found) if not contradicts(h, telling, vocabulary)),
            default=(0, -1),
        )
        if best[0] < _ENOUGH:
            found.append(Happening(telling.event.event_class, [telling]))
            continue
        happening = found[best[1]]
        happening.tellings.append(telling)
        if vocabulary.is_a(telling.event.event_class, happening.event_class):
            happening.event_class = telling.event.event_class
    return found


def contradicts(happening: Happening, telling: Telling, vocabulary: Vocabulary) -> bool:
    """Whether both cannot be one: other class, time, status, place, or other fillers of what tells happenings apart."""
    mine, other = telling.event.event_class, happening.event_class
    if not (vocabulary.is_a(mine, other) or vocabulary.is_a(other, mine)):
        return True
    if happening.dates and telling.dates and not any(_compatible(a, b) for a in happening.dates for b in telling.dates):
        return True
    if _status_differs(happening, telling):
        return True
    if mine != other and not _shared(happening, telling) and not happening.dates & telling.dates:
        return True
    for role in (*(vocabulary.events[other].merge or ("patient",)), "place"):
        left, right = happening.fillers(role), telling.fillers(role)
        if left and right and not left & right and not (role == "place" and _shared(happening, telling)):
            return True
    return False


def _compatible(left: str, right: str) -> bool:
    return left.startswith(right) or right.startswith(left) or left in right.split("/") or right in left.split("/")


def _status_differs(happening: Happening, telling: Telling) -> bool:
    """What is planned, denied or possible is another happening than what took place; a headline says neither."""
    if telling.verbless or all(t.verbless for t in happening.tellings):
        return False
    theirs = {t.event.factuality for t in happening.tellings if not t.verbless}
    return (telling.event.factuality in _UNREAL) != bool(theirs & _UNREAL)


def _shared(happening: Happening, telling: Telling) -> set[int]:
    return happening.fillers(*_PARTICIPANTS) & telling.fillers(*_PARTICIPANTS)


def support(happening: Happening, telling: Telling, vocabulary: Vocabulary) -> int:
    """How much speaks for one happening."""
    points = 2 * bool(_shared(happening, telling))
    points += bool(happening.fillers("place") & telling.fillers("place"))
    points += bool(happening.dates & telling.dates)
    points += any(t.word == telling.word for t in happening.tellings)
    points += telling.verbless or any(t.verbless for t in happening.tellings)
    if not telling.fillers(*_PARTICIPANTS):
        points += 1 + telling.definite
    points += any(t.event.head.sent == telling.event.head.sent for t in happening.tellings)
    return points if vocabulary.events else 0


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
        target.tellings[0] = Telling(
            first.event, first.placed, figures, first.sources, verbless=first.verbless, definite=first.definite
        )
    return kept


def _assault_of(happening: Happening, found: Sequence[Happening], vocabulary: Vocabulary) -> Happening | None:
    if happening.event_class not in ("Death", "Injury") or not any(t.counts for t in happening.tellings):
        return None
    if any(r.cluster.named and r.role == "patient" for t in happening.tellings for r in t.event.roles):
        return None
    sentences = [t.event.head.sent for t in happening.tellings]
    for other in found:
        if other is not happening and vocabulary.is_a(other.event_class, "Attack"):
            if any(t.event.head.sent in sentences for t in other.tellings):
                return other
    return None
