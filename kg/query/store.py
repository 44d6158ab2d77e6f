"""The graph of an output folder, ready for SPARQL."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import InputError
from kg.query.guard import explain, refuse_federation
from kg.query.parameters import Value, bind
from kg.query.results import Answer, Table, Triples, Truth
from kg.rdf.namespaces import PREFIXES

#: what a build writes
TURTLE, TRIG = "graph.ttl", "graph.trig"


@dataclass(frozen=True, slots=True)
class Store:
    """A read-only graph in memory. Make it with :meth:`load` or :meth:`parse`."""

    _engine: ox.Store

    @classmethod
    def load(cls, folder: Path, *, status_graphs: bool = False) -> Store:
        """Read what a build wrote.

        Args:
            folder: the build's output folder; ``graph.ttl`` becomes the default graph.
            status_graphs: read ``graph.trig`` instead, which holds the same and a named graph for each status
                (``GRAPH kg:AllegedGraph { … }``).

        Raises:
            InputError: if the file is missing or is not what its name says.
        """
        path = folder / (TRIG if status_graphs else TURTLE)
        if not path.is_file():
            raise InputError(f"{path}: no such file; run `kg build INPUT -o {folder}` first")
        engine = ox.Store()
        try:
            engine.bulk_load(path=str(path), format=ox.RdfFormat.TRIG if status_graphs else ox.RdfFormat.TURTLE)
        except (SyntaxError, ValueError, OSError) as error:
            raise InputError(f"{path}: {error}; build the graph again") from error
        return cls(engine)

    @classmethod
    def parse(cls, turtle: str) -> Store:
        """A store with the triples of a Turtle text.

        Raises:
            InputError: if the text is not Turtle.
        """
        engine = ox.Store()
        try:
            engine.load(turtle, format=ox.RdfFormat.TURTLE)
        except (SyntaxError, ValueError) as error:
            raise InputError(f"not Turtle: {error}") from error
        return cls(engine)

    def __len__(self) -> int:
        return len(self._engine)

    def run(self, sparql: str, /, **bindings: Value) -> Answer:
        """Answer a SPARQL 1.1 query. The prefixes of :data:`kg.query.PREFIXES` need no declaration.

        Args:
            sparql: SELECT, ASK, CONSTRUCT or DESCRIBE.
            bindings: values for the ``$name`` parameters of the query, put in as literals.

        Raises:
            QueryError: in one line with the position, if the query is wrong, changes the graph or leaves this machine.
        """
        refuse_federation(sparql)
        bound = bind(sparql, bindings)
        try:
            return _answer(self._engine.query(bound, prefixes=dict(PREFIXES)))
        except (SyntaxError, ValueError, RuntimeError, OSError) as error:
            raise explain(sparql, error) from error


def _answer(result: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> Answer:
    if isinstance(result, ox.QueryBoolean):
        return Truth(bool(result))
    if isinstance(result, ox.QueryTriples):
        return Triples(tuple(sorted(set(result), key=str)))
    columns = tuple(variable.value for variable in result.variables)
    return Table(columns, tuple(tuple(solution) for solution in result))
