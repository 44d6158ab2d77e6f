"""Identifiers made from content: the same content has the same id at every run, on every machine."""

from __future__ import annotations

import hashlib

#: hex digits kept: 64 bits; for a million ids the odds of one collision are about 3e-8
_LENGTH = 16


def make_id(*parts: str | int) -> str:
    """Hash the parts that identify a thing; what only describes it stays out."""
    blob = "\x1f".join(str(part) for part in parts).encode()
    return hashlib.sha256(blob).hexdigest()[:_LENGTH]
