from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ingest import load_passage_rules
from kg.ingest.clean import clean
from kg.model import Alignment

RULES = load_passage_rules().clean

PIECES = ["a", "É", "م", " ", "\u00a0", "\n", "\r\n", "-\n", "-", "\u00ad", "\u200b", "’", "'", "<", "&"]
ENTITIES = ["&nbsp;", "&amp;", "&eacute;", "&#233;", "&#xe9;", "&shy;", "&#0;", "&#1;", "&NotEqualTilde;", "&nosuch;"]
texts = st.lists(st.sampled_from(PIECES + ENTITIES), max_size=40).map("".join) | st.text(max_size=40)


def cleaned(text: str) -> str:
    return clean(text, 0, len(text), RULES)[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("&eacute;t&#233; &amp; &#xE9;", "été & é"),
        ("l’homme", "l'homme"),
        ("4\u202f300\u00a0euros", "4 300 euros"),
        ("&nbsp; deux  &nbsp;\tmots &nbsp;", "deux mots"),
        ("ferme-\nture", "fermeture"),
        ("ferme-\r\n  ture", "fermeture"),
        ("ferme\u00ad\nture", "fermeture"),
        ("Bruxelles-\nNord", "Bruxelles-Nord"),
        ("2013 -\nselon", "2013 - selon"),
        ("d\u00e9\u00adman\u200bt\u00e8le", "démantèle"),
        ("\u202bداعش\u202c", "داعش"),
        ("une ligne\nqui continue", "une ligne qui continue"),
        ("&nosuch; &eacute &amp;eacute;", "&nosuch; &eacute &eacute;"),
        (" \u200b\n", ""),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert cleaned(text) == expected


def test_an_entity_is_located_whole() -> None:
    text = "caf&eacute; noir"
    result, alignment = clean(text, 0, len(text), RULES)
    assert result == "café noir"
    assert text[slice(*alignment.locate(0, 4))] == "caf&eacute;"
    assert text[slice(*alignment.locate(5, 9))] == "noir"


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "avant  Rachid  Kassim après"
    result, alignment = clean(text, 7, 21, RULES)
    assert result == "Rachid Kassim"
    assert text[slice(*alignment.locate(7, 13))] == "Kassim"


@given(texts)
def test_alignment_is_exact_monotone_and_inside(text: str) -> None:
    result, alignment = clean(text, 0, len(text), RULES)
    spots = [alignment.locate(i, i + 1) for i in range(len(result))]
    assert all(0 <= begin < end <= len(text) for begin, end in spots)
    assert all(a <= b for a, b in pairwise(spots))
    for character, (begin, end) in zip(result, spots, strict=True):
        source = text[begin:end]
        assert source == character or is_mapped(source, character)


def is_mapped(source: str, character: str) -> bool:
    """Whether the character stands for another one, an entity, white space or a divided word's hyphen."""
    replaced = RULES.same.get(source) == character
    spaces = character == " " and ("&" in source or any(c.isspace() for c in source))
    return replaced or spaces or (source[0] == "&" and source[-1] == ";") or (character == "-" and "\n" in source)


@given(texts)
def test_runs_cover_the_cleaned_text_without_gaps(text: str) -> None:
    result, alignment = clean(text, 0, len(text), RULES)
    position = 0
    for run in alignment.runs:
        assert run.cleaned == position
        assert run.length > 0
        position += run.length
    assert position == len(result)


@given(texts)
def test_there_are_no_double_spaces_and_no_spaces_at_the_ends(text: str) -> None:
    result = cleaned(text)
    assert "  " not in result
    assert result == result.strip()


@given(st.text(alphabet="abc é", max_size=30).map(lambda s: " ".join(s.split())))
def test_clean_text_stays_as_it_is(text: str) -> None:
    result, alignment = clean(text, 0, len(text), RULES)
    assert result == text
    assert alignment == Alignment(alignment.runs[:1])
