import pytest

from kg.extract.events import EventReader
from kg.extract.parsed import Doc
from kg.extract.placing import Placed
from kg.extract.positions import Positions
from kg.extract.rivals import rival_figures, with_rivals
from kg.extract.tellings import Telling, tellings
from kg.extract.triggers import build_index
from tests.extract.docs import GROUP, ORGANIZATION, Cast, event_class, french, parse, reading, trigger, vocabulary

ONTOLOGY = vocabulary(
    event_class("Death", trigger("périr", "verb", "Death", roles={"subject": "patient"}), counts={"patient": "killed"}),
    event_class("Meeting", trigger("rencontrer", "verb", "Meeting")),
)
CAST = Cast({"parquet": ORGANIZATION, "maire": ORGANIZATION, "hommes": GROUP})
DEATHS = "deux/NUM/nummod/hommes hommes/NOUN/nsubj/péri ont/AUX/aux:tense/péri péri/VERB"
SAID = "selon/ADP/case/parquet le/DET/det/parquet parquet/NOUN/obl:mod/péri"


def figures(doc: Doc, time_tokens: tuple[int, ...] = ()) -> list[tuple[str, str]]:
    """Each figure with the word that names its source."""
    syntax = french(time_tokens) if time_tokens else french()
    return [(r.value, r.named_by.text) for r in rival_figures(doc, syntax, Positions(syntax, CAST.owner))]


FIGURES = {
    "bare": (f"{DEATHS} , trois/NUM/dep/péri , {SAID} .", [("3", "parquet")]),
    "of people, set apart": (
        f"{DEATHS} : 110/NUM/nummod/personnes personnes/NOUN/dep/péri , {SAID} .", [("110", "parquet")],
    ),
    "of people, in the clause": (f"{DEATHS} avec/ADP 110/NUM/nummod/personnes personnes/NOUN/dep/péri , {SAID} .", []),
    "counted": (
        "maire/NOUN/nsubj/déplore en/PRON/iobj/déplore déplore/VERB neuf/NUM/obj/déplore .", [("9", "maire")],
    ),
    "counted with its noun": (
        "maire/NOUN/nsubj/déplore en/PRON/iobj/déplore déplore/VERB neuf/NUM/nummod/jours jours/NOUN/obj/déplore .", [],
    ),
    "counted by nobody known": (
        "préfet/NOUN/nsubj/déplore en/PRON/iobj/déplore déplore/VERB neuf/NUM/obj/déplore .", [],
    ),
    "none": (f"{DEATHS} , {SAID} .", []),
}  # fmt: skip


@pytest.mark.parametrize(("table", "expected"), FIGURES.values(), ids=FIGURES)
def test_a_figure_beside_another_has_its_source(table: str, expected: list[tuple[str, str]]) -> None:
    assert figures(parse(table)) == expected


def test_a_year_is_no_figure() -> None:
    doc = parse(f"{DEATHS} en/ADP/case/2013 2013/NUM/obl:mod/péri , {SAID} .")
    year = next(t.i for t in doc if t.text == "2013")
    assert figures(doc) == [("2013", "parquet")]
    assert figures(doc, (year,)) == []


def told(doc: Doc) -> list[Telling]:
    syntax = french()
    events = list(EventReader(ONTOLOGY, build_index(ONTOLOGY, syntax.profile), syntax, CAST.owner).read(reading(doc)))
    placed = {i: Placed((), ()) for i in range(len(events))}
    found = tellings(events, placed, [()] * len(events), syntax, ONTOLOGY, None)
    rivals = rival_figures(doc, syntax, Positions(syntax, CAST.owner))
    owned = [(r, owner) for r in rivals if (owner := CAST.owner(r.named_by)) is not None]
    return with_rivals(found, owned, ONTOLOGY)


def test_it_counts_what_the_event_before_it_counts() -> None:
    (death,) = told(parse(f"{DEATHS} , trois/NUM/dep/péri , {SAID} ."))
    assert [(r.predicate, r.value) for r in death.rivals] == [("killed", "3")]
    assert death.counts == (("killed", "2"),)


def test_a_figure_of_the_next_sentence_needs_a_verb_of_its_own() -> None:
    counted = "maire/NOUN/nsubj/déplore en/PRON/iobj/déplore déplore/VERB neuf/NUM/obj/déplore ."
    (death,) = told(parse(f"{DEATHS} .", counted))
    assert [r.value for r in death.rivals] == ["9"]


def test_what_counts_nothing_has_no_rival() -> None:
    meeting = "hommes/NOUN/nsubj/rencontrent rencontrent/VERB maire/NOUN/obj/rencontrent"
    (found,) = told(parse(f"{meeting} , trois/NUM/dep/rencontrent , {SAID.replace('péri', 'rencontrent')} ."))
    assert found.rivals == ()
