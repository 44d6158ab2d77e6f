"""Knowledge base to RDF: graphs, canonical Turtle and TriG, and the generated ontology and shapes."""

from kg.rdf.build import BASE_IRI, MadeBy, to_graphs
from kg.rdf.graphs import GraphSet, Triple
from kg.rdf.ontology import ontology_graph
from kg.rdf.shapes import shapes_graph
from kg.rdf.turtle import trig, turtle, write_trig, write_turtle

__all__ = [
    "BASE_IRI", "GraphSet", "MadeBy", "Triple", "ontology_graph", "shapes_graph", "to_graphs", "trig", "turtle",
    "write_trig", "write_turtle",
]  # fmt: skip
