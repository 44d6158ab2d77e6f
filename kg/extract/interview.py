"""Interviews: who answers, so that an answer is attributed to its speaker and a question to nobody."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.clusters import Cluster
from kg.extract.lexicon import Lexicon
from kg.extract.owners import Owner
from kg.extract.reading import Reading
from kg.model import EntityType

#: turns that open with a speaker's name and a colon, before a document counts as an interview
_MIN_TURNS = 2
#: words of a speaker's name before the colon
_MAX_NAME = 6


class Interview:
    """Turns of one document; knows no speaker if it is no interview."""

    def __init__(self, readings: Sequence[Reading], lexicon: Lexicon) -> None:
        self._questions = lexicon.profile.words["question_endings"]
        self._is_one = sum(1 for r in readings if r.parsed and _opens_turn(r)) >= _MIN_TURNS

    def speaker(self, reading: Reading, owner: Owner, last: Cluster | None) -> Cluster | None:
        """Who speaks in a reading: the person named at its opening, else the last one, unless it asks."""
        if not self._is_one:
            return None
        named = owner(reading.doc[0]) if _opens_turn(reading) else None
        return named if named is not None and named.type is EntityType.PERSON else last

    def asks(self, reading: Reading) -> bool:
        """Whether a reading is a question of an interview."""
        return self._is_one and reading.doc.text.rstrip().endswith(tuple(self._questions))


def _opens_turn(reading: Reading) -> bool:
    """Whether a name in capitals and a colon open the reading."""
    for token in reading.doc[1 : _MAX_NAME + 1]:
        if token.text == ":":
            return all(t.text[0].isupper() or t.is_punct for t in reading.doc[: token.i])
    return False
