"""What the documents say of one event, in the form in which events are compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kg.model import Claim, Event, Factuality, TermKind
from kg.model.period import period
from kg.resolve.settings import read_weights
from kg.vocabulary import load_vocabulary

#: what two events share: a kind of key, the root class and a value
Key = tuple[str, str, str]
_ROLES = ("agent", "patient", "participant")


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """A date of an event as an interval, both ends inclusive."""

    begin: date
    end: date
    edtf: str

    @property
    def narrow(self) -> bool:
        """Whether it says the day, or nearly."""
        return (self.end - self.begin).days < read_weights().happenings.narrow

    def overlaps(self, other: Days) -> bool:
        """Whether a day lies in both."""
        return self.begin <= other.end and other.begin <= self.end

    def each(self) -> Iterator[date]:
        """Its days."""
        return (self.begin + timedelta(n) for n in range((self.end - self.begin).days + 1))


@dataclass(frozen=True, slots=True)
class Telling:
    """One document's event."""

    id: str
    doc: str
    event_classes: frozenset[str]  #: of its mentions
    classes: frozenset[str]  #: these and the classes above them
    root: str
    days: tuple[Days, ...]
    roles: Mapping[str, frozenset[str]]  #: agent, patient, participant -> ids of resolved entities
    places: frozenset[str]
    figures: Mapping[str, frozenset[str]]  #: killed, injured … -> values
    sentences: frozenset[str]  #: that hold its triggers, white space normalised

    @property
    def participants(self) -> frozenset[str]:
        """Who takes part, in whatever role."""
        return frozenset().union(*self.roles.values())

    def shareable(self) -> Iterator[Key]:
        """What another telling of it may share."""
        yield from (("sentence", self.root, text) for text in self.sentences)
        days = {day.isoformat() for span in self.days if span.narrow for day in span.each()}
        yield from (("day", self.root, day) for day in sorted(days))
        yield from (("entity", self.root, id_) for id_ in sorted(self.participants | self.places))


def tellings(events: Iterable[Event], claims: Iterable[Claim]) -> list[Telling]:
    """The events that some document says more of than that they might be, sorted by id."""
    said: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        said[claim.subject].append(claim)
    found = (_telling(e, said[e.id]) for e in events if e.mentions)
    return sorted((t for t in found if t is not None), key=lambda t: t.id)


def _telling(event: Event, claims: Sequence[Claim]) -> Telling | None:
    typing = [c for c in claims if c.object.kind is TermKind.EVENT_CLASS]
    if not typing or all(c.factuality is Factuality.HYPOTHETICAL for c in typing):
        return None
    own = frozenset(m.event_class for m in event.mentions)
    above = {name: tuple(_line(name)) for name in own}
    values: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.factuality is not Factuality.DENIED:
            values[claim.predicate].add(claim.object.value)
    relations = load_vocabulary().relations
    return Telling(
        id=event.id,
        doc=event.mentions[0].sentence.doc_id,
        event_classes=own,
        classes=frozenset(name for line in above.values() for name in line),
        root=min(line[-1] for line in above.values()),
        days=tuple(sorted(_days(values["date"]))),
        roles={role: frozenset(values[role]) for role in _ROLES if values[role]},
        places=frozenset(values["place"]),
        figures={n: frozenset(v) for n, v in values.items() if n in relations and relations[n].kind == "count"},
        sentences=frozenset(" ".join(e.quote.split()) for c in typing for e in c.evidence),
    )


def _line(event_class: str) -> Iterator[str]:
    events = load_vocabulary().events
    while event_class in events:
        yield event_class
        event_class = events[event_class].parent


def _days(values: Iterable[str]) -> Iterator[Days]:
    for edtf in values:
        bounds = period(edtf)
        if bounds is not None and bounds.begin and bounds.end:
            yield Days(date.fromisoformat(bounds.begin), date.fromisoformat(bounds.end), edtf)
