"""Applies what humans decided to facts and claims, and writes down what each decision did."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.model import Claim, Decision, DecisionKind, DocumentFacts, Entity, EntityType, Score, TermKind
from kg.resolve.entities import Verdicts
from kg.resolve.groups import Pair
from kg.vocabulary import Vocabulary, load_vocabulary

_TYPED_LINKS = {EntityType.PLACE: {"iso", "geonames"}, EntityType.ORGANIZATION: {"gazetteer"}}


@dataclass(slots=True)
class Ledger:
    """What each decision did and why it could not, by its place in the list."""

    decisions: Sequence[Decision]
    did: defaultdict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    problems: defaultdict[int, list[str]] = field(default_factory=lambda: defaultdict(list))

    def of(self, *kinds: DecisionKind) -> list[tuple[int, Decision]]:
        """The decisions of some kinds, with their places."""
        return [(i, d) for i, d in enumerate(self.decisions) if d.kind in kinds]

    def closed(self, renamed: Mapping[str, str]) -> tuple[Decision, ...]:
        """The decisions with all that was written down; ``renamed`` gives the resolved entity of each id."""
        return tuple(
            replace(
                d, did=tuple(self.did[i]), problem="; ".join(filter(None, (d.problem, *self.problems[i]))),
                touched=tuple(sorted({renamed[id_] for id_ in d.ids if id_ in renamed})) if self.did[i] else (),
            )
            for i, d in enumerate(self.decisions)
        )  # fmt: skip


def verdicts(ledger: Ledger, known: Iterable[str], events: Collection[str] = ()) -> Verdicts:
    """What entities the decisions bring together and keep apart; ids that do not exist are written down.

    Args:
        ledger: the decisions.
        known: ids of all in-document entities.
        events: ids of all events, which other rules decide on.
    """
    ids = set(known)
    same: list[Pair] = []
    different: list[frozenset[str]] = []
    split: set[str] = set()
    for i, d in ledger.of(*DecisionKind):
        if d.kind is not DecisionKind.REJECT and (missing := sorted(set(d.ids) - ids - set(events))):
            ledger.problems[i].append(f"no entity of any document has id {', '.join(missing)}")
        here = [id_ for id_ in d.ids if id_ in ids]
        if d.kind is DecisionKind.SPLIT:
            split |= set(here)
        elif d.kind in (DecisionKind.SAME, DecisionKind.DIFFERENT) and len(here) < 2:
            if set(d.ids) & set(events) and not here:
                continue
            ledger.problems[i].append("fewer than two entities are left of it")
        elif d.kind is DecisionKind.SAME:
            same += [Pair(here[0], other, Score(1.0, reason_of(d))) for other in here[1:]]
        elif d.kind is DecisionKind.DIFFERENT:
            different.append(frozenset(here))
    return Verdicts(tuple(same), tuple(different), frozenset(split))


def reason_of(decision: Decision) -> str:
    """Who decided, when and why, in words."""
    return f"decided by {decision.by} on {decision.when}" + (f": {decision.why}" if decision.why else "")


def note_groups(
    ledger: Ledger, renamed: Mapping[str, str], labels: Mapping[str, str], refused: Sequence[tuple[Pair, str]]
) -> None:
    """Write down which entities became one, stayed apart or were taken out."""
    failed = {(p.left, p.right): reason for p, reason in refused}
    for i, d in ledger.of(DecisionKind.SAME, DecisionKind.DIFFERENT, DecisionKind.SPLIT):
        here = [id_ for id_ in d.ids if id_ in renamed]
        if d.kind is DecisionKind.SAME:
            _note_same(ledger, i, here, renamed, labels, failed)
        elif d.kind is DecisionKind.SPLIT:
            ledger.did[i] += [f"taken out: {labels[renamed[id_]]}" for id_ in here]
        elif len(here) > 1:
            ledger.did[i].append(f"kept apart: {', '.join(labels[renamed[id_]] for id_ in here)}")


def _note_same(
    ledger: Ledger, i: int, here: Sequence[str], renamed: Mapping[str, str], labels: Mapping[str, str],
    failed: Mapping[tuple[str, str], str],
) -> None:  # fmt: skip
    for other in here[1:]:
        if renamed[other] == renamed[here[0]]:
            ledger.did[i].append(f"brought together: {labels[renamed[other]]}")
        else:
            reason = failed.get((here[0], other), "another decision")
            ledger.problems[i].append(f"{labels[renamed[here[0]]]} and {labels[renamed[other]]} stay apart: {reason}")


# --- types ---------------------------------------------------------------------------------------------------------


def retyped(facts: Sequence[DocumentFacts], ledger: Ledger) -> tuple[list[DocumentFacts], dict[str, int]]:
    """The facts with the decided types, and the claims that no longer make sense, each with the decision's place."""
    chosen: dict[str, int] = {}
    for i, d in sorted(ledger.of(DecisionKind.TYPE), key=lambda item: (item[1].when, item[0])):
        for id_ in d.ids:
            if id_ in chosen and ledger.decisions[chosen[id_]].value != d.value:
                ledger.problems[chosen[id_]].append(f"overruled by {d.where or d.value}, which is later")
            chosen[id_] = i
    if not chosen:
        return list(facts), {}
    types = {id_: EntityType(ledger.decisions[i].value or "") for id_, i in chosen.items()}
    changed = [replace(f, entities=tuple(_typed(e, types, ledger, chosen) for e in f.entities)) for f in facts]
    return changed, {c.id: i for f in changed for c in f.claims for i in _senseless(c, f, chosen)}


def _typed(entity: Entity, types: Mapping[str, EntityType], ledger: Ledger, chosen: Mapping[str, int]) -> Entity:
    type_ = types.get(entity.id)
    if type_ is None:
        return entity
    ledger.did[chosen[entity.id]].append(f"{entity.label}: {entity.type.value} became {type_.value}")
    links = tuple(li for li in entity.links if li.scheme in _TYPED_LINKS.get(type_, set()))
    mentions = tuple(replace(m, type=type_) for m in entity.mentions)
    geopolitical = entity.geopolitical and type_ is EntityType.PLACE
    return replace(entity, type=type_, mentions=mentions, links=links, geopolitical=geopolitical)


def _senseless(claim: Claim, facts: DocumentFacts, chosen: Mapping[str, int]) -> Iterable[int]:
    """The decision after which nothing of that type may stand in the claim."""
    ends = [id_ for id_ in (claim.subject, claim.object.value) if id_ in chosen]
    if ends and not _makes_sense(claim, facts, load_vocabulary()):
        yield chosen[ends[0]]


def _makes_sense(claim: Claim, facts: DocumentFacts, vocabulary: Vocabulary) -> bool:
    types = {e.id: e.type for e in facts.entities}
    relation = vocabulary.relations.get(claim.predicate)
    if relation is None:
        return True
    if claim.subject in types:
        target = types.get(claim.object.value) if claim.object.kind is TermKind.ENTITY else None
        return (not relation.domain or types[claim.subject] in relation.domain) and (
            target is None or not relation.range or target in relation.range
        )
    typing = (c for c in facts.claims if c.subject == claim.subject and c.object.kind is TermKind.EVENT_CLASS)
    classes = {c.object.value for c in typing}
    known = [vocabulary.events[c].roles for c in sorted(classes) if c in vocabulary.events]
    return not known or any(types.get(claim.object.value) in roles.get(claim.predicate, ()) for roles in known)


# --- names and claims ----------------------------------------------------------------------------------------------


def chosen_labels(ledger: Ledger, group_of: Mapping[str, tuple[str, ...]]) -> dict[tuple[str, ...], str]:
    """The decided label of each group of in-document entities; the latest counts."""
    found: dict[tuple[str, ...], int] = {}
    for i, d in sorted(ledger.of(DecisionKind.NAME), key=lambda item: (item[1].when, item[0])):
        for group in dict.fromkeys(group_of[id_] for id_ in d.ids if id_ in group_of):
            before = found.get(group)
            if before is not None and ledger.decisions[before].value != d.value:
                ledger.problems[before].append(f"overruled by {d.where or d.value}, which is later")
                ledger.did[before].clear()
            found[group] = i
            ledger.did[i].append(f"called {d.value}")
    return {group: ledger.decisions[i].value or "" for group, i in found.items()}


def without_rejected(
    claims: Iterable[Claim], places: Mapping[str, int], ledger: Ledger, labels: Mapping[str, str]
) -> list[Claim]:
    """The claims that no decision rejects; the others are written down in words."""
    kept = []
    for claim in claims:
        if claim.id in places:
            ledger.did[places[claim.id]].append(f"rejected: {told(claim, labels)}")
        else:
            kept.append(claim)
    return kept


def told(claim: Claim, labels: Mapping[str, str]) -> str:
    """A claim in words, with the first of the sentences it rests on."""
    ends = labels.get(claim.subject, claim.subject), labels.get(claim.object.value, claim.object.value)
    quote = " ".join(claim.evidence[0].quote.split())
    return f"{ends[0]} {claim.predicate} {ends[1]} ({claim.factuality.value}): {quote}"


def rejected_ids(ledger: Ledger) -> dict[str, int]:
    """The ids of rejected claims, each with its decision's place."""
    return {id_: i for i, d in ledger.of(DecisionKind.REJECT) for id_ in d.ids}


def note_unknown_claims(ledger: Ledger, seen: set[str]) -> None:
    """Write down which ids of rejected claims no claim has."""
    for i, d in ledger.of(DecisionKind.REJECT):
        if missing := [id_ for id_ in d.ids if id_ not in seen]:
            ledger.problems[i].append(f"no claim has id {', '.join(missing)}")
