import pytest

from kg.extract.neighbours import status_by_position
from kg.model import Factuality
from tests.extract.docs import french, parse, word

A, L, P, D = Factuality.ASSERTED, Factuality.ALLEGED, Factuality.PLANNED, Factuality.DENIED
VERBS = {
    "planned past an incise": (
        "projetait/VERB ,/PUNCT/punct/projetait avec/ADP/case/X X/PROPN/obl:mod/projetait ,/PUNCT/punct/projetait"
        " de/ADP/dep/tuer"
        " tuer/VERB/dep/projetait", "tuer", P,
    ),
    "a participle between": ("projetait/VERB le/DET/det/raid raid/NOUN/obj/projetait prévu/VERB/acl/raid"
        " hier/ADV/dep/prévu de/ADP/dep/prévu tuer/VERB/dep/prévu", "tuer", P),
    "denies that, tie lost": ("dément/VERB hier/ADV/dep/dément qu'/SCONJ/dep/fui il/PRON/dep/fui ait/AUX/dep/fui"
        " fui/VERB/dep/dément", "fui", D),
    "denies having, tie lost": ("nie/VERB hier/ADV/dep/nie avoir/AUX/dep/tué tué/VERB/dep/nie", "tué", D),
    "a denial before a colon": ("dément/VERB :/PUNCT/punct/dément qu'/SCONJ/dep/fui il/PRON/dep/fui"
        " ait/AUX/dep/fui fui/VERB/dep/dément", "fui", A),
    "no clause of the denial": ("dément/VERB et/CCONJ/cc/fui a/AUX/dep/fui fui/VERB/conj/dément", "fui", A),
    "not denied": (
        "ne/ADV/advmod/dément dément/VERB pas/ADV/advmod/dément qu'/SCONJ/dep/fui il/PRON/dep/fui ait/AUX/dep/fui"
        " fui/VERB/dep/dément", "fui", A,
    ),
    "infinitive without marker": ("projetait/VERB hier/ADV/dep/projetait tuer/VERB/dep/projetait", "tuer", A),
    "told for dead": ("X/PROPN/nsubj:pass/donné donné/VERB pour/ADP/case/mort mort/ADJ/dep/donné", "mort", L),
    "said to be dead": ("X/PROPN dit/VERB/acl/X mort/ADJ/dep/dit", "mort", L),
}  # fmt: skip


@pytest.mark.parametrize(("table", "verb", "expected"), list(VERBS.values()), ids=list(VERBS))
def test_the_verb_before_a_verb(table: str, verb: str, expected: Factuality) -> None:
    assert status_by_position(word(parse(table), verb), french(), verbal=True) is expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("X/PROPN/nsubj/nie nie/VERB hier/ADV/dep/attaque toute/DET/det/attaque attaque/NOUN/dep/nie", D),
        ("X/PROPN/nsubj/conteste conteste/VERB hier/ADV/dep/attaque l'/DET/det/attaque attaque/NOUN/dep/conteste", A),
        (
            "X/PROPN/nsubj/nie nie/VERB celui/PRON/obj/nie qui/PRON/nsubj/vit vit/VERB/acl:relcl/celui"
            " une/DET/det/attaque attaque/NOUN",
            A,
        ),
    ],
    ids=["denied", "rejected, but known", "another verb between"],
)
def test_the_verb_before_a_noun(table: str, expected: Factuality) -> None:
    assert status_by_position(word(parse(table), "attaque"), french(), verbal=False) is expected


def test_a_phrase_counts_as_whole_words_only() -> None:
    doc = parse("Un/DET/det/mort crédit/NOUN/dep/mort mort/NOUN")
    assert status_by_position(word(doc, "mort"), french(), verbal=False) is A
