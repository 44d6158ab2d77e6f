"""The copy says of every word what spaCy says of it."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc as SpacyDoc
from spacy.vocab import Vocab

from kg.extract.parsed import Doc

_VOCAB: Vocab = spacy.blank("fr").vocab
_SAME = ("i", "idx", "text", "lower_", "pos_", "dep_", "lemma_", "is_alpha", "is_digit", "is_punct", "is_space")
_WORDS = st.lists(st.sampled_from(["Paris", "arrêté", ",", ".", "le", "12", "\n", "C'"]), min_size=1, max_size=9)


@st.composite
def _parses(draw: st.DrawFn) -> SpacyDoc:
    """Trees of any shape over one or two sentences, with and without blanks between the words."""
    words = draw(_WORDS)
    spaces = draw(st.lists(st.booleans(), min_size=len(words), max_size=len(words)))
    cut = draw(st.integers(0, len(words) - 1))
    heads = []
    for at in range(len(words)):
        first = cut if at >= cut else 0
        heads.append(draw(st.integers(first, at)))
    deps = ["ROOT" if head == at else "dep" for at, head in enumerate(heads)]
    starts: list[bool | int | None] = [at in {0, cut} for at in range(len(words))]
    morphs = [draw(st.sampled_from(["", "Number=Plur|VerbForm=Fin,Part"])) for _ in words]
    return SpacyDoc(_VOCAB, words=words, spaces=spaces, heads=heads, deps=deps, sent_starts=starts, morphs=morphs)


@given(_parses())
def test_words_have_the_attributes_that_they_have_in_spacy(source: SpacyDoc) -> None:
    doc = Doc(source)
    assert (doc.text, len(doc)) == (source.text, len(source))
    for mine, theirs in zip(doc, source, strict=True):
        for name in (
            "i",
            "idx",
            "text",
            "lower_",
            "pos_",
            "dep_",
            "lemma_",
            "is_alpha",
            "is_digit",
            "is_punct",
            "is_space",
        ):
            assert getattr(mine, name) == getattr(theirs, name), name
        assert (mine.is_upper, mine.is_sent_start) == (theirs.is_upper, theirs.is_sent_start)
        assert mine.end == theirs.idx + len(theirs.text)
        assert mine.head.i == theirs.head.i
        assert [c.i for c in mine.children] == [c.i for c in theirs.children]
        assert mine.sent.start == theirs.sent.start
        assert mine.sent.end == theirs.sent.end
        assert mine.morph.get("VerbForm", []) == theirs.morph.get("VerbForm", [])


@given(_parses(), st.integers(-10, 10), st.integers(-10, 10))
def test_stretches_have_the_bounds_text_and_root_that_they_have_in_spacy(
    source: SpacyDoc, begin: int, end: int
) -> None:
    mine, theirs = Doc(source)[begin:end], source[begin:end]
    assert [t.i for t in mine] == [t.i for t in theirs]
    assert mine.text == theirs.text
    if len(mine):
        assert (mine.start_char, mine.end_char) == (theirs.start_char, theirs.end_char)
        assert mine.root.i == theirs.root.i
        assert (mine[0].i, mine[-1].i) == (theirs[0].i, theirs[-1].i)
        assert [t.i for t in mine[1:]] == [t.i for t in theirs[1:]]


@given(_parses(), st.integers(0, 30), st.integers(1, 9))
def test_characters_lead_to_the_words_that_they_lead_to_in_spacy(source: SpacyDoc, begin: int, length: int) -> None:
    end = begin + length
    is_blank = length == 1 and source.text[begin:end] == " "  # spaCy refuses a blank between words
    if is_blank:
        return
    mine, theirs = Doc(source).char_span(begin, end), source.char_span(begin, end, alignment_mode="expand")
    assert (mine is None) == (theirs is None)
    if mine is not None and theirs is not None:
        assert (mine.start, mine.end) == (theirs.start, theirs.end)


def test_there_is_no_word_before_the_first_nor_after_the_last() -> None:
    doc = Doc(spacy.blank("fr").make_doc("Il part"))
    for word, distance in ((doc[0], -1), (doc[1], 1)):
        with pytest.raises(IndexError):
            word.nbor(distance)
    with pytest.raises(IndexError):
        doc[0:1][1]


def test_what_is_not_parsed_is_one_stretch() -> None:
    doc = Doc(spacy.blank("fr").make_doc("Il part. Elle reste."))
    assert [sent.text for sent in doc.sents] == ["Il part. Elle reste."]
    assert all(token.head is token and not token.children for token in doc)
