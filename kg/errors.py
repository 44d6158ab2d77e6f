"""What can go wrong because of the user's input; everything else is a bug and keeps its traceback."""

from __future__ import annotations


class KgError(Exception):
    """Base of all expected failures. The message names the file, the value, what is allowed and what to do."""


class InputError(KgError):
    """The input cannot be read: missing path, no readable document, broken metadata."""


class OutputError(KgError):
    """The output cannot be written."""


class DataError(KgError):
    """A data file of a language, of the ontology or of the model is wrong or missing."""


class QueryError(KgError):
    """A query cannot be parsed, is unknown, or lacks a parameter."""
