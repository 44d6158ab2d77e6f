"""The entities of one document while they are put together."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.extract.candidate import Candidate
from kg.extract.finders import KnownPlace
from kg.language.spelling import spaced_key
from kg.model import EntityType, MentionKind


@dataclass(slots=True)
class Cluster:
    """Candidates that name one thing."""

    type: EntityType
    members: list[Candidate] = field(default_factory=list)
    gender: str = ""  #: ``m``, ``f`` or unknown
    plural: bool = False
    authority: str = ""  #: id in a gazetteer
    place: KnownPlace | None = None  #: the place that its first name means
    lemmas: set[str] = field(default_factory=set)  #: of the nouns that it was called by
    categories: set[str] = field(default_factory=set)  #: of these nouns
    marks: set[str] = field(default_factory=set)  #: what was told of it: ``accused``, ``victim``
    parts: tuple[Cluster, ...] = ()  #: of several persons taken together: each of them
    figure: int = 0  #: of a group: how many it is said to be; 0 if no member says it
    absorbed: bool = False  #: became part of another cluster
    shared: list[Candidate] = field(default_factory=list)  #: mentions that name it together with others
    merged: Cluster | None = field(default=None, repr=False)  #: the cluster of which it became part

    def add(self, candidate: Candidate) -> None:
        """Take a candidate in and learn from it."""
        self.members.append(candidate)
        self.authority = self.authority or candidate.authority
        self.gender = self.gender or candidate.gender
        if candidate.lemma and candidate.kind is MentionKind.NOMINAL:
            self.lemmas.add(candidate.lemma)
            self.categories.add(candidate.category)

    @property
    def root(self) -> Cluster:
        """The cluster itself, or the one of which it became part."""
        return self if self.merged is None else self.merged.root

    def absorb(self, other: Cluster) -> None:
        """Take in another cluster's members; of clusters that became part of others, these are made one."""
        mine, theirs = self.root, other.root
        if mine is theirs:
            return
        for member in theirs.members:
            mine.add(member)
        mine.gender = mine.gender or theirs.gender
        mine.marks |= theirs.marks
        theirs.absorbed = True
        theirs.merged = mine

    @property
    def bearers(self) -> tuple[Cluster, ...]:
        """Who is meant: the cluster, or what it became part of, or each of the persons that it takes together."""
        if self.merged is not None:
            return self.merged.bearers
        if self.parts:
            return tuple(bearer for part in self.parts for bearer in part.bearers)
        return (self,)

    def is_called(self, lemma: str) -> bool:
        """Whether a noun may be the same as one that it was called by: ``cellule`` as ``cellule terroriste``."""
        return any(
            lemma == other or lemma.startswith(other + " ") or other.startswith(lemma + " ") for other in self.lemmas
        )

    def may_be(self, gender: str) -> bool:
        """Whether nothing in its gender speaks against one."""
        return not (gender and self.gender and gender != self.gender)

    @property
    def named(self) -> bool:
        """Whether any member is a name."""
        return any(m.kind is MentionKind.NAMED for m in self.members)

    @property
    def names(self) -> list[str]:
        """The names, longest first."""
        named = {m.text for m in self.members if m.kind is MentionKind.NAMED}
        return sorted(named, key=lambda n: (-len(n), n))

    @property
    def keys(self) -> list[str]:
        """What the names are compared by: words without case and accents."""
        return sorted({spaced_key(m.text) for m in self.members if m.kind is MentionKind.NAMED})

    @property
    def first(self) -> tuple[int, int]:
        """Where it is told first: index of the reading, code point."""
        return min(m.position for m in self.members)

    @property
    def label(self) -> str:
        """The fullest name, in letters that a reader of French reads if there is one, else the first noun."""
        best = min(self.members, key=_fullest_first, default=None)
        return " ".join(best.text.split()) if best is not None else ""


def _fullest_first(member: Candidate) -> tuple[bool, bool, int, int, int]:
    if member.kind is MentionKind.NAMED:
        return False, not _is_latin(member.text), -len(member.text), *member.position
    return True, False, 0, *member.position


def _is_latin(name: str) -> bool:
    """Whether the first letter of a name is one of the Latin alphabet."""
    first = next((c for c in name if c.isalpha()), "")
    return not first or unicodedata.name(first, "").startswith("LATIN")


def initials(name: str, small: frozenset[str]) -> str:
    """The first letters of a long name's full words (``Office central de …`` -> ``oc…``); ``small`` are skipped."""
    return "".join(word[0] for word in spaced_key(name).split() if word not in small)


def share_mentions(clusters: Iterable[Cluster]) -> None:
    """Give each of several persons taken together the mentions that speak of them all."""
    for cluster in clusters:
        if cluster.parts:
            for bearer in cluster.bearers:
                bearer.shared += cluster.members
