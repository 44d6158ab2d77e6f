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
_AFFIRMED = frozenset({Factuality.ASSERTED, Factuality.ALLEGED})

#: what a claim says, whoever says it and however surely
Saying = tuple[str, str, Term]


def saying(claim: Claim) -> Saying:
    """Subject, predicate and object."""
    return claim.subject, claim.predicate, claim.object


def disputed_sayings(claims: Iterable[Claim]) -> frozenset[Saying]:
    """What one claim affirms (asserts or alleges) and another denies."""
    affirmed: set[Saying] = set()
    denied: set[Saying] = set()
    for claim in claims:
        if claim.factuality in _AFFIRMED:
            affirmed.add(saying(claim))
        elif claim.factuality is Factuality.DENIED:
            denied.add(saying(claim))
    return frozenset(affirmed & denied)


def strongest(claims: Iterable[Claim]) -> Claim | None:
    """The surest claim: by factuality, independent sources, confidence, then id; ``None`` of none."""
    return min(
        claims,
        key=lambda c: (_RANK[c.factuality], -c.independent_sources, -c.confidence, c.id),
        default=None,
    )
