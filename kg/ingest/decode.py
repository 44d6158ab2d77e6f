"""From bytes to text: UTF-8 first, then what is declared, then what the bytes look like."""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from charset_normalizer import from_bytes

from kg.ingest.settings import ReadSettings, read_settings

#: longer marks first: the mark of UTF-16 begins that of UTF-32
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LAYOUT = frozenset("\t\n\r\f\v\x1c\x1d\x1e\x1f\x85")
_REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding that read it, and a warning if bytes were damaged."""

    text: str
    encoding: str
    warning: str | None = None


def decode(data: bytes, hint: str | None = None) -> Decoded | str:
    """Decode a file; the byte order mark is no part of the text, newlines stay as they are.

    Args:
        data: the whole file.
        hint: encoding that the metadata declares; used if the bytes are not UTF-8.

    Returns:
        The text, or the reason why there is none: too large, empty, binary.
    """
    settings = read_settings()
    if len(data) > settings.bytes:
        return f"{len(data)} bytes are more than the {settings.bytes} that are read; split the file"
    decoded = decode_text(data, hint)
    if decoded is None:
        return "binary file or unknown encoding; convert it to UTF-8 text"
    if not _has_words(decoded.text):
        return "no text: empty or only white space"
    if _is_binary(decoded.text, settings):
        return "binary file; only text is read"
    return decoded


def decode_text(data: bytes, hint: str | None = None) -> Decoded | None:
    """The best reading of the bytes, of any size and content; ``None`` if there is none."""
    return next(_attempts(data, hint, read_settings()), None)


def _attempts(data: bytes, hint: str | None, settings: ReadSettings) -> Iterator[Decoded]:
    """Each reading of the bytes that succeeds, best first."""
    mark = next((m for m in _MARKS if data.startswith(m[0])), None)
    if mark:
        yield from _strict(data[len(mark[0]) :], mark[1])
    yield from _strict(data, "utf-8")
    if hint and _is_text_encoding(hint, settings):
        yield from _strict(data, codecs.lookup(hint).name)
    if b"\0" in data:
        yield from _strict(data, _wide_encoding(data[: settings.sample]))
        return  # no other encoding of a text has zeros
    yield from _damaged(data, settings)
    yield from _legacy(data, settings)


def _strict(data: bytes, encoding: str) -> Iterator[Decoded]:
    try:
        text = data.decode(encoding)
        text.encode()  # fails on half of a surrogate pair, which a few encodings let through
    except (UnicodeError, LookupError):
        return
    yield Decoded(text, encoding)


def _is_text_encoding(name: str, settings: ReadSettings) -> bool:
    try:
        found = codecs.lookup(name).name
        b"".decode(name)
    except (LookupError, ValueError):
        return False
    return found.replace("-", "_") not in settings.not_texts


def _wide_encoding(sample: bytes) -> str:
    """UTF-16 without a mark has its zeros in one half of each pair."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    return "utf-16-le" if odd > even else "utf-16-be"


def _damaged(data: bytes, settings: ReadSettings) -> Iterator[Decoded]:
    """UTF-8 with some broken bytes: the rest of its accents must not be read as another encoding."""
    text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8", errors="replace")
    broken = text.count(_REPLACEMENT)
    foreign = len(text) - len(text.encode("ascii", errors="ignore"))
    if broken <= settings.utf8_damage * foreign:
        yield Decoded(text, "utf-8", f"{broken} invalid UTF-8 sequences were read as U+FFFD")


def _legacy(data: bytes, settings: ReadSettings) -> Iterator[Decoded]:
    best = from_bytes(data[: settings.sample], cp_isolation=list(settings.encodings)).best()
    names = settings.encodings if best is None else (best.encoding, *settings.encodings)
    for name in names:
        yield from _strict(data, codecs.lookup(name).name)


def _has_words(text: str) -> bool:
    """Whether anything is neither white space nor an invisible format character."""
    return any(not c.isspace() and unicodedata.category(c) != "Cf" for c in text)


def _is_binary(text: str, settings: ReadSettings) -> bool:
    head = text[: settings.sample]
    if "\0" in text:
        return True
    controls = sum(unicodedata.category(c) == "Cc" and c not in _LAYOUT for c in head)
    return controls > settings.control_share * len(head)
