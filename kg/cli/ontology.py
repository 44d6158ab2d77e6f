"""``kg ontology``: the generated ontology and shapes."""

from __future__ import annotations

import sys

import click

from kg.rdf import generate

_STALE_STATUS = 3


@click.command()
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing; exit with status 3 and a diff if the files are stale."
)
def ontology(*, only_check: bool) -> None:
    """Generate ontology/kg.ttl and ontology/shapes.ttl from ontology/*.yaml.

    \b
    Example:
      kg ontology --check
    """
    if only_check:
        difference = generate.stale()
        if difference:
            click.echo(difference)
            sys.exit(_STALE_STATUS)
        return
    for file in generate.write():
        click.echo(f"wrote {file}")
