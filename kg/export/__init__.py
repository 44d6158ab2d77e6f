"""Formats of a knowledge base: one tuple lists them; adding one is a function and a line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import msgspec

from kg.errors import OutputError
from kg.model import KnowledgeBase
from kg.rdf import GraphSet, trig, turtle


@dataclass(frozen=True, slots=True)
class Source:
    """What an exporter writes from."""

    knowledge: KnowledgeBase
    graphs: GraphSet


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format, by the name of the file that it fills."""

    file: str
    what: str
    render: Callable[[Source], bytes]


def _knowledge(source: Source) -> bytes:
    return msgspec.json.encode(source.knowledge) + b"\n"


_ALL = (
    Exporter("graph.ttl", "Turtle: entities, spans, claims, plain triples", lambda s: turtle(s.graphs).encode()),
    Exporter("graph.trig", "TriG: the same and a graph for each status", lambda s: trig(s.graphs).encode()),
    Exporter("knowledge.json", "the knowledge base, to be loaded again", _knowledge),
)
EXPORTERS: Mapping[str, Exporter] = {exporter.file: exporter for exporter in _ALL}


def get_exporter(file: str) -> Exporter:
    """The exporter of a file name.

    Raises:
        OutputError: if there is none; the message lists those that exist.
    """
    if file not in EXPORTERS:
        raise OutputError(f"no export is called {file!r}; choose from {', '.join(EXPORTERS)}")
    return EXPORTERS[file]
