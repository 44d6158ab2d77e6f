import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Span

offsets = st.integers(0, 60)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    begin = draw(offsets)
    return Span(draw(st.sampled_from(("a", "b"))), begin, begin + draw(st.integers(1, 20)))


def characters(span: Span) -> set[tuple[str, int]]:
    return {(span.doc_id, at) for at in range(span.begin, span.end)}


@given(spans(), spans())
def test_overlap_means_shared_characters(left: Span, right: Span) -> None:
    assert left.overlaps(right) == right.overlaps(left) == bool(characters(left) & characters(right))


@given(spans(), spans())
def test_containment_means_all_characters(left: Span, right: Span) -> None:
    assert left.contains(right) == (characters(right) <= characters(left))


@given(spans(), spans())
def test_mutual_containment_is_equality(left: Span, right: Span) -> None:
    assert (left.contains(right) and right.contains(left)) == (left == right)


@pytest.mark.parametrize(("begin", "end"), [(3, 3), (4, 3), (-1, 3)])
def test_an_empty_reversed_or_negative_range_is_refused(begin: int, end: int) -> None:
    with pytest.raises(ValueError, match="empty or reversed"):
        Span("doc", begin, end)
