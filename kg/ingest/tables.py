"""Many documents in one file: JSON Lines and CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from kg.errors import InputError
from kg.ingest.decode import decode_text
from kg.ingest.metadata import scalar
from kg.ingest.records import Fields, Record, Skipped
from kg.ingest.settings import read_settings

_DELIMITERS = ",;\t|"


def read_jsonl(path: Path, fields: Fields) -> Iterator[Record | Skipped]:
    """One JSON object a line; a broken line is skipped with its number, the others are read."""
    with path.open("rb") as file:
        for number, line in enumerate(_bounded_lines(file), start=1):
            if line is None or line.strip():
                yield _parse_line(line, f"{path.name}#{number}", fields)


def _bounded_lines(file: BinaryIO) -> Iterator[bytes | None]:
    """Each line, or ``None`` for one above the size limit, which is passed over without being kept."""
    limit = read_settings().bytes
    while line := file.readline(limit + 1):
        if len(line) <= limit or line.endswith(b"\n"):
            yield line
            continue
        while (rest := file.readline(limit)) and not rest.endswith(b"\n"):
            pass
        yield None


def _parse_line(line: bytes | None, identifier: str, fields: Fields) -> Record | Skipped:
    if line is None:
        return Skipped(identifier, f"line of more than {read_settings().bytes} bytes; split the text")
    decoded = decode_text(line)
    if decoded is None:
        return Skipped(identifier, "unknown encoding; convert the file to UTF-8")
    try:
        values = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        return Skipped(identifier, f"broken JSON: {error}")
    if not isinstance(values, dict):
        return Skipped(identifier, f"a JSON object is needed, not {type(values).__name__}")
    if not isinstance(values.get(fields.text), str):
        return Skipped(identifier, f"no text under {fields.text!r}; found {_names(values)}")
    return _record(values, identifier, fields, decoded.warning)


def read_csv(path: Path, fields: Fields) -> Iterator[Record | Skipped]:
    """One document a row; the delimiter is the one that shows the text column in the header.

    Raises:
        InputError: at the call, if the file has no text column or an unknown encoding.
    """
    decoded = decode_text(path.read_bytes())
    if decoded is None:
        raise InputError(f"{str(path)!r} has an unknown encoding; convert it to UTF-8")
    # The module's own limit, of 131,072 characters a cell, is below a long article; it can only be set for the process.
    csv.field_size_limit(read_settings().bytes)
    headers = [_header(decoded.text, delimiter) for delimiter in _DELIMITERS]
    delimiter, header = next(
        ((d, h) for d, h in zip(_DELIMITERS, headers, strict=True) if fields.text in h),
        (_DELIMITERS[0], max(headers, key=len)),
    )
    if fields.text not in header:
        columns = ", ".join(map(repr, header)) or "none"
        raise InputError(f"{str(path)!r} has no column {fields.text!r}; found {columns}; name the column of the text")
    return _rows(decoded.text, delimiter, path.name, fields, decoded.warning)


def _header(text: str, delimiter: str) -> list[str]:
    try:
        row = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True), [])
    except csv.Error:
        return []
    return [name.strip() for name in row]


def _rows(text: str, delimiter: str, name: str, fields: Fields, warning: str | None) -> Iterator[Record | Skipped]:
    # strict: an open quotation mark is an error of one row, not the silent end of the file
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    header = [column.strip() for column in next(reader)]
    while True:
        identifier = f"{name}#{reader.line_num + 1}"
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Skipped(identifier, f"broken CSV: {error}")
            continue
        if len(row) > len(header):
            yield Skipped(identifier, f"{len(row)} cells in {len(header)} columns; quote cells that hold {delimiter!r}")
        elif row:
            yield _parse_row(dict(zip(header, row, strict=False)), identifier, fields, warning)


def _parse_row(values: Mapping[str, str], identifier: str, fields: Fields, warning: str | None) -> Record | Skipped:
    if fields.text not in values:
        return Skipped(identifier, f"row without a cell under {fields.text!r}")
    return _record(values, identifier, fields, warning)


def _record(values: Mapping[str, Any], place: str, fields: Fields, warning: str | None) -> Record | Skipped:
    identifier = scalar(values.get(fields.identifier)) or place
    try:
        data = values[fields.text].encode()
        identifier.encode()
    except UnicodeEncodeError:
        return Skipped(place, "half of a surrogate pair; correct the escape \\uD800 to \\uDFFF")
    metadata = {key: text for key, column in fields.described() if (text := scalar(values.get(column)))}
    return Record(identifier, data, metadata, None, (warning,) if warning else ())


def _names(values: Mapping[str, Any]) -> str:
    return ", ".join(map(repr, values)) or "nothing"
