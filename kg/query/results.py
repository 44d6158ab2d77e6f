"""What a query gives: a table, a truth value or triples, independent of the engine's iterators."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

import pyoxigraph as ox

#: what a cell of a table can be in Python
Cell: TypeAlias = str | int | float | bool | None

#: what a variable can be bound to
Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

_XSD = "http://www.w3.org/2001/XMLSchema#"
_INTEGERS = frozenset(
    _XSD + name
    for name in (
        "integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger", "nonPositiveInteger",
        "negativeInteger", "unsignedInt", "unsignedLong", "unsignedShort", "unsignedByte",
    )
)  # fmt: skip
_FLOATS = frozenset(_XSD + name for name in ("decimal", "double", "float"))


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a SELECT, in the query's order.

    ``terms`` keeps languages, datatypes and the difference between an IRI and a text; ``rows`` is for people.
    """

    columns: tuple[str, ...]
    terms: tuple[tuple[Term | None, ...], ...]
    prefixes: tuple[tuple[str, str], ...] = ()  #: (prefix, IRI) by which ``rows`` shortens IRIs; none: IRIs whole

    @property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """The cells as Python values; an unbound variable is ``None``."""
        return tuple(tuple(self._cell(term) for term in row) for row in self.terms)

    def shortened(self, prefixes: Mapping[str, str]) -> Table:
        """The same table whose ``rows`` show ``kg:Attack`` for the whole IRI, longest namespace first."""
        ordered = sorted(prefixes.items(), key=lambda item: (-len(item[1]), item[0]))
        return replace(self, prefixes=tuple(ordered))

    def _cell(self, term: Term | None) -> Cell:
        if isinstance(term, ox.NamedNode):
            return _shorten(term.value, self.prefixes)
        return python_value(term)


@dataclass(frozen=True, slots=True)
class Truth:
    """The answer of an ASK."""

    value: bool


@dataclass(frozen=True, slots=True)
class Triples:
    """What a CONSTRUCT or DESCRIBE gives, sorted."""

    triples: tuple[ox.Triple, ...]


Answer: TypeAlias = Table | Truth | Triples


def python_value(term: Term | None) -> Cell:
    """A term as a Python value: numbers and booleans by their datatype, all else as text."""
    if term is None:
        return None
    if not isinstance(term, ox.Literal):
        return term.value if isinstance(term, ox.NamedNode) else str(term)
    return _number(term.value, term.datatype.value)


def _number(text: str, datatype: str) -> Cell:
    try:
        if datatype in _INTEGERS:
            return int(text)
        if datatype in _FLOATS:
            return float(text)
    except ValueError:  # RDF allows a literal that its datatype does not: shown as it stands
        return text
    if datatype == _XSD + "boolean" and text in ("true", "1", "false", "0"):
        return text in ("true", "1")
    return text


def _shorten(iri: str, prefixes: tuple[tuple[str, str], ...]) -> str:
    for prefix, namespace in prefixes:
        if iri.startswith(namespace) and len(iri) > len(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
