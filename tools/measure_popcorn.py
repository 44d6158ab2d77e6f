"""Measure which events of the POPCORN reports are found: ``python -m tools.measure_popcorn CORPORA [--errors]``.

CORPORA holds ``popcorn/train.json``: 400 security reports that nobody of this project wrote, with the events that their
authors annotated (Giordano et al., KES 2024). Prints, for each of their types that we have a class for
(``popcorn.yaml``), how many of the events have a trigger that shares a character with an event of such a class of ours;
with ``--errors`` also the events that have none. It measures recall alone: of our classes they annotate a third.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kg.extract import Extractor, load_extractor
from kg.ingest import Record, load_passage_rules, make_document
from kg.model import Document, DocumentFacts
from kg.vocabulary import Vocabulary, load_vocabulary

#: characters of a report shown on each side of an event that is missed
_CONTEXT = 50


@dataclass(frozen=True, slots=True)
class Report:
    """A report and its events: the type and the places of the words that name each, ``[begin, end)`` in code points."""

    name: str
    text: str
    events: tuple[tuple[str, tuple[tuple[int, int], ...]], ...]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--errors", action="store_true", help="print each event that is missed")
    options = parser.parse_args()
    classes = load_classes()
    reports = [*read_reports(options.corpora / "popcorn" / "train.json", classes)]
    extractor, vocabulary = load_extractor(), load_vocabulary()
    wanted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for report in reports:
        missed = missed_events(report, _facts(report, extractor), classes, vocabulary)
        wanted.update(kind for kind, _ in report.events)
        found.update(kind for kind, _ in report.events)
        found.subtract(kind for kind, _ in missed)
        for kind, spans in missed if options.errors else ():
            begin, end = spans[0]
            print(f"{kind} {report.name}: … {report.text[max(0, begin - _CONTEXT) : end + _CONTEXT]} …")
    for kind, count in sorted(wanted.items(), key=lambda item: (-item[1], item[0])):
        print(f"{kind:28}{found[kind]:4} of {count:4}  {found[kind] / count:.2f}")
    print(f"{'all':28}{found.total():4} of {wanted.total():4}  {found.total() / wanted.total():.3f}")


def load_classes() -> Mapping[str, frozenset[str]]:
    """Our classes by the corpus's type of event."""
    raw = yaml.safe_load((Path(__file__).parent / "popcorn.yaml").read_text(encoding="utf-8"))
    return {kind: frozenset(names) for kind, names in raw.items()}


def read_reports(path: Path, kinds: Iterable[str]) -> Iterator[Report]:
    """The reports of ``train.json`` with their events of the given types."""
    wanted = frozenset(kinds)
    raw: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    for name, report in sorted(raw.items()):
        events = tuple(
            (entity["type"], tuple((m["start"], m["end"]) for m in entity["mentions"]))
            for entity in report["entities"]
            if entity["type"] in wanted
        )
        yield Report(name, report["text"], events)


def missed_events(
    report: Report, facts: DocumentFacts, classes: Mapping[str, frozenset[str]], vocabulary: Vocabulary
) -> list[tuple[str, tuple[tuple[int, int], ...]]]:
    """The report's events that no trigger of ours of a fitting class, or of one below it, shares a character with."""
    ours = [(m.trigger, m.event_class) for event in facts.events for m in event.mentions]
    return [
        (kind, spans)
        for kind, spans in report.events
        if not any(
            trigger.begin < end and begin < trigger.end and any(vocabulary.is_a(name, c) for c in classes[kind])
            for trigger, name in ours
            for begin, end in spans
        )
    ]


def _facts(report: Report, extractor: Extractor) -> DocumentFacts:
    document = make_document(Record(f"{report.name}.txt", report.text.encode(), {}), load_passage_rules("fr"))
    if not isinstance(document, Document):
        raise TypeError(f"report {report.name} is no document: {document}")
    return extractor.extract(document)


if __name__ == "__main__":
    main()
