"""What ``test_placing.py`` leaves out."""

import pytest

from kg.extract.events import EventReader
from kg.extract.holders import event_of, reports
from kg.extract.triggers import build_index
from tests.extract.docs import PERSON, Cast, event_class, french, parse, reading, trigger, vocabulary, word

ONTOLOGY = vocabulary(
    event_class("Attack", trigger("attentat", "noun", "Attack")),
    event_class("Arrest", trigger("arrêter", "verb"), trigger("procès", "noun")),
)

HOLDERS = {
    "an incise with nothing else is the noun's before it": (
        "procès/NOUN/dep/ému ,/PUNCT/punct/ému mardi/NOUN/dep/ému ,/PUNCT/punct/ému a/AUX/aux:tense/ému ému/VERB"
        " après/ADP/case/attentat l'/DET/det/attentat attentat/NOUN/obl:mod/ému", "procès",
    ),
    "a participle clause at the opening that tells of no event": (
        "né/VERB/advcl/arrêté mardi/NOUN/obl:mod/né ,/PUNCT/punct/né X/PROPN/nsubj:pass/arrêté"
        " est/AUX/aux:pass/arrêté arrêté/VERB", None,
    ),
    "the verb right before, hung on a noun further up": (
        "procès/NOUN/nsubj:pass/troublé est/AUX/aux:pass/troublé troublé/VERB par/ADP/case/X X/PROPN/obl:agent/troublé"
        " arrêté/VERB/acl/X ce/DET/det/mardi mardi/NOUN/obl:mod/troublé", "arrêté",
    ),
    "right after an event, hung on a verb that reports": (
        "suite/NOUN/nsubj:pass/annoncée du/ADP/case/procès procès/NOUN/nmod/suite de/ADP/case/attentat"
        " attentat/NOUN/nmod/procès mardi/NOUN/dep/annoncée est/AUX/aux:pass/annoncée annoncée/VERB", "attentat",
    ),
    "nearest, where no tie is left": (
        "calme/NOUN après/ADP/case/attentat attentat/NOUN/nmod/calme et/CCONJ/cc/procès procès/NOUN/conj/attentat"
        " ,/PUNCT/punct/calme encore/ADV/dep/calme mardi/NOUN/dep/calme", "procès",
    ),
    "no event over another verb": (
        "calme/NOUN après/ADP/case/attentat attentat/NOUN/nmod/calme et/CCONJ/cc/procès procès/NOUN/conj/attentat"
        " ,/PUNCT/punct/calme X/PROPN/nsubj/dort dort/VERB/dep/calme mardi/NOUN/dep/calme", None,
    ),
    "no event of another sentence": ("mardi/NOUN calme/ADJ/amod/mardi", None),
}  # fmt: skip


@pytest.mark.parametrize(("table", "expected"), list(HOLDERS.values()), ids=list(HOLDERS))
def test_the_event_of_a_time(table: str, expected: str | None) -> None:
    doc, syntax = parse(table, "procès/NOUN ."), french()
    reader = EventReader(ONTOLOGY, build_index(ONTOLOGY, syntax.profile), syntax, Cast({"X": PERSON}).owner)
    events = list(reader.read(reading(doc)))
    at = event_of(word(doc, "mardi"), events, syntax, for_time=True)
    assert (events[at].head.text if at is not None else None) == expected


@pytest.mark.parametrize(
    ("table", "verb", "says"),
    [
        ("X/PROPN/nsubj/annonce annonce/VERB", "annonce", True),
        ("X/PROPN/nsubj/fait fait/VERB savoir/VERB/xcomp/fait", "savoir", True),
        ("X/PROPN/nsubj/veut veut/VERB savoir/VERB/xcomp/veut", "savoir", False),
        ("X/PROPN/nsubj/dort dort/VERB", "dort", False),
    ],
    ids=["verb", "phrase", "no phrase", "no report"],
)
def test_verbs_that_say_what_somebody_said(table: str, verb: str, says: bool) -> None:
    assert reports(word(parse(table), verb), french()) is says
