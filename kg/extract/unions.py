"""Who is one because the same is told of them: ``deux suspects interpellés`` and ``l'arrestation de X et de Y``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from kg.extract.clusters import Cluster
from kg.extract.contradictions import may_be_one
from kg.extract.happenings import Happening
from kg.extract.tellings import Telling
from kg.model import EntityType, Factuality

_ROLES = ("patient", "participant", "agent")
#: persons that a figure may stand for
_MOST = 6


def unite_participants(happenings: Iterable[Happening], in_title: Callable[[Cluster], bool]) -> None:
    """Make one of those who play one part in several tellings of a happening, where nothing speaks against it.

    Several persons counted together become those named one by one; someone whom only the title tells of becomes the one
    of the text; groups without names become one if no figure tells them apart.

    Args:
        happenings: of one document.
        in_title: whether an entity is told of in titles only.
    """
    for happening in happenings:
        for role in _ROLES:
            _take_apart(happening.tellings, role)
            for left, right in list(_pairs(happening.tellings, role)):
                if _is_one(left, right, in_title):
                    first, second = (left, right) if left.named or not right.named else (right, left)
                    first.absorb(second)
                    first.figure = first.figure or second.figure


def _take_apart(tellings: Sequence[Telling], role: str) -> None:
    """Give a group with a figure the persons of another telling as its parts, if they are as many."""
    for group_telling in tellings:
        for group in _unnamed_groups(group_telling, role):
            for other in tellings:
                persons = _persons(other, role)
                if other is not group_telling and 1 < len(persons) <= _MOST and len(persons) == group.figure:
                    group.parts = persons
                    break


def _unnamed_groups(telling: Telling, role: str) -> list[Cluster]:
    return [
        c for c in telling.clusters(role) if c.type is EntityType.GROUP and c.plural and not c.named and not c.parts
    ]


def _persons(telling: Telling, role: str) -> tuple[Cluster, ...]:
    found = {id(c): c for c in telling.clusters(role)}
    persons = tuple(c for c in found.values() if c.type is EntityType.PERSON and c.named)
    return persons if len(persons) == len(found) else ()


def _pairs(tellings: Sequence[Telling], role: str) -> Iterator[tuple[Cluster, Cluster]]:
    """Fillers of a role in two tellings, neither of which has both."""
    for first, second in combinations(tellings, 2):
        if _statuses(first, role) != _statuses(second, role):
            continue  # "soupçonnés d'avoir enlevé X"; "des inconnus ont enlevé X": the suspects are not those
        left, right = first.clusters(role), second.clusters(role)
        if len(left) == len(right) == 1 and not (left[0].merged or right[0].merged):
            yield left[0], right[0]


def _statuses(telling: Telling, role: str) -> set[Factuality]:
    return {r.factuality for r in telling.event.roles if r.role == role}


def _is_one(left: Cluster, right: Cluster, in_title: Callable[[Cluster], bool]) -> bool:
    if left is right or not may_be_one(left, right) or left.type is not right.type or left.plural != right.plural:
        return False
    if left.plural:
        return left.type is EntityType.GROUP and not (left.named or right.named)
    return left.type is EntityType.PERSON and (in_title(left) or in_title(right))
