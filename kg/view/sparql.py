"""The page's SPARQL part: Oxigraph's WebAssembly build, the graph as Turtle and the named queries."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any, Protocol

_ENGINE = "oxigraph-0.5.11"
#: characters of Turtle above which the part is left out: about 250,000 triples, which take a browser 4 s to read
LARGEST = 20_000_000


class PageParameter(Protocol):
    """What can be asked for."""

    @property
    def name(self) -> str:
        """The name after ``$`` in the query."""

    @property
    def default(self) -> str | int | float | bool | None:
        """``None``: it must be given."""

    @property
    def comment(self) -> str:
        """What it means."""


class PageQuery(Protocol):
    """A named query, as ``kg.query`` reads them."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def answers(self) -> Mapping[str, str]:
        """Language -> the question that it answers."""

    @property
    def parameters(self) -> Sequence[PageParameter]:
        """In the order in which they are asked for."""

    @property
    def sparql(self) -> str:
        """Its text."""


@dataclass(frozen=True, slots=True)
class SparqlPart:
    """What the page needs to query its graph; without an engine it says why there is none."""

    offered: Mapping[str, Any]  #: ``state``: ready, large or none; ``named``: the queries
    turtle: str | None = None
    script: str | None = None  #: Oxigraph's glue code
    engine: bytes | None = None  #: its WebAssembly, gzipped


def sparql_part(turtle: str | None, queries: Sequence[PageQuery]) -> SparqlPart:
    """The part for a graph; an empty one without Turtle or above :data:`LARGEST`."""
    if turtle is None or len(turtle) > LARGEST:
        return SparqlPart({"state": "none" if turtle is None else "large", "named": []})
    vendor = resources.files("kg.view").joinpath("vendor")
    return SparqlPart(
        {"state": "ready", "named": [_plain(query) for query in queries]},
        turtle,
        vendor.joinpath(f"{_ENGINE}.js").read_text(encoding="utf-8"),
        vendor.joinpath(f"{_ENGINE}.wasm.gz").read_bytes(),
    )


def encode(packed: bytes) -> str:
    """Bytes as text that can stand in an element."""
    return base64.b64encode(packed).decode("ascii")


def _plain(query: PageQuery) -> dict[str, Any]:
    return {
        "name": query.name,
        "answers": dict(query.answers),
        "parameters": [{"name": p.name, "default": p.default, "comment": p.comment} for p in query.parameters],
        "sparql": query.sparql,
    }
