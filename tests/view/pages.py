"""Rendered pages that several tests open, and what stands in them."""

from __future__ import annotations

import base64
import gzip
import json
import re
from functools import cache
from typing import Any

from kg.model import KnowledgeBase
from kg.query import load_queries
from kg.view import render_html
from kg.vocabulary import load_vocabulary
from tests.conftest import GOLDEN
from tests.samples import sample_knowledge_base


def render(kb: KnowledgeBase, language: str = "fr") -> str:
    return render_html(kb, load_vocabulary(), language=language)


@cache
def sample_page() -> str:
    """The shared sample with its Turtle and the named queries: everything that a page can have."""
    return render_html(
        sample_knowledge_base(),
        load_vocabulary(),
        turtle=(GOLDEN / "sample.ttl").read_text(encoding="utf-8"),
        queries=tuple(load_queries().values()),
    )


def block(html: str, name: str) -> bytes:
    """A packed element's content."""
    found = re.search(rf'<script id="{name}" type="application/gzip">([^<]*)</script>', html)
    assert found is not None, name
    return gzip.decompress(base64.b64decode(found[1]))


def page_data(html: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(block(html, "data"))
    return found
