import pytest

from kg.extract.scopes import around_incise, end_of_incise, end_of_speech, scope_of_phrase, segment, words_of_incise
from tests.extract.docs import french, hung, word

ENDS = {
    "a semicolon": ("Karim/PROPN/nsubj/annonce annonce/VERB deux/NUM morts/NOUN ; Tom/PROPN fuit/VERB .", ";"),
    "what the subject does next": (
        "Karim/PROPN/nsubj/annonce annonce/VERB deux/NUM morts/NOUN et/CCONJ saisira/VERB le/DET juge/NOUN .",
        "et",
    ),
    "another who speaks": (
        "Karim/PROPN/nsubj/évoque évoque/VERB deux/NUM morts/NOUN , Tom/PROPN/nsubj/annonce annonce/VERB trois/NUM .",
        ",",
    ),
    "another who does something": (
        "Karim/PROPN/nsubj/évoque évoque/VERB deux/NUM morts/NOUN , Tom/PROPN/nsubj/fuit fuit/VERB hier/ADV .",
        None,
    ),
    "all of a clause": (
        "Karim/PROPN/nsubj/affirme affirme/VERB que/SCONJ Tom/PROPN fuit/VERB et/CCONJ ment/VERB .",
        None,
    ),
}


@pytest.mark.parametrize(("table", "mark"), ENDS.values(), ids=ENDS)
def test_what_is_said_ends(table: str, mark: str | None) -> None:
    doc = hung(table)
    verb = next(t for t in doc if t.pos_ == "VERB")
    end = end_of_speech(verb, verb.sent, french())
    assert (doc[end].text if end < len(doc) else None) == mark


def test_a_part_of_a_sentence_lies_between_semicolons() -> None:
    doc = hung("Tom/PROPN fuit/VERB ; Karim/PROPN ment/VERB ; Belga/PROPN dort/VERB .")
    assert segment(word(doc, "ment").sent, word(doc, "ment")) == (3, 5)


def test_what_dates_the_saying_is_no_part_of_it() -> None:
    doc = hung("Tom/PROPN fuit/VERB , annonce/VERB Karim/PROPN tandis/ADV que/SCONJ Belga/PROPN dort/VERB .")
    verb = word(doc, "annonce")
    assert doc[end_of_incise(verb, verb.sent, french())].text in ("tandis", "que")


DASHES = {
    "none": ("Tom/PROPN fuit/VERB , jure/VERB Karim/PROPN .", "Tom fuit , jure Karim ."),
    "open": ("Tom/PROPN fuit/VERB – un/DET jeu/NOUN , jure/VERB Karim/PROPN .", "un jeu , jure Karim ."),
    "closed after it": (
        "Cent/NUM – mille/NUM , jure/VERB Karim/PROPN – sont/AUX partis/VERB .", "mille , jure Karim",
    ),
    "closed before it": (
        "Cent/NUM – ou/CCONJ mille/NUM – fuient/VERB , jure/VERB Karim/PROPN .",
        "Cent – ou mille – fuient , jure Karim .",
    ),
    "right before it": ("Tom/PROPN fuit/VERB – jure/VERB Karim/PROPN .", "Tom fuit – jure Karim ."),
}  # fmt: skip


@pytest.mark.parametrize(("table", "said"), DASHES.values(), ids=DASHES)
def test_an_incise_reports_no_more_than_its_dashes_hold(table: str, said: str) -> None:
    doc = hung(table)
    verb = word(doc, "jure")
    begin, end = around_incise(verb, verb.sent, french())
    assert " ".join(t.text for t in doc[begin:end]) == said


INCISES = {
    "to the end": (
        "Tom/PROPN fuit/VERB , jure/VERB Karim/PROPN devant/ADP le/DET juge/NOUN .", "jure Karim devant le juge.",
    ),
    "to a comma before a clause": (
        "Tom/PROPN fuit/VERB , jure/VERB Karim/PROPN , qui/PRON ment/VERB .", "jure Karim",
    ),
    "not over an infinitive": (
        "Tom/PROPN veut/VERB , jure/VERB Karim/PROPN , fuir/VERB demain/ADV .", "jure Karim",
    ),
    "a clause follows at once": ("Tom/PROPN fuit/VERB , jure/VERB Karim/PROPN que/SCONJ Belga/PROPN dort/VERB .", ""),
}  # fmt: skip


@pytest.mark.parametrize(("table", "words"), INCISES.values(), ids=INCISES)
def test_an_incise_tells_of_the_saying(table: str, words: str) -> None:
    doc = hung(table)
    found = sorted(words_of_incise(word(doc, "jure"), french()))
    assert (doc[found[0] : found[-1] + 1].text if found else "") == words


def test_a_source_between_dashes_is_given_no_further() -> None:
    doc = hung("Tom/PROPN fuit/VERB –/PUNCT sans/ADP mal/NOUN selon/ADP Karim/PROPN –/PUNCT et/CCONJ ment/VERB .")
    assert scope_of_phrase(word(doc, "Karim").sent, word(doc, "Karim"), french()) == (0, 7)
