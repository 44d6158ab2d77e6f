import pytest

from kg.extract.candidate import Candidate
from tests.extract.docs import parse
from tests.extract.papers import marked, nominals_in, readings

CASES = {
    "one word": ("le/DET/det/juge juge/NOUN/nsubj/part part/VERB", "juge"),
    "several words": (
        "le/DET/det/juge juge/NOUN/nsubj/part d'/ADP/case/instruction instruction/NOUN/nmod/juge part/VERB",
        "juge d'instruction",
    ),
    "with its adjective": ("un/DET/det/homme homme/NOUN/nsubj/part armé/ADJ/amod/homme part/VERB", "homme armé"),
    "figure": ("deux/NUM/nummod/hommes hommes/NOUN/nsubj/partent partent/VERB", "deux hommes"),
    "round figure": (
        "une/DET/det/trentaine trentaine/NOUN/nsubj/partent de/ADP/case/policiers"
        " policiers/NOUN/nmod/trentaine partent/VERB",
        "trentaine de policiers",
    ),
    "demonym": ("un/DET/det/Belge Belge/NOUN/nsubj/part part/VERB", "Belge"),
    "place told before": ("le/DET/det/pays pays/NOUN/nsubj/tremble tremble/VERB", "pays"),
    "wrong tag after a determiner": ("le/DET/det/juge juge/VERB/nsubj/part part/VERB", "juge"),
    "plural after a bare preposition": (
        "avec/ADP/case/policiers policiers/NOUN/obl:mod/part part/VERB",
        "policiers",
    ),
    "office after a name, tagged otherwise": (
        "Karim/PROPN/nsubj/part ,/PUNCT/punct/infirmier infirmier/ADJ/amod/Karim dans/ADP/case/train"
        " un/DET/det/train train/NOUN/nmod/infirmier ,/PUNCT/punct/part part/VERB",
        "infirmier",
    ),
    "pronoun after a hyphen, tagged otherwise": ("part/VERB -elle/ADJ/nsubj/part", "-elle"),
    "of a town that no list has": ("un/DET/det/Zarbien Zarbien/NOUN/nsubj/part part/VERB", "Zarbien"),
    "pronoun": ("il/PRON/nsubj/part part/VERB", "il"),
    "object pronoun": ("je/PRON/nsubj/vois le/PRON/obj/vois vois/VERB", "le"),
    "possessive": ("son/DET/det/arrestation arrestation/NOUN", "son"),
}


def found_in(table: str) -> list[Candidate]:
    return nominals_in(readings(parse(table)))


@pytest.mark.parametrize(("table", "expected"), CASES.values(), ids=CASES)
def test_nominals(table: str, expected: str) -> None:
    assert [c.text for c in found_in(table)][-1] == expected


NONE = {
    "abbreviation": "M./NOUN/nsubj/part part/VERB",
    "set phrase": "il/X vit/VERB à/ADP/case/étranger l'/DET/det/étranger étranger/NOUN/obl:mod/vit",
    "feminine determiner and masculine noun": "la/DET/det/mort mort/NOUN/nsubj/part part/VERB",
    "bare singular after a preposition": "agit/VERB en/ADP/case/juge juge/NOUN/obl:mod/agit",
    "adjective of the noun before": "le/DET/det/rapport rapport/NOUN/nsubj/sort juge/NOUN/amod/rapport sort/VERB",
    "demonym without a capital": "un/DET/det/rapport rapport/NOUN belge/ADJ/amod/rapport",
    "place that is named": (
        "la/DET/det/ville ville/NOUN/nsubj/dort de/ADP/case/Zarbifol Zarbifol/PROPN/nmod/ville dort/VERB"
    ),
    "place without a determiner": "ville/NOUN/nsubj/dort dort/VERB",
    "impersonal verb": "il/PRON/expl:subj/faut faut/VERB",
    "there is": "il/PRON/expl:subj/a y/PRON/expl:comp/a a/VERB",
    "article tagged as a pronoun": "le/PRON/det/rapport rapport/NOUN",
    "department of an office": ("hier/ADV le/DET/det/Zarbi Zarbi/PROPN ,/PUNCT ministre/X de/ADP la/DET Police/NOUN"),
}


@pytest.mark.parametrize("table", NONE.values(), ids=NONE)
def test_what_refers_to_nobody(table: str) -> None:
    assert [c.text for c in found_in(table) if c.text not in ("ministre",)] == []


def test_names_are_no_nominals() -> None:
    doc = marked(
        parse("la/DET/det/Police Police/PROPN/nsubj/part Zarbi/PROPN/flat:name/Police part/VERB"), Police_Zarbi="ORG"
    )
    assert nominals_in(readings(doc)) == []


@pytest.mark.parametrize(
    ("table", "definite"),
    [
        ("le/DET/det/juge juge/NOUN", True),
        ("ce/DET/det/juge juge/NOUN", True),
        ("son/DET/det/juge juge/NOUN", True),
        ("procès/NOUN du/ADP/case/juge juge/NOUN/nmod/procès", True),
        ("un/DET/det/juge juge/NOUN", False),
        ("des/DET/det/juges juges/NOUN", False),
        ("deux/NUM/nummod/juges juges/NOUN", False),
    ],
)
def test_what_is_known_by_its_determiner(table: str, definite: bool) -> None:
    (noun,) = [c for c in found_in(table) if c.lemma == "juge"]
    assert noun.definite is definite


@pytest.mark.parametrize(
    ("table", "plural", "type_"),
    [
        ("un/DET/det/Belge Belge/NOUN", False, "Person"),
        ("deux/NUM/nummod/Belges Belges/NOUN", True, "Group"),
        ("les/DET/det/Français Français/NOUN", True, "Group"),
        ("un/DET/det/Français Français/NOUN", False, "Person"),
        ("de/ADP/case/Français jeunes/ADJ/amod/Français Français/NOUN", True, "Group"),
        ("des/DET/det/hommes hommes/NOUN", True, "Group"),
        ("un/DET/det/homme homme/NOUN", False, "Person"),
    ],
)
def test_number_by_form_and_determiner(table: str, plural: bool, type_: str) -> None:
    (noun,) = found_in(table)
    assert (noun.plural, noun.type.value) == (plural, type_)


@pytest.mark.parametrize(
    ("table", "gender"),
    [
        ("il/PRON/nsubj/part part/VERB", "m"),
        ("elle/PRON/nsubj/part part/VERB", "f"),
        ("une/DET/det/femme femme/NOUN", "f"),
        ("une/DET/det/victime victime/NOUN", ""),
        ("son/DET/det/arrestation arrestation/NOUN", ""),
    ],
    ids=["il", "elle", "femme", "epicene", "possessive"],
)
def test_gender_as_far_as_the_form_says(table: str, gender: str) -> None:
    (noun,) = found_in(table)
    assert noun.gender == gender


@pytest.mark.parametrize(("form", "plural"), [("son", False), ("leur", True), ("leurs", True), ("ses", False)])
def test_a_possessive_says_the_number_of_owners(form: str, plural: bool) -> None:
    (owner,) = found_in(f"{form}/DET/det/arrestation arrestation/NOUN")
    assert owner.plural is plural
