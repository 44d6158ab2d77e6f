from __future__ import annotations

import pytest

from kg.ingest.metadata import front_matter, problems, read_date, read_language, read_sidecar, read_url
from kg.model import TimeSpan


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2023", TimeSpan("2023", "2023-01-01", "2023-12-31")),
        ("2024-02", TimeSpan("2024-02", "2024-02-01", "2024-02-29")),
        ("2023-11-28", TimeSpan("2023-11-28", "2023-11-28", "2023-11-28")),
        ("2023-11-28T23:30:00+01:00", TimeSpan("2023-11-28", "2023-11-28", "2023-11-28")),
        (" 2023-11-28 08:15 ", TimeSpan("2023-11-28", "2023-11-28", "2023-11-28")),
        ("2023-11-28T08:15:00.123Z", TimeSpan("2023-11-28", "2023-11-28", "2023-11-28")),
        *(
            (wrong, None)
            for wrong in ("", "2023-13", "2023-02-30", "2023-00-10", "0000", "28/11/2023", "hier", "20231128")
        ),
    ],
)
def test_read_date(value: str, expected: TimeSpan | None) -> None:
    assert read_date(value) == expected


def test_read_language() -> None:
    assert [read_language(v) for v in ("fr", "FR-be", "nl_BE", "français", "", "f")] == [
        "fr",
        "fr",
        "nl",
        None,
        None,
        None,
    ]


def test_an_address_that_would_break_turtle_is_none() -> None:
    assert read_url(" https://example.org/é?a=1 ") == "https://example.org/é?a=1"
    for wrong in (
        "",
        "example.org",
        "https://a b",
        "https://a>b",
        'https://a"b',
        "javascript:alert(1)",
        "https://a\nb",
    ):
        assert read_url(wrong) is None


def test_problems_name_the_value_and_what_is_allowed() -> None:
    (line,) = problems({"date": "hier", "language": "fr", "publisher": "X"})
    assert "'hier'" in line
    assert "YYYY-MM-DD" in line


def test_front_matter_ends_where_the_text_begins() -> None:
    text = "---\ntitle: Un titre\ndate: 2023-11-28\ntags: [a, b]\n---\nLe texte."
    begin, values, warning = front_matter(text)
    assert text[begin:] == "Le texte."
    assert values == {"title": "Un titre", "date": "2023-11-28"}
    assert warning is None


@pytest.mark.parametrize("text", ["", "Le texte.", "---\nLe texte.\n---\nSuite.", "---\nsans fin", "--- titre ---\n"])
def test_dashes_alone_are_no_front_matter(text: str) -> None:
    assert front_matter(text) == (0, {}, None)


@pytest.mark.parametrize("yaml", ["a: [", "a: b: c", "[" * 3000, "a: &x [*x"])
def test_broken_front_matter_is_reported(yaml: str) -> None:
    text = f"---\n{yaml}\n---\nLe texte."
    begin, values, warning = front_matter(text)
    assert text[begin:] == "Le texte."
    assert values == {}
    assert warning is not None


def test_a_sidecar_keeps_known_scalars() -> None:
    assert read_sidecar('\ufeff{"date": 2023, "url": null, "x": 1, "title": " T "}'.encode()) == {
        "date": "2023",
        "title": "T",
    }


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff", b"[" * 100_000])
def test_a_broken_sidecar_is_an_error(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        read_sidecar(data)
