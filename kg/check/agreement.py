"""Whether ``graph.ttl`` and ``graph.trig`` say the same, and the status graphs say what the claims say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TypeAlias

import pyoxigraph as ox

from kg.model import Factuality, Result, Severity
from kg.rdf.namespaces import KG, RDF

_Triple: TypeAlias = tuple[str, str, str]


def twin_results(triples: ox.Dataset, quads: ox.Dataset) -> Iterator[Result]:
    """Differences between the Turtle file and the default graph of the TriG file."""
    left = {str(quad.triple) for quad in triples}
    right = {str(quad.triple) for quad in quads if isinstance(quad.graph_name, ox.DefaultGraph)}
    for where, only in (("graph.ttl", left - right), ("graph.trig", right - left)):
        if only:
            message = f"{len(only)} triples are not in the other file, the first is {min(only)}"
            yield Result(Severity.ERROR, "files-differ", where, message)


def status_results(quads: ox.Dataset) -> Iterator[Result]:
    """Triples of a status graph that no claim gives that status, and triples that are missing there."""
    expected, found = _expected(quads), _found(quads)
    for name in sorted({*expected, *found}):
        for triple in sorted(found[name] - expected[name]):
            yield Result(Severity.ERROR, "status-without-claim", name, f"no claim says so: {' '.join(triple)}")
        for triple in sorted(expected[name] - found[name]):
            yield Result(
                Severity.ERROR, "status-missing", name, f"a claim says so, and it is missing: {' '.join(triple)}"
            )


def _found(quads: ox.Dataset) -> dict[str, set[_Triple]]:
    named: dict[str, set[_Triple]] = defaultdict(set)
    for quad in quads:
        if isinstance(quad.graph_name, ox.NamedNode):
            named[quad.graph_name.value].add((str(quad.subject), str(quad.predicate), str(quad.object)))
    return named


def _expected(quads: ox.Dataset) -> dict[str, set[_Triple]]:
    said: dict[_Triple, set[str]] = defaultdict(set)
    for claim in {quad.subject for quad in quads.quads_for_predicate(_node(KG.factuality))}:
        subject, predicate, value = (
            next((str(q.object) for q in quads.quads_for_subject(claim) if q.predicate == _node(part)), "")
            for part in (RDF.subject, RDF.predicate, RDF.object)
        )
        statuses = (q.object for q in quads.quads_for_subject(claim) if q.predicate == _node(KG.factuality))
        said[subject, predicate, value] |= {getattr(s, "value", "").removeprefix(str(KG)) for s in statuses}
    named: dict[str, set[_Triple]] = defaultdict(set)
    for triple, statuses_said in said.items():
        for status in statuses_said - {Factuality.ASSERTED.value}:
            named[str(KG[f"{status}Graph"])].add(triple)
        if {Factuality.ASSERTED.value, Factuality.DENIED.value} <= statuses_said:
            named[str(KG.DisputedGraph)].add(triple)
    return named


def _node(iri: str) -> ox.NamedNode:
    return ox.NamedNode(str(iri))
