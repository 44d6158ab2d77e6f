"""Dates as intervals: a partial date is not given a day that the text does not give."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class TimeSpan:
    """An EDTF date with its bounds.

    ``edtf`` follows the Extended Date/Time Format (ISO 8601-2:2019, Library of Congress profile): ``2016-09-09``,
    ``2014-05``, ``2013-06/2013-12``, ``XXXX-09-09``, ``2019/..``, ``2017-21``, ``2020~``.
    """

    edtf: str
    earliest: str | None = None  #: first possible day, ISO 8601, inclusive; None: open or unknown
    latest: str | None = None  #: last possible day, ISO 8601, inclusive; None: open or unknown
    text: str | None = None  #: the words that were read, if any

    def __post_init__(self) -> None:
        if not self.edtf:
            raise ValueError("a time span needs an EDTF value")
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"time span {self.edtf} ends ({self.latest}) before it begins ({self.earliest})")
