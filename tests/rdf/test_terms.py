"""Values of the model as RDF terms."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import XSD, Literal, URIRef

from kg.model import Span, Term, TermKind
from kg.rdf.namespaces import EDTF, KG
from kg.rdf.terms import Names, decimal, literal_or_class, number, text, web_address

_ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@pytest.mark.parametrize(
    ("url", "iri"),
    [
        ("https://a.example/b?c=d&e=f#g", "https://a.example/b?c=d&e=f#g"),
        ("HTTP://a.example/", "HTTP://a.example/"),
        (" https://a.example/x y\n", "https://a.example/x%20y"),
        ('https://a.example/"><script>', "https://a.example/%22%3E%3Cscript%3E"),
        ("https://a.example/déjà%20vu", "https://a.example/d%C3%A9j%C3%A0%20vu"),
    ],
)
def test_a_web_address_becomes_a_valid_iri(url: str, iri: str) -> None:
    assert web_address(url) == URIRef(iri)


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "ftp://a.example", "a.example/b", "", "https://[", "http://x/%zz"],
)
def test_what_is_no_web_address_stays_a_string(url: str) -> None:
    assert web_address(url) == Literal(url)


@given(_ANY | _ANY.map("https://".__add__) | _ANY.map("http://a.example/".__add__))
def test_an_address_is_always_an_iri_that_stores_accept_or_its_own_characters(url: str) -> None:
    term = web_address(url)
    if isinstance(term, URIRef):
        assert ox.NamedNode(str(term)).value == str(term)
    else:
        assert term == Literal(url)


@given(st.sampled_from(["doc", "entity"]), _ANY, _ANY)
def test_ids_give_iris_that_differ_as_the_ids_do(kind: str, left: str, right: str) -> None:
    names = Names("https://a.example/id/")
    iris = names.thing(kind, left), names.thing(kind, right)
    assert (iris[0] == iris[1]) == (left == right)
    assert ox.NamedNode(str(iris[0])).value.startswith(f"https://a.example/id/{kind}/")


def test_a_span_is_named_by_its_document_and_offsets() -> None:
    assert str(Names("https://a.example/").span(Span("x", 241, 251))) == "https://a.example/doc/x#char=241,251"


@pytest.mark.parametrize(
    ("value", "digits", "lexical"),
    [(0.875, 2, "0.88"), (1.0, 2, "1.00"), (-7.61138, None, "-7.61138"), (1e-7, None, "0.0000001"),
     (33.0, None, "33.0"), (1e22, None, "10000000000000000000000.0"), (1.0, 0, "1.0")],
)  # fmt: skip
def test_decimals_have_a_point_and_no_exponent(value: float, digits: int | None, lexical: str) -> None:
    assert (str(decimal(value, digits)), decimal(value, digits).datatype) == (lexical, XSD.decimal)


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (Term(TermKind.EVENT_CLASS, "Arrest"), KG.Arrest),
        (Term(TermKind.LITERAL, ">=14"), Literal(">=14")),
        (Term(TermKind.LITERAL, "avocat", "string"), Literal("avocat")),
        (Term(TermKind.LITERAL, "34", "integer"), Literal("34", datatype=XSD.integer)),
        (Term(TermKind.LITERAL, "about 34", "integer"), Literal("about 34")),
        (Term(TermKind.LITERAL, "XXXX-09-09", "edtf"), Literal("XXXX-09-09", datatype=EDTF.EDTF)),
    ],
)
def test_objects_of_claims(term: Term, expected: URIRef | Literal) -> None:
    assert literal_or_class(term) == expected


def test_a_number_is_an_integer() -> None:
    assert number(7) == Literal(7)


@pytest.mark.parametrize(("language", "kept"), [("fr", "fr"), ("zh-hant", "zh-hant"), ("", None), ("fr_FR", None)])
def test_only_a_well_formed_language_is_kept(language: str, kept: str | None) -> None:
    assert text("a", language).language == kept
