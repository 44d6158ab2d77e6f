"""How sure several claims are together: the strongest one, and whether they contradict each other."""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import Claim, Factuality, Term

#: strongest first
STRENGTH: tuple[Factuality, ...] = (
    Factuality.ASSERTED,
    Factuality.ALLEGED,
    Factuality.PLANNED,
    Factuality.HYPOTHETICAL,
    Factuality.DENIED,
)
_RANK = {status: rank for rank, status in enumerate(STRENGTH)}

#: what a claim says, whoever says it and however surely
Saying = tuple[str, str, Term]


def saying(claim: Claim) -> Saying:
    """Subject, predicate and object."""
    return claim.subject, claim.predicate, claim.object


def disputed_sayings(claims: Iterable[Claim]) -> frozenset[Saying]:
    """What one claim asserts and another denies; a suspicion that is denied contradicts nobody's statement."""
    found: dict[Factuality, set[Saying]] = {Factuality.ASSERTED: set(), Factuality.DENIED: set()}
    for claim in claims:
        if claim.factuality in found:
            found[claim.factuality].add(saying(claim))
    return frozenset(found[Factuality.ASSERTED] & found[Factuality.DENIED])


def strongest(claims: Iterable[Claim]) -> Claim | None:
    """The surest claim: by factuality, independent sources, confidence, then id; ``None`` of none."""
    return min(
        claims,
        key=lambda c: (_RANK[c.factuality], -c.independent_sources, -c.confidence, c.id),
        default=None,
    )
