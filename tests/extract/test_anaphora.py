import pytest

from kg.extract.anaphora import Anaphora
from kg.extract.clusters import Cluster
from tests.extract.docs import ORGANIZATION, PLACE, parse
from tests.extract.narratives import Told, form_of, person, several, tell
from tests.extract.papers import readings

KARIM, SALMA = "Karim/PROPN/nsubj/part part/VERB .", "Salma/PROPN/nsubj/part part/VERB ."
HE, SHE = "Il/PRON/nsubj/dort dort/VERB .", "Elle/PRON/nsubj/dort dort/VERB ."
THEY = "Ils/PRON/nsubj/dorment dorment/VERB ."
RAIN = "Pluie/X ."
MEETS = "Salma/PROPN/nsubj/croise croise/VERB Zohra/PROPN/obj/croise ."
MINISTRY = "Le/DET/det/Trésor Trésor/PROPN/nsubj/ferme ferme/VERB ."


def body(gender: str = "") -> Cluster:
    return Cluster(ORGANIZATION, gender=gender)


def antecedent(cast: Told, *sentences: str) -> str | None:
    """Whom the last pronoun of a text stands for."""
    narrative, _, pronoun = tell(cast, readings(parse(*sentences)))
    return form_of(cast, Anaphora(narrative).of_pronoun(pronoun))


AGREEING = {
    "a woman": ({"Salma": person("f")}, (SALMA, SHE), "Salma"),
    "somebody of unknown gender": ({"Karim": person()}, (KARIM, SHE), "Karim"),
    "two sentences back": ({"Karim": person("m")}, (KARIM, RAIN, HE), "Karim"),
    "over one of another gender": ({"Karim": person("m"), "Salma": person("f")}, (KARIM, SALMA, HE), "Karim"),
    "a group": (
        {"hommes": several("m")},
        ("Des/DET/det/hommes hommes/NOUN/nsubj/partent partent/VERB .", THEY),
        "hommes",
    ),
    "a body of that gender": ({"Trésor": body("m")}, (MINISTRY, HE), "Trésor"),
    "a person rather than a body": ({"Karim": person("m"), "Trésor": body("m")}, (KARIM, MINISTRY, HE), "Karim"),
}


@pytest.mark.parametrize(("cast", "text", "expected"), AGREEING.values(), ids=AGREEING)
def test_a_pronoun_stands_for_somebody_near_who_agrees(cast: Told, text: tuple[str, ...], expected: str) -> None:
    assert antecedent(cast, *text) == expected


DISAGREEING = {
    "nobody told": ({}, (RAIN, HE)),
    "a feminine and a man": ({"Karim": person("m")}, (KARIM, SHE)),
    "a masculine and a woman": ({"Salma": person("f")}, (SALMA, HE)),
    "a plural and one person": ({"Karim": person("m")}, (KARIM, THEY)),
    "a singular and a group": (
        {"hommes": several("m")},
        ("Des/DET/det/hommes hommes/NOUN/nsubj/partent partent/VERB .", HE),
    ),
    "a body whose gender is unknown": ({"Trésor": body()}, (MINISTRY, HE)),
    "a place whose gender is unknown": ({"Trésor": Cluster(PLACE)}, (MINISTRY, HE)),
    "three sentences back": ({"Karim": person("m")}, (KARIM, RAIN, RAIN, HE)),
}


@pytest.mark.parametrize(("cast", "text"), DISAGREEING.values(), ids=DISAGREEING)
def test_a_pronoun_with_which_nobody_near_agrees_stays_unresolved(cast: Told, text: tuple[str, ...]) -> None:
    assert antecedent(cast, *text) is None


def test_the_theme_of_a_sentence_comes_before_its_object() -> None:
    assert antecedent({"Salma": person("f"), "Zohra": person("f")}, MEETS, SHE) == "Salma"


@pytest.mark.parametrize(
    ("form", "dep", "expected"),
    [("la", "obj", None), ("elle", "nsubj", "Salma")],
)
def test_an_object_pronoun_is_never_the_subject_of_its_verb(form: str, dep: str, expected: str | None) -> None:
    text = f"Salma/PROPN/nsubj/voit {form}/PRON/{dep}/voit voit/VERB ."
    assert antecedent({"Salma": person("f")}, text) == expected


@pytest.mark.parametrize(
    ("between", "told_first", "expected"),
    [(3, 3, "Karim"), (3, 2, None), (8, 3, None)],
    ids=["told three times", "told twice", "too far"],
)
def test_far_back_only_the_one_told_most_often_is_reached(between: int, told_first: int, expected: str | None) -> None:
    assert antecedent({"Karim": person("m")}, *[KARIM] * told_first, *[RAIN] * between, HE) == expected


def test_far_back_a_plural_reaches_nobody() -> None:
    assert antecedent({"Karim": person("m")}, KARIM, KARIM, KARIM, RAIN, RAIN, RAIN, THEY) is None


def test_far_back_a_feminine_is_never_the_man_told_most_often() -> None:
    assert antecedent({"Karim": person("m")}, KARIM, KARIM, KARIM, RAIN, RAIN, RAIN, SHE) is None


LATTER = {
    "the object told last": ("Cette/DET/det/dernière dernière/ADJ/nsubj/dort dort/VERB .", "Zohra"),
    "nobody of that gender": ("Ce/DET/det/dernier dernier/ADJ/nsubj/dort dort/VERB .", None),
}


@pytest.mark.parametrize(("sentence", "expected"), LATTER.values(), ids=LATTER)
def test_the_latter_is_whoever_agrees_and_was_told_last(sentence: str, expected: str | None) -> None:
    assert antecedent({"Salma": person("f"), "Zohra": person("f")}, MEETS, sentence) == expected


EMPHATIC = {
    "between commas": ("lui/PRON/dislocated/nie ,", "Trésor"),
    "of another gender": ("elle/PRON/dislocated/nie ,", None),
    "without a comma after it": ("lui/PRON/iobj/nie", "Karim"),
}


@pytest.mark.parametrize(("pronoun", "expected"), EMPHATIC.values(), ids=EMPHATIC)
def test_an_emphatic_pronoun_stands_for_whoever_is_before_the_comma(pronoun: str, expected: str | None) -> None:
    text = f"Le/DET/det/Trésor Trésor/PROPN/nsubj/nie , {pronoun} nie/VERB ."
    assert antecedent({"Karim": person("m"), "Trésor": body("m")}, KARIM, text) == expected
