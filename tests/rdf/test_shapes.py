"""The generated shapes."""

from __future__ import annotations

import pyoxigraph as ox
from rdflib import Literal
from rdflib.collection import Collection

from kg.model import Factuality
from kg.rdf import shapes_graph
from kg.rdf.namespaces import EDTF, KG, RDF, SH, SHAPES, XSD, expand
from kg.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
GRAPH = shapes_graph(VOCABULARY)


def test_plain_triples_of_every_predicate_are_targets() -> None:
    expected = {expand(r.iri) for r in VOCABULARY.relations.values() if r.kind != "class"}
    assert set(GRAPH.objects(SHAPES.PlainTriple, SH.targetSubjectsOf)) == expected


def test_a_role_takes_any_of_its_types() -> None:
    (items,) = GRAPH.objects(SHAPES["patient-object"], SH["or"])
    assert {GRAPH.value(item, SH["class"]) for item in Collection(GRAPH, items)} >= {KG.Person, KG.Group}
    assert GRAPH.value(SHAPES["place-object"], SH["class"]) == KG.Place


def test_literals_take_their_datatype_and_counts_their_form() -> None:
    assert GRAPH.value(SHAPES["date-object"], SH.datatype) == EDTF.EDTF
    assert GRAPH.value(SHAPES["age-object"], SH.datatype) == XSD.integer
    assert GRAPH.value(SHAPES["killed-object"], SH.pattern) == Literal("^(~|>=?|<=?)?[0-9]+$")


def test_factualities_are_those_of_the_model() -> None:
    (items,) = GRAPH.objects(SHAPES["claim-factuality"], SH["in"])
    assert set(Collection(GRAPH, items)) == {KG[f] for f in Factuality}


def test_every_rule_has_a_message_and_a_name_that_can_be_a_code() -> None:
    rules = {*GRAPH.objects(None, SH.property), *GRAPH.objects(None, SH.sparql)}
    assert len(rules) > 40
    for rule in rules:
        assert str(rule).startswith(str(SHAPES))
        assert GRAPH.value(rule, SH.message)


def test_every_constraint_is_used_and_can_be_parsed() -> None:
    constraints = set(GRAPH.subjects(RDF.type, SH.SPARQLConstraint))
    assert constraints == set(GRAPH.objects(None, SH.sparql))
    declared = "".join(
        f"PREFIX {GRAPH.value(d, SH.prefix)}: <{GRAPH.value(d, SH.namespace)}>\n"
        for d in GRAPH.objects(None, SH.declare)
    )
    for constraint in constraints:
        select = str(GRAPH.value(constraint, SH.select))
        assert isinstance(ox.Store().query(declared + select), ox.QuerySolutions)
        assert not {"VALUES", "MINUS", "SERVICE"} & set(select.split())  # forbidden with $this bound beforehand
