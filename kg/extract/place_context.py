"""Which of several places with one name is meant: the one in the country that the text names right after it."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.extract.candidate import Candidate
from kg.extract.finders import KnownPlace
from kg.extract.lexicon import Lexicon
from kg.extract.reading import Reading
from kg.language.spelling import straight

#: code points after a name in which its country stands: ``Tripoli, dans le nord du Liban``, ``Tripoli (Libye)``
_REACH = 45
_OPENINGS = (",", " (")
_STOPS = re.compile(r"[.;:!?)]")
_WORD = re.compile(r"[\w'’-]+")


def place_of(candidate: Candidate, reading: Reading, lexicon: Lexicon) -> KnownPlace | None:
    """The place of a name, by the country given right after it, else the best known; with the reason."""
    countries = countries_after(reading.text[candidate.end : candidate.end + _REACH], lexicon)
    return lexicon.places.within(candidate.text, countries) if countries else lexicon.place(candidate.text)


def countries_after(text: str, lexicon: Lexicon) -> frozenset[str]:
    """ISO codes of countries that the words right after a name locate it in: by their name or a demonym."""
    if not text.startswith(_OPENINGS):
        return frozenset()
    words = [word.rpartition("'")[2] for word in _WORD.findall(_STOPS.split(straight(text))[0])]
    found = {lexicon.country_code(name) for name in (*words, *(f"{a} {b}" for a, b in pairwise(words)))}
    found |= {d.country for word in words if (d := lexicon.demonyms.get(word)) is not None and d.country}
    return frozenset(code for code in found if code)
