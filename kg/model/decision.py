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
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class Decision:
    """One verdict, and, after a build, what it did. ``ids`` are ids of in-document entities or of claims."""

    kind: DecisionKind
    ids: tuple[str, ...]
    by: str
    when: str  #: ISO 8601 date
    why: str = ""
    value: str | None = None  #: of ``type`` and ``name``
    where: str = ""  #: file and line
    did: tuple[str, ...] = ()  #: what changed because of it, in words
    touched: tuple[str, ...] = ()  #: ids of the resolved entities that it made what they are
    problem: str = ""  #: why it, or a part of it, was not applied
