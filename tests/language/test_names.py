from pathlib import Path

import pytest
import yaml

from kg.errors import DataError
from kg.language.names import load_name_rules
from kg.language.yaml_files import DATA, read_mapping


def write(folder: Path, **changes: object) -> Path:
    """A language whose names differ from French in some keys; None leaves a key out."""
    raw = {
        key: value for key, value in (read_mapping(DATA / "fr" / "names.yaml") | changes).items() if value is not None
    }
    (folder / "xx").mkdir()
    (folder / "xx" / "names.yaml").write_text(yaml.safe_dump(raw, allow_unicode=True), encoding="utf-8")
    return folder


def test_all_patterns_are_compiled_with_their_fragments() -> None:
    rules = load_name_rules("fr")
    assert rules.patterns
    assert not any("{Names}" in p.pattern.pattern or "{Of}" in p.pattern.pattern for p in rules.patterns)


def test_a_pattern_ends_with_a_word() -> None:
    (court, *_) = [p.pattern for p in load_name_rules("fr").patterns if p.rule == "police"]
    assert court.search("zone de police Mons") is not None


def test_a_missing_key_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="lacks kunya"):
        load_name_rules("xx", write(tmp_path, kunya=None))


def test_a_broken_pattern_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"'\(\?P<name' is no regular expression"):
        load_name_rules("xx", write(tmp_path, handle="(?P<name"))


def test_an_unknown_language_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="languages found: fr"):
        load_name_rules("xx", tmp_path)
