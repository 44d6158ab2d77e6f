"""What a document's words around a name say of its type: prepositions of place, titles of persons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kg.extract.candidate import Candidate
from kg.extract.lexicon import Lexicon
from kg.extract.reading import Reading
from kg.language.spelling import spaced_key

#: share of a name's occurrences after prepositions from which it is a place's
_MOSTLY = 0.75


@dataclass(frozen=True, slots=True)
class Evidence:
    """Keys of names by where they stand in a document."""

    located: frozenset[str] = frozenset()  #: after a preposition that only places take
    governed: frozenset[str] = frozenset()  #: known places that nearly always stand after prepositions (``de Bria``)
    titled: frozenset[str] = frozenset()  #: after a person's title (``Mme Paris``)
    within: frozenset[str] = frozenset()  #: after a preposition that no person takes (``lit-on dans Het Volk``)


def evidence_of(readings: Sequence[Reading], found: Sequence[Candidate], lexicon: Lexicon) -> Evidence:
    """All that the words around a document's names say."""
    return Evidence(
        _after(lexicon.names.place_only_prepositions, readings, found),
        _governed(readings, found, lexicon),
        _titled(readings, found, lexicon),
        _after(lexicon.names.inner_prepositions, readings, found),
    )


def _after(words: Collection[str], readings: Sequence[Reading], found: Sequence[Candidate]) -> frozenset[str]:
    """Names right after one of some words."""
    before = ((name, readings[name.reading].text[: name.begin].split()[-1:]) for name in found)
    return frozenset(spaced_key(name.text) for name, last in before if last and last[0].lower() in words)


def _governed(readings: Sequence[Reading], found: Sequence[Candidate], lexicon: Lexicon) -> frozenset[str]:
    """Single names of the gazetteer that nearly always stand where places do.

    A person's would be a subject now and then, or have a first name somewhere.
    """
    places: dict[str, list[bool]] = defaultdict(list)
    for name in found:
        text = readings[name.reading].text
        known = lexicon.place(name.text) if " " not in name.text else None
        if known is not None and spaced_key(known.label) == spaced_key(name.text):
            before = text[: name.begin].replace("'", "' ").split()[-1:]
            governed = bool(before) and before[0].lower() in lexicon.names.oblique_prepositions
            opens = not before and text[name.end :].lstrip().startswith(":")
            places[spaced_key(name.text)].append(governed or opens)
    return frozenset(key for key, stands in places.items() if sum(stands) >= _MOSTLY * len(stands))


def _titled(readings: Sequence[Reading], found: Sequence[Candidate], lexicon: Lexicon) -> frozenset[str]:
    """Names after a person's title."""
    keys = set()
    for name in found:
        before = readings[name.reading].text[: name.begin].split()[-1:]
        noun = lexicon.person_nouns.get(before[0].lower()) if before else None
        if noun is not None and noun.category == "title":
            keys.add(spaced_key(name.text))
    return frozenset(keys)
