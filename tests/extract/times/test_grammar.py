from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import DataError
from kg.extract.times.finding import _READERS
from kg.extract.times.folding import fold
from kg.extract.times.grammar import _data, compile_grammar, load_time_grammar
from tests.extract.times.test_finding import ALL


@pytest.fixture
def raw() -> dict[str, Any]:
    return dict(yaml.safe_load(_data("fr").read_text(encoding="utf-8")))


def test_grammar_is_compiled_once() -> None:
    assert load_time_grammar("fr") is load_time_grammar("fr")


def test_unknown_language_names_those_that_are_there() -> None:
    with pytest.raises(DataError, match=r"'xx'.*found: fr"):
        load_time_grammar("xx")


def test_every_rule_has_a_reader_and_every_reader_a_rule() -> None:
    assert {rule.read for rule in load_time_grammar().rules.values()} == set(_READERS)


def test_names_of_rules_are_unique() -> None:
    names = [rule.name for rule in load_time_grammar().rules.values()]
    assert len(names) == len(set(names))


def test_unknown_key_is_named(raw: dict[str, Any]) -> None:
    with pytest.raises(DataError, match="season_s"):
        compile_grammar("fr", {**raw, "season_s": {}}, "times.yaml")


def test_unknown_vocabulary_is_named(raw: dict[str, Any]) -> None:
    rule = {"name": "x", "read": "day", "pattern": "le {jour}"}
    with pytest.raises(DataError, match="'jour'"):
        compile_grammar("fr", {**raw, "rules": [rule]}, "times.yaml")


def test_broken_pattern_is_shown(raw: dict[str, Any]) -> None:
    with pytest.raises(DataError, match=r"le \("):
        compile_grammar("fr", {**raw, "masks": ["le ("]}, "times.yaml")


def test_rule_without_reader_is_refused(raw: dict[str, Any]) -> None:
    with pytest.raises(DataError, match="needs name, read, pattern"):
        compile_grammar("fr", {**raw, "rules": [{"name": "x", "pattern": "le"}]}, "times.yaml")


@pytest.mark.parametrize("text", [text for _, text, _ in ALL])
def test_neighbourhoods_of_triggers_lose_nothing(text: str) -> None:
    grammar = load_time_grammar()
    folded = grammar.prepare("x " * 60 + text + " x" * 60)
    assert [m.span() for m in grammar.scan(folded)] == [m.span() for m in grammar.scanner.finditer(folded)]


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_folding_makes_spellings_equal() -> None:
    assert fold("L’ÉTÉ\u00a0Dernier") == "l'ete dernier"
