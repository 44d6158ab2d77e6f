"""``kg query``: SPARQL over a written graph."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from kg.errors import QueryError
from kg.query import FORMATS, NamedQuery, Store, Value, find_query, is_name, load_queries, render


@click.command()
@click.argument("output", type=click.Path(path_type=Path))
@click.argument("query", nargs=-1, metavar="[SPARQL|NAME] [PARAMETER=VALUE]...")
@click.option("-f", "--file", type=click.Path(path_type=Path), help="Read the query from a file.")
@click.option("--name", help="The name of a query (see --list); its parameters follow.")
@click.option("--list", "show_list", is_flag=True, help="List the named queries and their parameters.")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="table",
    show_default=True,
    help="How rows are written.",
)
@click.option("--status-graphs", is_flag=True, help="Load graph.trig: also the graphs of what is alleged, planned ...")
def query(
    output: Path,
    query: tuple[str, ...],
    file: Path | None,
    name: str | None,
    *,
    show_list: bool,
    form: str,
    status_graphs: bool,
) -> None:
    """Query the graph in the folder OUTPUT, by SPARQL or by the name of a query of the ontology.

    \b
    Example:
      kg query output --list
      kg query output accusations
      kg query output events-in-place-and-period place=Bruxelles --format csv
      kg query output 'SELECT ?label WHERE { ?e a kg:Attack ; skos:prefLabel ?label }'
    """
    if show_list:
        for listed in load_queries().values():
            click.echo(_line(listed))
        return
    if name is None and file is None and query and is_name(query[0]):
        name, query = query[0], query[1:]
    sparql, bindings = _named(name, query) if name is not None else _read(file, query)
    store = Store.load(output, status_graphs=status_graphs)
    click.echo(render(store.run(sparql, **bindings), form), nl=False)


def _line(listed: NamedQuery) -> str:
    wanted = " ".join(f"{p.name}={p.default if p.default is not None else '...'}" for p in listed.parameters)
    answers = " / ".join(listed.answers.values())
    return f"{listed.name:24} {answers}" + (f"  [{wanted}]" if wanted else "")


def _named(name: str, given: Sequence[str]) -> tuple[str, dict[str, Value]]:
    found = find_query(name, load_queries())
    return found.sparql, found.bindings(_pairs(given))


def _read(file: Path | None, given: Sequence[str]) -> tuple[str, dict[str, Value]]:
    """The text of a query, from a file or the first argument, and the values for its ``$name`` words."""
    if file is None:
        if not given:
            raise QueryError("no query: give SPARQL, the name of a query (see --list) or -f FILE")
        return given[0], _pairs(given[1:])
    try:
        return file.read_text(encoding="utf-8"), _pairs(given)
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise QueryError(f"{file}: cannot be read ({reason}); give a query as UTF-8 text") from error


def _pairs(given: Sequence[str]) -> dict[str, Value]:
    pairs: dict[str, Value] = {}
    for pair in given:
        key, sign, value = pair.partition("=")
        if not sign or not key.isidentifier():
            raise QueryError(f"{pair!r} is not NAME=VALUE; write a parameter as in place=Bruxelles")
        pairs[key] = value
    return pairs
