from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import RDF, SKOS

from kg.errors import InputError
from kg.query import Store
from kg.query.dataset import read_dataset
from kg.rdf.namespaces import KG


def test_the_dataset_has_the_graph_and_those_of_each_status(sample_folder: Path, sample: Store) -> None:
    dataset = read_dataset(sample_folder)
    assert len(dataset.default_graph) == len(sample)
    assert list(dataset.graph(KG.DeniedGraph).subjects(RDF.type, KG.Escape))


def test_without_trig_it_is_the_turtle_file(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text('<a:s> <a:p> "1.50"^^<a:d>, "x"@fr, [] .', encoding="utf-8")
    graph = read_dataset(tmp_path).default_graph
    said = {o for o in graph.objects() if isinstance(o, rdflib.Literal)}
    assert said == {rdflib.Literal("1.50", datatype=rdflib.URIRef("a:d")), rdflib.Literal("x", lang="fr")}
    assert len(graph) == 3


def test_rdflib_reads_the_same_triples(sample_folder: Path) -> None:
    expected = rdflib.Graph().parse(sample_folder / "graph.ttl", format="turtle")
    found = read_dataset(sample_folder).default_graph
    assert set(found.subject_objects(SKOS.altLabel)) == set(expected.subject_objects(SKOS.altLabel))
    assert set(found) == set(expected)


def test_missing_and_broken_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"neither graph\.trig nor graph\.ttl"):
        read_dataset(tmp_path)
    (tmp_path / "graph.trig").write_text("<a:a", encoding="utf-8")
    with pytest.raises(InputError, match=r"graph\.trig: .*build the graph again"):
        read_dataset(tmp_path)
