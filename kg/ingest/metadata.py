"""What is given about a document: a sidecar file, front matter, columns; checked before it is believed."""

from __future__ import annotations

import calendar
import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import yaml

from kg.ingest.settings import read_settings
from kg.model import TimeSpan

KEYS = ("date", "url", "publisher", "language", "title", "identifier", "encoding")

_DATE = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]\d\d(?::?\d\d){0,2}(?:[.,]\d{1,9})?(?: ?Z| ?[+-]\d\d:?\d\d)?)?)?)?"
)
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_][a-z0-9]{1,8}){0,3}", re.IGNORECASE)
_URL = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]{1,2000}", re.IGNORECASE)
_OPENING = re.compile(r"---[ \t]*(?:\r\n?|\n)")
_CLOSING = re.compile(r"^---[ \t]*(?:\r\n?|\n|\Z)", re.MULTILINE)


def read_date(value: str) -> TimeSpan | None:
    """A year, month, day or ISO 8601 date and time as an interval of days; ``None`` if it is none of these.

    The day of a date and time is the one that is written: no change of time zone.
    """
    match = _DATE.fullmatch(value.strip())
    if not match:
        return None
    year, month, day = (int(group) if group else None for group in match.groups())
    if year is None or 0 in (year, month, day):
        return None
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    last_month = month or 12
    last = date(year, last_month, day or calendar.monthrange(year, last_month)[1])
    precision = len("YYYY-MM-DD") if day else len("YYYY-MM") if month else len("YYYY")
    return TimeSpan(first.isoformat()[:precision], first.isoformat(), last.isoformat())


def read_language(value: str) -> str | None:
    """The ISO 639-1 code of a language tag such as ``fr-BE``; ``None`` if it is no tag."""
    match = _LANGUAGE.fullmatch(value.strip())
    return match.group(1).lower() if match else None


def read_url(value: str) -> str | None:
    """An absolute http(s) address that can stand in RDF; ``None`` if it is none."""
    return value.strip() if _URL.fullmatch(value.strip()) else None


def problems(metadata: Mapping[str, str]) -> tuple[str, ...]:
    """One line for each value that cannot be used and is ignored."""
    checks = (
        ("date", read_date, "YYYY, YYYY-MM, YYYY-MM-DD or an ISO 8601 date and time"),
        ("language", read_language, "an ISO 639-1 code such as fr or fr-BE"),
        ("url", read_url, "an absolute http or https address"),
    )
    return tuple(
        f"{key} {metadata[key]!r} is ignored: it is not {allowed}"
        for key, read, allowed in checks
        if key in metadata and read(metadata[key]) is None
    )


def read_sidecar(data: bytes) -> dict[str, str]:
    """The known keys of a ``NAME.meta.json``.

    Raises:
        ValueError: if it is not a JSON object in UTF-8.
    """
    try:
        values = json.loads(data.decode("utf-8-sig"))
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(values, dict):
        raise ValueError(f"a JSON object is needed, not {type(values).__name__}")  # noqa: TRY004  # one error for all
    return known(values)


def known(values: Mapping[Any, Any]) -> dict[str, str]:
    """The non-empty scalar values of known keys, as text."""
    return {key: text for key in KEYS if (text := scalar(values.get(key)))}


def scalar(value: object) -> str:
    """Text or a number as text without white space around it; ``""`` for anything else or what cannot be encoded."""
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        return ""
    return str(value).encode("utf-8", errors="replace").decode().strip()


def front_matter(text: str) -> tuple[int, dict[str, str], str | None]:
    """Read the block between two ``---`` lines at the start of a text.

    Returns:
        Where the text after the block begins (0: there is no block), its known keys, and a warning if it is broken.
        A block that is not a mapping is no front matter: a rule of dashes may also begin an article.
    """
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end(), read_settings().header) if opening else None
    if not opening or not closing:
        return 0, {}, None
    try:
        # BaseLoader makes text of everything: a date stays as it was written and nothing is constructed.
        values = yaml.load(text[opening.end() : closing.start()], Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError):
        return closing.end(), {}, "front matter is ignored: it is not YAML"
    if not isinstance(values, dict):
        return 0, {}, None
    return closing.end(), known(values), None
