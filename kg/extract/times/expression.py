"""What the time grammar finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.model import TimeSpan


class Direction(StrEnum):
    """Where a clause looks, as its tense says: ``mardi`` is the last Tuesday or the next."""

    PAST = "past"
    FUTURE = "future"
    PRESENT = "present"  #: ahead, but for a day or month that lies nearer in the past: ``Le 10 mars, il se rend à X``


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that say when. Offsets are code points of the string that was read, end exclusive."""

    begin: int
    end: int
    text: str  #: exact characters at the offsets
    value: TimeSpan
    rule: str  #: name in ``times.yaml``, with the language: ``fr/times.weekday``
    looks_back: bool  #: counted from a day at which the narration stays (``la veille``, ``sous 48 heures``)
