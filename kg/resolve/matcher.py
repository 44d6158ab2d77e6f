"""How surely two entities of different documents are one: every feature with its weight, on one screen.

The names say a first value; what else is known adds to it or takes from it; the sum decides (``weights.yaml``).
The reason of the sum lists each part, so that ``kg explain`` can show what made it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.model import EntityType, Score
from kg.resolve.groups import ages_apart
from kg.resolve.names import NameScore, compare_bodies, compare_persons
from kg.resolve.profile import Born, Profile
from kg.resolve.settings import read_weights

_W = read_weights()
#: between the parts of a reason
SEPARATOR = "; "


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two entities: the profiles of a group, and who is told of in the same documents, by weight."""

    profiles: tuple[Profile, ...]
    company: Mapping[str, float] = field(default_factory=dict)  #: id of a group -> weight
    labels: Mapping[str, str] = field(default_factory=dict)  #: id of a group -> what to call it

    @property
    def type(self) -> EntityType:
        """The type that all have."""
        return self.profiles[0].type


Feature = Callable[[Side, Side], Score]


def by_age(a: Side, b: Side) -> Score:
    """Ages that fit the dates of the documents; -1 if they cannot."""
    known = [(p.born, q.born, p.ages, q.ages) for p in a.profiles for q in b.profiles if p.born and q.born]
    if not known:
        return Score(0.0, "")
    apart = [ages_apart(x, y) for x, y, _, _ in known]
    if any(apart):
        return Score(-1.0, max(apart))
    return Score(1.0, f"age {known[0][2][0]} fits age {known[0][3][0]}")


def by_nationality(a: Side, b: Side) -> Score:
    """One nationality, or two that differ (which both may hold)."""
    left, right = _union(a, "nationalities"), _union(b, "nationalities")
    if not left or not right:
        return Score(0.0, "")
    if left & right:
        return Score(1.0, f"nationality {min(left & right)}")
    return Score(-1.0, f"nationality {min(left)}, not {min(right)}")


def by_title(a: Side, b: Side) -> Score:
    """Words of their functions in common."""
    shared = _union(a, "titles") & _union(b, "titles")
    return Score(1.0, f"both {' '.join(sorted(shared))}") if shared else Score(0.0, "")


def by_events(a: Side, b: Side) -> Score:
    """Classes of events that both take part in."""
    shared = _union(a, "events") & _union(b, "events")
    return Score(min(1.0, len(shared) / 2), f"both in {', '.join(sorted(shared))}") if shared else Score(0.0, "")


def by_dates(a: Side, b: Side) -> Score:
    """Documents close in time."""
    dates = [(p.published, q.published) for p in a.profiles for q in b.profiles]
    near = any(x and y and _days_between(x, y) <= _W.near_days for x, y in dates)
    return Score(1.0, f"told within {_W.near_days} days") if near else Score(0.0, "")


def by_company(a: Side, b: Side) -> Score:
    """Entities that are told of with both; rare ones and persons say more."""
    shared = sorted((i for i in a.company.keys() & b.company.keys()), key=lambda i: (-a.company[i], i))
    value = min(1.0, sum(min(a.company[i], b.company[i]) for i in shared))
    names = ", ".join(a.labels.get(i, i) for i in shared[:4])
    return Score(value, f"both told of with {names}" if shared else "")


def by_country(a: Side, b: Side) -> Score:
    """Documents that name one country most."""
    left, right = {p.country for p in a.profiles} - {None}, {p.country for p in b.profiles} - {None}
    shared = {c for c in left & right if c}
    return Score(1.0, f"documents about {min(shared)}") if shared else Score(0.0, "")


PERSON: tuple[tuple[str, Feature], ...] = (
    ("age", by_age), ("nationality", by_nationality), ("title", by_title),
    ("events", by_events), ("dates", by_dates), ("company", by_company),
)  # fmt: skip
BODY: tuple[tuple[str, Feature], ...] = (("events", by_events), ("dates", by_dates), ("company", by_company))
GENERIC: tuple[tuple[str, Feature], ...] = (("country", by_country),)


def match(a: Side, b: Side) -> tuple[NameScore, Score]:
    """What the best two names say, and the sum of all features, 0 to 1, with its parts."""
    name = best_names(a.profiles, b.profiles)
    if shared := _union(a, "links") & _union(b, "links"):
        return name, Score(1.0, f"both are {' '.join(min(shared))}")
    if name.kind == "none":
        return name, name.score
    parts = [f"name {name.score.value:.2f}: {name.score.reason}"]
    total = name.score.value
    for label, feature in _features(a.type, name.kind):
        found = feature(a, b)
        if found.value:
            weighed = _W.features[label] * found.value
            total += weighed
            parts.append(f"{label} {weighed:+.2f}: {found.reason}")
    return name, Score(round(max(0.0, min(1.0, total)), 4), SEPARATOR.join(parts))


def _features(type_: EntityType, kind: str) -> Sequence[tuple[str, Feature]]:
    if kind == "generic":
        return GENERIC
    return PERSON if type_ is EntityType.PERSON else BODY


def best_names(left: Sequence[Profile], right: Sequence[Profile]) -> NameScore:
    """The best of all comparisons of their names; names that can say who it is come before those that cannot."""
    judge = compare_persons if left[0].type is EntityType.PERSON else compare_bodies
    pairs = [(x, y) for x in _names(left) for y in _names(right)]
    return max((judge(*sorted(pair)) for pair in pairs), default=NameScore(Score(0.0, "no name"), "none"))


def _names(profiles: Sequence[Profile]) -> list[str]:
    """Full names if there are any: a short form says nothing more."""
    full = sorted({n for p in profiles for n in p.full_names})
    return full or sorted({n for p in profiles for n in p.names})


def _union(side: Side, what: str) -> frozenset[str]:
    return frozenset().union(*(getattr(p, what) for p in side.profiles))


def _days_between(a: Born, b: Born) -> int:
    return max(a[0] - b[1], b[0] - a[1], 0)
