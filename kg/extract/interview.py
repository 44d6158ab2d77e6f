"""Interviews: who answers, so that an answer is attributed to its speaker and a question to nobody."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.extract.clusters import Cluster
from kg.extract.lexicon import Lexicon
from kg.extract.marks import ACCUSED, OFFICES, VICTIM
from kg.extract.owners import Owner
from kg.extract.parsed import Token
from kg.extract.reading import Reading
from kg.model import EntityType

#: turns that open with a speaker's name and a colon, before a document counts as an interview
_MIN_TURNS = 2
#: questions that are paragraphs of their own, before a document that calls itself an interview counts as one
_MIN_QUESTIONS = 3
#: words of a speaker's name before the colon
_MAX_NAME = 6
#: what acting in the heading counts beside an office
_ACTS = 2
#: characters of a question that is a paragraph of its own
_MAX_QUESTION = 220


class Interview:
    """Turns of one document; knows no speaker if it is no interview.

    Turns open with their speaker's name, or are questions and answers in turn without one: then whom the heading names
    answers.
    """

    def __init__(self, readings: Sequence[Reading], lexicon: Lexicon, owners: Callable[[Reading], Owner]) -> None:
        """Look over a document.

        Args:
            readings: all of the document, in text order.
            lexicon: words of its language.
            owners: for a reading, the entity that each of its words names.
        """
        self._words = lexicon.profile.words
        parsed = [r for r in readings if r.parsed]
        self._in_turns = sum(1 for r in parsed if _opens_turn(r)) >= _MIN_TURNS
        asked = [r for r in parsed if self._is_question(r)]
        self._first = asked[0].index if len(asked) >= _MIN_QUESTIONS and not self._in_turns else None
        heading = [r for r in parsed if self._first is not None and r.index < self._first]
        called = any(self._names_genre(r) for r in heading)
        self._guest = _guest(heading, owners, lexicon) if called else None

    def speaker(self, reading: Reading, owner: Owner, last: Cluster | None) -> Cluster | None:
        """Who speaks in a reading: the person named at its opening, else the last one, unless it asks."""
        if self._guest is not None and self._first is not None:
            return self._guest if reading.index > self._first else None
        if not self._in_turns:
            return None
        named = owner(reading.doc[0]) if _opens_turn(reading) else None
        return named if named is not None and named.type is EntityType.PERSON else last

    def asks(self, reading: Reading) -> bool:
        """Whether a reading is a question of an interview."""
        if self._guest is not None and self._is_question(reading):
            return True
        return self._in_turns and reading.doc.text.rstrip().endswith(tuple(self._words["question_endings"]))

    def _is_question(self, reading: Reading) -> bool:
        """A short paragraph that ends as a question does, or addresses who answers: ``On vous reproche …``."""
        text = reading.doc.text.rstrip()
        if len(text) > _MAX_QUESTION:
            return False
        addresses = any(t.lower_ in self._words["addressing"] for t in reading.doc)
        return text.endswith(tuple(self._words["question_endings"])) or addresses

    def _names_genre(self, reading: Reading) -> bool:
        """``ENTRETIEN``, ``Propos recueillis par X``."""
        return any(t.lower_ in self._words["interview_words"] for t in reading.doc)


def _opens_turn(reading: Reading) -> bool:
    """Whether a name in capitals and a colon open the reading."""
    for token in reading.doc[1 : _MAX_NAME + 1]:
        if token.text == ":":
            return all(t.text[0].isupper() or t.is_punct for t in reading.doc[: token.i])
    return False


def _guest(heading: Sequence[Reading], owners: Callable[[Reading], Owner], lexicon: Lexicon) -> Cluster | None:
    """Whom the heading introduces: a person who does something in it, of an office, before one whom it only names.

    Not who asks (``recueilli par X``), nor whoever was killed or is suspected.
    """
    ranks: dict[int, tuple[int, Cluster]] = {}
    for reading in heading:
        owner = owners(reading)
        for token in reading.doc:
            found = owner(token)
            if found is None or found.type is not EntityType.PERSON or not found.named or token.pos_ == "PRON":
                continue
            if _follows(token, lexicon.profile.words["byline_openings"]):
                continue
            rank = ranks.get(id(found), (_of_part(found), found))[0]
            acts = lexicon.profile.is_dep(token.dep_, "subject")
            ranks[id(found)] = (max(rank, _of_part(found) + _ACTS * acts), found)
    return max(ranks.values(), key=lambda pair: pair[0], default=(0, None))[1]  # of equals the first


def _of_part(person: Cluster) -> int:
    told = person.marks | person.categories
    return bool(told & OFFICES) - 2 * _ACTS * bool(told & {VICTIM, ACCUSED})


def _follows(name: Token, bylines: frozenset[str]) -> bool:
    return any(t.lower_ in bylines for t in name.doc[max(0, name.i - 1) : name.i])
