"""A sorted table that is searched as it stands, so that nothing of it is parsed before it is asked for."""

from __future__ import annotations

import gzip
from bisect import bisect_right
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import DataError

#: bytes between two noted lines
_BLOCK = 1_000


@dataclass(frozen=True, slots=True)
class SortedTable:
    """Lines of tab-separated columns, sorted by the bytes of the first, read by bisection."""

    data: bytes  #: UTF-8, each line ends with a line feed
    _begins: list[int] = field(init=False, repr=False, compare=False)  #: of a line every few of them
    _firsts: list[bytes] = field(init=False, repr=False, compare=False)  #: the first column there

    def __post_init__(self) -> None:
        """Note where to begin to look, so that bisection need not cut lines out of the data."""
        begins, at = [], 0
        while at < len(self.data):
            begins.append(at)
            at = (self.data.find(b"\n", at + _BLOCK) + 1) or len(self.data)
        object.__setattr__(self, "_begins", begins)
        object.__setattr__(self, "_firsts", [self.data[at : self.data.find(b"\t", at)] for at in begins])

    @classmethod
    def read(cls, path: Path) -> SortedTable:
        """The table of a gzipped file.

        Raises:
            DataError: if the file is missing or broken.
        """
        try:
            return cls(gzip.decompress(path.read_bytes()))
        except (OSError, EOFError) as error:
            raise DataError(f"{path}: cannot be read ({error}); make it with tools/build_places.py") from error

    def find(self, key: str) -> tuple[str, ...] | None:
        """The columns after the first of the line whose first column is ``key``."""
        wanted = key.encode()
        block = bisect_right(self._firsts, wanted) - 1
        if block < 0:
            return None
        begin = self._begins[block]
        end = self._begins[block + 1] if block + 1 < len(self._begins) else len(self.data)
        if self._firsts[block] != wanted:
            before = self.data.find(b"\n" + wanted + b"\t", begin, end)
            if before < 0:
                return None
            begin = before + 1
        return tuple(self.data[begin : self.data.index(b"\n", begin)].decode().split("\t")[1:])
