"""From the facts of each document to one knowledge base."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.model import (
    Claim, Decision, DecisionKind, DocumentFacts, Entity, EntityType, Event, Evidence, KnowledgeBase, Merge, Name, Score,
    Span, Term, TermKind, make_id,
)  # fmt: skip
from kg.resolve.entities import Pair, clusters, matches, named_apart


def resolve(
    facts: Sequence[DocumentFacts], copies: Sequence[tuple[str, ...]] = (), decisions: Sequence[Decision] = ()
) -> KnowledgeBase:
    """Bring together what documents say of the same entities; equal claims become one with all their evidence.

    Args:
        facts: one for each document, in any order.
        copies: groups of ids of documents that copy each other; a group counts once as a source.
        decisions: a human's verdicts; ``same`` and ``different`` are applied to in-document entities.
    """
    documents = tuple(sorted((f.document for f in facts), key=lambda d: d.id))
    local = [e for f in facts for e in f.entities]
    pairs = [*_decided(decisions), *matches([e for e in local if e.named or e.links])]
    apart = [a for f in facts for a in named_apart(f.entities)]
    apart += [frozenset(d.ids) for d in decisions if d.kind is DecisionKind.DIFFERENT]
    groups = clusters([e.id for e in local], pairs, apart)
    by_id = {e.id: e for e in local}
    entities = [_merged([by_id[i] for i in group]) for group in groups]
    renamed = {referent: e.id for e in entities for referent in e.referents}
    events = sorted((e for f in facts for e in f.events), key=lambda e: e.id)
    claims = _merged_claims((c for f in facts for c in f.claims), renamed, _independence(documents_of(facts), copies))
    return KnowledgeBase(
        documents=documents,
        entities=tuple(sorted(entities, key=lambda e: e.id)),
        events=tuple(_with_referents(e) for e in events),
        claims=claims,
        copies=tuple(sorted(tuple(sorted(c)) for c in copies)),
        merges=_merges(pairs, renamed),
        decisions=tuple(decisions),
    )


def documents_of(facts: Iterable[DocumentFacts]) -> list[str]:
    """Ids of the documents, sorted."""
    return sorted(f.document.id for f in facts)


def _decided(decisions: Sequence[Decision]) -> list[Pair]:
    return [
        Pair(d.ids[0], other, Score(1.0, f"decided by {d.by} on {d.when}: {d.why}"))
        for d in decisions
        if d.kind is DecisionKind.SAME
        for other in d.ids[1:]
    ]


def _with_referents(event: Event) -> Event:
    return event if event.referents else Event(event.id, event.label, event.mentions, (event.id,))


def _merged(group: Sequence[Entity]) -> Entity:
    """One entity of several in-document ones; its label is the one most mentions carry, then the longest."""
    links = {(li.scheme, li.id): li for e in group for li in e.links}
    key = min(links) if links else ("referent", min(e.id for e in group))
    weight: dict[str, int] = defaultdict(int)
    for entity in group:
        weight[entity.label] += max(1, len(entity.mentions))
    label = min(weight, key=lambda text: (-weight[text], -len(text), text))
    return Entity(
        id=make_id("entity", group[0].type, *key),
        type=group[0].type,
        label=label,
        mentions=tuple(sorted(m for e in group for m in e.mentions)),
        names=_names(group, label),
        links=tuple(links[k] for k in sorted(links)),
        referents=tuple(sorted(e.id for e in group)),
        geopolitical=any(e.geopolitical for e in group),
        gender=next((e.gender for e in group if e.gender), None),
        plural=group[0].plural,
    )


def _names(group: Sequence[Entity], label: str) -> tuple[Name, ...]:
    names = {n for e in group for n in e.names}
    own = group[0].type in (EntityType.PLACE, EntityType.ORGANIZATION) and names and all(n.text != label for n in names)
    return tuple(sorted(names | ({Name(label, "fr")} if own else set())))


def _independence(documents: Sequence[str], copies: Sequence[tuple[str, ...]]) -> Mapping[str, str]:
    group_of = {doc: doc for doc in documents}
    for group in copies:
        for doc in group:
            group_of[doc] = min(group)
    return group_of


def _merged_claims(claims: Iterable[Claim], renamed: Mapping[str, str], group_of: Mapping[str, str]) -> tuple[Claim, ...]:
    grouped: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        moved = _renamed(claim, renamed)
        grouped[moved.id].append(moved)
    return tuple(_one(grouped[id_], group_of) for id_ in sorted(grouped))


def _renamed(claim: Claim, renamed: Mapping[str, str]) -> Claim:
    term = claim.object
    if term.kind is TermKind.ENTITY:
        term = Term(term.kind, renamed.get(term.value, term.value))
    return Claim(
        renamed.get(claim.subject, claim.subject), claim.predicate, term, claim.factuality, claim.evidence,
        tuple(renamed.get(s, s) for s in claim.sources), claim.triggers, claim.confidence, claim.independent_sources,
    )  # fmt: skip


def _one(same: Sequence[Claim], group_of: Mapping[str, str]) -> Claim:
    first = same[0]
    evidence: set[Evidence] = {e for c in same for e in c.evidence}
    triggers: set[Span] = {t for c in same for t in c.triggers}
    independent = len({group_of[e.span.doc_id] for e in evidence})
    return Claim(
        first.subject, first.predicate, first.object, first.factuality, tuple(sorted(evidence)), first.sources,
        tuple(sorted(triggers)), max(c.confidence for c in same), independent,
    )  # fmt: skip


def _merges(pairs: Sequence[Pair], renamed: Mapping[str, str]) -> tuple[Merge, ...]:
    found = {
        (p.left, p.right): Merge(renamed[p.left], p.left, p.right, p.score)
        for p in pairs
        if p.left in renamed and renamed.get(p.left) == renamed.get(p.right)
    }
    return tuple(found[k] for k in sorted(found))
