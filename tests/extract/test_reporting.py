import pytest

from kg.extract.reporting import after_incise, follows_break, follows_quotation, reports
from tests.extract.docs import french, hung, word

REPORTING = {
    "finite": ("Karim/PROPN/nsubj/affirme affirme/VERB .", "affirme", True),
    "denying": ("Karim/PROPN/nsubj/dément dément/VERB .", "dément", True),
    "phrase": ("Karim/PROPN/nsubj/fait fait/VERB savoir/VERB/xcomp/fait .", "fait", True),
    "participle with its clause": (
        "parquet/NOUN précisant/VERB/acl/parquet que/SCONJ/mark/fuit Tom/PROPN/nsubj/fuit fuit/VERB/ccomp/précisant",
        "précisant",
        True,
    ),
    "participle without one": ("parquet/NOUN précisant/VERB/acl/parquet hier/ADV/advmod/précisant", "précisant", False),
    "infinitive": ("Karim/PROPN/nsubj/veut veut/VERB affirmer/VERB/xcomp/veut .", "affirmer", False),
    "infinitive after a verb of limiting": (
        "Karim/PROPN/nsubj/borne se/PRON/expl:comp/borne borne/VERB à/ADP/mark/affirmer affirmer/VERB/xcomp/borne .",
        "affirmer",
        True,
    ),
    "clause verb with a noun": ("Karim/PROPN/nsubj/soutient soutient/VERB Tom/PROPN/obj/soutient .", "soutient", False),
    "clause verb with an infinitive": (
        "Karim/PROPN/nsubj/soutient soutient/VERB n'/ADV/advmod/fui avoir/AUX/aux:tense/fui fui/VERB/xcomp/soutient .",
        "soutient",
        True,
    ),
    "verb of counting with a figure": ("Karim/PROPN/nsubj/recense recense/VERB dix/NUM morts/NOUN .", "recense", True),
    "verb of counting without one": ("Karim/PROPN/nsubj/recense recense/VERB les/DET morts/NOUN .", "recense", False),
    "long phrase": (
        "Karim/PROPN/nsubj/porte porte/VERB à/ADP la/DET connaissance/NOUN de/ADP tous/PRON .",
        "porte",
        True,
    ),
    "phrase over a time": ("Karim/PROPN/nsubj/parle parle/VERB lundi/NOUN de/ADP morts/NOUN .", "parle", True),
    "gerund that promises": (
        "Karim/PROPN/nsubj/part part/VERB en/ADP promettant/VERB/advcl/part de/ADP/mark/revenir"
        " revenir/VERB/xcomp/promettant .",
        "promettant",
        True,
    ),
    "another verb": ("Karim/PROPN/nsubj/dort dort/VERB .", "dort", False),
    "noun": ("Le/DET/det/rapporte rapporte/NOUN/dep/dort dort/VERB .", "rapporte", False),
}


@pytest.mark.parametrize(("table", "form", "expected"), REPORTING.values(), ids=REPORTING)
def test_a_word_reports(table: str, form: str, expected: bool) -> None:
    assert reports(word(hung(table), form), french()) is expected


QUOTED = {
    "after a comma": ("«/PUNCT Fini/ADJ »/PUNCT , peste/VERB Karim/PROPN/nsubj/peste .", True),
    "after a reflexive": ("«/PUNCT Fini/ADJ »/PUNCT , s'/PRON emporte/VERB Karim/PROPN/nsubj/emporte .", True),
    "right after it": ("«/PUNCT Fini/ADJ »/PUNCT peste/VERB Karim/PROPN/nsubj/peste .", True),
    "no quotation": ("Fini/ADJ , peste/VERB Karim/PROPN/nsubj/peste .", False),
    "opening": ("peste/VERB Karim/PROPN/nsubj/peste , «/PUNCT Fini/ADJ »/PUNCT .", False),
    "infinitive": ("«/PUNCT Fini/ADJ »/PUNCT , affirmer/VERB .", False),
}


@pytest.mark.parametrize(("table", "expected"), QUOTED.values(), ids=QUOTED)
def test_any_finite_verb_after_a_quotation_gives_the_speaker(table: str, expected: bool) -> None:
    assert follows_quotation(next(t for t in hung(table) if t.pos_ == "VERB"), french()) is expected


def test_as_somebody_says_opens_what_follows_its_speaker() -> None:
    doc = hung("Tom/PROPN fuit/VERB comme/SCONJ le/PRON affirme/VERB Karim/PROPN/nsubj/affirme .")
    assert follows_break(word(doc, "affirme"), french())


def test_an_incise_may_part_a_verb_from_its_speaker() -> None:
    doc = hung("menace/VERB , en/ADP arabe/NOUN , un/DET homme/NOUN .")
    assert doc[after_incise(word(doc, "menace"))].text == "un"
