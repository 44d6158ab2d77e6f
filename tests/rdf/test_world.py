"""The names of things and predicates."""

from __future__ import annotations

import pytest
from rdflib import URIRef

from kg.errors import DataError
from kg.rdf.namespaces import KG, SCHEMA
from kg.rdf.terms import Names
from kg.rdf.world import World
from kg.vocabulary import load_vocabulary
from tests.samples import sample_knowledge_base

WORLD = World.of(sample_knowledge_base(), load_vocabulary(), Names("https://a.example/"))


def test_entities_and_events_have_a_node() -> None:
    assert WORLD.node("karim") == URIRef("https://a.example/entity/karim")
    assert WORLD.node("arrest") == URIRef("https://a.example/event/arrest")


def test_predicates_have_the_iri_of_the_ontology() -> None:
    assert (WORLD.predicate("agent"), WORLD.predicate("residesIn")) == (KG.agent, SCHEMA.homeLocation)


def test_unknown_names_are_told() -> None:
    with pytest.raises(DataError, match="'nobody'"):
        WORLD.node("nobody")
    with pytest.raises(DataError, match="'likes' is not in ontology/relations"):
        WORLD.predicate("likes")
