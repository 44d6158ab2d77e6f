"""Words of names: particles, transliterations, and what only looks the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.words import Likeness, alike, first_name_gender, fold, key, person_name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("M. Abd el-Kader Van den Berghe", ("abdelkader", "vandenberghe")),
        ("Nour el-Din El Bouhali", ("noureddin", "bouhali")),
        ("Jean-Yves Le Goff", ("jeanyves", "legoff")),
        ("Salah ad-Din Al Masri", ("salaheddin", "masri")),
        ("J. V.", ("j", "v")),
        ("D. Lemaire", ("d", "lemaire")),
        ("Iyad Ag Rhissa", ("iyad", "agrhissa")),
        ("", ()),
    ],
)  # fmt: skip
def test_a_name_is_taken_apart(text: str, words: tuple[str, ...]) -> None:
    assert person_name(text).words == words


def test_a_byname_is_known_and_a_name_that_begins_like_one_is_not() -> None:
    assert person_name("Abou Talha al-Ansari").byname
    assert not person_name("Aboubakr Jamaï").byname


@pytest.mark.parametrize(
    ("left", "right", "likeness"),
    [
        ("mohamed", "mohammad", Likeness.SPELLING),
        ("faycal", "faisal", Likeness.SPELLING),
        ("hassan", "hussein", Likeness.NONE),
        ("jean", "jeanne", Likeness.NONE),
        ("benali", "benalla", Likeness.NONE),
        ("jonas", "j", Likeness.INITIAL),
        ("delvigne", "delvigme", Likeness.TYPO),
        ("delvigne", "delvigna", Likeness.NONE),
    ],
)
def test_words_are_compared_by_list_sound_and_letter(left: str, right: str, likeness: Likeness) -> None:
    assert alike(left, right) is alike(right, left) is likeness


def test_spellings_of_one_name_share_a_key_and_a_gender() -> None:
    assert key("youssef") == key("yusuf")
    assert key("djamel") == key("jamal")
    assert first_name_gender("houssein") == "m"
    assert first_name_gender("issouf") == "m"


@given(st.text(max_size=30))
def test_any_text_can_be_folded_and_taken_apart(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert all(person_name(text).words)
    assert all(key(w) or not w.isascii() for w in person_name(text).words)


@given(st.text("abdehiklmnorsuy", min_size=1, max_size=10), st.text("abdehiklmnorsuy", min_size=1, max_size=10))
def test_likeness_is_symmetric_and_reflexive(left: str, right: str) -> None:
    assert alike(left, right) is alike(right, left)
    assert alike(left, left) is Likeness.SAME
