"""Applies what humans decided of events of different documents: linked whatever the texts say, or never."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from kg.model import Decision, DecisionKind, EventLink, Score
from kg.resolve.verdicts import Ledger, reason_of


def decided_links(links: Sequence[EventLink], ledger: Ledger, labels: Mapping[str, str]) -> tuple[EventLink, ...]:
    """The links after the decisions on events, sorted by ids; the ledger says what each decision did.

    Args:
        links: found by comparison.
        ledger: the decisions of the corpus, on events and on others.
        labels: of all events, by id.
    """
    found = {(link.left, link.right): link for link in links}
    for i, decision in ledger.of(*DecisionKind):
        here = sorted({id_ for id_ in decision.ids if id_ in labels})
        if decision.kind is DecisionKind.REJECT or not here:
            continue
        names = ", ".join(labels[id_] for id_ in here)
        if decision.kind not in (DecisionKind.SAME, DecisionKind.DIFFERENT):
            ledger.problems[i].append(f"{names}: events are only the same or different")
        elif len(here) < 2:
            ledger.problems[i].append("fewer than two events are left of it")
        else:
            ledger.did[i].append(_applied(decision, here, names, found))
    return tuple(found[pair] for pair in sorted(found))


def _applied(decision: Decision, ids: Sequence[str], names: str, found: dict[tuple[str, str], EventLink]) -> str:
    for pair in combinations(ids, 2):
        if decision.kind is DecisionKind.SAME:
            found[pair] = EventLink(*pair, Score(1.0, reason_of(decision)))
        else:
            found.pop(pair, None)
    return f"one happening: {names}" if decision.kind is DecisionKind.SAME else f"kept apart: {names}"
