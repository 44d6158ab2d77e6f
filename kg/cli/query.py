"""``kg query``: SPARQL over a written graph."""

from __future__ import annotations

from pathlib import Path

import click

from kg.errors import QueryError
from kg.query import FORMATS, NamedQuery, Store, find_query, load_queries, render


@click.command()
@click.argument("output", type=click.Path(path_type=Path))
@click.argument("sparql", required=False)
@click.argument("parameters", nargs=-1, metavar="[NAME=VALUE]...")
@click.option("-f", "--file", type=click.Path(path_type=Path), help="Read the query from a file.")
@click.option("--name", help="Run a named query (see --list); its parameters follow as NAME=VALUE.")
@click.option("--list", "show_list", is_flag=True, help="List the named queries.")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="table", show_default=True, help="How rows are written.")
@click.option("--status-graphs", is_flag=True, help="Load graph.trig: also the graphs of what is alleged, planned, denied …")
def query(
    output: Path, sparql: str | None, parameters: tuple[str, ...], file: Path | None, name: str | None, *, show_list: bool, form: str, status_graphs: bool
) -> None:  # fmt: skip
    """Query the graph in the folder OUTPUT.

    \b
    Example:
      kg query output 'SELECT ?e WHERE { ?e a kg:Attack }'
      kg query output --name accusations
      kg query output --name events place=Bruxelles since=2023 --format csv
    """
    queries = load_queries()
    if show_list:
        for listed in queries.values():
            click.echo(_line(listed))
        return
    text, bindings = _chosen(sparql, parameters, file, name)
    store = Store.load(output, status_graphs=status_graphs)
    if name is not None:
        found = find_query(name, queries)
        answer = store.run(found.sparql, **found.bindings(bindings))
    else:
        answer = store.run(text, **bindings)
    click.echo(render(answer, form), nl=False)


def _line(listed: NamedQuery) -> str:
    wanted = " ".join(f"{p.name}={p.default if p.default is not None else '…'}" for p in listed.parameters)
    return f"{listed.name:24} {" / ".join(listed.answers.values())}" + (f"  [{wanted}]" if wanted else "")


def _chosen(sparql: str | None, parameters: tuple[str, ...], file: Path | None, name: str | None) -> tuple[str, dict[str, str]]:
    given = [p for p in (sparql, *parameters) if p is not None]
    text = ""
    if file is not None:
        try:
            text = file.read_text(encoding="utf-8")
        except OSError as error:
            raise QueryError(f"{file}: cannot be read ({error.strerror})") from error
    elif name is None:
        if not given:
            raise QueryError("no query: give one as text, with -f FILE or with --name NAME (see --list)")
        text, given = given[0], given[1:]
    bindings = {}
    for pair in given:
        key, sign, value = pair.partition("=")
        if not sign:
            raise QueryError(f"parameter {pair!r} is not NAME=VALUE")
        bindings[key] = value
    return text, bindings
