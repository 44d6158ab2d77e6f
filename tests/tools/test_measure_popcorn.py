from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.model import Document, DocumentFacts, Event, EventMention, Span
from kg.vocabulary import load_vocabulary
from tools.measure_popcorn import Report, load_classes, missed_events, read_reports

TEXT = "Un incendie a éclaté. La grève continue."
FIRE = ("FIRE", ((3, 11),))
STRIKE = ("STRIKE", ((25, 30),))


def facts(*mentions: tuple[str, int, int]) -> DocumentFacts:
    document = Document("d", "d.txt", TEXT, "fr", "0" * 64)
    events = [
        Event(str(i), "", (EventMention(Span("d", b, e), TEXT[b:e], name, Span("d", 0, 20), "fr/events.noun", 0.9),))
        for i, (name, b, e) in enumerate(mentions)
    ]
    return DocumentFacts(document, (), tuple(events), ())


@pytest.mark.parametrize(
    ("ours", "missed"),
    [
        ([("Fire", 3, 11), ("Strike", 25, 30)], []),
        ([("Fire", 0, 4)], [STRIKE]),  # one character is enough
        ([("Fire", 11, 15), ("Strike", 25, 30)], [FIRE]),  # beside it is not
        ([("Attack", 3, 11), ("Protest", 25, 30)], [FIRE, STRIKE]),  # another class, and one above
        ([], [FIRE, STRIKE]),
    ],
)
def test_an_event_is_found_by_a_trigger_of_a_fitting_class(
    ours: list[tuple[str, int, int]], missed: list[tuple[str, tuple[tuple[int, int], ...]]]
) -> None:
    report = Report("r", TEXT, (FIRE, STRIKE))
    assert missed_events(report, facts(*ours), load_classes(), load_vocabulary()) == missed


def test_classes_below_a_fitting_one_fit() -> None:
    report = Report("r", TEXT, (("RIOT", ((25, 30),)),))
    assert missed_events(report, facts(("Strike", 25, 30)), load_classes(), load_vocabulary()) == []


def test_reports_hold_the_events_of_the_types_that_are_asked_for(tmp_path: Path) -> None:
    entities = [
        {"id": 0, "type": "FIRE", "mentions": [{"value": "incendie", "start": 3, "end": 11}]},
        {"id": 1, "type": "PLACE", "mentions": [{"value": "La", "start": 22, "end": 24}]},
    ]
    path = tmp_path / "train.json"
    path.write_text(json.dumps({"1_2": {"text": TEXT, "entities": entities, "relations": []}}), encoding="utf-8")
    assert [*read_reports(path, ["FIRE", "STRIKE"])] == [Report("1_2", TEXT, (FIRE,))]


def test_every_class_that_a_type_may_be_exists() -> None:
    known = load_vocabulary().events.keys()
    assert not [c for names in load_classes().values() for c in names if c not in known]
