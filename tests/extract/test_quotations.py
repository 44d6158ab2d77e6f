import pytest

from kg.extract.quotations import over_quotation, quotations
from tests.extract.docs import french, parse, word

INSIDE = "Tom/PROPN/nsubj/fuit fuit/VERB/ccomp/{verb}/VerbForm=Fin"
SCOPES = {
    "after a colon": (f"Karim/PROPN/nsubj/dément dément/VERB : « {INSIDE} »", "dément", True),
    "before the verb": (f"« {INSIDE} » , affirme/VERB Karim/PROPN/nsubj/affirme", "affirme", True),
    "with a speaker of its own": (
        "Karim/PROPN/nsubj/dément dément/VERB : « Faux/ADJ/dep/dément , affirme/VERB/parataxis/dément"
        " Belga/PROPN/nsubj/affirme »",
        "dément",
        False,
    ),
    "with a speaker after it": (
        f"Karim/PROPN/nsubj/dément dément/VERB : « {INSIDE} » , jure/VERB/parataxis/dément Belga/PROPN/nsubj/jure",
        "dément",
        False,
    ),
}


@pytest.mark.parametrize(("table", "form", "covered"), SCOPES.values(), ids=SCOPES)
def test_a_verb_speaks_for_a_quotation(table: str, form: str, covered: bool) -> None:
    doc = parse(table.replace("{verb}", form))
    verb = word(doc, form)
    (opening, closing), *_ = quotations(doc, (("«", "»"),))
    begin, end = over_quotation(verb, verb.i + 1, opening, french())
    assert (begin <= opening and closing <= end) is covered


def test_quotations_pair_an_opening_mark_with_the_next_closing_one() -> None:
    doc = parse("« Tom/PROPN » dort/VERB « Karim/PROPN")
    assert quotations(doc, (("«", "»"),)) == [(0, 2)]
