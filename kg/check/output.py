"""All checks of the files that a build writes."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
from rdflib import Graph

from kg.check.agreement import status_results, twin_results
from kg.check.constraints import constraint_results
from kg.check.structure import structure_results
from kg.model import Report, Result, Severity
from kg.rdf import ontology_graph, shapes_graph
from kg.vocabulary import Vocabulary

TURTLE, TRIG = "graph.ttl", "graph.trig"
_WORST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def check_output(folder: Path, vocabulary: Vocabulary) -> Report:
    """Check ``graph.ttl`` and ``graph.trig`` in ``folder`` against what every graph promises.

    Args:
        folder: what a build wrote.
        vocabulary: gives the ontology and the shapes; the files may be of an older one.
    """
    problems = [problem for name in (TURTLE, TRIG) for problem in _unreadable(folder / name)]
    if problems:
        return _report(problems)
    triples = ox.Dataset(ox.parse(path=folder / TURTLE))
    quads = ox.Dataset(ox.parse(path=folder / TRIG))
    ontology, shapes = ontology_graph(vocabulary), shapes_graph(vocabulary)
    data = Graph().parse(folder / TURTLE)
    return _report(
        [
            *structure_results(data, ontology, shapes),
            *constraint_results(triples, ontology, shapes),
            *twin_results(triples, quads),
            *status_results(quads),
        ]
    )


def _unreadable(file: Path) -> list[Result]:
    """Why a file cannot be checked."""
    if not file.is_file():
        return [Result(Severity.ERROR, "file-missing", str(file), "no such file; run `kg build` first")]
    try:
        for _ in ox.parse(path=file):
            pass
    except (SyntaxError, ValueError) as error:
        return [Result(Severity.ERROR, "file-unreadable", str(file), f"not valid {file.suffix[1:]}: {error}")]
    return []


def _report(results: list[Result]) -> Report:
    return Report(tuple(sorted(set(results), key=lambda r: (_WORST_FIRST.index(r.severity), r))))
