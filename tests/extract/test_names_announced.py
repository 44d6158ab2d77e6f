import pytest

from tests.extract.docs import parse
from tests.extract.papers import names_in, readings

PLACES = {
    "after a preposition": (
        "il/PRON/nsubj/vit vit/VERB à/ADP/case/Charleroi Charleroi/PROPN/obl:mod/vit",
        {"Charleroi"},
    ),
    "of several words": (
        "il/PRON/nsubj/vit vit/VERB à/ADP/case/La La/DET/det/Louvière Louvière/PROPN/obl:mod/vit",
        {"La Louvière"},
    ),
    "well known after an article": ("la/DET/det/Belgique Belgique/PROPN/nsubj/vit vit/VERB", {"Belgique"}),
    "small, without a preposition of place": ("de/ADP/case/Dour Dour/PROPN/nmod/vit vit/VERB", set()),
    "small, after one": ("vit/VERB à/ADP/case/Dour Dour/PROPN/obl:mod/vit", {"Dour"}),
    "unknown": ("vit/VERB à/ADP/case/Zarbifol Zarbifol/PROPN/obl:mod/vit", set()),
    "without a capital": ("vit/VERB à/ADP/case/tours tours/NOUN/obl:mod/vit", set()),
}


@pytest.mark.parametrize(("table", "expected"), PLACES.values(), ids=PLACES)
def test_places_that_the_model_missed(table: str, expected: set[str]) -> None:
    assert set(names_in(readings(parse(table)))) == expected


BODIES = {
    "in capitals after an article": (
        "hier/ADV/advmod/dit la/DET/det/Police Police/NOUN/nsubj/dit dit/VERB",
        {"Police"},
    ),
    "without a capital": ("hier/ADV/advmod/dit la/DET/det/police police/NOUN/nsubj/dit dit/VERB", set()),
    "opening a sentence": ("Police/NOUN/nsubj/dit dit/VERB", set()),
    "all capitals": ("hier/ADV/advmod/dit la/DET/det/POLICE POLICE/NOUN/nsubj/dit dit/VERB", set()),
    "after another determiner": ("hier/ADV/advmod/dit une/DET/det/Police Police/NOUN/nsubj/dit dit/VERB", set()),
    "department of an office": (
        "hier/ADV/advmod/dit le/DET/det/ministre ministre/NOUN/nsubj/dit de/ADP/case/Police la/DET/det/Police"
        " Police/NOUN/nmod/ministre dit/VERB",
        set(),
    ),
}


@pytest.mark.parametrize(("table", "expected"), BODIES.values(), ids=BODIES)
def test_bodies_called_by_a_common_noun(table: str, expected: set[str]) -> None:
    assert set(names_in(readings(parse(table)))) == expected
