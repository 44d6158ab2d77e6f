"""The shapes of single nodes, checked by pySHACL."""

from __future__ import annotations

from collections.abc import Iterator

import pyshacl
from rdflib import RDF, SH, Graph
from rdflib.term import Node

from kg.model import Result, Severity

_SEVERITIES: dict[Node | None, Severity] = {
    SH.Violation: Severity.ERROR,
    SH.Warning: Severity.WARNING,
    SH.Info: Severity.INFO,
}
_VALUE_WIDTH = 80


def structure_results(data: Graph, ontology: Graph, shapes: Graph) -> Iterator[Result]:
    """What the shapes find, but for their SPARQL constraints (:func:`kg.check.constraints.constraint_results`).

    pySHACL runs a SPARQL constraint once for each node: for one article's graph that is seconds, for many, hours.
    """
    _, report, _ = pyshacl.validate(data, shacl_graph=without_constraints(shapes), ont_graph=ontology, inplace=False)
    if not isinstance(report, Graph):  # pySHACL returns an exception instead of raising it
        raise TypeError(f"pySHACL gave no report: {report!r}")
    yield from read_report(report)


def without_constraints(shapes: Graph) -> Graph:
    """The shapes without their SPARQL constraints."""
    constraints = set(shapes.objects(None, SH.sparql))
    kept = Graph()
    for triple in shapes:
        if triple[1] != SH.sparql and triple[0] not in constraints:
            kept.add(triple)
    return kept


def read_report(report: Graph) -> Iterator[Result]:
    """The results of a SHACL validation report; the code is the name of the shape or constraint."""
    for node in report.subjects(RDF.type, SH.ValidationResult):
        source = report.value(node, SH.sourceConstraint) or report.value(node, SH.sourceShape)
        yield Result(
            _SEVERITIES.get(report.value(node, SH.resultSeverity), Severity.ERROR),
            str(source).rpartition("#")[2],
            str(report.value(node, SH.focusNode)),
            with_value(str(report.value(node, SH.resultMessage)), report.value(node, SH.value)),
        )


def with_value(message: str, value: Node | None) -> str:
    """The message and the value that it is about, cut short if it is a whole text."""
    if value is None:
        return message
    shown = str(value)
    return f"{message}: {shown if len(shown) <= _VALUE_WIDTH else shown[:_VALUE_WIDTH] + '…'}"
