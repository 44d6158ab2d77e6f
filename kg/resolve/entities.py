"""Which in-document entities are one: authority entries, names, and what forbids a merge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.model import Entity, EntityType, MentionKind, Score
from kg.resolve.names import compare_bodies, compare_persons, parts, skeleton, without_article

#: scores below it do not merge
THRESHOLD = 0.9
_BODIES = (EntityType.ORGANIZATION, EntityType.PLACE)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entities and how well they match."""

    left: str
    right: str
    score: Score


def candidate_pairs(entities: Sequence[Entity]) -> Iterator[tuple[Entity, Entity]]:
    """Pairs that share a link or a name's key: near-linear in the number of entities.

    Within a block every entity is paired with the block's first one of each spelling only.
    """
    blocks: dict[tuple[str, ...], list[Entity]] = defaultdict(list)
    for entity in sorted(entities, key=lambda e: e.id):
        for key in _keys(entity):
            blocks[key].append(entity)
    seen: set[tuple[str, str]] = set()
    for _, block in sorted(blocks.items()):
        for left, right in _within(block):
            pair = (left.id, right.id)
            if pair not in seen:
                seen.add(pair)
                yield left, right


def _within(block: list[Entity]) -> Iterator[tuple[Entity, Entity]]:
    leaders: dict[tuple[str, ...], Entity] = {}
    for entity in block:
        for leader in leaders.values():
            yield leader, entity
        leaders.setdefault(tuple(n.text for n in entity.names), entity)


def _keys(entity: Entity) -> Iterable[tuple[str, ...]]:
    for link in entity.links:
        yield entity.type.value, "link", link.scheme, link.id
    for text in names_of(entity):
        words = parts(text)
        if entity.type is EntityType.PERSON and len(words) > 1:
            yield entity.type.value, "name", skeleton(without_article(words[-1])), words[0][0]
        elif entity.type in _BODIES and words:
            yield entity.type.value, "name", "".join(words)[:8]


def names_of(entity: Entity) -> list[str]:
    """Spellings of the entity's names, sorted."""
    return sorted({n.text for n in entity.names})


def compare(left: Entity, right: Entity) -> Score:
    """How surely two in-document entities are one, and why."""
    shared = {(li.scheme, li.id) for li in left.links} & {(li.scheme, li.id) for li in right.links}
    if shared:
        scheme, id_ = min(shared)
        return Score(1.0, f"both are {scheme} {id_}")
    if left.links and right.links and left.type is EntityType.PLACE:
        return Score(0.0, "two different places of the gazetteer")
    if left.type is EntityType.PERSON and left.gender and right.gender and left.gender != right.gender:
        return Score(0.0, "one is a man, the other a woman")
    judge = compare_persons if left.type is EntityType.PERSON else compare_bodies
    scores = [judge(a, b) for a in _comparable(left) for b in _comparable(right)]
    return max(scores, default=Score(0.0, "no name to compare"))


def _comparable(entity: Entity) -> list[str]:
    """Names that may identify: a person's full names, a body's or place's names."""
    found = names_of(entity)
    return [n for n in found if len(parts(n)) > 1] if entity.type is EntityType.PERSON else found


def matches(entities: Sequence[Entity]) -> list[Pair]:
    """All pairs that are one, best first."""
    found = []
    for left, right in candidate_pairs(entities):
        score = compare(left, right)
        if score.value >= THRESHOLD:
            found.append(Pair(left.id, right.id, score))
    return sorted(found, key=lambda p: (-p.score.value, p.left, p.right))


def clusters(ids: Iterable[str], pairs: Iterable[Pair], apart: Iterable[frozenset[str]] = ()) -> list[tuple[str, ...]]:
    """Connected groups of ids; a pair is left out if it would join ids that must stay apart.

    Pairs are taken best first, so that a weak pair never joins what a strong one would have separated.
    """
    parent = {i: i for i in ids}
    members = {i: {i} for i in parent}
    forbidden = defaultdict(set)
    for couple in apart:
        for one in couple:
            forbidden[one] |= couple - {one}

    def root(i: str) -> str:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for pair in pairs:
        a, b = root(pair.left), root(pair.right)
        if a == b or any(forbidden[i] & members[b] for i in members[a]):
            continue
        keep, lose = sorted((a, b))
        parent[lose] = keep
        members[keep] |= members.pop(lose)
    return sorted(tuple(sorted(group)) for group in members.values())


def named_apart(document_entities: Sequence[Entity]) -> Iterator[frozenset[str]]:
    """Two persons that one document names apart stay two."""
    persons = [e for e in document_entities if e.type is EntityType.PERSON and any(m.kind is MentionKind.NAMED for m in e.mentions)]
    for i, left in enumerate(persons):
        for right in persons[i + 1 :]:
            yield frozenset({left.id, right.id})
