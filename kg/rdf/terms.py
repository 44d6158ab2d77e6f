"""How identifiers, values and addresses of the model become RDF terms."""

from __future__ import annotations

import re
from decimal import Decimal
from urllib.parse import quote

from pyoxigraph import NamedNode
from rdflib import XSD, Literal, URIRef
from rdflib.term import Node

from kg.errors import InputError
from kg.model import Span, Term, TermKind
from kg.rdf.namespaces import EDTF, KG

_DATATYPES = {None: None, "string": None, "edtf": EDTF.EDTF, "integer": XSD.integer}
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
_WEB = re.compile(r"https?://", re.IGNORECASE)
#: what RFC 3987 lets stand in an IRI besides letters and digits; ``%`` only as an escape
_IRI_SAFE = ":/?#[]@!$&'()*+,;=-._~%"


def text(value: str, language: str | None = None) -> Literal:
    """A string, with its language if that is a well-formed tag (BCP 47)."""
    return Literal(value, lang=language if language and _LANGUAGE.fullmatch(language) else None)


def number(value: int) -> Literal:
    """An ``xsd:integer``."""
    return Literal(str(value), datatype=XSD.integer, normalize=False)


def decimal(value: float, digits: int | None = None) -> Literal:
    """An ``xsd:decimal``, rounded to ``digits`` after the point if that is given."""
    lexical = format(Decimal(repr(value)), "f") if digits is None else f"{value:.{digits}f}"
    return Literal(lexical if "." in lexical else f"{lexical}.0", datatype=XSD.decimal, normalize=False)


def edtf(value: str) -> Literal:
    """An uncertain date, as it stands."""
    return Literal(value, datatype=EDTF.EDTF, normalize=False)


def web_address(url: str) -> Node:
    """An IRI if ``url`` is a valid web address once escaped, else the same characters as a string."""
    escaped = quote(url.strip(), safe=_IRI_SAFE)
    if not _WEB.match(escaped):
        return Literal(url)
    try:
        return URIRef(NamedNode(escaped).value)
    except ValueError:
        return Literal(url)


class Names:
    """The IRIs of things under one base, e.g. ``https://kg.example/id/entity/3f…``.

    Raises:
        InputError: if the base is not a web address that ends in ``/`` or ``#``.
    """

    def __init__(self, base_iri: str) -> None:
        if not isinstance(web_address(base_iri), URIRef) or base_iri[-1] not in "/#":
            raise InputError(f"base IRI {base_iri!r}: expected http(s)://…, ending in / or #")
        self._base = str(web_address(base_iri))

    def thing(self, kind: str, id_: str) -> URIRef:
        """The IRI of a document, entity, event, claim, group, merge or decision."""
        return URIRef(f"{self._base}{kind}/{quote(id_, safe='')}")

    def single(self, name: str) -> URIRef:
        """The IRI of what there is one of: ``dataset``, ``run``."""
        return URIRef(self._base + name)

    def span(self, span: Span) -> URIRef:
        """The IRI of a stretch of text, after RFC 5147 (``#char=begin,end``)."""
        return URIRef(f"{self.thing('doc', span.doc_id)}#char={span.begin},{span.end}")


def literal_or_class(term: Term) -> Node:
    """The RDF term of a claim's object that is not an entity."""
    if term.kind is TermKind.EVENT_CLASS:
        return KG[term.value]
    if term.datatype == "integer" and not re.fullmatch(r"[+-]?\d+", term.value, re.ASCII):
        return Literal(term.value)  # an ill-typed literal would be refused by stores
    return Literal(term.value, datatype=_DATATYPES[term.datatype], normalize=False)
