"""Who is told of with whom: the entities that the documents of an entity name besides it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import log

from kg.resolve.matcher import Side
from kg.resolve.profile import Profile
from kg.resolve.settings import read_weights


class Company:
    """Knows for each group of a corpus which others its documents name, and how much that says."""

    def __init__(self, members: Mapping[str, Sequence[Profile]]) -> None:
        self._members = members
        self._labels = {root: _label(root, group) for root, group in members.items()}
        named: defaultdict[str, set[str]] = defaultdict(set)
        for root, group in members.items():
            for profile in group:
                named[profile.doc].add(root)
        self._named = {doc: tuple(sorted(roots)) for doc, roots in named.items()}
        self._sides: dict[str, Side] = {}

    def side(self, root: str) -> Side:
        """A group as comparisons see it."""
        if root not in self._sides:
            docs = sorted({p.doc for p in self._members[root]})[: read_weights().documents]
            others = {other for doc in docs for other in self._named[doc]} - {root}
            company = {other: self._weight(other) for other in sorted(others)}
            self._sides[root] = Side(_telling(self._members[root]), company, self._labels)
        return self._sides[root]

    def _weight(self, root: str) -> float:
        """More for persons, and for whoever few documents name."""
        weights = read_weights()
        group = self._members[root]
        corpus = len(self._named) + weights.prior_documents
        rarity = log(corpus / len({p.doc for p in group})) / log(corpus)
        return weights.company[group[0].type.value] * rarity


def _label(root: str, group: Sequence[Profile]) -> str:
    return max((n for p in group for n in p.names), key=lambda n: (len(n), n), default=root)


def _telling(group: Sequence[Profile]) -> tuple[Profile, ...]:
    """Enough of a large group to compare it: one of each set of names, then others up to the number looked at."""
    names = list({p.names: p for p in reversed(group)}.values())[::-1]
    chosen = {p.id for p in names}
    others = [p for p in group if p.id not in chosen]
    return tuple([*names, *others][: max(len(names), read_weights().documents)])
