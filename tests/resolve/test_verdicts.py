"""What humans decide is done, or it is said why not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from kg.model import Claim, Decision, DecisionKind, DocumentFacts, EntityType, KnowledgeBase, Term, TermKind
from kg.resolve import Line, Selector, bind, resolve, uncertain_pairs
from tests.resolve.builders import Told, body, facts, person, place
from tests.resolve.test_corpus import together

A, B = "a.txt/Nadia Bouzerda", "b.txt/Nadia Bouzerda"
TOLD = [
    facts("a.txt", person("Nadia Bouzerda", age=41, events=["Arrest"]), person("Rabat")),
    facts("b.txt", person("Nadia Bouzerda", age=41), person("N. B.")),
    facts("c.txt", person("Bouzerda"), place("Rabat")),
]


def decide(*lines: Line, told: Sequence[DocumentFacts] = TOLD) -> KnowledgeBase:
    return resolve(told, decisions=bind(lines, told))


def line(kind: str, *who: Selector, value: str | None = None, when: str = "2024-01-15", where: str = "f:1") -> Line:
    return Line(DecisionKind(kind), who, "analyst", when, "because", value, where)


def at(doc: str, name: str) -> Selector:
    return Selector(doc=doc, name=name)


def test_same_brings_together_what_the_program_would_not() -> None:
    kb = decide(line("same", at("a.txt", "NADIA BOUZERDA"), at("c.txt", "Bouzerda")))
    assert together(kb, A, B, "c.txt/Bouzerda")
    (decision,) = kb.decisions
    (entity,) = [e for e in kb.entities if A in e.referents]
    assert decision.did == ("brought together: Nadia Bouzerda",)
    assert decision.touched == (entity.id,)
    assert not decision.problem
    assert any("decided by analyst on 2024-01-15: because" in m.score.reason for m in kb.merges)


def test_different_keeps_apart_what_the_program_would_join() -> None:
    kb = decide(line("different", at("a.txt", "Nadia Bouzerda"), at("b.txt", "Nadia Bouzerda")))
    assert not together(kb, A, B)
    assert kb.decisions[0].did == ("kept apart: Nadia Bouzerda, Nadia Bouzerda",)


def test_split_takes_one_out() -> None:
    told = [facts(f"{k}.txt", person("Nadia Bouzerda")) for k in "abc"]
    kb = decide(line("split", at("b.txt", "Nadia Bouzerda")), told=told)
    assert together(kb, A, "c.txt/Nadia Bouzerda")
    assert not together(kb, A, B)
    assert kb.decisions[0].did == ("taken out: Nadia Bouzerda",)


def test_a_name_without_a_document_is_meant_in_all() -> None:
    kb = decide(line("name", Selector(name="Nadia Bouzerda"), value="N. Bouzerda"))
    (entity,) = [e for e in kb.entities if A in e.referents]
    assert entity.label == "N. Bouzerda"
    assert "N. Bouzerda" in {n.text for n in entity.names}


def test_the_later_of_two_names_counts_and_the_other_is_reported() -> None:
    one = line("name", at("a.txt", "Nadia Bouzerda"), value="X", when="2024-02-01", where="f:1")
    two = line("name", at("b.txt", "Nadia Bouzerda"), value="Y", when="2024-01-01", where="f:9")
    kb = decide(one, two)
    assert {e.label for e in kb.entities if A in e.referents} == {"X"}
    assert kb.decisions[1].problem == "overruled by f:1, which is later"


def test_a_type_changes_the_entity_and_what_may_be_said_of_it() -> None:
    told = [facts("a.txt", Told(("Rabat",), age=41, events=["Arrest"], gender="m"))]
    kb = decide(line("type", at("a.txt", "Rabat"), value="Place"), told=told)
    (entity,) = kb.entities
    assert entity.type is EntityType.PLACE
    assert {m.type for m in entity.mentions} == {EntityType.PLACE}
    assert not [c for c in kb.claims if c.predicate == "age"]
    assert "Rabat: Person became Place" in kb.decisions[0].did
    assert any(effect.startswith("rejected: Rabat age 41 (Asserted): ") for effect in kb.decisions[0].did)


def test_a_type_lets_it_become_one_with_others_of_the_type() -> None:
    kb = decide(line("type", at("a.txt", "Rabat"), value="Place"))
    assert together(kb, "a.txt/Rabat", "c.txt/Rabat")


def test_a_claim_is_rejected_where_it_is_quoted_and_stays_where_others_tell_it() -> None:
    reject = Selector(doc="a.txt", quote="Nadia Bouzerda est là.", predicate="age")
    kb = decide(line("reject", reject))
    (claim,) = [c for c in kb.claims if c.predicate == "age"]
    assert {e.span.doc_id for e in claim.evidence} == {TOLD[1].document.id}
    (effect,) = kb.decisions[0].did
    assert effect == "rejected: Nadia Bouzerda age 41 (Asserted): Nadia Bouzerda est là."


def test_a_claim_of_the_corpus_is_rejected_by_its_id() -> None:
    (claim,) = [c for c in decide().claims if c.predicate == "age"]
    kb = decide(line("reject", Selector(id=claim.id)))
    assert claim.id not in {c.id for c in kb.claims}
    assert kb.decisions[0].did
    assert not kb.decisions[0].problem


@pytest.mark.parametrize(
    ("broken", "problem"),
    [
        (line("same", at("z.txt", "X"), at("a.txt", "Rabat")), "no document is called z.txt"),
        (line("same", at("a.txt", "Nobody"), at("a.txt", "Rabat")), "names nothing that was read"),
        (line("split", Selector(id="gone")), "no entity of any document has id gone"),
        (line("reject", Selector(id="gone")), "no claim has id gone"),
        (line("reject", Selector(doc="a.txt", quote="never said")), "no claim rests on these words"),
        (line("reject", at("a.txt", "Rabat")), "rejected by its id or by doc, quote and predicate"),
    ],
)
def test_what_no_longer_applies_says_so_and_is_kept(broken: Line, problem: str) -> None:
    kb = decide(broken)
    assert problem in kb.decisions[0].problem
    assert kb.decisions[0].where == "f:1"
    assert [e.id for e in kb.entities] == [e.id for e in decide().entities]


def test_a_name_that_two_bear_in_one_document_must_be_narrowed() -> None:
    told = [facts("a.txt", person("Rabat"), Told(("Rabat",), EntityType.PLACE, id="a.txt/town"))]
    vague = decide(line("split", at("a.txt", "Rabat")), told=told)
    assert "say which by type, quote or id" in vague.decisions[0].problem
    clear = decide(line("split", Selector(doc="a.txt", name="Rabat", type="Place")), told=told)
    assert clear.decisions[0].ids == ("a.txt/town",)
    where = told[0].entities[1].mentions[0].span.begin
    placed = decide(line("split", Selector(doc="a.txt", quote="Rabat", at=where)), told=told)
    assert placed.decisions[0].ids == ("a.txt/town",)


def test_decisions_that_contradict_each_other_are_reported() -> None:
    who = at("a.txt", "Nadia Bouzerda"), at("c.txt", "Bouzerda")
    kb = decide(line("same", *who), line("different", *who, where="f:2"))
    assert not together(kb, A, "c.txt/Bouzerda")
    assert kb.decisions[0].problem == "Nadia Bouzerda and Bouzerda stay apart: decided to be different"
    assert not kb.decisions[1].problem


def test_two_types_cannot_be_one() -> None:
    kb = decide(line("same", at("a.txt", "Rabat"), at("c.txt", "Rabat")))
    assert "one is a Person, the other a Place" in kb.decisions[0].problem


def test_decisions_survive_edits_of_other_documents() -> None:
    lines = [line("different", at("a.txt", "Nadia Bouzerda"), at("b.txt", "Nadia Bouzerda"))]
    more = [facts("0.txt", body("Horizon"), person("Nadia Bouzerda")), *TOLD[:2]]
    kb = decide(*lines, told=more)
    assert not together(kb, A, B)
    assert not kb.decisions[0].problem


def test_a_pair_that_was_decided_is_not_asked_again() -> None:
    told = [facts("a.txt", person("Nadia Bouzerda")), facts("b.txt", person("N. B."))]
    assert len(uncertain_pairs(told)) == 1
    for kind in ("same", "different"):
        lines = [line(kind, at("a.txt", "Nadia Bouzerda"), at("b.txt", "N. B."))]
        assert uncertain_pairs(told, bind(lines, told)) == ()


def test_a_decision_given_by_ids_is_applied_as_well() -> None:
    given = Decision(DecisionKind.SAME, (A, "c.txt/Bouzerda"), "analyst", "2024-01-15")
    assert together(resolve(TOLD, decisions=[given]), A, "c.txt/Bouzerda")


def test_an_event_role_that_the_new_type_cannot_fill_goes_with_a_trace() -> None:
    (told,) = [facts("a.txt", person("Horizon", events=["Arrest"]))]
    event = told.events[0].id
    place_claim = Claim(
        event, "place", Term(TermKind.ENTITY, "a.txt/Horizon"), told.claims[0].factuality, told.claims[0].evidence
    )
    kb = decide(
        line("type", at("a.txt", "Horizon"), value="Organization"),
        told=[replace(told, claims=(*told.claims, place_claim))],
    )
    assert not [c for c in kb.claims if c.predicate == "place"]
    assert any(" place Horizon" in effect for effect in kb.decisions[0].did)
