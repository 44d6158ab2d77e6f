import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from kg.extract.reading import Reading, _is_prose, _tokens, read_passages, with_sentence_limits
from kg.language.profile import load_profile
from kg.model import Document, PassageKind
from tests.extract.docs import parse, word
from tests.extract.papers import blank, passage, plain

FR = load_profile("fr")


def openings(text: str, kind: PassageKind = PassageKind.BODY) -> list[str]:
    """Words before which a sentence may or must begin."""
    doc = with_sentence_limits(blank().make_doc(text), kind, FR)
    return [t.text for t in doc if t.i > 0 and t.is_sent_start is not False]


def required(text: str) -> list[str]:
    doc = with_sentence_limits(blank().make_doc(text), PassageKind.BODY, FR)
    return [t.text for t in doc if t.i > 0 and t.is_sent_start]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il part. Elle reste.", ["Elle"]),
        ("Il part. elle reste.", []),
        ("Il dit : Non.", ["Non"]),
        ("Le ministre Dupont est parti", []),
        ("Il part ! » a dit Paul", []),
    ],
    ids=["capital after a stop", "no capital", "after a colon", "capital inside", "after a closing quote"],
)
def test_a_sentence_opens_with_a_capital_after_a_stop(text: str, expected: list[str]) -> None:
    assert openings(text) == expected


@pytest.mark.parametrize("kind", [PassageKind.TITLE, PassageKind.POST])
def test_titles_and_posts_are_one_sentence(kind: PassageKind) -> None:
    assert openings("Il part. Elle reste.", kind) == []


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("RABAT, 22 janvier (MAP) - La police a agi.", "La"),
        ("Bruxelles (Belga) – un homme est mort.", "un"),
        ("LIEGE - Un homme est mort.", "Un"),
        ("Mons, 3 mai — Une femme est morte.", "Une"),
    ],
    ids=["place, date and agency", "agency", "capitals", "date"],
)
def test_a_sentence_opens_after_a_dateline(text: str, first: str) -> None:
    assert required(text) == [first]


@pytest.mark.parametrize("text", ["Le suspect - Karim - est parti.", "Karim est parti.", "- Un point"])
def test_other_dashes_open_nothing(text: str) -> None:
    assert required(text) == []


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
