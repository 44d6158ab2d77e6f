"""Stretches of cleaned text that may become mentions, before anything is said of whom they name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.extract.reading import Reading
from kg.model import EntityType, MentionKind

#: how far each kind of name is trusted when two of them overlap at equal length
_SCORES = {
    "gazetteer": 0.97, "pattern": 0.95, "acronym": 0.93, "handle": 0.92, "kunya": 0.9, "announced": 0.88, "short": 0.87,
    "place": 0.86, "model": 0.85, "consistency": 0.8,
}  # fmt: skip


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

    @property
    def position(self) -> tuple[int, int]:
        """Where it begins: index of the reading, code point."""
        return self.reading, self.begin

    def covers(self, other: Candidate) -> bool:
        """Whether both lie in one reading and share a character."""
        return self.reading == other.reading and self.begin < other.end and other.begin < self.end


def name_candidate(
    reading: Reading, bounds: tuple[int, int], type_: EntityType, rule: str, *, authority: str = ""
) -> Candidate | None:
    """A name at ``bounds`` (code points of cleaned text) by a rule of the table of scores; None if no word is there."""
    begin, end = bounds
    tokens = reading.doc.char_span(begin, end)
    if tokens is None or not tokens.text.strip():
        return None
    return Candidate(
        reading=reading.index,
        begin=begin,
        end=end,
        head=tokens.root.i if reading.parsed else tokens.start,
        text=reading.text[begin:end],
        kind=MentionKind.NAMED,
        type=type_,
        rule=f"names.{rule}",
        score=_SCORES[rule],
        authority=authority,
    )


def without_overlaps(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The longest of each set of overlapping candidates, then the best scored; in text order."""
    kept: list[Candidate] = []
    taken: set[tuple[int, int]] = set()
    for candidate in sorted(candidates, key=lambda c: (c.begin - c.end, -c.score, c.reading, c.begin, c.rule)):
        characters = {(candidate.reading, at) for at in range(candidate.begin, candidate.end)}
        if taken.isdisjoint(characters):
            kept.append(candidate)
            taken |= characters
    return sorted(kept, key=lambda c: c.position)
