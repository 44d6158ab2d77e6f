from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from kg.query import load_queries
from tests.cli.conftest import Run

COUNT = "SELECT (COUNT(?p) AS ?persons) WHERE { ?p a kg:Person }"


def test_the_list_names_every_query_with_its_questions_and_parameters(run: Run, tmp_path: Path) -> None:
    lines = run("query", tmp_path, "--list").stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(load_queries())
    assert "[place= since= until=]" in next(line for line in lines if line.startswith("events-in-place-and-period"))
    assert "Which" in "".join(lines)


def test_sparql_may_be_an_argument_or_a_file(run: Run, sample_folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "count.rq"
    file.write_text(COUNT, encoding="utf-8")
    given = run("query", sample_folder, COUNT, "--format", "csv").stdout
    assert given == run("query", sample_folder, "-f", file, "--format", "csv").stdout
    assert given.splitlines()[0] == "persons"
    assert int(given.splitlines()[1]) > 0


def test_a_named_query_may_stand_as_argument_or_option(run: Run, sample_folder: Path) -> None:
    given = run("query", sample_folder, "organizations", "name=atlas").stdout
    assert given == run("query", sample_folder, "--name", "organizations", "name=atlas").stdout
    assert "Atlas" in given
    assert "Atlas" not in run("query", sample_folder, "organizations", "name=nobody").stdout


def test_parameters_of_sparql_are_values_not_text(run: Run, sample_folder: Path) -> None:
    sparql = "SELECT ?e { ?e skos:prefLabel ?label FILTER(CONTAINS(STR(?label), $part)) }"
    hostile = '" ) } #'
    assert run("query", sample_folder, sparql, f"part={hostile}", "--format", "csv").stdout == "e\n"


def test_the_formats_hold_the_same_rows(run: Run, sample_folder: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("query", sample_folder, "persons", "--format", "csv").stdout)))
    answer = json.loads(run("query", sample_folder, "persons", "--format", "json").stdout)
    bindings = answer["results"]["bindings"]
    assert len(rows) == len(bindings) > 0
    assert list(rows[0]) == answer["head"]["vars"]


def test_status_graphs_are_loaded_only_if_asked_for(run: Run, sample_folder: Path) -> None:
    ask = "ASK { GRAPH kg:AllegedGraph { ?s ?p ?o } }"
    assert run("query", sample_folder, ask).stdout == "false\n"
    assert run("query", sample_folder, ask, "--status-graphs").stdout == "true\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "no query"),
        (("nothing-of-that-name",), "there are accusations"),
        (("--name", "nothing-of-that-name"), "there are accusations"),
        (("persons", "name"), "not NAME=VALUE"),
        (("persons", "size=3"), "unknown parameter size"),
        (("SELECT ?x {",), "line 1"),
        (("-f", "missing.rq"), "missing.rq: cannot be read"),
        (("DELETE WHERE { ?s ?p ?o }",), "Error"),
        (("SELECT ?x { SERVICE <http://example.org/> { ?x ?y ?z } }",), "SERVICE"),
    ],
)
def test_a_wrong_query_is_one_line_and_status_1(
    run: Run, sample_folder: Path, arguments: tuple[str, ...], said: str
) -> None:
    result = run("query", sample_folder, *arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1
    assert said in result.stderr


def test_a_file_that_is_no_text_is_one_line(run: Run, sample_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "binary.rq").write_bytes(b"\xff\xfe\x00")
    result = run("query", sample_folder, "-f", tmp_path / "binary.rq")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1


def test_a_folder_without_a_graph_is_one_line(run: Run, tmp_path: Path) -> None:
    result = run("query", tmp_path, "persons")
    assert result.exit_code == 1
    assert "kg build" in result.stderr
    assert len(result.stderr.splitlines()) == 1
