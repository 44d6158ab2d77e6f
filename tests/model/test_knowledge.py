from dataclasses import replace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Document, DocumentFacts, Entity, EntityType, KnowledgeBase, Mention, MentionKind, Name, Span
from tests.samples import sample_facts, sample_knowledge_base

FIRST, SECOND = sample_facts()


@pytest.mark.parametrize("facts", [FIRST, SECOND], ids=["first", "second"])
def test_facts_survive_json(facts: DocumentFacts) -> None:
    assert msgspec.json.decode(msgspec.json.encode(facts), type=DocumentFacts) == facts


def test_a_knowledge_base_survives_json() -> None:
    knowledge = sample_knowledge_base()
    assert msgspec.json.decode(msgspec.json.encode(knowledge), type=KnowledgeBase) == knowledge


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.data())
def test_any_text_survives_json_with_its_mentions(text: str, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(text) - 1))
    span = Span("d", begin, data.draw(st.integers(begin + 1, len(text))))
    words = text[span.begin : span.end]
    mention = Mention(span, words, MentionKind.NAMED, EntityType.PERSON, "fr/test")
    entity = Entity("e", EntityType.PERSON, words, (mention,), (Name(words, "fr"),))
    facts = DocumentFacts(Document("d", "d.txt", text, "fr", ""), (entity,))
    assert msgspec.json.decode(msgspec.json.encode(facts), type=DocumentFacts) == facts


def test_json_of_facts_whose_quotes_are_not_the_text_is_refused() -> None:
    broken = msgspec.json.encode(FIRST).replace(b"Karim Belhaj", b"Karim Belhaz", 1)
    with pytest.raises(msgspec.ValidationError, match="is not the text"):
        msgspec.json.decode(broken, type=DocumentFacts)


def test_a_mention_that_is_not_the_text_is_refused() -> None:
    entity = FIRST.entities[0]
    wrong = replace(entity, mentions=(replace(entity.mentions[0], text="?" * len(entity.mentions[0].text)),))
    with pytest.raises(ValueError, match="is not the text"):
        replace(FIRST, entities=(wrong, *FIRST.entities[1:]))


def test_a_trigger_that_is_not_the_text_is_refused() -> None:
    event = FIRST.events[0]
    wrong = replace(event, mentions=(replace(event.mentions[0], text="?"),))
    with pytest.raises(ValueError, match="is not the text"):
        replace(FIRST, events=(wrong, *FIRST.events[1:]))


def test_a_claim_about_nobody_known_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown nobody"):
        replace(FIRST, claims=(replace(FIRST.claims[0], subject="nobody"),))


def test_a_claim_of_an_unknown_source_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown nobody"):
        replace(FIRST, claims=(replace(FIRST.claims[0], sources=("nobody",)),))
