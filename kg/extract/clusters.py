"""The entities of one document while they are put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.candidate import Candidate, name_key
from kg.model import EntityType, MentionKind


@dataclass(slots=True)
class Cluster:
    """Candidates that name one thing."""

    type: EntityType
    members: list[Candidate] = field(default_factory=list)
    gender: str = ""
    plural: bool = False
    authority: str = ""
    lemmas: set[str] = field(default_factory=set)
    categories: set[str] = field(default_factory=set)
    absorbed: bool = False  #: became part of another cluster

    def add(self, candidate: Candidate) -> None:
        """Take a candidate in and learn from it."""
        self.members.append(candidate)
        self.authority = self.authority or candidate.authority
        self.gender = self.gender or candidate.gender
        if candidate.lemma and candidate.kind is MentionKind.NOMINAL:
            self.lemmas.add(candidate.lemma)
            self.categories.add(candidate.category)

    def absorb(self, other: Cluster) -> None:
        """Take in another cluster's members."""
        for member in other.members:
            self.add(member)
        self.gender = self.gender or other.gender
        other.absorbed = True

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
    def label(self) -> str:
        """The fullest name, else the first noun."""
        for member in sorted(self.members, key=lambda m: (m.kind is not MentionKind.NAMED, -len(m.text) if m.kind is MentionKind.NAMED else 0, m.reading, m.begin)):
            return " ".join(member.text.split())
        return ""


def initials(name: str, small: frozenset[str]) -> str:
    """The capital letters of a long name's full words (``Office central de …`` -> ``OC…``)."""
    return "".join(word[0] for word in name_key(name).split() if word not in small)
