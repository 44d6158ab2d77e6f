"""The result of every comparison: a value and its reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Score:
    """How well two things match, and why."""

    value: float  #: 0: no support; 1: full support
    reason: str
