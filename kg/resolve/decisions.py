"""``decisions.yaml``: humans' verdicts, read with their line numbers and written one after the other."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kg.errors import InputError, OutputError
from kg.model import DecisionKind, EntityType

FILE_NAME = "decisions.yaml"
VERSION = 1
#: the ``type`` with which a selector means an event by the words that name it
EVENT = "Event"
_KEYS = ("kind", "who", "value", "by", "when", "why")
_SELECTOR_KEYS = ("doc", "name", "type", "quote", "at", "predicate", "id")
_HEAD = f"""# Verdicts on what was read: applied at every build, in the order of the file.
version: {VERSION}
decisions:
"""


@dataclass(frozen=True, slots=True)
class Selector:
    """Which in-document entity or claim is meant: by id, or in words that survive edits of other documents."""

    id: str | None = None
    doc: str | None = None  #: identifier of a document; None: any
    name: str | None = None
    type: str | None = None  #: of the entity, where a name alone is not enough; ``Event``: an event
    quote: str | None = None  #: words of the document
    at: int | None = None  #: code point at which the quote begins
    predicate: str | None = None  #: of a claim

    def __str__(self) -> str:
        """As it is written in the file."""
        if self.id:
            return self.id
        given = {key: value for key in _SELECTOR_KEYS if (value := getattr(self, key)) is not None}
        return "{" + ", ".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in given.items()) + "}"


@dataclass(frozen=True, slots=True)
class Line:
    """One verdict as it stands in the file."""

    kind: DecisionKind
    who: tuple[Selector, ...]
    by: str
    when: str  #: ISO 8601 date
    why: str = ""
    value: str | None = None
    where: str = ""  #: file and line


def find_decisions(input_path: Path, given: Path | None = None) -> Path:
    """The file of decisions of a corpus: the given one, else ``decisions.yaml`` in or beside it, if there is one."""
    if given is not None:
        return given
    return (input_path if input_path.is_dir() else input_path.parent) / FILE_NAME


def read_decisions(path: Path, *, required: bool = False) -> tuple[Line, ...]:
    """The verdicts of a file, in its order; none if it does not exist.

    Raises:
        InputError: if it cannot be read, or naming all lines that are wrong: a verdict is never dropped in silence.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        if required:
            raise InputError(f"{path}: there is no such file of decisions") from error
        return ()
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"{path}: cannot be read ({reason}); it must be UTF-8 text") from error
    try:
        return _parsed(path, text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{path}:{mark.line + 1}" if mark else str(path)
        raise InputError(f"{place}: not YAML: {getattr(error, 'problem', None) or error}") from error


def _parsed(path: Path, text: str) -> tuple[Line, ...]:
    raw = yaml.load(text, Loader=yaml.BaseLoader)  # every scalar stays text: ids may look like numbers, days like dates
    if raw is None or raw == "":
        return ()
    if not isinstance(raw, dict) or raw.get("version") != str(VERSION):
        found = raw.get("version") if isinstance(raw, dict) else None
        raise InputError(f"{path}: version is {found!r}; this program reads `version: {VERSION}`")
    if unknown := sorted(str(key) for key in raw.keys() - {"version", "decisions"}):
        raise InputError(f"{path}: unknown keys {', '.join(unknown)}; allowed are version, decisions")
    entries = raw.get("decisions") or []
    if not isinstance(entries, list):
        raise InputError(f"{path}: decisions is no list; begin each with `- kind:`")
    numbers = list(_line_numbers(text))
    places = [f"{path.name}:{number}" for number in numbers]
    problems = [f"{place}: {p}" for place, entry in zip(places, entries, strict=True) for p in _problems(entry)]
    if problems:
        raise InputError(f"{path}: " + " | ".join(problems))
    return tuple(_line(entry, place) for entry, place in zip(entries, places, strict=True))


def _line_numbers(text: str) -> Iterator[int]:
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    for key, value in root.value if isinstance(root, yaml.MappingNode) else ():
        if key.value == "decisions" and isinstance(value, yaml.SequenceNode):
            yield from (item.start_mark.line + 1 for item in value.value)


def _problems(entry: object) -> Iterator[str]:
    if not isinstance(entry, dict):
        yield f"{entry!r} is no decision; write kind, who, by, when"
        return
    if unknown := sorted(str(key) for key in entry.keys() - set(_KEYS)):
        yield f"unknown keys {', '.join(unknown)}; allowed are {', '.join(_KEYS)}"
    kinds = [kind.value for kind in DecisionKind]
    if entry.get("kind") not in kinds:
        yield f"kind {entry.get('kind')!r} is none of {', '.join(kinds)}"
    if missing := [key for key in ("by", "when") if not entry.get(key)]:
        yield f"lacks {', '.join(missing)}: say who decided and when"
    yield from _problems_of_who(entry)
    yield from _problems_of_value(entry)


def _problems_of_who(entry: Mapping[str, Any]) -> Iterator[str]:
    who = entry.get("who")
    if not isinstance(who, list) or not who:
        yield "who is no list; name entities as [{doc: a.txt, name: X}, ...]"
        return
    if entry.get("kind") in ("same", "different") and len(who) < 2 and not _may_be_many(who[0]):
        yield f"{entry['kind']} needs two in who"
    for one in who:
        if isinstance(one, str):
            continue
        if not isinstance(one, dict) or not one.keys() <= set(_SELECTOR_KEYS):
            yield f"{one!r} selects nothing; use an id or a mapping of {', '.join(_SELECTOR_KEYS)}"
        elif not one.keys() & {"id", "name", "quote"}:
            yield f"{one!r} needs an id, a name or a quote"
        elif not str(one.get("at", 0)).isdecimal():
            yield f"at {one['at']!r} is no number"


def _may_be_many(one: object) -> bool:
    """A name without a document stands for all documents that have it."""
    return isinstance(one, dict) and "doc" not in one and "name" in one


def _problems_of_value(entry: Mapping[str, Any]) -> Iterator[str]:
    kind, value = entry.get("kind"), entry.get("value")
    types = [type_.value for type_ in EntityType]
    if kind == "type" and value not in types:
        yield f"value {value!r} is no type; allowed are {', '.join(types)}"
    if kind == "name" and not (isinstance(value, str) and value.strip()):
        yield "name needs a value: the name to show"


def _line(entry: Mapping[str, Any], where: str) -> Line:
    value = entry.get("value")
    return Line(
        DecisionKind(entry["kind"]), tuple(_selector(one) for one in entry["who"]), entry["by"],
        entry["when"], entry.get("why") or "", value, where,
    )  # fmt: skip


def _selector(raw: str | Mapping[str, str]) -> Selector:
    if isinstance(raw, str):
        return Selector(id=raw)
    texts = {key: value for key, value in raw.items() if key != "at"}
    return Selector(**texts, at=int(raw["at"]) if "at" in raw else None)


# --- writing -------------------------------------------------------------------------------------------------------


def append_decisions(path: Path, lines: Iterable[Line]) -> None:
    """Add verdicts at the end of a file, which keeps its comments; written whole or not at all.

    Raises:
        InputError: if the file is wrong as it is.
        OutputError: if it cannot be written, or a line cannot be added to its list.
    """
    before = read_decisions(path)
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    if not text.strip():
        text = _HEAD
    indent = _indent(text)
    added = "".join(_written(line, indent) for line in lines)
    whole = text.rstrip("\n").removesuffix("[]").rstrip(" ") + "\n" + added
    try:
        after = _parsed(path, whole)
    except (yaml.YAMLError, InputError) as error:
        raise OutputError(f"{path}: no line can be added ({error}); end it with the list `decisions:`") from error
    if len(after) <= len(before):
        raise OutputError(f"{path}: no line can be added; end it with the list `decisions:`")
    _replace(path, whole)


def _indent(text: str) -> str:
    """As many spaces as the list's items have already."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    for key, value in root.value if isinstance(root, yaml.MappingNode) else ():
        if key.value == "decisions" and isinstance(value, yaml.SequenceNode) and value.value and not value.flow_style:
            return " " * value.start_mark.column
    return "  "


def _written(line: Line, indent: str) -> str:
    who: Sequence[str] = [str(one) for one in line.who]
    fields = {"kind": line.kind.value, "who": "[" + ", ".join(who) + "]"}
    if line.value is not None:
        fields["value"] = json.dumps(line.value, ensure_ascii=False)
    fields |= {"by": json.dumps(line.by, ensure_ascii=False), "when": f'"{line.when}"'}
    if line.why:
        fields["why"] = json.dumps(line.why, ensure_ascii=False)
    rows = [f"{key}: {value}" for key, value in fields.items()]
    return f"{indent}- {rows[0]}\n" + "".join(f"{indent}  {row}\n" for row in rows[1:])


def _replace(path: Path, text: str) -> None:
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
            out.write(text)
        os.chmod(name, 0o644)  # noqa: PTH101 -- mkstemp makes files that only their owner may read
        os.replace(name, path)  # noqa: PTH105 -- the name is a string here
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror})") from error
