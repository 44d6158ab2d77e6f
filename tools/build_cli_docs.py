"""Make ``docs/cli.md`` from the help of every command.

``python -m tools.build_cli_docs`` writes the page; ``--check`` writes nothing and fails if it is not up to date.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from kg.cli import main as kg

PAGE = Path(__file__).parents[1] / "docs" / "cli.md"
_WIDTH = 100  #: of the help, in columns
_INTRODUCTION = """# Command line

This page is made from the help of the commands; after changing one, run `make docs`.
"""


def page() -> str:
    """The content of the page."""
    return "\n".join([_INTRODUCTION, *_sections(kg, "kg", None)])


def _sections(command: click.Command, name: str, parent: click.Context | None) -> Iterator[str]:
    context = click.Context(command, info_name=name, parent=parent, terminal_width=_WIDTH, **command.context_settings)
    yield f"## `{context.command_path}`\n\n```\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            yield from _sections(command.commands[below], below, context)


def main() -> int:
    """Write or check the page; the exit status is 1 if a check fails."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if the page is out of date")
    if not parser.parse_args().check:
        PAGE.write_text(page(), encoding="utf-8", newline="\n")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page():
        return 0
    print(f"{PAGE} is out of date; run make docs")
    return 1


if __name__ == "__main__":
    sys.exit(main())
