"""The figures of ``reading.yaml``: sizes, encodings and thresholds that depend on no language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from kg.errors import DataError

_PATH = Path(__file__).with_name("reading.yaml")


@dataclass(frozen=True, slots=True)
class CopySettings:
    """When two texts are copies; the figures are explained in ``reading.yaml``."""

    gram: int
    containment: float
    facts: float
    short: int
    short_containment: float
    postings: int
    candidate: float


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """How files are read; the figures are explained in ``reading.yaml``."""

    bytes: int
    sample: int
    control_share: float
    utf8_damage: float
    encodings: tuple[str, ...]
    not_texts: tuple[str, ...]
    suffixes: tuple[str, ...]
    header: int
    copies: CopySettings


@cache
def read_settings() -> ReadSettings:
    """The settings of this room.

    Raises:
        DataError: if the file is missing or does not have exactly these keys.
    """
    try:
        return msgspec.yaml.decode(_PATH.read_bytes(), type=ReadSettings)
    except (OSError, msgspec.MsgspecError) as error:
        raise DataError(f"{_PATH}: {error}") from error
