from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from kg.view.messages import load_messages
from kg.view.style import STATUSES


def _flat(words: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, object]]:
    for key, value in words.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{path}{key}.")
        else:
            yield path + key, value


def test_both_languages_say_the_same_things() -> None:
    french, english = dict(_flat(load_messages("fr"))), dict(_flat(load_messages("en")))
    assert french.keys() == english.keys()
    for key, words in french.items():
        assert isinstance(words, str), key
        assert re.findall(r"\{\w+\}", words) == re.findall(r"\{\w+\}", str(english[key])), key


def test_every_status_has_a_label_and_a_comment() -> None:
    for language in ("fr", "en"):
        statuses = load_messages(language)["statuses"]
        assert tuple(statuses) == STATUSES
        assert all(set(words) == {"label", "comment"} for words in statuses.values())
