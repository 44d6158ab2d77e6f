from dataclasses import replace
from types import SimpleNamespace
from typing import cast

from kg.extract.interview import Interview
from kg.extract.lexicon import Lexicon
from kg.extract.owners import Owner
from kg.extract.reading import Reading
from kg.language.profile import load_profile
from tests.extract.docs import PERSON, PLACE, Cast, cluster, parse, reading

LEXICON = cast(Lexicon, SimpleNamespace(profile=load_profile("fr")))
CAST = Cast({"Dupont": PERSON, "Mons": PLACE})
LAST = cluster("Durand", PERSON)
ANSWER = "Dupont/PROPN :/PUNCT/punct/Dupont Il/PRON/nsubj/fuit fuit/VERB/parataxis/Dupont ."
PLAIN = "Il/PRON/nsubj/fuit fuit/VERB ."


def owners(_reading: Reading) -> Owner:
    return CAST.owner


def turns(*tables: str) -> list[Reading]:
    return [replace(reading(parse(table)), index=i) for i, table in enumerate(tables)]


def test_one_turn_is_no_interview() -> None:
    readings = turns(ANSWER, PLAIN)
    assert Interview(readings, LEXICON, owners).speaker(readings[0], CAST.owner, None) is None


def test_a_turn_is_its_speakers_and_so_is_what_follows() -> None:
    readings = turns(ANSWER, ANSWER, PLAIN)
    interview = Interview(readings, LEXICON, owners)
    speaker = interview.speaker(readings[0], CAST.owner, None)
    assert speaker is CAST["Dupont"]
    assert interview.speaker(readings[2], CAST.owner, speaker) is speaker


def test_a_place_before_a_colon_is_no_speaker() -> None:
    place = ANSWER.replace("Dupont", "Mons")
    readings = turns(ANSWER, ANSWER, place)
    assert Interview(readings, LEXICON, owners).speaker(readings[2], CAST.owner, LAST) is LAST


def test_a_sentence_with_a_colon_opens_no_turn() -> None:
    sentence = "Bilan/NOUN lourd/ADJ/amod/Bilan :/PUNCT/punct/Bilan deux/NUM/nummod/morts morts/NOUN/appos/Bilan"
    readings = turns(sentence, sentence)
    assert Interview(readings, LEXICON, owners).speaker(readings[0], CAST.owner, LAST) is None


def test_a_question_asks_only_in_an_interview() -> None:
    question = "A-t/AUX -il/PRON/nsubj/A-t fui/VERB/dep/A-t ?"
    assert Interview(turns(ANSWER, ANSWER, question), LEXICON, owners).asks(turns(question)[0])
    assert not Interview(turns(ANSWER, ANSWER), LEXICON, owners).asks(turns(PLAIN)[0])
    assert not Interview(turns(question, PLAIN), LEXICON, owners).asks(turns(question)[0])


QUESTION = "Avez/AUX -vous/PRON/nsubj/Avez fui/VERB/dep/Avez ?"
PROMPT = "On/PRON/nsubj/accuse vous/PRON/obj/accuse accuse/VERB ."
HEADING = "ENTRETIEN/NOUN Dupont/PROPN/flat:name/ENTRETIEN :"


def test_whom_the_heading_names_answers_questions_without_names() -> None:
    readings = turns(HEADING, QUESTION, PLAIN, QUESTION, PLAIN, PROMPT, PLAIN)
    interview = Interview(readings, LEXICON, owners)
    assert [interview.speaker(r, CAST.owner, None) for r in readings] == [None, None, *[CAST["Dupont"]] * 5]
    assert [interview.asks(r) for r in readings] == [False, True, False, True, False, True, False]


def test_who_asks_is_not_who_answers() -> None:
    readings = turns("Entretien/NOUN par/ADP/case/Dupont Dupont/PROPN/nmod/Entretien", *[QUESTION, PLAIN] * 3)
    assert Interview(readings, LEXICON, owners).speaker(readings[2], CAST.owner, None) is None


def test_questions_without_the_word_make_no_interview() -> None:
    readings = turns(HEADING.replace("ENTRETIEN", "PROFIL"), *[QUESTION, PLAIN] * 3)
    assert Interview(readings, LEXICON, owners).speaker(readings[2], CAST.owner, None) is None


def test_who_acts_in_the_heading_answers_and_not_whom_it_only_names() -> None:
    cast = Cast({"Mathilde": PERSON, "Texier": PERSON})
    heading = (
        "ENTRETIEN/NOUN depuis/ADP/case/mort la/DET/det/mort mort/NOUN/nmod/ENTRETIEN de/ADP/case/Mathilde"
        " Mathilde/PROPN/nmod/mort ,/PUNCT/punct/parle Texier/PROPN/nsubj/parle parle/VERB/conj/ENTRETIEN ."
    )
    readings = turns(heading, QUESTION, PLAIN, QUESTION, PLAIN, PROMPT, PLAIN)
    interview = Interview(readings, LEXICON, lambda _: cast.owner)
    assert interview.speaker(readings[2], cast.owner, None) is cast["Texier"]


def test_a_victim_answers_nothing() -> None:
    cast = Cast({"Mathilde": PERSON, "Texier": PERSON})
    cast["Mathilde"].marks.add("victim")
    heading = "ENTRETIEN/NOUN Mathilde/PROPN/nsubj/ENTRETIEN ,/PUNCT/punct/ENTRETIEN Texier/PROPN/nmod/ENTRETIEN ."
    readings = turns(heading, QUESTION, PLAIN, QUESTION, PLAIN, PROMPT, PLAIN)
    interview = Interview(readings, LEXICON, lambda _: cast.owner)
    assert interview.speaker(readings[2], cast.owner, None) is cast["Texier"]
