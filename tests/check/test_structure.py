"""Shapes of single nodes."""

from __future__ import annotations

import pytest
from rdflib import RDF, SH, Graph, Literal, URIRef

from kg.check.structure import read_report, structure_results, with_value, without_constraints
from kg.model import Result, Severity
from kg.rdf import ontology_graph, shapes_graph
from kg.rdf.namespaces import KG, SHAPES
from kg.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()


def test_constraints_are_left_to_the_faster_engine() -> None:
    shapes = shapes_graph(VOCABULARY)
    kept = without_constraints(shapes)
    assert list(kept.triples((None, SH.sparql, None))) == []
    assert list(kept.triples((None, SH.select, None))) == []
    assert len(set(kept.objects(None, SH.property))) == len(set(shapes.objects(None, SH.property)))


def test_a_bare_claim_lacks_everything() -> None:
    data = Graph()
    data.add((KG.bare, RDF.type, KG.Claim))
    found = set(structure_results(data, ontology_graph(VOCABULARY), shapes_graph(VOCABULARY)))
    assert {r.code for r in found} == {
        "claim-subject", "claim-predicate", "claim-object", "claim-factuality", "claim-evidence", "claim-rule",
        "claim-confidence", "claim-sources",
    }  # fmt: skip
    assert {r.where for r in found} == {str(KG.bare)}


@pytest.mark.parametrize(
    ("severity", "expected"),
    [(SH.Violation, Severity.ERROR), (SH.Warning, Severity.WARNING), (SH.Info, Severity.INFO)],
)
def test_severities_are_those_of_shacl(severity: URIRef, expected: Severity) -> None:
    report, node = Graph(), KG.result
    for predicate, value in (
        (RDF.type, SH.ValidationResult), (SH.resultSeverity, severity), (SH.sourceShape, SHAPES["span-end"]),
        (SH.focusNode, KG.x), (SH.resultMessage, Literal("no end")),
    ):  # fmt: skip
        report.add((node, predicate, value))
    assert list(read_report(report)) == [Result(expected, "span-end", str(KG.x), "no end")]


def test_a_whole_text_as_value_is_cut_short() -> None:
    assert with_value("m", None) == "m"
    assert with_value("m", Literal("v")) == "m: v"
    assert with_value("m", Literal("v" * 500)) == f"m: {'v' * 80}…"
