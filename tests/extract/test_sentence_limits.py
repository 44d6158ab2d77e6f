import pytest

from kg.extract.sentence_limits import with_sentence_limits
from kg.language.profile import load_profile
from kg.model import PassageKind
from tests.extract.papers import blank

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
