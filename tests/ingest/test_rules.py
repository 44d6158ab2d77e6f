from __future__ import annotations

import pytest

from kg.errors import DataError
from kg.ingest import load_passage_rules


def test_french_rules_are_there() -> None:
    rules = load_passage_rules("fr")
    assert rules.language == "fr"
    assert rules.title.never.search("Par Anne Martin")


@pytest.mark.parametrize("language", ["xx", "../fr", ""])
def test_an_unknown_language_names_the_known(language: str) -> None:
    with pytest.raises(DataError, match=r"found fr"):
        load_passage_rules(language)
