"""Named mentions: the model's names corrected by patterns, gazetteers and the rest of the document."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.extract.candidate import Candidate, name_candidate, without_overlaps
from kg.extract.lexicon import Lexicon
from kg.extract.names_announced import known_places, short_forms
from kg.extract.names_foreign import foreign_places
from kg.extract.names_listed import listed_names
from kg.extract.names_model import model_names
from kg.extract.reading import Reading
from kg.language.spelling import spaced_key
from kg.model import EntityType

#: shorter names are not looked for elsewhere in the document: too many of them are words
_MIN_CONSISTENT = 3


def named_candidates(readings: Iterable[Reading], lexicon: Lexicon) -> list[Candidate]:
    """Every name in a document's readings, typed by all the evidence of the document, in text order."""
    readings = list(readings)
    found: list[Candidate] = []
    for reading in readings:
        raw = list(listed_names(reading, lexicon))
        if reading.parsed:
            raw += [*model_names(reading, lexicon), *known_places(reading, lexicon), *short_forms(reading, lexicon)]
        else:
            raw += foreign_places(reading, lexicon)
        found += without_overlaps(raw)
    located = _located(readings, found, lexicon)
    titled = _titled(readings, found, lexicon)
    found = retyped(found, located, lexicon, titled)
    found += _consistent(readings, found)
    return without_overlaps(retyped(found, located, lexicon, titled))


def _located(readings: Sequence[Reading], found: Sequence[Candidate], lexicon: Lexicon) -> frozenset[str]:
    """Keys of names that stand after a preposition that only places take."""
    keys = set()
    for name in found:
        before = readings[name.reading].text[: name.begin].split()[-1:]
        if before and before[0].lower() in lexicon.names.place_only_prepositions:
            keys.add(spaced_key(name.text))
    return frozenset(keys)


def _titled(readings: Sequence[Reading], found: Sequence[Candidate], lexicon: Lexicon) -> frozenset[str]:
    """Keys of names that stand after a person's title (``Mme Paris``)."""
    keys = set()
    for name in found:
        before = readings[name.reading].text[: name.begin].split()[-1:]
        noun = lexicon.person_nouns.get(before[0].lower()) if before else None
        if noun is not None and noun.category == "title":
            keys.add(spaced_key(name.text))
    return frozenset(keys)


def retyped(
    found: Sequence[Candidate], located: frozenset[str], lexicon: Lexicon, titled: frozenset[str] = frozenset()
) -> list[Candidate]:
    """One type for each name of a document: a list's, else the surname's of a full name, else the best supported.

    ``located`` are the keys of names that stand after a preposition that only places take, ``titled`` of those after a
    person's title.
    """
    votes: dict[str, Counter[EntityType]] = defaultdict(Counter)
    surnames: set[str] = set(titled)
    for name in found:
        key = spaced_key(name.text)
        votes[key][name.type] += int(name.score * 100)
        parts = key.split()
        if name.type is EntityType.PERSON and len(parts) > 1:
            surnames.update((parts[-1], " ".join(parts[1:]), parts[0]))
    best = {key: min(types, key=lambda t: (-types[t], t)) for key, types in votes.items()}
    return [replace(name, type=_type(name, best, surnames, located, lexicon)) for name in found]


def _type(
    name: Candidate, best: Mapping[str, EntityType], surnames: set[str], located: frozenset[str], lexicon: Lexicon
) -> EntityType:
    key = spaced_key(name.text)
    if name.authority:
        return EntityType.ORGANIZATION
    if lexicon.is_country(name.text):
        return EntityType.PLACE
    if key in surnames:
        return EntityType.PERSON
    alone = " " not in key and not lexicon.gazetteer.is_first_name(name.text)
    place = lexicon.place(name.text) if alone and best[key] is EntityType.PERSON else None
    renowned = place is not None and place.renowned and spaced_key(place.label) == key
    return EntityType.PLACE if best[key] is EntityType.PERSON and alone and (key in located or renowned) else best[key]


def _consistent(readings: Iterable[Reading], found: Iterable[Candidate]) -> list[Candidate]:
    """Further occurrences of the document's names, surnames of its persons, and capitals of them in titles."""
    wanted: dict[str, Candidate] = {}
    for name in found:
        for form in _further_forms(name):
            wanted.setdefault(form, name)
    if not wanted:
        return []
    names = "|".join(re.escape(name) for name in sorted(wanted, key=lambda n: (-len(n), n)))
    pattern = re.compile(rf"(?<![\w@#/.-])(?:{names})(?![\w@/-])")
    more = []
    for reading in readings:
        for match in pattern.finditer(reading.text):
            name = wanted[match[0]]
            more.append(name_candidate(reading, match.span(), name.type, "consistency", authority=name.authority))
    return [name for name in more if name is not None]


def _further_forms(name: Candidate) -> list[str]:
    """A name as it may stand elsewhere: as it is, in capitals, and a person's without the first name."""
    forms = [name.text, name.text.upper()] if len(name.text) >= _MIN_CONSISTENT and name.text[0].isupper() else []
    parts = name.text.split()
    if name.type is EntityType.PERSON and len(parts) > 1 and len(parts[-1]) >= _MIN_CONSISTENT:
        forms += [" ".join(parts[1:]), parts[-1]]
    return forms
