"""Interviews: who answers, so that an answer is attributed to its speaker and a question to nobody."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spacy.tokens import Token

from kg.extract.clusters import Cluster
from kg.extract.lexicon import Lexicon
from kg.extract.reading import Reading
from kg.model import EntityType

#: turns that open with a speaker's name and a colon, before a document counts as an interview
_MIN_TURNS = 2
_MAX_NAME = 6


class Interview:
    """Turns of one document; knows no speaker if it is no interview."""

    def __init__(self, readings: Sequence[Reading], lexicon: Lexicon) -> None:
        self._questions = lexicon.profile.words["question_endings"]
        self._is_one = sum(1 for r in readings if r.parsed and _colon(r) is not None) >= _MIN_TURNS

    def speaker(self, reading: Reading, owner: Callable[[Token], Cluster | None], last: Cluster | None) -> Cluster | None:
        """Who speaks in a reading: the person named at its opening, else the last one, unless it asks."""
        if not self._is_one:
            return None
        colon = _colon(reading)
        if colon is not None:
            named = owner(reading.doc[0])
            return named if named is not None and named.type is EntityType.PERSON else last
        return last

    def asks(self, reading: Reading) -> bool:
        """Whether a reading is a question of an interview."""
        return self._is_one and reading.doc.text.rstrip().endswith(tuple(self._questions))


def _colon(reading: Reading) -> int | None:
    """The colon after the speaker's name that opens a turn."""
    for token in reading.doc[1 : _MAX_NAME + 1]:
        if token.text == ":":
            return token.i if all(t.text[0].isupper() or t.is_punct for t in reading.doc[: token.i]) else None
    return None
