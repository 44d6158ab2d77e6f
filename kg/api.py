"""The Python interface: build or load a graph, then look at it as tables, networkx, RDF, or a page in a notebook."""

from __future__ import annotations

import html
import shutil
import tempfile
import weakref
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import networkx as nx
import pandas as pd
import rdflib

from kg.errors import InputError
from kg.graph import to_networkx
from kg.model import KnowledgeBase
from kg.query import Answer, Store, Table, Triples, Truth, Value, find_query, is_name, load_queries
from kg.query.dataset import read_dataset
from kg.rdf.namespaces import PREFIXES

if TYPE_CHECKING:
    from kg.settings import Settings

_KNOWLEDGE = "knowledge.json"
_PAGE = "graph.html"


@dataclass(frozen=True, slots=True)
class Page:
    """The viewer as a notebook shows it: in a frame that can run the page's own scripts and reach nothing else."""

    html: str = field(repr=False)
    height: int  #: CSS pixels

    def _repr_html_(self) -> str:
        # Without allow-same-origin the page has an origin of its own: it sees neither the notebook nor its cookies.
        return (
            f'<iframe sandbox="allow-scripts" srcdoc="{html.escape(self.html)}" title="kg" '
            f'style="width:100%;height:{self.height}px;border:0"></iframe>'
        )


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Graph:
    """A built graph. Make it with :func:`build` or :func:`load`; nothing in it can be changed."""

    folder: Path  #: where the build's files are
    store: Store = field(repr=False)  #: ``graph.ttl``, ready for SPARQL
    knowledge: KnowledgeBase | None = field(repr=False)  #: None if the folder has no ``knowledge.json``

    def query(self, query: str, /, **parameters: Value) -> pd.DataFrame:
        """Rows of a named query or of a SPARQL query.

        A SELECT gives its variables as columns; an ASK the column ``answer``; a CONSTRUCT or DESCRIBE the columns
        ``subject``, ``predicate`` and ``object``.

        Args:
            query: a name from ``docs/queries.md``, or SPARQL, in which ``kg:``, ``schema:`` … need no declaration.
            parameters: values for the named query's parameters or for the ``$name`` words of the SPARQL.

        Raises:
            QueryError: if the query is unknown or wrong, or a parameter is missing or unknown.
        """
        if is_name(query):
            named = find_query(query, load_queries())
            return _frame(self.store.run(named.sparql, **named.bindings(parameters)))
        return _frame(self.store.run(query, **parameters))

    def entities(self) -> pd.DataFrame:
        """One row an entity: id, type, label, mentions, iso_code, latitude, longitude (degrees, WGS 84)."""
        return self.query("entities")

    def events(self) -> pd.DataFrame:
        """One row an event, class and status: id, label, class, factuality, dates, places, mentions."""
        return self.query("events")

    def claims(self) -> pd.DataFrame:
        """One row a passage of evidence.

        Columns: id, subject, subject_label, predicate, object, object_label, factuality, sources, quote, document,
        begin and end (code points of the document), rule, confidence (0 to 1).
        """
        return self.query("claims")

    def documents(self) -> pd.DataFrame:
        """One row a document: id, identifier, published (EDTF), date_origin, language, url, claims."""
        return self.query("documents")

    def networkx(self) -> nx.MultiDiGraph[str]:
        """Entities and events as nodes, claims between them as edges; attributes are listed in ``docs/graph.md``.

        Raises:
            InputError: if the folder has no ``knowledge.json``.
        """
        if self.knowledge is None:
            raise InputError(f"{self.folder / _KNOWLEDGE}: no such file; build the graph again")
        return to_networkx(self.knowledge)

    def rdf(self) -> rdflib.Dataset:
        """A new rdflib dataset: the default graph, and a named graph for each status if ``graph.trig`` was written.

        Raises:
            InputError: if neither file can be read.
        """
        return read_dataset(self.folder)

    def view(self, height: int = 700) -> Page:
        """The viewer, to be shown by a notebook.

        Args:
            height: of the frame, CSS pixels.

        Raises:
            InputError: if the folder has no ``graph.html``.
        """
        return Page(_read(self.folder / _PAGE).decode("utf-8"), height)

    def _repr_html_(self) -> str | None:
        if not (self.folder / _PAGE).is_file():
            return None  # the notebook then shows the text form
        return self.view()._repr_html_()


def build(input: Path | str, output: Path | str | None = None, *, settings: Settings | None = None) -> Graph:
    """Read documents and make their graph.

    Args:
        input: a file or folder of documents.
        output: folder for the files; by default a temporary one that is removed with the graph.
        settings: of the stages; by default those of ``kg build``.

    Raises:
        KgError: if the input cannot be read or the output cannot be written.
    """
    # Here, not above: the stages bring in spaCy, which those who load a graph need not wait for.
    from kg.pipeline import build as run_stages
    from kg.settings import Settings

    folder = Path(output) if output is not None else Path(tempfile.mkdtemp(prefix="kg-"))
    result = run_stages(Path(input), folder, settings or Settings())
    graph = Graph(folder, Store.load(folder), result.knowledge)
    if output is None:
        weakref.finalize(graph, shutil.rmtree, folder, ignore_errors=True)
    return graph


def load(folder: Path | str) -> Graph:
    """The graph that a build wrote.

    Raises:
        InputError: if ``graph.ttl`` is missing, or a file is not what its name says.
    """
    path = Path(folder)
    return Graph(path, Store.load(path), _knowledge(path / _KNOWLEDGE))


def _knowledge(path: Path) -> KnowledgeBase | None:
    if not path.is_file():
        return None
    try:
        return msgspec.json.decode(_read(path), type=KnowledgeBase)
    except msgspec.DecodeError as error:
        raise InputError(f"{path}: {error}; build the graph again") from error


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}; build the graph again") from error


def _frame(answer: Answer) -> pd.DataFrame:
    if isinstance(answer, Truth):
        return pd.DataFrame({"answer": [answer.value]})
    if isinstance(answer, Triples):
        terms = tuple((t.subject, t.predicate, t.object) for t in answer.triples)
        answer = Table(("subject", "predicate", "object"), terms)
    return pd.DataFrame(list(answer.shortened(PREFIXES).rows), columns=list(answer.columns))
