"""The stages in order, with an extractor that finds nothing: what is read, reported and written, and what is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg import pipeline
from kg.errors import DataError, InputError, OutputError
from kg.export import EXPORTERS
from kg.model import Document, DocumentFacts
from kg.pipeline import VIEW, build, extract_all, read_documents
from kg.rdf import BASE_IRI
from kg.settings import Settings

ENGLISH = "Police arrested three men in Casablanca on Monday, the public prosecutor said.\n"
GOOD = "La police a arrêté trois hommes à Casablanca, a indiqué le parquet.\n"


class Finder:
    """Finds nothing."""

    def extract(self, document: Document) -> DocumentFacts:
        return DocumentFacts(document)


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "_extractor", lambda _: Finder())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {"b.txt": GOOD, "a/z.md": GOOD * 2, "empty.txt": ""}.items():
        file = tmp_path / "in" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "in"


def test_a_build_reports_every_stage_and_writes_every_format(folder: Path, tmp_path: Path) -> None:
    said: list[tuple[str, int, int]] = []
    result = build(folder, tmp_path / "out", progress=lambda *call: said.append(call))
    assert [document.identifier for document in result.knowledge.documents] != []
    assert [skipped.identifier for skipped in result.skipped] == ["empty.txt"]
    assert list(result.seconds) == ["ingest", "extract", "resolve", "export"]
    assert all(seconds >= 0 for seconds in result.seconds.values())
    assert result.files == tuple(tmp_path / "out" / name for name in Settings().formats)
    assert sorted(tmp_path.joinpath("out").iterdir()) == sorted(result.files)
    assert said == [
        ("ingest", 1, 0), ("ingest", 2, 0), ("ingest", 3, 0),
        ("extract", 0, 2), ("extract", 1, 2), ("extract", 2, 2), ("resolve", 1, 1), ("export", 4, 4),
    ]  # fmt: skip


def test_documents_come_in_the_order_of_their_names(folder: Path) -> None:
    documents, skipped, warnings = read_documents(folder, Settings())
    assert [document.identifier for document in documents] == ["a/z.md", "b.txt"]
    assert [(s.identifier, s.reason.split(":")[0]) for s in skipped] == [("empty.txt", "no text")]
    assert warnings == ()


def test_a_document_in_another_language_is_read_with_a_warning(folder: Path) -> None:
    (folder / "en.txt").write_text(ENGLISH, encoding="utf-8")
    documents, _, (warning,) = read_documents(folder, Settings())
    assert len(documents) == 3
    assert warning == "en.txt: nothing in it is in 'fr'; no events are read in 'en'"


def test_facts_keep_the_order_of_the_documents(folder: Path) -> None:
    documents, _, _ = read_documents(folder, Settings())
    backwards = documents[::-1]
    told, unread = extract_all(backwards, Settings())
    assert [facts.document for facts in told] == backwards
    assert unread == ()


class Breaking(Finder):
    """Fails at one document."""

    def extract(self, document: Document) -> DocumentFacts:
        if document.identifier == "b.txt":
            raise KeyError("lost")
        return super().extract(document)


def test_a_fault_in_one_document_loses_no_other(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "_extractor", lambda _: Breaking())
    result = build(folder, tmp_path / "out")
    assert [d.identifier for d in result.knowledge.documents] == ["a/z.md"]
    assert [(s.identifier, s.reason) for s in result.skipped][-1] == (
        "b.txt",
        "reading it failed (KeyError: 'lost'), a fault of kg: please report it",
    )


def test_nothing_is_built_of_nothing(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a" / "z.md").unlink()
    monkeypatch.setattr(pipeline, "_extractor", lambda _: Breaking())
    with pytest.raises(InputError, match=r"no document could be read \(b.txt: reading it failed"):
        build(folder, tmp_path / "out")


def test_only_chosen_formats_are_written(folder: Path, tmp_path: Path) -> None:
    build(folder, tmp_path / "out", Settings(formats=("graph.trig",)))
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["graph.trig"]


def test_every_format_of_the_settings_is_known() -> None:
    assert set(Settings().formats) == {*EXPORTERS, VIEW}
    assert Settings().base_iri == BASE_IRI


@pytest.mark.parametrize(
    ("settings", "error"),
    [(Settings(formats=("graph.rdfxml",)), OutputError), (Settings(base_iri="kg"), InputError)],
    ids=["format", "base"],
)
def test_wrong_settings_are_refused_before_the_work(
    folder: Path, tmp_path: Path, settings: Settings, error: type[Exception]
) -> None:
    said: list[str] = []
    with pytest.raises(error):
        build(folder, tmp_path / "out", settings, lambda stage, *_: said.append(stage))
    assert said == []
    assert not (tmp_path / "out").exists()


def test_a_language_without_data_is_named(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(DataError, match="'xx'"):
        build(folder, tmp_path / "out", Settings(language="xx"))
    assert not (tmp_path / "out").exists()


def _fail(*_: object, **__: object) -> str:
    raise ZeroDivisionError


def _full(_: Path, target: Path) -> Path:
    raise OSError(28, "No space left on device", str(target))


@pytest.mark.parametrize(
    ("place", "what", "error"),
    [("kg.pipeline.render_html", _fail, ZeroDivisionError), ("pathlib.Path.replace", _full, OutputError)],
    ids=["a-bug-in-the-last-format", "a-full-disk"],
)
def test_what_fails_while_writing_leaves_the_old_files_and_no_others(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    place: str,
    what: Callable[..., object],
    error: type[Exception],
) -> None:
    output = tmp_path / "out"
    build(folder, output)
    before = {file.name: file.read_bytes() for file in output.iterdir()}
    (folder / "b.txt").write_text(GOOD * 3, encoding="utf-8")
    monkeypatch.setattr(place, what)
    with pytest.raises(error):
        build(folder, output)
    monkeypatch.undo()
    assert {file.name: file.read_bytes() for file in output.iterdir()} == before


def test_a_second_build_replaces_the_first(folder: Path, tmp_path: Path) -> None:
    build(folder, tmp_path / "out")
    before = (tmp_path / "out" / "graph.ttl").read_bytes()
    (folder / "b.txt").write_text(GOOD * 3, encoding="utf-8")
    build(folder, tmp_path / "out")
    assert (tmp_path / "out" / "graph.ttl").read_bytes() != before


def test_the_files_may_be_read_by_others(folder: Path, tmp_path: Path) -> None:
    build(folder, tmp_path / "out")
    assert {file.stat().st_mode & 0o777 for file in (tmp_path / "out").iterdir()} == {0o644}
