from pathlib import Path

import msgspec
import pytest

from kg.query import Store
from kg.rdf import to_graphs, trig, turtle
from kg.vocabulary import load_vocabulary
from tests.samples import sample_knowledge_base


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a build of the shared sample would have written."""
    folder = tmp_path_factory.mktemp("output")
    knowledge = sample_knowledge_base()
    graphs = to_graphs(knowledge, load_vocabulary())
    (folder / "graph.ttl").write_text(turtle(graphs), encoding="utf-8", newline="")
    (folder / "graph.trig").write_text(trig(graphs), encoding="utf-8", newline="")
    (folder / "knowledge.json").write_bytes(msgspec.json.encode(knowledge))
    (folder / "graph.html").write_text('<!doctype html><p title="a">é & b</p>', encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def sample(sample_folder: Path) -> Store:
    return Store.load(sample_folder)


@pytest.fixture(scope="session")
def by_hand() -> Store:
    return Store.parse((Path(__file__).parent / "graph.ttl").read_text(encoding="utf-8"))
