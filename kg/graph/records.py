"""The plain dictionaries that nodes and edges carry; ``docs/graph.md`` explains each field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

from kg.model import Claim, Document, Evidence, Span

#: document id, first code point, code point after the last
Stretch = tuple[str, int, int]


class EvidenceRecord(TypedDict):
    """A sentence and the rule that read it; offsets are code points of the document's text."""

    document: str
    begin: int
    end: int
    quote: str
    rule: str


class ClaimRecord(TypedDict):
    """A claim: the data of an edge, or an entry of a node's ``classes`` and ``literals``."""

    id: str
    subject: str
    predicate: str
    object: str  #: id of a node, name of an event class, or a literal's text
    datatype: str | None
    factuality: str
    disputed: bool
    sources: tuple[str, ...]
    independent_sources: int
    confidence: float
    evidence: tuple[EvidenceRecord, ...]
    triggers: tuple[Stretch, ...]


class DocumentRecord(TypedDict):
    """What is known about a document, without its text."""

    identifier: str
    title: str | None
    date: str | None  #: EDTF
    publisher: str | None
    url: str | None
    language: str


def stretch(span: Span) -> Stretch:
    """A span as a plain tuple."""
    return span.doc_id, span.begin, span.end


def evidence_record(evidence: Evidence) -> EvidenceRecord:
    """Evidence as plain data."""
    span = evidence.span
    return {
        "document": span.doc_id,
        "begin": span.begin,
        "end": span.end,
        "quote": evidence.quote,
        "rule": evidence.rule,
    }


def claim_record(claim: Claim, disputed: bool) -> ClaimRecord:
    """A claim as plain data; evidence and triggers in the order of the text."""
    return {
        "id": claim.id,
        "subject": claim.subject,
        "predicate": claim.predicate,
        "object": claim.object.value,
        "datatype": claim.object.datatype,
        "factuality": claim.factuality.value,
        "disputed": disputed,
        "sources": claim.sources,
        "independent_sources": claim.independent_sources,
        "confidence": claim.confidence,
        "evidence": tuple(evidence_record(e) for e in sorted(claim.evidence)),
        "triggers": tuple(stretch(s) for s in sorted(claim.triggers)),
    }


def document_records(documents: tuple[Document, ...]) -> Mapping[str, DocumentRecord]:
    """Documents by id, as plain data."""
    return {
        d.id: {
            "identifier": d.identifier,
            "title": d.title,
            "date": d.published.edtf if d.published else None,
            "publisher": d.publisher,
            "url": d.url,
            "language": d.language,
        }
        for d in sorted(documents, key=lambda d: d.id)
    }
