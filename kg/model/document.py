"""A document as it came, and the passages that are read in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter

from kg.model.span import Span
from kg.model.timespan import TimeSpan

_begin = attrgetter("cleaned")


class PassageKind(StrEnum):
    """What a passage is to a reader."""

    BODY = "Body"
    TITLE = "Title"
    POST = "Post"  #: a social-media post quoted in the article
    BOILERPLATE = "Boilerplate"  #: navigation, "read more", bare URLs


class DateOrigin(StrEnum):
    """How a document's date is known."""

    GIVEN = "Given"  #: in the text, its header or its metadata
    INFERRED = "Inferred"  #: worked out from the text by a rule


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of cleaned text and where it came from.

    If both lengths are equal the run maps character by character; else it is atomic (an HTML entity, say).
    """

    cleaned: int  #: first code point in the cleaned text
    source: int  #: first code point in ``Document.text``
    length: int  #: code points in the cleaned text
    source_length: int  #: code points in ``Document.text``


@dataclass(frozen=True, slots=True)
class Alignment:
    """An exact map from cleaned text back to ``Document.text``; characters without a run were dropped."""

    runs: tuple[Run, ...]

    def locate(self, begin: int, end: int) -> tuple[int, int]:
        """The ``[begin, end)`` offsets in ``Document.text`` of a stretch of cleaned text.

        Raises:
            ValueError: if the stretch is empty or leaves the cleaned text.
        """
        if not self.runs or not 0 <= begin < end <= self.runs[-1].cleaned + self.runs[-1].length:
            raise ValueError(f"no cleaned text at {begin}:{end}")
        return self._bounds(begin)[0], self._bounds(end - 1)[1]

    def _bounds(self, position: int) -> tuple[int, int]:
        at = bisect_right(self.runs, position, key=_begin) - 1 if len(self.runs) > 1 else 0  # most have but one
        run = self.runs[at]
        if run.length == run.source_length:
            begin = run.source + position - run.cleaned
            return begin, begin + 1
        return run.source, run.source + run.source_length


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, title or post: the unit that is parsed. ``cleaned`` is what the parser sees."""

    span: Span
    kind: PassageKind
    language: str  #: ISO 639-1
    cleaned: str
    alignment: Alignment

    def locate(self, begin: int, end: int) -> Span:
        """The span in the document of cleaned text ``[begin, end)``."""
        return Span(self.span.doc_id, *self.alignment.locate(begin, end))


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it came. ``text`` is exactly what was decoded and is never changed."""

    id: str
    identifier: str  #: path below the folder that was read, or the record's id
    text: str
    language: str  #: ISO 639-1, of most of the text
    sha256: str  #: of the bytes that were read
    passages: tuple[Passage, ...] = ()
    published: TimeSpan | None = None
    date_origin: DateOrigin | None = None
    date_rule: str | None = None  #: which rule established ``published``
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    encoding: str = "utf-8"  #: that decoded the bytes

    def quote(self, span: Span) -> str:
        """The characters at ``span``.

        Raises:
            ValueError: if the span belongs to another document or ends after the text.
        """
        if span.doc_id != self.id or span.end > len(self.text):
            raise ValueError(f"{span} is not in document {self.id} ({self.identifier})")
        return self.text[span.begin : span.end]
