"""What a reader yields: the bytes of one document with what is known about it, or why it is left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fields:
    """Names of the columns (CSV) or keys (JSON Lines) that hold a document's parts."""

    identifier: str = "id"
    text: str = "text"
    date: str = "date"
    url: str = "url"
    publisher: str = "publisher"
    language: str = "language"
    title: str = "title"

    def described(self) -> tuple[tuple[str, str], ...]:
        """Pairs of our name for a piece of metadata and the column that holds it."""
        return (
            ("date", self.date),
            ("url", self.url),
            ("publisher", self.publisher),
            ("language", self.language),
            ("title", self.title),
        )


@dataclass(frozen=True, slots=True)
class Record:
    """One document before it is decoded.

    ``warnings`` say, a line each, what of the record could not be used (a broken sidecar, a date that is none, damaged
    bytes); the document is read all the same.
    """

    identifier: str  #: path below the folder that was read, with forward slashes, or the record's id
    data: bytes  #: as read; of a JSON Lines or CSV record, its text as UTF-8
    metadata: Mapping[str, str]  #: date, url, publisher, language, title; only what was given
    encoding_hint: str | None = None  #: encoding that the metadata declares
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A document that was left out, and why, in one line."""

    identifier: str
    reason: str
