"""``kg view``: the page of a built graph, in the browser or as a folder to share."""

from __future__ import annotations

import shutil
import webbrowser
from pathlib import Path

import click

from kg.errors import InputError, OutputError

_PAGE = "graph.html"
#: what is shared beside the page, if the build wrote it
_DATA = ("graph.ttl", "graph.trig", "knowledge.json")


@click.command()
@click.argument("output", type=click.Path(path_type=Path))
@click.option("--folder", type=click.Path(path_type=Path), help="Write a folder to share instead: index.html and data.")
def view(output: Path, folder: Path | None) -> None:
    """Open the page of the graph in the folder OUTPUT; it needs no network and no server.

    \b
    Example:
      kg view output
      kg view output --folder site
    """
    page = output / _PAGE
    if not page.is_file():
        raise InputError(f"{page}: no such file; run `kg build INPUT -o {output}` first")
    if folder is not None:
        _share(output, folder)
    elif not webbrowser.open(page.resolve().as_uri()):
        click.echo(f"no browser could be started; open {page.resolve()}")


def _share(output: Path, folder: Path) -> None:
    """A folder that any web server, or none, can show."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(output / _PAGE, folder / "index.html")
        copied = ["index.html"]
        for name in _DATA:
            if (output / name).is_file():
                shutil.copyfile(output / name, folder / name)
                copied.append(name)
    except shutil.SameFileError as error:
        raise OutputError(f"{folder}: is the folder of the build itself; choose another folder") from error
    except OSError as error:
        raise OutputError(f"{folder}: cannot be written ({error.strerror}); choose another folder") from error
    for name in copied:
        click.echo(f"wrote {folder / name}")
