from pathlib import Path

import pytest

from kg.errors import DataError
from kg.language.relations import load_relation_rules
from kg.model import EntityType
from kg.vocabulary import load_vocabulary


def test_every_relation_is_one_of_the_ontology() -> None:
    rules = load_relation_rules("fr")
    assert {p.relation for p in (*rules.predicates, *rules.nouns)} <= load_vocabulary().relations.keys()


def test_a_direct_object_may_be_the_other_end() -> None:
    (knows,) = [p for p in load_relation_rules("fr").predicates if p.relation == "knows"]
    assert knows.takes_object
    assert knows.object == frozenset()


def test_ends_may_be_limited_to_types() -> None:
    member = next(p for p in load_relation_rules("fr").nouns if p.relation == "memberOf" and "membre" in p.words)
    assert not member.takes_object
    assert member.object == {EntityType.ORGANIZATION, EntityType.GROUP}


@pytest.mark.parametrize(
    ("text", "age"),
    [("34 ans", "34"), ("5 ans de prison", None), ("3,5 ans", None), ("2 ans après", None), ("20 ans, Karim", "20")],
)
def test_ages_are_told_from_other_years(text: str, age: str | None) -> None:
    found = load_relation_rules("fr").age.search(text)
    assert (found["age"] if found is not None else None) == age


@pytest.mark.parametrize(
    ("text", "holds"), [(", en ", True), (" (", True), (", dans le nord du ", True), (" et ", False), (", ", False)]
)
def test_what_stands_between_a_place_and_the_one_that_holds_it(text: str, holds: bool) -> None:
    assert (load_relation_rules("fr").contained.match(text) is not None) is holds


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"relations\.yaml"):
        load_relation_rules("xx", tmp_path)
