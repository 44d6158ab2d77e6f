from pathlib import Path

import pytest

from kg.errors import InputError
from kg.query import Store, Table, Triples, Truth


def test_the_default_graph_is_the_turtle_file(sample: Store) -> None:
    assert sample.run("ASK { ?e a kg:Arrest }") == Truth(value=True)
    assert sample.run("ASK { GRAPH ?g { ?s ?p ?o } }") == Truth(value=False)


def test_what_is_denied_is_only_in_its_graph(sample_folder: Path, sample: Store) -> None:
    store = Store.load(sample_folder, status_graphs=True)
    assert store.run("ASK { GRAPH kg:DeniedGraph { ?e a kg:Escape } }") == Truth(value=True)
    assert store.run("ASK { ?e a kg:Escape }") == Truth(value=False)
    assert len(store) > len(sample)


def test_a_missing_folder_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"graph\.ttl: no such file; run `kg build INPUT -o "):
        Store.load(tmp_path)


def test_a_broken_file_is_named_with_the_line(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("<a:a> <a:b> .\n<a:c", encoding="utf-8")
    with pytest.raises(InputError, match=r"graph\.ttl: .*line 1"):
        Store.load(tmp_path)


def test_text_that_is_not_turtle_is_refused() -> None:
    with pytest.raises(InputError, match="not Turtle"):
        Store.parse("{")


def test_construct_and_describe_give_sorted_triples(by_hand: Store) -> None:
    answer = by_hand.run("CONSTRUCT { ?p skos:prefLabel ?l } WHERE { ?p a kg:Person ; skos:prefLabel ?l }")
    assert isinstance(answer, Triples)
    assert list(answer.triples) == sorted(answer.triples, key=str)
    assert len(answer.triples) == 2
    described = by_hand.run("DESCRIBE <https://news.example/id/anne>")
    assert isinstance(described, Triples)
    assert len(described.triples) == 2


def test_own_prefixes_win_over_the_known_ones(by_hand: Store) -> None:
    answer = by_hand.run("PREFIX kg: <a:> SELECT (kg:x AS ?y) {}")
    assert isinstance(answer, Table)
    assert answer.rows == (("a:x",),)
