import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.candidate import Candidate, name_candidate, without_overlaps
from kg.model import EntityType, MentionKind
from tests.extract.docs import parse
from tests.extract.papers import plain, readings


def candidate(reading: int, begin: int, length: int, score: float = 0.9, rule: str = "names.model") -> Candidate:
    text = "x" * length
    return Candidate(reading, begin, begin + length, 0, text, MentionKind.NAMED, EntityType.PERSON, rule, score)


candidates = st.lists(
    st.builds(
        candidate,
        st.integers(0, 2),
        st.integers(0, 40),
        st.integers(1, 12),
        st.sampled_from((0.8, 0.85, 0.95)),
        st.sampled_from(("names.model", "names.pattern")),
    ),
    max_size=25,
)


@given(candidates)
def test_no_two_that_are_kept_overlap(found: list[Candidate]) -> None:
    kept = without_overlaps(found)
    assert not any(a.covers(b) for i, a in enumerate(kept) for b in kept[i + 1 :])


@given(candidates)
def test_keeping_again_changes_nothing(found: list[Candidate]) -> None:
    kept = without_overlaps(found)
    assert without_overlaps(kept) == kept


@given(candidates)
def test_what_is_dropped_overlaps_one_that_is_kept_and_not_shorter(found: list[Candidate]) -> None:
    kept = without_overlaps(found)
    for dropped in (c for c in found if c not in kept):
        assert any(k.covers(dropped) and k.end - k.begin >= dropped.end - dropped.begin for k in kept)


@given(candidates, st.randoms(use_true_random=False))
def test_the_order_of_the_findings_does_not_matter(found: list[Candidate], random: object) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    assert without_overlaps(shuffled) == without_overlaps(found)


def test_of_equal_lengths_the_better_scored_is_kept() -> None:
    weak, strong = candidate(0, 0, 5, 0.8), candidate(0, 2, 5, 0.95)
    assert without_overlaps([weak, strong]) == [strong]


@pytest.mark.parametrize(("begin", "covers"), [(0, True), (4, True), (5, False)])
def test_covers_means_a_shared_character(begin: int, covers: bool) -> None:
    assert candidate(0, 0, 5).covers(candidate(0, begin, 3)) is covers
    assert not candidate(0, 0, 5).covers(candidate(1, begin, 3))


def test_a_name_has_the_exact_characters_and_the_head_of_its_parse() -> None:
    (reading,) = readings(parse("Le/DET/det/parquet parquet/NOUN de/ADP/case/Gand Gand/PROPN/nmod/parquet"))
    found = name_candidate(reading, (3, 18), EntityType.ORGANIZATION, "pattern")
    assert found is not None
    assert (found.text, found.head, found.rule) == ("parquet de Gand", 1, "names.pattern")


def test_without_a_parse_the_head_is_the_first_word() -> None:
    found = name_candidate(plain("le parquet de Gand")[0], (3, 18), EntityType.ORGANIZATION, "pattern")
    assert found is not None
    assert found.head == 1


def test_white_space_is_no_name() -> None:
    assert name_candidate(plain("a  b")[0], (2, 3), EntityType.PERSON, "model") is None
