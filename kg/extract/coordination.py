"""Lists of names and nouns that share one function, read from the words between them.

The parser loses a third of the conjuncts of long lists (LAS of ``conj`` .55); the words do not lie: ``A, B et C``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.extract.candidate import Candidate
from kg.extract.lexicon import Lexicon
from kg.extract.reading import Reading
from kg.model import EntityType, MentionKind

#: words that may qualify an item before the separator (``les spécialistes en psychologie, …``)
_MAX_QUALIFIERS = 6


def chains(reading: Reading, candidates: Sequence[Candidate], lexicon: Lexicon) -> Mapping[int, tuple[int, ...]]:
    """For each head that stands in a list, the heads of all its items, in text order."""
    profile = lexicon.profile
    between = re.compile(
        rf"^{profile.list_item_ending}(?P<qualifiers>(?: [\w'-]+){{0,{_MAX_QUALIFIERS}}}?) ?(?P<separator>{profile.list_separator}) ?"
        rf"{profile.list_item_opening}$"
    )
    closing = re.compile(rf"^{profile.list_closing}$")
    items = [c for c in candidates if c.reading == reading.index and c.kind is not MentionKind.PRONOMINAL]
    items = _outermost(sorted(items, key=lambda c: (c.begin, -c.end)))
    found: dict[int, tuple[int, ...]] = {}
    run: list[Candidate] = items[:1]
    closed = False
    for left, right in zip(items, items[1:], strict=False):
        match = between.match(reading.doc.text[left.end : right.begin])
        opens_again = match is not None and match["separator"] in profile.words["examples"]
        joined = match is not None and (not closed or opens_again) and _alike(left, right) and not _breaks(match["qualifiers"], lexicon)
        if joined and match is not None:
            run.append(right)
            closed = bool(closing.match(match["separator"]))
        if not joined or right is items[-1]:
            if closed:
                heads = tuple(c.head for c in run)
                found.update(dict.fromkeys(heads, heads))
            run, closed = [right], False
    return found


def _outermost(items: list[Candidate]) -> list[Candidate]:
    kept: list[Candidate] = []
    for item in items:
        if not kept or item.begin >= kept[-1].end:
            kept.append(item)
    return kept


def _alike(left: Candidate, right: Candidate) -> bool:
    return (left.type is EntityType.PLACE) == (right.type is EntityType.PLACE)


def _breaks(qualifiers: str, lexicon: Lexicon) -> bool:
    return bool(qualifiers) and lexicon.has_verb(qualifiers)
