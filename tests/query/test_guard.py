import pytest

from kg.errors import QueryError
from kg.query import Store

EMPTY = Store.parse("")
# A port that nothing listens to: were a query let through, it would end in an error of the network, not in this one.
NOWHERE = "<http://127.0.0.1:9/>"


@pytest.mark.parametrize(
    "sparql",
    [
        f"SELECT * {{ SERVICE {NOWHERE} {{?s ?p ?o}} }}",
        f"SELECT * {{ service silent {NOWHERE} {{?s ?p ?o}} }}",
        f"SELECT * {{ ?a ?b 5SERVICE{NOWHERE} {{?s ?p ?o}} }}",
        "PREFIX ex: <http://127.0.0.1:9/> SELECT * { SERVICEex:a {?s ?p ?o} }",
        "PREFIX ex: <http://127.0.0.1:9/> SELECT * { ?a ?b 5SERVICEex:a {?s ?p ?o} }",
        f"PREFIX ex: <http://127.0.0.1:9/> SELECT * {{ ?a ?b ex:c.SERVICE{NOWHERE} {{?s ?p ?o}} }}",
        f"SELECT * {{ ?a ?b ?c.SERVICE{NOWHERE} {{?s ?p ?o}} }}",
        f"SELECT * {{ SERVICE#>\n#'''\n{NOWHERE} {{?s ?p ?o}} }} #'''",
        f"SELECT * {{ ?a ?b ?c FILTER(?a<?b)SERVICE#>\n{NOWHERE} {{?s ?p ?o}} }}",
        "SELECT * { ?a ?b ?e SERVICE ?e {?s ?p ?o} }",
        f"SELECT * {{ {{ SELECT * {{ OPTIONAL {{SERVICE{NOWHERE}{{?s ?p ?o}}}} }} }} }}",
    ],
)
def test_federation_is_refused_however_it_is_written(sparql: str) -> None:
    with pytest.raises(QueryError, match="SERVICE is refused"):
        EMPTY.run(sparql)


def test_the_line_of_a_refused_service_is_named() -> None:
    with pytest.raises(QueryError, match="line 3: SERVICE is refused"):
        EMPTY.run(f"SELECT *\n{{\nSERVICE {NOWHERE} {{}} }}")


@pytest.mark.parametrize(
    "sparql",
    [
        'ASK { ?s ?p "service de presse" }',
        "ASK { ?service schema:service ?y }",
        "ASK { ?s schema:service ?service . ?service ?p ?o } # le service",
        "ASK { ?x kg:customService ?y }",
    ],
)
def test_the_word_alone_is_allowed(sparql: str) -> None:
    EMPTY.run(sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "PREFIX ex: <http://ex.example/>\n# select\n  delete where { ?s ?p ?o }",
        "BASE <http://ex.example/> CLEAR ALL",
        "LOAD <http://127.0.0.1:9/>",
        "WITH <a:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_updates_are_refused_as_such_and_change_nothing(sparql: str) -> None:
    store = Store.parse("<a:a> <a:b> <a:c> .")
    with pytest.raises(QueryError, match=r"^[A-Z]+ is refused: the graph is read-only"):
        store.run(sparql)
    assert len(store) == 1


def test_a_syntax_error_is_one_line_with_its_position() -> None:
    with pytest.raises(QueryError, match=r"^syntax error at line 2, column \d+: expected [^\n]*$"):
        EMPTY.run("SELECT * WHERE {\n ?s ?p }")


def test_line_numbers_survive_values_with_line_breaks() -> None:
    with pytest.raises(QueryError, match="line 2,"):
        EMPTY.run("SELECT * WHERE { ?s ?p $x .\n ?s ?p }", x="a\nb\nc")


def test_an_unknown_prefix_is_one_line() -> None:
    with pytest.raises(QueryError, match=r"^[^\n]+$"):
        EMPTY.run("SELECT * { ?s nowhere:name ?o }")
