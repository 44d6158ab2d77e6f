import pytest

from tests.extract.docs import french, parse, texts, word

ACTIVE = parse(
    "La/DET/det/police police/NOUN/nsubj/arrêté a/AUX/aux:tense/arrêté arrêté/VERB Dupont/PROPN/obj/arrêté ."
)


def test_a_label_is_asked_for_by_its_function() -> None:
    syntax = french()
    assert syntax.is_(word(ACTIVE, "police"), "object", "subject")
    assert not syntax.is_(word(ACTIVE, "police"), "object", "oblique")


def test_children_come_in_text_order() -> None:
    assert texts(french().children(word(ACTIVE, "arrêté"), "object", "subject")) == ["police", "Dupont"]


def test_ancestors_stop_at_the_root_and_at_the_limit() -> None:
    syntax = french()
    assert texts(syntax.ancestors(word(ACTIVE, "La"), 9)) == ["police", "arrêté"]
    assert texts(syntax.ancestors(word(ACTIVE, "La"), 1)) == ["police"]


def test_a_time_is_a_listed_noun_or_a_word_of_a_resolved_expression() -> None:
    doc = parse("arrêté/VERB lundi/NOUN/obl:mod/arrêté le/DET/det/9 9/NUM/obl:mod/arrêté")
    assert french().is_time(word(doc, "lundi"))
    assert not french().is_time(word(doc, "9"))
    assert french([3]).is_time(word(doc, "9"))


@pytest.mark.parametrize(("article", "known"), [("l'", True), ("cet", True), ("un", False), ("des", False)])
def test_a_definite_article_takes_its_noun_as_known(article: str, known: bool) -> None:
    doc = parse(f"{article}/DET/det/attentat attentat/NOUN")
    assert french().is_definite(word(doc, "attentat")) is known


def test_lemmas_are_those_of_the_inflection_table() -> None:
    assert "arrêter" in french().lemmas(word(ACTIVE, "arrêté"))


@pytest.mark.parametrize(
    ("form", "listed"),
    [("de", "de"), ("du", "de"), ("d'", "de"), ("aux", "à"), ("dès", "depuis"), ("malgré", None)],
)
def test_a_preposition_is_given_in_its_listed_form(form: str, listed: str | None) -> None:
    doc = parse(f"arrivée/NOUN {form}/ADP/case/X X/PROPN/nmod/arrivée")
    assert french().preposition(word(doc, "X")) == listed


def test_a_preposition_hung_elsewhere_is_found_before_determiners() -> None:
    doc = parse("frappé/VERB à/ADP/dep/frappé la/DET/det/gare petite/ADJ/amod/gare gare/NOUN/obl:mod/frappé")
    assert french().preposition(word(doc, "gare")) == "à"


def test_a_noun_without_preposition_has_none() -> None:
    assert french().preposition(word(ACTIVE, "Dupont")) is None


@pytest.mark.parametrize("quantity", ["trentaine", "dizaines", "majorité", "ensemble"])
def test_a_quantity_gives_way_to_what_it_is_of(quantity: str) -> None:
    doc = parse(f"une/DET/det/{quantity} {quantity}/NOUN d'/ADP/case/écoles écoles/NOUN/nmod/{quantity}")
    assert french().content(word(doc, quantity)).text == "écoles"


def test_another_noun_is_its_own_content() -> None:
    doc = parse("directeur/NOUN d'/ADP/case/écoles écoles/NOUN/nmod/directeur")
    assert french().content(word(doc, "directeur")).text == "directeur"


def test_conjuncts_are_followed_along_the_chain() -> None:
    doc = parse("X/PROPN ,/PUNCT/punct/Y Y/PROPN/conj/X et/CCONJ/cc/Z Z/PROPN/conj/Y")
    assert texts(french().conjuncts(word(doc, "X"))) == ["X", "Y", "Z"]


def test_a_conjunct_with_another_preposition_is_another_complement() -> None:
    doc = parse(
        "parti/VERB à/ADP/case/Mons Mons/PROPN/obl:mod/parti et/CCONJ/cc/Sofia avec/ADP/case/Sofia"
        " Sofia/PROPN/conj/Mons"
    )
    assert texts(french().conjuncts(word(doc, "Mons"))) == ["Mons"]


def test_a_coordinated_verb_is_no_conjunct_of_a_noun() -> None:
    doc = parse("X/PROPN et/CCONJ/cc/fuit fuit/VERB/conj/X")
    assert texts(french().conjuncts(word(doc, "X"))) == ["X"]


def test_a_noun_in_capitals_after_an_article_in_capitals_is_a_paper_and_no_time() -> None:
    doc = parse("lu/VERB dans/ADP/case/Soir Le/DET/det/Soir Soir/PROPN/obl:mod/lu le/DET/det/soir soir/NOUN/obl:mod/lu")
    assert not french().is_time(word(doc, "Soir"))
    assert french().is_time(word(doc, "soir"))


def test_forms_of_verbs_are_found_whatever_their_tag() -> None:
    doc = parse("Le/DET/det/juge juge/NOUN/nsubj/dort dort/VERB ici/ADV/advmod/dort zarbe/VERB/conj/dort .")
    assert texts(french().verb_forms(doc.sents[0])) == ["juge", "dort", "zarbe"]


def test_quotation_marks_come_in_text_order() -> None:
    assert texts(french().quotation_marks(parse("«/PUNCT Tom/PROPN »/PUNCT , “/PUNCT fuit/VERB ”/PUNCT"))) == list(
        "«»“”"
    )
