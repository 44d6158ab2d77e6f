"""Event mentions of one document that tell of one happening."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.extract.clusters import Cluster
from kg.extract.tellings import Telling
from kg.model import Factuality

#: roles of who took part
PARTICIPANTS = ("agent", "patient", "participant")
#: the class of an assault of which only the outcome is told: by what means, another telling may say
OUTCOME = "Killing"
#: the class of deaths of which nobody says that they were violent
DEATH = "Death"


@dataclass(slots=True)
class Happening:
    """Tellings of one happening."""

    event_class: str
    tellings: list[Telling] = field(default_factory=list)

    def clusters(self, *roles: str) -> list[Cluster]:
        """The clusters that fill any of the roles in any telling."""
        return [cluster for telling in self.tellings for cluster in telling.clusters(*roles)]

    @property
    def dates(self) -> set[str]:
        """EDTF values of all tellings."""
        return {date for telling in self.tellings for date in telling.dates}

    def status(self, telling: Telling) -> Factuality:
        """A telling's status; a headline without a verb, and a toll, take that of the sentences that tell the event."""
        own = telling.event.factuality
        if (telling.verbless or telling.toll) and own is Factuality.ASSERTED:
            told = {t.event.factuality for t in self.tellings if not t.verbless and not t.toll}
            return own if not told or own in told else min(told)
        return own

    def sources(self, telling: Telling) -> tuple[Cluster, ...]:
        """Who says so; of a noun that takes up what was told (``l'attaque``) nobody: a source talks about it."""
        told_before = any(t.position < telling.position and not (t.headline or t.toll) for t in self.tellings)
        taken_up = telling.definite and told_before and not telling.reported
        taken_up = taken_up and telling.event.factuality is Factuality.ASSERTED
        return () if taken_up and not telling.counts else telling.sources


def shared(happening: Happening, telling: Telling) -> set[int]:
    """The clusters that take part in both, by identity."""
    mine = {id(c) for c in happening.clusters(*PARTICIPANTS)}
    return mine & {id(c) for c in telling.clusters(*PARTICIPANTS)}


def is_bare(happening: Happening) -> bool:
    """Whether a headline and nouns that take it up are all that was told: who took part is to follow."""
    nouns = all(t.headline or t.definite for t in happening.tellings)
    return nouns and any_headline(happening) and not happening.clusters(*PARTICIPANTS)


def any_headline(happening: Happening) -> bool:
    """Whether a headline is among what tells of it."""
    return any(t.headline for t in happening.tellings)


def identities(clusters: Iterable[Cluster]) -> set[int]:
    """What tells clusters apart from others alike."""
    return {id(c) for c in clusters}
