from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

import pytest

from kg.extract import Extractor
from kg.extract.parsed import Doc
from kg.vocabulary import Vocabulary, load_vocabulary
from tests.extract.docs import parse
from tools import measure_sets
from tools.measure_sets import Found

NOBODY = cast("Extractor", None)  #: where no sentence is read


class _Parser:
    """An extractor that knows the parse of each sentence."""

    def __init__(self, parses: Mapping[str, Doc]) -> None:
        self._parses = parses

    def parse(self, text: str) -> Doc:
        return self._parses[text]


def measured_events(found: list[Found], wanted: list[tuple[str, list[str]]], patch: pytest.MonkeyPatch) -> Any:
    patch.setattr(measure_sets, "read_sentence", lambda text, extractor: found)
    events = [{"type": name, "trigger": words} for name, words in wanted]
    return measure_sets.events([{"id": "1", "text": "…", "events": events}], NOBODY, load_vocabulary())


def found(name: str, *triggers: str) -> Found:
    return Found(frozenset({name}), "Asserted", triggers)


EVENTS = {
    "right": ([found("Arrest", "arrêté")], [("arrest", ["arrêté"])], "P 1.000  R 1.000  F1 1.000  (1 wanted)", 0),
    "part of the words": ([found("Arrest", "a arrêté")], [("arrest", ["arrêté"])], "P 1.000  R 1.000", 0),
    "a narrower class": ([found("Bombing", "attentat")], [("attack", ["attentat"])], "P 1.000  R 1.000", 0),
    "another class": ([found("Meeting", "arrêté")], [("arrest", ["arrêté"])], "P 0.000  R 0.000", 1),
    "other words": ([found("Arrest", "rafle")], [("arrest", ["arrêté"])], "P 0.000  R 0.000", 1),
    "one too many": (
        [found("Arrest", "arrêté"), found("Meeting", "sommet")], [("arrest", ["arrêté"])], "P 0.500  R 1.000", 1,
    ),
    "one missed": (
        [found("Arrest", "arrêté")], [("arrest", ["arrêté"]), ("meeting", ["sommet"])], "P 1.000  R 0.500", 1,
    ),
    "a class that the set lacks": ([found("Trial", "procès")], [], "P 0.000  R 0.000  F1 0.000  (0 wanted)", 0),
}  # fmt: skip


@pytest.mark.parametrize(("read", "wanted", "line", "errors"), EVENTS.values(), ids=EVENTS)
def test_triggers_count_with_their_class(
    read: list[Found], wanted: list[tuple[str, list[str]]], line: str, errors: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured, wrong = measured_events(read, wanted, monkeypatch)
    assert measured.startswith(line)
    assert len(wrong) == errors


STATUSES = [("asserted", 0), ("negated", 1), ("possible", 1)]


@pytest.mark.parametrize(("status", "errors"), STATUSES)
def test_the_status_of_a_word_is_compared_in_our_names(status: str, errors: int) -> None:
    text = "Tom fuit."
    parser = cast("Extractor", _Parser({text: parse("Tom/PROPN/nsubj/fuit fuit/VERB .")}))
    item = {"id": "1", "text": text, "trigger": "fuit", "factuality": status}
    line, wrong = measure_sets.statuses([item], parser, cast("Vocabulary", None))
    assert line == f"{1 - errors:.3f} of 1 right"
    assert len(wrong) == errors


def test_a_negated_word_is_denied() -> None:
    text = "Tom ne fuit pas."
    doc = parse("Tom/PROPN/nsubj/fuit ne/ADV/advmod/fuit fuit/VERB pas/ADV/advmod/fuit .")
    item = {"id": "1", "text": text, "trigger": "ne fuit", "factuality": "negated"}
    parser = cast("Extractor", _Parser({text: doc}))
    assert measure_sets.statuses([item], parser, cast("Vocabulary", None))[1] == []


DATES = {
    "past": ("Tom a fui lundi.", "lundi", "past", ["2021-03-01"], True),
    "future": ("Tom fuira lundi.", "lundi", "future", ["2021-03-08"], True),
    "another day": ("Tom a fui lundi.", "lundi", "past", ["2021-02-22"], False),
    "none wanted": ("Tom a fui vite.", "vite", "past", [], True),
    "one wanted": ("Tom a fui vite.", "vite", "past", ["2021-03-01"], False),
    "another expression": ("Tom a fui vite, lundi.", "vite", "past", ["2021-03-01"], False),
}


@pytest.mark.parametrize(("sentence", "expr", "direction", "gold", "right"), DATES.values(), ids=DATES)
def test_a_date_is_right_if_the_expression_is_read_so(
    sentence: str, expr: str, direction: str, gold: list[str], right: bool
) -> None:
    item = {
        "id": "1", "sentence": sentence, "expr": expr, "ref": "2021-03-03", "direction": direction, "gold": gold,
    }  # fmt: skip
    line, wrong = measure_sets.dates([item])
    assert line == f"{float(right):.3f} of 1 right"
    assert (wrong == []) is right


@pytest.mark.parametrize(("wanted", "printed"), [(True, "    one\n    two\n"), (False, "")])
def test_errors_are_printed_where_they_are_asked_for(
    wanted: bool, printed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    measure_sets._show(["one", "two"], wanted=wanted)
    assert capsys.readouterr().out == printed


def test_a_set_is_a_file_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "dates_fr.json").write_text('[{"id": "é"}]', encoding="utf-8")
    assert measure_sets._read(tmp_path, "dates_fr") == [{"id": "é"}]
