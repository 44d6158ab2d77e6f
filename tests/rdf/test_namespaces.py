"""Prefixed names."""

from __future__ import annotations

import pytest
from rdflib import URIRef

from kg.errors import DataError
from kg.rdf.namespaces import expand


def test_a_prefixed_name_is_expanded() -> None:
    assert expand("schema:memberOf") == URIRef("https://schema.org/memberOf")


@pytest.mark.parametrize("name", ["unknown:x", "memberOf", "kg:", ""])
def test_anything_else_is_a_mistake_in_the_data(name: str) -> None:
    with pytest.raises(DataError, match="prefixed name"):
        expand(name)
