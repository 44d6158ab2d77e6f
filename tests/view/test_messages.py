from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Any

from kg.view.messages import load_messages
from kg.view.style import STATUSES


def _flat(words: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, object]]:
    for key, value in words.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{path}{key}.")
        else:
            yield path + key, value


def _asked_for(words: str) -> set[str]:
    """What the page must fill in: ``{count}``, and ``{count|row|rows}`` for the word that goes with it."""
    return set(re.findall(r"\{(\w+)", words))


def test_both_languages_say_the_same_things() -> None:
    french, english = dict(_flat(load_messages("fr"))), dict(_flat(load_messages("en")))
    assert french.keys() == english.keys()
    for key, words in french.items():
        assert isinstance(words, str), key
        assert _asked_for(words) == _asked_for(str(english[key])), key


def test_every_status_has_a_label_and_a_comment() -> None:
    for language in ("fr", "en"):
        statuses = load_messages(language)["statuses"]
        assert tuple(statuses) == STATUSES
        assert all(set(words) == {"label", "comment"} for words in statuses.values())


def test_the_page_uses_exactly_the_words_that_there_are() -> None:
    assets = resources.files("kg.view").joinpath("assets")
    source = "".join(file.read_text(encoding="utf-8") for file in assets.iterdir())
    used = set(re.findall(r"(?:WORDS\.|messages\.|data-t=\"|data-label=\")(\w+)", source))
    used |= {f"rows_{rows}" for rows in ("events", "entities", "claims")}
    assert used | {"kinds"} == set(load_messages("fr"))  # names of kinds go through label_data


def test_every_column_of_a_table_has_a_head() -> None:
    source = resources.files("kg.view").joinpath("assets", "columns.js").read_text(encoding="utf-8")
    heads = set(re.findall(r'head: "(\w+)"|Column\("(\w+)"', source))
    assert {a or b for a, b in heads} == set(load_messages("en")["columns"])
