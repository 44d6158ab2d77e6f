"""What a build read, found and wrote, in lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kg.model import Factuality

if TYPE_CHECKING:
    from kg.pipeline import BuildResult

_UNICODE = ("utf-8", "utf-8-sig")


def summary(result: BuildResult) -> Iterator[str]:
    """Lines of the closing report: counts first, then each thing that was skipped or needs a look."""
    knowledge = result.knowledge
    copies = sum(len(group) - 1 for group in knowledge.copies)
    copied = f", {copies} of them copies of others" if copies else ""
    yield f"documents: {len(knowledge.documents)} read{copied}, {len(result.skipped)} skipped"
    yield from (f"  skipped {one_line(s.identifier)}: {one_line(s.reason)}" for s in result.skipped)
    yield from (f"  warning {one_line(warning)}" for warning in result.warnings)
    legacy = ((d.identifier, d.encoding) for d in knowledge.documents if d.encoding not in _UNICODE)
    yield from (f"  {one_line(identifier)} is not UTF-8; read as {encoding}" for identifier, encoding in legacy)
    yield f"entities: {len(knowledge.entities)} ({_counts(e.type.value for e in knowledge.entities)})"
    yield f"events: {len(knowledge.events)}"
    statuses = Counter(claim.factuality for claim in knowledge.claims)
    yield f"claims: {len(knowledge.claims)} ({', '.join(f'{statuses[f]} {f.value}' for f in Factuality)})"
    yield "seconds: " + ", ".join(f"{stage} {value:.1f}" for stage, value in result.seconds.items())
    yield from (f"wrote {file}" for file in result.files)


def _counts(names: Iterable[str]) -> str:
    return ", ".join(f"{count} {name}" for name, count in sorted(Counter(names).items())) or "none"


def one_line(text: str) -> str:
    """A text that stays in its line: line breaks, control characters and marks of direction as escapes."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
