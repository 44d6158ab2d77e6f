from collections.abc import Sequence
from dataclasses import replace

import pytest

from kg.extract.antecedents import Antecedents, salience
from kg.extract.clusters import Cluster
from kg.extract.narrative import Told as Appearance
from kg.extract.reading import Reading
from kg.model import PassageKind
from tests.extract.docs import ORGANIZATION, PLACE, parse
from tests.extract.narratives import Told, form_of, person, several, tell
from tests.extract.papers import passage, readings

KARIM = "Karim/PROPN/nsubj/part part/VERB ."
RAIN = "Pluie/X ."


def noun(determiner: str, form: str, *after: str) -> str:
    """A sentence about somebody described."""
    return " ".join((f"{determiner}/DET/det/{form} {form}/NOUN/nsubj/dort", *after, "dort/VERB ."))


def of_last(cast: Told, found: Sequence[Reading]) -> str | None:
    narrative, _, candidate = tell(cast, found)
    return form_of(cast, Antecedents(narrative).of_noun(candidate))


def antecedent(cast: Told, *sentences: str) -> str | None:
    """Whom the last noun of a text takes up."""
    return of_last(cast, readings(parse(*sentences)))


def listed(authority: str) -> Cluster:
    """A body of the list."""
    return Cluster(ORGANIZATION, authority=authority)


PERSONS = {
    "generic noun for a name": ({"Karim": person("m")}, (KARIM, noun("L'", "homme")), "Karim"),
    "noun that may stand for another": (
        {"adolescent": person("m")}, (noun("Un", "adolescent"), noun("Le", "lycéen")), "adolescent",
    ),
    "suspect for the accused one": (
        {"Karim": person("m", "accused"), "Zarbi": person("m")},
        (KARIM, "Zarbi/PROPN/nsubj/part part/VERB .", noun("Le", "suspect")),
        "Karim",
    ),
    "suspect for the only person": ({"Karim": person("m")}, (KARIM, noun("Le", "suspect")), "Karim"),
    "victim for the one who was hurt": (
        {"Karim": person("m", "victim"), "Zarbi": person("m")},
        (KARIM, "Zarbi/PROPN/nsubj/part part/VERB .", noun("La", "victime")),
        "Karim",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("cast", "text", "expected"), PERSONS.values(), ids=PERSONS)
def test_a_definite_noun_takes_up_a_person(cast: Told, text: tuple[str, ...], expected: str) -> None:
    assert antecedent(cast, *text) == expected


NOBODY = {
    "a feminine noun and a man": ({"Karim": person("m")}, (KARIM, noun("La", "femme"))),
    "an indefinite noun": ({"Karim": person("m")}, (KARIM, noun("Un", "homme"))),
    "another one": ({"Karim": person("m")}, (KARIM, noun("L'", "homme", "autre/ADJ/amod/homme"))),
    "somebody's neighbour": ({"Karim": person("m")}, (KARIM, noun("Son", "voisin"))),
    "a suspect where two persons are near": (
        {"Karim": person("m"), "Zarbi": person("m")},
        (KARIM, "Zarbi/PROPN/nsubj/part part/VERB .", noun("Le", "suspect")),
    ),
    "an unrelated noun": ({"adolescent": person("m")}, (noun("Un", "adolescent"), noun("Le", "gendarme"))),
    "a plural and one person": ({"Karim": person("m", "accused")}, (KARIM, noun("Les", "suspects"))),
    "a singular and a group": (
        {"suspects": several("m", "accused")}, (noun("Des", "suspects"), noun("Le", "prévenu")),
    ),
    "too far": ({"Karim": person("m")}, (KARIM, *[RAIN] * 6, noun("L'", "homme"))),
}  # fmt: skip


@pytest.mark.parametrize(("cast", "text"), NOBODY.values(), ids=NOBODY)
def test_a_noun_takes_up_nobody(cast: Told, text: tuple[str, ...]) -> None:
    assert antecedent(cast, *text) is None


SAME = {
    "definite, however far": ((noun("Un", "gendarme"), *[RAIN] * 9, noun("Le", "Gendarme")), "gendarme"),
    "indefinite": ((noun("Un", "gendarme"), noun("Un", "Gendarme")), None),
    "another one": ((noun("Un", "gendarme"), noun("L'", "Gendarme", "autre/ADJ/amod/Gendarme")), None),
    "one of several": ((noun("Les", "gendarmes"), noun("Le", "Gendarme")), None),
}


@pytest.mark.parametrize(("text", "expected"), SAME.values(), ids=SAME)
def test_a_definite_noun_takes_up_who_was_called_the_same(text: tuple[str, ...], expected: str | None) -> None:
    assert antecedent({"gendarme": person("m"), "gendarmes": several("m")}, *text) == expected


def test_kin_called_the_same_are_two() -> None:
    assert antecedent({"cousin": person("m")}, noun("Un", "cousin"), noun("Le", "Cousin")) is None


GROUPS = {
    "accused": ({"hommes": several("m", "accused")}, (noun("Des", "hommes"), noun("Les", "suspects")), "hommes"),
    "not accused": ({"hommes": several("m")}, (noun("Des", "hommes"), noun("Les", "suspects")), None),
    "hurt": ({"hommes": several("m", "victim")}, (noun("Des", "hommes"), noun("Les", "victimes")), "hommes"),
    "one that the noun may stand for": (
        {"terroristes": several("m")}, (noun("Des", "terroristes"), noun("Les", "assaillants")), "terroristes",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("cast", "text", "expected"), GROUPS.values(), ids=GROUPS)
def test_a_plural_takes_up_a_group_of_the_same_part(cast: Told, text: tuple[str, ...], expected: str | None) -> None:
    assert antecedent(cast, *text) == expected


HARAM = "Haram/PROPN/nsubj/part part/VERB ."
BODIES = {
    "of that kind": ("boko-haram", noun("L'", "organisation"), "Haram"),
    "of another kind": ("boko-haram", noun("Le", "quotidien"), None),
    "that no list has": ("", noun("L'", "organisation"), None),
    "that a complement tells apart": (
        "boko-haram", noun("L'", "organisation", "de/ADP/case/Mons Mons/PROPN/nmod/organisation"), None,
    ),
    "of which there are many": ("boko-haram", noun("La", "police"), None),
}  # fmt: skip


@pytest.mark.parametrize(("authority", "sentence", "expected"), BODIES.values(), ids=BODIES)
def test_a_noun_for_a_body_takes_up_a_listed_one(authority: str, sentence: str, expected: str | None) -> None:
    assert antecedent({"Haram": listed(authority)}, HARAM, sentence) == expected


OPENING = {"ministère": ("Ministère", "Ministère"), "one of which there are many": ("Gendarmerie", None)}


@pytest.mark.parametrize(("name", "expected"), OPENING.values(), ids=OPENING)
def test_a_noun_for_a_body_takes_up_the_one_whose_name_opens_so(name: str, expected: str | None) -> None:
    text = f"{name}/PROPN/nsubj/ferme ferme/VERB ."
    assert antecedent({name: listed("")}, text, noun("L'", name.lower())) == expected


@pytest.mark.parametrize(("name", "expected"), [("Maroc", "Maroc"), ("Bruxelles", None)])
def test_the_country_told_last_is_no_town(name: str, expected: str | None) -> None:
    text = f"{name}/PROPN/nsubj/part part/VERB ."
    assert antecedent({name: Cluster(PLACE)}, text, noun("Le", "pays")) == expected


@pytest.mark.parametrize(("kind", "expected"), [(PassageKind.TITLE, "médecin"), (PassageKind.BODY, None)])
def test_an_indefinite_noun_takes_up_only_who_the_title_told(kind: PassageKind, expected: str | None) -> None:
    title, text = readings(
        parse("Une/DET/det/médecin médecin/NOUN/nsubj/fuit fuit/VERB"),
        parse("Une/DET/det/Médecin Médecin/NOUN/nsubj/dort dort/VERB ."),
    )
    title = replace(title, passage=passage(0, title.text, kind))
    assert of_last({"médecin": person("f")}, (title, text)) == expected


@pytest.mark.parametrize(
    ("nearer", "farther"),
    [((True, True, 4), (True, False, 4)), ((True, False, 4), (False, False, 4)), ((True, True, 4), (True, True, 3))],
    ids=["theme before subject", "subject before others", "near before far"],
)
def test_some_appearances_are_taken_up_before_others(
    nearer: tuple[bool, bool, int], farther: tuple[bool, bool, int]
) -> None:
    first, second = (
        salience(Appearance(person(), sentence, subject, main), 5) for subject, main, sentence in (nearer, farther)
    )
    assert first > second
