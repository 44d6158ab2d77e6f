from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time

import pytest

from kg.errors import DataError
from kg.view import render_html
from kg.vocabulary import load_vocabulary
from tests.samples import sample_knowledge_base
from tests.view.corpus import hostile_knowledge_base, wide_knowledge_base


def test_the_same_knowledge_gives_the_same_bytes() -> None:
    one, other = (render_html(sample_knowledge_base(), load_vocabulary()) for _ in range(2))
    assert one == other


def test_the_bytes_do_not_depend_on_the_hashes_of_strings() -> None:
    code = (
        "import hashlib; from kg.view import render_html; from kg.vocabulary import load_vocabulary; "
        "from tests.samples import sample_knowledge_base; "
        "print(hashlib.sha256(render_html(sample_knowledge_base(), load_vocabulary()).encode()).hexdigest())"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout.decode().strip()
        for seed in ("1", "2")
    }  # fmt: skip
    here = hashlib.sha256(render_html(sample_knowledge_base(), load_vocabulary()).encode()).hexdigest()
    assert said == {here}


def test_hostile_markup_is_nowhere_in_the_page() -> None:
    html = render_html(hostile_knowledge_base(), load_vocabulary())
    for markup in ("<script>window.__pwned", "<img src=x", "<b>x</b>"):
        assert markup not in html
    assert html.count("</script>") == 4  # the library, our own, the data and the map


def test_a_thousand_nodes_render_in_under_three_seconds() -> None:
    kb = wide_knowledge_base(1000)
    begin = time.process_time()
    render_html(kb, load_vocabulary())
    assert time.process_time() - begin < 3


def test_a_language_without_words_is_refused() -> None:
    with pytest.raises(DataError, match="no page in language 'nl'; choose one of en, fr"):
        render_html(sample_knowledge_base(), load_vocabulary(), language="nl")
