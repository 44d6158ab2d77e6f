"""Which in-document entities are one: first by what is sure, then by what fits only them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.model import DocumentFacts, Score
from kg.resolve.blocking import blocks, loose_pairs
from kg.resolve.company import Company
from kg.resolve.groups import Groups, Pair
from kg.resolve.matcher import Side, match
from kg.resolve.profile import Profile, profiles
from kg.resolve.settings import read_weights


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What humans decided of in-document entities."""

    same: tuple[Pair, ...] = ()
    different: tuple[frozenset[str], ...] = ()
    split: frozenset[str] = frozenset()  #: stay out of whatever they would be brought into


@dataclass(frozen=True, slots=True)
class Resolution:
    """What became one, why, and what a human should look at."""

    groups: tuple[tuple[str, ...], ...]
    merges: tuple[Pair, ...]  #: each brought two groups together
    uncertain: tuple[Pair, ...]  #: best first
    refused: tuple[tuple[Pair, str], ...]  #: what a human wanted to be one, and why it is not


@dataclass(frozen=True, slots=True)
class _Loose:
    """Two groups whose names do not say it all."""

    left: str
    right: str
    name: float  #: what the names alone say
    score: Score
    vague: str | None  #: the group whose name says less, if one does


def resolve_entities(facts: Sequence[DocumentFacts], verdicts: Verdicts) -> Resolution:
    """Bring together the entities of documents, in any order of documents."""
    known = {p.id: p for f in facts for p in profiles(f)}
    groups = Groups((e.id for f in facts for e in f.entities), known, verdicts.different)
    refused = [(p, reason) for p in verdicts.same if (reason := _join_human(groups, p))]
    merges = [p for p in verdicts.same if p not in {r for r, _ in refused}]
    free = [p for p in known.values() if p.id not in verdicts.split]
    sure, rest = _sure(free, groups)
    merges += _joined(groups, sure)
    loose = _loose(free, groups, rest)
    while done := _joined(groups, _decided(loose, groups)):
        merges += done
    return Resolution(tuple(groups.all()), tuple(merges), tuple(_best(_asked(loose, groups), groups)), tuple(refused))


def _join_human(groups: Groups, pair: Pair) -> str:
    return groups.join(pair.left, pair.right, by_human=True)


def _joined(groups: Groups, pairs: Iterable[Pair]) -> list[Pair]:
    """Join best first, so that a weak pair never brings together what a strong one would have kept apart."""
    done = []
    for pair in sorted(pairs, key=lambda p: (-p.score.value, p.left, p.right)):
        if groups.root(pair.left) != groups.root(pair.right) and not groups.join(pair.left, pair.right):
            done.append(pair)
    return done


# --- what is sure --------------------------------------------------------------------------------------------------


def _sure(free: Sequence[Profile], groups: Groups) -> tuple[list[Pair], set[tuple[str, str]]]:
    """Pairs that names or authority entries decide, and pairs that they almost do."""
    weights = read_weights()
    sure: dict[tuple[str, str], Pair] = {}
    rest: set[tuple[str, str]] = set()
    for block in blocks(free):
        for left, right in _within(block, groups):
            pair = (left.id, right.id)
            if pair in sure or pair in rest:
                continue
            _, score = match(Side((left,)), Side((right,)))
            if score.value >= weights.merge:
                sure[pair] = Pair(*pair, score)
            elif score.value >= weights.uncertain:
                rest.add(pair)
    return list(sure.values()), rest


def _within(block: Sequence[Profile], groups: Groups) -> Iterator[tuple[Profile, Profile]]:
    """Each profile with the first of each spelling, and with those that contradict these."""
    leaders: list[Profile] = []
    spellings: set[tuple[str, ...]] = set()
    cap = read_weights().leaders
    for profile in block:
        fits = [leader for leader in leaders if not groups.conflict(leader.id, profile.id)]
        yield from ((leader, profile) for leader in fits)
        alone = not any(leader.names == profile.names for leader in fits)
        if (profile.names not in spellings or alone) and len(leaders) < cap:
            leaders.append(profile)
            spellings.add(profile.names)


# --- what fits -----------------------------------------------------------------------------------------------------


def _loose(free: Sequence[Profile], groups: Groups, rest: Iterable[tuple[str, str]]) -> list[_Loose]:
    """Pairs of groups that may be one, with all that is known of them."""
    members: defaultdict[str, list[Profile]] = defaultdict(list)
    for profile in sorted(free, key=lambda p: p.id):
        members[groups.root(profile.id)].append(profile)
    company = Company(members)
    near = {tuple(sorted((groups.root(a), groups.root(b)))) for a, b in rest}
    found = []
    for a, b in sorted({*loose_pairs(members), *near}):
        if a == b or groups.conflict(a, b):
            continue
        name, score = match(company.side(a), company.side(b))
        if name.kind != "none":
            found.append(_Loose(a, b, name.score.value, score, _vague(members[a], members[b], a, b)))
    return found


def _vague(left: Sequence[Profile], right: Sequence[Profile], a: str, b: str) -> str | None:
    sizes = [max((len(n) for p in side for n in p.names), default=0) for side in (left, right)]
    if sizes[0] == sizes[1]:
        return None
    return a if sizes[0] < sizes[1] else b


def _decided(loose: Sequence[_Loose], groups: Groups) -> list[Pair]:
    """Pairs that weigh enough, if the vaguer name fits only one that is still another."""
    merge, fits = read_weights().merge, _fits(loose, groups)
    return [
        Pair(p.left, p.right, p.score)
        for p in loose
        if p.score.value >= merge and len(fits[p.left]) <= 1 and len(fits[p.right]) <= 1
    ]


def _fits(loose: Sequence[_Loose], groups: Groups) -> defaultdict[str, set[str]]:
    """What each vaguer name may stand for."""
    fits: defaultdict[str, set[str]] = defaultdict(set)
    for one in loose:
        if one.vague:
            fits[one.vague].add(groups.root(one.right if one.vague == one.left else one.left))
    return fits


def _asked(loose: Sequence[_Loose], groups: Groups) -> Iterator[_Loose]:
    """Pairs that are still two and may be one; of names that fit several, only those that something speaks for."""
    fits = _fits(loose, groups)
    for one in loose:
        clear = len(fits[one.left]) <= 1 and len(fits[one.right]) <= 1
        two = groups.root(one.left) != groups.root(one.right) and not groups.conflict(one.left, one.right)
        if two and (clear or one.score.value > one.name):
            yield one


def _best(loose: Iterable[_Loose], groups: Groups) -> list[Pair]:
    """The best pair of each two groups that are still apart, if a human should see it."""
    best: dict[tuple[str, ...], Pair] = {}
    for one in sorted(loose, key=lambda p: (-p.score.value, p.left, p.right)):
        if one.score.value >= read_weights().uncertain:
            between = tuple(sorted((groups.root(one.left), groups.root(one.right))))
            best.setdefault(between, Pair(one.left, one.right, one.score))
    return list(best.values())
