"""Lists of names and nouns that share one function, read from the words between them.

The parser loses a third of the conjuncts of long lists (LAS of ``conj`` .55); the words do not lie: ``A, B et C``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from kg.extract.candidate import Candidate
from kg.extract.lexicon import Lexicon
from kg.extract.marks import ACCUSED, VICTIM
from kg.extract.reading import Reading
from kg.extract.syntax.words import is_conjugated
from kg.model import EntityType, MentionKind

#: words that may qualify an item before the separator (``les spécialistes en psychologie, …``)
_MAX_QUALIFIERS = 6


@dataclass(frozen=True, slots=True)
class _Link:
    """What stands between two neighbours: whether it joins them, closes a list, or opens one again."""

    joins: bool
    closes: bool = False
    reopens: bool = False  #: with examples: ``A et B, dont C``


def chains(reading: Reading, candidates: Iterable[Candidate], lexicon: Lexicon) -> Mapping[int, tuple[int, ...]]:
    """For each head that stands in a closed list, the heads of all its items, in text order."""
    mine = (c for c in candidates if c.reading == reading.index and c.kind is not MentionKind.PRONOMINAL)
    items = _outermost(sorted(mine, key=lambda c: (c.begin, -c.end)))
    links = [_link(left, right, reading, lexicon) for left, right in pairwise(items)]
    found: dict[int, tuple[int, ...]] = {}
    for run in _runs(items, links):
        heads = tuple(item.head for item in run)
        found.update(dict.fromkeys(heads, heads))
    return found


def _runs(items: Sequence[Candidate], links: Sequence[_Link]) -> Iterator[list[Candidate]]:
    """Items that are joined up to a closing separator; an open enumeration is no list."""
    run, closed = list(items[:1]), False
    for link, item in zip(links, items[1:], strict=True):
        if link.joins and (not closed or link.reopens):
            run.append(item)
            closed = link.closes
        else:
            if closed:
                yield run
            run, closed = [item], False
    if closed:
        yield run


def _link(left: Candidate, right: Candidate, reading: Reading, lexicon: Lexicon) -> _Link:
    profile, text = lexicon.profile, reading.text
    between = _between(profile.list_item_ending, profile.list_separator, profile.list_item_opening)
    match = between.match(text[left.end : right.begin])
    if match is None or not _alike(left, right) or lexicon.has_verb(match["qualifiers"]):
        return _Link(joins=False)
    separator = match["separator"]
    if separator.strip() == "," and _is_source(left, text, lexicon):
        return _Link(joins=False)  # "Selon la police, trois femmes et un homme"
    part = separator in profile.words["parts"]
    if part and (_has_verb(right, reading) or _are_fallen_assailants(left, right)):
        return _Link(joins=False)  # "trois hommes, dont le frère a fui"; "cinq morts, dont les assaillants"
    if not part and separator.strip() in profile.words["conjunctions"] and _opens_clause(left, right, reading, lexicon):
        return _Link(joins=False)  # "des pierres sur le café de X et les gendarmes ont arrêté Y"
    closes = part or re.fullmatch(profile.list_closing, separator) is not None
    return _Link(joins=True, closes=closes, reopens=separator in profile.words["examples"])


def _are_fallen_assailants(left: Candidate, right: Candidate) -> bool:
    """``cinq morts, dont les assaillants``: those died, but of what others did to them."""
    return left.category == VICTIM and right.category == ACCUSED


def _opens_clause(left: Candidate, right: Candidate, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether an item without preposition, after one with a preposition, is the subject of the verb right after it."""
    doc, at = reading.doc, reading.words(0, left.begin).end - 1
    while at > 0 and doc[at].pos_ in ("DET", "ADJ", "NUM", "NOUN"):
        at -= 1
    opening = reading.words(0, right.begin).end - 1
    between = lexicon.profile.words["joining_prepositions"]  # "entre X et Y"
    governed = at >= 0 and doc[at].pos_ == "ADP" and doc[at].lower_ not in between
    bare = doc[opening].pos_ != "ADP" and doc[opening - 1].pos_ != "ADP"
    after = next((t for t in reading.words(right.end, len(reading.text)) if t.pos_ not in ("PRON", "ADV")), None)
    finite = after is not None and is_conjugated(after)
    return governed and bare and finite


def _has_verb(item: Candidate, reading: Reading) -> bool:
    """Whether a conjugated verb follows an item with no mark between."""
    doc = reading.doc
    for token in doc[item.head + 1 : doc[item.head].sent.end]:
        if token.is_punct:
            return False
        if is_conjugated(token):
            return True
    return False


def _is_source(item: Candidate, text: str, lexicon: Lexicon) -> bool:
    """Whether a preposition of source (``selon``) and at most an article stand before an item."""
    before = text[: item.begin].lower().split()
    sources = lexicon.profile.cues["source_prepositions"]
    return any(
        " ".join(before[-size:-1] if article else before[-size:]) in sources
        for size in (1, 2, 3)
        for article in (False, True)
    )


@lru_cache(maxsize=8)
def _between(ending: str, separator: str, opening: str) -> re.Pattern[str]:
    """What may stand between two items, from the patterns of its parts."""
    qualifiers = rf"(?P<qualifiers>(?: [\w'-]+){{0,{_MAX_QUALIFIERS}}}?)"
    return re.compile(rf"^{ending}{qualifiers} ?(?P<separator>{separator}) ?{opening}$")


def _outermost(items: Iterable[Candidate]) -> list[Candidate]:
    kept: list[Candidate] = []
    for item in items:
        if not kept or item.begin >= kept[-1].end:
            kept.append(item)
    return kept


def _alike(left: Candidate, right: Candidate) -> bool:
    return (left.type is EntityType.PLACE) == (right.type is EntityType.PLACE)
