from dataclasses import replace

import pytest

from kg.extract.candidate import Candidate
from kg.extract.clusters import Cluster
from kg.extract.sets import Sets
from kg.model import EntityType
from tests.extract.docs import ORGANIZATION, parse
from tests.extract.narratives import Told, form_of, person, several, tell
from tests.extract.papers import readings

BOTH = "Karim/PROPN/nsubj/partent et/CCONJ/cc/Zarbi Zarbi/PROPN/conj/Karim partent/VERB ."
WOMEN = "Salma/PROPN/nsubj/partent et/CCONJ/cc/Zohra Zohra/PROPN/conj/Salma partent/VERB ."
MIXED = "Karim/PROPN/nsubj/partent et/CCONJ/cc/Salma Salma/PROPN/conj/Karim partent/VERB ."
THREE = (
    "Karim/PROPN/nsubj/partent , Zarbi/PROPN/conj/Karim et/CCONJ/cc/Tolmo Tolmo/PROPN/conj/Karim partent/VERB ."
)  # fmt: skip
APART = "Karim/PROPN/nsubj/voit voit/VERB Zarbi/PROPN/obj/voit ."
ALONE = "Karim/PROPN/nsubj/part part/VERB ."
RAIN = "Pluie/X ."
THEY, THEY_F = "Ils/PRON/nsubj/dorment dorment/VERB .", "Elles/PRON/nsubj/dorment dorment/VERB ."
TWO = "Les/DET/det/hommes deux/NUM/nummod/hommes hommes/NOUN/nsubj/dorment dorment/VERB ."
GROUP = "Des/DET/det/gendarmes gendarmes/NOUN/nsubj/fuient fuient/VERB ."


def everybody() -> dict[str, Cluster]:
    men = {name: person("m") for name in ("Karim", "Zarbi", "Tolmo")}
    return {**men, "Salma": person("f"), "Zohra": person("f"), "gendarmes": several("m")}


def remembered(cast: Told, *sentences: str) -> tuple[Sets, Candidate]:
    """Who was told together before the last pronoun or noun of a text, and that candidate."""
    narrative, told, candidate = tell(cast, readings(parse(*sentences)))
    sets = Sets(narrative, told)
    for one in told:
        sets.note(one)
    return sets, candidate


def taken_up(cast: Told, *sentences: str, pronoun: bool = True, definite: bool = True) -> list[str | None] | None:
    """Those whom the last pronoun or noun takes up together."""
    sets, candidate = remembered(cast, *sentences)
    found = sets.taken_up(replace(candidate, definite=definite), pronoun=pronoun)
    return [form_of(cast, part) for part in found.parts] if found is not None else None


PRONOUNS = {
    "a list": ((BOTH, THEY), ["Karim", "Zarbi"]),
    "a list of three": ((THREE, THEY), ["Karim", "Zarbi", "Tolmo"]),
    "women": ((WOMEN, THEY_F), ["Salma", "Zohra"]),
    "a man and a woman": ((MIXED, THEY), ["Karim", "Salma"]),
    "the only two of a sentence": ((APART, THEY), ["Karim", "Zarbi"]),
}


@pytest.mark.parametrize(("text", "expected"), PRONOUNS.values(), ids=PRONOUNS)
def test_a_plural_pronoun_takes_up_those_told_together(text: tuple[str, ...], expected: list[str]) -> None:
    assert taken_up(everybody(), *text) == expected


NOBODY = {
    "one person": (ALONE, THEY),
    "a feminine plural and men": (BOTH, THEY_F),
    "a feminine plural and a man with a woman": (MIXED, THEY_F),
    "a masculine plural and women alone": (WOMEN, THEY),
    "too far": (BOTH, RAIN, THEY),
    "a group told since": (f"{BOTH[:-2]} , {GROUP.replace('fuient/VERB', 'fuient/VERB/conj/partent')}", THEY),
    "persons of several sentences": (ALONE, "Zarbi/PROPN/nsubj/fuit fuit/VERB .", THEY),
}


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_a_plural_pronoun_takes_up_nobody(text: tuple[str, ...]) -> None:
    assert taken_up(everybody(), *text) is None


NOUNS = {
    "two": ((BOTH, TWO), ["Karim", "Zarbi"]),
    "two, some sentences later": ((BOTH, RAIN, RAIN, TWO), ["Karim", "Zarbi"]),
    "two, too far": ((BOTH, RAIN, RAIN, RAIN, TWO), None),
    "two, of three": ((THREE, TWO), None),
    "two, a group being told since": ((BOTH, GROUP, TWO), ["Karim", "Zarbi"]),
    "two women, of men": ((BOTH, TWO.replace("hommes", "femmes")), None),
    "as many as they were": ((THREE, TWO.replace("deux/NUM", "trois/NUM")), ["Karim", "Zarbi", "Tolmo"]),
}


@pytest.mark.parametrize(("text", "expected"), NOUNS.values(), ids=NOUNS)
def test_a_definite_plural_takes_up_as_many_as_it_says(text: tuple[str, ...], expected: list[str] | None) -> None:
    assert taken_up(everybody(), *text, pronoun=False) == expected


def test_an_indefinite_plural_takes_up_nobody() -> None:
    assert taken_up(everybody(), BOTH, TWO, pronoun=False, definite=False) is None


BODIES = "Tolma/PROPN/nsubj/signent et/CCONJ/cc/Zarba Zarba/PROPN/conj/Tolma signent/VERB ."


def test_bodies_told_together_are_taken_up_by_a_noun_for_bodies() -> None:
    cast = {"Tolma": Cluster(ORGANIZATION), "Zarba": Cluster(ORGANIZATION)}
    assert taken_up(cast, BODIES, TWO.replace("hommes", "organisations"), pronoun=False) == ["Tolma", "Zarba"]


@pytest.mark.parametrize(("sentence", "pronoun"), [(THEY, True), (TWO, False)])
def test_bodies_told_together_are_no_persons(sentence: str, pronoun: bool) -> None:
    cast = {"Tolma": Cluster(ORGANIZATION), "Zarba": Cluster(ORGANIZATION)}
    assert taken_up(cast, BODIES, sentence, pronoun=pronoun) is None


def test_persons_taken_together_are_a_group_of_them() -> None:
    cast = everybody()
    sets, candidate = remembered(cast, BOTH, THEY)
    found = sets.taken_up(candidate, pronoun=True)
    assert found is not None
    assert (found.type, found.plural) == (EntityType.GROUP, True)
    assert found.bearers == (cast["Karim"], cast["Zarbi"])


OF_TWO = {
    "the first": (BOTH, "Le/DET/det/premier premier/ADJ/nsubj/dort dort/VERB .", "Karim"),
    "the second": (BOTH, "Le/DET/det/second second/ADJ/nsubj/dort dort/VERB .", "Zarbi"),
    "the second woman": (WOMEN, "La/DET/det/seconde seconde/ADJ/nsubj/dort dort/VERB .", "Zohra"),
    "of three": (THREE, "Le/DET/det/premier premier/ADJ/nsubj/dort dort/VERB .", None),
    "of one": (ALONE, "Le/DET/det/premier premier/ADJ/nsubj/dort dort/VERB .", None),
    "another pronoun": (BOTH, "Il/PRON/nsubj/dort dort/VERB .", None),
}


@pytest.mark.parametrize(("first", "then", "expected"), OF_TWO.values(), ids=OF_TWO)
def test_the_first_and_the_second_are_of_the_last_two_told_together(
    first: str, then: str, expected: str | None
) -> None:
    cast = everybody()
    sets, candidate = remembered(cast, first, then)
    assert form_of(cast, sets.one_of_two(candidate)) == expected
