"""Measure the reader of events on small sets of sentences, one phenomenon each.

``python -m tools.measure_sets FOLDER`` reads ``events_fr.json``, ``factuality_fr.json`` and ``dates_fr.json`` of
FOLDER and prints precision and recall of triggers with their class, and the share of statuses and dates that are right;
``--errors`` also prints each sentence that is read otherwise.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.extract import Extractor, load_extractor
from kg.extract.status import factuality
from kg.extract.syntax import Syntax
from kg.extract.times import Direction, find_times, load_time_grammar
from kg.ingest import Record, load_passage_rules, make_document
from kg.language.inflections import load_inflections
from kg.language.profile import load_profile
from kg.model import Document, DocumentFacts, TimeSpan
from kg.vocabulary import Vocabulary, load_vocabulary

#: the sets' names of classes and statuses, in ours
CLASSES = {
    "arrest": "Arrest", "attack": "Attack", "threat": "Threat", "meeting": "Meeting", "dismantling": "Dismantling",
    "closure": "Closure", "radicalisation": "Radicalization", "travel": "Travel",
}  # fmt: skip
STATUSES = {"negated": "Denied", "possible": "Hypothetical"}


@dataclass(frozen=True, slots=True)
class Found:
    """An event as it was read in a sentence: its classes, its status, the words that name it."""

    classes: frozenset[str]
    status: str
    triggers: tuple[str, ...]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="print each sentence that is read otherwise")
    options = parser.parse_args()
    extractor, vocabulary = load_extractor(), load_vocabulary()
    for name, measure in (("events_fr", events), ("factuality_fr", statuses)):
        line, wrong = measure(_read(options.folder, name), extractor, vocabulary)
        print(f"{name}: {line}")
        _show(wrong, wanted=options.errors)
    line, wrong = dates(_read(options.folder, "dates_fr"))
    print(f"dates_fr: {line}")
    _show(wrong, wanted=options.errors)


def _read(folder: Path, name: str) -> Sequence[Mapping[str, Any]]:
    found: Sequence[Mapping[str, Any]] = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    return found


def _show(wrong: Sequence[str], *, wanted: bool) -> None:
    for line in wrong if wanted else ():
        print(f"    {line}")


def read_sentence(text: str, extractor: Extractor) -> list[Found]:
    """The events of a sentence."""
    record = Record("sentence", text.encode(), {})
    document = make_document(record, load_passage_rules("fr"))
    assert isinstance(document, Document)
    return list(_found(extractor.extract(document)))


def _found(facts: DocumentFacts) -> Iterator[Found]:
    for event in facts.events:
        typed = [c for c in facts.claims if c.subject == event.id and c.predicate == "type"]
        triggers = tuple(sorted({facts.document.quote(span) for claim in typed for span in claim.triggers}))
        for status in sorted({claim.factuality for claim in typed}):
            classes = frozenset(c.object.value for c in typed if c.factuality is status)
            yield Found(classes, status.value, triggers)


# --- the sets ------------------------------------------------------------------------------------------------------


def events(items: Sequence[Mapping[str, Any]], extractor: Extractor, vocabulary: Vocabulary) -> tuple[str, list[str]]:
    """Triggers with their class, for the classes of the set."""
    right = found_all = wanted_all = 0
    wrong: list[str] = []
    for item in items:
        wanted = [(CLASSES[event["type"]], event["trigger"]) for event in item["events"]]
        found = {
            (name, trigger)
            for event in read_sentence(item["text"], extractor)
            for name in CLASSES.values()
            if any(vocabulary.is_a(own, name) for own in event.classes)
            for trigger in event.triggers
        }
        hits = [(name, words) for name, words in wanted if any(_is_hit(name, words, f) for f in found)]
        surplus = [f for f in found if not any(_is_hit(name, words, f) for name, words in wanted)]
        right += len(hits)
        wanted_all += len(wanted)
        found_all += len(hits) + len(surplus)
        if surplus or len(hits) < len(wanted):
            wrong.append(f"{item['id']} wanted {wanted} found {sorted(found)}: {item['text']}")
    precision, recall = right / max(1, found_all), right / max(1, wanted_all)
    both = 2 * precision * recall / max(1e-9, precision + recall)
    return f"P {precision:.3f}  R {recall:.3f}  F1 {both:.3f}  ({wanted_all} wanted)", wrong


def _is_hit(name: str, words: Sequence[str], found: tuple[str, str]) -> bool:
    return found[0] == name and any(word in found[1] or found[1] in word for word in words)


def statuses(
    items: Sequence[Mapping[str, Any]], extractor: Extractor, _vocabulary: Vocabulary
) -> tuple[str, list[str]]:
    """The status of one word in each sentence, whether or not the ontology has a class for what it names."""
    profile, inflections = load_profile("fr"), load_inflections("fr")
    wrong: list[str] = []
    for item in items:
        wanted = STATUSES.get(item["factuality"], item["factuality"].capitalize())
        doc = extractor.parse(item["text"])
        token = next(t for t in doc if item["trigger"].split()[-1] in t.text)
        verbal = token.pos_ not in ("NOUN", "PROPN")
        status = factuality(token, Syntax(profile, inflections), verbal=verbal).value
        if status != wanted:
            wrong.append(f"{item['id']} {item['trigger']} is {wanted}, read {status}: {item['text']}")
    return f"{1 - len(wrong) / len(items):.3f} of {len(items)} right", wrong


def dates(items: Sequence[Mapping[str, Any]]) -> tuple[str, list[str]]:
    """The dates of a sentence, the tense being given."""
    grammar, wrong = load_time_grammar("fr"), []
    for item in items:
        direction = Direction.FUTURE if item["direction"] == "future" else Direction.PAST
        times = find_times(
            item["sentence"], grammar, TimeSpan(item["ref"], item["ref"], item["ref"]), direction=direction
        )
        at = item["sentence"].lower().find(item["expr"].lower())
        mine = [t for t in times if t.begin < at + len(item["expr"]) and at < t.end]
        found = ";".join(time.value.edtf for time in mine)
        if found not in (item["gold"] or [""]):
            wrong.append(f"{item['id']} wanted {item['gold']} found {found!r}: {item['sentence']}")
    return f"{1 - len(wrong) / len(items):.3f} of {len(items)} right", wrong


if __name__ == "__main__":
    main()
