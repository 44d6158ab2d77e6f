import pytest

from kg.extract.presupposed import is_presupposed
from tests.extract.docs import french, parse, word

SAID = "Karim/PROPN/nsubj/dit dit/VERB"
KNOWN = {
    "relative clause": (
        "L'/DET/det/homme homme/NOUN/nsubj/fuit qui/PRON/nsubj/tire tire/VERB/acl:relcl/homme fuit/VERB",
        "tire", (), True,
    ),
    "main verb with the label of a relative": (
        "Neuf/NUM/nummod/civils civils/NOUN ,/PUNCT/punct/civils dont/PRON/obl/fuient deux/NUM/nummod/Français"
        " Français/NOUN/obl/fuient ,/PUNCT/punct/civils fuient/VERB/acl:relcl/civils",
        "fuient", (), False,
    ),
    "sums up": (
        "Tom/PROPN/nsubj/fuit fuit/VERB ,/PUNCT/punct/fuit ce/PRON/appos/fuit qui/PRON/nsubj/clôt"
        " clôt/VERB/acl:relcl/ce l'/DET/det/enquête enquête/NOUN/obj/clôt",
        "clôt", (), False,
    ),
    "between a subject's pronoun and its verb": (
        "L'/DET/det/homme homme/NOUN/nsubj/dort qui/PRON/nsubj/fuit fuit/VERB/acl:relcl/homme ,/PUNCT/punct/homme"
        " avant/ADP/mark/tirer de/ADP/mark/tirer tirer/VERB/acl/homme ,/PUNCT/punct/dort"
        " dort/VERB/ROOT//VerbForm=Fin",
        "tirer", (), True,
    ),
    "said by a verb before it": (
        f"{SAID} que/SCONJ/mark/fuit Tom/PROPN/nsubj/fuit ,/PUNCT/punct/Tom son/DET/det/frère frère/NOUN/appos/Tom"
        " ,/PUNCT/punct/Tom fuit/VERB/ccomp/dit/VerbForm=Fin",
        "fuit", ("dit",), False,
    ),
    "definite noun after a preposition": (
        f"{SAID} craindre/VERB/xcomp/dit Tom/PROPN/obj/craindre pour/ADP/case/attaque l'/DET/det/attaque"
        " attaque/NOUN/obl/craindre",
        "attaque", ("dit",), True,
    ),
    "indefinite one": (
        f"{SAID} craindre/VERB/xcomp/dit Tom/PROPN/obj/craindre pour/ADP/case/attaque une/DET/det/attaque"
        " attaque/NOUN/obl/craindre",
        "attaque", ("dit",), False,
    ),
    "brought about": (
        "Tom/PROPN/nsubj/procède procède/VERB à/ADP/case/arrestation l'/DET/det/arrestation"
        " arrestation/NOUN/obl/procède",
        "arrestation", (), False,
    ),
    "object of what tells more of it": (
        "Tom/PROPN/nsubj/commandite commandite/VERB l'/DET/det/attaque attaque/NOUN/obj/commandite",
        "attaque", (), True,
    ),
    "object of another verb": (
        "Tom/PROPN/nsubj/confirme confirme/VERB l'/DET/det/attaque attaque/NOUN/obj/confirme",
        "attaque", (), False,
    ),
    "participle of a definite noun": (
        f"{SAID} craindre/VERB/xcomp/dit la/DET/det/cellule cellule/NOUN/obj/craindre démantelée/VERB/acl/cellule",
        "démantelée", ("dit",), True,
    ),
    "participle of an indefinite one": (
        f"{SAID} craindre/VERB/xcomp/dit une/DET/det/cellule cellule/NOUN/obj/craindre démantelée/VERB/acl/cellule",
        "démantelée", ("dit",), False,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("table", "form", "own", "expected"), KNOWN.values(), ids=KNOWN)
def test_what_a_sentence_takes_as_known(table: str, form: str, own: tuple[str, ...], expected: bool) -> None:
    doc = parse(f"{table} .")
    mine = frozenset(word(doc, o).i for o in own)
    assert is_presupposed(word(doc, form), mine, french()) is expected
