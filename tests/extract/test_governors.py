import pytest

from kg.extract.governors import governed_status
from kg.model import Factuality
from tests.extract.docs import french, parse, word

A, L, P, H, D = (
    Factuality.ASSERTED, Factuality.ALLEGED, Factuality.PLANNED, Factuality.HYPOTHETICAL, Factuality.DENIED,
)  # fmt: skip
NOUNS = {
    "project of": ("projet/NOUN d'/ADP/case/attentat attentat/NOUN/nmod/projet", P),
    "attempt": ("tentative/NOUN d'/ADP/case/attentat attentat/NOUN/nmod/tentative", P),
    "threat": ("menace/NOUN d'/ADP/case/attentat attentat/NOUN/nmod/menace", H),
    "rumour": ("rumeur/NOUN d'/ADP/case/attentat attentat/NOUN/nmod/rumeur", L),
    "coordinated with a project": ("projet/NOUN et/CCONJ/cc/attentat attentat/NOUN/conj/projet", A),
    "across a comma": ("projet/NOUN ,/PUNCT/punct/attentat attentat/NOUN/nmod/projet", A),
    "author presumed": ("auteur/NOUN présumé/ADJ/amod/auteur de/ADP/case/attentat attentat/NOUN/nmod/auteur", L),
    "foiled": ("police/NOUN/nsubj/déjoué a/AUX/aux:tense/déjoué déjoué/VERB un/DET/det/attentat"
        " attentat/NOUN/obj/déjoué", P),
    "given up": ("X/PROPN/nsubj/renoncé a/AUX/aux:tense/renoncé renoncé/VERB à/ADP/case/attentat"
        " attentat/NOUN/obl:arg/renoncé", D),
    "denied": ("X/PROPN/nsubj/nie nie/VERB tout/DET/det/attentat attentat/NOUN/obj/nie", D),
    "not denied": ("X/PROPN/nsubj/nie ne/ADV/advmod/nie nie/VERB pas/ADV/advmod/nie tout/DET/det/attentat"
        " attentat/NOUN/obj/nie", A),
    "known and rejected": ("X/PROPN/nsubj/conteste conteste/VERB l'/DET/det/attentat attentat/NOUN/obj/conteste", A),
    "known, of a noun that is to be respected": (
        "X/PROPN/nsubj/appelle appelle/VERB à/ADP/mark/respecter respecter/VERB/xcomp/appelle le/DET/det/secret"
        " secret/NOUN/obj/respecter de/ADP/case/attentat l'/DET/det/attentat attentat/NOUN/nmod/secret", A,
    ),
    "not confirmed": (
        "X/PROPN/nsubj/confirme ne/ADV/advmod/confirme confirme/VERB pas/ADV/advmod/confirme un/DET/det/attentat"
        " attentat/NOUN/obj/confirme", L,
    ),
    "planned": ("X/PROPN/nsubj/prépare prépare/VERB un/DET/det/attentat attentat/NOUN/obj/prépare", P),
    "will be carried out": ("X/PROPN/nsubj/commettra commettra/VERB un/DET/det/attentat"
        " attentat/NOUN/obj/commettra", P),
    "said to be carried out": (
        "X/PROPN/nsubj/commis aurait/AUX/aux:tense/commis commis/VERB un/DET/det/attentat"
        " attentat/NOUN/obj/commis", L,
    ),
    "a known one will be judged": ("on/PRON/nsubj/jugera jugera/VERB l'/DET/det/attentat"
        " attentat/NOUN/obj/jugera", A),
    "a known one will take place": ("l'/DET/det/attentat attentat/NOUN/nsubj/surviendra surviendra/VERB", P),
}  # fmt: skip
VERBS = {
    "accused of": (
        "X/PROPN/nsubj:pass/accusé est/AUX/aux:pass/accusé accusé/VERB d'/ADP/mark/tué avoir/AUX/aux:tense/tué"
        " tué/VERB/xcomp/accusé",
        "tué", L,
    ),
    "suspected to have wanted": (
        "X/PROPN/nsubj:pass/soupçonné est/AUX/aux:pass/soupçonné soupçonné/VERB d'/ADP/mark/voulu"
        " avoir/AUX/aux:tense/voulu"
        " voulu/VERB/xcomp/soupçonné tuer/VERB/xcomp/voulu", "tuer", P,
    ),
    "plans to": ("X/PROPN/nsubj/projette projette/VERB de/ADP/mark/tuer tuer/VERB/xcomp/projette", "tuer", P),
    "denies having": ("X/PROPN/nsubj/nie nie/VERB avoir/AUX/aux:tense/tué tué/VERB/xcomp/nie", "tué", D),
    "denies that": ("X/PROPN/nsubj/dément dément/VERB que/SCONJ/mark/fui Y/PROPN/nsubj/fui ait/AUX/aux:tense/fui"
        " fui/VERB/ccomp/dément", "fui", D),
    "may": ("X/PROPN/nsubj/peut peut/VERB tuer/VERB/xcomp/peut", "tuer", H),
    "was able to": ("X/PROPN/nsubj/pu a/AUX/aux:tense/pu pu/VERB fuir/VERB/xcomp/pu", "fuir", A),
    "is said to have been able to": ("X/PROPN/nsubj/pu aurait/AUX/aux:tense/pu pu/VERB"
        " fuir/VERB/xcomp/pu", "fuir", H),
    "was not able to": (
        "X/PROPN/nsubj/pu n'/ADV/advmod/pu a/AUX/aux:tense/pu pas/ADV/advmod/pu pu/VERB"
        " fuir/VERB/xcomp/pu", "fuir", D,
    ),
    "has the intention to": (
        "X/PROPN/nsubj/a a/VERB l'/DET/det/intention intention/NOUN/obj/a de/ADP/mark/tuer"
        " tuer/VERB/xcomp/a", "tuer", P,
    ),
    "relative of a planned thing": (
        "prépare/VERB vol/NOUN/obj/prépare qui/PRON/nsubj/fui a/AUX/aux:tense/fui fui/VERB/acl:relcl/vol", "fui", A,
    ),
    "says that": ("X/PROPN/nsubj/dit dit/VERB que/SCONJ/mark/fui Y/PROPN/nsubj/fui a/AUX/aux:tense/fui"
        " fui/VERB/ccomp/dit", "fui", A),
}  # fmt: skip


@pytest.mark.parametrize(("table", "expected"), list(NOUNS.values()), ids=list(NOUNS))
def test_what_governs_a_noun(table: str, expected: Factuality) -> None:
    assert governed_status(word(parse(table), "attentat"), french(), verbal=False) is expected


@pytest.mark.parametrize(("table", "verb", "expected"), list(VERBS.values()), ids=list(VERBS))
def test_what_governs_a_verb(table: str, verb: str, expected: Factuality) -> None:
    assert governed_status(word(parse(table), verb), french(), verbal=True) is expected
