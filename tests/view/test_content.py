from __future__ import annotations

from dataclasses import replace

import pytest

from kg.graph import to_networkx
from kg.view.content import claim_data, document_data, label_data
from kg.view.messages import load_messages
from kg.vocabulary import load_vocabulary
from tests.samples import sample_knowledge_base


def _marked(subject: str, predicate: str) -> list[tuple[str, str]]:
    claims = claim_data(to_networkx(sample_knowledge_base()))
    claim = next(c for c in claims if (c["subject"], c["predicate"]) == (subject, predicate))
    return [(e["quote"][begin:end], kind) for e in claim["evidence"] for begin, end, kind in e["marks"]]


def test_the_words_that_name_the_event_and_its_participant_are_marked() -> None:
    assert _marked("attack", "agent") == [("Karim Belhaj", "mention"), ("attaque", "trigger")]
    assert _marked("trial", "type") == [("procès", "trigger")]


def test_every_claim_is_on_the_page_once() -> None:
    kb = sample_knowledge_base()
    assert [c["id"] for c in claim_data(to_networkx(kb))] == sorted(c.id for c in kb.claims)


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
    kb = sample_knowledge_base()
    changed = replace(kb, documents=tuple(replace(d, url=url) for d in kb.documents))
    assert document_data(to_networkx(changed))["doc1"]["url"] == (url if kept else None)


def test_labels_come_from_the_ontology() -> None:
    labels = label_data(load_vocabulary(), load_messages("en"), "en")
    assert labels["kinds"]["Person"] == "Person"
    assert labels["kinds"]["Event"] == "Event"
    assert labels["predicates"]["memberOf"] == "member of"
