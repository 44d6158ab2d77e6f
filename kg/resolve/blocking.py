"""Keys that only likely pairs share: the number of comparisons stays near the number of entities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from kg.model import EntityType
from kg.resolve.names import acronyms_of, body_words, initials, is_generic
from kg.resolve.profile import Profile
from kg.resolve.settings import read_weights
from kg.resolve.words import fold, key, person_name

Key = tuple[str, ...]
#: names of bodies shorter than this do not differ by a slip
_MIN_LETTER = 12


def sure_keys(profile: Profile) -> Iterator[Key]:
    """Keys of whoever may be one by name or authority entry alone."""
    type_ = profile.type.value
    for scheme, id_ in profile.links:
        yield type_, "link", scheme, id_
    for text in profile.full_names:
        if profile.type is EntityType.PERSON:
            yield type_, "name", *sorted(key(w) for w in person_name(text).words)
        elif not is_generic(text):
            yield type_, "name", *(key(w) for w in body_words(text))
        elif profile.country:
            yield type_, "generic", profile.country, *body_words(text)


def blocks(profiles: Iterable[Profile]) -> Iterator[list[Profile]]:
    """Profiles that share a sure key, in order of ids; blocks in order of keys."""
    found: defaultdict[Key, list[Profile]] = defaultdict(list)
    for profile in sorted(profiles, key=lambda p: p.id):
        for one in sorted(set(sure_keys(profile))):
            found[one].append(profile)
    yield from (block for _, block in sorted(found.items()) if len(block) > 1)


def loose_pairs(groups: Mapping[str, Sequence[Profile]]) -> list[tuple[str, str]]:
    """Pairs of groups whose names may fit though they are short, abbreviated, longer or misspelt.

    A key that too many share says nothing: its block is left out, for a human as well.
    """
    seeking: defaultdict[Key, set[str]] = defaultdict(set)
    offering: defaultdict[Key, set[str]] = defaultdict(set)
    for id_, profiles in groups.items():
        names = sorted({n for p in profiles for n in p.full_names})
        weak = sorted({n for p in profiles for n in p.names}) if not names else []
        person = profiles[0].type is EntityType.PERSON
        for seeks, one in (_person_keys if person else _body_keys)(names, weak):
            (seeking if seeks else offering)[profiles[0].type.value, *one].add(id_)
    cap = read_weights().block
    found: set[tuple[str, str]] = set()
    for one, seekers in seeking.items():
        block = seekers | offering.get(one, set())
        if 1 < len(block) <= cap:
            found |= {(min(a, b), max(a, b)) for a in seekers for b in block if a != b}
    return sorted(found)


def _person_keys(full: Sequence[str], weak: Sequence[str]) -> Iterator[tuple[bool, Key]]:
    """Whether the name seeks another, and the key."""
    for text in full:
        words = person_name(text).words
        first, last = words[0], words[-1]
        yield False, ("initials", first[0], last[0])
        yield False, ("first", key(first), last[0])
        yield False, ("last", first[0], key(last))
        yield from ((False, ("word", key(w))) for w in {first, last})
        yield from ((True, ("two", *pair)) for pair in combinations(sorted(key(w) for w in words), 2))
        yield from ((True, ("slip", key(first), half)) for half in _halves(last))
    for text in weak:
        words = person_name(text).words
        if len(words) < 2:
            yield from ((True, ("word", key(w))) for w in words)
            continue
        first, last = words[0], words[-1]
        yield True, ("initials", first[0], last[0])
        if len(first) > 1:
            yield True, ("first", key(first), last[0])
        if len(last) > 1:
            yield True, ("last", first[0], key(last))


def _body_keys(full: Sequence[str], weak: Sequence[str]) -> Iterator[tuple[bool, Key]]:
    for text in (*full, *weak):
        for letters in acronyms_of(text):
            yield True, ("letters", letters)
        for letters in initials(text) if " " in text else ():
            yield False, ("letters", letters)
        plain = fold(text)
        if len(plain) >= _MIN_LETTER and not is_generic(text):
            yield from ((True, ("slip", half)) for half in _halves(plain))


def _halves(text: str) -> set[str]:
    """Beginnings and endings, one of which two texts share if one letter differs, is missing or too much."""
    sizes = {max(1, (len(text) - 1) // 2), max(1, len(text) // 2)}
    return {half for n in sizes for half in (f"{text[:n]}-", f"-{text[-n:]}")}
