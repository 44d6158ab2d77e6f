import pytest

from tests.extract.docs import french, parse, word

VERBS = {
    "active": (
        "police/NOUN/nsubj/arrête arrête/VERB Dupont/PROPN/obj/arrête à/ADP/case/Mons Mons/PROPN/obl:mod/arrête",
        "arrête", {("subject", "police"), ("object", "Dupont"), ("à", "Mons")},
    ),
    "passive with par": (
        "X/PROPN/nsubj:pass/tué a/AUX/aux:tense/tué été/AUX/aux:pass/tué tué/VERB par/ADP/case/Y"
        " Y/PROPN/obl:agent/tué",
        "tué", {("object", "X"), ("subject", "Y")},
    ),
    "passive with time between": (
        "X/PROPN/nsubj:pass/tué a/AUX/aux:tense/tué été/AUX/aux:pass/tué tué/VERB lundi/NOUN/obl:mod/tué"
        " par/ADP/case/Y Y/PROPN/nmod/lundi", "tué", {("object", "X"), ("subject", "Y")},
    ),
    "reflexive": (
        "X/PROPN/nsubj/évadé s'/PRON/expl:comp/évadé est/AUX/aux:tense/évadé évadé/VERB de/ADP/case/Mons"
        " Mons/PROPN/obl:mod/évadé", "évadé", {("subject", "X"), ("de", "Mons")},
    ),
    "reduced participle": (
        "X/PROPN tué/VERB/acl/X par/ADP/case/Y Y/PROPN/obl:agent/tué", "tué", {("object", "X"), ("subject", "Y")},
    ),
    "dative pronoun": (
        "X/PROPN/nsubj/donne lui/PRON/iobj/donne donne/VERB arme/NOUN/obj/donne", "donne",
        {("subject", "X"), ("à", "lui"), ("object", "arme")},
    ),
    "coordinated complement": (
        "part/VERB avec/ADP/case/X X/PROPN/obl:mod/part et/CCONJ/cc/Y"
        " Y/PROPN/conj/X", "part", {("avec", "X"), ("avec", "Y")},
    ),
    "time is no complement": ("part/VERB depuis/ADP/case/lundi lundi/NOUN/obl:mod/part", "part", set()),
    "agent not across another verb": (
        "X/PROPN/nsubj:pass/tué est/AUX/aux:pass/tué tué/VERB et/CCONJ/cc/filmé filmé/VERB/conj/tué par/ADP/case/Y"
        " Y/PROPN/obl:agent/filmé", "tué", {("object", "X")},
    ),
}  # fmt: skip
NOUNS = {
    "genitive and agent": (
        "arrestation/NOUN de/ADP/case/X X/PROPN/nmod/arrestation par/ADP/case/Y Y/PROPN/nmod/arrestation",
        "arrestation", {("de", "X"), ("par", "Y")},
    ),
    "agent hung on the genitive": (
        "arrestation/NOUN de/ADP/case/X X/PROPN/nmod/arrestation par/ADP/case/Y Y/PROPN/nmod/X",
        "arrestation", {("de", "X"), ("par", "Y")},
    ),
    "possessive": ("son/DET/det/arrestation arrestation/NOUN", "arrestation", {("possessive", "son")}),
    "article": ("l'/DET/det/arrestation arrestation/NOUN", "arrestation", set()),
    "complement past an adjective, hung elsewhere": (
        "eu/VERB des/DET/det/rencontres rencontres/NOUN/obj/eu secrètes/ADJ/amod/rencontres entre/ADP/case/X"
        " X/PROPN/obl:mod/eu",
        "rencontres", {("entre", "X")},
    ),
    "genitive past an incise": (
        "libération/NOUN ,/PUNCT/punct/intervenue intervenue/VERB/acl/libération hier/ADV/advmod/intervenue"
        " ,/PUNCT/punct/intervenue de/ADP/case/X X/PROPN/obl:mod/intervenue", "libération", {("de", "X")},
    ),
    "nothing but a genitive past an incise": (
        "libération/NOUN ,/PUNCT/punct/hier hier/ADV/advmod/libération ,/PUNCT/punct/hier avec/ADP/case/X"
        " X/PROPN/dep/hier",
        "libération", set(),
    ),
    "no agent across a comma": (
        "arrestation/NOUN ,/PUNCT/punct/décidée décidée/ADJ/amod/arrestation par/ADP/case/X"
        " X/PROPN/obl:agent/décidée", "arrestation", set(),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("table", "verb", "expected"), list(VERBS.values()), ids=list(VERBS))
def test_verb_arguments(table: str, verb: str, expected: set[tuple[str, str]]) -> None:
    doc = parse(table)
    assert {(a.function, a.head.text) for a in french().verb_arguments(word(doc, verb))} == expected


@pytest.mark.parametrize(("table", "noun", "expected"), list(NOUNS.values()), ids=list(NOUNS))
def test_noun_arguments(table: str, noun: str, expected: set[tuple[str, str]]) -> None:
    doc = parse(table)
    assert {(a.function, a.head.text) for a in french().noun_arguments(word(doc, noun))} == expected


def test_active_and_passive_say_the_same() -> None:
    said = []
    for name in ("active", "passive with par"):
        table, verb, _ = VERBS[name]
        found = french().verb_arguments(word(parse(table), verb))
        said.append({a.function for a in found if a.function in ("subject", "object")})
    assert said[0] == said[1] == {"subject", "object"}
