"""Answers as text: for a terminal, for a spreadsheet, for a program."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Callable, Mapping
from types import MappingProxyType

import pyoxigraph as ox
from rich.cells import cell_len, chop_cells

from kg.errors import QueryError
from kg.query.results import Answer, Cell, Table, Term, Triples, Truth
from kg.rdf.namespaces import PREFIXES

#: columns of a terminal; a longer text is cut in ``table``, never in the other formats
_WIDEST = 60
_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
_RTL = frozenset(("R", "AL"))
# U+2068 … U+2069 isolate a cell from the direction of its neighbours (Unicode Standard Annex 9).
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"


def render(answer: Answer, form: str = "table") -> str:
    """The answer as text that ends in a line break.

    Args:
        answer: what :meth:`kg.query.Store.run` gave.
        form: a key of :data:`FORMATS`.

    Raises:
        QueryError: if there is no such format, or it cannot hold such an answer.
    """
    if form not in FORMATS:
        raise QueryError(f"no format {form!r}; choose one of {', '.join(FORMATS)}")
    return FORMATS[form](answer)


def as_table(answer: Answer) -> str:
    """Aligned columns; triples as Turtle. Texts over 60 columns are cut, IRIs shortened."""
    if isinstance(answer, Triples):
        return as_turtle(answer)
    if isinstance(answer, Truth):
        return _spell(answer.value) + "\n"
    cells = [answer.columns, *(tuple(map(_shown, row)) for row in answer.shortened(PREFIXES).rows)]
    widths = [max(cell_len(row[i]) for row in cells) for i in range(len(answer.columns))]
    head, *body = ["  ".join(map(_padded, row, widths)).rstrip() for row in cells]
    rule = "  ".join("─" * width for width in widths)
    return "\n".join([head, rule, *body, f"({len(body)})"]) + "\n"


def as_csv(answer: Answer) -> str:
    """Comma-separated values by RFC 4180: CRLF, quotes only where needed, nothing cut or shortened."""
    if isinstance(answer, Triples):
        raise QueryError("a CONSTRUCT or DESCRIBE query gives triples: choose table or turtle, or write a SELECT")
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    columns, rows = (("answer",), ((answer.value,),)) if isinstance(answer, Truth) else (answer.columns, answer.rows)
    writer.writerow(columns)
    writer.writerows(tuple(map(_spell, row)) for row in rows)
    return out.getvalue()


def as_json(answer: Answer) -> str:
    """SPARQL 1.1 Query Results JSON Format (W3C Recommendation of 21 March 2013)."""
    if isinstance(answer, Triples):
        raise QueryError("a CONSTRUCT or DESCRIBE query gives triples: choose table or turtle, or write a SELECT")
    content = {"head": {}, "boolean": answer.value} if isinstance(answer, Truth) else _json_table(answer)
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def as_turtle(answer: Answer) -> str:
    """Turtle of a CONSTRUCT or DESCRIBE."""
    if not isinstance(answer, Triples):
        raise QueryError("only a CONSTRUCT or DESCRIBE query gives Turtle: choose table, csv or json")
    out = io.BytesIO()
    ox.serialize(answer.triples, out, format=ox.RdfFormat.TURTLE, prefixes=dict(PREFIXES))
    return out.getvalue().decode()


#: every format by name
FORMATS: Mapping[str, Callable[[Answer], str]] = MappingProxyType(
    {"table": as_table, "csv": as_csv, "json": as_json, "turtle": as_turtle}
)


def _json_table(table: Table) -> dict[str, object]:
    bindings = [
        {column: _json_term(term) for column, term in zip(table.columns, row, strict=True) if term is not None}
        for row in table.terms
    ]
    return {"head": {"vars": list(table.columns)}, "results": {"bindings": bindings}}


def _json_term(term: Term) -> dict[str, object]:
    if isinstance(term, ox.Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: _json_term(part) for name, part in parts.items()}}
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    typed: dict[str, object] = {"type": "literal", "value": term.value}
    if term.language:
        typed["xml:lang"] = term.language
    elif term.datatype.value != _XSD_STRING:
        typed["datatype"] = term.datatype.value
    return typed


def _spell(cell: Cell) -> str:
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


def _shown(cell: Cell) -> str:
    """One line without characters that move the cursor or turn the text round; right-to-left text kept to its cell."""
    spaced = " ".join(_spell(cell).split())
    text = "".join(c for c in spaced if unicodedata.category(c) not in ("Cc", "Cf", "Cs"))
    if cell_len(text) > _WIDEST:
        text = chop_cells(text, _WIDEST - 1)[0] + "…"
    if any(unicodedata.bidirectional(c) in _RTL for c in text):
        return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}"
    return text


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cell_len(text))
