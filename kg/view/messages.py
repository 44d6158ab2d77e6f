"""The page's words, from ``data/messages.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

from kg.errors import DataError


@cache
def load_messages(language: str) -> Mapping[str, Any]:
    """The words of one language.

    Raises:
        DataError: if there are none.
    """
    raw = yaml.safe_load(resources.files("kg.view").joinpath("data/messages.yaml").read_text(encoding="utf-8"))
    if language not in raw:
        raise DataError(f"no page in language {language!r}; choose one of {', '.join(sorted(raw))}")
    words: Mapping[str, Any] = raw[language]
    return words
