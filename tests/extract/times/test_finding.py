from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.times import Direction, find_times, load_time_grammar
from kg.model import TimeSpan

GRAMMAR = load_time_grammar()
TODAY = TimeSpan("2023-11-28", "2023-11-28", "2023-11-28")
CASES = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text(encoding="utf-8"))
ALL = [(Direction(way), text, dates) for way, cases in CASES.items() for text, dates in cases.items()]
MONTHS = sorted((n, name) for name, n in yaml.safe_load(
    (Path(__file__).parents[3] / "kg/language/data/fr/times.yaml").read_text(encoding="utf-8")
)["vocabularies"]["spelled"].items())  # fmt: skip


def values(text: str, reference: TimeSpan | None = TODAY, *, anchor: TimeSpan | None = None) -> list[str]:
    return [found.value.edtf for found in find_times(text, GRAMMAR, reference, anchor=anchor)]


@pytest.mark.parametrize(("way", "text", "dates"), ALL, ids=[text for _, text, _ in ALL])
def test_sentence_gives_its_dates(way: Direction, text: str, dates: list[str]) -> None:
    assert [f.value.edtf for f in find_times(text, GRAMMAR, TODAY, direction=way)] == dates


@pytest.mark.parametrize(
    ("text", "reference", "dates"),
    [
        ("le 9 septembre dernier, hier et lundi", None, ["XXXX-09-09"]),
        ("en mars dernier, depuis 2019", None, ["XXXX-03", "2019/.."]),
        ("la veille, deux jours plus tôt, cette semaine", None, []),
        ("le 8 mai prochain", TimeSpan("2014"), ["2014-05-08"]),
        ("hier, lundi, la semaine dernière", TimeSpan("2014"), []),
        ("le mois dernier, hier", TimeSpan("2014-01"), ["2013-12"]),
        ("hier, en mars, il y a deux ans", TimeSpan("XXXX-09-27"), ["XXXX-09-26", "XXXX-03"]),
        ("lundi", TimeSpan("XXXX-09-27"), []),
        ("lundi", TimeSpan("XXXX-09-27", text="27 septembre … vendredi"), ["XXXX-09-23"]),
        ("mercredi", TimeSpan("XXXX-11-28", text="hier lundi 27 novembre"), ["XXXX-11-22"]),
        ("dans la nuit", TimeSpan("2023-11-28/2023-11-29"), []),
    ],
)
def test_partial_reference_gives_no_more_than_it_can(text: str, reference: TimeSpan, dates: list[str]) -> None:
    assert values(text, reference) == dates


@pytest.mark.parametrize(
    ("text", "anchor", "dates"),
    [
        ("La veille", "2015-11-13", ["2015-11-12"]),
        ("Trois jours plus tôt", "2015-11-13", ["2015-11-10"]),
        ("ce jour-là", "2018-10", ["2018-10"]),
        ("le jour même", "2016-03-22", ["2016-03-22"]),
        ("vers 2 heures du matin", "2018-11-15/2018-11-16", ["2018-11-16"]),
        ("la veille", "XXXX-03-01", ["XXXX-02-28"]),
    ],
)
def test_anchor_of_the_caller_is_counted_from(text: str, anchor: str, dates: list[str]) -> None:
    found = find_times(text, GRAMMAR, TODAY, anchor=TimeSpan(anchor))
    assert [f.value.edtf for f in found] == dates
    assert all(f.looks_back for f in found)


@pytest.mark.parametrize("reference", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("text", ["l'hiver prochain", "l'hiver dernier", "cet été", "hier, demain", "il y a 999 ans"])
def test_ends_of_the_calendar_are_no_failure(text: str, reference: str) -> None:
    assert all(len(value.split("-")[0]) == 4 for value in values(text, TimeSpan(reference)))


def test_day_of_publication_is_no_day_of_the_narration() -> None:
    text = "Attaqués samedi, a-t-on appris mardi. L'avant-veille, ils dormaient. Ce soir-là, rien."
    assert values(text) == ["2023-11-25", "2023-11-28", "2023-11-23", "2023-11-25"]


def test_direction_may_differ_within_a_text() -> None:
    text = "Il est parti jeudi et reviendra jeudi."
    middle = len(text) // 2
    found = find_times(text, GRAMMAR, TODAY, direction=lambda at: Direction.PAST if at < middle else Direction.FUTURE)
    assert [f.value.edtf for f in found] == ["2023-11-23", "2023-11-30"]


def test_expression_says_rule_words_and_bounds() -> None:
    (found,) = find_times("Arrêté fin octobre.", GRAMMAR, TODAY)
    assert (found.text, found.rule, found.value.text) == ("fin octobre", "fr/times.part-of-month", "fin octobre")
    assert (found.value.earliest, found.value.latest) == ("2023-10-21", "2023-10-31")


FRAGMENTS = st.sampled_from(sorted({word for _, text, _ in ALL for word in text.split()}))
TEXTS = st.one_of(st.text(), st.lists(FRAGMENTS, max_size=30).map(" ".join))
REFERENCES = st.one_of(
    st.none(),
    st.dates(date(1900, 1, 1), date(2090, 1, 1)).map(lambda day: TimeSpan(day.isoformat())),
    st.sampled_from(["2014", "2014-02", "XXXX-02-29", "XXXX-09-27", "2017-21", "0001-01-01", "9999-12-31", "?"]).map(
        TimeSpan
    ),
)


@settings(deadline=None, max_examples=300)
@given(text=TEXTS, reference=REFERENCES, anchor=REFERENCES, way=st.sampled_from(Direction))
def test_any_text_gives_true_offsets_and_ordered_bounds(
    text: str, reference: TimeSpan | None, anchor: TimeSpan | None, way: Direction
) -> None:
    end = 0
    for found in find_times(text, GRAMMAR, reference, direction=way, anchor=anchor):
        assert end <= found.begin < found.end <= len(text)
        assert text[found.begin : found.end] == found.text
        assert not found.value.earliest or not found.value.latest or found.value.earliest <= found.value.latest
        end = found.end


@settings(deadline=None)
@given(st.dates(date(1800, 1, 1), date(2099, 12, 31)))
def test_day_month_year_in_french_round_trips(day: date) -> None:
    month = next(name for number, name in MONTHS if number == day.month)
    assert values(f"Le {day.day} {month} {day.year}, il part.") == [day.isoformat()]
    assert values(f"le {day:%d/%m/%Y}") == [day.isoformat()]


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        " ",
        "\n",
        "1 ",
        "le ",
        "lundi, ",
        "12/",
        "dans la nuit de ",
        "juin, ",
        "http://",
        "a.",
        "du 3 ",
        "les 1, 2, ",
    ],
)
def test_time_grows_linearly_on_hostile_text(unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        started = time.process_time()
        find_times(text, GRAMMAR, TODAY)
        return time.process_time() - started

    small, large = min(seconds(5_000) for _ in range(3)), min(seconds(20_000) for _ in range(3))
    assert large < 10 * small + 0.05  # quadratic would be 16 times


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("le 10 mars", "2024-03-10"),
        ("le 20 juin", "2024-06-20"),
        ("en avril", "2024-04"),
        ("jusqu'au 30 mai", "../2024-05-30"),
    ],
)
def test_a_day_told_in_the_present_is_the_nearer_one(text: str, expected: str) -> None:
    (found,) = find_times(
        text, GRAMMAR, TimeSpan("2024-05-14", "2024-05-14", "2024-05-14"), direction=Direction.PRESENT
    )
    assert found.value.edtf == expected


@pytest.mark.parametrize(
    ("text", "way", "expected"),
    [
        ("Tué le 3 mars 2022. Le 9 mars, il part.", Direction.PRESENT, "2022-03-09"),
        ("Tué le 3 mars 2022. Le 1er mars, il part.", Direction.PRESENT, "2022-03-01"),
        ("Tué le 3 mars 2022. Le 9 mars, il est parti.", Direction.PAST, "2022-03-09"),
        ("Tué le 3 mars 2022. Le 20 mai, le procès s'ouvre.", Direction.PRESENT, "2024-05-20"),  # of these days
        ("Tué le 3 mars 2022. Le 9 décembre, il part.", Direction.PRESENT, "2023-12-09"),  # too far from the story
        ("Tué le 3 mars 2022. Le 9 décembre, il est parti.", Direction.PAST, "2023-12-09"),
        ("Tué le 3 mars 2024. Le 9 avril, il part.", Direction.PRESENT, "2024-04-09"),
    ],
)
def test_a_day_without_its_year_may_be_of_a_story_of_another_year(text: str, way: Direction, expected: str) -> None:
    today = TimeSpan("2024-05-14", "2024-05-14", "2024-05-14")
    assert find_times(text, GRAMMAR, today, direction=way)[-1].value.edtf == expected


def test_until_a_day_without_its_year_is_the_nearer_one_in_the_past_tense_too() -> None:
    (found,) = find_times("prolongé jusqu'au 30 mai", GRAMMAR, TimeSpan("2024-05-14", "2024-05-14", "2024-05-14"))
    assert found.value.edtf == "../2024-05-30"
