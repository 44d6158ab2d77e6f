import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.parsed import Doc
from kg.extract.reading import Reading, _is_prose, _tokens, read_passages
from kg.language.profile import load_profile
from kg.model import Document
from tests.extract.docs import parse, word
from tests.extract.papers import blank, passage, plain

FR = load_profile("fr")


def test_a_repeated_passage_is_read_once_and_found_twice() -> None:
    text = "Il part."
    both = (passage(0, text), passage(10, text), passage(20, "Elle reste."))
    document = Document("doc", "doc.txt", f"{text}\n\n{text}\n\nElle reste.", "fr", "0" * 64, both)
    first, second = read_passages(document, blank(), FR)
    assert [s.begin for s in first.spans(3, 7)] == [3, 13]
    assert second.copies == ()


def test_passages_in_other_languages_are_not_parsed() -> None:
    foreign = passage(0, "He left.", language="en")
    (found,) = read_passages(Document("doc", "d.txt", "He left.", "en", "0" * 64, (foreign,)), blank(), FR)
    assert not found.parsed
    assert [t.text for t in found.doc] == ["He", "left", "."]


def test_blank_passages_are_not_read() -> None:
    document = Document("doc", "d.txt", "   ", "fr", "0" * 64, (passage(0, "   "),))
    assert read_passages(document, blank(), FR) == ()


@pytest.fixture
def two() -> Reading:
    doc: Doc = parse("Il/PRON/nsubj/part part/VERB .", "Elle/PRON/nsubj/reste reste/VERB .")
    return Reading(0, passage(0, doc.text), doc, (passage(50, doc.text),), parsed=True)


def test_the_sentence_of_a_word_is_found_in_each_copy(two: Reading) -> None:
    spans = two.sentence(word(two.doc, "reste"))
    assert [(s.begin, s.end) for s in spans] == [(9, 20), (59, 70)]


def test_without_a_parse_the_passage_is_the_sentence() -> None:
    (reading,) = plain("Il part. Elle reste.")
    assert [(s.begin, s.end) for s in reading.sentence(reading.doc[0])] == [(0, 20)]


@pytest.mark.parametrize(
    ("bounds", "inside", "touched"),
    [
        ((0, 2), ["Il"], ["Il"]),
        ((1, 7), ["part"], ["Il", "part"]),
        ((3, 8), ["part", "."], ["part", "."]),
        ((4, 4), [], []),
    ],
)
def test_words_of_a_stretch(two: Reading, bounds: tuple[int, int], inside: list[str], touched: list[str]) -> None:
    assert [t.text for t in two.words(*bounds)] == inside
    assert [t.text for t in two.touching(*bounds)] == touched


def test_a_stretch_without_blanks_is_data_and_not_read_by_the_tokenizer() -> None:
    text = f"Avant {'<' * 5_000} après."
    doc = _tokens(text, blank())
    assert doc.text == text
    assert [len(token.text) for token in doc] == [5, 1, 5_000, 1, 6]
    assert not _is_prose(text)


@given(st.text(alphabet=" ab<\n\t", max_size=60))
def test_data_is_kept_to_the_character(text: str) -> None:
    long = text + "<" * 1_001 + text
    assert _tokens(long, blank()).text == long
