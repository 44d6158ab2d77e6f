from collections.abc import Mapping

import pytest

from kg.extract.events import EventReader
from kg.extract.parsed import Doc
from kg.extract.placing import Placed
from kg.extract.sequences import with_shared_settings
from kg.extract.tellings import Telling, tellings
from kg.extract.triggers import build_index
from tests.extract.docs import (
    PERSON,
    PLACE,
    Cast,
    cluster,
    event_class,
    french,
    parse,
    reading,
    time,
    trigger,
    vocabulary,
)

ONTOLOGY = vocabulary(
    event_class("Flight", trigger("fuir", "verb", "Flight")),
    event_class("Arrest", trigger("capturer", "verb"), trigger("arrestation", "noun")),
    event_class("Killing", trigger("abattre", "verb", "Killing")),
)
MONS, NAMUR = cluster("Mons", PLACE), cluster("Namur", PLACE)


def flat(*tables: str) -> Doc:
    """Sentences whose ties the parser lost: all words of each hang on its first."""
    sentences = []
    for table in tables:
        first, *others = table.split()
        root = first.partition("/")[0]
        sentences.append(" ".join([first, *(f"{w}/dep/{root}" if "/" in w else w for w in others)]))
    return parse(*sentences)


def told(doc: Doc, placed: Mapping[str, Placed]) -> list[Telling]:
    """What is told, with the times and places given by the forms of the verbs, after days are shared."""
    syntax = french()
    reader = EventReader(ONTOLOGY, build_index(ONTOLOGY, syntax.profile), syntax, Cast({"X": PERSON}).owner)
    events = list(reader.read(reading(doc)))
    where = {i: placed.get(e.head.text, Placed((), ())) for i, e in enumerate(events)}
    found = tellings(events, where, [()] * len(events), syntax, ONTOLOGY, None)
    return with_shared_settings(found, syntax, lambda _: True)


def days(doc: Doc, **others: str) -> list[list[str]]:
    """The days of what is told, in text order: ``mars`` dates the flight, ``others`` the verbs that they name."""
    placed = {form: Placed((time(doc, day, day),), ()) for form, day in others.items()}
    placed["fui"] = Placed((time(doc, "mars", "2021-03"),), ())
    return [sorted(t.dates) for t in told(doc, placed)]


SHARED = {
    "after a comma": "X/PROPN a/AUX fui/VERB en/ADP mars/NOUN , a/AUX été/AUX capturé/VERB",
    "after a conjunction": "X/PROPN a/AUX fui/VERB en/ADP mars/NOUN et/CCONJ a/AUX été/AUX capturé/VERB",
    "after a sequence word": "X/PROPN a/AUX fui/VERB en/ADP mars/NOUN avant/ADP d'/ADP être/AUX capturé/VERB",
    "over a subject's pronoun": "X/PROPN a/AUX fui/VERB en/ADP mars/NOUN , puis/ADV il/PRON a/AUX été/AUX"
    " vite/ADV capturé/VERB",
}
APART = {
    "no word of a sequence": "X/PROPN a/AUX fui/VERB en/ADP mars/NOUN a/AUX été/AUX capturé/VERB",
    "a semicolon": "X/PROPN a/AUX fui/VERB en/ADP mars/NOUN ; puis/ADV a/AUX été/AUX capturé/VERB",
    "a relative clause begins": "X/PROPN a/AUX fui/VERB en/ADP mars/NOUN , qui/PRON a/AUX été/AUX capturé/VERB",
    "a relative clause before": "X/PROPN qui/PRON a/AUX fui/VERB en/ADP mars/NOUN , a/AUX été/AUX capturé/VERB",
    "another subject": "X/PROPN a/AUX fui/VERB en/ADP mars/NOUN et/CCONJ Y/PROPN a/AUX été/AUX capturé/VERB",
    "denied": "X/PROPN a/AUX fui/VERB en/ADP mars/NOUN et/CCONJ n'/ADV a/AUX pas/ADV été/AUX capturé/VERB",
    "a noun": "X/PROPN a/AUX fui/VERB en/ADP mars/NOUN , puis/ADV arrestation/NOUN",
}


@pytest.mark.parametrize("table", list(SHARED.values()), ids=list(SHARED))
def test_verbs_told_as_a_sequence_share_their_day(table: str) -> None:
    assert days(flat(table)) == [["2021-03"], ["2021-03"]]


@pytest.mark.parametrize("table", list(APART.values()), ids=list(APART))
def test_others_do_not(table: str) -> None:
    assert days(flat(table)) == [["2021-03"], []]


def test_the_day_goes_on_from_verb_to_verb() -> None:
    doc = flat(
        "X/PROPN a/AUX fui/VERB en/ADP mars/NOUN , a/AUX été/AUX capturé/VERB , puis/ADV a/AUX été/AUX abattu/VERB"
    )
    assert days(doc) == [["2021-03"]] * 3


def test_a_verb_keeps_its_own_day() -> None:
    doc = flat("X/PROPN a/AUX fui/VERB en/ADP mars/NOUN , a/AUX été/AUX capturé/VERB en/ADP 2022/NUM")
    assert days(doc, capturé="2022") == [["2021-03"], ["2022"]]


def test_another_sentence_shares_no_day() -> None:
    doc = flat("X/PROPN a/AUX fui/VERB en/ADP mars/NOUN .", "puis/ADV a/AUX été/AUX capturé/VERB .")
    assert days(doc) == [["2021-03"], []]


def test_of_two_times_none_is_shared() -> None:
    doc = flat("X/PROPN a/AUX fui/VERB en/ADP mars/NOUN ou/CCONJ 2022/NUM , a/AUX été/AUX capturé/VERB")
    both = Placed((time(doc, "mars", "2021-03"), time(doc, "2022", "2022")), ())
    assert told(doc, {"fui": both})[1].dates == set()


def test_the_day_is_shared_and_not_the_place() -> None:
    doc = flat("X/PROPN a/AUX fui/VERB en/ADP mars/NOUN , a/AUX été/AUX capturé/VERB")
    first, second = told(doc, {
        "fui": Placed((time(doc, "mars", "2021-03"),), (MONS,)), "capturé": Placed((), (NAMUR,)),
    })  # fmt: skip
    assert (first.placed.places, second.placed.places) == ((MONS,), (NAMUR,))


def test_the_first_of_two_participles_takes_the_time_and_place_of_the_second() -> None:
    doc = flat("X/PROPN capturé/VERB et/CCONJ abattu/VERB à/ADP Mons/PROPN en/ADP mars/NOUN")
    placed = Placed((time(doc, "mars", "2021-03"),), (MONS,))
    assert [t.placed for t in told(doc, {"abattu": placed})] == [placed, placed]


def test_a_participle_with_a_place_of_its_own_takes_nothing() -> None:
    doc = flat("X/PROPN capturé/VERB et/CCONJ abattu/VERB à/ADP Mons/PROPN en/ADP mars/NOUN")
    own, placed = Placed((), (NAMUR,)), Placed((time(doc, "mars", "2021-03"),), (MONS,))
    assert [t.placed for t in told(doc, {"capturé": own, "abattu": placed})] == [own, placed]


ENABLED = (
    "L'/DET/det/arrestation arrestation/NOUN/nsubj/permis a/AUX/aux:tense/permis permis/VERB de/ADP/mark/abattre"
    " abattre/VERB/xcomp/permis X/PROPN/obj/abattre"
)


def test_what_an_operation_led_to_is_of_its_day_and_place() -> None:
    doc = parse(ENABLED + " en/ADP/case/mars mars/NOUN/obl:mod/permis")
    placed = Placed((time(doc, "mars", "2021-03"),), (MONS,))
    assert [t.placed for t in told(doc, {"arrestation": placed})] == [placed, placed]


def test_unless_its_own_place_is_told() -> None:
    doc = parse(ENABLED + " à/ADP/case/Namur Namur/PROPN/obl:mod/abattre")
    placed = {"arrestation": Placed((), (MONS,)), "abattre": Placed((), (NAMUR,))}
    assert [t.placed.places for t in told(doc, placed)] == [(MONS,), (NAMUR,)]


FRONTED = {
    "in the course of": ("Lors/ADP de/ADP l'/DET arrestation/NOUN de/ADP mars/NOUN , X/PROPN a/AUX fui/VERB", True),
    "in a clause of what it had in its course": (
        "L'/DET arrestation/NOUN de/ADP mars/NOUN , au/ADP cours/NOUN de/ADP laquelle/PRON X/PROPN a/AUX fui/VERB",
        True,
    ),
    "in such a clause after another verb": (
        "L'/DET arrestation/NOUN de/ADP mars/NOUN , lors/ADP de/ADP laquelle/PRON il/PRON a/AUX crié/VERB que/SCONJ"
        " X/PROPN a/AUX fui/VERB", False,
    ),
    "in a clause of another kind": (
        "L'/DET arrestation/NOUN de/ADP mars/NOUN , sans/ADP laquelle/PRON X/PROPN a/AUX fui/VERB", False,
    ),
    "no preposition of a course": ("Sans/ADP l'/DET arrestation/NOUN de/ADP mars/NOUN , X/PROPN a/AUX fui/VERB", False),
    "no comma": ("Lors/ADP de/ADP l'/DET arrestation/NOUN de/ADP mars/NOUN X/PROPN a/AUX fui/VERB", False),
    "after the verb": ("X/PROPN a/AUX fui/VERB , lors/ADP de/ADP l'/DET arrestation/NOUN de/ADP mars/NOUN", False),
}  # fmt: skip


@pytest.mark.parametrize(("table", "shared"), FRONTED.values(), ids=FRONTED)
def test_a_verb_takes_the_day_of_the_noun_in_whose_course_it_is_told(table: str, shared: bool) -> None:
    doc = flat(table)
    placed = {"arrestation": Placed((time(doc, "mars", "2021-03"),), ())}
    flight = next(t for t in told(doc, placed) if t.word == "fuir")
    assert flight.dates == ({"2021-03"} if shared else set())


def test_a_second_subject_shares_the_day_of_an_auxiliary_left_out() -> None:
    doc = parse(
        "X/PROPN/nsubj/capturé a/AUX/aux:tense/capturé été/AUX/aux:pass/capturé capturé/VERB en/ADP/case/mars"
        " mars/NOUN/obl:mod/capturé et/CCONJ/cc/Y Y/PROPN/conj/capturé abattu/VERB/acl/Y"
    )
    placed = {"capturé": Placed((time(doc, "mars", "2021-03"),), ())}
    assert [t.dates for t in told(doc, placed)] == [{"2021-03"}, {"2021-03"}]
