"""What the page knows: the drawing, and the words behind each of its lines, as data for the scripts.

Texts are told apart from their documents' offsets here, in code points; JavaScript counts otherwise, so each sentence
comes with its marks counted from its own beginning.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

import networkx as nx

from kg.graph import ClaimRecord, EvidenceRecord
from kg.graph.records import Stretch
from kg.view.model import DrawnEdge, DrawnNode
from kg.vocabulary import Vocabulary

#: begin and end in code points of the sentence, and ``trigger`` or ``mention``
Mark = tuple[int, int, str]


def node_data(
    graph: nx.MultiDiGraph[str], nodes: Sequence[DrawnNode], lines: Mapping[str, Sequence[str]]
) -> list[dict[str, Any]]:
    """The nodes as the page lists and draws them."""
    return [
        {
            "id": node.id,
            "kind": node.kind,
            "type": node.type,
            "label": node.label,
            "lines": lines[node.id],
            "status": node.status,
            "names": [name for name in graph.nodes[node.id]["names"] if name[0] != node.label],
            "mentions": graph.nodes[node.id]["mentions"],
            "documents": len(graph.nodes[node.id]["documents"]),
        }
        for node in nodes
    ]


def edge_data(edges: Sequence[DrawnEdge]) -> list[dict[str, Any]]:
    """The edges as the page explains them."""
    return [
        {
            "id": edge.id,
            "from": edge.begin,
            "to": edge.end,
            "predicate": edge.predicate,
            "status": edge.status,
            "claims": edge.claims,
        }
        for edge in edges
    ]


def claim_data(graph: nx.MultiDiGraph[str]) -> list[dict[str, Any]]:
    """Every claim with its evidence, in the order of their ids."""
    return [_claim(claim, graph) for claim in sorted(_claims(graph), key=lambda c: c["id"])]


def document_data(graph: nx.MultiDiGraph[str]) -> dict[str, dict[str, Any]]:
    """The documents; a link is kept only if it leads to the web."""
    return {id_: {**record, "url": _web_link(record["url"])} for id_, record in graph.graph["documents"].items()}


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


def _web_link(url: str | None) -> str | None:
    try:
        return url if url and urlsplit(url).scheme in {"http", "https"} else None
    except ValueError:  # not a URL: e.g. an unclosed bracket in the host
        return None


def _claims(graph: nx.MultiDiGraph[str]) -> Iterable[ClaimRecord]:
    for _, data in graph.nodes(data=True):
        yield from data["classes"]
        for claims in data["literals"].values():
            yield from claims
    for *_, data in graph.edges(data=True):
        yield data  # type: ignore[misc]  # networkx types edge data as a plain dict; to_networkx made a ClaimRecord


def _claim(claim: ClaimRecord, graph: nx.MultiDiGraph[str]) -> dict[str, Any]:
    ends = [claim["subject"], *([claim["object"]] if claim["object"] in graph else [])]
    return {
        "id": claim["id"],
        "subject": claim["subject"],
        "predicate": claim["predicate"],
        "object": claim["object"],
        "status": claim["factuality"],
        "disputed": claim["disputed"],
        "sources": claim["sources"],
        "independent": claim["independent_sources"],
        "confidence": round(claim["confidence"], 3),
        "evidence": [_evidence(e, claim["triggers"], ends, graph) for e in claim["evidence"]],
    }


def _evidence(
    evidence: EvidenceRecord, triggers: Sequence[Stretch], ends: Sequence[str], graph: nx.MultiDiGraph[str]
) -> dict[str, Any]:
    spans = [(span, "trigger") for span in triggers]
    for id_ in ends:
        kind = "trigger" if graph.nodes[id_]["kind"] == "event" else "mention"
        spans += [(span, kind) for span in graph.nodes[id_]["spans"]]
    return {
        "document": evidence["document"],
        "begin": evidence["begin"],
        "end": evidence["end"],
        "quote": evidence["quote"],
        "rule": evidence["rule"],
        "marks": _marks(evidence, spans),
    }


def _marks(evidence: EvidenceRecord, spans: Iterable[tuple[Stretch, str]]) -> list[Mark]:
    """Marks inside the sentence that do not overlap: the earlier, then the longer one stays."""
    begin, end = evidence["begin"], evidence["end"]
    inside = {
        (b - begin, e - begin, kind)
        for (document, b, e), kind in spans
        if document == evidence["document"] and begin <= b and e <= end
    }
    kept: list[Mark] = []
    for mark in sorted(inside, key=lambda m: (m[0], -m[1], m[2])):
        if not kept or kept[-1][1] <= mark[0]:
            kept.append(mark)
    return kept
