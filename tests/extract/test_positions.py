import pytest

from kg.extract.parsed import Doc, Token
from kg.extract.positions import Positions
from tests.extract.docs import GROUP, ORGANIZATION, PERSON, PLACE, Cast, cluster, french, parse, texts, word

PEOPLE = frozenset({PERSON, GROUP})


def flat(table: str) -> Doc:
    """A sentence whose ties the parser lost: all its words hang on the first."""
    first, *others = table.split()
    root = first.partition("/")[0]
    return parse(" ".join([first, *(f"{w}/dep/{root}" if "/" in w else w for w in others)]))


def cast() -> Cast:
    found = Cast({
        "X": PERSON, "Y": PERSON, "Mons": PLACE, "policiers": GROUP, "habitant": PERSON, "employés": GROUP,
        "ONG": ORGANIZATION, "sa": PERSON,
    })  # fmt: skip
    found["employés"].plural = True
    return found


def positions() -> Positions:
    return Positions(french(), cast().owner)


def form(token: Token | None) -> str | None:
    return token.text if token is not None else None


SUBJECTS = {
    "before a verb": ("X/PROPN a/AUX fui/VERB", "X"),
    "over a relative clause": ("X/PROPN , qui/PRON vivait/VERB à/ADP Mons/PROPN , a/AUX fui/VERB", "X"),
    "after a preposition": ("avec/ADP X/PROPN a/AUX fui/VERB", None),
    "across a semicolon": ("X/PROPN dort/VERB ; a/AUX fui/VERB", None),
    "of another clause": ("X/PROPN dort/VERB tandis/ADV que/SCONJ a/AUX fui/VERB", None),
    "of the first verb in a row": ("X/PROPN a/AUX été/AUX suivi/VERB , interpellé/VERB et/CCONJ fui/VERB", "X"),
    "not the object of the verb before": ("X/PROPN accuse/VERB Y/PROPN et/CCONJ fui/VERB", "X"),
    "of another type": ("Mons/PROPN a/AUX fui/VERB", None),
}


@pytest.mark.parametrize(("table", "expected"), list(SUBJECTS.values()), ids=list(SUBJECTS))
def test_the_bare_mention_before_a_verb_is_its_subject(table: str, expected: str | None) -> None:
    assert form(positions().subject(word(flat(table), "fui"), PEOPLE)) == expected


OBJECTS = {
    "after a verb": ("Y/PROPN accuse/VERB X/PROPN", "X"),
    "over a time and a place": ("Y/PROPN accuse/VERB lundi/NOUN à/ADP Mons/PROPN X/PROPN", "X"),
    "after a partitive": ("Y/PROPN accuse/VERB des/ADP policiers/NOUN", "policiers"),
    "after a preposition": ("Y/PROPN accuse/VERB devant/ADP X/PROPN", None),
    "in the next clause": ("Y/PROPN accuse/VERB et/CCONJ X/PROPN dort/VERB", None),
    "over a semicolon": ("Y/PROPN accuse/VERB ; X/PROPN dort/VERB", None),
    "of another type": ("Y/PROPN accuse/VERB Mons/PROPN", None),
    "after a clitic for somebody unknown": ("Y/PROPN l'/PRON accuse/VERB X/PROPN", None),
}


@pytest.mark.parametrize(("table", "expected"), list(OBJECTS.values()), ids=list(OBJECTS))
def test_the_first_bare_mention_after_a_verb_is_its_object(table: str, expected: str | None) -> None:
    assert form(positions().object(word(flat(table), "accuse"), PEOPLE)) == expected


def test_a_clitic_before_a_verb_is_its_object() -> None:
    verb = word(flat("Y/PROPN l'/PRON accuse/VERB X/PROPN"), "accuse")
    assert form(Positions(french(), Cast({"l'": PERSON, "X": PERSON}).owner).object(verb, PEOPLE)) == "l'"


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("déclare/VERB à/ADP Y/PROPN le/DET capitaine/NOUN X/PROPN", "X"),
        ("déclare/VERB à/ADP Y/PROPN , X/PROPN", None),
        ("déclare/VERB que/SCONJ X/PROPN dort/VERB", None),
        ("déclare/VERB : X/PROPN dort/VERB", None),
        ("déclare/VERB : « X/PROPN dort/VERB", None),
    ],
    ids=["over whom it is said to", "after a comma", "what is said", "after a colon", "in quotes"],
)
def test_a_speaker_stands_after_the_verb_in_its_clause(table: str, expected: str | None) -> None:
    assert form(positions().speaker(word(flat(table), "déclare"))) == expected


def test_words_that_follow_each_other_and_name_one_are_one_stretch() -> None:
    anne = cluster("Anne Morel", PERSON)
    doc = flat("Anne/PROPN Morel/PROPN dort/VERB")
    (found,) = Positions(french(), lambda t: anne if t.pos_ == "PROPN" else None).stretches(doc.sents[0])
    assert texts((found.first, found.last)) == ["Anne", "Morel"]


def test_a_possessive_is_no_stretch() -> None:
    doc = flat("sa/DET cousine/NOUN accuse/VERB X/PROPN")
    assert [s.first.text for s in positions().stretches(doc.sents[0])] == ["X"]


@pytest.mark.parametrize(
    ("table", "governed"),
    [
        ("dort/VERB chez/ADP X/PROPN", True),
        ("dort/VERB dans/ADP le/DET petit/ADJ Mons/PROPN", True),
        ("dort/VERB ( X/PROPN )", True),
        ("dort/VERB X/PROPN", False),
        ("accuse/VERB des/ADP policiers/NOUN", False),
    ],
    ids=["preposition", "before the determiner", "bracket", "bare", "partitive"],
)
def test_a_preposition_or_bracket_governs_a_mention(table: str, governed: bool) -> None:
    (found,) = positions().stretches(flat(table).sents[0])
    assert found.governed is governed


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("X/PROPN ( 34/NUM ans/NOUN ) récemment/ADV fui/VERB", "X"),
        ("X/PROPN malgré/ADP tout/PRON fui/VERB", None),
    ],
    ids=["over an age in brackets", "over other words"],
)
def test_only_an_incise_stands_between_a_word_and_the_mention_before_it(table: str, expected: str | None) -> None:
    found = positions().before(word(flat(table), "fui"))
    assert form(found.last if found is not None else None) == expected
