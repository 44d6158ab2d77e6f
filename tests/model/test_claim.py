from dataclasses import replace

import pytest

from kg.model import Claim, Document, Evidence, Factuality, Span, Term, TermKind

DOCUMENT = Document("d", "d.txt", "Karim part. Karim dort.", "fr", "")
EVIDENCE = Evidence.read(DOCUMENT, Span("d", 0, 11), "fr/test")
CLAIM = Claim("e1", "agent", Term(TermKind.ENTITY, "e2"), Factuality.ASSERTED, (EVIDENCE,))


def test_evidence_quotes_the_text() -> None:
    assert EVIDENCE.quote == "Karim part."


def test_evidence_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="quote of 3 characters"):
        Evidence(Span("d", 0, 11), "abc", "fr/test")


def test_evidence_without_a_rule_is_refused() -> None:
    with pytest.raises(ValueError, match="without a rule"):
        Evidence.read(DOCUMENT, Span("d", 0, 5), "")


def test_a_claim_without_evidence_is_refused() -> None:
    with pytest.raises(ValueError, match="no evidence"):
        replace(CLAIM, evidence=())


@pytest.mark.parametrize("confidence", [-0.1, 1.1])
def test_a_confidence_outside_0_to_1_is_refused(confidence: float) -> None:
    with pytest.raises(ValueError, match="not between"):
        replace(CLAIM, confidence=confidence)


def test_where_a_claim_was_read_is_not_in_its_id() -> None:
    other = Evidence.read(DOCUMENT, Span("d", 12, 23), "fr/other")
    assert replace(CLAIM, evidence=(other,), confidence=0.5).id == CLAIM.id


@pytest.mark.parametrize(
    "other",
    [
        replace(CLAIM, subject="e3"),
        replace(CLAIM, predicate="patient"),
        replace(CLAIM, object=Term(TermKind.ENTITY, "e3")),
        replace(CLAIM, object=Term(TermKind.LITERAL, "e2")),
        replace(CLAIM, factuality=Factuality.DENIED),
        replace(CLAIM, sources=("e4",)),
    ],
    ids=["subject", "predicate", "object", "kind of object", "factuality", "sources"],
)
def test_what_a_claim_says_is_in_its_id_and_key(other: Claim) -> None:
    assert other.id != CLAIM.id
    assert other.key != CLAIM.key
