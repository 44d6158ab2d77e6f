from hypothesis import given
from hypothesis import strategies as st

from kg.model import make_id

parts = st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc"))) | st.integers(), min_size=1, max_size=4)


@given(parts)
def test_an_id_is_sixteen_hex_digits_and_always_the_same(values: list[str | int]) -> None:
    id_ = make_id(*values)
    assert len(id_) == 16
    assert set(id_) <= set("0123456789abcdef")
    assert make_id(*values) == id_


@given(parts, parts)
def test_other_parts_make_another_id(left: list[str | int], right: list[str | int]) -> None:
    assert (make_id(*left) == make_id(*right)) == ([str(p) for p in left] == [str(p) for p in right])


def test_the_cut_between_parts_matters() -> None:
    assert make_id("ab", "c") != make_id("a", "bc")


def test_an_id_does_not_change_between_versions() -> None:
    assert make_id("entity", "doc", 3) == "548354dbc8f17d9e"
