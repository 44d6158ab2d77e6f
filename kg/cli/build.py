"""``kg build``: documents to graph."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.progress import Shown
from kg.cli.summary import summary
from kg.ingest import Fields
from kg.settings import Settings

_STRICT_STATUS = 3
_DEFAULTS = Settings()


@click.command()
@click.argument("input_path", metavar="INPUT", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default="output", show_default=True, help="Folder to write to."
)
@click.option("--base-iri", default=_DEFAULTS.base_iri, show_default=True, help="How the IRIs of your data begin.")
@click.option("--processes", type=click.IntRange(1), help="Most worker processes.  [default: one a core, at most 4]")
@click.option("--strict", is_flag=True, help="Exit with status 3 if anything was skipped.")
@click.option("--id-field", "identifier", default="id", show_default=True, help="In .csv and .jsonl: the identifier.")
@click.option("--text-field", "text", default="text", show_default=True, help="The text.")
@click.option("--date-field", "date", default="date", show_default=True, help="The day of publication.")
@click.option("--url-field", "url", default="url", show_default=True, help="The address.")
@click.option("--publisher-field", "publisher", default="publisher", show_default=True, help="The publisher.")
@click.option("--language-field", "language", default="language", show_default=True, help="The language.")
@click.option("--title-field", "title", default="title", show_default=True, help="The title.")
def build(input_path: Path, output: Path, base_iri: str, processes: int | None, *, strict: bool, **fields: str) -> None:
    """Read INPUT and write its graph.

    INPUT is a .txt or .md file, a folder of them (with its subfolders), or a .csv or .jsonl file with a document in
    each row or line, whose columns or keys the --...-field options name.

    \b
    Example:
      kg build articles -o output
      kg build articles.jsonl --text-field body --date-field published
    """
    # Here, not above: the stages bring in spaCy, which takes seconds, and no other command needs them.
    from kg.pipeline import build as run_stages

    most = processes or Settings.default_processes()
    settings = Settings(base_iri=base_iri, fields=Fields(**fields), processes=most)
    with Shown() as shown:
        result = run_stages(input_path, output, settings, shown.report)
    for line in summary(result):
        click.echo(line)
    if strict and result.skipped:
        sys.exit(_STRICT_STATUS)
