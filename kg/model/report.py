"""Results of checks, as data; whoever asked decides what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a result is."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True, order=True)
class Result:
    """One thing that a check found."""

    severity: Severity
    code: str  #: short and stable, e.g. ``claim-without-evidence``
    where: str  #: the node, file or value
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """All that a check found, worst first."""

    results: tuple[Result, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing is an error."""
        return not any(r.severity is Severity.ERROR for r in self.results)
