import pytest

from kg.extract.positions import Positions
from kg.extract.speakers import source_phrases, speaker_of
from tests.extract.docs import ORGANIZATION, PERSON, Cast, french, parse, texts, word

CAST = Cast({"parquet": ORGANIZATION, "Karim": PERSON, "Belga": ORGANIZATION, "avocate": PERSON})
TAIL = ",/PUNCT/punct/fuit Tom/PROPN/nsubj/fuit fuit/VERB ."

PREPOSITIONS = {
    "of source": (f"Selon/ADP/case/parquet le/DET/det/parquet parquet/NOUN/obl:mod/fuit {TAIL}", ["parquet"]),
    "of source at the end": (
        "Tom/PROPN/nsubj/fuit fuit/VERB selon/ADP/case/parquet le/DET/det/parquet parquet/NOUN/obl:mod/fuit .",
        ["parquet"],
    ),
    "of source before a pronoun": (f"Selon/ADP/case/lui lui/PRON/obl:mod/fuit {TAIL}", ["lui"]),
    "of source before a verb": (
        "Selon/ADP/case/juge juge/VERB le/DET/det/parquet parquet/NOUN/obj/juge .", [],
    ),
    "inside a word": (f"Boselon/NOUN/obl:mod/fuit Belga/PROPN/dep/fuit {TAIL}", []),
    "weak before a name": (f"Pour/ADP/case/Karim Karim/PROPN/obl:mod/fuit {TAIL}", ["Karim"]),
    "weak before a noun": (f"Pour/ADP/case/parquet le/DET/det/parquet parquet/NOUN/obl:mod/fuit {TAIL}", []),
    "weak without a comma": (
        "Pour/ADP/case/Karim Karim/PROPN/obl:mod/fuit Tom/PROPN/nsubj/fuit fuit/VERB .", [],
    ),
    "weak inside the sentence": (
        "Tom/PROPN/nsubj/fuit fuit/VERB pour/ADP/case/Karim Karim/PROPN/obl:mod/fuit , hier/ADV/advmod/fuit .", [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("table", "expected"), PREPOSITIONS.values(), ids=PREPOSITIONS)
def test_a_source_stands_after_its_preposition(table: str, expected: list[str]) -> None:
    (sent,) = parse(table).sents
    assert texts(phrase.head for phrase in source_phrases(sent, french())) == expected


FLED = "Tom/PROPN/nsubj/fui a/AUX/aux:tense/fui fui/VERB/ccomp/{0}"
SPEAKERS = {
    "subject": (
        f"Karim/PROPN/nsubj/affirme affirme/VERB que/SCONJ/mark/fui {FLED.format('affirme')} .",
        "affirme", ("Karim", False),
    ),
    "inverted noun": (
        f"{FLED.format('affirmé')} ,/PUNCT/punct/affirmé a/AUX/aux:tense/affirmé affirmé/VERB"
        " hier/ADV/advmod/affirmé l'/DET/det/avocate avocate/NOUN/nsubj/affirmé .",
        "affirmé", ("avocate", True),
    ),
    "inverted pronoun": (
        f"{FLED.format('affirme')} ,/PUNCT/punct/affirme affirme/VERB -elle/PRON/nsubj/affirme .",
        "affirme", ("-elle", True),
    ),
    "noun after a verb without a break": (
        "Karim/PROPN/nsubj/annonce annonce/VERB un/DET/det/renfort renfort/NOUN/obj/annonce .",
        "annonce", ("Karim", False),
    ),
    "what is announced, no speaker": (
        "L'/DET/det/avocate avocate/NOUN/nsubj/annoncé ,/PUNCT/punct/Karim Karim/PROPN/appos/avocate"
        " ,/PUNCT/punct/Karim a/AUX/aux:tense/annoncé annoncé/VERB l'/DET/det/envoi envoi/NOUN/obj/annoncé"
        " de/ADP/case/renforts renforts/NOUN/nmod/envoi demain/ADV/advmod/annoncé .",
        "annoncé", ("avocate", False),
    ),
    "whoever follows what can be said of things alone": (
        "Trois/NUM/nummod/suspects suspects/NOUN/nsubj/annoncé arrêtés/VERB/acl/suspects ,/PUNCT/punct/annoncé"
        " a/AUX/aux:tense/annoncé annoncé/VERB hier/ADV/advmod/annoncé l'/DET/det/avocate avocate/NOUN/obj/annoncé"
        " de/ADP/case/Mons Mons/PROPN/nmod/avocate .",
        "annoncé", ("avocate", True),
    ),
    "what is denied after a comma": (
        "L'/DET/det/avocate avocate/NOUN/nsubj/démenti ,/PUNCT/punct/absente absente/ADJ/amod/avocate"
        " ,/PUNCT/punct/absente a/AUX/aux:tense/démenti démenti/VERB toute/DET/det/fuite fuite/NOUN/obj/démenti .",
        "démenti", ("avocate", False),
    ),
    "agent of a passive": (
        "La/DET/det/fuite fuite/NOUN/nsubj:pass/confirmée est/AUX/aux:pass/confirmée confirmée/VERB"
        " par/ADP/case/parquet le/DET/det/parquet parquet/NOUN/obl:agent/confirmée .",
        "confirmée", ("parquet", True),
    ),
    "passive without an agent": (
        "La/DET/det/fuite fuite/NOUN/nsubj:pass/confirmée est/AUX/aux:pass/confirmée confirmée/VERB .",
        "confirmée", (None, True),
    ),
    "impersonal with its source": (
        f"{FLED.format('apprend')} ,/PUNCT/punct/apprend apprend/VERB -on/PRON/nsubj/apprend auprès/ADP/case/parquet"
        " du/ADP/fixed/auprès parquet/NOUN/obl:mod/apprend .",
        "apprend", ("parquet", True),
    ),
    "impersonal without a source": (
        f"{FLED.format('apprend')} ,/PUNCT/punct/apprend apprend/VERB -on/PRON/nsubj/apprend hier/ADV/advmod/apprend .",
        "apprend", (None, True),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("table", "verb", "expected"), SPEAKERS.values(), ids=SPEAKERS)
def test_who_speaks_and_whether_all_the_sentence_is_said(
    table: str, verb: str, expected: tuple[str | None, bool]
) -> None:
    syntax = french()
    speaker, whole = speaker_of(word(parse(table), verb), syntax, Positions(syntax, CAST.owner))
    assert (speaker.text if speaker is not None else None, whole) == expected
