import pytest

from kg.extract.parsed import Doc
from kg.model import MentionKind
from tests.extract.docs import parse
from tests.extract.papers import marked, resolved, told

KARIM = "Karim/PROPN/nsubj/{0} {0}/VERB ."


def named(*sentences: str, **labels: str) -> Doc:
    return marked(parse(*sentences), **labels)


def karim(verb: str, *after: str, **labels: str) -> Doc:
    return named(f"Karim/PROPN/nsubj/{verb} {verb}/VERB .", *after, Karim="PER", **labels)


TOGETHER = {
    "noun before": (
        named("Le/DET/det/procureur procureur/NOUN/nsubj/part Zarbi/PROPN/appos/procureur part/VERB .", Zarbi="PER"),
        ["procureur", "Zarbi"],
    ),
    "noun, complement, comma": (
        named(
            "Le/DET/det/procureur procureur/NOUN/nsubj/part du/ADP/case/port port/NOUN/nmod/procureur ,"
            " Zarbi/PROPN/appos/procureur , part/VERB .",
            Zarbi="PER",
        ),
        ["procureur", "Zarbi"],
    ),
    "title after": (
        named("Zarbi/PROPN/nsubj/part , procureur/NOUN/conj/Zarbi , part/VERB .", Zarbi="PER"),
        ["Zarbi", "procureur"],
    ),
    "noun with article after": (
        named("Zarbi/PROPN/nsubj/part , un/DET/det/homme homme/NOUN/appos/Zarbi , part/VERB .", Zarbi="PER"),
        ["Zarbi", "homme"],
    ),
    "copula": (
        named("Zarbi/PROPN/nsubj/homme est/AUX/cop/homme un/DET/det/homme homme/NOUN .", Zarbi="PER"),
        ["Zarbi", "homme"],
    ),
    "c'est un": (
        karim("part", "C'/PRON/nsubj/homme est/AUX/cop/homme un/DET/det/homme homme/NOUN ."),
        ["Karim", "homme"],
    ),
    "definite by the same noun": (
        parse(
            "Un/DET/det/policier policier/NOUN/nsubj/part part/VERB .",
            "Le/DET/det/policier policier/NOUN/nsubj/dort dort/VERB .",
        ),
        ["policier", "policier"],
    ),
    "generic for a name": (karim("part", "L'/DET/det/homme homme/NOUN/nsubj/dort dort/VERB ."), ["Karim", "homme"]),
    "accused for the only person": (
        karim("part", "Le/DET/det/suspect suspect/NOUN/nsubj/dort dort/VERB ."),
        ["Karim", "suspect"],
    ),
    "accused for someone unnamed": (
        parse(
            "Un/DET/det/homme homme/NOUN/nsubj/part part/VERB .",
            "Le/DET/det/suspect suspect/NOUN/nsubj/dort dort/VERB .",
        ),
        ["homme", "suspect"],
    ),
    "revealed": (
        named(
            "L'/DET/det/homme homme/NOUN/nsubj/part part/VERB .",
            "Il/PRON/expl:subj/agit s'/PRON/expl:comp/agit agit/VERB de/ADP/case/Zarbi Zarbi/PROPN/obl:arg/agit .",
            Zarbi="PER",
        ),
        ["homme", "Zarbi"],
    ),
    "pronoun": (karim("part", "Il/PRON/nsubj/dort dort/VERB ."), ["Karim", "Il"]),
    "group's pronoun": (
        parse(
            "Deux/NUM/nummod/hommes hommes/NOUN/nsubj/partent partent/VERB .", "Ils/PRON/nsubj/dorment dorment/VERB ."
        ),
        ["Deux hommes", "Ils"],
    ),
    "same figure": (
        parse(
            "Trois/NUM/nummod/policiers policiers/NOUN/nsubj/partent partent/VERB .",
            "Trois/NUM/nummod/policiers policiers/NOUN/nsubj/dorment dorment/VERB .",
        ),
        ["Trois policiers", "Trois policiers"],
    ),
    "round figure and one near it": (
        parse(
            "Trente/NUM/nummod/policiers policiers/NOUN/nsubj/partent partent/VERB .",
            "Une/DET/det/trentaine trentaine/NOUN/nsubj/dorment de/ADP/case/policiers"
            " policiers/NOUN/nmod/trentaine dorment/VERB .",
        ),
        ["Trente policiers", "trentaine de policiers"],
    ),
    "country told last": (
        named(
            "Le/DET/det/Maroc Maroc/PROPN/nsubj/dort dort/VERB .",
            "Le/DET/det/pays pays/NOUN/nsubj/tremble tremble/VERB .",
            Maroc="LOC",
        ),
        ["Maroc", "pays"],
    ),
    "kingdom told most": (
        named(
            "La/DET/det/France France/PROPN/nsubj/et et/CCONJ le/DET/det/Maroc Maroc/PROPN/conj/France dorment/VERB .",
            "Le/DET/det/Royaume Royaume/NOUN/nsubj/tremble tremble/VERB .",
            Maroc="LOC",
            France="LOC",
        ),
        ["Maroc", "Royaume"],
    ),
}


@pytest.mark.parametrize(("doc", "together"), TOGETHER.values(), ids=TOGETHER)
def test_one_entity(doc: Doc, together: list[str]) -> None:
    assert together in told(resolved(doc))


APART = {
    "one group and many": (
        parse(
            "Les/DET/det/groupes groupes/NOUN/nsubj/partent partent/VERB .",
            "Ce/DET/det/groupe groupe/NOUN/nsubj/dort dort/VERB .",
        ),
        ["groupes"],
    ),
    "generic of another gender": (karim("part", "La/DET/det/femme femme/NOUN/nsubj/dort dort/VERB ."), ["femme"]),
    "indefinite noun": (
        parse(
            "Un/DET/det/policier policier/NOUN/nsubj/part part/VERB .",
            "Un/DET/det/policier policier/NOUN/nsubj/dort dort/VERB .",
        ),
        ["policier"],
    ),
    "another one": (
        parse(
            "Un/DET/det/homme homme/NOUN/nsubj/part part/VERB .",
            "L'/DET/det/homme autre/ADJ/amod/homme homme/NOUN/nsubj/dort dort/VERB .",
        ),
        ["homme"],
    ),
    "accused, with two persons near": (
        karim(
            "part",
            "Zarbi/PROPN/nsubj/dort dort/VERB .",
            "Le/DET/det/suspect suspect/NOUN/nsubj/fuit fuit/VERB .",
            Zarbi="PER",
        ),
        ["suspect"],
    ),
    "other figure": (
        parse(
            "Trois/NUM/nummod/policiers policiers/NOUN/nsubj/partent partent/VERB .",
            "Deux/NUM/nummod/policiers policiers/NOUN/nsubj/dorment dorment/VERB .",
        ),
        ["Deux policiers"],
    ),
    "other adjectives": (
        parse(
            "Les/DET/det/policiers policiers/NOUN/nsubj/partent belges/ADJ/amod/policiers partent/VERB .",
            "Les/DET/det/policiers policiers/NOUN/nsubj/dorment français/ADJ/amod/policiers dorment/VERB .",
        ),
        ["policiers français"],
    ),
    "other complements": (
        parse(
            "Les/DET/det/policiers policiers/NOUN/nsubj/partent de/ADP/case/nuit"
            " nuit/NOUN/nmod/policiers partent/VERB .",
            "Les/DET/det/policiers policiers/NOUN/nsubj/dorment de/ADP/case/route"
            " route/NOUN/nmod/policiers dorment/VERB .",
        ),
        ["policiers"],
    ),
    "kin": (
        parse(
            "Le/DET/det/cousin cousin/NOUN/nsubj/part part/VERB .",
            "Le/DET/det/cousin cousin/NOUN/nsubj/dort dort/VERB .",
        ),
        ["cousin"],
    ),
}


@pytest.mark.parametrize(("doc", "alone"), APART.values(), ids=APART)
def test_two_entities(doc: Doc, alone: list[str]) -> None:
    found = told(resolved(doc))
    assert alone in found
    assert len(found) >= 2


UNRESOLVED = {
    "nobody told": parse("Il/PRON/nsubj/dort dort/VERB ."),
    "other gender": parse("Une/DET/det/femme femme/NOUN/nsubj/part part/VERB .", "Il/PRON/nsubj/dort dort/VERB ."),
    "other number": parse(
        "Un/DET/det/homme homme/NOUN/nsubj/part part/VERB .", "Ils/PRON/nsubj/dorment dorment/VERB ."
    ),
    "own subject": parse("Un/DET/det/homme homme/NOUN/nsubj/voit le/PRON/obj/voit voit/VERB ."),
    "too far": parse(
        "Un/DET/det/homme homme/NOUN/nsubj/part part/VERB .", "Pluie/X .", "Vent/X .", "Il/PRON/nsubj/dort dort/VERB ."
    ),
    "a place": named(
        "Le/DET/det/Maroc Maroc/PROPN/nsubj/dort dort/VERB .", "Il/PRON/nsubj/tremble tremble/VERB .", Maroc="LOC"
    ),
}


@pytest.mark.parametrize("doc", UNRESOLVED.values(), ids=UNRESOLVED)
def test_a_pronoun_never_makes_an_entity_nor_takes_what_does_not_agree(doc: Doc) -> None:
    members = [m for c in resolved(doc).clusters for m in c.members]
    assert all(m.kind is not MentionKind.PRONOMINAL for m in members)


def test_a_possessive_has_an_owner_but_is_no_mention() -> None:
    doc = karim("part", "Son/DET/det/arrestation arrestation/NOUN/nsubj/surprend surprend/VERB .")
    coreference = resolved(doc)
    assert told(coreference) == [["Karim"]]
    assert coreference.owner[0, 3].label == "Karim"


def test_a_place_that_nothing_names_is_no_entity() -> None:
    assert told(resolved(parse("Le/DET/det/pays pays/NOUN/nsubj/dort dort/VERB ."))) == []


def test_a_country_takes_up_its_own_noun_only() -> None:
    doc = named(
        "La/DET/det/France France/PROPN/nsubj/dort dort/VERB .",
        "Le/DET/det/Royaume Royaume/NOUN/nsubj/tremble tremble/VERB .",
        France="LOC",
    )
    assert told(resolved(doc)) == [["France"]]


def test_subjects_come_before_what_was_told_later() -> None:
    doc = named(
        "Karim/PROPN/nsubj/voit voit/VERB Zarbi/PROPN/obj/voit .",
        "Il/PRON/nsubj/dort dort/VERB .",
        Karim="PER",
        Zarbi="PER",
    )
    assert told(resolved(doc)) == [["Karim", "Il"], ["Zarbi"]]


def test_coreference_reaches_over_passages() -> None:
    assert told(resolved(karim("part"), parse("Il/PRON/nsubj/dort dort/VERB ."))) == [["Karim", "Il"]]


def test_the_earlier_unnamed_one_joins_the_name_beside_the_same_noun() -> None:
    doc = named(
        "Un/DET/det/policier policier/NOUN/nsubj/part part/VERB .",
        "Le/DET/det/policier policier/NOUN/nsubj/dort Zarbi/PROPN/appos/policier dort/VERB .",
        Zarbi="PER",
    )
    assert told(resolved(doc)) == [["policier", "policier", "Zarbi"]]
