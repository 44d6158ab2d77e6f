import pytest

from kg.extract.participles import in_state, qualified_by
from tests.extract.docs import GROUP, ORGANIZATION, word
from tests.extract.test_positions import PEOPLE, flat, form, positions

QUALIFIED = {
    "what it follows": ("X/PROPN interpellé/VERB", "X"),
    "over an age": ("X/PROPN , 34/NUM ans/NOUN , interpellé/VERB", "X"),
    "over a complement": ("un/DET habitant/NOUN de/ADP Mons/PROPN , interpellé/VERB", "habitant"),
    "over a verb": ("X/PROPN accuse/VERB sans/ADP preuve/NOUN interpellé/VERB", None),
    "the subject to come": ("interpellé/VERB lundi/NOUN à/ADP Mons/PROPN , X/PROPN dort/VERB", "X"),
    "an unknown pronoun to come": ("interpellé/VERB lundi/NOUN , il/PRON accuse/VERB X/PROPN", None),
    "joined to an apposition": ("X/PROPN , gérant/NOUN à/ADP Mons/PROPN et/CCONJ déjà/ADV interpellé/VERB", "X"),
    "the passive subject": ("X/PROPN a/AUX été/AUX jugé/VERB par/ADP Y/PROPN , puis/ADV interpellé/VERB", "X"),
}


@pytest.mark.parametrize(("table", "expected"), list(QUALIFIED.values()), ids=list(QUALIFIED))
def test_a_participle_is_said_of_somebody(table: str, expected: str | None) -> None:
    assert form(qualified_by(positions(), word(flat(table), "interpellé"), PEOPLE)) == expected


def test_a_plural_participle_is_not_said_of_one_organization() -> None:
    doc = flat("deux/NUM employés/NOUN de/ADP l'/DET ONG/PROPN , interpellés/VERB")
    assert form(qualified_by(positions(), word(doc, "interpellés"), {GROUP, ORGANIZATION})) == "employés"


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("X/PROPN , en/ADP visite/NOUN", "X"),
        ("en/ADP visite/NOUN à/ADP Mons/PROPN , X/PROPN parle/VERB", "X"),
        ("X/PROPN parle/VERB en/ADP visite/NOUN", None),
    ],
    ids=["who stands before", "who follows", "over a verb"],
)
def test_a_state_is_said_of_somebody(table: str, expected: str | None) -> None:
    assert form(in_state(positions(), word(flat(table), "en"))) == expected
