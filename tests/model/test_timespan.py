import pytest

from kg.model import TimeSpan


def test_a_time_span_needs_a_value() -> None:
    with pytest.raises(ValueError, match="EDTF"):
        TimeSpan("")


def test_a_time_span_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        TimeSpan("2019-05", "2019-05-31", "2019-05-01")


@pytest.mark.parametrize(
    "bounds", [(None, None), ("2019-05-01", None), (None, "2019-05-31"), ("2019-05-01", "2019-05-01")]
)
def test_open_and_single_day_spans_are_allowed(bounds: tuple[str | None, str | None]) -> None:
    assert (TimeSpan("2019-05", *bounds).earliest, TimeSpan("2019-05", *bounds).latest) == bounds
