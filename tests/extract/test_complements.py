import pytest

from kg.extract.complements import complements
from kg.extract.positions import Positions
from tests.extract.docs import GROUP, PERSON, PLACE, Cast, french, parse

CAST = Cast({"X": PERSON, "Y": GROUP, "Mons": PLACE, "Namur": PLACE, "gens": GROUP})


def found(table: str, *, of_noun: bool) -> list[tuple[str, str]]:
    """The complements of the first word, on which all others hang."""
    first, *others = table.split()
    root = first.partition("/")[0]
    doc = parse(" ".join([first, *(f"{w}/dep/{root}" if "/" in w else w for w in others)]))
    sent, syntax = doc.sents[0], french()
    stretches = Positions(syntax, CAST.owner).stretches(sent)
    return [(a.function, a.head.text) for a in complements(stretches, sent, 1, syntax, of_noun=of_noun)]


VERBS = {
    "over a time and each other": (
        "interpellé/VERB lundi/NOUN à/ADP Mons/PROPN par/ADP Y/PROPN", [("à", "Mons"), ("par", "Y")],
    ),
    "over an incise": ("interpellé/VERB , tôt/ADV , à/ADP Mons/PROPN", [("à", "Mons")]),
    "before a determiner": ("interpellé/VERB avec/ADP le/DET jeune/ADJ X/PROPN", [("avec", "X")]),
    "the first of two prepositions": ("interpellé/VERB près/ADP de/ADP Mons/PROPN", [("près", "Mons")]),
    "a mention without preposition is none": ("accuse/VERB X/PROPN", []),
    "a semicolon ends them": ("fuit/VERB à/ADP Mons/PROPN ; à/ADP Namur/PROPN", [("à", "Mons")]),
    "a relative clause ends them": ("fuit/VERB à/ADP Mons/PROPN où/PRON vit/VERB chez/ADP X/PROPN", [("à", "Mons")]),
    "the next verb ends them": ("fuit/VERB et/CCONJ dort/VERB à/ADP Mons/PROPN", []),
    "of what dates it": ("fuit/VERB après/ADP un/DET séjour/NOUN à/ADP Mons/PROPN", []),
    "after a date": ("fuit/VERB après/ADP lundi/NOUN à/ADP Mons/PROPN", [("à", "Mons")]),
    "too far": (f"fuit/VERB {'encore/ADV ' * 14} à/ADP Mons/PROPN", []),
}  # fmt: skip


@pytest.mark.parametrize(("table", "expected"), list(VERBS.values()), ids=list(VERBS))
def test_complements_of_a_verb(table: str, expected: list[tuple[str, str]]) -> None:
    assert found(table, of_noun=False) == expected


NOUNS = {
    "its own": ("attaque/NOUN à/ADP Mons/PROPN", [("à", "Mons")]),
    "of another noun": ("attaque/NOUN contre/ADP le/DET convoi/NOUN de/ADP X/PROPN", []),
    "of a mention before it": ("réunion/NOUN sur/ADP les/DET gens/NOUN de/ADP Mons/PROPN", [("sur", "gens")]),
    "after a named place": ("arrestation/NOUN à/ADP Mons/PROPN de/ADP X/PROPN", [("à", "Mons"), ("de", "X")]),
    "an agent after another noun": ("attaque/NOUN contre/ADP le/DET convoi/NOUN par/ADP Y/PROPN", [("par", "Y")]),
    "a time is no other noun": ("attaque/NOUN lundi/NOUN à/ADP Mons/PROPN", [("à", "Mons")]),
    "a site is no other noun": ("attaque/NOUN dans/ADP la/DET gare/NOUN de/ADP Mons/PROPN", [("de", "Mons")]),
    "lent by a participle": ("pacte/NOUN conclu/VERB entre/ADP X/PROPN", [("entre", "X")]),
    "of a participle that lends none": ("pacte/NOUN applaudi/VERB par/ADP Y/PROPN", []),
}


@pytest.mark.parametrize(("table", "expected"), list(NOUNS.values()), ids=list(NOUNS))
def test_complements_of_a_noun(table: str, expected: list[tuple[str, str]]) -> None:
    assert found(table, of_noun=True) == expected
