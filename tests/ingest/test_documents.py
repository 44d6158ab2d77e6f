from __future__ import annotations

import hashlib
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ingest import PassageRules, Record, Skipped, load_passage_rules, make_document
from kg.model import DateOrigin, Document, PassageKind, TimeSpan, make_id
from tests.ingest.conftest import Make

RULES = load_passage_rules()
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def check_offsets(document: Document) -> None:
    end = 0
    for passage in document.passages:
        assert end <= passage.span.begin
        assert passage.span.doc_id == document.id
        assert passage.locate(0, len(passage.cleaned)) == passage.span
        assert document.quote(passage.span).strip() == document.quote(passage.span)
        end = passage.span.end


def test_identity_and_bytes(rules: PassageRules) -> None:
    data = "Le texte.\r\n".encode("utf-8-sig")
    document = make_document(Record("dossier/a.txt", data, {}), rules)
    assert isinstance(document, Document)
    sha256 = hashlib.sha256(data).hexdigest()
    assert document.sha256 == sha256
    assert document.id == make_id("doc", "dossier/a.txt", sha256)
    assert document.text == "Le texte.\r\n"
    assert (document.encoding, document.published, document.date_origin) == ("utf-8", None, None)


def test_metadata(make: Make) -> None:
    document = make(
        "Le texte.", date="2023-11", url="https://example.org/a", publisher="X", language="nl-BE", title="T"
    )
    assert document.published == TimeSpan("2023-11", "2023-11-01", "2023-11-30")
    assert (document.date_origin, document.date_rule) == (DateOrigin.GIVEN, "metadata")
    assert (document.url, document.publisher, document.language, document.title) == (
        "https://example.org/a", "X", "nl", "T",
    )  # fmt: skip


def test_values_that_are_none_are_ignored(make: Make) -> None:
    document = make("Le texte.", date="hier", url="ici", language="français")
    assert (document.published, document.date_rule, document.url, document.language) == (None, None, None, "fr")


def test_front_matter_stays_in_the_text_and_is_no_passage(make: Make) -> None:
    text = "---\ndate: 2023-11-28\npublisher: Y\n---\n\nLe texte."
    document = make(text, publisher="X")
    assert document.text == text
    assert [document.quote(p.span) for p in document.passages] == ["Le texte."]
    assert document.published == TimeSpan("2023-11-28", "2023-11-28", "2023-11-28")
    assert document.publisher == "X"


def test_title(make: Make) -> None:
    body = "Deux hommes ont été arrêtés mardi."
    assert make(f"ENTRETIEN\n\nDeux suspects arrêtés\n\n{body}").title == "Deux suspects arrêtés"
    assert make(f"Récit\n\n{body}").title == "Récit"
    assert make(f"{body}\n\nNoms et photos\n\n{body}").title is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("أعلنت السلطات عن تفكيك خلية إرهابية.", "ar"),
        ("The police arrested two suspects in Brussels on Tuesday.", "en"),
    ],
)
def test_other_languages_are_kept(text: str, language: str, make: Make) -> None:
    document = make(text)
    assert document.language == language
    assert [p.language for p in document.passages] == [language]


def test_short_passages_take_the_language_of_the_document(make: Make) -> None:
    document = make("Twee verdachten\n\nDe politie heeft dinsdag twee verdachten opgepakt in de haven van Antwerpen.")
    assert [p.language for p in document.passages] == ["nl", "nl"]


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\x00\x01\x02" * 50])
def test_nothing_to_read_is_skipped(data: bytes, rules: PassageRules) -> None:
    skipped = make_document(Record("a.txt", data, {}), rules)
    assert isinstance(skipped, Skipped)
    assert skipped.identifier == "a.txt"


@pytest.mark.parametrize(
    "text", ["<" * 10_000, "&" * 10_000, "&#" * 10_000, "#a" * 10_000, "-\n" * 10_000, "« " * 10_000]
)
def test_hostile_repetition(text: str, make: Make) -> None:
    document = make(text)
    check_offsets(document)
    assert "".join(p.cleaned for p in document.passages)


def test_records_and_rules_can_go_to_another_process(rules: PassageRules) -> None:
    record = Record("a.txt", b"Le texte.", {"date": "2023"})
    assert make_document(*pickle.loads(pickle.dumps((record, rules)))) == make_document(record, rules)


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem)
def test_seeds(path: Path, rules: PassageRules) -> None:
    document = make_document(Record(path.name, path.read_bytes(), {}), rules)
    assert isinstance(document, Document)
    check_offsets(document)
    assert document.language == "fr"
    kinds = [p.kind for p in document.passages]
    assert kinds.count(PassageKind.BODY) >= len(kinds) / 2


@given(st.text(max_size=200))
def test_any_text_has_passages_at_exact_offsets(text: str) -> None:
    document = make_document(Record("a.txt", text.encode(), {}), RULES)
    if isinstance(document, Document):
        check_offsets(document)
