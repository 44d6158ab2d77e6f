"""Cleaned text, with an exact map back to the text that it came from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from html.entities import html5

from kg.ingest.rules import CleanRules
from kg.model import Alignment, Run

_ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
#: a word divided at the end of a line: letter, hyphen, newline, letter; what happens to the hyphen is decided below
_DIVISION = r"(?<=[^\W\d_])[-\u00ad\u2010][ \t]{0,8}(?:\r\n?|\n)[ \t]{0,40}(?=[^\W\d_])"
#: white space but for a lone plain space, which stays as it is
_SPACES = r"[^\S ]\s*| \s+"


def clean(text: str, begin: int, end: int, rules: CleanRules) -> tuple[str, Alignment]:
    """Clean ``text[begin:end]``.

    HTML entities are decoded once, runs of white space of any kind become one space, words divided at a line's end are
    joined, invisible characters are dropped, look-alike characters replaced, the ends trimmed. Time is linear.

    Args:
        text: the whole document.
        begin: first code point.
        end: code point after the last.
        rules: characters that are dropped or replaced.

    Returns:
        The cleaned text, maybe empty, and its alignment with offsets into ``text``.
    """
    draft = _Draft()
    position = begin
    for match in _special(rules.invisible, "".join(rules.same)).finditer(text, begin, end):
        draft.copy(text, position, match.start())
        found = match.group()
        draft.add(_replacement(found, text[match.end() : match.end() + 1], rules), match.start(), len(found))
        position = match.end()
    draft.copy(text, position, end)
    return draft.finish()


@lru_cache(maxsize=8)
def _special(invisible: str, same: str) -> re.Pattern[str]:
    return re.compile(rf"{_ENTITY}|{_DIVISION}|{_SPACES}|[{re.escape(invisible + same)}]")


def _replacement(found: str, following: str, rules: CleanRules) -> str:
    if found.isspace():
        return " "
    if len(found) == 1:
        return _character(found, rules)
    if not found.startswith("&"):  # a divided word; before a capital the hyphen belongs to a name
        return "" if following.islower() else "-"
    decoded = unescape(found) if found[1] == "#" else html5.get(found[1:])
    return found if decoded is None else "".join(_character(c, rules) for c in decoded)


def _character(character: str, rules: CleanRules) -> str:
    if character in rules.invisible:
        return ""
    return " " if character.isspace() else rules.same.get(character, character)


@dataclass(slots=True)
class _Draft:
    """Cleaned text in the making; never has a space first or two in a row."""

    parts: list[str] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    length: int = 0
    spaced: bool = True  # the last character is a space, or there is none

    def copy(self, text: str, begin: int, end: int) -> None:
        """Add text as it is; in it there are no two spaces in a row and no other white space."""
        if begin < end and text[begin] == " " and self.spaced:
            self._widen(begin + 1)
            begin += 1
        if begin < end:
            self._append(text[begin:end], begin, end - begin)
            self.spaced = text[end - 1] == " "

    def add(self, cleaned: str, source: int, source_length: int) -> None:
        """Add the replacement of ``source_length`` code points at ``source``."""
        if not cleaned:
            return
        if cleaned == " " and self.spaced:
            self._widen(source + source_length)
            return
        self._append(cleaned, source, source_length)
        self.spaced = cleaned.endswith(" ")

    def finish(self) -> tuple[str, Alignment]:
        """The text without a space at its end, and its alignment."""
        if self.runs and self.spaced:
            self._drop_last()
        return "".join(self.parts), Alignment(tuple(self.runs))

    def _append(self, cleaned: str, source: int, source_length: int) -> None:
        run = Run(self.length, source, len(cleaned), source_length)
        last = self.runs[-1] if self.runs else None
        if last and _even(last) and _even(run) and last.source + last.source_length == source:
            self.runs[-1] = Run(last.cleaned, last.source, last.length + run.length, last.length + run.length)
        else:
            self.runs.append(run)
        self.parts.append(cleaned)
        self.length += len(cleaned)

    def _widen(self, end: int) -> None:
        """Let the space that ends the text stand for white space up to ``end`` too."""
        if not self.runs:
            return
        last = self.runs.pop()
        if _even(last) and last.length > 1:
            self.runs.append(Run(last.cleaned, last.source, last.length - 1, last.length - 1))
            last = Run(last.cleaned + last.length - 1, last.source + last.length - 1, 1, 1)
        self.runs.append(Run(last.cleaned, last.source, last.length, end - last.source))

    def _drop_last(self) -> None:
        last = self.runs.pop()
        if last.length > 1:
            source_length = last.source_length - 1 if _even(last) else last.source_length
            self.runs.append(Run(last.cleaned, last.source, last.length - 1, source_length))
        self.parts[-1] = self.parts[-1][:-1]
        self.length -= 1


def _even(run: Run) -> bool:
    return run.length == run.source_length
