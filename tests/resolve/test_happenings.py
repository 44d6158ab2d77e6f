"""Events of different documents: what links them, what forbids it, and what humans decide of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from kg.model import (
    Claim,
    DecisionKind,
    Document,
    DocumentFacts,
    Entity,
    EntityType,
    Event,
    EventMention,
    Evidence,
    Factuality,
    KnowledgeBase,
    Link,
    Mention,
    MentionKind,
    Name,
    Span,
    Surrounding,
    Term,
    TermKind,
    make_id,
)  # fmt: skip
from kg.resolve import bind, resolve
from kg.resolve.decisions import Line, Selector

ROLES = {"patient": EntityType.PERSON, "agent": EntityType.ORGANIZATION, "place": EntityType.PLACE}
BELGIUM, FRANCE = Surrounding("iso", "BE", "Belgique", "fr"), Surrounding("iso", "FR", "France", "fr")
LINKS = {"Belgique": Link("iso", "BE", "test"), "Gand": Link("geonames", "1", "test", around=(BELGIUM,))}
LINKS["Lille"] = Link("geonames", "2", "test", around=(FRANCE,))


def told(
    identifier: str, event_class: str = "Arrest", *, day: str | None = None, killed: str | None = None,
    factuality: Factuality = Factuality.ASSERTED, text: str = "", **filled: str,
) -> DocumentFacts:  # fmt: skip
    """A document of one sentence that tells of one event; its id is ``identifier/event``."""
    words = text or f"Fait avec {' et '.join(filled.values())}."
    document = Document(make_id("doc", identifier), identifier, words, "fr", "0" * 64)
    whole = Span(document.id, 0, len(words))
    entities = tuple(_entity(identifier, document, filled[role], ROLES[role]) for role in filled)
    values = [("type", Term(TermKind.EVENT_CLASS, event_class))]
    values += [(role, Term(TermKind.ENTITY, f"{identifier}/{name}")) for role, name in filled.items()]
    values += [("date", Term(TermKind.LITERAL, day, "edtf"))] if day else []
    values += [("killed", Term(TermKind.LITERAL, killed))] if killed else []
    event = f"{identifier}/event"
    evidence = (Evidence.read(document, whole, "fr/test"),)
    claims = tuple(Claim(event, predicate, term, factuality, evidence) for predicate, term in values)
    trigger = EventMention(Span(document.id, 0, 4), words[:4], event_class, whole, "fr/test")
    return DocumentFacts(document, entities, (Event(event, identifier, (trigger,)),), claims)


def _entity(identifier: str, document: Document, name: str, type_: EntityType) -> Entity:
    begin = document.text.index(name)
    mention = Mention(Span(document.id, begin, begin + len(name)), name, MentionKind.NAMED, type_, "fr/test")
    links = (LINKS[name],) if name in LINKS else ()
    return Entity(f"{identifier}/{name}", type_, name, (mention,), (Name(name, "fr"),), links)


def linked(*facts: DocumentFacts) -> set[tuple[str, str]]:
    return {(link.left[0], link.right[0]) for link in resolve(facts).event_links}


def test_day_and_person_link_with_score_and_reason_and_each_document_keeps_its_event() -> None:
    kb = resolve([
        told("a", day="2019-01-21", patient="Jonas Verbruggen"), told("b", day="2019-01-21", patient="Jonas Verbruggen")
    ])  # fmt: skip
    (link,) = kb.event_links
    assert link.score.value == pytest.approx(0.9)
    assert link.score.reason == "both Arrest; the same day (2019-01-21); both with Jonas Verbruggen"
    assert len(kb.events) == 2


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ({"day": "2019-01-21", "place": "Gand"}, {"day": "2019-01-21", "place": "Gand"}, True),
        ({"day": "2019-01-21", "place": "Belgique"}, {"day": "2019-01-21", "place": "Belgique"}, False),  # too little
        ({"patient": "Nadia Bouzerda", "place": "Gand"}, {"patient": "Nadia Bouzerda", "place": "Gand"}, True),
        ({"patient": "Nadia Bouzerda"}, {"patient": "Nadia Bouzerda"}, False),  # may be arrested twice
        ({"day": "2019-01-21", "patient": "Nadia Bouzerda"}, {"day": "2019-01-22", "patient": "Nadia Bouzerda"}, False),
        ({"day": "2019-01-21", "patient": "Nadia Bouzerda"}, {"day": "2019-01", "patient": "Nadia Bouzerda"}, False),
        (
            {"day": "2019-01-21", "patient": "Nadia Bouzerda", "place": "Gand"},
            {"day": "2019-01-21", "patient": "Nadia Bouzerda", "place": "Lille"}, False,
        ),
        (
            {"day": "2019-01-21", "patient": "Nadia Bouzerda", "place": "Gand"},
            {"day": "2019-01-21", "patient": "Nadia Bouzerda", "place": "Belgique"}, True,
        ),
        (
            {"day": "2019-01-21", "patient": "Nadia Bouzerda", "place": "Gand"},
            {"day": "2019-01-21", "patient": "Luc Delporte", "place": "Gand"}, False,
        ),
    ],
)  # fmt: skip
def test_what_two_tellings_share_and_what_forbids(left: dict[str, str], right: dict[str, str], one: bool) -> None:
    assert bool(linked(told("a", **left), told("b", **right))) is one  # type: ignore[arg-type]


def test_a_class_links_to_one_above_it_but_not_to_another_and_a_killer_is_not_the_killed() -> None:
    given = {"day": "2019-01-21", "place": "Gand"}
    shared = {**given, "patient": "Nadia Bouzerda"}
    assert linked(told("a", "Attack", **given), told("b", "Stabbing", **given)) == {("a", "b")}  # type: ignore[arg-type]
    assert not linked(told("a", "Trial", **shared), told("b", "Arrest", **shared))  # type: ignore[arg-type]
    day = {"day": "2019-01-21"}
    killed = told("a", "Killing", **day, patient="État islamique")  # type: ignore[arg-type]
    killer = told("b", "Attack", **day, agent="État islamique")  # type: ignore[arg-type]
    assert not linked(killed, killer)


def test_what_may_be_links_to_nothing_and_of_two_that_match_as_well_neither() -> None:
    given = {"day": "2019-01-21", "patient": "Nadia Bouzerda"}
    hypothetical = told("a", **given, factuality=Factuality.HYPOTHETICAL)
    assert not linked(hypothetical, told("b", **given))  # type: ignore[arg-type]
    twice = told("b", **given)  # type: ignore[arg-type]
    other = replace(twice.events[0], id="b/other")
    claims = tuple(replace(c, subject="b/other") for c in twice.claims)
    twice = replace(twice, events=(*twice.events, other), claims=(*twice.claims, *claims))
    assert not linked(told("a", **given), twice)  # type: ignore[arg-type]


def test_one_sentence_of_two_copies_links_without_date_or_name() -> None:
    left, right = told("a", text="Fait sans nom."), told("b", text="Fait sans nom.")
    copies = [(left.document.id, right.document.id)]
    assert resolve([left, right], copies).event_links[0].score.reason.startswith("told in one sentence of two copies")
    assert not resolve([left, right]).event_links


def decided(kind: DecisionKind, *facts: DocumentFacts, selectors: Sequence[Selector] = ()) -> KnowledgeBase:
    who = tuple(selectors) or tuple(Selector(doc=f.document.identifier, type="Event", quote="Fait") for f in facts)
    return resolve(
        facts, decisions=bind([Line(kind, who, "A. Petit", "2026-01-02", "vu", None, "decisions.yaml:3")], facts)
    )


def test_a_human_links_and_separates_events_by_their_words() -> None:
    apart = told("a", patient="Nadia Bouzerda"), told("b", patient="Nadia Bouzerda")
    kb = decided(DecisionKind.SAME, *apart)
    assert [(li.score.value, li.score.reason) for li in kb.event_links] == [
        (1.0, "decided by A. Petit on 2026-01-02: vu")
    ]
    assert kb.decisions[0].did == ("one happening: a, b",)
    assert set(kb.decisions[0].touched) == {"a/event", "b/event"}
    day = {"day": "2019-01-21", "patient": "Nadia Bouzerda"}
    one = told("a", **day), told("b", **day)  # type: ignore[arg-type]
    kb = decided(DecisionKind.DIFFERENT, *one)
    assert not kb.event_links
    assert kb.decisions[0].did == ("kept apart: a, b",)
    assert not kb.decisions[0].problem


def test_a_decision_that_events_do_not_know_says_so() -> None:
    facts = told("a", patient="Nadia Bouzerda"), told("b", patient="Nadia Bouzerda")
    assert "events are only the same or different" in decided(DecisionKind.SPLIT, *facts).decisions[0].problem
    wrong = (Selector(doc="a", type="Event", quote="Rien"), Selector(id="b/event"))
    assert "names nothing that was read" in decided(DecisionKind.SAME, *facts, selectors=wrong).decisions[0].problem
