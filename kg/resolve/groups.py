"""Groups of in-document entities that are one, and what must not come together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.model import EntityType, Score
from kg.resolve.profile import YEAR, Born, Profile
from kg.resolve.settings import read_weights

_FREE = frozenset({"iso", "geonames"})


@dataclass(frozen=True, slots=True)
class Pair:
    """Two in-document entities and how well they match."""

    left: str
    right: str
    score: Score


@dataclass(slots=True)
class _Group:
    """What the members of a group have together."""

    members: set[str]
    docs: set[str] = field(default_factory=set)  #: that name a person of the group
    genders: set[str] = field(default_factory=set)
    links: set[tuple[str, str]] = field(default_factory=set)
    born: Born | None = None
    type: EntityType | None = None


class Groups:
    """A union-find that refuses a union against a contradiction and says which."""

    def __init__(
        self, ids: Iterable[str], profiles: Mapping[str, Profile], apart: Iterable[frozenset[str]] = ()
    ) -> None:
        self._parent = {i: i for i in ids}
        self._groups = {i: _group(i, profiles.get(i)) for i in self._parent}
        self._apart: defaultdict[str, set[str]] = defaultdict(set)
        for couple in apart:
            for one in couple:
                self._apart[one] |= couple - {one}

    def root(self, id_: str) -> str:
        """The id that stands for the group."""
        while self._parent[id_] != id_:
            self._parent[id_] = self._parent[self._parent[id_]]
            id_ = self._parent[id_]
        return id_

    def members(self, id_: str) -> frozenset[str]:
        """All that are one with an id."""
        return frozenset(self._groups[self.root(id_)].members)

    def conflict(self, left: str, right: str) -> str:
        """Why two must not be one; empty if they may."""
        a, b = self._groups[self.root(left)], self._groups[self.root(right)]
        if a is b:
            return ""
        return self._decided(a, b) or _contradiction(a, b)

    def _decided(self, a: _Group, b: _Group) -> str:
        few, many = sorted((a, b), key=lambda g: len(g.members))
        return "decided to be different" if any(self._apart.get(i, set()) & many.members for i in few.members) else ""

    def join(self, left: str, right: str, *, by_human: bool = False) -> str:
        """Make two one; returns why not, or nothing. Only their types, or another human, stand against a human."""
        a, b = self.root(left), self.root(right)
        if a == b:
            return ""
        first, second = self._groups[a], self._groups[b]
        reason = self._decided(first, second) or _types_apart(first, second)
        if not reason and not by_human:
            reason = _contradiction(first, second)
        if not reason:
            keep, lose = (a, b) if (len(first.members), b) >= (len(second.members), a) else (b, a)
            self._parent[lose] = keep
            _absorb(self._groups[keep], self._groups.pop(lose))
        return reason

    def all(self) -> list[tuple[str, ...]]:
        """Every group, sorted."""
        return sorted(tuple(sorted(g.members)) for g in self._groups.values())


def _group(id_: str, profile: Profile | None) -> _Group:
    if profile is None:
        return _Group({id_})
    person = profile.type is EntityType.PERSON
    return _Group(
        {id_}, {profile.doc} if person and profile.named else set(), {profile.gender} if profile.gender else set(),
        set(profile.links), profile.born, profile.type,
    )  # fmt: skip


def _absorb(keep: _Group, lose: _Group) -> None:
    keep.members |= lose.members
    keep.docs |= lose.docs
    keep.genders |= lose.genders
    keep.links |= lose.links
    keep.born = _both(keep.born, lose.born)


def _both(a: Born | None, b: Born | None) -> Born | None:
    if a is None or b is None:
        return a or b
    low, high = max(a[0], b[0]), min(a[1], b[1])
    return (low, high) if low <= high else (high, low)


def _types_apart(a: _Group, b: _Group) -> str:
    return f"one is a {a.type}, the other a {b.type}" if a.type and b.type and a.type is not b.type else ""


def _contradiction(a: _Group, b: _Group) -> str:
    if apart := _types_apart(a, b):
        return apart
    if shared := a.docs & b.docs:
        return f"document {min(shared)} names both apart"
    if a.genders and b.genders and not a.genders & b.genders:
        return "one is a man, the other a woman"
    if a.links and b.links and not a.links & b.links and _schemes(a) & _schemes(b):
        return f"{_first(a)} is not {_first(b)}"
    return ages_apart(a.born, b.born)


def ages_apart(a: Born | None, b: Born | None) -> str:
    """Whether two periods of birth exclude each other."""
    slack = read_weights().age_slack * YEAR
    if a is None or b is None or (a[0] - slack <= b[1] and b[0] - slack <= a[1]):
        return ""
    return "their ages differ by more than the time between the documents"


def _schemes(group: _Group) -> set[str]:
    """Places have an entry of one of two files; whoever has one of each is not the same."""
    return {"place" if scheme in _FREE else scheme for scheme, _ in group.links}


def _first(group: _Group) -> str:
    return " ".join(min(group.links))
