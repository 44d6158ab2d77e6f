from __future__ import annotations

import pytest

from kg.ingest import PassageRules
from kg.ingest.languages import document_language, passage_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le bourgmestre a ordonné la fermeture des écoles de la commune.", "fr"),
        ("De burgemeester sluit alle scholen in de gemeente na een bedreiging.", "nl"),
        ("The suspect denied any involvement in the attack.", "en"),
        ("أعلنت السلطات عن تفكيك خلية إرهابية", "ar"),
        ("#مكافحة_الإرهاب", "ar"),
        ("تقرير: France 24 تقول إن المشتبه به غادر البلاد", "ar"),
        ("Полиция задержала двух подозреваемых", "und"),
        ("Un suspect", None),
        ("Bomb threat", None),
        ("Sources: HLN, Nieuwsblaad", None),
        ("12/03/2017 — 14:30", None),
        ("https://example.org/the-suspect-denied-any-involvement", None),
    ],
)
def test_passage_language(text: str, language: str | None, rules: PassageRules) -> None:
    assert passage_language(text, rules) == language


def test_document_language_is_that_of_most_letters(rules: PassageRules) -> None:
    assert document_language([("abc", "fr"), ("abcdefg", "nl"), ("abc", "fr"), ("z" * 50, None)], rules) == "nl"
    assert document_language([("abc", "nl"), ("abc", "fr")], rules) == "fr"
    assert document_language([("12", None)], rules) == "fr"
