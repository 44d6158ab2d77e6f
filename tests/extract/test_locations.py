"""What ``test_placing.py`` leaves out."""

import pytest

from kg.extract.clusters import Cluster
from kg.extract.locations import heads_title, listed_with, locations
from kg.extract.parsed import Token
from tests.extract.docs import ORGANIZATION, PLACE, Cast, cluster, french, parse, word

STREET = cluster("place Rogier", PLACE)
CAST = Cast({"Mons": PLACE, "Namur": PLACE, "Huy": PLACE, "village": PLACE, "ONG": ORGANIZATION})


def owner(token: Token) -> Cluster | None:
    return STREET if token.text in {"place", "Rogier"} else CAST.owner(token)


LOCATED = {
    "near": ("vu/VERB près/ADV/advmod/vu de/ADP/case/Mons Mons/PROPN/obl:mod/vu", ["Mons"]),
    "a site's name": (
        "vu/VERB au/ADP/case/port port/NOUN/obl:mod/vu de/ADP/case/Mons Mons/PROPN/nmod/port", ["Mons"],
    ),
    "the name of a site after another noun": (
        "chef/NOUN du/ADP/case/port port/NOUN/nmod/chef de/ADP/case/Mons Mons/PROPN/nmod/port", [],
    ),
    "the name of no site": (
        "vu/VERB avec/ADP/case/maire le/DET/det/maire maire/NOUN/obl:mod/vu de/ADP/case/Mons Mons/PROPN/nmod/maire", [],
    ),
    "a bare street": ("vu/VERB place/NOUN/obl:mod/vu Rogier/PROPN/flat:name/place", ["place Rogier"]),
    "a street that is spoken of": (
        "vante/VERB la/DET/det/place place/NOUN/obj/vante Rogier/PROPN/flat:name/place", [],
    ),
    "before a colon at the opening": ("Mons/PROPN/dep/vu :/PUNCT/punct/vu vu/VERB hier/ADV/advmod/vu", ["Mons"]),
    "a place without a name": ("vu/VERB dans/ADP/case/village le/DET/det/village village/NOUN/obl:mod/vu", []),
    "an organization": ("vu/VERB dans/ADP/case/ONG l'/DET/det/ONG ONG/PROPN/obl:mod/vu", []),
}  # fmt: skip


@pytest.mark.parametrize(("table", "expected"), list(LOCATED.values()), ids=list(LOCATED))
def test_where_a_text_locates_something(table: str, expected: list[str]) -> None:
    assert [place.label for _, place in locations(parse(table), french(), owner)] == expected


def test_a_colon_later_in_a_sentence_says_no_place() -> None:
    doc = parse("vu/VERB Mons/PROPN/dep/vu :/PUNCT/punct/vu hier/ADV/advmod/vu")
    assert not heads_title([word(doc, "Mons")], french())


def test_the_places_in_one_list_with_a_place() -> None:
    doc = parse(
        "à/ADP/case/Mons Mons/PROPN ,/PUNCT/punct/Namur Namur/PROPN/conj/Mons et/CCONJ/cc/ONG ONG/PROPN/conj/Mons"
        " puis/ADV/advmod/Huy Huy/PROPN/dep/Mons"
    )
    items = tuple(word(doc, form).i for form in ("Mons", "Namur", "ONG"))
    listed = listed_with(word(doc, "Mons"), CAST["Mons"], CAST.owner, dict.fromkeys(items, items))
    assert [place.label for place in listed] == ["Namur"]
