"""A build's RDF for those who work with rdflib."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import rdflib

from kg.errors import InputError
from kg.query.store import TRIG, TURTLE


def read_dataset(folder: Path) -> rdflib.Dataset:
    """A new rdflib dataset: the default graph, and a named graph for each status if ``graph.trig`` was written.

    Read by Oxigraph's parser, ten times as fast as rdflib's, which also warns about itself; literals stay as written.

    Raises:
        InputError: if neither file is there, or it is not what its name says.
    """
    formats = {folder / TRIG: ox.RdfFormat.TRIG, folder / TURTLE: ox.RdfFormat.TURTLE}
    path = next((path for path in formats if path.is_file()), None)
    if path is None:
        raise InputError(f"{folder}: neither {TRIG} nor {TURTLE}; run `kg build INPUT -o {folder}` first")
    dataset = rdflib.Dataset()
    try:
        for quad in ox.parse(path=str(path), format=formats[path]):
            graph = quad.graph_name
            target = dataset.default_graph if isinstance(graph, ox.DefaultGraph) else dataset.graph(_name(graph))
            target.add((_name(quad.subject), rdflib.URIRef(quad.predicate.value), _term(quad.object)))
    except (SyntaxError, ValueError, OSError) as error:
        raise InputError(f"{path}: {error}; build the graph again") from error
    return dataset


def _name(term: object) -> rdflib.URIRef | rdflib.BNode:
    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    raise ValueError(f"{term} is a triple term, which rdflib does not know")


def _term(term: object) -> rdflib.URIRef | rdflib.BNode | rdflib.Literal:
    if not isinstance(term, ox.Literal):
        return _name(term)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    plain = term.datatype.value == str(rdflib.XSD.string)
    datatype = None if plain else rdflib.URIRef(term.datatype.value)
    return rdflib.Literal(term.value, datatype=datatype, normalize=False)
