"""Claims of many documents as one set: equal claims become one with all their evidence and sources counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.model import Claim, Evidence, Span, TermKind


def merged_claims(
    claims: Iterable[Claim], renamed: Mapping[str, str], group_of: Mapping[str, str]
) -> tuple[Claim, ...]:
    """Claims about resolved entities, sorted by id.

    Args:
        claims: of all documents, about in-document entities.
        renamed: from ids of in-document entities to those of the resolved ones.
        group_of: from ids of documents to their group of copies, see :func:`independence`.
    """
    grouped: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        moved = moved_claim(claim, renamed)
        grouped[moved.id].append(moved)
    return tuple(_one(grouped[id_], group_of) for id_ in sorted(grouped))


def moved_claim(claim: Claim, renamed: Mapping[str, str]) -> Claim:
    """A claim about resolved entities."""
    term = claim.object
    if term.kind is TermKind.ENTITY:
        term = replace(term, value=renamed.get(term.value, term.value))
    sources = tuple(dict.fromkeys(renamed.get(s, s) for s in claim.sources))
    return replace(claim, subject=renamed.get(claim.subject, claim.subject), object=term, sources=sources)


def independence(documents: Iterable[str], copies: Sequence[Sequence[str]]) -> dict[str, str]:
    """The group of copies of each document: the least id of all that copy it or that it copies, directly or not."""
    parent: dict[str, str] = {}

    def root(doc: str) -> str:
        while parent.setdefault(doc, doc) != doc:
            parent[doc] = parent[parent[doc]]
            doc = parent[doc]
        return doc

    for group in copies:
        for doc in group:
            one, other = sorted((root(group[0]), root(doc)))
            parent[other] = one
    return {doc: root(doc) for doc in sorted({*documents, *parent})}


def _one(same: Sequence[Claim], group_of: Mapping[str, str]) -> Claim:
    evidence: set[Evidence] = {e for c in same for e in c.evidence}
    triggers: set[Span] = {t for c in same for t in c.triggers}
    independent = len({group_of[e.span.doc_id] for e in evidence})
    return replace(
        same[0], evidence=tuple(sorted(evidence)), triggers=tuple(sorted(triggers)),
        confidence=max(c.confidence for c in same), independent_sources=independent,
    )  # fmt: skip
