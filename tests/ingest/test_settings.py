from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from kg.errors import DataError
from kg.ingest import settings


def test_every_encoding_is_known_here() -> None:
    found = settings.read_settings()
    assert all(codecs.lookup(name) for name in (*found.encodings, *found.not_texts))


def test_a_misspelt_key_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "reading.yaml"
    path.write_text("byte: 1\n", encoding="utf-8")
    monkeypatch.setattr(settings, "_PATH", path)
    settings.read_settings.cache_clear()
    try:
        with pytest.raises(DataError, match=r"reading\.yaml.*bytes"):
            settings.read_settings()
    finally:
        settings.read_settings.cache_clear()
