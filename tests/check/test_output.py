"""A sound graph passes; every kind of fault is found, each by its own code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from rdflib import RDF, XSD, Literal, URIRef

from kg.check import check_output
from kg.model import KnowledgeBase, Severity
from kg.rdf import BASE_IRI, GraphSet, Triple, to_graphs, trig, turtle
from kg.rdf.namespaces import DCTERMS, GAF, KG, NIF, PROV, SCHEMA, SKOS
from kg.vocabulary import load_vocabulary
from tests.check.vocabulary import sample_vocabulary
from tests.samples import sample_knowledge_base

VOCABULARY = sample_vocabulary()
GRAPHS = to_graphs(sample_knowledge_base(), VOCABULARY)
KARIM, ATLAS, RABAT = (URIRef(f"{BASE_IRI}entity/{name}") for name in ("karim", "atlas", "rabat"))
ARREST, ATTACK, EXPLOSION = (URIRef(f"{BASE_IRI}event/{name}") for name in ("arrest", "attack", "explosion"))
DOC, SPAN = URIRef(f"{BASE_IRI}doc/doc1"), URIRef(f"{BASE_IRI}doc/doc1#char=69,81")


def _claim(subject: URIRef, predicate: URIRef) -> URIRef:
    """The one claim of a subject and predicate."""
    claims = {s for s, p, o in GRAPHS.default if p == RDF.subject and o == subject}
    (claim,) = [s for s, p, o in GRAPHS.default if s in claims and p == RDF.predicate and o == predicate]
    assert isinstance(claim, URIRef)
    return claim


PATIENT = _claim(ARREST, KG.patient)


def _without(subject: URIRef, predicate: URIRef) -> frozenset[Triple]:
    kept = frozenset(t for t in GRAPHS.default if t[:2] != (subject, predicate))
    assert kept < GRAPHS.default
    return kept


def _with(*triples: Triple) -> frozenset[Triple]:
    assert not GRAPHS.default & set(triples)
    return GRAPHS.default | set(triples)


def _changed(subject: URIRef, predicate: URIRef, value: URIRef | Literal) -> frozenset[Triple]:
    return _without(subject, predicate) | {(subject, predicate, value)}


def _codes(folder: Path, default: frozenset[Triple]) -> set[str]:
    graphs = replace(GRAPHS, default=default)
    (folder / "graph.ttl").write_text(turtle(graphs), encoding="utf-8")
    (folder / "graph.trig").write_text(trig(graphs), encoding="utf-8")
    report = check_output(folder, VOCABULARY)
    assert report.ok is not any(r.severity is Severity.ERROR for r in report.results)
    return {r.code for r in report.results}


def test_a_sound_graph_passes(tmp_path: Path) -> None:
    assert _codes(tmp_path, GRAPHS.default) == set()


def test_an_empty_graph_passes(tmp_path: Path) -> None:
    graphs = to_graphs(KnowledgeBase(()), VOCABULARY)
    (tmp_path / "graph.ttl").write_text(turtle(graphs), encoding="utf-8")
    (tmp_path / "graph.trig").write_text(trig(graphs), encoding="utf-8")
    assert check_output(tmp_path, load_vocabulary()).ok


_FAULTS: dict[str, Callable[[], frozenset[Triple]]] = {
    "claim-evidence": lambda: _without(PATIENT, KG.evidence),
    "claim-factuality": lambda: _changed(PATIENT, KG.factuality, KG.Certain),
    "claim-rule": lambda: _without(PATIENT, KG.rule),
    "claim-confidence": lambda: _changed(PATIENT, KG.confidence, Literal("1.01", datatype=XSD.decimal)),
    "claim-sources": lambda: _without(PATIENT, KG.independentSources),
    "claim-subject": lambda: _with((PATIENT, RDF.subject, ATTACK)),
    "claim-object": lambda: _with((PATIENT, RDF.object, ATLAS)),
    "claim-predicate": lambda: _without(PATIENT, RDF.predicate),
    "claim-trigger": lambda: _with((PATIENT, KG.trigger, KARIM)),
    "claim-attribution": lambda: _with((PATIENT, PROV.wasAttributedTo, Literal("DGSN"))),
    "claim-predicate-unknown": lambda: _changed(PATIENT, RDF.predicate, KG.likes),
    "claim-class-unknown": lambda: _changed(_claim(ARREST, RDF.type), RDF.object, KG.Party),
    "claim-object-type": lambda: _changed(_claim(ARREST, KG.place), RDF.object, KARIM),
    "claim-subject-type": lambda: _changed(_claim(KARIM, SCHEMA.memberOf), RDF.subject, RABAT),
    "claim-object-datatype": lambda: _changed(_claim(KARIM, KG.age), RDF.object, Literal("34")),
    "claim-not-plain": lambda: _without(ARREST, KG.patient),
    "plain-without-claim": lambda: _with((ARREST, KG.agent, KARIM)),
    "plain-but-denied": lambda: _with((EXPLOSION, KG.agent, ATLAS)),
    "type-without-claim": lambda: _with((ATTACK, RDF.type, KG.Attack)),
    "type-but-denied": lambda: _with((URIRef(f"{BASE_IRI}event/escape"), RDF.type, KG.Escape)),
    "place-object": lambda: _with((ARREST, KG.place, KARIM)),
    "killed-object": lambda: _with((EXPLOSION, KG.killed, Literal("many"))),
    "agent-object": lambda: _with((ARREST, KG.agent, DOC)),
    "span-not-its-text": lambda: _changed(SPAN, NIF.anchorOf, Literal("Karim Belhadj")),
    "span-begin": lambda: _changed(SPAN, NIF.beginIndex, Literal(81)),
    "span-end": lambda: _without(SPAN, NIF.endIndex),
    "span-words": lambda: _without(SPAN, NIF.anchorOf),
    "span-document": lambda: _without(SPAN, NIF.referenceContext),
    "mention-without-kind": lambda: _without(SPAN, KG.mentionKind),
    "mention-kind": lambda: _changed(SPAN, KG.mentionKind, KG.Verbal),
    "document-identifier": lambda: _without(DOC, DCTERMS.identifier),
    "document-text": lambda: _without(DOC, NIF.isString),
    "document-language": lambda: _without(DOC, DCTERMS.language),
    "document-date": lambda: _changed(DOC, SCHEMA.datePublished, Literal("28/11/2023")),
    "thing-label": lambda: _without(KARIM, SKOS.prefLabel),
    "thing-mention": lambda: _with((KARIM, GAF.denotedBy, DOC)),
    "status-missing": lambda: _changed(_claim(ATTACK, KG.agent), KG.factuality, KG.Planned),
    "status-without-claim": lambda: _changed(_claim(ATTACK, KG.agent), KG.factuality, KG.Planned),
}


@pytest.mark.parametrize("code", _FAULTS)
def test_a_fault_is_found(tmp_path: Path, code: str) -> None:
    assert code in _codes(tmp_path, _FAULTS[code]())


def test_a_class_that_the_ontology_lacks_needs_a_claim_too(tmp_path: Path) -> None:
    assert _codes(tmp_path, _with((ATTACK, RDF.type, KG.Party))) == {"type-without-claim"}


@pytest.mark.parametrize("name", ["graph.ttl", "graph.trig"])
def test_a_missing_file_is_an_error(tmp_path: Path, name: str) -> None:
    _codes(tmp_path, GRAPHS.default)
    (tmp_path / name).unlink()
    (result,) = check_output(tmp_path, VOCABULARY).results
    assert (result.severity, result.code, result.where) == (Severity.ERROR, "file-missing", str(tmp_path / name))


def test_a_broken_file_is_an_error(tmp_path: Path) -> None:
    _codes(tmp_path, GRAPHS.default)
    (tmp_path / "graph.trig").write_text("<a> <b>", encoding="utf-8")
    (result,) = check_output(tmp_path, VOCABULARY).results
    assert result.code == "file-unreadable"


def test_files_that_differ_are_an_error(tmp_path: Path) -> None:
    _codes(tmp_path, GRAPHS.default)
    shorter = GraphSet(_without(KARIM, SKOS.altLabel), GRAPHS.named)
    (tmp_path / "graph.trig").write_text(trig(shorter), encoding="utf-8")
    (result,) = check_output(tmp_path, VOCABULARY).results
    assert (result.code, result.where) == ("files-differ", "graph.ttl")
    assert "1 triples" in result.message


def test_results_are_sorted_and_name_node_and_value(tmp_path: Path) -> None:
    _codes(tmp_path, _with((ARREST, KG.agent, KARIM)))
    report = check_output(tmp_path, VOCABULARY)
    assert list(report.results) == sorted(report.results)
    assert not report.ok
    (result,) = report.results
    assert (result.where, result.message) == (
        str(ARREST), f"a plain triple stands without a claim that asserts it: {KARIM}",
    )  # fmt: skip
