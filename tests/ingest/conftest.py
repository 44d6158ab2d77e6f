from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.ingest import PassageRules, Record, load_passage_rules, make_document
from kg.model import Document

Make = Callable[..., Document]


@pytest.fixture(scope="session")
def rules() -> PassageRules:
    return load_passage_rules()


@pytest.fixture(scope="session")
def make(rules: PassageRules) -> Make:
    """Makes a document of a text; fails if it is skipped."""

    def make_one(text: str, identifier: str = "a.txt", **metadata: str) -> Document:
        document = make_document(Record(identifier, text.encode(), metadata), rules)
        assert isinstance(document, Document), document
        return document

    return make_one
