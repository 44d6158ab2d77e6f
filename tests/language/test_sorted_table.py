import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import DataError
from kg.language.sorted_table import SortedTable

keys = st.text(alphabet="abcéب", min_size=1, max_size=4)


@given(st.dictionaries(keys, st.text(alphabet="xyz 1", min_size=1)), keys)
def test_a_sorted_table_is_a_dictionary(content: dict[str, str], other: str) -> None:
    lines = [f"{key}\t{content[key]}\n" for key in sorted(content, key=str.encode)]
    table = SortedTable("".join(lines).encode())
    for key, value in content.items():
        assert table.find(key) == (value,)
    assert (table.find(other) is None) == (other not in content)


def test_every_line_of_a_long_table_is_found() -> None:
    content = {f"key{number:05}": f"value {number}" for number in range(1_000)}
    table = SortedTable("".join(f"{key}\t{value}\n" for key, value in content.items()).encode())
    assert len(table.data) > 10_000  # several stretches that are searched one by one
    assert {key: table.find(key) for key in content} == {key: (value,) for key, value in content.items()}
    assert table.find("key") is table.find("key00500a") is table.find("zzz") is None


def test_a_missing_or_broken_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"absent\.tsv\.gz"):
        SortedTable.read(tmp_path / "absent.tsv.gz")
    broken = tmp_path / "broken.tsv.gz"
    broken.write_bytes(gzip.compress(b"a\tb\n")[:-5])
    with pytest.raises(DataError, match=r"broken\.tsv\.gz"):
        SortedTable.read(broken)
