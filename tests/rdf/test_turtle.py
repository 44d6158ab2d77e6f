"""The writer against two parsers, with hostile content."""

from __future__ import annotations

import io
import random
import time

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import example, given
from hypothesis import strategies as st
from rdflib import RDF, XSD, BNode, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from kg.rdf import BASE_IRI, GraphSet, turtle, write_trig, write_turtle
from kg.rdf.graphs import Triple
from kg.rdf.namespaces import EDTF, KG, PREFIXES
from kg.rdf.turtle import Writer

_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
_LOCALS = st.text("abcXYZ019._-/#=,~:éب", max_size=12)
_IRIS = st.builds(
    lambda namespace, local: URIRef(namespace + local), st.sampled_from([*PREFIXES.values(), BASE_IRI]), _LOCALS
).filter(lambda iri: _valid(iri))


def _valid(iri: str) -> bool:
    try:
        ox.NamedNode(iri)
    except ValueError:
        return False
    return True


_LITERALS = st.one_of(
    st.builds(Literal, _TEXTS),
    st.builds(lambda text, lang: Literal(text, lang=lang), _TEXTS, st.sampled_from(["fr", "ar", "fr-be"])),
    st.builds(lambda text: Literal(text, datatype=EDTF.EDTF), _TEXTS),
    st.builds(lambda n: Literal(str(n), datatype=XSD.integer, normalize=False), st.integers()),
    st.builds(lambda d: Literal(format(d, "f"), datatype=XSD.decimal, normalize=False),
              st.decimals(-1000, 1000, places=2)),
)  # fmt: skip
_TRIPLES = st.lists(st.tuples(_IRIS, _IRIS, _IRIS | _LITERALS), max_size=8)
_HOSTILE = [
    '"', '"""', '\\"""', "\\", "\\u0041", "a\nb", "a\r\nb", "\r", "\t", "\x00", "\x07", "\x7f", "\x85", "\u200f",
    "\u202egnp.exe", "\u2028", "\ufeff", "\U0001f600", "\U0010ffff", "\uffff", "'''", "<script>", "&lt;", "} .", "@fr",
]  # fmt: skip


def _graphs(triples: list[Triple]) -> GraphSet:
    return GraphSet(frozenset(triples), base=BASE_IRI)


def _as_oxigraph(term: rdflib.term.Node) -> str:
    """N-Triples by an independent hand."""
    if isinstance(term, Literal):
        datatype = ox.NamedNode(str(term.datatype)) if term.datatype else None
        return str(ox.Literal(str(term), language=term.language) if term.language else
                   ox.Literal(str(term), datatype=datatype))  # fmt: skip
    return str(ox.NamedNode(str(term)))


@given(_TRIPLES)
def test_oxigraph_reads_back_what_was_written(triples: list[Triple]) -> None:
    read = ox.parse(turtle(_graphs(triples)), format=ox.RdfFormat.TURTLE)
    found = {(str(q.subject), str(q.predicate), str(q.object)) for q in read}
    assert found == {(_as_oxigraph(s), _as_oxigraph(p), _as_oxigraph(o)) for s, p, o in triples}


@given(_TRIPLES)
def test_rdflib_reads_back_what_was_written(triples: list[Triple]) -> None:
    assert set(_lexical(turtle(_graphs(triples)))) == set(triples)


@pytest.mark.parametrize("text", _HOSTILE, ids=ascii)
def test_hostile_literals_survive_in_both_parsers(text: str) -> None:
    triple: Triple = (KG.a, KG.b, Literal(text))
    written = turtle(_graphs([triple]))
    assert set(_lexical(written)) == {triple}
    (quad,) = ox.parse(written, format=ox.RdfFormat.TURTLE)
    assert isinstance(quad.object, ox.Literal)
    assert quad.object.value == text


@pytest.mark.parametrize("text", ["\u202egnp.exe", "a\nb", "\x1b[31m", "\u200f"], ids=ascii)
def test_what_would_not_show_is_written_as_an_escape(text: str) -> None:
    written = turtle(_graphs([(KG.a, KG.b, Literal(text))]))
    assert not {c for c in written if not c.isprintable()} - {"\n"}
    assert "\nb" not in written


@given(_TRIPLES, st.randoms())
@example([(KG.a, KG.b, Literal(str(n))) for n in range(30)], random.Random(0))
def test_equal_content_gives_equal_bytes(triples: list[Triple], shuffler: random.Random) -> None:
    shuffled = shuffler.sample(triples, len(triples))
    writer = Writer(PREFIXES, BASE_IRI)
    assert list(writer.document(shuffled)) == list(Writer(PREFIXES, BASE_IRI).document(triples))


@pytest.mark.parametrize(
    "base", ["https://a.example/id/", "https://a.example/x/../id/", "https://a.example/id#", "http://a.example/?q=/"]
)
def test_iris_under_any_base_are_read_back(base: str) -> None:
    triples: list[Triple] = [(URIRef(f"{base}doc/x#char=1,2"), RDF.type, URIRef(f"{base}run"))]
    written = turtle(GraphSet(frozenset(triples), base=base))
    assert set(Graph().parse(data=written, format="turtle")) == set(triples)


def test_claims_begin_with_what_they_say() -> None:
    subject = KG.claim
    triples: list[Triple] = [
        (subject, KG.agent, KG.x), (subject, RDF.object, KG.x), (subject, RDF.type, KG.Claim),
    ]  # fmt: skip
    lines = "".join(Writer(PREFIXES).statements(triples))
    assert lines == "kg:claim a kg:Claim ;\n    rdf:object kg:x ;\n    kg:agent kg:x .\n"


def test_blank_nodes_and_lists_are_written_where_they_are_used() -> None:
    turtle_text = """@prefix kg: <https://kg.example/ontology#> .
        kg:a kg:b [ kg:c "d", [ kg:e kg:f ] ], ( kg:g [ kg:h "i" ] "j" ), [] ."""
    graph = Graph().parse(data=turtle_text, format="turtle")
    written = "".join(Writer(PREFIXES).document(graph))
    assert isomorphic(Graph().parse(data=written, format="turtle"), graph)


def test_bytes_do_not_depend_on_the_names_of_blank_nodes() -> None:
    def graph(first: str, second: str) -> list[Triple]:
        one, two = BNode(first), BNode(second)
        return [(KG.a, KG.b, one), (KG.a, KG.b, two), (one, KG.c, Literal("1")), (two, KG.c, Literal("2"))]

    assert list(Writer(PREFIXES).statements(graph("x", "y"))) == list(Writer(PREFIXES).statements(graph("y", "x")))


def test_a_blank_node_of_two_statements_is_refused() -> None:
    node = BNode()
    with pytest.raises(ValueError, match="1 blank nodes"):
        list(Writer(PREFIXES).statements([(KG.a, KG.b, node), (KG.c, KG.b, node), (node, KG.d, KG.e)]))


def test_a_blank_node_that_nothing_points_to_is_refused() -> None:
    with pytest.raises(ValueError, match="1 blank nodes"):
        list(Writer(PREFIXES).statements([(BNode(), KG.d, KG.e)]))


def test_named_graphs_follow_the_default_graph_by_name() -> None:
    triple: Triple = (KG.s, KG.p, KG.o)
    graphs = GraphSet(frozenset([triple]), {KG.B: frozenset([triple]), KG.A: frozenset([triple])})
    out, alone = io.StringIO(), io.StringIO()
    write_trig(graphs, out)
    write_turtle(graphs, alone)
    assert out.getvalue() == (
        alone.getvalue() + "\nkg:A {\n    kg:s kg:p kg:o .\n}\n" + "\nkg:B {\n    kg:s kg:p kg:o .\n}\n"
    )


def test_a_hundred_thousand_triples_take_seconds() -> None:
    triples: frozenset[Triple] = frozenset(
        (URIRef(f"{BASE_IRI}doc/{n // 5}#char={n},{n + 1}"), KG.b, Literal(f"words {n}")) for n in range(100_000)
    )
    begun = time.process_time()
    written = turtle(GraphSet(triples, base=BASE_IRI))
    assert time.process_time() - begun < 10  # a tenth of that is usual; rdflib's own writer takes longer
    assert written.count("\n") > 100_000


def _lexical(written: str) -> Graph:
    """Parse with rdflib, lexical forms as they stand."""
    rdflib.NORMALIZE_LITERALS, before = False, rdflib.NORMALIZE_LITERALS
    try:
        return Graph().parse(data=written, format="turtle")
    finally:
        rdflib.NORMALIZE_LITERALS = before
