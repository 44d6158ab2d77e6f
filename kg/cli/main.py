"""The group of commands and the one place where expected errors become one line and an exit status."""

from __future__ import annotations

import io
import sys
from typing import Any

import click

from kg.cli.build import build
from kg.cli.check import check
from kg.cli.explain import explain
from kg.cli.ontology import ontology
from kg.cli.query import query
from kg.cli.read import read
from kg.cli.review import review
from kg.cli.summary import one_line
from kg.cli.view import view
from kg.errors import KgError
from kg.version import VERSION


class Commands(click.Group):
    """Turns a :class:`KgError` into one line on stderr and exit status 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command behind the error boundary."""
        try:
            return super().invoke(ctx)
        except KgError as error:
            raise click.ClickException(one_line(" ".join(str(error).split()))) from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="kg")
def main() -> None:
    """Read French-language news into an evidenced knowledge graph.

    Exit status: 0 done; 1 an error, said in one line; 2 wrong usage; 3 done, but --strict and something was
    skipped, or a check found errors.

    \b
    Example:
      kg build seeds -o output
      kg query output --list
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal without Arabic letters shows escapes
            stream.reconfigure(errors="backslashreplace")


for command in (build, check, ontology, query, read, explain, review, view):
    main.add_command(command)
