import pytest

from kg.extract.names_foreign import foreign_places
from kg.extract.reading import Reading, read_passages
from kg.language.profile import load_profile
from kg.model import Alignment, Document, Passage, PassageKind, Run, Span
from tests.extract.papers import blank, lexicon


def reading(text: str, language: str) -> Reading:
    run = Alignment((Run(0, 0, len(text), len(text)),))
    passage = Passage(Span("d", 0, len(text)), PassageKind.BODY, language, text, run)
    document = Document("d", "d.txt", text, "fr", "0", (passage,))
    return read_passages(document, blank(), load_profile("fr"))[0]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("توقيف مستخدم بمدينة الدار البيضاء", "ar", ["الدار البيضاء"]),
        ("سافر إلى المغرب", "ar", ["المغرب"]),
        ("De verdachte werd opgepakt in Antwerpen", "nl", ["Antwerpen"]),
        ("de uitlevering door Marokko", "nl", ["Marokko"]),
        ("He flew to Brussels", "en", ["Brussels"]),
        ("geen enkele plaats hier", "nl", []),
        ("München liegt in Bayern", "de", []),
    ],
)
def test_places_in_other_languages(text: str, language: str, expected: list[str]) -> None:
    found = list(foreign_places(reading(text, language), lexicon()))
    assert [name.text for name in found] == expected
    assert all(text[name.begin : name.end] == name.text for name in found)
