"""Reads the corpora: WiNER-fr (brat) and POPCORN (JSON)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from tools.names.guideline import Guideline, longest
from tools.names.text import Name, Text

#: months of WiNER-fr that are only measured on: about a tenth of it
HELD_OUT_MONTHS = frozenset({"2016-10", "2017-05", "2017-10"})
#: of POPCORN every fifth document is only measured on
HELD_OUT_STEP = 5
_BENCH_LABELS = {"Person": "PER", "Place": "LOC", "Organization": "ORG"}


def read_winer(folder: Path, guideline: Guideline) -> tuple[list[Text], list[Text]]:
    """Documents to train on and to measure on. Offsets in ``.ann`` are code points of the ``.txt`` as decoded."""
    train: list[Text] = []
    held: list[Text] = []
    for path in sorted(folder.glob("20??/??/*.ann")):
        month = f"{path.parts[-3]}-{path.parts[-2]}"
        text = guideline.apply(_read_brat(path, guideline))
        (held if month in HELD_OUT_MONTHS else train).append(text)
    return train, held


def _read_brat(path: Path, guideline: Guideline) -> Text:
    text = path.with_suffix(".txt").read_bytes().decode("utf-8")
    names, unsure = [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        key, where, quote = line.split("\t", 2)
        kind, _, offsets = where.partition(" ")
        label = guideline.winer.get(kind)
        if not key.startswith("T") or label is None:
            continue
        begin, end = int(offsets.split()[0]), int(offsets.split()[-1])
        if ";" in offsets:
            unsure.append((begin, end))
        elif quote not in text[begin:end]:  # editors strip invisible marks from the quote
            raise ValueError(f"{path}: {key} is {text[begin:end]!r}, not {quote!r}")
        elif (
            label != "MISC" or not text[begin].islower()
        ):  # a common noun's phrase: what it holds is named, not the whole
            names.append(Name(begin, end, label))
    return Text(path.stem, text, tuple(sorted(names)), tuple(unsure))


def read_popcorn(folder: Path, guideline: Guideline) -> tuple[list[Text], list[Text]]:
    """Documents to train on and to measure on; only mentions that are names are kept."""
    raw: dict[str, Any] = json.loads((folder / "train.json").read_text(encoding="utf-8"))
    generic = _common_nouns(raw)
    train: list[Text] = []
    held: list[Text] = []
    for index, key in enumerate(sorted(raw)):
        text = guideline.apply(_read_report(key, raw[key], guideline, generic))
        (held if index % HELD_OUT_STEP == 0 else train).append(text)
    return train, held


def _common_nouns(raw: Mapping[str, Any]) -> frozenset[str]:
    """What is annotated in lower case anywhere: ``Gouvernement`` is no name because ``gouvernement`` is none."""
    values = (m["value"] for doc in raw.values() for e in doc["entities"] for m in e["mentions"])
    return frozenset(value for value in values if value.islower())


def _read_report(key: str, raw: Mapping[str, Any], guideline: Guideline, generic: frozenset[str]) -> Text:
    text: str = raw["text"]
    parts = {
        (m["start"], m["end"]) for e in raw["entities"] if "NAME_" in e["type"] for m in e["mentions"]
    }  # first and last names
    names, unsure = [], []
    for entity in raw["entities"]:
        label = guideline.popcorn.get(entity["type"])
        for m in entity["mentions"] if label else ():
            begin, end, value = m["start"], m["end"], m["value"]
            kind = _name_or_doubt(text, (begin, end), str(label), parts, generic)
            if kind == "name":
                names.append(Name(begin, end, str(label)))
            elif kind == "doubt" or (kind == "common" and value[:1].isupper() and " " in value):
                unsure.append((begin, end))
    kept = longest(names)
    free = (u for u in unsure if not any(n.begin < u[1] and u[0] < n.end for n in kept))
    return Text(f"popcorn-{key}", text, kept, tuple(sorted(set(free))))


def _name_or_doubt(
    text: str, span: tuple[int, int], label: str, parts: set[tuple[int, int]], generic: frozenset[str]
) -> str:
    """``name``, ``doubt`` or ``common``: POPCORN annotates names, common nouns and pronouns alike."""
    begin, end = span
    value = text[begin:end]
    if label == "PER":
        return "name" if any(begin <= b and e <= end for b, e in parts) else "common"
    if value.islower() or value.lower() in generic or not any(c.isupper() for c in value):
        quoted = text[begin - 1 : begin] in '«"“' or text[max(0, begin - 2) : begin].startswith(("«", "“"))
        if label == "ORG" and " " in value:
            return "name" if begin and quoted else "doubt"
        return "common"
    return "doubt" if label in {"GROUP", "MISC"} or (not value[0].isupper() and label == "ORG") else "name"


def read_bench(folder: Path) -> list[Text]:
    """The named mentions of reference annotations (``NAME.txt`` with ``NAME.yaml``): measured on, never trained on."""
    found = []
    for path in sorted(folder.glob("*.yaml")):
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
        text = (folder / raw["doc"]).read_bytes().decode("utf-8")
        names = [
            Name(*_locate(text, str(reference)), _BENCH_LABELS[entity["type"]])
            for entity in raw["entities"].values()
            for reference in entity.get("mentions") or ()
            if entity["type"] in _BENCH_LABELS
        ]
        found.append(Text(path.stem, text, tuple(sorted(set(names)))))
    return found


def _locate(text: str, reference: str) -> tuple[int, int]:
    """``quote@k``: the k-th occurrence, from 1."""
    quote, at, k = reference.rpartition("@")
    if not at or not k.isdigit():
        quote, k = reference, "1"
    begin = -1
    for _ in range(int(k)):
        begin = text.index(quote, begin + 1)
    return begin, begin + len(quote)
