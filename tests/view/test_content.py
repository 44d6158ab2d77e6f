from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kg.model import KnowledgeBase
from kg.view.content import label_data, web_link
from kg.view.messages import load_messages
from kg.vocabulary import load_vocabulary
from tests.samples import sample_knowledge_base
from tests.view.corpus import HOSTILE, hostile_knowledge_base
from tests.view.pages import page_data, render

KB = sample_knowledge_base()
DATA = page_data(render(KB))


def _quote(data: dict[str, Any], sentence: int) -> str:
    table = data["sentences"]
    text: str = data["documents"]["text"][table["document"][sentence]]
    return text[table["begin"][sentence] : table["end"][sentence]]


def _marked(subject: str, predicate: str) -> set[tuple[str, str]]:
    claims, nodes = DATA["claims"], DATA["nodes"]["id"]
    row = next(
        i for i, p in enumerate(claims["predicate"]) if p == predicate and nodes[claims["subject"][i]] == subject
    )
    return {
        (_quote(DATA, sentence)[begin:end], nodes[node])
        for sentence in claims["evidence"][row]
        for begin, end, node in DATA["sentences"]["marks"][sentence]
    }


def test_the_words_that_name_the_event_and_its_participant_are_marked() -> None:
    assert {("Karim Belhaj", "karim"), ("attaque", "attack")} <= _marked("attack", "agent")
    assert ("procès", "trial") in _marked("trial", "type")


def test_every_claim_is_on_the_page_once_with_its_quote() -> None:
    assert DATA["claims"]["id"] == sorted(c.id for c in KB.claims)
    quotes = {c.id: sorted(e.quote for e in c.evidence) for c in KB.claims}
    for id_, evidence in zip(DATA["claims"]["id"], DATA["claims"]["evidence"], strict=True):
        assert sorted(_quote(DATA, sentence) for sentence in evidence) == quotes[id_]


def test_the_most_central_node_comes_first() -> None:
    assert DATA["nodes"]["id"][0] == "karim"
    assert len(set(DATA["nodes"]["id"])) == len(KB.entities) + len(KB.events)


def test_merges_and_copies_name_rows_of_the_page() -> None:
    nodes = DATA["nodes"]["id"]
    assert {nodes[i] for i in DATA["merges"]["node"]} == {m.id for m in KB.merges}
    copied = replace(KB, copies=(("doc1", "doc2"),))
    assert page_data(render(copied))["copies"] == [[0, 1]]


def test_a_comparison_of_a_thing_with_itself_explains_nothing() -> None:
    idle = tuple(replace(m, right=m.left) for m in KB.merges)
    assert page_data(render(replace(KB, merges=idle)))["merges"]["node"] == []


def test_above_a_size_the_page_keeps_the_sentences_and_leaves_the_texts_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.view.content.TEXTS", 10)
    data = page_data(render(KB))
    assert set(data["documents"]["text"]) == {None}
    quotes = {e.quote for c in KB.claims for e in c.evidence}
    assert set(data["sentences"]["quote"]) == quotes


def test_every_hostile_text_is_there_unchanged() -> None:
    nodes = page_data(render(hostile_knowledge_base()))["nodes"]
    assert set(HOSTILE.values()) <= set(nodes["label"])


def test_nothing_known_gives_empty_tables() -> None:
    data = page_data(render(KnowledgeBase(())))
    assert data["nodes"]["id"] == data["claims"]["id"] == data["edges"]["from"] == []


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://journal.example/a", True),
        ("http://journal.example/a", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("data:text/html,x", False),
        ("http://[broken", False),
        (None, False),
    ],
)
def test_only_links_to_the_web_are_kept(url: str | None, kept: bool) -> None:
    assert web_link(url) == (url if kept else None)


def test_labels_come_from_the_ontology() -> None:
    labels = label_data(load_vocabulary(), load_messages("en"), "en")
    assert labels["kinds"]["Person"] == "Person"
    assert labels["kinds"]["Event"] == "Event"
    assert labels["predicates"]["memberOf"] == "member of"
