import csv
import io
import json

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from kg.errors import QueryError
from kg.query import FORMATS, Store, Table, render

STORE = Store.parse('<a:s> <a:p> "x"@fr, 5, "2013"^^<http://id.loc.gov/datatypes/edtf/EDTF>, <a:o> .')
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))


def table(*texts: str) -> Table:
    return Table(("a", "b"), tuple((ox.Literal(text), None) for text in texts))


def test_columns_are_aligned_and_iris_shortened() -> None:
    answer = STORE.run("SELECT ?type ?n { VALUES (?type ?n) { (kg:Attack 1) (kg:Arrest UNDEF) } }")
    assert render(answer) == "type       n\n─────────  ─\nkg:Attack  1\nkg:Arrest\n(2)\n"


@given(st.lists(texts, max_size=4))
def test_a_row_of_a_table_is_always_one_line(values: list[str]) -> None:
    lines = render(table(*values)).split("\n")
    assert len(lines) == len(values) + 4
    assert not any(ord(character) < 32 for line in lines for character in line)


@pytest.mark.parametrize("text", ["a\nb", "a\r\nb", "a\tb", "\x1b[31mred", "a\u202eb", "a\u2028b"])
def test_characters_that_move_or_turn_the_text_are_not_shown(text: str) -> None:
    row = render(table(text)).splitlines()[2]
    assert row.replace(" ", "") in ("ab", "[31mred")


def test_right_to_left_text_is_kept_to_its_cell() -> None:
    answer = Table(("name", "n"), ((ox.Literal("الدار"), ox.Literal(1)), (ox.Literal("abcde"), ox.Literal(2))))
    rows = render(answer).splitlines()
    assert rows[2] == "\u2068الدار\u2069  1"
    assert cell_len(rows[2]) == cell_len(rows[3])


def test_long_texts_are_cut_in_a_table_only() -> None:
    answer = table("é" * 100)
    assert render(answer).splitlines()[2] == "é" * 59 + "…"
    assert "é" * 100 in render(answer, "csv")
    assert "é" * 100 in render(answer, "json")


@given(st.lists(texts))
def test_csv_gives_every_text_back(values: list[str]) -> None:
    rows = list(csv.reader(io.StringIO(render(table(*values), "csv"), newline=""), strict=True))
    assert rows == [["a", "b"], *([value, ""] for value in values)]


def test_csv_is_rfc_4180() -> None:
    assert render(table('a "b", c\nd'), "csv") == 'a,b\r\n"a ""b"", c\nd",\r\n'


@given(st.lists(texts))
def test_json_is_read_back_by_another_reader_of_the_standard(values: list[str]) -> None:
    solutions = ox.parse_query_results(render(table(*values), "json"), ox.QueryResultsFormat.JSON)
    assert isinstance(solutions, ox.QuerySolutions)
    assert [tuple(solution) for solution in solutions] == [(ox.Literal(value), None) for value in values]


def test_json_keeps_kinds_languages_and_datatypes() -> None:
    answer = STORE.run("SELECT ?o { ?s ?p ?o } ORDER BY STR(?o)")
    bindings = json.loads(render(answer, "json"))["results"]["bindings"]
    assert [row["o"] for row in bindings] == [
        {"type": "literal", "value": "2013", "datatype": "http://id.loc.gov/datatypes/edtf/EDTF"},
        {"type": "literal", "value": "5", "datatype": "http://www.w3.org/2001/XMLSchema#integer"},
        {"type": "uri", "value": "a:o"},
        {"type": "literal", "value": "x", "xml:lang": "fr"},
    ]


def test_an_ask_in_every_format() -> None:
    answer = STORE.run("ASK { ?s ?p 5 }")
    assert (render(answer), render(answer, "csv")) == ("true\n", "answer\r\ntrue\r\n")
    assert json.loads(render(answer, "json")) == {"head": {}, "boolean": True}


def test_triples_are_turtle() -> None:
    answer = STORE.run("CONSTRUCT { ?s a kg:Person } WHERE { ?s ?p 5 }")
    assert render(answer) == render(answer, "turtle")
    assert Store.parse(render(answer)).run("SELECT * { ?s a kg:Person }") == STORE.run("SELECT ?s { ?s ?p 5 }")


@pytest.mark.parametrize(("sparql", "form"), [("CONSTRUCT WHERE {?s ?p ?o}", "csv"), ("ASK {}", "turtle")])
def test_a_format_that_cannot_hold_the_answer_says_which_can(sparql: str, form: str) -> None:
    with pytest.raises(QueryError, match="choose table"):
        render(STORE.run(sparql), form)


def test_an_unknown_format_names_those_that_exist() -> None:
    with pytest.raises(QueryError, match="no format 'xml'; choose one of table, csv, json, turtle"):
        render(table(), "xml")


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "turtle"])
def test_every_format_writes_an_empty_answer(form: str) -> None:
    assert render(table(), form).endswith("\n")
