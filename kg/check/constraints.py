"""The SPARQL constraints of the shapes, each run once over the whole graph by Oxigraph."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox
from rdflib import RDF, SH, Graph, Literal
from rdflib.term import Node

from kg.check.structure import with_value
from kg.model import Result, Severity


def constraint_results(triples: ox.Dataset, ontology: Graph, shapes: Graph) -> Iterator[Result]:
    """What the constraints find in the data and the ontology together."""
    store = ox.Store()
    store.bulk_extend(triples)
    store.bulk_load(ontology.serialize(format="nt", encoding="utf-8"), format=ox.RdfFormat.N_TRIPLES)
    prefixes = _prefixes(shapes)
    for constraint in sorted(shapes.subjects(RDF.type, SH.SPARQLConstraint), key=str):
        yield from _run(store, shapes, constraint, prefixes)


def _run(store: ox.Store, shapes: Graph, constraint: Node, prefixes: str) -> Iterator[Result]:
    code = str(constraint).rpartition("#")[2]
    message = str(shapes.value(constraint, SH.message))
    solutions = store.query(prefixes + str(shapes.value(constraint, SH.select)))
    if not isinstance(solutions, ox.QuerySolutions):
        raise TypeError(f"{code}: a constraint is a SELECT query")
    for solution in solutions:
        found = solution["value"]
        value = Literal(found.value) if isinstance(found, ox.Literal | ox.NamedNode) else None
        where = solution["this"]
        yield Result(Severity.ERROR, code, getattr(where, "value", str(where)), with_value(message, value))


def _prefixes(shapes: Graph) -> str:
    declared = sorted(
        f"PREFIX {shapes.value(node, SH.prefix)}: <{shapes.value(node, SH.namespace)}>\n"
        for node in shapes.objects(None, SH.declare)
    )
    return "".join(declared)
