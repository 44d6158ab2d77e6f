"""A stretch of text with names in it, and edits that keep the names' offsets right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A name at code points ``[begin, end)`` of its text; ``label`` is PER, LOC, ORG or MISC."""

    begin: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Text:
    """Text with its names in order, none overlapping. ``unsure`` stretches are neither taught as names nor as none."""

    id: str
    text: str
    names: tuple[Name, ...]
    unsure: tuple[tuple[int, int], ...] = ()

    def quote(self, name: Name) -> str:
        """The characters of a name."""
        return self.text[name.begin : name.end]


def edit(text: Text, edits: Iterable[tuple[int, int, str]]) -> Text:
    """Replace stretches ``(begin, end, new)``, none of them empty; names and unsure stretches move along.

    An edit that reaches over a name's border is skipped; so are overlapping edits, but the first.
    """
    parts, moves, last = [], [], 0
    for begin, end, new in sorted(edits):
        if begin < last or any(_crosses(begin, end, n.begin, n.end) for n in text.names):
            continue
        parts += [text.text[last:begin], new]
        moves.append((begin, end, len(new)))
        last = end
    parts.append(text.text[last:])
    names = tuple(replace(n, begin=_move(n.begin, moves), end=_move(n.end, moves)) for n in text.names)
    unsure = tuple((_move(b, moves), _move(e, moves)) for b, e in text.unsure)
    return replace(text, text="".join(parts), names=names, unsure=unsure)


def _crosses(begin: int, end: int, left: int, right: int) -> bool:
    """Whether an edit overlaps a name without lying inside it."""
    return begin < right and left < end and not (left <= begin and end <= right)


def _move(position: int, moves: Sequence[tuple[int, int, int]]) -> int:
    shift = 0
    for begin, end, length in moves:
        if end <= position:
            shift += length - (end - begin)
        elif begin < position:
            return begin + shift + min(position - begin, length)
    return position + shift


def paragraphs(text: Text) -> Iterator[Text]:
    """Cut at line ends; blank lines are dropped. A name that crosses a line end is dropped with its border unsure."""
    start = 0
    for line in text.text.splitlines(keepends=True):
        end = start + len(line.rstrip())
        begin = start + len(line) - len(line.lstrip())
        if begin < end:
            yield _cut(text, begin, end)
        start += len(line)


def _cut(text: Text, begin: int, end: int) -> Text:
    names = tuple(
        Name(n.begin - begin, n.end - begin, n.label) for n in text.names if begin <= n.begin and n.end <= end
    )
    torn = [
        (n.begin, n.end) for n in text.names if n.begin < end and n.end > begin and not begin <= n.begin <= n.end <= end
    ]
    unsure = [(max(b, begin) - begin, min(e, end) - begin) for b, e in (*text.unsure, *torn) if b < end and e > begin]
    return Text(f"{text.id}:{begin}", text.text[begin:end], names, tuple(unsure))
