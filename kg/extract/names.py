"""Named mentions: the model's names corrected by patterns, gazetteers and the rest of the document."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.extract.candidate import Candidate, name_candidate, without_overlaps
from kg.extract.lexicon import Lexicon
from kg.extract.name_evidence import Evidence, evidence_of
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
    evidence = evidence_of(readings, found, lexicon)
    found = retyped(found, evidence, lexicon)
    found += _consistent(readings, found)
    return without_overlaps(retyped(found, evidence, lexicon))


def retyped(found: Sequence[Candidate], evidence: Evidence, lexicon: Lexicon) -> list[Candidate]:
    """One type for each name of a document: a list's, else the surname's of a full name, else the best supported."""
    votes: dict[str, Counter[EntityType]] = defaultdict(Counter)
    surnames: set[str] = set(evidence.titled)
    for name in found:
        key = spaced_key(name.text)
        votes[key][name.type] += int(name.score * 100)
        parts = key.split()
        if name.type is EntityType.PERSON and len(parts) > 1:
            surnames.update((parts[-1], " ".join(parts[1:]), parts[0]))
    best = {key: min(types, key=lambda t: (-types[t], t)) for key, types in votes.items()}
    return [replace(name, type=_type(name, best, surnames, evidence, lexicon)) for name in found]


def _type(
    name: Candidate, best: Mapping[str, EntityType], surnames: set[str], evidence: Evidence, lexicon: Lexicon
) -> EntityType:
    key = spaced_key(name.text)
    if name.authority:
        return EntityType.ORGANIZATION
    if lexicon.is_country(name.text):
        return EntityType.PLACE
    if best[key] is EntityType.PERSON and key in evidence.within and key not in evidence.titled:
        return EntityType.ORGANIZATION
    if key in surnames:
        return EntityType.PERSON
    if " " in key or lexicon.gazetteer.is_first_name(name.text):
        return best[key]
    if best[key] is EntityType.ORGANIZATION:
        return EntityType.PLACE if name.rule == "names.model" and key in evidence.governed else best[key]
    place = lexicon.place(name.text) if best[key] is EntityType.PERSON else None
    renowned = place is not None and place.renowned and spaced_key(place.label) == key
    local = key in evidence.located | evidence.governed
    return EntityType.PLACE if best[key] is EntityType.PERSON and (local or renowned) else best[key]


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
