"""The graph as one HTML page: drawn with pyvis, with the evidence behind every node and link."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from kg.errors import DataError
from kg.graph import ClaimRecord, to_networkx
from kg.graph.layout import Box, layout
from kg.graph.metrics import Parts, ranks
from kg.model import KnowledgeBase
from kg.view import content
from kg.view.labels import box_lines, box_size
from kg.view.messages import load_messages
from kg.view.model import DrawnEdge, DrawnNode, drawn_edges, drawn_nodes
from kg.view.network import Drawing, bends, draw
from kg.view.overview import find_communities, opening
from kg.view.page import build_page
from kg.view.sentences import Sentences
from kg.view.sparql import PageQuery, sparql_part
from kg.view.style import Style, load_style
from kg.vocabulary import Vocabulary

__all__ = ["PageQuery", "render_html"]

_LANGUAGES = ("en", "fr")


def render_html(
    kb: KnowledgeBase,
    vocabulary: Vocabulary,
    *,
    language: str = "fr",
    turtle: str | None = None,
    queries: Sequence[PageQuery] = (),
) -> str:
    """A self-contained page: no request, every text shown as text, the same bytes for the same input.

    Args:
        kb: what is drawn; not changed.
        vocabulary: gives the labels of classes and predicates.
        language: ``fr`` or ``en``: of the page's words, where the reader's browser asks for neither.
        turtle: the graph as the page's SPARQL part queries it; without it, or above a size, the part is left out.
        queries: named queries that the SPARQL part offers.

    Raises:
        DataError: if there is no page in that language.
    """
    if language not in _LANGUAGES:
        raise DataError(f"no page in language {language!r}; choose one of {', '.join(_LANGUAGES)}")
    messages = {name: load_messages(name) for name in _LANGUAGES}
    style, known = load_style(), _know(kb)
    data = {
        "language": language,
        "messages": messages,
        "style": style.raw,
        "labels": {name: content.label_data(vocabulary, words, name) for name, words in messages.items()},
        **_tables(kb, known),
        **_picture(known, style),
    }
    part = sparql_part(turtle, queries)
    return build_page({**data, "queries": part.offered}, messages[language], language, part)


@dataclass(frozen=True, slots=True)
class _Known:
    """The graph and what is drawn of it."""

    graph: nx.MultiDiGraph[str]
    rank: Mapping[str, float]
    nodes: Sequence[DrawnNode]  #: the most central first
    edges: Sequence[DrawnEdge]


def _know(kb: KnowledgeBase) -> _Known:
    graph = to_networkx(kb)
    rank = ranks(graph)
    nodes = sorted(drawn_nodes(graph), key=lambda node: (-rank[node.id], node.id))
    return _Known(graph, rank, nodes, drawn_edges(graph))


def _tables(kb: KnowledgeBase, known: _Known) -> dict[str, Any]:
    """What is known, by row numbers."""
    own, links = _claims(known.graph)
    claims = sorted([*own, *links], key=lambda c: c["id"])
    numbers, documents = content.Index(node.id for node in known.nodes), content.Index(d.id for d in kb.documents)
    claim_numbers, sentences = content.Index(c["id"] for c in claims), Sentences()
    claim_table = content.claim_table(claims, frozenset(c["id"] for c in links), numbers, sentences)
    document_table = content.document_table(kb.documents)
    whole = all(text is not None for text in document_table["text"])
    return {
        "nodes": content.node_table(known.graph, known.nodes, documents, [d.text for d in kb.documents]),
        "edges": content.edge_table(known.edges, numbers, claim_numbers, bends(known.edges)),
        "claims": claim_table,
        "sentences": sentences.table(known.graph, numbers.get, documents.get, whole=whole),
        "documents": document_table,
        "copies": [[documents[id_] for id_ in group] for group in kb.copies],
        "merges": content.merge_table(kb.merges, numbers),
        "happenings": content.happening_table(kb.event_links, numbers),
        "dates": content.date_table(claims),
    }


def _picture(known: _Known, style: Style) -> dict[str, Any]:
    """What is drawn at opening, the boxes of all nodes, and the communities of a large graph."""
    index = content.Index(node.id for node in known.nodes)
    words = max((load_messages(name)["statuses"] for name in _LANGUAGES), key=_longest)
    lines = [box_lines(node, style.box) for node in known.nodes]
    boxes = [box_size(_shown(node, text, words), style.box) for node, text in zip(known.nodes, lines, strict=True)]
    parts = find_communities(known.graph)
    drawing = _draw(known, parts, dict(zip(index.ids, boxes, strict=True)))
    return {
        "lines": lines,
        "boxes": boxes,
        "communities": [[index[id_] for id_ in part] for part in parts],
        "network": {"nodes": drawing.nodes, "edges": drawing.edges, "options": drawing.options},
    }


def _draw(known: _Known, parts: Parts, boxes: Mapping[str, Box]) -> Drawing:
    chosen = opening(known.graph, parts, known.rank)
    inside = set(chosen)
    places = layout(nx.MultiDiGraph(known.graph.subgraph(chosen)), boxes)
    edges = [e for e in known.edges if e.begin in inside and e.end in inside]
    return draw([node for node in known.nodes if node.id in inside], edges, places)


def _shown(node: DrawnNode, lines: Sequence[str], words: Mapping[str, Any]) -> tuple[str, ...]:
    """The box's lines with the status in the language that needs more room."""
    if node.status in {None, "Asserted"}:
        return tuple(lines)
    return (*lines, f"({words[node.status]['label']})")


def _longest(words: Mapping[str, Any]) -> int:
    return max(len(status["label"]) for status in words.values())


def _claims(graph: nx.MultiDiGraph[str]) -> tuple[list[ClaimRecord], list[ClaimRecord]]:
    """Claims that are attributes of their subject, and those that link two nodes."""
    own: list[ClaimRecord] = []
    for _, data in graph.nodes(data=True):
        own += data["classes"]
        for claims in data["literals"].values():
            own += claims
    # networkx types edge data as a plain dict; to_networkx made a ClaimRecord
    return own, [data for *_, data in graph.edges(data=True)]  # type: ignore[misc]
