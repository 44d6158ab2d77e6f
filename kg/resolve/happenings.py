"""Which events of different documents may be one happening: linked with a score and the reason, never made one.

Each document keeps its own event, so that what it says stands beside what the others say; a link only says that they
tell of the same. Contradictory dates, places or persons forbid it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from kg.model import Claim, Entity, Event, EventLink, Score
from kg.resolve.matcher import SEPARATOR
from kg.resolve.settings import HappeningWeights, read_weights
from kg.resolve.tellings import Key, Telling, tellings

#: a comparison: two tellings of two documents
_Pair = tuple[Telling, Telling]


def linked_events(
    events: Iterable[Event], claims: Iterable[Claim], entities: Iterable[Entity], group_of: Mapping[str, str]
) -> tuple[EventLink, ...]:
    """Pairs of events of different documents that tell of one happening, sorted by ids.

    Args:
        events: of all documents.
        claims: resolved; of the events and of others.
        entities: resolved.
        group_of: from ids of documents to their group of copies.
    """
    told = tellings(events, claims)
    known = {e.id: e for e in entities}
    scored = []
    for pair in _candidates(told):
        score = compared(*pair, known, copied=group_of.get(pair[0].doc) == group_of.get(pair[1].doc))
        if score is not None:
            scored.append((score, pair))
    return tuple(EventLink(left.id, right.id, score) for score, (left, right) in _best(scored))


def compared(left: Telling, right: Telling, known: Mapping[str, Entity], *, copied: bool) -> Score | None:
    """How well two tellings match, with the reason; none if they contradict each other or share too little."""
    weights = read_weights().happenings
    if not left.classes & right.classes or contradiction(left, right, known):
        return None
    parts = list(_support(left, right, known, weights, copied=copied))
    total = sum(weight for weight, _ in parts)
    if total < weights.link:
        return None
    return Score(round(min(1.0, total), 2), SEPARATOR.join(reason for _, reason in parts))


def contradiction(left: Telling, right: Telling, known: Mapping[str, Entity]) -> str | None:
    """Why two tellings cannot be of one happening, if so."""
    if left.days and right.days and not any(a.overlaps(b) for a in left.days for b in right.days):
        return "other dates"
    if left.places and right.places and not any(
        _near(known.get(a), known.get(b)) for a in left.places for b in right.places
    ):  # fmt: skip
        return "other places"
    for role in sorted(left.roles.keys() & right.roles.keys()):
        both = [[known[i] for i in t.roles[role] if i in known and known[i].named] for t in (left, right)]
        if all(both) and not {e.id for e in both[0]} & {e.id for e in both[1]}:
            return f"another {role}"
    return None


def _near(left: Entity | None, right: Entity | None) -> bool:
    """Whether two places may be one, or one lies in the other."""
    if left is None or right is None or left.id == right.id:
        return True
    codes = [{li.id if li.scheme == "iso" else li.country for li in e.links} - {None} for e in (left, right)]
    if not all(codes):
        return True
    countries = [any(li.scheme == "iso" for li in e.links) for e in (left, right)]
    return bool(codes[0] & codes[1]) and any(countries)


def _support(
    left: Telling, right: Telling, known: Mapping[str, Entity], weights: HappeningWeights, *, copied: bool
) -> Iterator[tuple[float, str]]:
    if copied and (same := sorted(left.sentences & right.sentences)):
        yield weights.sentence, f"told in one sentence of two copies: {same[0]!r}"
    if left.event_classes & right.event_classes:
        yield weights.event_class, f"both {', '.join(sorted(left.event_classes & right.event_classes))}"
    yield from _same_time(left, right, weights)
    shared = [known[i] for i in sorted(_both_take_part(left, right)) if i in known and known[i].named]
    yield from ((weights.participants[e.type.value], f"both with {e.label}") for e in shared)
    for place in (known[i] for i in sorted(left.places & right.places) if i in known):
        country = any(li.scheme == "iso" for li in place.links)
        yield (weights.country if country else weights.place), f"both in {place.label}"
    for name in sorted(left.figures.keys() & right.figures.keys()):
        if figures := sorted(left.figures[name] & right.figures[name]):
            yield weights.figure, f"{name} {figures[0]} in both"


def _both_take_part(left: Telling, right: Telling) -> set[str]:
    """Who takes part in both: in any roles if the class is one, else in the same: a killer is not the killed."""
    if left.event_classes & right.event_classes:
        return set(left.participants & right.participants)
    return {i for role in left.roles.keys() & right.roles.keys() for i in left.roles[role] & right.roles[role]}


def _same_time(left: Telling, right: Telling, weights: HappeningWeights) -> Iterator[tuple[float, str]]:
    shared = [(a, b) for a in left.days for b in right.days if a.overlaps(b)]
    if any(a.narrow and b.narrow for a, b in shared):
        yield weights.day, f"the same day ({shared[0][0].edtf})"
    elif shared:
        yield weights.period, f"dates that agree ({shared[0][0].edtf} and {shared[0][1].edtf})"


# --- which pairs, and which of them ---------------------------------------------------------------------------------


def _candidates(told: Sequence[Telling]) -> Iterator[_Pair]:
    """Pairs of different documents that share a sentence, or two of day, participants and places."""
    blocks: defaultdict[Key, list[int]] = defaultdict(list)
    for number, telling in enumerate(told):
        for key in telling.shareable():
            blocks[key].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for key, block in sorted(blocks.items()):
        if len(block) <= read_weights().happenings.block:
            for left, right in combinations(block, 2):
                shared[left, right] += 2 if key[0] == "sentence" else 1
    for (left, right), keys in sorted(shared.items()):
        if keys > 1 and told[left].doc != told[right].doc:
            yield told[left], told[right]


def _best(scored: Sequence[tuple[Score, _Pair]]) -> list[tuple[Score, _Pair]]:
    """Only what is the best of both sides: of two happenings of a document that match as well, neither is linked."""
    rivals: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    for score, (left, right) in scored:
        rivals[left.id, right.doc].append(score.value)
        rivals[right.id, left.doc].append(score.value)
    return [
        (score, (left, right))
        for score, (left, right) in scored
        if all(
            score.value == max(values) and values.count(score.value) == 1
            for values in (rivals[left.id, right.doc], rivals[right.id, left.doc])
        )
    ]
