"""From a path to records: a file, a folder of text files, JSON Lines or CSV."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from kg.errors import InputError
from kg.ingest.decode import Decoded, decode
from kg.ingest.metadata import front_matter, problems, read_sidecar
from kg.ingest.records import Fields, Record, Skipped
from kg.ingest.settings import read_settings
from kg.ingest.tables import read_csv, read_jsonl

_SIDECAR = ".meta.json"

#: formats that hold many documents in one file
_TABLES: dict[str, Callable[[Path, Fields], Iterator[Record | Skipped]]] = {".jsonl": read_jsonl, ".csv": read_csv}


def read_records(path: Path, fields: Fields = Fields()) -> Iterator[Record | Skipped]:  # noqa: B008  # frozen value
    """Read a text file, a folder of text files with its subfolders (in order of names), a ``.jsonl`` or ``.csv``.

    Beside ``NAME.txt`` a ``NAME.meta.json`` may give date, url, publisher, language, title, identifier and encoding. No
    identifier is yielded twice: a later record of the same one gets ``#`` and a number, and a warning.

    Args:
        path: what to read.
        fields: columns or keys of CSV and JSON Lines.

    Raises:
        InputError: at the call, if the path is missing or of no readable format, or a folder has no text files; a CSV
            without the text column.
    """
    suffixes = read_settings().suffixes
    try:
        folder = stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"{str(path)!r} cannot be read: {reason}; give a file or a folder") from error
    if folder:
        return _checked(_read_folder(path))
    if path.suffix.lower() in _TABLES:
        if not os.access(path, os.R_OK):
            raise InputError(f"{str(path)!r} cannot be read; allow reading it")
        return _checked(_TABLES[path.suffix.lower()](path, fields))
    if path.suffix.lower() in suffixes:
        return _checked(iter([_read_file(path, _clean_name(path.name))]))
    allowed = ", ".join((*suffixes, *_TABLES))
    raise InputError(f"{str(path)!r} is no {allowed} file; convert it to one of these or give a folder")


def _read_folder(folder: Path) -> Iterator[Record | Skipped]:
    """Raises at the call if there is nothing to read; reads as it is iterated."""
    skipped: list[Skipped] = []

    def unreadable(error: OSError) -> None:
        name = Path(os.fsdecode(error.filename)).relative_to(folder).as_posix()
        skipped.append(Skipped(_clean_name(name), f"folder cannot be read: {error.strerror}"))

    found: list[tuple[str, Path]] = []
    for parent, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            file = Path(parent, name)
            if file.suffix.lower() in read_settings().suffixes and not name.startswith("."):
                found.append((file.relative_to(folder).as_posix(), file))
    if not found:
        allowed = " or ".join(read_settings().suffixes)
        reasons = "".join(f"; {s.identifier!r}: {s.reason}" for s in skipped)
        raise InputError(f"folder {str(folder)!r} has no {allowed} file{reasons}; give JSON Lines and CSV as a file")
    return _in_order(sorted(found), sorted(skipped, key=lambda s: s.identifier))


def _in_order(found: list[tuple[str, Path]], skipped: list[Skipped]) -> Iterator[Record | Skipped]:
    yield from skipped
    for name, file in found:
        yield _read_file(file, _clean_name(name))


def _clean_name(name: str) -> str:
    """A file name as text that can be encoded; each byte that is not UTF-8 becomes its escape."""
    return os.fsencode(name).decode("utf-8", errors="backslashreplace")


def _read_file(path: Path, identifier: str) -> Record | Skipped:
    limit = read_settings().bytes
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return Skipped(identifier, "not a regular file")
        if status.st_size > limit:
            return Skipped(
                identifier, f"{status.st_size} bytes are more than the {limit} that are read; split the file"
            )
        data = path.read_bytes()
    except OSError as error:
        return Skipped(identifier, f"cannot be read: {error.strerror}")
    metadata, warnings = _sidecar(path)
    identifier = metadata.pop("identifier", identifier)
    return Record(identifier, data, metadata, metadata.pop("encoding", None), warnings)


def _sidecar(path: Path) -> tuple[dict[str, str], tuple[str, ...]]:
    """What the file beside a text says, and a warning if it is broken: the text is read all the same."""
    sidecar = path.with_name(path.stem + _SIDECAR)
    try:
        return read_sidecar(sidecar.read_bytes()), ()
    except FileNotFoundError:
        return {}, ()
    except (OSError, ValueError) as error:
        reason = " ".join(str(error).split())
        return {}, (f"{sidecar.name!r} is ignored: {reason}; correct it to a JSON object",)


def _checked(records: Iterator[Record | Skipped]) -> Iterator[Record | Skipped]:
    """Records with unique identifiers and with a warning for each value that cannot be used."""
    seen: set[str] = set()
    for record in records:
        if isinstance(record, Skipped):
            yield record
            continue
        decoded = decode(record.data, record.encoding_hint)
        if isinstance(decoded, str):
            yield Skipped(record.identifier, decoded)
            continue
        warned = replace(record, warnings=(*record.warnings, *_warnings(record, decoded)))
        yield _unique(warned, seen)


def _warnings(record: Record, decoded: Decoded) -> Iterator[str]:
    if decoded.warning:
        yield decoded.warning
    _, header, warning = front_matter(decoded.text)
    if warning:
        yield warning
    yield from problems({**header, **record.metadata})


def _unique(record: Record, seen: set[str]) -> Record:
    """The record under an identifier that no earlier one has."""
    identifier, number = record.identifier, 1
    while identifier in seen:
        number += 1
        identifier = f"{record.identifier}#{number}"
    seen.add(identifier)
    if identifier == record.identifier:
        return record
    warning = f"identifier {record.identifier!r} is already taken; this one is {identifier!r}"
    return replace(record, identifier=identifier, warnings=(*record.warnings, warning))
