import gc
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

import kg
from kg.errors import InputError, QueryError
from tests.query.conftest import sample_folder
from tests.samples import sample_knowledge_base

__all__ = ["sample_folder"]

COLUMNS = {
    "documents": ["id", "identifier", "published", "date_origin", "language", "url", "claims"],
    "entities": ["id", "type", "label", "mentions", "iso_code", "latitude", "longitude"],
    "events": ["id", "label", "class", "factuality", "dates", "places", "mentions"],
    "claims": [
        "id", "subject", "subject_label", "predicate", "object", "object_label", "factuality", "sources", "quote",
        "document", "begin", "end", "rule", "confidence",
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def graph(sample_folder: Path) -> kg.Graph:
    return kg.load(sample_folder)


@pytest.mark.parametrize("name", COLUMNS)
def test_frames_have_the_documented_columns(graph: kg.Graph, name: str) -> None:
    frame = getattr(graph, name)()
    page = (Path(__file__).parents[1] / "docs" / "api.md").read_text(encoding="utf-8")
    (row,) = (line for line in page.splitlines() if line.startswith(f"| `graph.{name}()`"))
    assert list(frame.columns) == COLUMNS[name]
    assert [word for word in row.split("`")[3::2] if word != "kg:Attack"] == COLUMNS[name]
    assert len(frame)


def test_there_is_a_row_for_each_thing(graph: kg.Graph) -> None:
    knowledge = sample_knowledge_base()
    assert len(graph.documents()) == len(knowledge.documents)
    assert len(graph.entities()) == len(knowledge.entities)
    assert set(graph.events()["label"]) == {event.label for event in knowledge.events}
    assert len(graph.claims()) == sum(len(claim.evidence) for claim in knowledge.claims)


def test_claims_quote_the_documents(graph: kg.Graph) -> None:
    texts = {document.identifier: document.text for document in sample_knowledge_base().documents}
    for row in graph.claims().itertuples():
        assert texts[str(row.document)][int(str(row.begin)) : int(str(row.end))] == row.quote


def test_sources_of_a_chain_are_in_one_cell(graph: kg.Graph) -> None:
    assert "DGSN; Sahel Info" in set(graph.claims()["sources"])


def test_knowledge_survives_the_file(graph: kg.Graph) -> None:
    assert graph.knowledge == sample_knowledge_base()


def test_queries_by_name_and_by_sparql_agree(graph: kg.Graph) -> None:
    named = graph.query("organizations", name="atlas network")
    sparql = "SELECT (STR(?name) AS ?label) { ?o a kg:Organization ; skos:prefLabel ?name ; skos:altLabel $alias }"
    assert set(named["label"]) == {"Réseau Atlas"}
    assert graph.query(sparql.replace("$alias", '"Atlas Network"@en'))["label"].tolist() == ["Réseau Atlas"]


def test_ask_and_construct_are_frames_too(graph: kg.Graph) -> None:
    assert graph.query("ASK { ?e a $word }", word="x")["answer"].tolist() == [False]
    frame = graph.query("CONSTRUCT { ?e a kg:Arrest } WHERE { ?e a kg:Arrest }")
    assert frame.to_numpy().tolist() == [["https://kg.example/id/event/arrest", "rdf:type", "kg:Arrest"]]


def test_an_unknown_query_is_an_error(graph: kg.Graph) -> None:
    with pytest.raises(QueryError, match="no query 'nothing'"):
        graph.query("nothing")


def test_the_network_has_the_entities_and_events(graph: kg.Graph) -> None:
    network = graph.networkx()
    knowledge = sample_knowledge_base()
    assert len(network) == len(knowledge.entities) + len(knowledge.events)


def test_rdf_has_a_graph_for_each_status(graph: kg.Graph) -> None:
    names = {str(g.identifier).rpartition("#")[2] for g in graph.rdf().graphs()}
    assert {"AllegedGraph", "DeniedGraph", "DisputedGraph", "HypotheticalGraph", "PlannedGraph"} <= names


def test_the_viewer_is_in_a_frame_that_reaches_nothing(graph: kg.Graph) -> None:
    shown = graph.view(height=300)._repr_html_()
    assert 'sandbox="allow-scripts" ' in shown
    assert "height:300px" in shown
    assert "&lt;p title=&quot;a&quot;&gt;é &amp; b&lt;/p&gt;" in shown
    assert graph._repr_html_() == graph.view()._repr_html_()


def test_the_text_form_is_short(graph: kg.Graph) -> None:
    assert len(repr(graph)) < 200
    assert len(repr(graph.view())) < 200


def test_a_folder_with_turtle_alone_can_be_queried(sample_folder: Path, tmp_path: Path) -> None:
    shutil.copy(sample_folder / "graph.ttl", tmp_path)
    graph = kg.load(str(tmp_path))
    assert len(graph.claims())
    assert graph._repr_html_() is None
    with pytest.raises(InputError, match=r"knowledge\.json: no such file; build the graph again"):
        graph.networkx()
    with pytest.raises(InputError, match=r"graph\.html: No such file"):
        graph.view()


def test_broken_knowledge_is_named(sample_folder: Path, tmp_path: Path) -> None:
    shutil.copy(sample_folder / "graph.ttl", tmp_path)
    (tmp_path / "knowledge.json").write_text('{"documents": 1}', encoding="utf-8")
    with pytest.raises(InputError, match=r"knowledge\.json: .*documents.*build the graph again"):
        kg.load(tmp_path)


@pytest.fixture
def stages(monkeypatch: pytest.MonkeyPatch, sample_folder: Path) -> list[tuple[Path, object]]:
    """Stand-ins for the stages, which need the trained model: they copy the sample's files."""
    calls: list[tuple[Path, object]] = []

    def run(source: Path, output: Path, settings: object) -> SimpleNamespace:
        calls.append((source, settings))
        shutil.copytree(sample_folder, output, dirs_exist_ok=True)
        return SimpleNamespace(knowledge=sample_knowledge_base())

    pipeline, settings = ModuleType("kg.pipeline"), ModuleType("kg.settings")
    vars(pipeline)["build"] = run
    vars(settings)["Settings"] = lambda: "default"
    for module in (pipeline, settings):
        monkeypatch.setitem(sys.modules, module.__name__, module)
    return calls


def test_build_writes_where_it_is_told(stages: list[tuple[Path, object]], tmp_path: Path) -> None:
    graph = kg.build("articles", tmp_path / "out")
    assert stages == [(Path("articles"), "default")]
    assert (graph.folder, graph.knowledge) == (tmp_path / "out", sample_knowledge_base())
    assert len(graph.events())


def test_a_temporary_build_is_removed_with_its_graph(stages: list[tuple[Path, object]]) -> None:
    graph = kg.build(Path("articles"))
    folder = graph.folder
    assert (folder / "graph.ttl").is_file()
    del graph
    gc.collect()
    assert not folder.exists()


def test_importing_the_package_brings_in_none_of_the_heavy_libraries() -> None:
    heavy = "{'spacy', 'pandas', 'rdflib', 'networkx', 'pyoxigraph'}"
    code = f"import sys, kg, kg.model; sys.exit(', '.join(sorted({heavy} & set(sys.modules))) or 0)"
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_importing_the_interface_does_not_bring_in_spacy() -> None:
    code = "import sys, kg.api; sys.exit('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_an_unknown_name_of_the_package_is_an_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        kg.nothing  # type: ignore[attr-defined]  # noqa: B018  # what is tested
