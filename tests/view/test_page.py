from __future__ import annotations

import base64
import hashlib
import json
import re

from hypothesis import given
from hypothesis import strategies as st

from kg.view import render_html
from kg.view.page import embed
from kg.vocabulary import load_vocabulary
from tests.samples import sample_knowledge_base

HTML = render_html(sample_knowledge_base(), load_vocabulary())


@given(st.text(st.characters(exclude_categories=[])))
def test_any_text_survives_embedding_and_ends_no_script(text: str) -> None:
    embedded = embed({"text": text})
    assert json.loads(embedded.encode()) == {"text": json.loads(json.dumps(text))}
    assert not set("<>&\u2028\u2029") & set(embedded)


def test_the_policy_allows_exactly_the_scripts_and_styles_of_the_page() -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', HTML)
    assert policy is not None
    allowed = set(re.findall(r"sha256-[\w+/=]+", policy[1].replace("&#43;", "+")))
    blocks = re.findall(r"<script>(.*?)</script>|<style>(.*?)</style>", HTML, re.DOTALL)
    present = {
        "sha256-" + base64.b64encode(hashlib.sha256((script or style).encode()).digest()).decode()
        for script, style in blocks
    }
    assert (len(blocks), present) == (3, allowed)
    assert "unsafe" not in policy[1]
    assert policy[1].startswith("default-src &#39;none&#39;")


def test_nothing_on_the_page_is_fetched() -> None:
    markup = re.sub(r"<script.*?</script>|<style>.*?</style>", "", HTML, flags=re.DOTALL)
    assert not re.search(r"\s(src|href|srcset|action|poster)=|<link|<iframe|<object|http-equiv=.refresh", markup)
    assert "sourceMappingURL" not in HTML
    assert not re.search(r"@import|url\((?!data:)", "".join(re.findall(r"<style>(.*?)</style>", HTML, re.DOTALL)))


def test_the_licence_of_vis_network_is_in_the_page() -> None:
    assert "@copyright (c) 2011-2017 Almende B.V" in HTML
    assert "The MIT License" in HTML
