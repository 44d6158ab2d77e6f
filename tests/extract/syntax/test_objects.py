import pytest

from tests.extract.docs import french, parse, texts, word


@pytest.mark.parametrize(
    ("table", "verb", "expected"),
    [
        ("tué/VERB X/PROPN/obj/tué et/CCONJ/cc/Y Y/PROPN/conj/X", "tué", ["X", "Y"]),
        ("tué/VERB des/ADP/case/civils civils/NOUN/obj/tué", "tué", ["civils"]),
        ("tué/VERB une/DET/det/dizaine dizaine/NOUN/obj/tué de/ADP/case/civils"
            " civils/NOUN/nmod/dizaine", "tué", ["civils"]),
        ("parlé/VERB de/ADP/case/civils civils/NOUN/obj/parlé", "parlé", []),
        ("arrêté/VERB lundi/NOUN/obj/arrêté", "arrêté", []),
        ("arrêté/VERB lundi/NOUN/obj/arrêté Dupont/PROPN/obl:mod/arrêté", "arrêté", ["Dupont"]),
        ("frappé/VERB à/ADP/case/Mons Mons/PROPN/obl:mod/frappé Dupont/PROPN/obj/frappé", "frappé", ["Dupont"]),
        ("frappé/VERB «/PUNCT/punct/Dupont Dupont/PROPN/obl:mod/frappé", "frappé", ["Dupont"]),
        ("des/DET/det/cartons cartons/NOUN d'/ADP/case/archives archives/NOUN/nmod/cartons ,/PUNCT/punct/cartons"
            " que/SCONJ/mark/saisit Dupont/PROPN/nsubj/saisit saisit/VERB/conj/cartons", "saisit", ["cartons"]),
        ("des/DET/det/cartons cartons/NOUN ,/PUNCT/punct/cartons que/SCONJ/mark/entend Dupont/PROPN/nsubj/entend"
            " entend/VERB/conj/cartons saisir/VERB/xcomp/entend", "entend", []),
        ("affirme/VERB au/ADP/case/juge juge/NOUN/obl/affirme ,/PUNCT/punct/affirme que/SCONJ/mark/part"
            " Dupont/PROPN/nsubj/part part/VERB/ccomp/affirme", "part", []),
        ("un/DET/det/juge juge/NOUN que/SCONJ/mark/part Dupont/PROPN/nsubj/part part/VERB/conj/juge", "part", []),
        ("vu/VERB près/ADV/advmod/vu de/ADP/case/civils 30/NUM/nummod/civils civils/NOUN/obl:arg/vu", "vu", ["civils"]),
        ("arrive/VERB que/SCONJ/mark/parte Dupont/PROPN/nsubj/parte parte/VERB/ccomp/arrive", "arrive", []),
    ],
    ids=[
        "coordinated", "partitive", "quantity", "with preposition", "time", "past a time", "past a place",
        "past a quote", "relative after a comma, labelled otherwise",
        "of the infinitive", "what is said", "no comma", "rounded figure",
        "another clause",
    ],
)  # fmt: skip
def test_objects(table: str, verb: str, expected: list[str]) -> None:
    doc = parse(table)
    assert texts(french().objects(word(doc, verb))) == expected


def test_the_antecedent_is_the_object_of_a_relative_with_que() -> None:
    doc = parse(
        "homme/NOUN que/PRON/obj/arrêté la/DET/det/police police/NOUN/nsubj/arrêté a/AUX/aux:tense/arrêté"
        " arrêté/VERB/acl:relcl/homme"
    )
    assert texts(french().objects(word(doc, "arrêté"))) == ["homme"]


def test_a_relative_pronoun_of_unknown_function_still_gives_the_antecedent() -> None:
    doc = parse("homme/NOUN que/PRON/dep/voit voit/VERB/acl:relcl/homme")
    assert texts(french().objects(word(doc, "voit"))) == ["homme"]


def test_a_reflexive_pronoun_is_no_object() -> None:
    doc = parse("s'/PRON/obj/enfuit enfuit/VERB")
    assert french().objects(word(doc, "enfuit")) == []


def test_the_antecedent_is_shared_by_coordinated_relatives() -> None:
    doc = parse("homme/NOUN qui/PRON/nsubj/part part/VERB/acl:relcl/homme et/CCONJ/cc/fuit fuit/VERB/conj/part")
    antecedent = french().antecedent(word(doc, "fuit"))
    assert antecedent is not None
    assert antecedent.text == "homme"


def test_a_main_verb_has_no_antecedent() -> None:
    assert french().antecedent(word(parse("X/PROPN/nsubj/part part/VERB"), "part")) is None
