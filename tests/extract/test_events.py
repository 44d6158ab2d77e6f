from collections.abc import Mapping

import pytest

from kg.extract.events import EventReader, FoundEvent
from kg.extract.parsed import Doc
from kg.extract.triggers import build_index
from kg.model import EntityType, Factuality
from kg.vocabulary import EventClass
from tests.extract.docs import (
    GROUP,
    ORGANIZATION,
    PERSON,
    PLACE,
    Cast,
    event_class,
    french,
    parse,
    reading,
    trigger,
    vocabulary,
    word,
)

ARREST = event_class(
    "Arrest", trigger("arrêter", "verb"), trigger("arrestation", "noun"), trigger("perquisition", "noun",
    roles={"par": "agent"}),
    homes="patient",
)  # fmt: skip
ATTACK = event_class(
    "Attack", trigger("attaquer", "verb", "Attack"), trigger("fermer", "verb", "Attack"),
    trigger("attaque", "noun", "Attack", roles={"de": "agent", "contre": "patient", "avec": "participant",
    "à": "patient"}),
    trigger("séjour", "noun", "Attack", roles={"possessive": "agent"}),
)  # fmt: skip
TYPES: Mapping[str, EntityType] = {
    "X": PERSON, "Y": PERSON, "Z": PERSON, "police": ORGANIZATION, "hommes": GROUP, "auteur": PERSON,
    "victimes": GROUP,
    "Mons": PLACE, "l'": PERSON, "son": PERSON,
}  # fmt: skip


def read(
    doc: Doc,
    *classes: EventClass,
    lists: Mapping[int, tuple[int, ...]] | None = None,
    blocked: frozenset[int] = frozenset(),
) -> list[FoundEvent]:
    syntax, ontology = french(), vocabulary(*(classes or (ARREST, ATTACK)))
    reader = EventReader(ontology, build_index(ontology, syntax.profile), syntax, Cast(TYPES).owner, blocked, lists)
    return list(reader.read(reading(doc)))


def roles(doc: Doc, lists: Mapping[int, tuple[int, ...]] | None = None) -> set[tuple[str, str]]:
    """Roles of the only event."""
    (event,) = read(doc, lists=lists)
    return {(r.role, r.cluster.label) for r in event.roles}


CASES = {
    "active": ("police/NOUN/nsubj/arrête arrête/VERB X/PROPN/obj/arrête", {("agent", "police"), ("patient", "X")}),
    "passive": (
        "X/PROPN/nsubj:pass/arrêté est/AUX/aux:pass/arrêté arrêté/VERB par/ADP/case/police"
        " police/NOUN/obl:agent/arrêté",
        {("agent", "police"), ("patient", "X")},
    ),
    "clitic": ("police/NOUN/nsubj/arrête l'/PRON/obj/arrête arrête/VERB", {("agent", "police"), ("patient", "l'")}),
    "place": ("X/PROPN/nsubj:pass/arrêté est/AUX/aux:pass/arrêté arrêté/VERB à/ADP/case/Mons"
        " Mons/PROPN/obl:mod/arrêté", {("patient", "X"), ("place", "Mons")}),
    "genitive of a noun": ("arrestation/NOUN de/ADP/case/X X/PROPN/nmod/arrestation", {("patient", "X")}),
    "possessive": ("son/DET/det/arrestation arrestation/NOUN", {("patient", "son")}),
    "place as genitive of a noun": ("arrestation/NOUN de/ADP/case/Mons"
        " Mons/PROPN/nmod/arrestation", {("place", "Mons")}),
    "relative with où": (
        "Mons/PROPN où/PRON/obl:mod/arrêté X/PROPN/nsubj:pass/arrêté est/AUX/aux:pass/arrêté"
        " arrêté/VERB/acl:relcl/Mons",
        {("patient", "X"), ("place", "Mons")},
    ),
    "light verb": (
        "police/NOUN/nsubj/mené a/AUX/aux:tense/mené mené/VERB une/DET/det/perquisition"
        " perquisition/NOUN/obj/mené", {("agent", "police")},
    ),
    "light verb with preposition": (
        "X/PROPN/nsubj/procédé a/AUX/aux:tense/procédé procédé/VERB à/ADP/case/perquisition une/DET/det/perquisition"
        " perquisition/NOUN/obl:arg/procédé", {("agent", "X")},
    ),
    "light verb in the passive": (
        "une/DET/det/perquisition perquisition/NOUN/nsubj:pass/menée est/AUX/aux:pass/menée menée/VERB"
        " par/ADP/case/police"
        " police/NOUN/obl:agent/menée", {("agent", "police")},
    ),
    "light verb of undergoing": (
        "X/PROPN/nsubj/subi a/AUX/aux:tense/subi subi/VERB une/DET/det/attaque"
        " attaque/NOUN/obj/subi", {("patient", "X")},
    ),
    "participle of a light verb": (
        "perquisition/NOUN menée/VERB/acl/perquisition par/ADP/case/police"
        " police/NOUN/obl:agent/menée", {("agent", "police")},
    ),
    "home of somebody": (
        "perquisition/NOUN au/ADP/case/domicile domicile/NOUN/nmod/perquisition de/ADP/case/X"
        " X/PROPN/nmod/domicile", {("patient", "X")},
    ),
    "home with a possessive": (
        "perquisition/NOUN à/ADP/case/domicile son/DET/det/domicile"
        " domicile/NOUN/nmod/perquisition", {("patient", "son")},
    ),
    "home in a participle": (
        "perquisition/NOUN menée/VERB/acl/perquisition au/ADP/case/domicile domicile/NOUN/obl:mod/menée de/ADP/case/X"
        " X/PROPN/nmod/domicile", {("patient", "X")},
    ),
    "presence of somebody": (
        "attaque/NOUN en/ADP/case/présence présence/NOUN/nmod/attaque de/ADP/case/Y"
        " Y/PROPN/nmod/présence", {("participant", "Y")},
    ),
    "complement of the supporting verb": (
        "une/DET/det/attaque attaque/NOUN/nsubj:pass/organisée a/AUX/aux:tense/organisée"
        " été/AUX/aux:pass/organisée organisée/VERB"
        " avec/ADP/case/Y Y/PROPN/obl:mod/organisée", {("participant", "Y")},
    ),
    "author": ("l'auteur/X/dep/auteur auteur/NOUN de/ADP/case/attaque l'/DET/det/attaque"
        " attaque/NOUN/nmod/auteur", {("agent", "auteur")}),
    "victims": ("victimes/NOUN de/ADP/case/attaque l'/DET/det/attaque"
        " attaque/NOUN/nmod/victimes", {("patient", "victimes")}),
    "participation by a verb": (
        "X/PROPN/nsubj/participé a/AUX/aux:tense/participé participé/VERB à/ADP/case/attaque l'/DET/det/attaque"
        " attaque/NOUN/obl:arg/participé", {("agent", "X")},
    ),
    "participation by a noun": (
        "X/PROPN/nsubj/eu aurait/AUX/aux:tense/eu eu/VERB un/DET/det/rôle rôle/NOUN/obj/eu dans/ADP/case/attaque"
        " l'/DET/det/attaque"
        " attaque/NOUN/nmod/rôle", {("agent", "X")},
    ),
    "implied subject after a stay": (
        "X/PROPN/nsubj/parti est/AUX/aux:tense/parti parti/VERB après/ADP/case/séjour un/DET/det/séjour"
        " séjour/NOUN/obl:mod/parti",
        {("agent", "X")},
    ),
    "no implied subject where the noun names one": (
        "X/PROPN/nsubj/parti est/AUX/aux:tense/parti parti/VERB après/ADP/case/séjour le/DET/det/séjour"
        " séjour/NOUN/obl:mod/parti"
        " de/ADP/case/Y Y/PROPN/nmod/séjour", set(),
    ),
    "subject that the parser lost": (
        "X/PROPN/dep/arrêté affaire/NOUN/nsubj:pass/arrêté est/AUX/aux:pass/arrêté arrêté/VERB", {("patient", "X")},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("table", "expected"), list(CASES.values()), ids=list(CASES))
def test_roles(table: str, expected: set[tuple[str, str]]) -> None:
    assert roles(parse(table)) == expected


def test_a_list_shares_its_role() -> None:
    doc = parse(
        "police/NOUN/nsubj/arrête arrête/VERB X/PROPN/obj/arrête ,/PUNCT/punct/arrête Y/PROPN/dep/arrête"
        " Z/PROPN/dep/arrête"
    )
    heads = tuple(word(doc, form).i for form in "XYZ")
    assert {c for r, c in roles(doc, dict.fromkeys(heads, heads)) if r == "patient"} == {"X", "Y", "Z"}


def test_a_part_told_in_the_conditional_is_alleged() -> None:
    (event,) = read(parse(CASES["participation by a noun"][0]))
    assert [r.factuality for r in event.roles] == [Factuality.ALLEGED]


@pytest.mark.parametrize("verb", ["impliqué", "mêlé"])
def test_being_involved_is_alleged(verb: str) -> None:
    doc = parse(
        f"X/PROPN/nsubj:pass/{verb} est/AUX/aux:pass/{verb} {verb}/VERB dans/ADP/case/attaque l'/DET/det/attaque"
        f" attaque/NOUN/obl:mod/{verb}"
    )
    (event,) = read(doc)
    assert [(r.role, r.factuality) for r in event.roles] == [("agent", Factuality.ALLEGED)]


def test_a_presumed_author_is_alleged() -> None:
    doc = parse("auteur/NOUN présumé/ADJ/amod/auteur de/ADP/case/attaque l'/DET/det/attaque attaque/NOUN/nmod/auteur")
    (event,) = read(doc)
    assert [(r.role, r.factuality) for r in event.roles] == [("agent", Factuality.ALLEGED)]


def test_an_argument_that_an_entry_needs() -> None:
    entry = trigger("arrêter", "verb", needs={"object": ("Person",)})
    assert read(parse("police/NOUN/nsubj/arrête arrête/VERB X/PROPN/obj/arrête"), event_class("Arrest", entry))
    assert not read(parse("police/NOUN/nsubj/arrête arrête/VERB Mons/PROPN/obj/arrête"), event_class("Arrest", entry))
    assert not read(parse("police/NOUN/nsubj/arrête arrête/VERB"), event_class("Arrest", entry))


def test_a_word_that_an_entry_wants() -> None:
    entry = trigger("arrêter", "verb", words={"subject": frozenset({"police"})})
    assert read(parse("police/NOUN/nsubj/arrête arrête/VERB"), event_class("Arrest", entry))
    assert not read(parse("grève/NOUN/nsubj/arrête arrête/VERB"), event_class("Arrest", entry))


def test_a_weak_entry_needs_a_role_besides_the_place() -> None:
    entry = trigger("arrêter", "verb", score=0.4)
    assert read(parse("arrête/VERB X/PROPN/obj/arrête"), event_class("Arrest", entry))
    assert not read(parse("arrête/VERB à/ADP/case/Mons Mons/PROPN/obl:mod/arrête"), event_class("Arrest", entry))


def test_a_word_inside_a_name_names_no_event() -> None:
    doc = parse("arrestation/NOUN de/ADP/case/X X/PROPN/nmod/arrestation")
    assert read(doc, blocked=frozenset({0})) == []


def test_a_means_makes_the_class_more_specific() -> None:
    stabbing = event_class("Stabbing", parent="Attack", means={"fr": ("couteau",)})
    doc = parse(
        "X/PROPN/nsubj/attaqué a/AUX/aux:tense/attaqué attaqué/VERB Y/PROPN/obj/attaqué au/ADP/case/couteau"
        " couteau/NOUN/obl:mod/attaqué"
    )
    assert [e.event_class for e in read(doc, ATTACK, stabbing)] == ["Stabbing"]
    assert [e.event_class for e in read(doc, ATTACK)] == ["Attack"]


def test_the_status_that_an_entry_gives() -> None:
    entry = trigger("arrestation", "noun", factuality="Planned")
    (event,) = read(parse("arrestation/NOUN de/ADP/case/X X/PROPN/nmod/arrestation"), event_class("Arrest", entry))
    assert (event.factuality, event.rule) == (Factuality.PLANNED, "fr/events.noun")
