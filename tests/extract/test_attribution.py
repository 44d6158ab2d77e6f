import pytest

from kg.extract.attribution import attributions
from kg.extract.parsed import Doc
from kg.extract.quotations import quotations
from tests.extract.docs import ORGANIZATION, PERSON, Cast, cluster, french, parse, word

CAST = Cast({"parquet": ORGANIZATION, "ministre": PERSON, "Belga": ORGANIZATION, "X": PERSON, "source": ORGANIZATION})
LAST = cluster("AFP", ORGANIZATION)


def sources(doc: Doc, about: str) -> list[str]:
    """Labels of the sources given for what a word says."""
    syntax = french()
    found = attributions(doc, syntax, CAST.owner, LAST)
    return [a.source.label for a in found if a.covers(word(doc, about), syntax)]


TAIL = "X/PROPN/nsubj/fui a/AUX/aux:tense/fui fui/VERB"
CASES = {
    "selon": (f"Selon/ADP/case/parquet le/DET/det/parquet parquet/NOUN/obl:mod/fui ,/PUNCT/punct/fui"
        f" {TAIL}", ["parquet"]),
    "d'après": (f"D'après/ADP/case/parquet le/DET/det/parquet parquet/NOUN/obl:mod/fui ,/PUNCT/punct/fui"
        f" {TAIL}", ["parquet"]),
    "pour a noun": (f"Pour/ADP/case/parquet le/DET/det/parquet parquet/NOUN/obl:mod/fui ,/PUNCT/punct/fui"
        f" {TAIL}", []),
    "pour a name": (f"Pour/ADP/case/Belga Belga/PROPN/obl:mod/fui ,/PUNCT/punct/fui {TAIL}", ["Belga"]),
    "inside another word": (f"Sélectionselon/NOUN/obl:mod/fui parquet/NOUN/dep/fui {TAIL}", []),
    "subject before the verb": (
        "Le/DET/det/parquet parquet/NOUN/nsubj/annoncé a/AUX/aux:tense/annoncé annoncé/VERB que/SCONJ/mark/fui"
        " X/PROPN/nsubj/fui"
        " a/AUX/aux:tense/fui fui/VERB/ccomp/annoncé", ["parquet"],
    ),
    "inverted speaker": (
        f"{TAIL}/ccomp/annoncé ,/PUNCT/punct/annoncé a/AUX/aux:tense/annoncé annoncé/VERB hier/ADV/advmod/annoncé"
        " le/DET/det/ministre ministre/NOUN/nsubj/annoncé", ["ministre"],
    ),
    "apprend-on dans": (
        f"{TAIL}/ccomp/apprend ,/PUNCT/punct/apprend apprend/VERB -on/PRON/nsubj/apprend dans/ADP/case/Belga"
        f" Belga/PROPN/obl:mod/apprend",
        ["Belga"],
    ),
    "apprend-on auprès de, hung elsewhere": (
        f"{TAIL}/ccomp/apprend ,/PUNCT/punct/apprend apprend/VERB -on/PRON/nsubj/apprend"
        f" auprès/ADV/advmod/apprend du/ADP/dep/apprend"
        " parquet/NOUN/dep/apprend", ["parquet"],
    ),
    "same source": (f"Selon/ADP/case/source la/DET/det/source même/ADJ/amod/source source/NOUN/obl:mod/fui"
        f" ,/PUNCT/punct/fui {TAIL}", ["AFP"]),
    "author of a communiqué": (
        f"Selon/ADP/case/communiqué un/DET/det/communiqué communiqué/NOUN/obl:mod/fui du/ADP/case/parquet"
        f" parquet/NOUN/nmod/communiqué"
        f" ,/PUNCT/punct/fui {TAIL}", ["parquet"],
    ),
    "known communiqué": (f"Selon/ADP/case/communiqué le/DET/det/communiqué communiqué/NOUN/obl:mod/fui"
        f" ,/PUNCT/punct/fui {TAIL}", ["AFP"]),
    "unknown communiqué": (f"Selon/ADP/case/communiqué un/DET/det/communiqué communiqué/NOUN/obl:mod/fui"
        f" ,/PUNCT/punct/fui {TAIL}", []),
    "à l'en croire": (f"À/ADP/dep/fui l'/PRON/dep/fui en/PRON/dep/fui croire/VERB/dep/fui ,/PUNCT/punct/fui {TAIL}",
        ["AFP"]),
    "the accuser in a relative": (
        "ministre/NOUN ,/PUNCT qui/PRON/nsubj/accuse accuse/VERB/acl:relcl/ministre X/PROPN/obj/accuse"
        " d'/ADP/mark/fui avoir/AUX/aux:tense/fui fui/VERB/xcomp/accuse", ["ministre"],
    ),
    "accused by": (
        "X/PROPN/nsubj:pass/accusé est/AUX/aux:pass/accusé accusé/VERB par/ADP/case/parquet"
        " parquet/NOUN/obl:agent/accusé d'/ADP/mark/fui avoir/AUX/aux:tense/fui fui/VERB/xcomp/accusé", ["parquet"],
    ),
    "passive": (
        "Annoncé/VERB/advcl/fui par/ADP/case/parquet le/DET/det/parquet parquet/NOUN/obl:agent/Annoncé"
        " ,/PUNCT/punct/fui " + TAIL, [],
    ),
    "infinitive": ("Dire/VERB que/SCONJ/mark/fui X/PROPN/nsubj/fui a/AUX/aux:tense/fui fui/VERB/ccomp/Dire", []),
    "present participle with its clause": (
        "parquet/NOUN précisant/VERB/acl/parquet que/SCONJ/mark/fui X/PROPN/nsubj/fui a/AUX/aux:tense/fui"
        " fui/VERB/ccomp/précisant",
        ["parquet"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("table", "expected"), list(CASES.values()), ids=list(CASES))
def test_sources(table: str, expected: list[str]) -> None:
    assert sources(parse(table.replace("fui/VERB/ccomp/annoncé/ccomp", "fui/VERB/ccomp")), "fui") == expected


def test_what_a_relative_tells_is_not_attributed() -> None:
    doc = parse(
        "homme/NOUN/nsubj/mort qui/PRON/nsubj/fui a/AUX/aux:tense/fui fui/VERB/acl:relcl/homme"
        " est/AUX/aux:tense/mort mort/VERB/ccomp/annoncé"
        " ,/PUNCT/punct/annoncé a/AUX/aux:tense/annoncé annoncé/VERB le/DET/det/parquet parquet/NOUN/nsubj/annoncé"
    )
    assert sources(doc, "mort") == ["parquet"]
    assert sources(doc, "fui") == []


def test_the_reporting_verb_is_not_attributed_to_its_subject() -> None:
    doc = parse(CASES["inverted speaker"][0])
    assert sources(doc, "annoncé") == []


def test_a_quotation_across_sentences_is_attributed_as_a_whole() -> None:
    doc = parse(
        "«/PUNCT/punct/fui X/PROPN/nsubj/fui a/AUX/aux:tense/fui fui/VERB .",
        "Il/PRON/nsubj/tué a/AUX/aux:tense/tué tué/VERB/ccomp/dit »/PUNCT/punct/tué ,/PUNCT/punct/dit"
        " dit/VERB///VerbForm=Fin"
        " le/DET/det/ministre ministre/NOUN/nsubj/dit .",
    )
    assert sources(doc, "fui") == sources(doc, "tué") == ["ministre"]


def test_a_sentence_outside_the_quotation_is_not() -> None:
    doc = parse(
        "X/PROPN/nsubj/fui a/AUX/aux:tense/fui fui/VERB .",
        "«/PUNCT/punct/tué Il/PRON/nsubj/tué a/AUX/aux:tense/tué tué/VERB/ccomp/dit »/PUNCT/punct/tué"
        " ,/PUNCT/punct/dit dit/VERB///VerbForm=Fin"
        " le/DET/det/ministre ministre/NOUN/nsubj/dit .",
    )
    assert (sources(doc, "fui"), sources(doc, "tué")) == ([], ["ministre"])


def test_quotations_go_from_the_last_opening_mark_to_its_closing_one() -> None:
    doc = parse("«/X a/X «/X b/X »/X c/X »/X “/X d/X ”/X")
    assert quotations(doc, (("«", "»"), ("“", "”"))) == [(2, 4), (7, 9)]
