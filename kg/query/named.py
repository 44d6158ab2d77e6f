"""Named queries: ``ontology/queries/NAME.rq``, whose comments say what they answer and what can be asked for.

The comments at the top of a file::

    # fr: Quels événements … ?
    # en: Which events … ?
    # @param place "" — partie d'un nom du lieu / part of a name of the place

Without a value between the name and the dash, the parameter must be given. Values are JSON: a text, number or boolean.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from kg.errors import DataError, QueryError
from kg.query.parameters import Value
from kg.vocabulary import ONTOLOGY

QUERIES = ONTOLOGY / "queries"

_LANGUAGES = ("fr", "en")
_ANSWERS = re.compile(r"#\s*(?P<language>[a-z]{2}):\s*(?P<text>\S.*)")
_PARAMETER = re.compile(r"#\s*@param\s+(?P<name>\w+)\s+(?P<default>(?:(?!—).)*?)\s*—\s*(?P<comment>\S.*)")
_NAME = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What can be asked for; without a default it must be given."""

    name: str
    default: Value | None
    comment: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query of the ontology folder."""

    name: str
    answers: Mapping[str, str]  #: language (ISO 639-1) -> the question that it answers
    parameters: tuple[Parameter, ...]
    sparql: str

    def bindings(self, given: Mapping[str, Value]) -> dict[str, Value]:
        """The given values and the defaults of the others.

        Raises:
            QueryError: if a value is given that the query does not know, or one lacks that it needs.
        """
        known = [parameter.name for parameter in self.parameters]
        unknown = sorted(set(given) - set(known))
        if unknown:
            allowed = ", ".join(known) or "none"
            raise QueryError(f"query {self.name}: unknown parameter {', '.join(unknown)}; it has {allowed}")
        values = {p.name: given.get(p.name, p.default) for p in self.parameters}
        missing = [name for name, value in values.items() if value is None]
        if missing:
            raise QueryError(f"query {self.name}: give {', '.join(missing)}, it has no default")
        return {name: value for name, value in values.items() if value is not None}


def load_queries(folder: Path = QUERIES) -> Mapping[str, NamedQuery]:
    """All named queries, by name.

    Raises:
        DataError: if a file cannot be read or its comments lack a question.
    """
    files = sorted(folder.glob("*.rq"))
    return MappingProxyType({file.stem: _read(file) for file in files})


def find_query(name: str, queries: Mapping[str, NamedQuery]) -> NamedQuery:
    """The query of that name.

    Raises:
        QueryError: naming those that exist.
    """
    if name not in queries:
        raise QueryError(f"no query {name!r}; there are {', '.join(queries)}")
    return queries[name]


def is_name(text: str) -> bool:
    """Whether a text has the form of a query's name; no SPARQL query has."""
    return _NAME.fullmatch(text) is not None


def _read(file: Path) -> NamedQuery:
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{file}: {error}") from error
    comments = [line for line in text.splitlines() if line.startswith("#")]
    answers = {m["language"]: m["text"] for line in comments if (m := _ANSWERS.fullmatch(line))}
    missing = [language for language in _LANGUAGES if language not in answers]
    if missing or not is_name(file.stem):
        raise DataError(f"{file}: no line `# {missing[0]}: …`" if missing else f"{file}: name it like {_NAME.pattern}")
    parameters = tuple(_parameter(file, line) for line in comments if "@param" in line)
    return NamedQuery(file.stem, MappingProxyType(answers), parameters, text)


def _parameter(file: Path, line: str) -> Parameter:
    match = _PARAMETER.fullmatch(line)
    if match is None:
        raise DataError(f'{file}: {line!r} is not `# @param name "default" — comment`')
    try:
        default = json.loads(match["default"]) if match["default"] else None
    except ValueError as error:
        raise DataError(f"{file}: parameter {match['name']}: {match['default']} is not JSON ({error})") from error
    if default is not None and not isinstance(default, str | int | float):
        raise DataError(f"{file}: parameter {match['name']}: {default!r} is no text, number or boolean")
    return Parameter(match["name"], default, match["comment"])
