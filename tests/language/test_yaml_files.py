from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from kg.errors import DataError
from kg.language.yaml_files import read_mapping, read_yaml

ROOT = Path(__file__).parents[2]
FILES = sorted(
    path
    for folder in ("kg/language/data", "ontology", "tests/data/sentences")
    for path in ROOT.glob(f"{folder}/**/*.yaml")
)


def repeated(node: yaml.Node) -> Iterator[str]:
    """Keys that stand twice in one mapping: the first would be lost without a word."""
    if isinstance(node, yaml.MappingNode):
        keys = Counter(key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode) and key.value != "<<")
        yield from (f"{key!r} at line {node.start_mark.line + 1}" for key, count in keys.items() if count > 1)
        for _, value in node.value:
            yield from repeated(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from repeated(item)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_key_stands_twice(path: Path) -> None:
    root = yaml.compose(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    assert root is None or not list(repeated(root))


def test_a_repeated_key_is_seen() -> None:
    root = yaml.compose("a: {b: 1, c: [{b: 2, b: 3}]}")
    assert root is not None
    assert list(repeated(root)) == ["'b' at line 1"]


def test_what_is_no_mapping_is_told_with_its_path(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("[1]", encoding="utf-8")
    with pytest.raises(DataError, match=r"x\.yaml: expected a mapping, found list"):
        read_mapping(tmp_path / "x.yaml")
    (tmp_path / "y.yaml").write_text("a: [", encoding="utf-8")
    with pytest.raises(DataError, match=r"y\.yaml: not valid YAML"):
        read_yaml(tmp_path / "y.yaml")
