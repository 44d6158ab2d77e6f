import pytest

from kg.extract.names import named_candidates
from kg.extract.place_context import countries_after, place_of
from kg.model import EntityType
from tests.extract.docs import parse
from tests.extract.papers import lexicon, marked, readings

LY, LB = "2210247", "266826"


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (", dans le nord du Liban", {"LB"}),
        (", la capitale libyenne, où", {"LY"}),
        (" (Libye) et", {"LY"}),
        (", aux Pays-Bas.", {"NL"}),
        (". Le Liban", set()),
        (" et le Liban", set()),
        (", où il vit", set()),
    ],
)
def test_countries_that_locate_a_name(after: str, expected: set[str]) -> None:
    assert countries_after(after, lexicon()) == expected


@pytest.mark.parametrize(
    ("table", "place", "why"),
    [
        ("par/ADP Tripoli/PROPN ,/PUNCT au/ADP Liban/PROPN", LB, "named after it"),
        ("par/ADP Tripoli/PROPN ,/PUNCT capitale/NOUN libyenne/ADJ", LY, "best known"),
        ("par/ADP Tripoli/PROPN hier/ADV", LY, "best known"),
    ],
)
def test_the_country_after_a_name_tells_which_place_it_is(table: str, place: str, why: str) -> None:
    found = readings(marked(parse(table), Tripoli="LOC"))
    name = next(c for c in named_candidates(found, lexicon()) if c.text == "Tripoli" and c.type is EntityType.PLACE)
    known = place_of(name, found[0], lexicon())
    assert known is not None
    assert known.id == place
    assert why in known.reason
