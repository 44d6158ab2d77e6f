"""A human's verdicts on entities and claims: lines of a versioned file, never lost."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DecisionKind(StrEnum):
    """What a human can decide."""

    SAME = "same"
    DIFFERENT = "different"
    TYPE = "type"
    NAME = "name"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class Decision:
    """One verdict. ``ids`` are ids of in-document entities or of claims; ``value`` a type or a name."""

    kind: DecisionKind
    ids: tuple[str, ...]
    by: str
    when: str  #: ISO 8601 date
    why: str = ""
    value: str | None = None
