import pytest

from kg.language.numbers import number

NUMBERS = [
    ("7", 7),
    ("2500", 2500),
    ("2.500", 2500),
    ("2 500", 2500),
    ("2\u00a0500", 2500),
    ("2\u202f500", 2500),
    ("1.250.000", 1250000),
    ("trois", 3),
    ("Trois", 3),
    ("vingt et un", 21),
    ("quatre-vingt-dix-sept", 97),
    ("septante", 70),
    ("nonante-deux", 92),
    ("deux cents", 200),
    ("mille", 1000),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_a_text_that_is_a_number_all_through_says_it(text: str, expected: int) -> None:
    assert number(text, "fr") == expected


NONE = [
    "",
    " ",
    "police",
    "deux hommes",
    "les deux",
    "environ trente",
    "3 hommes",
    "12e",
    "2.50",
    "2,5",
    "-4",
    "3 cents",
]


@pytest.mark.parametrize("text", NONE)
def test_a_number_with_anything_around_it_is_none(text: str) -> None:
    assert number(text, "fr") is None


def test_words_are_of_one_language() -> None:
    assert number("twenty", "fr") is None
    assert number("twenty", "en") == 20
