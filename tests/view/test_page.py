from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.view import render_html
from kg.view.page import as_json, pack
from kg.view.sparql import LARGEST
from kg.vocabulary import load_vocabulary
from tests.samples import sample_knowledge_base
from tests.view.pages import block, page_data

TURTLE = "<https://kg.example/id/entity/karim> a <https://kg.example/ontology#Person> ."
PLAIN = render_html(sample_knowledge_base(), load_vocabulary())
QUERIED = render_html(sample_knowledge_base(), load_vocabulary(), turtle=TURTLE)
pages = pytest.mark.parametrize("html", [PLAIN, QUERIED], ids=["plain", "queried"])


@given(st.text(st.characters(exclude_categories=[])))
def test_any_text_survives_packing_and_ends_no_script(text: str) -> None:
    packed = pack(as_json({"text": text}))
    assert json.loads(gzip.decompress(base64.b64decode(packed))) == {"text": json.loads(json.dumps(text))}
    assert re.fullmatch(r"[A-Za-z0-9+/=]+", packed)


@pages
def test_the_policy_allows_exactly_the_scripts_and_styles_of_the_page(html: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy is not None
    allowed = set(re.findall(r"sha256-[\w+/=]+", policy[1].replace("&#43;", "+")))
    blocks = re.findall(r"<script>(.*?)</script>|<style>(.*?)</style>", html, re.DOTALL)
    present = {
        "sha256-" + base64.b64encode(hashlib.sha256((script or style).encode()).digest()).decode()
        for script, style in blocks
    }
    assert present == allowed
    assert policy[1].startswith("default-src &#39;none&#39;")
    assert "unsafe-inline" not in policy[1]
    assert "unsafe-eval" not in policy[1].replace("wasm-unsafe-eval", "")


def test_webassembly_is_allowed_only_where_the_page_holds_its_engine() -> None:
    assert "wasm-unsafe-eval" not in PLAIN
    assert "wasm-unsafe-eval" in QUERIED
    assert block(QUERIED, "turtle").decode() == TURTLE
    assert block(QUERIED, "engine")[:4] == b"\0asm"


def test_a_graph_too_large_to_query_says_so_instead() -> None:
    html = render_html(sample_knowledge_base(), load_vocabulary(), turtle=" " * (LARGEST + 1))
    assert page_data(html)["queries"] == {"state": "large", "named": []}
    assert 'id="engine"' not in html


@pages
def test_nothing_on_the_page_is_fetched(html: str) -> None:
    markup = re.sub(r"<script.*?</script>|<style>.*?</style>", "", html, flags=re.DOTALL)
    assert not re.search(r"\s(src|href|srcset|action|poster)=|<link|<iframe|<object|http-equiv=.refresh", markup)
    assert "sourceMappingURL" not in html
    assert not re.search(r"@import|url\((?!data:)", "".join(re.findall(r"<style>(.*?)</style>", html, re.DOTALL)))


def test_the_licences_of_what_is_inside_are_in_the_page() -> None:
    assert "@copyright (c) 2011-2017 Almende B.V" in QUERIED
    assert "The MIT License" in QUERIED
    assert "oxigraph 0.5.11" in QUERIED


def test_the_map_stays_small() -> None:
    packed = re.search(r'<script id="world"[^>]*>([^<]*)<', PLAIN)
    assert packed is not None
    assert len(packed[1]) < 400_000
    assert b"public domain" in block(PLAIN, "world")
