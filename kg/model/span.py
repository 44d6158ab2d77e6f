"""Stretches of a document's text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range ``[begin, end)`` of code points in ``Document.text``; never empty.

    Raises:
        ValueError: if the range is empty, reversed or begins before the text.
    """

    doc_id: str
    begin: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.begin < self.end:
            raise ValueError(f"empty or reversed span {self.begin}:{self.end} in {self.doc_id}")

    def overlaps(self, other: Span) -> bool:
        """Whether both share at least one character of the same document."""
        return self.doc_id == other.doc_id and self.begin < other.end and other.begin < self.end

    def contains(self, other: Span) -> bool:
        """Whether every character of ``other`` is also in this span."""
        return self.doc_id == other.doc_id and self.begin <= other.begin and other.end <= self.end
