import pytest

from kg.extract.marks import ACCUSED, PRESUMED, VICTIM, marks
from tests.extract.docs import parse, word
from tests.extract.papers import lexicon

SUBJECT = "Karim/PROPN/nsubj:pass/{0} a/AUX/aux:tense/{0} été/AUX/aux:pass/{0} {0}/VERB ."


def marks_of(sentence: str, form: str = "Karim") -> set[str]:
    """What a sentence says of one of its words."""
    head = word(parse(sentence), form)
    return set(marks(head, head.i + 1, lexicon()))


MARKED = {
    "passive subject of a charge": (SUBJECT.format("inculpé"), {ACCUSED}),
    "passive subject of a sentence": (SUBJECT.format("condamné"), {ACCUSED}),
    "passive subject of a suspicion": (SUBJECT.format("soupçonné"), {ACCUSED}),
    "passive subject of a harm": (SUBJECT.format("poignardé"), {VICTIM}),
    "object of a charge": ("On/PRON/nsubj/inculpe inculpe/VERB Karim/PROPN/obj/inculpe .", {ACCUSED}),
    "object of a harm": ("Tom/PROPN/nsubj/poignarde poignarde/VERB Karim/PROPN/obj/poignarde .", {VICTIM}),
    "participle soon after": (
        "Karim/PROPN/nsubj/dort , hier/ADV/advmod/enlevé enlevé/VERB/acl/Karim , dort/VERB .",
        {VICTIM},
    ),
}


@pytest.mark.parametrize(("sentence", "expected"), MARKED.values(), ids=MARKED)
def test_a_clause_tells_the_part_of_whom_it_was_done_to(sentence: str, expected: set[str]) -> None:
    assert marks_of(sentence) == expected


@pytest.mark.parametrize("adjective", ["présumé", "supposé"])
def test_a_presumed_one_is_accused(adjective: str) -> None:
    text = f"Un/DET/det/tireur tireur/NOUN/nsubj/dort {adjective}/ADJ/amod/tireur dort/VERB ."
    assert marks_of(text, "tireur") == {ACCUSED, PRESUMED}


UNMARKED = {
    "subject of a charge": "Karim/PROPN/nsubj/inculpe inculpe/VERB Tom/PROPN/obj/inculpe .",
    "subject of a harm": "Karim/PROPN/nsubj/poignarde poignarde/VERB Tom/PROPN/obj/poignarde .",
    "subject of a harm that is done": "Karim/PROPN/nsubj/dort dort/VERB Tom/PROPN/obj/dort poignardé/VERB/acl/Tom .",
    "participle of another sort": "Karim/PROPN/nsubj/dort , fatigué/VERB/acl/Karim , dort/VERB .",
    "participle of a relative": (
        "Karim/PROPN/nsubj/dort qui/PRON/nsubj/enlevé a/AUX/aux:tense/enlevé enlevé/VERB/acl:relcl/Karim"
        " Tom/PROPN/obj/enlevé dort/VERB ."
    ),
    "participle after a stop": "Karim/PROPN/nsubj/dort : enlevé/VERB/acl/Tom , Tom/PROPN/dep/dort dort/VERB .",
    "participle too far": (
        "Karim/PROPN/nsubj/dort , très/ADV/advmod/tard tard/ADV/advmod/dort , bien/ADV/advmod/tard"
        " bien/ADV/advmod/tard trop/ADV/advmod/tard enlevé/VERB/acl/Karim dort/VERB ."
    ),
}


@pytest.mark.parametrize("sentence", UNMARKED.values(), ids=UNMARKED)
def test_nothing_is_told_of_whom_it_was_not_done_to(sentence: str) -> None:
    assert marks_of(sentence) == set()


def test_a_participle_of_the_next_sentence_marks_nobody() -> None:
    head = word(parse("Voici/ADP/dep/Karim Karim/PROPN", "Enlevé/VERB hier/ADV/advmod/Enlevé ."), "Karim")
    assert set(marks(head, head.i + 1, lexicon())) == set()
