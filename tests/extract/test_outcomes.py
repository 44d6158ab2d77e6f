import pytest

from kg.extract.events import EventReader
from kg.extract.outcomes import with_outcomes
from kg.extract.parsed import Doc
from kg.extract.placing import Placed
from kg.extract.tellings import Telling, tellings
from kg.extract.triggers import build_index
from tests.extract.docs import GROUP, PERSON, Cast, event_class, french, parse, reading, time, trigger, vocabulary

ONTOLOGY = vocabulary(
    event_class("Attack", trigger("attaque", "noun", "Attack"), trigger("foncer", "verb", "Attack")),
    event_class("Killing", trigger("tuer", "verb", "Killing"), parent="Attack"),
    event_class(
        "Death",
        trigger("périr", "verb", "Death"),
        trigger("mort", "noun", "Death"),
        counts={"itself": "killed"},
    ),
    event_class("Injury", trigger("blesser", "verb", "Injury")),
    event_class("Trial", trigger("procès", "noun", "Trial")),
)
CAST = Cast({"X": PERSON, "gardes": GROUP})


def flat(*tables: str) -> Doc:
    """Sentences whose ties the parser lost: all words of each hang on its first."""
    sentences = []
    for table in tables:
        first, *others = table.split()
        root = first.partition("/")[0]
        sentences.append(" ".join([first, *(w if "/" not in w or w.count("/") > 1 else f"{w}/dep/{root}"
        for w in others)]))  # fmt: skip
    return parse(*sentences)


def told(doc: Doc, **days: str) -> list[Telling]:
    """What is told in text order, ``days`` being the words that date the words that they name."""
    syntax = french()
    reader = EventReader(ONTOLOGY, build_index(ONTOLOGY, syntax.profile), syntax, CAST.owner)
    events = list(reader.read(reading(doc)))
    dated = {form: (time(doc, day, "2021-03-02"),) for form, day in days.items()}
    placed = {i: Placed(dated.get(e.head.text, ()), ()) for i, e in enumerate(events)}
    return with_outcomes(tellings(events, placed, [()] * len(events), syntax, ONTOLOGY, None), syntax, ONTOLOGY)


def outcomes(doc: Doc, **days: str) -> list[tuple[str, str]]:
    """The word of each outcome, and that of its assault."""
    return [(t.word, t.outcome_of.word) for t in told(doc, **days) if t.outcome_of is not None]


TIED = {
    "in its course": ("gardes/NOUN tués/VERB hier/ADV dans/ADP l'/DET attaque/NOUN", "tuer"),
    "its toll": ("l'/DET attaque/NOUN a/AUX fait/VERB deux/NUM morts/NOUN", "mort"),
    "in a relative clause": ("l'/DET attaque/NOUN où/PRON dix/NUM gardes/NOUN ont/AUX péri/VERB", "périr"),
    "after a pronoun for its place": ("l'/DET attaque/NOUN , dix/NUM gardes/NOUN y/PRON ont/AUX péri/VERB", "périr"),
}
FREE = {
    "no preposition of a course": "gardes/NOUN tués/VERB avant/ADP l'/DET attaque/NOUN",
    "a verb between": "gardes/NOUN tués/VERB , X/PROPN a/AUX fui/VERB pendant/ADP l'/DET attaque/NOUN",
    "a semicolon": "l'/DET attaque/NOUN ; dix/NUM gardes/NOUN y/PRON ont/AUX péri/VERB",
    "another verb follows": "l'/DET attaque/NOUN inquiète/VERB , dix/NUM gardes/NOUN ont/AUX péri/VERB",
    "no assault": "gardes/NOUN tués/VERB pendant/ADP le/DET procès/NOUN",
    "denied": "aucun/DET/det/mort mort/NOUN dans/ADP l'/DET attaque/NOUN",
}


@pytest.mark.parametrize(("table", "word"), list(TIED.values()), ids=list(TIED))
def test_an_outcome_is_tied_to_the_assault_of_its_sentence(table: str, word: str) -> None:
    assert outcomes(flat(table)) == [(word, "attaque")]


@pytest.mark.parametrize("table", list(FREE.values()), ids=list(FREE))
def test_what_is_told_otherwise_is_no_outcome(table: str) -> None:
    assert outcomes(flat(table)) == []


def test_a_present_participle_tells_an_outcome() -> None:
    doc = flat("X/PROPN a/AUX foncé/VERB sur/ADP les/DET gens/NOUN , blessant/VERB gardes/NOUN")
    assert outcomes(doc) == [("blesser", "foncer")]


def test_a_killing_has_no_outcomes() -> None:
    assert outcomes(flat("X/PROPN a/AUX tué/VERB gardes/NOUN , blessant/VERB Y/PROPN")) == []


def test_only_a_noun_for_victims_is_a_toll() -> None:
    _, noun = told(flat("l'/DET attaque/NOUN a/AUX fait/VERB deux/NUM morts/NOUN"))
    verb, _ = told(flat("gardes/NOUN tués/VERB dans/ADP l'/DET attaque/NOUN"))
    assert (noun.toll, verb.toll) == (True, False)


ATTACK = "l'/DET attaque/NOUN continue/VERB ."
TOLL = "bilan/NOUN : deux/NUM morts/NOUN mardi/NOUN ."


def test_a_toll_without_names_is_of_the_assault_told_before() -> None:
    assert outcomes(flat(ATTACK, TOLL)) == [("mort", "attaque")]


def test_of_several_assaults_a_toll_is_of_the_last() -> None:
    first, last, toll = told(flat(ATTACK, ATTACK, TOLL))
    assert toll.outcome_of is last
    assert toll.outcome_of is not first


def test_a_death_told_with_a_day_of_its_own_is_no_outcome() -> None:
    assert outcomes(flat(ATTACK, TOLL), morts="mardi") == []


@pytest.mark.parametrize(
    "sentences",
    [
        (TOLL, ATTACK),
        ("aucune/DET/det/attaque attaque/NOUN .", TOLL),
        (ATTACK, "la/DET mort/NOUN ."),
        (ATTACK, "deux/NUM morts/NOUN de/ADP/case/X X/PROPN/nmod/morts ."),
        (ATTACK, "dix/NUM gardes/NOUN ont/AUX péri/VERB ."),
    ],
    ids=["assault told after", "denied assault", "no figure", "named victim", "a verb without a figure"],
)
def test_other_deaths_are_no_toll(sentences: tuple[str, ...]) -> None:
    assert outcomes(flat(*sentences)) == []


def test_an_assault_knows_the_day_of_its_outcome() -> None:
    doc = flat("gardes/NOUN tués/VERB hier/ADV dans/ADP l'/DET attaque/NOUN")
    assault = next(t for t in told(doc, tués="hier") if t.word == "attaque")
    assert assault.dates == {"2021-03-02"}


def test_the_death_of_one_is_told_beside_the_assault() -> None:
    doc = flat("X/PROPN a/AUX péri/VERB dans/ADP l'/DET attaque/NOUN")
    tied = [t.outcome_of is not None for t in told(doc) if t.word == "périr"]
    assert tied == [False, True]
