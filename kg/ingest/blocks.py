"""Lines of a text, and blocks of lines that only the width of a page divided."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.ingest.clean import clean
from kg.ingest.lines import kind_of_line
from kg.ingest.rules import PassageRules
from kg.model import Alignment, PassageKind

_NEWLINE = re.compile(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that shows something. Offsets: code points of the whole text, white space at both ends left out."""

    begin: int
    end: int
    blank_before: bool  #: an empty line, or the start of the text, is before it
    cleaned: str
    kind: PassageKind | None  #: what the line shows by itself: post, furniture, or undecided


@dataclass(frozen=True, slots=True)
class Block:
    """One passage before its kind and language are known. Offsets: code points of the whole text."""

    begin: int
    end: int
    blank_before: bool
    blank_after: bool
    cleaned: str
    alignment: Alignment
    kind: PassageKind | None


def find_blocks(text: str, begin: int, rules: PassageRules) -> list[Block]:
    """Cut ``text`` from ``begin`` on into blocks, in text order.

    A line continues the one before if neither is a post or furniture, no blank line divides them, and either a sentence
    runs on in a small letter, or the whole document was filled to a width and the next word had no room.
    """
    lines = list(_lines(text, begin, rules))
    width = _width(lines, rules)
    stretches: list[Line] = []
    for index, line in enumerate(lines):
        if index and _continues(lines[index - 1], line, width, rules):
            stretches[-1] = replace(stretches[-1], end=line.end)
        else:
            stretches.append(line)
    return list(_blocks(text, stretches, rules))


def _lines(text: str, begin: int, rules: PassageRules) -> Iterator[Line]:
    blank = True
    for start, end in _extents(text, begin):
        cleaned, alignment = clean(text, start, end, rules.clean)
        if not cleaned:
            blank = True
            continue
        first, last = alignment.locate(0, len(cleaned))
        yield Line(first, last, blank, cleaned, kind_of_line(cleaned, rules))
        blank = False


def _extents(text: str, begin: int) -> Iterator[tuple[int, int]]:
    """Begin and end of every line, newline left out."""
    for newline in _NEWLINE.finditer(text, begin):
        yield begin, newline.start()
        begin = newline.end()
    yield begin, len(text)


def _blocks(text: str, stretches: list[Line], rules: PassageRules) -> Iterator[Block]:
    for index, stretch in enumerate(stretches):
        after = index + 1 == len(stretches) or stretches[index + 1].blank_before
        for begin, end in _pieces(text, stretch.begin, stretch.end, rules):
            cleaned, alignment = clean(text, begin, end, rules.clean)
            if cleaned:
                first, last = alignment.locate(0, len(cleaned))
                yield Block(first, last, stretch.blank_before, after, cleaned, alignment, stretch.kind)


def _continues(before: Line, line: Line, width: int, rules: PassageRules) -> bool:
    if line.blank_before or before.kind or line.kind:
        return False
    if line.cleaned[0].islower() and before.cleaned[-1] not in rules.terminal:
        return True
    return bool(width) and _filled(before, line, width)


def _filled(before: Line, line: Line, width: int) -> bool:
    """Whether the first word of ``line`` had no room at the end of ``before``."""
    word = line.cleaned.split(" ", 1)[0]
    return len(before.cleaned) + 1 + len(word) > width


def _width(lines: list[Line], rules: PassageRules) -> int:
    """The width in code points that the document was filled to, or 0 if its lines are paragraphs."""
    wrapped = rules.wrapped
    width = max((len(line.cleaned) for line in lines if not line.kind), default=0)
    if not wrapped.narrowest <= width <= wrapped.widest:
        return 0
    pairs = [(a, b) for a, b in pairwise(lines) if not (b.blank_before or a.kind or b.kind)]
    filled = sum(_filled(a, b, width) for a, b in pairs)
    return width if len(pairs) >= wrapped.pairs and filled >= wrapped.share * len(pairs) else 0


def _pieces(text: str, begin: int, end: int, rules: PassageRules) -> Iterator[tuple[int, int]]:
    """Stretches of bounded length, cut after a sentence if there is one, else after a word."""
    while end - begin > rules.longest_passage:
        limit = begin + rules.longest_passage
        middle = (begin + limit) // 2
        sentence = _last(rf"(?<=[{re.escape(rules.terminal)}])\s", text, middle, limit)
        cut = sentence or _last(r"\s", text, middle, limit) or limit
        yield begin, cut
        begin = cut
    yield begin, end


def _last(pattern: str, text: str, begin: int, end: int) -> int:
    """The end of the last match in a stretch, or 0."""
    return max((match.end() for match in re.finditer(pattern, text[begin:end])), default=-begin) + begin
