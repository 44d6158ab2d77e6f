from types import SimpleNamespace
from typing import cast

from kg.extract.interview import Interview
from kg.extract.lexicon import Lexicon
from kg.extract.reading import Reading
from kg.language.profile import load_profile
from tests.extract.docs import PERSON, PLACE, Cast, cluster, parse, reading

LEXICON = cast(Lexicon, SimpleNamespace(profile=load_profile("fr")))
CAST = Cast({"Dupont": PERSON, "Mons": PLACE})
LAST = cluster("Durand", PERSON)
ANSWER = "Dupont/PROPN :/PUNCT/punct/Dupont Il/PRON/nsubj/fuit fuit/VERB/parataxis/Dupont ."
PLAIN = "Il/PRON/nsubj/fuit fuit/VERB ."


def turns(*tables: str) -> list[Reading]:
    return [reading(parse(table)) for table in tables]


def test_one_turn_is_no_interview() -> None:
    readings = turns(ANSWER, PLAIN)
    assert Interview(readings, LEXICON).speaker(readings[0], CAST.owner, None) is None


def test_a_turn_is_its_speakers_and_so_is_what_follows() -> None:
    readings = turns(ANSWER, ANSWER, PLAIN)
    interview = Interview(readings, LEXICON)
    speaker = interview.speaker(readings[0], CAST.owner, None)
    assert speaker is CAST["Dupont"]
    assert interview.speaker(readings[2], CAST.owner, speaker) is speaker


def test_a_place_before_a_colon_is_no_speaker() -> None:
    place = ANSWER.replace("Dupont", "Mons")
    readings = turns(ANSWER, ANSWER, place)
    assert Interview(readings, LEXICON).speaker(readings[2], CAST.owner, LAST) is LAST


def test_a_sentence_with_a_colon_opens_no_turn() -> None:
    sentence = "Bilan/NOUN lourd/ADJ/amod/Bilan :/PUNCT/punct/Bilan deux/NUM/nummod/morts morts/NOUN/appos/Bilan"
    readings = turns(sentence, sentence)
    assert Interview(readings, LEXICON).speaker(readings[0], CAST.owner, LAST) is None


def test_a_question_asks_only_in_an_interview() -> None:
    question = "A-t/AUX -il/PRON/nsubj/A-t fui/VERB/dep/A-t ?"
    assert Interview(turns(ANSWER, ANSWER, question), LEXICON).asks(turns(question)[0])
    assert not Interview(turns(ANSWER, ANSWER), LEXICON).asks(turns(PLAIN)[0])
    assert not Interview(turns(question, PLAIN), LEXICON).asks(turns(question)[0])
