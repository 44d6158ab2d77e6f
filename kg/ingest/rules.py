"""The rules of one language for passages, loaded from ``kg/language/data/<code>/passages.yaml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec

from kg.errors import DataError


@dataclass(frozen=True, slots=True)
class WrapRules:
    """When lines were filled to a width and belong together."""

    narrowest: int  #: code points
    widest: int  #: code points
    pairs: int  #: pairs of neighbouring lines that are needed to tell
    share: float  #: of those pairs, how many must fit


@dataclass(frozen=True, slots=True)
class TitleRules:
    """What a title looks like; explained in the file."""

    longest: int
    head: int
    words: int
    not_final: str
    alone_final: str
    closing: str
    bullets: str
    always: re.Pattern[str]
    never: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class PostRules:
    """What a social-media post looks like."""

    any: re.Pattern[str]
    signature: re.Pattern[str]
    hashtags: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class BoilerplateRules:
    """What furniture of a page looks like."""

    longest: int
    any: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class CleanRules:
    """Characters that are dropped or replaced one for one."""

    invisible: str
    same: dict[str, str]


@dataclass(frozen=True, slots=True)
class PassageRules:
    """All that a language says about passages; each field is explained in its data file."""

    language: str
    languages: tuple[str, ...]
    letters: int
    confidence: float
    sample: int
    terminal: str
    longest_passage: int
    wrapped: WrapRules
    title: TitleRules
    post: PostRules
    boilerplate: BoilerplateRules
    clean: CleanRules


def load_passage_rules(language: str = "fr") -> PassageRules:
    """Load the rules of a language.

    Args:
        language: ISO 639-1 code, the name of a folder of ``kg/language/data``.

    Raises:
        DataError: if the language has no such file, or a key is missing, misspelt or of the wrong kind.
    """
    folder = files("kg") / "language" / "data"
    path = folder / language / "passages.yaml" if language.isalpha() else None
    if path is None or not path.is_file():
        raise DataError(f"no passages.yaml for language {language!r} in {folder}; found {', '.join(_codes(folder))}")
    try:
        return msgspec.yaml.decode(path.read_bytes(), type=PassageRules, dec_hook=_compiled)
    except (msgspec.MsgspecError, re.error, ValueError) as error:
        raise DataError(f"{path}: {error}") from error


def _codes(folder: Traversable) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir() if (entry / "passages.yaml").is_file())


def _compiled(_: type, value: object) -> object:
    """A pattern from one expression, or from a list of which one must be found."""
    parts = value if isinstance(value, list) else [value]
    if not parts or not all(isinstance(part, str) for part in parts):
        raise ValueError(f"{value!r} is not a regular expression or a list of them")
    return re.compile("|".join(f"(?:{part})" for part in parts), re.IGNORECASE)
