"""Sets of triples with names, independent of any store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

from rdflib import Graph, URIRef
from rdflib.term import Node

from kg.rdf.namespaces import PREFIXES

Triple: TypeAlias = tuple[Node, Node, Node]


@dataclass(frozen=True, slots=True)
class GraphSet:
    """A default graph and named graphs; order has no meaning, writers bring their own."""

    default: frozenset[Triple]
    named: Mapping[URIRef, frozenset[Triple]] = field(default_factory=lambda: MappingProxyType({}))
    base: str | None = None  #: of the data's IRIs, so that writers can shorten them

    def graph(self, name: URIRef | None = None) -> Graph:
        """The default graph, or the one of that name, for use with rdflib."""
        graph = Graph()
        for prefix, iri in PREFIXES.items():
            graph.bind(prefix, iri)
        for triple in self.default if name is None else self.named[name]:
            graph.add(triple)
        return graph
