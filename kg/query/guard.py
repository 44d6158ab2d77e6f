"""What a query may not do: change the graph, or make this machine call another."""

from __future__ import annotations

import re

from kg.errors import QueryError

_GAP = r"(?:\s|\#[^\n\r]*[\n\r])*"
# The engine reads `5SERVICE<http://…>` and `SERVICEex:a` as federation, so blanks around the word mean nothing. Every
# SERVICE is followed, past blanks, comments and SILENT, by an IRI, a prefixed name or a variable; a word in a text
# ("service de presse") is not. Variables and the local part of prefixed names are stepped over. What remains is refused
# even where it is harmless (a prefix called `service:`): a lexer that knew better could be led astray by `<` and `#`.
_SERVICE = re.compile(rf"[?$]\w+|:\w*|(?P<service>SERVICE{_GAP}(?:SILENT{_GAP})?(?:<|[?$]\w|[\w.-]*:))", re.IGNORECASE)
_PROLOGUE = re.compile(rf"{_GAP}(?:PREFIX\s[^>]*>|BASE\s[^>]*>)?", re.IGNORECASE)
_UPDATES = frozenset(
    ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"),
)  # fmt: skip
_POSITION = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


def refuse_federation(sparql: str) -> None:
    """Refuse SERVICE: queries stay on this machine.

    Raises:
        QueryError: if the query calls another endpoint, or contains words that the engine could read so.
    """
    for match in _SERVICE.finditer(sparql):
        if match["service"]:
            line = sparql.count("\n", 0, match.start("service")) + 1
            raise QueryError(f"line {line}: SERVICE is refused, queries do not leave this machine; query a local graph")


def explain(sparql: str, error: Exception) -> QueryError:
    """The engine's complaint in one line; an update is named as such."""
    word = _first_word(sparql)
    if isinstance(error, SyntaxError) and word in _UPDATES:
        return QueryError(f"{word} is refused: the graph is read-only; change the input or a decision and build again")
    found = _POSITION.fullmatch(str(error))
    if found is None:
        return QueryError(f"the query cannot be answered: {_one_line(str(error))}")
    return QueryError(f"syntax error at line {found[1]}, column {found[2]}: {_one_line(found[3])}")


def _first_word(sparql: str) -> str:
    position = 0
    while (match := _PROLOGUE.match(sparql, position)) and match.end() > position:
        position = match.end()
    word = re.match(r"\w+", sparql[position:])
    return word[0].upper() if word else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())
