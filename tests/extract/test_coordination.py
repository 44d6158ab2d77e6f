import pytest

from kg.extract.candidate import Candidate
from kg.extract.coordination import chains
from kg.model import EntityType, MentionKind
from tests.extract.papers import lexicon, plain


def items(text: str, *names: str) -> list[tuple[str, ...]]:
    """The lists that ``names`` form in a text."""
    (reading,) = plain(text)
    found = []
    for name in names:
        begin = text.index(name)
        tokens = reading.words(begin, begin + len(name))
        kind = MentionKind.NAMED if name[0].isupper() else MentionKind.NOMINAL
        place = EntityType.PLACE if name in ("Mons", "Gand") else EntityType.PERSON
        found.append(Candidate(0, begin, begin + len(name), tokens.start, name, kind, place, "fr/test"))
    forms = {c.head: c.text for c in found}
    lists = chains(reading, found, lexicon()).values()
    return sorted({tuple(forms[head] for head in heads) for heads in lists})


CASES = {
    "two": ("Karim et Omar partent", ("Karim", "Omar"), [("Karim", "Omar")]),
    "three": ("Karim, Omar et Zarbi partent", ("Karim", "Omar", "Zarbi"), [("Karim", "Omar", "Zarbi")]),
    "with ages": ("Karim, 34 ans, et Omar, 20 ans, partent", ("Karim", "Omar"), [("Karim", "Omar")]),
    "with brackets": ("Karim (Mons) et Omar partent", ("Karim", "Omar"), [("Karim", "Omar")]),
    "with complements": ("les juges du siège et les policiers", ("juges", "policiers"), [("juges", "policiers")]),
    "open enumeration": ("Karim, Omar partent", ("Karim", "Omar"), []),
    "no list": ("Karim voit Omar", ("Karim", "Omar"), []),
    "clauses": ("Karim est parti et Omar dort", ("Karim", "Omar"), []),
    "person and place": ("Karim et Mons", ("Karim", "Mons"), []),
    "places": ("à Mons et à Gand", ("Mons", "Gand"), [("Mons", "Gand")]),
    "alone": ("Karim part", ("Karim",), []),
}


@pytest.mark.parametrize(("text", "names", "expected"), CASES.values(), ids=CASES)
def test_lists(text: str, names: tuple[str, ...], expected: list[tuple[str, ...]]) -> None:
    assert items(text, *names) == expected
