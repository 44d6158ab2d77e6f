"""The stages in order: ingest, extract, resolve, export. The only module that knows the order."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import cache
from importlib import metadata
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter

from kg.errors import DataError, InputError, OutputError
from kg.export import Source, get_exporter
from kg.extract import Extractor, load_extractor
from kg.ingest import Record, Skipped, copy_groups, load_passage_rules, make_document, read_records
from kg.language.profile import load_profile
from kg.model import Document, DocumentFacts, KnowledgeBase
from kg.query import load_queries
from kg.rdf import MadeBy, to_graphs
from kg.rdf.terms import Names
from kg.resolve import bind, find_decisions, read_decisions, resolve
from kg.settings import Settings
from kg.version import VERSION
from kg.view import render_html
from kg.vocabulary import load_vocabulary

VIEW = "graph.html"

#: called with a stage's name, what is done and what there is to do (0: not known)
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
        InputError: if nothing can be read, the base IRI is none, or the file of decisions is wrong.
        OutputError: if the output folder cannot be written or a format is unknown; nothing is half-written.
        DataError: if the model or a data file is missing.
    """
    settings = settings or Settings()
    _refuse(settings)
    lines = read_decisions(find_decisions(input_path, settings.decisions), required=settings.decisions is not None)
    clock = _Clock()
    with clock.stage("ingest"):
        documents, skipped, warnings = read_documents(input_path, settings, progress)
    _prepare(output, settings.formats)
    with clock.stage("extract"):
        facts, unread = extract_all(documents, settings, progress)
        if not facts:
            raise InputError(f"{input_path}: no document could be read ({unread[0].identifier}: {unread[0].reason})")
    with clock.stage("resolve"):
        knowledge = resolve(facts, copy_groups([f.document for f in facts]), bind(lines, facts))
        progress("resolve", 1, 1)
    with clock.stage("export"):
        files = write(knowledge, output, settings)
        progress("export", len(files), len(files))
    return BuildResult(knowledge, (*skipped, *unread), (*warnings, *_not_applied(knowledge)), clock.seconds, files)


def _not_applied(knowledge: KnowledgeBase) -> Iterator[str]:
    """What of humans' decisions no longer applies, or goes against another."""
    for decision in knowledge.decisions:
        if decision.problem:
            yield f"{decision.where or 'decision'}: {decision.kind.value}: {decision.problem}"


def _refuse(settings: Settings) -> None:
    """Fail for wrong settings now, not after hours of reading."""
    Names(settings.base_iri)
    for name in settings.formats:
        if name != VIEW:
            get_exporter(name)


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
            warnings += _foreign(read, settings.language)
        progress("ingest", count, 0)
    if not documents:
        reasons = "; ".join(f"{s.identifier}: {s.reason}" for s in skipped[:3])
        raise InputError(f"{path}: no document could be read ({reasons or 'it holds none'})")
    return documents, tuple(skipped), tuple(warnings)


def _foreign(document: Document, language: str) -> Iterator[str]:
    if document.passages and all(passage.language != language for passage in document.passages):
        yield f"{document.identifier}: nothing in it is in {language!r}; no events are read in {document.language!r}"


def extract_all(
    documents: Sequence[Document], settings: Settings, progress: Progress = _quiet
) -> tuple[list[DocumentFacts], tuple[Skipped, ...]]:
    """The facts of each document, in the order of the documents, and those in which the reading itself failed.

    Raises:
        DataError: if the model or a data file is missing, or a worker process dies.
    """
    characters = sum(len(d.text) for d in documents)
    processes = min(settings.processes, characters // settings.characters_per_process, len(documents))
    progress("extract", 0, len(documents))
    done: list[DocumentFacts] = []
    unread: list[Skipped] = []
    for number, read in enumerate(_extracted(documents, settings.language, processes), 1):
        if isinstance(read, Skipped):
            unread.append(read)
        else:
            done.append(read)
        progress("extract", number, len(documents))
    return done, tuple(unread)


def _extracted(documents: Sequence[Document], language: str, processes: int) -> Iterator[DocumentFacts | Skipped]:
    if processes <= 1:
        _extractor(language)  # a missing model fails at once
        yield from (_work(document, language) for document in documents)
        return
    # Workers are started afresh: a forked one would inherit the locks of this process's threads.
    with ProcessPoolExecutor(processes, get_context("spawn"), _extractor, (language,)) as pool:
        try:
            yield from pool.map(_work, documents, [language] * len(documents))
        except BrokenProcessPool as error:
            raise DataError("a worker process ended early, perhaps for lack of memory; use fewer processes") from error


@cache
def _extractor(language: str) -> Extractor:
    """Kept for the next build of this process: loading the model takes seconds."""
    return load_extractor(language)


def _work(document: Document, language: str) -> DocumentFacts | Skipped:
    """What a document says; a fault of ours in one document loses no other, and is reported with its name."""
    try:
        return _extractor(language).extract(document)
    except DataError:
        raise
    except Exception as error:  # noqa: BLE001  # whatever it is: the others are read, this one is named
        fault = f"{type(error).__name__}: {error}"
        return Skipped(document.identifier, f"reading it failed ({fault}), a fault of kg: please report it")


def write(knowledge: KnowledgeBase, output: Path, settings: Settings) -> tuple[Path, ...]:
    """Write every format, each whole or not at all.

    Raises:
        OutputError: if a file cannot be written or a format is unknown.
    """
    vocabulary = load_vocabulary()
    graphs = to_graphs(knowledge, vocabulary, base_iri=settings.base_iri, made_by=_made_by(settings.language))
    source = Source(knowledge, graphs)

    def render(name: str) -> bytes:
        if name == VIEW:
            turtle = get_exporter("graph.ttl").render(source).decode()
            queries = tuple(load_queries().values())
            return render_html(
                knowledge, vocabulary, language=settings.language, turtle=turtle, queries=queries
            ).encode()
        return get_exporter(name).render(source)

    return _write_all((output / name, render(name)) for name in settings.formats)


def _made_by(language: str) -> MadeBy:
    model = load_profile(language).model
    return MadeBy(f"kg {VERSION}", f"{model} {metadata.version(model)}")


def _prepare(output: Path, names: Iterable[str]) -> None:
    try:
        output.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=output):
            pass
    except OSError as error:
        raise OutputError(f"{output}: cannot write here ({error.strerror}); choose another folder with -o") from error
    for file in (output / name for name in names):
        if file.is_dir():
            raise OutputError(f"{file}: cannot be written, it is a folder; choose another folder with -o")


def _write_all(contents: Iterable[tuple[Path, bytes]]) -> tuple[Path, ...]:
    """Write each file under a temporary name beside it, then rename all: old files stay until the new are whole."""
    with contextlib.ExitStack() as undo:
        ready = []
        for file, data in contents:
            temporary = _write_aside(file, data)
            undo.callback(temporary.unlink, missing_ok=True)
            ready.append((temporary, file))
        for temporary, file in ready:
            try:
                temporary.replace(file)
            except OSError as error:
                raise OutputError(f"{file}: cannot be written ({error.strerror}); remove what is there") from error
    return tuple(file for _, file in ready)


def _write_aside(file: Path, data: bytes) -> Path:
    try:
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
        with contextlib.ExitStack() as undo:
            undo.callback(Path(name).unlink, missing_ok=True)
            with os.fdopen(handle, "wb") as out:
                out.write(data)
            Path(name).chmod(0o644)  # mkstemp makes files that only their owner may read
            undo.pop_all()  # it is whole: nothing to undo
    except OSError as error:
        raise OutputError(f"{file}: cannot be written ({error.strerror}); choose another folder with -o") from error
    return Path(name)
