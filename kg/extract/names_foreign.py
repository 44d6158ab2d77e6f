"""Places in passages that the model does not read: names of the gazetteer, by the script's own rules."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.candidate import Candidate, name_candidate
from kg.extract.lexicon import Lexicon
from kg.extract.reading import Reading
from kg.model import EntityType

_WORD = re.compile(r"\w+")
#: words of the longest place name that is looked for
_MAX_WORDS = 3


def foreign_places(reading: Reading, lexicon: Lexicon) -> Iterator[Candidate]:
    """Known places of a passage in another language, the longest at each word.

    A country or region counts anywhere; a city where it is well known or a word for a town stands before it. A
    preposition that the script writes onto the name stays outside the span. Words in the language's script without
    capitals are no less names than others, so that only listed ones are taken.
    """
    rules = lexicon.names.foreign.get(reading.passage.language)
    if rules is None:
        return
    words, at = list(_WORD.finditer(reading.text)), 0
    while at < len(words):
        found = None
        announced = at > 0 and words[at - 1][0] in rules.towns
        for size in range(min(_MAX_WORDS, len(words) - at), 0, -1):
            found = _place(reading, (words[at].start(), words[at + size - 1].end()), rules.clitics, announced, lexicon)
            if found is not None:
                yield found
                break
        at += size if found is not None else 1


def _place(
    reading: Reading, span: tuple[int, int], clitics: tuple[str, ...], announced: bool, lexicon: Lexicon
) -> Candidate | None:
    """The place that a stretch names, as it stands or without what is written onto it."""
    begin, end = span
    text = reading.text[begin:end]
    for skip in (0, *(len(c) for c in clitics if text.startswith(c) and len(text) > len(c) + 2)):
        name = text[skip:]
        place = lexicon.place(name) if not name.islower() else None
        if place is not None and (place.prominent or announced):
            return name_candidate(reading, (begin + skip, end), EntityType.PLACE, "place")
    return None
