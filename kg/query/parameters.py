"""Values put into a query as whole literals, so that no text of theirs can be read as SPARQL."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias

import pyoxigraph as ox

from kg.errors import QueryError

#: what a parameter can be
Value: TypeAlias = str | int | float | bool

# Strings, comments and IRIs are stepped over: a `$name` inside them is not a parameter. An IRI must begin with a
# letter, `#`, `/`, `.` or `_`, so that `?a<$b&&?c>?d` is read as two comparisons.
_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*"""'
    r"|'''(?:[^'\\]|\\.|'{1,2}(?!'))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r'|<[A-Za-z#/._][^\x00-\x20<>"{}|^`\\]*>'
    r"|\#[^\n\r]*"
    r"|\$(?P<name>\w+)",
    re.DOTALL,
)
#: integers that the engine calculates with; a comparison with a larger one would silently find nothing
_SMALLEST, _LARGEST = -(2**63), 2**63 - 1


def bind(sparql: str, values: Mapping[str, Value]) -> str:
    """The query with each ``$name`` of ``values`` replaced by its value as a SPARQL literal.

    Names that ``values`` lacks stay variables. The text is passed over once: a value that looks like a parameter is
    not replaced again, and since line breaks are escaped, line numbers in error messages stay true.

    Raises:
        QueryError: if the query has no such parameter, or a value is no text, number or truth value.
    """
    literals = {name: _literal(name, value) for name, value in values.items()}
    used: set[str] = set()

    def replace(match: re.Match[str]) -> str:
        name = match["name"]
        if name not in literals:
            return match[0]
        used.add(name)
        return literals[name]

    bound = _TOKEN.sub(replace, sparql)
    unused = sorted(set(literals) - used)
    if unused:
        raise QueryError(f"the query has no parameter ${', $'.join(unused)}")
    return bound


def _literal(name: str, value: Value) -> str:
    if not isinstance(value, str | int | float | bool):
        raise QueryError(f"parameter {name}: {type(value).__name__} given; allowed are text, numbers, true and false")
    if isinstance(value, int) and not _SMALLEST <= value <= _LARGEST:
        raise QueryError(f"parameter {name}: {value} is beyond 64 bits")
    try:
        return str(ox.Literal(value))
    except ValueError as error:  # half of a surrogate pair, which no encoding can write
        raise QueryError(f"parameter {name}: {value!r} is not Unicode text") from error
