"""Some of those who were just told: ``l'un d'eux``, ``deux d'entre eux``, ``un seul a été arrêté``."""

from __future__ import annotations

from kg.extract.candidate import Candidate
from kg.extract.lexicon import Lexicon
from kg.extract.parsed import Token
from kg.extract.reading import Reading
from kg.language.spelling import straight
from kg.model import EntityType, MentionKind

#: rule of who is told besides others (``un troisième``): nobody, if no persons were told of
FURTHER = "nominals.further"
_SCORE = 0.8


def partitive(reading: Reading, token: Token, lexicon: Lexicon) -> Candidate | None:
    """Someone told for the first time, as part of others: never the others themselves."""
    rules = lexicon.reference
    if token.lower_ not in rules.partitive_openings:
        return None
    text = straight(reading.text.lower())
    found, further = rules.partitives.match(text, token.idx), rules.further_ones.match(text, token.idx)
    match = found or further
    if match is None:
        return None
    begin, end = match.span()
    words = reading.words(begin, end)
    one = found is None or found["one"] is not None
    feminine = match.groupdict().get("feminine") is not None or (found is None and token.lower_.endswith("e"))
    head = next((t for t in words if t.lower_ in rules.partitive_heads), words.root)
    return Candidate(
        reading=reading.index,
        begin=begin,
        end=end,
        head=head.i,
        text=reading.text[begin:end],
        kind=MentionKind.NOMINAL,
        type=EntityType.PERSON if one else EntityType.GROUP,
        rule="nominals.partitive" if found is not None else FURTHER,
        score=_SCORE,
        category="partitive",
        gender="f" if feminine else "",
        plural=not one,
    )
