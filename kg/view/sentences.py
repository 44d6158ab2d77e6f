"""The sentences that are evidence, each once, with the words in it that name something."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

import networkx as nx

from kg.graph import EvidenceRecord

_Stretch = tuple[str, int, int]


class Sentences:
    """Numbers sentences in the order in which they are added."""

    def __init__(self) -> None:
        self._number: dict[_Stretch, int] = {}
        self._quotes: list[str] = []

    def add(self, evidence: EvidenceRecord) -> int:
        """The number of an evidence's sentence."""
        key = evidence["document"], evidence["begin"], evidence["end"]
        if key not in self._number:
            self._quotes.append(evidence["quote"])
        return self._number.setdefault(key, len(self._number))

    def table(
        self, graph: nx.MultiDiGraph[str], nodes: Callable[[str], int], documents: Callable[[str], int], *, whole: bool
    ) -> dict[str, list[Any]]:
        """One row a sentence: its place, and ``marks``: begin, end (from the sentence's own beginning), node.

        ``quote`` is the text, or ``None`` where ``whole`` says that the documents' texts are in the page.
        """
        named = _by_document(graph)
        keys = list(self._number)
        return {
            "document": [documents(document) for document, _, _ in keys],
            "begin": [begin for _, begin, _ in keys],
            "end": [end for _, _, end in keys],
            "quote": [None if whole else quote for quote in self._quotes],
            "marks": [
                [[b - begin, e - begin, nodes(id_)] for b, e, id_ in _inside(named[document], begin, end)]
                for document, begin, end in keys
            ],
        }


def _by_document(graph: nx.MultiDiGraph[str]) -> Mapping[str, list[tuple[int, int, str]]]:
    """Begin, end and node of every mention and trigger, by document, in the order of the text."""
    found: defaultdict[str, set[tuple[int, int, str]]] = defaultdict(set)
    for id_, data in graph.nodes(data=True):
        for document, begin, end in data["spans"]:
            found[document].add((begin, end, id_))
        for claim in data["classes"]:
            for document, begin, end in claim["triggers"]:
                found[document].add((begin, end, id_))
    return defaultdict(list, {document: sorted(spans) for document, spans in found.items()})


def _inside(spans: list[tuple[int, int, str]], begin: int, end: int) -> list[tuple[int, int, str]]:
    first = bisect_left(spans, (begin,))
    last = bisect_left(spans, (end,))
    return [span for span in spans[first:last] if span[1] <= end]
