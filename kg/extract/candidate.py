"""Stretches of cleaned text that may become mentions, before anything is said of whom they name."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from kg.model import EntityType, MentionKind


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible mention in one reading; offsets are code points of the passage's cleaned text."""

    reading: int  #: index of the reading
    begin: int
    end: int
    head: int  #: token index of the head in the reading's ``Doc``
    text: str
    kind: MentionKind
    type: EntityType
    rule: str
    score: float = 0.9
    lemma: str = ""  #: of a nominal's head
    category: str = ""  #: of a nominal: accused, victim, function, kin, generic, collective, body, title, demonym
    gender: str = ""  #: ``m``, ``f`` or unknown
    plural: bool = False
    definite: bool = False
    authority: str = ""  #: id in a gazetteer, for names that have one

    def covers(self, other: Candidate) -> bool:
        """Whether both lie in one reading and share a character."""
        return self.reading == other.reading and self.begin < other.end and other.begin < self.end


def name_key(text: str) -> str:
    """A name without case, accents, hyphens and stops: equal keys are one spelling."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(letters.replace("-", " ").replace(".", " ").replace("'", " ").replace("_", " ").split())


def without_overlaps(candidates: list[Candidate]) -> list[Candidate]:
    """The longest of each set of overlapping candidates, then the best scored; in text order."""
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (c.begin - c.end, -c.score, c.reading, c.begin, c.rule)):
        if not any(candidate.covers(other) for other in kept):
            kept.append(candidate)
    return sorted(kept, key=lambda c: (c.reading, c.begin))
