import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.fr import French

from tools.names.augment import Variety
from tools.names.guideline import Guideline, longest
from tools.names.measure import measure
from tools.names.text import Name, Text, edit, paragraphs
from tools.train_names import HERE, example

GUIDELINE = Guideline.read(HERE / "guideline.yaml")


def bare(text: str, label: str) -> str | None:
    name = GUIDELINE.bare(text, Name(0, len(text), label))
    return text[name.begin : name.end] if name else None


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        ("M. Smith Aarone", "PER", "Smith Aarone"),
        ("le président François Hollande", "PER", "François Hollande"),
        ("Général de Gaulle", "PER", "de Gaulle"),
        ("J. V.", "PER", "J. V."),
        ("l'Irak", "LOC", "Irak"),
        ("d’Alep", "LOC", "Alep"),
        ("La Haye", "LOC", "La Haye"),
        ("région de Kano", "LOC", "Kano"),
        ("Le Monde", "ORG", "Le Monde"),
        ("« Santé pour tous »", "ORG", "Santé pour tous"),
        ("armée turque", "ORG", "armée turque"),
        ("gouvernement", "ORG", None),
        ("désert syrien", "LOC", None),
        ("« »", "ORG", None),
    ],
)
def test_a_name_is_bare(text: str, label: str, expected: str | None) -> None:
    assert bare(text, label) == expected


def test_platforms_are_organizations_and_functions_no_names() -> None:
    text = Text("t", "Le ministre de l'Intérieur quitte Twitter.", (Name(17, 26, "ORG"), Name(34, 41, "MISC")))
    assert text.quote(text.names[0]) == "Intérieur"
    assert GUIDELINE.apply(text).names == (Name(34, 41, "ORG"),)


def test_an_institution_takes_its_complement_in() -> None:
    text = Text("t", "Le tribunal correctionnel de Liège siège.", (Name(29, 34, "LOC"),))
    full = GUIDELINE.complete(text)
    assert [(full.quote(n), n.label) for n in full.names] == [("tribunal correctionnel de Liège", "ORG")]


def test_a_name_left_out_where_it_is_repeated_is_unsure() -> None:
    text = Text("t", "Daech recule. Daech fuit.", (Name(0, 5, "ORG"),))
    assert GUIDELINE.complete(text).unsure == ((14, 19),)


NAMES = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda p: Name(p[0], sum(p), "PER")))


@given(NAMES)
def test_longest_names_never_overlap(names: list[Name]) -> None:
    kept = longest(names)
    assert all(left.end <= right.begin for left, right in pairwise(kept))
    assert all(any(n.begin < k.end and k.begin < n.end for k in kept) for n in names)


@given(NAMES, st.lists(st.tuples(st.integers(0, 36), st.integers(1, 3), st.text("xyz", max_size=4))))
def test_an_edit_outside_names_leaves_their_words(names: list[Name], changes: list[tuple[int, int, str]]) -> None:
    text = Text("t", "abcdefghijklmnopqrstuvwABCDEFGHIJKLMNOP", longest(names))
    outside = [(b, b + n, new) for b, n, new in changes if all(b + n <= k.begin or k.end <= b for k in text.names)]
    edited = edit(text, outside)
    assert [edited.quote(n) for n in edited.names] == [text.quote(n) for n in text.names]


def test_paragraphs_keep_their_names() -> None:
    text = Text("t", "Un titre\n\n  Paris et Rome.\n", (Name(12, 17, "LOC"), Name(21, 25, "LOC")))
    lines = list(paragraphs(text))
    assert [(line.text, [line.quote(n) for n in line.names]) for line in lines] == [
        ("Un titre", []), ("Paris et Rome.", ["Paris", "Rome"]),
    ]  # fmt: skip


def test_every_carrier_is_filled_and_variety_repeats_with_its_seed() -> None:
    def sentences() -> list[Text]:
        variety = Variety(HERE / "variety.yaml", random.Random(7))
        return [variety.spell(variety.sentence(number)) for number in range(300)]

    filled = sentences()
    assert filled == sentences()
    assert not [text.text for text in filled if "{" in text.text]
    assert all(text.quote(name) == text.quote(name).strip() != "" for text in filled for name in text.names)


def test_unsure_tokens_are_neither_names_nor_none() -> None:
    made = example(French(), Text("t", "Daech et Rome", (Name(9, 13, "LOC"),), ((0, 5),)))
    assert made.get_aligned_ner() == [None, "O", "U-LOC"]


def test_scores_count_exact_spans_and_types_only() -> None:
    nlp = French()
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "LOC", "pattern": "Rome"}, {"label": "PER", "pattern": "Daech"}])  # type: ignore[attr-defined]  # spaCy types pipes as callables
    text = Text("t", "Daech quitte Rome et Lille", (Name(0, 5, "ORG"), Name(13, 17, "LOC"), Name(21, 26, "LOC")))
    scores = measure(nlp, [text])
    assert (scores.precision, round(scores.recall, 1)) == (50, 33.3)
