"""Which names of a document name the same thing: spellings, short forms, acronyms, aliases, authority entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kg.extract.candidate import Candidate, name_key
from kg.extract.clusters import Cluster, initials
from kg.extract.lexicon import Lexicon
from kg.extract.reading import Reading
from kg.model import EntityType

#: characters between a name and its acronym in brackets or its alias
_ALIAS_REACH = 60


def name_clusters(readings: Sequence[Reading], named: Sequence[Candidate], lexicon: Lexicon) -> list[Cluster]:
    """Clusters of the document's names, in text order."""
    clusters: dict[tuple[str, str], Cluster] = {}
    for candidate in named:
        key = (candidate.type.value, candidate.authority or _identity(candidate, lexicon))
        cluster = clusters.setdefault(key, Cluster(candidate.type))
        cluster.add(candidate)
        if candidate.type is EntityType.PERSON and not cluster.gender:
            cluster.gender = lexicon.gender(candidate.text) or _title_gender(readings, candidate, lexicon)
    found = list(clusters.values())
    _join_acronyms(readings, found, lexicon)
    _join_aliases(readings, found, lexicon)
    _join_short_persons([c for c in found if not c.absorbed])
    _join_short_bodies([c for c in found if not c.absorbed], lexicon)
    return [c for c in found if not c.absorbed]


def _identity(candidate: Candidate, lexicon: Lexicon) -> str:
    if candidate.type is EntityType.PLACE:
        place = lexicon.place(candidate.text)
        if place is not None:
            return place.id
    return name_key(candidate.text)


def _title_gender(readings: Sequence[Reading], candidate: Candidate, lexicon: Lexicon) -> str:
    before = readings[candidate.reading].doc.text[: candidate.begin].split()[-1:]
    noun = lexicon.person_nouns.get(before[0].lower()) if before else None
    return noun.gender if noun is not None else ""


def _owner(clusters: Sequence[Cluster]) -> dict[tuple[int, int], Cluster]:
    return {(m.reading, m.begin): c for c in clusters for m in c.members}


def _join_acronyms(readings: Sequence[Reading], clusters: Sequence[Cluster], lexicon: Lexicon) -> None:
    """``Nom complet (SIGLE)`` and ``SIGLE (Nom complet)``, and an acronym whose letters open a full name's words."""
    owner = _owner(clusters)
    ordered = sorted((m for c in clusters for m in c.members if c.type is EntityType.ORGANIZATION), key=lambda m: (m.reading, m.begin))
    for left, right in zip(ordered, ordered[1:], strict=False):
        if left.reading != right.reading:
            continue
        between = readings[left.reading].doc.text[left.end : right.begin]
        if between.strip() in ("(", "(@", "–", "(ou") or (between.strip() == "," and right.text.isupper() and _abbreviates(right.text, left.text, lexicon)):
            _join(owner, left, right)
    acronyms = [c for c in clusters if not c.absorbed and all(" " not in n and n.isupper() for n in c.names)]
    for short in acronyms:
        for full in clusters:
            if full is not short and not full.absorbed and not short.absorbed and full.type is short.type:
                if any(" " in n and _abbreviates(short.names[0], n, lexicon) for n in full.names):
                    full.absorb(short)


def _abbreviates(short: str, full: str, lexicon: Lexicon) -> bool:
    letters = name_key(short).replace(" ", "")
    return len(letters) >= 2 and " " in full and initials(full, lexicon.small_words) == letters


def _join(owner: dict[tuple[int, int], Cluster], left: Candidate, right: Candidate) -> None:
    a, b = owner[left.reading, left.begin], owner[right.reading, right.begin]
    if a is not b and not (a.authority and b.authority and a.authority != b.authority):
        a.absorb(b)
        for member in b.members:
            owner[member.reading, member.begin] = a


def _join_aliases(readings: Sequence[Reading], clusters: Sequence[Cluster], lexicon: Lexicon) -> None:
    """``X, alias « Y »``, ``X, dit Y``, ``X, surnommé Y``."""
    owner = _owner(clusters)
    persons = sorted((m for c in clusters if c.type is EntityType.PERSON for m in c.members), key=lambda m: (m.reading, m.begin))
    for left, right in zip(persons, persons[1:], strict=False):
        if left.reading != right.reading or right.begin - left.end > _ALIAS_REACH:
            continue
        words = readings[left.reading].doc.text[left.end : right.begin].lower().replace(",", " ").replace("«", " ").replace('"', " ")
        if " ".join(words.split()).endswith(tuple(lexicon.names.alias_markers)):
            _join(owner, left, right)


def _join_short_persons(clusters: Sequence[Cluster]) -> None:
    """A surname or first name joins the full name that contains it; of several the one introduced first."""
    persons = [c for c in clusters if c.type is EntityType.PERSON]
    full = [c for c in persons if any(len(name_key(n).split()) > 1 for n in c.names)]
    by_part: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in full:
        for part in sorted({p for n in cluster.names for p in _parts(n)}):
            by_part[part].append(cluster)
    for short in (p for p in persons if p not in full):
        keys = {name_key(n) for n in short.names}
        owners = [c for k in sorted(keys) for c in by_part.get(k, ()) if c is not short and not c.absorbed]
        if not owners:
            continue
        if len({id(o) for o in owners}) == 1:
            owners[0].absorb(short)
        else:
            _distribute(short, owners)


def _parts(name: str) -> list[str]:
    """Short forms of a full name: its first word and every ending of it."""
    words = name_key(name).split()
    return [words[0], *(" ".join(words[i:]) for i in range(1, len(words)))] if len(words) > 1 else []


def _distribute(short: Cluster, owners: Sequence[Cluster]) -> None:
    for member in short.members:
        position = (member.reading, member.begin)
        told = [c for c in owners if min((m.reading, m.begin) for m in c.members) < position]
        min(told or owners, key=lambda c: min((m.reading, m.begin) for m in c.members)).add(member)
    short.absorbed = True


def _join_short_bodies(clusters: Sequence[Cluster], lexicon: Lexicon) -> None:
    """``DGSN MAROC`` joins ``DGSN``, ``Saint-Josse`` joins ``Saint-Josse-ten-Noode``."""
    for short in clusters:
        for full in clusters:
            if short is full or short.absorbed or full.absorbed or short.type is not full.type or short.type not in (EntityType.ORGANIZATION, EntityType.PLACE):
                continue
            for small in {name_key(n) for n in short.names}:
                if any(_extends(name_key(n), small, short.type, lexicon) for n in full.names):
                    short.absorb(full)
                    break


def _extends(long: str, small: str, type_: EntityType, lexicon: Lexicon) -> bool:
    if not long.startswith(small + " "):
        return False
    rest = long[len(small) + 1 :]
    if type_ is EntityType.PLACE:
        return small.startswith("saint") and len(rest.split()) >= 1
    return lexicon.is_country(rest)
