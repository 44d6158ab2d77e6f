"""``kg check``: does the written graph keep its promises?"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.summary import one_line
from kg.vocabulary import load_vocabulary

_FAILED_STATUS = 3


@click.command()
@click.argument("output", type=click.Path(path_type=Path))
def check(output: Path) -> None:
    """Validate the graph in the folder OUTPUT: shapes, evidence, status, quotations.

    Exit status: 0 if it keeps all promises, 3 if not.

    \b
    Example:
      kg check output
    """
    from kg.check import check_output  # here, not above: pySHACL takes a second and no other command needs it

    report = check_output(output, load_vocabulary())
    for result in report.results:
        click.echo(one_line(f"{result.severity.value}: {result.code}: {result.where}: {result.message}"))
    click.echo(f"{output}: {'valid' if report.ok else 'not valid'}, {len(report.results)} results")
    if not report.ok:
        sys.exit(_FAILED_STATUS)
