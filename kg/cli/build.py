"""``kg build``: documents to graph."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from kg.ingest import Fields
from kg.model import Factuality
from kg.settings import Settings

#: plain progress lines: one for every so many documents
_EVERY = 100
_STRICT_STATUS = 3


@click.command()
@click.argument("input_path", metavar="INPUT", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), default=Path("output"), show_default=True, help="Folder to write to.")
@click.option("--base-iri", default="https://kg.example/id/", show_default=True, help="Where the IRIs of your data begin.")
@click.option("--processes", type=click.IntRange(1), default=None, help="Worker processes [default: as many as cores, at most 4].")
@click.option("--strict", is_flag=True, help="Exit with status 3 if anything was skipped.")
@click.option("--id-field", default="id", show_default=True, help="Column or key of the identifier (.csv, .jsonl).")
@click.option("--text-field", default="text", show_default=True, help="… of the text.")
@click.option("--date-field", default="date", show_default=True, help="… of the publication date.")
@click.option("--url-field", default="url", show_default=True, help="… of the address.")
@click.option("--publisher-field", default="publisher", show_default=True, help="… of the publisher.")
@click.option("--language-field", default="language", show_default=True, help="… of the language.")
def build(input_path: Path, output: Path, base_iri: str, processes: int | None, *, strict: bool, **fields: str) -> None:
    """Read INPUT (a file, or a folder of .txt and .md, or a .csv or .jsonl) and write the graph.

    \b
    Example:
      kg build articles/ -o output
      kg build articles.jsonl --text-field body --date-field published
    """
    from kg.pipeline import build as run  # noqa: PLC0415 -- loads spaCy: --help must not wait for it

    names = Fields(**{name.removesuffix("_field").replace("id", "identifier", 1) if name == "id_field" else name.removesuffix("_field"): value for name, value in fields.items()})
    settings = Settings(base_iri=base_iri, fields=names, processes=processes or Settings.default_processes())
    with _Shown() as shown:
        result = run(input_path, output, settings, shown.report)
    _summary(result)
    if strict and result.skipped:
        sys.exit(_STRICT_STATUS)


class _Shown:
    """A bar with counts and time left on a terminal, plain lines otherwise; both on stderr."""

    def __init__(self) -> None:
        self._console = Console(stderr=True)
        self._bar = Progress(
            TextColumn("{task.description:8}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
            console=self._console, transient=True,
        ) if self._console.is_terminal else None  # fmt: skip
        self._tasks: dict[str, int] = {}

    def __enter__(self) -> _Shown:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()

    def report(self, stage: str, done: int, total: int) -> None:
        """Show how far a stage is; ``total`` 0 means unknown."""
        if self._bar is not None:
            task = self._tasks.get(stage)
            if task is None:
                task = self._tasks[stage] = self._bar.add_task(stage, total=total or None)
            self._bar.update(task, completed=done, total=total or None)  # type: ignore[arg-type]  # TaskID is an int
        elif total and (done == total or done % _EVERY == 0):
            click.echo(f"{stage}: {done}/{total}", err=True)


def _summary(result: object) -> None:
    from kg.pipeline import BuildResult  # noqa: PLC0415 -- as above

    assert isinstance(result, BuildResult)  # noqa: S101 -- narrows the type for the checker
    knowledge = result.knowledge
    click.echo(f"read {len(knowledge.documents)} documents, skipped {len(result.skipped)}")
    for skipped in result.skipped:
        click.echo(f"  skipped {skipped.identifier}: {skipped.reason}")
    for warning in result.warnings:
        click.echo(f"  warning {warning}")
    for document in knowledge.documents:
        if document.encoding not in ("utf-8", "utf-8-sig"):
            click.echo(f"  {document.identifier}: decoded as {document.encoding}")
    kinds = Counter(e.type.value for e in knowledge.entities)
    click.echo(f"{len(knowledge.entities)} entities: " + ", ".join(f"{n} {k}" for k, n in sorted(kinds.items())))
    click.echo(f"{len(knowledge.events)} events")
    statuses = Counter(c.factuality for c in knowledge.claims)
    click.echo(f"{len(knowledge.claims)} claims: " + ", ".join(f"{statuses[f]} {f.value}" for f in Factuality))
    click.echo("seconds: " + ", ".join(f"{stage} {value:.1f}" for stage, value in result.seconds.items()))
    for file in result.files:
        click.echo(f"wrote {file}")
