"""Some of those who were just told: ``l'un d'eux``, ``deux d'entre eux``, ``un seul a été arrêté``."""

from __future__ import annotations

from kg.extract.candidate import Candidate
from kg.extract.lexicon import Lexicon
from kg.extract.parsed import Token
from kg.extract.reading import Reading
from kg.model import EntityType, MentionKind

_SCORE = 0.8


def partitive(reading: Reading, token: Token, lexicon: Lexicon) -> Candidate | None:
    """Someone told for the first time, as part of others: never the others themselves."""
    rules = lexicon.reference
    if token.lower_ not in rules.partitive_openings:
        return None
    found = rules.partitives.match(reading.text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"), token.idx)
    if found is None:
        return None
    begin, end = found.span()
    words = reading.words(begin, end)
    one = found["one"] is not None
    head = next((t for t in words if t.lower_ in rules.partitive_heads), words.root)
    return Candidate(
        reading=reading.index,
        begin=begin,
        end=end,
        head=head.i,
        text=reading.text[begin:end],
        kind=MentionKind.NOMINAL,
        type=EntityType.PERSON if one else EntityType.GROUP,
        rule="nominals.partitive",
        score=_SCORE,
        category="partitive",
        gender="f" if found["feminine"] is not None else "",
        plural=not one,
    )
