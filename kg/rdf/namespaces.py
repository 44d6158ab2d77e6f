"""The vocabularies of the exported graph and their prefixes, in the order in which files declare them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from rdflib import Namespace, URIRef
from rdflib.namespace import DCTERMS, OWL, PROV, RDF, RDFS, SH, SKOS, XSD

from kg.errors import DataError

KG = Namespace("https://kg.example/ontology#")
SEM = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
GAF = Namespace("http://groundedannotationframework.org/gaf#")
NIF = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
SCHEMA = Namespace("https://schema.org/")
EDTF = Namespace("http://id.loc.gov/datatypes/edtf/")
GEO = Namespace("http://www.w3.org/2003/01/geo/wgs84_pos#")
SHAPES = Namespace("https://kg.example/shapes#")
VANN = Namespace("http://purl.org/vocab/vann/")

#: of the data; the ontology and the shapes add theirs
PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "dcterms": str(DCTERMS),
        "edtf": str(EDTF),
        "gaf": str(GAF),
        "geo": str(GEO),
        "kg": str(KG),
        "nif": str(NIF),
        "prov": str(PROV),
        "rdf": str(RDF),
        "rdfs": str(RDFS),
        "schema": str(SCHEMA),
        "sem": str(SEM),
        "skos": str(SKOS),
        "xsd": str(XSD),
    }
)
ONTOLOGY_PREFIXES: Mapping[str, str] = MappingProxyType(
    {**PREFIXES, "owl": str(OWL), "sh": str(SH), "shapes": str(SHAPES), "vann": str(VANN)}
)

__all__ = [
    "DCTERMS", "EDTF", "GAF", "GEO", "KG", "NIF", "ONTOLOGY_PREFIXES", "OWL", "PREFIXES", "PROV", "RDF", "RDFS",
    "SCHEMA", "SEM", "SH", "SHAPES", "SKOS", "VANN", "XSD", "expand",
]  # fmt: skip


def expand(name: str) -> URIRef:
    """The IRI of a prefixed name such as ``kg:agent``.

    Raises:
        DataError: if the prefix is unknown.
    """
    prefix, _, local = name.partition(":")
    if prefix not in ONTOLOGY_PREFIXES or not local:
        known = ", ".join(ONTOLOGY_PREFIXES)
        raise DataError(f"{name!r} is not a prefixed name; use one of the prefixes {known}")
    return URIRef(ONTOLOGY_PREFIXES[prefix] + local)
