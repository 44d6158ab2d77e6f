"""Turtle and TriG in canonical order: equal content gives equal bytes, whatever order it came in.

Source: RDF 1.1 Turtle and TriG, W3C Recommendations of 25 February 2014.
"""

from __future__ import annotations

import io
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TextIO

from rdflib import RDF, XSD, BNode, Literal
from rdflib.term import Node

from kg.rdf.graphs import GraphSet, Triple
from kg.rdf.namespaces import PREFIXES

_WIDTH = 110
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
#: what may follow the base in a relative reference and is resolved to the same IRI by every parser
_RELATIVE = re.compile(r"[A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+)?(?:#[A-Za-z0-9_=,-]+)?")
_PLAIN_BASE = re.compile(r"https?://[A-Za-z0-9.:-]+(?:/[A-Za-z0-9_~-]+)*/")
_BARE = {
    XSD.integer: re.compile(r"[+-]?[0-9]+"),
    XSD.decimal: re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    XSD.boolean: re.compile(r"true|false"),
}
#: quotes, backslashes, controls, bidirectional marks, line separators, byte-order marks: written so that they show
_HIDDEN = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff]')
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_NOT_IN_IRI = re.compile(r'[\x00-\x20<>"{}|\\^`]')


def turtle(graphs: GraphSet) -> str:
    """The default graph as Turtle."""
    out = io.StringIO()
    write_turtle(graphs, out)
    return out.getvalue()


def trig(graphs: GraphSet) -> str:
    """All graphs as TriG: the default graph, then the named ones by name."""
    out = io.StringIO()
    write_trig(graphs, out)
    return out.getvalue()


def write_turtle(graphs: GraphSet, out: TextIO) -> None:
    """Write the default graph as Turtle; open ``out`` as UTF-8 without newline translation."""
    out.writelines(Writer(PREFIXES, graphs.base).document(graphs.default))


def write_trig(graphs: GraphSet, out: TextIO) -> None:
    """Write all graphs as TriG; open ``out`` as UTF-8 without newline translation."""
    writer = Writer(PREFIXES, graphs.base)
    out.writelines(writer.document(graphs.default))
    for name in sorted(graphs.named):
        out.write(f"\n{writer.term(name)} {{\n")
        out.writelines(writer.statements(graphs.named[name], "    "))
        out.write("}\n")


class Writer:
    """Renders triples. Blank nodes are written inside the one statement that points to them.

    Args:
        prefixes: prefix -> namespace, declared in this order.
        base: written as ``@base`` if relative references to it are safe.
    """

    def __init__(self, prefixes: Mapping[str, str], base: str | None = None) -> None:
        self._prefixes = dict(prefixes)
        self._prefix_of = {namespace: prefix for prefix, namespace in prefixes.items()}
        self._base = base if base and _PLAIN_BASE.fullmatch(base) else None
        self._rendered: dict[Node, str] = {}

    def document(self, triples: Iterable[Triple]) -> Iterator[str]:
        """A whole file: declarations, then statements."""
        if self._base:
            yield f"@base <{self._base}> .\n"
        for prefix, namespace in self._prefixes.items():
            yield f"@prefix {prefix}: <{namespace}> .\n"
        yield "\n"
        yield from self.statements(triples)

    def statements(self, triples: Iterable[Triple], indent: str = "") -> Iterator[str]:
        """Statements by subject, ``a`` first, then ``rdf:``, then the rest, each in alphabetic order.

        Raises:
            ValueError: if a blank node is pointed to by no statement or by several.
        """
        grouped: dict[Node, dict[Node, list[Node]]] = defaultdict(lambda: defaultdict(list))
        for subject, predicate, value in triples:
            grouped[subject][predicate].append(value)
        _check_blank_nodes(grouped)
        named = sorted((self.term(subject), subject) for subject in grouped if not isinstance(subject, BNode))
        for text, subject in named:
            yield f"{indent}{text} {self._properties(grouped, subject, indent + '    ')} .\n"

    def term(self, node: Node) -> str:
        """An IRI or literal."""
        if node not in self._rendered:
            self._rendered[node] = self._literal(node) if isinstance(node, Literal) else self._iri(str(node))
        return self._rendered[node]

    def _properties(self, grouped: Mapping[Node, Mapping[Node, list[Node]]], subject: Node, indent: str) -> str:
        verbs = sorted((_rank(predicate), self.term(predicate), predicate) for predicate in grouped[subject])
        parts = []
        for rank, verb, predicate in verbs:
            objects = sorted({self._object(grouped, value, indent + "    ") for value in grouped[subject][predicate]})
            inline = sum(map(len, objects)) <= _WIDTH and not any("\n" in text for text in objects)
            between = ", " if inline else f",\n{indent}    "
            parts.append(f"{verb if rank else 'a'} {between.join(objects)}")
        return f" ;\n{indent}".join(parts)

    def _object(self, grouped: Mapping[Node, Mapping[Node, list[Node]]], value: Node, indent: str) -> str:
        if not isinstance(value, BNode):
            return self.term(value)
        if RDF.first in grouped[value]:
            items = (self._object(grouped, item, indent + "    ") for item in _items(grouped, value))
            return f"( {' '.join(items)} )"
        if not grouped[value]:
            return "[]"
        return f"[\n{indent}{self._properties(grouped, value, indent)} ]"

    def _iri(self, iri: str) -> str:
        if self._base and iri.startswith(self._base) and _RELATIVE.fullmatch(iri, len(self._base)):
            return f"<{iri[len(self._base) :]}>"
        cut = max(iri.rfind("#"), iri.rfind("/")) + 1
        prefix = self._prefix_of.get(iri[:cut])
        if prefix is not None and _LOCAL.fullmatch(iri, cut):
            return f"{prefix}:{iri[cut:]}"
        return f"<{_NOT_IN_IRI.sub(_code_point, iri)}>"

    def _literal(self, literal: Literal) -> str:
        bare = _BARE.get(literal.datatype) if literal.datatype else None
        if bare and bare.fullmatch(literal):
            return str(literal)
        quoted = f'"{_HIDDEN.sub(_escape, literal)}"'
        if literal.language:
            return f"{quoted}@{literal.language}"
        return f"{quoted}^^{self.term(literal.datatype)}" if literal.datatype else quoted


def _rank(predicate: Node) -> int:
    """``a`` first, then subject, predicate and object of a claim, then the rest."""
    return 0 if predicate == RDF.type else 1 if str(predicate).startswith(str(RDF)) else 2


def _check_blank_nodes(grouped: Mapping[Node, Mapping[Node, list[Node]]]) -> None:
    pointed = Counter(
        value for values in grouped.values() for objects in values.values() for value in objects
        if isinstance(value, BNode)
    )  # fmt: skip
    wrong = [n for n in {*pointed, *(s for s in grouped if isinstance(s, BNode))} if pointed[n] != 1]
    if wrong:
        raise ValueError(f"{len(wrong)} blank nodes are not the object of exactly one statement; give them names")


def _items(grouped: Mapping[Node, Mapping[Node, list[Node]]], cell: Node) -> Iterator[Node]:
    while cell != RDF.nil:
        yield from grouped[cell][RDF.first]
        (cell,) = grouped[cell][RDF.rest]


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match.group()) or _code_point(match)


def _code_point(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04X}"
