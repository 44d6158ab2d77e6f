import pytest

from tests.extract.docs import french, parse, texts, word

PASSIVE = parse(
    "Dupont/PROPN/nsubj:pass/arrêté a/AUX/aux:tense/arrêté été/AUX/aux:pass/arrêté arrêté/VERB par/ADP/case/police"
    " la/DET/det/police police/NOUN/obl:agent/arrêté ."
)


def test_auxiliaries_come_nearest_first() -> None:
    assert texts(french().auxiliaries(word(PASSIVE, "arrêté"))) == ["été", "a"]


def test_an_auxiliary_hung_elsewhere_is_found_past_an_adverb() -> None:
    doc = parse("Dupont/PROPN/nsubj/a a/AUX n'/ADV/advmod/a pas/ADV/advmod/a fui/VERB/dep/a")
    assert texts(french().auxiliaries(word(doc, "fui"))) == ["a"]


_ROW = "La/DET/det/police police/NOUN/nsubj/arrêté a/AUX/aux:tense/arrêté arrêté/VERB X/PROPN/obj/arrêté "


@pytest.mark.parametrize(
    ("rest", "form", "shared"),
    [
        ("et/CCONJ/cc/saisi saisi/VERB/conj/arrêté", "saisi", ["a"]),
        ("et/CCONJ/cc/saisi saisi/VERB/dep/X", "saisi", ["a"]),
        ("puis/ADV/advmod/saisi saisi/VERB/dep/arrêté", "saisi", ["a"]),
        (", saisi/VERB/conj/arrêté dix/NUM/nummod/armes armes/NOUN/obj/saisi", "saisi", ["a"]),
        (", saisi/VERB/advcl/arrêté dix/NUM/nummod/armes armes/NOUN/obj/saisi", "saisi", ["a"]),
        (", soupçonné/VERB/conj/arrêté de/ADP/case/vol vol/NOUN/obl/soupçonné", "soupçonné", []),
        ("et/CCONJ/cc/blessées blessées/VERB/conj/arrêté", "blessées", []),
        ("soupçonné/VERB/acl/X", "soupçonné", []),
    ],
    ids=["coordinated", "lost by the parser", "in a sequence", "listed", "listed as a clause", "qualifies the object",
         "agrees with another", "right after a name"],
)  # fmt: skip
def test_a_participle_shares_the_auxiliary_of_the_one_before(rest: str, form: str, shared: list[str]) -> None:
    syntax, doc = french(), parse(_ROW + rest)
    assert texts(syntax.auxiliaries(word(doc, form))) == shared
    assert syntax.is_passive(word(doc, form)) == (not shared)


def test_a_noun_ends_the_search_for_an_auxiliary() -> None:
    doc = parse("a/VERB peur/NOUN/obj/a fui/VERB/dep/a")
    assert french().auxiliaries(word(doc, "fui")) == []


def test_the_first_form_is_the_first_auxiliary() -> None:
    assert french().first_form(word(PASSIVE, "arrêté")).text == "a"
    assert french().first_form(word(PASSIVE, "police")).text == "police"


def test_a_passive_has_to_be_among_its_auxiliaries() -> None:
    assert french().is_passive(word(PASSIVE, "arrêté"))


@pytest.mark.parametrize(
    ("table", "form"),
    [
        ("Dupont/PROPN/nsubj/arrêté a/AUX/aux:tense/arrêté arrêté/VERB X/PROPN/obj/arrêté", "arrêté"),
        ("Dupont/PROPN/nsubj/mort est/AUX/aux:tense/mort mort/VERB", "mort"),
        ("Dupont/PROPN/nsubj/parti est/AUX/aux:tense/parti parti/VERB", "parti"),
        ("Dupont/PROPN/nsubj/évadé s'/PRON/expl:comp/évadé est/AUX/aux:tense/évadé évadé/VERB", "évadé"),
    ],
    ids=["compound past", "died", "left", "reflexive"],
)
def test_active_forms_are_no_passives(table: str, form: str) -> None:
    assert not french().is_passive(word(parse(table), form))


@pytest.mark.parametrize(
    "table",
    [
        "homme/NOUN arrêté/VERB/acl/homme à/ADP/case/Mons Mons/PROPN/obl:mod/arrêté",
        "Arrêté/VERB/acl/X hier/ADV/advmod/Arrêté ,/PUNCT/punct/X X/PROPN",
    ],
    ids=["reduced", "fronted"],
)
def test_a_participle_alone_is_passive(table: str) -> None:
    doc = parse(table)
    verb = next(t for t in doc if t.pos_ == "VERB")
    assert french().is_participle(verb)
    assert french().is_passive(verb)


def test_a_finite_form_that_could_be_a_participle_is_none() -> None:
    doc = parse("il/PRON/nsubj/dit dit/VERB///VerbForm=Fin")
    assert not french().is_participle(word(doc, "dit"))


def test_a_participle_with_auxiliary_is_no_bare_one() -> None:
    assert not french().is_participle(word(PASSIVE, "arrêté"))


@pytest.mark.parametrize("pronoun", ["s'", "se"])
def test_a_reflexive_pronoun_hung_elsewhere_is_found(pronoun: str) -> None:
    doc = parse(f"{pronoun}/PRON/dep/est est/AUX évadé/VERB/dep/est")
    assert french().is_reflexive(word(doc, "évadé"))


@pytest.mark.parametrize(("subject", "pronoun"), [("je", "me"), ("nous", "nous")])
def test_a_pronoun_is_reflexive_after_its_own_subject(subject: str, pronoun: str) -> None:
    doc = parse(f"{subject}/PRON/nsubj/sauve {pronoun}/PRON/dep/sauve sauve/VERB")
    assert french().is_reflexive(word(doc, "sauve"))


@pytest.mark.parametrize("before", ["", "Alger/PROPN/nsubj/livre "])
def test_a_pronoun_without_its_subject_is_none(before: str) -> None:
    """``Nous demandons``, ``Alger nous livre``: subject and object."""
    doc = parse(f"{before}nous/PRON/dep/livre livre/VERB")
    assert not french().is_reflexive(word(doc, "livre"))


def test_a_noun_ends_the_search_for_a_reflexive_pronoun() -> None:
    doc = parse("se/PRON/dep/fuit rend/VERB ami/NOUN fuit/VERB")
    assert not french().is_reflexive(word(doc, "fuit"))


def test_an_infinitive_is_bare_without_auxiliary() -> None:
    doc = parse("pour/ADP/mark/fuir fuir/VERB après/ADP/mark/avoir avoir/AUX tué/VERB/dep/avoir")
    assert french().is_bare_infinitive(word(doc, "fuir"))
    assert french().has_infinitive_auxiliary(word(doc, "tué"))
    assert not french().is_bare_infinitive(word(doc, "tué"))


def test_the_governing_verb_is_the_nearest_above() -> None:
    doc = parse("dit/VERB avoir/AUX/aux:tense/vu vu/VERB/ccomp/dit chef/NOUN/obj/vu de/ADP/case/X X/PROPN/nmod/chef")
    assert french().governing_verb(word(doc, "X")) == word(doc, "vu")
    assert french().governing_verb(word(doc, "dit")) is None


def test_a_predicate_noun_heads_a_clause() -> None:
    doc = parse("X/PROPN/nsubj/chef est/AUX/cop/chef chef/NOUN de/ADP/case/bande bande/NOUN/nmod/chef")
    assert french().is_verbal(word(doc, "chef"))
    assert not french().is_verbal(word(doc, "bande"))
