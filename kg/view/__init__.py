"""The graph as one HTML page: drawn with pyvis, with the evidence behind every node and link."""

from __future__ import annotations

from kg.graph import to_networkx
from kg.graph.layout import layout
from kg.model import KnowledgeBase
from kg.view import content
from kg.view.labels import box_lines, box_size
from kg.view.messages import load_messages
from kg.view.model import drawn_edges, drawn_nodes
from kg.view.network import draw
from kg.view.page import build_page
from kg.view.style import load_style
from kg.vocabulary import Vocabulary

__all__ = ["render_html"]


def render_html(kb: KnowledgeBase, vocabulary: Vocabulary, *, language: str = "fr") -> str:
    """A self-contained page: no request, every text shown as text, the same bytes for the same input.

    Args:
        kb: what is drawn; not changed.
        vocabulary: gives the labels of classes and predicates.
        language: of the page's own words, ``fr`` or ``en``.

    Raises:
        DataError: if there is no page in that language.
    """
    messages, style = load_messages(language), load_style()
    graph = to_networkx(kb)
    nodes, edges = drawn_nodes(graph), drawn_edges(graph)
    lines = {node.id: box_lines(node, style.box, messages) for node in nodes}
    boxes = {id_: box_size(text, style.box) for id_, text in lines.items()}
    drawing = draw(nodes, edges, layout(graph, boxes), style)
    data = {
        "language": language,
        "messages": messages,
        "style": style.raw,
        "labels": content.label_data(vocabulary, messages, language),
        "nodes": content.node_data(graph, nodes, lines),
        "edges": content.edge_data(edges),
        "claims": content.claim_data(graph),
        "documents": content.document_data(graph),
        "boxes": boxes,
        "network": {"nodes": drawing.nodes, "edges": drawing.edges, "options": drawing.options},
    }
    return build_page(data, messages, language)
