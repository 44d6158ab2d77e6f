import pytest

from kg.query import Store, Table
from kg.query.results import Cell

EMPTY = Store.parse("")


def table(sparql: str) -> Table:
    answer = EMPTY.run(sparql)
    assert isinstance(answer, Table)
    return answer


@pytest.mark.parametrize(
    ("term", "cell"),
    [
        ('"a"', "a"),
        ('"a"@fr', "a"),
        ("7", 7),
        ('"-7"^^xsd:long', -7),
        ('"8"^^xsd:nonNegativeInteger', 8),
        ("0.50", 0.5),
        ("1e3", 1000.0),
        ("true", True),
        ('"0"^^xsd:boolean', False),
        ('"2013-06"^^edtf:EDTF', "2013-06"),
        ('"eight"^^xsd:integer', "eight"),
        ("kg:Attack", "https://kg.example/ontology#Attack"),
    ],
)
def test_cells_are_python_values(term: str, cell: Cell) -> None:
    (found,) = table(f"SELECT ?x {{ VALUES ?x {{ {term} }} }}").rows[0]
    assert (found, type(found)) == (cell, type(cell))


def test_an_unbound_variable_is_none() -> None:
    assert table("SELECT ?x ?y { VALUES ?x { 1 } }").rows == ((1, None),)


def test_iris_are_shortened_on_request_by_the_longest_namespace() -> None:
    answer = table("SELECT ?x { VALUES ?x { <http://a.example/b/c> <http://a.example/d> <http://a.example/b/> } }")
    prefixes = {"a": "http://a.example/", "b": "http://a.example/b/"}
    assert answer.shortened(prefixes).rows == (("b:c",), ("a:d",), ("a:b/",))
    assert answer.rows[1] == ("http://a.example/d",)
