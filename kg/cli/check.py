"""``kg check``: does the written graph keep its promises?"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.vocabulary import load_vocabulary

_FAILED_STATUS = 3


@click.command()
@click.argument("output", type=click.Path(path_type=Path))
def check(output: Path) -> None:
    """Validate the graph in the folder OUTPUT: shapes, evidence, status, anchors.

    \b
    Example:
      kg check output
    """
    from kg.check import check_output  # noqa: PLC0415 -- pySHACL takes a second to import

    report = check_output(output, load_vocabulary())
    for result in report.results:
        click.echo(f"{result.severity.value}: {result.code}: {result.where}: {result.message}")
    click.echo(f"{output}: {'valid' if report.ok else 'not valid'}, {len(report.results)} results")
    if not report.ok:
        sys.exit(_FAILED_STATUS)
