"""SPARQL on a built graph: the store, named queries, and answers as text."""

from kg.query.named import NamedQuery, Parameter, find_query, is_name, load_queries
from kg.query.parameters import Value
from kg.query.render import FORMATS, render
from kg.query.results import Answer, Cell, Table, Triples, Truth
from kg.query.store import Store
from kg.rdf.namespaces import PREFIXES

__all__ = [
    "FORMATS",
    "PREFIXES",
    "Answer",
    "Cell",
    "NamedQuery",
    "Parameter",
    "Store",
    "Table",
    "Triples",
    "Truth",
    "Value",
    "find_query",
    "is_name",
    "load_queries",
    "render",
]
