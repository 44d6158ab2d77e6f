"""From the facts of each document to one knowledge base."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.model import (
    Claim,
    Decision,
    DocumentFacts,
    Entity,
    EntityType,
    Event,
    KnowledgeBase,
    Merge,
    Name,
    Score,
    make_id,
)  # fmt: skip
from kg.resolve.claims import independence, merged_claims
from kg.resolve.entities import Resolution, resolve_entities
from kg.resolve.event_verdicts import decided_links
from kg.resolve.groups import Pair
from kg.resolve.happenings import linked_events
from kg.resolve.matcher import SEPARATOR
from kg.resolve.verdicts import (
    Ledger,
    chosen_labels,
    note_groups,
    note_unknown_claims,
    rejected_ids,
    retyped,
    verdicts,
    without_rejected,
)  # fmt: skip


def resolve(
    facts: Sequence[DocumentFacts], copies: Sequence[tuple[str, ...]] = (), decisions: Sequence[Decision] = ()
) -> KnowledgeBase:
    """Bring together what documents say of the same entities; equal claims become one with all their evidence.

    Args:
        facts: one for each document, in any order.
        copies: groups of ids of documents that copy each other; a group counts once as a source.
        decisions: humans' verdicts; in the result each says what it did, or why it did nothing.
    """
    ledger = Ledger(tuple(decisions))
    typed, senseless = retyped(sorted(facts, key=lambda f: f.document.id), ledger)
    events = sorted((e for f in typed for e in f.events), key=lambda e: e.id)
    found = resolve_entities(typed, verdicts(ledger, (e.id for f in typed for e in f.entities), {e.id for e in events}))
    entities = _entities(typed, found, ledger)
    renamed = {referent: e.id for e in entities for referent in e.referents}
    labels = {e.id: e.label for e in entities}
    note_groups(ledger, renamed, labels, found.refused)
    told = {e.id: e.label for e in events}
    claims = _claims(typed, renamed, labels | told, senseless, copies, ledger)
    linked = linked_events(events, claims, entities, independence((f.document.id for f in typed), copies))
    return KnowledgeBase(
        documents=tuple(f.document for f in typed),
        entities=tuple(sorted(entities, key=lambda e: e.id)),
        events=tuple(_with_referents(e) for e in events),
        claims=claims,
        copies=tuple(sorted(tuple(sorted(c)) for c in copies)),
        merges=_merges(found.merges, renamed, _places(typed)),
        event_links=decided_links(linked, ledger, told),
        decisions=ledger.closed(renamed | {id_: id_ for id_ in told}),
    )


def uncertain_pairs(facts: Sequence[DocumentFacts], decisions: Sequence[Decision] = ()) -> tuple[Pair, ...]:
    """Pairs of in-document entities that may be one, and that only a human can tell; best first."""
    ledger = Ledger(tuple(decisions))
    typed, _ = retyped(sorted(facts, key=lambda f: f.document.id), ledger)
    known = (e.id for f in typed for e in f.entities)
    return resolve_entities(typed, verdicts(ledger, known, {e.id for f in typed for e in f.events})).uncertain


def _with_referents(event: Event) -> Event:
    return event if event.referents else replace(event, referents=(event.id,))


def _places(facts: Sequence[DocumentFacts]) -> dict[str, str]:
    """How each in-document entity is called, and where."""
    return {e.id: f"{e.label} ({f.document.identifier})" for f in facts for e in f.entities}


def _merges(pairs: Sequence[Pair], renamed: Mapping[str, str], places: Mapping[str, str]) -> tuple[Merge, ...]:
    merges = []
    for pair in pairs:
        reason = f"{places[pair.left]} and {places[pair.right]}{SEPARATOR}{pair.score.reason}"
        merges.append(Merge(renamed[pair.left], pair.left, pair.right, Score(pair.score.value, reason)))
    return tuple(sorted(merges, key=lambda m: (m.left, m.right)))


# --- entities ------------------------------------------------------------------------------------------------------


def _entities(facts: Sequence[DocumentFacts], found: Resolution, ledger: Ledger) -> list[Entity]:
    by_id = {e.id: e for f in facts for e in f.entities}
    group_of = {id_: group for group in found.groups for id_ in group}
    labels = chosen_labels(ledger, group_of)
    taken: set[str] = set()
    merged = []
    for group in found.groups:
        entity = _merged([by_id[i] for i in group], labels.get(group), taken)
        taken.add(entity.id)
        merged.append(entity)
    return merged


def _merged(group: Sequence[Entity], decided: str | None, taken: set[str]) -> Entity:
    """One entity of several; its label is decided, or the one that most mentions carry, then the longest."""
    links = {(li.scheme, li.id): li for e in group for li in e.links}
    weight: Counter[str] = Counter()
    for entity in group:
        weight[entity.label] += max(1, len(entity.mentions))
    label = decided or min(weight, key=lambda text: (-weight[text], -len(text), text))
    genders = Counter(e.gender for e in group if e.gender)
    return Entity(
        id=_id(group, sorted(links), taken),
        type=group[0].type,
        label=label,
        mentions=tuple(sorted(m for e in group for m in e.mentions)),
        names=_names(group, label, by_human=decided is not None),
        links=tuple(links[k] for k in sorted(links)),
        referents=tuple(sorted(e.id for e in group)),
        geopolitical=any(e.geopolitical for e in group),
        gender=min(genders, key=lambda g: (-genders[g], g)) if genders else None,
        plural=group[0].plural,
    )


def _id(group: Sequence[Entity], links: Sequence[tuple[str, str]], taken: set[str]) -> str:
    """From the entry of an authority file, so that it survives other documents, else from the least in-document id."""
    own = make_id("entity", group[0].type, "referent", min(e.id for e in group))
    linked = make_id("entity", group[0].type, *links[0]) if links else own
    return own if linked in taken else linked


def _names(group: Sequence[Entity], label: str, *, by_human: bool) -> tuple[Name, ...]:
    names = {n for e in group for n in e.names}
    public = group[0].type in (EntityType.PLACE, EntityType.ORGANIZATION) and names
    if (public or by_human) and all(n.text != label for n in names):
        names.add(Name(label, "fr"))
    return tuple(sorted(names))


# --- claims --------------------------------------------------------------------------------------------------------


def _claims(
    facts: Sequence[DocumentFacts], renamed: Mapping[str, str], labels: dict[str, str], senseless: Mapping[str, int],
    copies: Sequence[tuple[str, ...]], ledger: Ledger,
) -> tuple[Claim, ...]:  # fmt: skip
    """All claims that no human rejects, by the id of a document's claim or of a claim of the corpus."""
    rejected = rejected_ids(ledger)
    local = {old: labels[new] for old, new in renamed.items()} | labels
    said = [c for f in facts for c in f.claims]
    kept = without_rejected(said, {**senseless, **rejected}, ledger, local)
    group_of = independence((f.document.id for f in facts), copies)
    merged = merged_claims(kept, renamed, group_of)
    note_unknown_claims(ledger, {c.id for c in said} | {c.id for c in merged} if rejected else set())
    return tuple(without_rejected(merged, rejected, ledger, labels))
