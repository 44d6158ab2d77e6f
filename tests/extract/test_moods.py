from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.moods import describes_suspicion, is_negated, mood, verb_status, weakest
from kg.model import Factuality
from tests.extract.docs import french, parse, word

A, L, P, H, D = (
    Factuality.ASSERTED, Factuality.ALLEGED, Factuality.PLANNED, Factuality.HYPOTHETICAL, Factuality.DENIED,
)  # fmt: skip
STATUS = st.sampled_from(Factuality)


@given(STATUS, STATUS)
def test_weakest_is_commutative(left: Factuality, right: Factuality) -> None:
    assert weakest(left, right) is weakest(right, left)


@given(STATUS, STATUS, STATUS)
def test_weakest_is_associative(a: Factuality, b: Factuality, c: Factuality) -> None:
    assert weakest(a, weakest(b, c)) is weakest(weakest(a, b), c) is weakest(a, b, c)


@given(st.lists(STATUS))
def test_weakest_is_one_of_its_arguments_and_asserted_is_neutral(statuses: Sequence[Factuality]) -> None:
    assert weakest(*statuses) in {*statuses, A}
    assert weakest(*statuses, A) is weakest(*statuses)


def test_denied_is_the_most_guarded() -> None:
    assert weakest(L, D, H) is D
    assert weakest(L, P) is P


NEGATIONS = {
    "ne pas": "Il/PRON/nsubj/a n'/ADV/advmod/tué a/AUX/aux:tense/tué pas/ADV/advmod/tué tué/VERB X/PROPN/obj/tué",
    "ne jamais": "X/PROPN/nsubj/tué n'/ADV/advmod/tué a/AUX/aux:tense/tué jamais/ADV/advmod/tué tué/VERB",
    "adverb hung on the auxiliary": "X/PROPN/nsubj/tué n'/ADV/advmod/a a/AUX/aux:tense/tué pas/ADV/advmod/a tué/VERB",
    "aucun object": "Il/PRON/nsubj/tué n'/ADV/advmod/tué a/AUX/aux:tense/tué tué/VERB aucun/DET/det/civil"
    " civil/NOUN/obj/tué",
    "personne": "Il/PRON/nsubj/tué n'/ADV/advmod/tué a/AUX/aux:tense/tué tué/VERB personne/PRON/obj/tué",
    "ni ni": "ni/CCONJ/cc/X X/PROPN/nsubj/tué ni/CCONJ/cc/Y Y/PROPN/conj/X n'/ADV/dep/tué ont/AUX/aux:tense/tué"
    " tué/VERB",
    "sans": "sans/ADP/case/tué tué/VERB",
    "personne, tie lost": "Il/PRON/nsubj/tué n'/ADV/advmod/tué a/AUX/aux:tense/tué tué/VERB personne/NOUN/dep/tué",
    "pas un": "Pas/ADV/dep/civil un/DET/det/civil civil/NOUN/nsubj/tué n'/ADV/advmod/tué a/AUX/aux:tense/tué tué/VERB",
}
STATEMENTS = {
    "plain": "Il/PRON/nsubj/tué a/AUX/aux:tense/tué tué/VERB X/PROPN/obj/tué",
    "personne of a new clause": "Il/PRON/nsubj/tué a/AUX/aux:tense/tué tué/VERB personne/NOUN/dep/tué",
    "point of a place": "tué/VERB point/NOUN/obl:mod/tué",
    "plus without particle": "Il/PRON/nsubj/tué a/AUX/aux:tense/tué pas/ADV/advmod/tué tué/VERB",
    "shares an auxiliary, no negation": "Il/PRON/nsubj/fui n'/ADV/advmod/fui a/AUX/aux:tense/fui pas/ADV/advmod/fui"
    " fui/VERB mais/CCONJ/cc/tué tué/VERB/conj/fui X/PROPN/obj/tué",
    "not only": "Il/PRON/nsubj/tué n'/ADV/advmod/tué a/AUX/aux:tense/tué pas/ADV/advmod/tué seulement/ADV/advmod/tué"
    " tué/VERB X/PROPN/obj/tué",
    "none the less": "Il/PRON/nsubj/tué n'/ADV/advmod/tué en/PRON/iobj/tué a/AUX/aux:tense/tué pas/ADV/advmod/moins"
    " moins/ADV/advmod/tué tué/VERB",
    "personne as a noun": "Il/PRON/nsubj/tué a/AUX/aux:tense/tué tué/VERB une/DET/det/personne personne/NOUN/obj/tué",
}


@pytest.mark.parametrize("table", list(NEGATIONS.values()), ids=list(NEGATIONS))
def test_negated_verbs(table: str) -> None:
    assert is_negated(word(parse(table), "tué"), french())
    assert verb_status(word(parse(table), "tué"), french()) is D


@pytest.mark.parametrize("table", list(STATEMENTS.values()), ids=list(STATEMENTS))
def test_verbs_that_are_not_negated(table: str) -> None:
    assert not is_negated(word(parse(table), "tué"), french())


@pytest.mark.parametrize("determiner", ["aucun", "nul", "zéro"])
def test_a_negative_determiner_negates_a_noun(determiner: str) -> None:
    assert is_negated(word(parse(f"{determiner}/DET/det/attentat attentat/NOUN"), "attentat"), french())


MOODS = {
    "past": ("X/PROPN/nsubj/tué a/AUX/aux:tense/tué tué/VERB Y/PROPN/obj/tué", "tué", A),
    "imperfect": ("X/PROPN/nsubj/tuait tuait/VERB", "tuait", A),
    "conditional of the auxiliary that it shares": (
        "X/PROPN/nsubj/tué aurait/AUX/aux:tense/tué tué/VERB et/CCONJ/cc/pillé pillé/VERB/conj/tué", "pillé", L,
    ),
    "future of the auxiliary that it shares": (
        "X/PROPN/nsubj:pass/arrêté sera/AUX/aux:pass/arrêté arrêté/VERB ,/PUNCT/punct/arrêté puis/ADV/advmod/jugé"
        " jugé/VERB/dep/arrêté", "jugé", P,
    ),
    "conditional hearsay": ("X/PROPN/nsubj/tué aurait/AUX/aux:tense/tué tué/VERB Y/PROPN/obj/tué", "tué", L),
    "future": ("X/PROPN/nsubj/comparaîtra comparaîtra/VERB", "comparaîtra", P),
    "future perfect": ("X/PROPN/nsubj/fui aura/AUX/aux:tense/fui fui/VERB", "fui", P),
    "si-condition": (
        "Si/SCONJ/mark/part X/PROPN/nsubj/part part/VERB/advcl/mourrait ,/PUNCT/punct/part il/PRON/nsubj/mourrait"
        " mourrait/VERB",
        "mourrait", H,
    ),
    "future under a condition": (
        "S'/SCONJ/mark/part il/PRON/nsubj/part part/VERB/advcl/mourra ,/PUNCT/punct/part il/PRON/nsubj/mourra"
        " mourra/VERB",
        "mourra", H,
    ),
    "s' is reflexive before a verb": (
        "X/PROPN/nsubj/évaderait s'/PRON/mark/évaderait évaderait/VERB", "évaderait", L,
    ),
    "condition by a phrase": (
        "Faute/NOUN de/ADP/fixed/Faute quoi/PRON/fixed/Faute il/PRON/nsubj/mourrait"
        " mourrait/VERB/dep/Faute", "mourrait", H,
    ),
    "future in the past": (
        "X/PROPN/nsubj/annoncé a/AUX/aux:tense/annoncé annoncé/VERB qu'/SCONJ/mark/partirait il/PRON/nsubj/partirait"
        " partirait/VERB/ccomp/annoncé", "partirait", P,
    ),
    "hearsay told in the present": (
        "X/PROPN/nsubj/affirme affirme/VERB qu'/SCONJ/mark/partirait il/PRON/nsubj/partirait"
        " partirait/VERB/ccomp/affirme",
        "partirait", L,
    ),
    "indirect question": (
        "On/PRON/nsubj/dit ignore/VERB X/PROPN/nsubj/dit dit/VERB/conj/ignore si/SCONJ/mark/part Y/PROPN/nsubj/part"
        " part/VERB/ccomp/dit et/CCONJ/cc/fuirait fuirait/VERB/conj/dit", "fuirait", L,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("table", "verb", "expected"), list(MOODS.values()), ids=list(MOODS))
def test_moods(table: str, verb: str, expected: Factuality) -> None:
    assert mood(word(parse(table), verb), french()) is expected


VERBS = {
    "marker si": ("si/SCONJ/mark/part il/PRON/nsubj/part part/VERB", "part", H),
    "sans with infinitive": ("part/VERB sans/ADP/mark/tuer tuer/VERB/advcl/part", "tuer", D),
    "purpose": ("part/VERB pour/ADP/mark/tuer y/PRON/obj/tuer tuer/VERB/advcl/part", "tuer", P),
    "threat of": ("la/DET/det/menace menace/NOUN de/ADP/mark/tuer tuer/VERB/acl/menace", "tuer", H),
    "call to": ("un/DET/det/appel appel/NOUN à/ADP/mark/tuer tuer/VERB/acl/appel", "tuer", H),
    "perhaps": ("Il/PRON/nsubj/tué a/AUX/aux:tense/tué peut-être/ADV/advmod/tué tué/VERB", "tué", H),
    "apparently": ("Il/PRON/nsubj/tué a/AUX/aux:tense/tué apparemment/ADV/advmod/tué tué/VERB", "tué", L),
}


@pytest.mark.parametrize(("table", "verb", "expected"), list(VERBS.values()), ids=list(VERBS))
def test_verb_status(table: str, verb: str, expected: Factuality) -> None:
    assert verb_status(word(parse(table), verb), french()) is expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("auteur/NOUN présumé/ADJ/amod/auteur", True),
        ("auteur/NOUN de/ADP/case/tir présumée/ADJ/dep/tir tir/NOUN/nmod/auteur", False),
        ("le/DET/det/auteur prétendu/ADJ/amod/auteur auteur/NOUN", True),
        ("auteur/NOUN connu/ADJ/amod/auteur", False),
    ],
)
def test_suspicion(table: str, expected: bool) -> None:
    assert describes_suspicion(word(parse(table), "auteur"), french()) is expected
