"""A corpus resolved: who becomes one, who must not, and what does not matter to it."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import DocumentFacts, KnowledgeBase, Link, make_id
from kg.resolve import resolve, uncertain_pairs
from tests.resolve.builders import Told, body, facts, person, place

#: a case that two articles tell
CASE = (person("Nadia Bouzerda"), person("Luc Delporte"), body("cellule Horizon"), place("Tihange"))


def groups(kb: KnowledgeBase) -> set[frozenset[str]]:
    return {frozenset(e.referents) for e in kb.entities}


def together(kb: KnowledgeBase, *ids: str) -> bool:
    return any(set(ids) <= group for group in groups(kb))


def pair(left: Told, right: Told, **days: str) -> KnowledgeBase:
    return resolve([facts("a.txt", left, day=days.get("a")), facts("b.txt", right, day=days.get("b"))])


def test_spellings_of_one_name_become_one_entity_with_all_its_names() -> None:
    kb = pair(person("Mohamed Kerroumi", "Kerroumi"), person("Mohammed El Kerroumi"))
    (entity,) = kb.entities
    assert {n.text for n in entity.names} == {"Mohamed Kerroumi", "Kerroumi", "Mohammed El Kerroumi"}
    assert len(entity.mentions) == 3
    assert kb.merges[0].score.value == pytest.approx(0.94)
    assert "spellings of one name" in kb.merges[0].score.reason


def test_a_shared_family_name_brings_nobody_together() -> None:
    assert len(pair(person("Rachid Bekkali"), person("Bekkali")).entities) == 2
    assert len(pair(person("Rachid Bekkali"), person("Salim Bekkali")).entities) == 2
    assert len(pair(person("Bekkali"), person("Bekkali")).entities) == 2


@pytest.mark.parametrize(("a", "b"), [("2015-03-01", "2016-03-01"), ("2020-01-01", "2020-01-01")])
def test_ages_that_the_dates_do_not_allow_forbid(a: str, b: str) -> None:
    assert len(pair(person("Salim Bekkali", age=24), person("Salim Bekkali", age=51), a=a, b=b).entities) == 2


def test_ages_that_the_dates_allow_do_not() -> None:
    kb = pair(person("Salim Bekkali", age=24), person("Salim Bekkali", age=29), a="2015-03-01", b="2020-01-01")
    assert len(kb.entities) == 1


def test_a_man_and_a_woman_of_one_name_are_two() -> None:
    assert len(pair(person("Claude Renson", gender="m"), person("Claude Renson", gender="f")).entities) == 2


def test_the_first_name_decides_where_the_text_is_wrong() -> None:
    assert len(pair(person("Rachid Bekkali", gender="f"), person("Rachid Bekkali", gender="m")).entities) == 1


def test_two_persons_that_one_document_names_apart_stay_two() -> None:
    both = facts("a.txt", person("Mohamed Kerroumi"), person("Mohammed Kerroumi"))
    kb = resolve([both, facts("b.txt", person("Mohammed Kerroumi"))])
    assert len(kb.entities) == 2
    assert together(kb, "a.txt/Mohammed Kerroumi", "b.txt/Mohammed Kerroumi")


def test_namesakes_that_contradict_each_other_gather_their_own() -> None:
    ages = {"a": 20, "b": 60, "c": 21, "d": 61}
    kb = resolve([facts(k, person("Salim Bekkali", age=v), day="2020-01-01") for k, v in ages.items()])
    assert groups(kb) == {frozenset(f"{k}/Salim Bekkali" for k in ks) for ks in ("ac", "bd")}


def test_initials_become_the_only_full_name_that_fits_if_the_company_agrees() -> None:
    told = [facts("a.txt", person("Tarik Hamdaoui"), *CASE), facts("b.txt", person("Tarik H."), *CASE)]
    assert together(resolve(told), "a.txt/Tarik Hamdaoui", "b.txt/Tarik H.")
    assert "company" in next(m.score.reason for m in resolve(told).merges if "Tarik" in m.left)


def test_initials_without_company_are_a_question() -> None:
    told = [facts("a.txt", person("Tarik Hamdaoui")), facts("b.txt", person("T. H."))]
    assert len(resolve(told).entities) == 2
    (asked,) = uncertain_pairs(told)
    assert {asked.left, asked.right} == {"a.txt/Tarik Hamdaoui", "b.txt/T. H."}


def test_initials_that_fit_two_are_a_question() -> None:
    told = [
        facts("a.txt", person("Tarik Hamdaoui"), *CASE), facts("b.txt", person("Tarik H."), *CASE),
        facts("c.txt", person("Tarik Hennouni"), *CASE),
    ]  # fmt: skip
    assert not any("Tarik" in m.left for m in resolve(told).merges)
    assert len([p for p in uncertain_pairs(told) if "Tarik H." in p.left + p.right]) == 2


def test_letters_of_letters_follow_the_full_name() -> None:
    names = ("Tarik Hamdaoui", "Tarik H.", "T. H.")
    told = [facts(f"{i}.txt", person(name), *CASE) for i, name in enumerate(names)]
    assert together(resolve(told), *(f"{i}.txt/{name}" for i, name in enumerate(names)))


def test_a_lone_name_in_the_same_company_is_a_question_and_no_answer() -> None:
    told = [facts("a.txt", person("Tarik Hamdaoui", age=31), *CASE), facts("b.txt", person("Hamdaoui", age=31), *CASE)]
    assert not together(resolve(told), "a.txt/Tarik Hamdaoui", "b.txt/Hamdaoui")
    assert any("Hamdaoui" in p.left and "Hamdaoui" in p.right for p in uncertain_pairs(told))


def test_a_body_that_every_country_has_is_the_same_only_where_the_country_is() -> None:
    name = "ministère de l'Intérieur"
    told = [facts(f"{i}.txt", body(name), place(c, c)) for i, c in enumerate(("BE", "BE", "MA"))]
    kb = resolve(told)
    assert together(kb, f"0.txt/{name}", f"1.txt/{name}")
    assert not together(kb, f"0.txt/{name}", f"2.txt/{name}")


def test_an_entry_of_an_authority_file_joins_and_parts() -> None:
    assert len(pair(body("Daesh", link="ei"), body("groupe Etat islamique", link="ei")).entities) == 1
    assert len(pair(body("PS", link="ps-be"), body("PS", link="ps-fr")).entities) == 2


def test_an_acronym_joins_the_only_long_name_that_it_opens() -> None:
    long = ("Office central de vérification rurale", "Organe de coordination des villages ruraux")
    one = [facts("a", body(long[0])), facts("b", body("OCVR"))]
    assert together(resolve(one), f"a/{long[0]}", "b/OCVR")
    assert not together(resolve([*one, facts("c", body(long[1]))]), f"a/{long[0]}", "b/OCVR")


def test_ids_are_unique_and_do_not_depend_on_other_documents() -> None:
    ps = [
        facts(i, replace(place("Mons"), links=(Link("geonames", n, ""),)), person("Nadia Bouzerda"))
        for i, n in ("ax", "by")
    ]
    ids = {e.id for e in resolve(ps).entities}
    assert len(ids) == 3
    alone = {e.id for e in resolve(ps[:1]).entities}
    assert {make_id("entity", "Place", "geonames", "x")} <= ids & alone


corpora = st.lists(
    st.lists(
        st.sampled_from(
            ["Tarik Hamdaoui", "Tarik H.", "T. H.", "Hamdaoui", "Tarek El Hamdaoui", "Nadia Bouzerda", "Nadya Bouzerda",
             "Bouzerda Nadia", "Abou Talha", "Tarik Hennouni"]
        ), min_size=1, max_size=4, unique=True,
    ), min_size=2, max_size=6,
)  # fmt: skip


@given(corpora, st.randoms(use_true_random=False))
def test_the_order_of_documents_does_not_matter(corpus: list[list[str]], random: Random) -> None:
    told = [facts(f"{i}.txt", *(person(n) for n in names), place("Tihange")) for i, names in enumerate(corpus)]
    kb = resolve(told)
    mixed = list(told)
    random.shuffle(mixed)
    assert resolve(mixed) == kb
    assert uncertain_pairs(mixed) == uncertain_pairs(told)


@given(corpora)
def test_every_entity_comes_from_somewhere_and_once(corpus: list[list[str]]) -> None:
    told = [facts(f"{i}.txt", *(person(n) for n in names)) for i, names in enumerate(corpus)]
    kb = resolve(told)
    assert sorted(r for e in kb.entities for r in e.referents) == sorted(e.id for f in told for e in f.entities)
    assert len({e.id for e in kb.entities}) == len(kb.entities)
    assert len(kb.merges) == sum(len(e.referents) - 1 for e in kb.entities)
    for entity in kb.entities:
        docs = [r.split("/")[0] for r in entity.referents]
        assert len(docs) == len(set(docs)), "two that one document names apart became one"


def _doc_id(f: DocumentFacts) -> str:
    return f.document.id


@pytest.mark.parametrize(
    ("copies", "independent"),
    [([], 4), ([(0, 1)], 3), ([(0, 1), (1, 2)], 2), ([(0, 1, 2, 3)], 1), ([(2, 3), (0, 1)], 2)],
    ids=["none", "one copy", "a copy of a copy", "all", "two groups"],
)  # fmt: skip
def test_sources_that_copy_each_other_count_once(copies: list[tuple[int, ...]], independent: int) -> None:
    told = [facts(f"{i}.txt", person("Salim Bekkali", age=24)) for i in range(4)]
    kb = resolve(told, [tuple(_doc_id(told[i]) for i in group) for group in copies])
    (claim,) = kb.claims
    assert len(claim.evidence) == 4
    assert claim.independent_sources == independent


def test_a_copy_counts_only_where_it_tells() -> None:
    told = [
        facts("0.txt", person("Salim Bekkali", age=24)),
        facts("1.txt", person("Salim Bekkali")),
        facts("2.txt", person("Salim Bekkali", age=24)),
    ]
    (claim,) = resolve(told, [(_doc_id(told[0]), _doc_id(told[1]))]).claims
    assert claim.independent_sources == 2
