"""What the page knows, as plain tables: columns instead of records, numbers of rows instead of ids, to stay small.

Offsets are code points of a document's text, as everywhere; the page cuts sentences out of the texts itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

import networkx as nx

from kg.graph import ClaimRecord
from kg.graph.records import Stretch
from kg.model import Document, EventLink, Merge
from kg.model.period import period
from kg.view.model import DrawnEdge, DrawnNode
from kg.view.sentences import Sentences
from kg.vocabulary import Vocabulary

Columns = dict[str, list[Any]]
#: characters of all documents up to which their texts are in the page; above, only the sentences that are evidence
TEXTS = 12_000_000


class Index:
    """Numbers for ids, in the order in which they were given."""

    def __init__(self, ids: Iterable[str]) -> None:
        self.ids = list(ids)
        self._number = {id_: i for i, id_ in enumerate(self.ids)}

    def __getitem__(self, id_: str) -> int:
        return self._number[id_]

    def get(self, id_: str) -> int:
        """The number, or -1."""
        return self._number.get(id_, -1)


def node_table(
    graph: nx.MultiDiGraph[str], nodes: Sequence[DrawnNode], documents: Index, texts: Sequence[str]
) -> Columns:
    """One row a node; ``first`` is where it is mentioned, if possible by its label: document, begin, words."""
    data = [graph.nodes[node.id] for node in nodes]
    return {
        "id": [node.id for node in nodes],
        "kind": [node.kind for node in nodes],
        "type": [node.type for node in nodes],
        "label": [node.label for node in nodes],
        "status": [node.status for node in nodes],
        "names": [[list(name) for name in d["names"] if name[0] != n.label] for n, d in zip(nodes, data, strict=True)],
        "mentions": [d["mentions"] for d in data],
        "documents": [[documents[id_] for id_ in d["documents"]] for d in data],
        "place": [list(d["coordinates"]) if d["coordinates"] else None for d in data],
        "first": [_first(n, d["spans"], documents, texts) for n, d in zip(nodes, data, strict=True)],
        "authority": [[list(link) for link in d["links"]] for d in data],
    }


def _first(node: DrawnNode, spans: Iterable[Stretch], documents: Index, texts: Sequence[str]) -> list[Any] | None:
    found = [
        (number, begin, texts[number][begin:end]) for id_, begin, end in spans if (number := documents.get(id_)) >= 0
    ]
    best = min(found, key=lambda mention: (mention[2] != node.label, mention), default=None)
    return list(best) if best else None


def edge_table(edges: Sequence[DrawnEdge], nodes: Index, claims: Index, bends: Mapping[str, int]) -> Columns:
    """One row a drawn link."""
    return {
        "from": [nodes[edge.begin] for edge in edges],
        "to": [nodes[edge.end] for edge in edges],
        "predicate": [edge.predicate for edge in edges],
        "status": [edge.status for edge in edges],
        "claims": [[claims[id_] for id_ in edge.claims] for edge in edges],
        "independent": [edge.independent for edge in edges],
        "bend": [bends[edge.id] for edge in edges],
    }


def claim_table(claims: Sequence[ClaimRecord], links: frozenset[str], nodes: Index, sentences: Sentences) -> Columns:
    """One row a claim; ``object`` is -1 and ``value`` a text if the claim is none of the ``links`` between nodes."""
    found = [nodes[claim["object"]] if claim["id"] in links else -1 for claim in claims]
    return {
        "id": [claim["id"] for claim in claims],
        "subject": [nodes[claim["subject"]] for claim in claims],
        "predicate": [claim["predicate"] for claim in claims],
        "object": found,
        "value": [None if o >= 0 else claim["object"] for claim, o in zip(claims, found, strict=True)],
        "datatype": [claim["datatype"] for claim in claims],
        "status": [claim["factuality"] for claim in claims],
        "disputed": [int(claim["disputed"]) for claim in claims],
        "sources": [[nodes[id_] for id_ in claim["sources"]] for claim in claims],
        "independent": [claim["independent_sources"] for claim in claims],
        "confidence": [round(claim["confidence"], 3) for claim in claims],
        "evidence": [[sentences.add(e) for e in claim["evidence"]] for claim in claims],
        "rules": [[e["rule"] for e in claim["evidence"]] for claim in claims],
    }


def document_table(documents: Sequence[Document]) -> Columns:
    """One row a document; a link is kept only if it leads to the web."""
    whole = sum(len(d.text) for d in documents) <= TEXTS
    return {
        "identifier": [d.identifier for d in documents],
        "title": [d.title for d in documents],
        "date": [d.published.edtf if d.published else None for d in documents],
        "publisher": [d.publisher for d in documents],
        "url": [web_link(d.url) for d in documents],
        "language": [d.language for d in documents],
        "text": [d.text if whole else None for d in documents],
    }


def merge_table(merges: Sequence[Merge], nodes: Index) -> Columns:
    """Why entities or events of documents became one: one row a comparison."""
    known = [m for m in merges if nodes.get(m.id) >= 0 and m.left != m.right]
    return {
        "node": [nodes[m.id] for m in known],
        "left": [m.left for m in known],
        "right": [m.right for m in known],
        "score": [round(m.score.value, 3) for m in known],
        "reason": [m.score.reason for m in known],
    }


def happening_table(links: Sequence[EventLink], nodes: Index) -> Columns:
    """Which events of different documents may be one happening, and why: one row a link."""
    known = [link for link in links if nodes.get(link.left) >= 0 and nodes.get(link.right) >= 0]
    return {
        "left": [nodes[link.left] for link in known],
        "right": [nodes[link.right] for link in known],
        "score": [round(link.score.value, 3) for link in known],
        "reason": [link.score.reason for link in known],
    }


def date_table(claims: Iterable[ClaimRecord]) -> dict[str, list[Any]]:
    """EDTF value -> first day, last day, whether its year is unknown, whether it is approximate."""
    values = sorted({c["object"] for c in claims if c["datatype"] == "edtf"})
    found = {value: period(value) for value in values}
    return {v: [p.begin, p.end, int(p.yearless), int(p.approximate)] for v, p in found.items() if p is not None}


def label_data(vocabulary: Vocabulary, messages: Mapping[str, Any], language: str) -> dict[str, dict[str, str]]:
    """Labels of kinds, event classes and predicates."""
    kinds = {name: entity.label for name, entity in vocabulary.entities.items()}
    events = {name: event.label for name, event in vocabulary.events.items()}
    relations = {name: relation.label for name, relation in vocabulary.relations.items()}
    return {
        "kinds": {**_in(kinds, language), **{k: v["label"] for k, v in messages["kinds"].items()}},
        "classes": _in(events, language),
        "predicates": _in(relations, language),
    }


def _in(labels: Mapping[str, Mapping[str, str]], language: str) -> dict[str, str]:
    return {name: label.get(language, name) for name, label in sorted(labels.items())}


def web_link(url: str | None) -> str | None:
    """The address if it is one of the web, else ``None``."""
    try:
        return url if url and urlsplit(url).scheme in {"http", "https"} else None
    except ValueError:  # not a URL: e.g. an unclosed bracket in the host
        return None
