"""The command line: a module a command, one error boundary."""

from kg.cli.main import main

__all__ = ["main"]
