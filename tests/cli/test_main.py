"""What holds for every command."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.errors import KgError
from kg.version import VERSION
from tests.cli.conftest import Run
from tools.build_cli_docs import PAGE, page


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_has_help_with_an_example_that_starts_like_its_call(run: Run, name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    _, _, example = result.output.partition("Example:\n")
    assert example.lstrip().startswith(f"kg {name} ")


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_option_says_what_it_does(name: str) -> None:
    options = [parameter for parameter in main.commands[name].params if isinstance(parameter, click.Option)]
    assert [option.name for option in options if not option.help] == []


def test_the_page_of_the_documentation_is_the_help() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


def test_the_version_is_said(run: Run) -> None:
    assert run("--version").output == f"kg, version {VERSION}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("tidy",), "No such command 'tidy'"),
        (("build",), "Missing argument 'INPUT'"),
        (("build", "seeds", "--verbose"), "No such option"),
        (("build", "seeds", "--processes", "0"), "0 is not in the range x>=1"),
        (("query", "output", "persons", "--format", "rdfxml"), "'rdfxml' is not one of"),
    ],
)
def test_wrong_usage_is_one_line_below_the_usage_and_status_2(run: Run, arguments: tuple[str, ...], said: str) -> None:
    result = run(*arguments)
    errors = [line for line in result.stderr.splitlines() if line.startswith("Error")]
    assert result.exit_code == 2
    assert len(errors) == 1
    assert said in errors[0]
    assert "Traceback" not in result.output
    assert result.stdout == ""


def test_an_expected_error_is_one_line_whatever_it_quotes() -> None:
    @click.command()
    def fail() -> None:
        raise KgError("a\nb\t\u202ec \x1b[31m")

    result = CliRunner().invoke(type(main)("kg", {"fail": fail}), ["fail"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "Error: a b \\u202ec \\x1b[31m\n"


def test_a_bug_keeps_its_traceback() -> None:
    @click.command()
    def fail() -> None:
        raise ZeroDivisionError

    result = CliRunner().invoke(type(main)("kg", {"fail": fail}), ["fail"])
    assert isinstance(result.exception, ZeroDivisionError)


def test_letters_that_the_terminal_lacks_are_escaped(sample_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    monkeypatch.setattr(sys, "stdout", terminal)
    main(["query", str(sample_folder), "entities"], standalone_mode=False)
    terminal.flush()
    shown = terminal.buffer
    assert isinstance(shown, io.BytesIO)
    assert b"\\u2500" in shown.getvalue()  # the rule below the heading


def test_help_does_not_wait_for_the_model_or_for_tables() -> None:
    code = (
        "import sys; from kg.cli import main; main(['build', '--help'], standalone_mode=False); "
        "sys.exit(', '.join({'spacy', 'pandas', 'pyshacl', 'networkx'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "Example" in done.stdout
    assert done.stderr.strip() == ""
