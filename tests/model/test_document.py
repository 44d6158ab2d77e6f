import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Alignment, Document, Passage, PassageKind, Run, Span


@st.composite
def cleanings(draw: st.DrawFn) -> tuple[str, str, Alignment]:
    """A text, what was cleaned of it, and the map: pieces that were kept, dropped, or replaced as a whole."""
    source, cleaned, runs = "", "", []
    letters = st.text("abcé ", min_size=1, max_size=5)
    for kind in draw(st.lists(st.sampled_from(("kept", "dropped", "replaced")), min_size=1, max_size=8)):
        piece = draw(letters)
        if kind == "kept":
            runs.append(Run(len(cleaned), len(source), len(piece), len(piece)))
            cleaned += piece
        elif kind == "replaced":
            piece = "&amp;"
            runs.append(Run(len(cleaned), len(source), 1, len(piece)))
            cleaned += "&"
        source += piece
    return source, cleaned, Alignment(tuple(runs))


@given(cleanings(), st.data())
def test_kept_characters_are_found_where_they_were(case: tuple[str, str, Alignment], data: st.DataObject) -> None:
    source, cleaned, alignment = case
    for at, character in enumerate(cleaned):
        begin, end = alignment.locate(at, at + 1)
        assert source[begin:end] == ("&amp;" if character == "&" else character)


@given(cleanings(), st.data())
def test_a_stretch_is_located_from_its_first_to_its_last_character(
    case: tuple[str, str, Alignment], data: st.DataObject
) -> None:
    _, cleaned, alignment = case
    if cleaned:
        begin = data.draw(st.integers(0, len(cleaned) - 1))
        end = data.draw(st.integers(begin + 1, len(cleaned)))
        found = alignment.locate(begin, end)
        assert found == (alignment.locate(begin, begin + 1)[0], alignment.locate(end - 1, end)[1])


@pytest.mark.parametrize(("begin", "end"), [(0, 0), (2, 1), (0, 6), (-1, 2)])
def test_a_stretch_outside_the_cleaned_text_is_refused(begin: int, end: int) -> None:
    with pytest.raises(ValueError, match="no cleaned text"):
        Alignment((Run(0, 0, 5, 5),)).locate(begin, end)


def test_without_runs_nothing_can_be_located() -> None:
    with pytest.raises(ValueError, match="no cleaned text"):
        Alignment(()).locate(0, 1)


def test_a_passage_locates_in_its_document() -> None:
    passage = Passage(Span("d", 10, 15), PassageKind.BODY, "fr", "abcde", Alignment((Run(0, 10, 5, 5),)))
    assert passage.locate(1, 3) == Span("d", 11, 13)


@pytest.mark.parametrize("span", [Span("other", 0, 1), Span("d", 0, 6)], ids=["another document", "after the end"])
def test_a_quote_from_elsewhere_is_refused(span: Span) -> None:
    with pytest.raises(ValueError, match="is not in document"):
        Document("d", "d.txt", "abcde", "fr", "").quote(span)


def test_a_quote_is_the_exact_characters() -> None:
    assert Document("d", "d.txt", "abcde", "fr", "").quote(Span("d", 1, 3)) == "bc"
