"""Which names of a document name the same thing: spellings, short forms, acronyms, aliases, authority entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from rapidfuzz.distance import Levenshtein

from kg.extract.candidate import Candidate
from kg.extract.clusters import Cluster, initials
from kg.extract.lexicon import Lexicon
from kg.extract.place_context import place_of
from kg.extract.reading import Reading
from kg.language.spelling import spaced_key
from kg.model import EntityType

#: characters between a name and its alias
_ALIAS_REACH = 60
#: what stands between a name and its acronym: always, and if the letters agree
_BEFORE_ACRONYM = ("(", "(@", "–")
_BEFORE_LETTERS = ","
#: marks without meaning between a name and an alias
_MARKS = str.maketrans(dict.fromkeys(',«"', " "))
_MIN_ACRONYM = 2
#: a slip in a name: words of the name, letters of the word, letters that differ
_WORDS_OF_LONG, _LONG, _SLIPS = 3, 5, 2


def name_clusters(readings: Sequence[Reading], named: Iterable[Candidate], lexicon: Lexicon) -> list[Cluster]:
    """Clusters of the document's names, in text order."""
    clusters: dict[tuple[str, str], Cluster] = {}
    told_apart: list[tuple[Cluster, str]] = []  #: by the word after the surname
    for candidate in named:
        is_place = candidate.type is EntityType.PLACE
        place = place_of(candidate, readings[candidate.reading], lexicon) if is_place else None
        identity = place.id if place is not None else spaced_key(candidate.text)
        key = (candidate.type.value, candidate.authority or identity)
        generation = _generation(readings, candidate, lexicon)
        if generation:
            key = (key[0], f"{key[1]} {generation}")
        cluster = clusters.setdefault(key, Cluster(candidate.type, place=place))
        if generation and not cluster.members:
            told_apart.append((cluster, generation))
        cluster.add(candidate)
        if candidate.type is EntityType.PERSON and not cluster.gender:
            cluster.gender = lexicon.gender(candidate.text) or _title_gender(readings, candidate, lexicon)
    found = list(clusters.values())
    _join_bracketed(readings, found, lexicon)
    _join_letters(found, lexicon)
    _join_aliases(readings, found, lexicon)
    _join_generations(readings, told_apart, found)
    apart = {id(cluster) for cluster, _ in told_apart}
    _join_short_persons([c for c in found if not c.absorbed and id(c) not in apart])
    _join_short_bodies([c for c in found if not c.absorbed], lexicon)
    _join_misspelt([c for c in found if not c.absorbed])
    return [c for c in found if not c.absorbed]


def _title_gender(readings: Sequence[Reading], candidate: Candidate, lexicon: Lexicon) -> str:
    before = readings[candidate.reading].text[: candidate.begin].split()[-1:]
    noun = lexicon.person_nouns.get(before[0].lower()) if before else None
    return noun.gender or "" if noun is not None else ""


# --- generations -------------------------------------------------------------------------------------------------


def _generation(readings: Sequence[Reading], candidate: Candidate, lexicon: Lexicon) -> str:
    """``Dupont père``: the word after a person's name that says which bearer is meant; empty if there is none."""
    if candidate.type is not EntityType.PERSON:
        return ""
    after = readings[candidate.reading].text[candidate.end :]
    word = after[1:].split(maxsplit=1)[:1] if after[:1] == " " else []
    found = word[0].strip(".,;:!?»").lower() if word else ""
    return found if found in lexicon.names.generations else ""


def _join_generations(
    readings: Sequence[Reading], told_apart: Iterable[tuple[Cluster, str]], clusters: Iterable[Cluster]
) -> None:
    """``son père, Luc Dupont … Dupont père``: the full name that the same word announces."""
    full = [c for c in clusters if c.type is EntityType.PERSON and any(" " in key for key in c.keys)]
    for cluster, generation in told_apart:
        surnames = set(cluster.keys)
        bearers = [c for c in full if c is not cluster and surnames & {p for key in c.keys for p in _parts(key)}]
        for bearer in bearers:
            if any(_announces(readings, member, generation) for member in bearer.members) and not bearer.absorbed:
                bearer.absorb(cluster)
                break


def _announces(readings: Sequence[Reading], name: Candidate, word: str) -> bool:
    """``son père, NOM``: whether a word stands right before a name, but for a comma."""
    before = readings[name.reading].text[: name.begin].rstrip(" ,").lower()
    return before.endswith(word) and not before.removesuffix(word)[-1:].isalpha()


# --- names beside each other -------------------------------------------------------------------------------------


def _neighbours(
    readings: Sequence[Reading], clusters: Iterable[Cluster], type_: EntityType
) -> Iterator[tuple[Candidate, Candidate, str]]:
    """Names of a type that follow each other in one reading, with the text between them."""
    ordered = sorted((m for c in clusters for m in c.members if c.type is type_), key=lambda m: m.position)
    for left, right in pairwise(ordered):
        if left.reading == right.reading:
            yield left, right, readings[left.reading].text[left.end : right.begin]


def _owners(clusters: Iterable[Cluster]) -> dict[tuple[int, int], Cluster]:
    return {m.position: c for c in clusters for m in c.members}


def _join(owners: dict[tuple[int, int], Cluster], left: Candidate, right: Candidate) -> None:
    a, b = owners[left.position], owners[right.position]
    if a is not b and not (a.authority and b.authority and a.authority != b.authority):
        a.absorb(b)
        owners.update((member.position, a) for member in b.members)


def _join_bracketed(readings: Sequence[Reading], clusters: Sequence[Cluster], lexicon: Lexicon) -> None:
    """``Nom complet (SIGLE)``, ``SIGLE (Nom complet)``, ``Nom complet, SIGLE`` if the letters agree."""
    owners = _owners(clusters)
    for left, right, between in _neighbours(readings, clusters, EntityType.ORGANIZATION):
        mark = between.strip()
        agree = mark == _BEFORE_LETTERS and right.text.isupper() and _abbreviates(right.text, left.text, lexicon)
        if mark in _BEFORE_ACRONYM or mark in lexicon.names.acronym_openings or agree:
            _join(owners, left, right)


def _join_aliases(readings: Sequence[Reading], clusters: Sequence[Cluster], lexicon: Lexicon) -> None:
    """``X, alias « Y »``, ``X, dit Y``, ``X, surnommé Y``, ``Surnommé « Y », X``."""
    owners = _owners(clusters)
    for left, right, between in _neighbours(readings, clusters, EntityType.PERSON):
        words = " ".join(between.lower().translate(_MARKS).split())
        markers = tuple(f" {marker}" for marker in lexicon.names.alias_markers)
        before = readings[left.reading].text[: left.begin].lower().translate(_MARKS).rstrip()
        fronted = f" {before}".endswith(markers) and between.endswith(", ") and "." not in between
        if len(between) <= _ALIAS_REACH and (f" {words}".endswith(markers) or fronted):
            _join(owners, left, right)


# --- acronyms ----------------------------------------------------------------------------------------------------


def _join_letters(clusters: Sequence[Cluster], lexicon: Lexicon) -> None:
    """An acronym joins the first full name whose words its letters open, wherever the two stand."""
    full_names: dict[tuple[EntityType, str], list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for name in cluster.names:
            if " " in name:
                full_names[cluster.type, initials(name, lexicon.small_words)].append(cluster)
    for short in clusters:
        names = short.names
        if short.absorbed or any(" " in n or not n.isupper() for n in names):
            continue
        letters = _letters(names[0])
        found = (c for c in full_names[short.type, letters] if c is not short and not c.absorbed)
        full = next(found, None) if len(letters) >= _MIN_ACRONYM else None
        if full is not None:
            full.absorb(short)


def _letters(acronym: str) -> str:
    return spaced_key(acronym).replace(" ", "")


def _abbreviates(short: str, full: str, lexicon: Lexicon) -> bool:
    letters = _letters(short)
    return len(letters) >= _MIN_ACRONYM and " " in full and initials(full, lexicon.small_words) == letters


# --- short forms -------------------------------------------------------------------------------------------------


def _join_short_persons(clusters: Iterable[Cluster]) -> None:
    """A surname or first name joins the full name that contains it; of several each mention the one told last."""
    persons = [c for c in clusters if c.type is EntityType.PERSON]
    by_part: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in persons:
        for part in sorted({part for key in cluster.keys for part in _parts(key)}):
            by_part[part].append(cluster)
    for short in persons:
        if short.absorbed:
            continue
        owners = [c for key in short.keys for c in by_part.get(key, ()) if not c.absorbed and c is not short]
        if any(" " in key and not by_part.get(key) for key in short.keys):
            continue  # a full name
        if len({id(o) for o in owners}) == 1:
            owners[0].absorb(short)
        elif owners:
            _distribute(short, owners)


def _parts(key: str) -> list[str]:
    """Short forms of a full name: its first word and every ending of it."""
    words = key.split()
    return [words[0], *(" ".join(words[i:]) for i in range(1, len(words)))] if len(words) > 1 else []


def _distribute(short: Cluster, owners: Sequence[Cluster]) -> None:
    """Give each mention of a short form to the bearer that was introduced first before it."""
    introduced = [(c.first, c) for c in owners]
    for member in short.members:
        told = [pair for pair in introduced if pair[0] < member.position]
        min(told or introduced, key=lambda pair: pair[0])[1].add(member)
    short.absorbed = True


def _join_short_bodies(clusters: Sequence[Cluster], lexicon: Lexicon) -> None:
    """``DGSN MAROC`` joins ``DGSN``, ``Saint-Josse`` joins ``Saint-Josse-ten-Noode``."""
    candidates = [c for c in clusters if c.type in (EntityType.ORGANIZATION, EntityType.PLACE)]
    keys = {id(c): c.keys for c in candidates}
    for short in candidates:
        for full in candidates:
            if short is full or short.absorbed or full.absorbed or short.type is not full.type:
                continue
            pairs = ((long, small) for small in keys[id(short)] for long in keys[id(full)])
            if any(_extends(long, small, short.type, lexicon) for long, small in pairs):
                short.absorb(full)
                keys[id(short)] = short.keys


def _join_misspelt(clusters: Sequence[Cluster]) -> None:
    """``Het Laast Nieuws`` joins ``Het Laatste Nieuws``: long names of bodies that differ by a slip in one word."""
    bodies = [c for c in clusters if c.type is EntityType.ORGANIZATION]
    long = [(c, words) for c in bodies for key in c.keys if len(words := key.split()) >= _WORDS_OF_LONG]
    for (left, mine), (right, theirs) in combinations(long, 2):
        one_listed = not (left.authority and right.authority)
        if one_listed and not left.absorbed and not right.absorbed and _is_slip(mine, theirs):
            (right if right.authority else left).absorb(left if right.authority else right)


def _is_slip(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether two names have the same words but for a letter or two of one long one."""
    differing = [(a, b) for a, b in zip(mine, theirs, strict=False) if a != b]
    if len(mine) != len(theirs) or len(differing) != 1:
        return False
    left, right = differing[0]
    return min(len(left), len(right)) >= _LONG and Levenshtein.distance(left, right) <= _SLIPS


def _extends(long: str, small: str, type_: EntityType, lexicon: Lexicon) -> bool:
    """Whether a longer key says the same as a shorter one: with a country, or a place's further words."""
    if not long.startswith(small + " "):
        return False
    if type_ is EntityType.PLACE:
        return small.startswith(lexicon.names.short_places)
    return lexicon.is_country(long[len(small) + 1 :])
