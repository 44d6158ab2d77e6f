"""Strict scores of names: a name counts if its span and its type are right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.language import Language

from tools.names.text import Text, paragraphs

LABELS = ("PER", "LOC", "ORG")


@dataclass(frozen=True, slots=True)
class Scores:
    """F1, precision and recall in percent: of all, and F1 of each label."""

    precision: float
    recall: float
    f1: float
    by_label: dict[str, float]

    def __str__(self) -> str:
        labels = " ".join(f"{label} {self.by_label[label]:.1f}" for label in LABELS)
        return f"F1 {self.f1:.1f} (P {self.precision:.1f} R {self.recall:.1f}; {labels})"


def measure(nlp: Language, texts: Iterable[Text]) -> Scores:
    """Read each paragraph and compare with its names; MISC is left out on both sides."""
    lines = [line for text in texts for line in paragraphs(text)]
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for line, doc in zip(lines, nlp.pipe(line.text for line in lines), strict=True):
        gold = {(n.begin, n.end, n.label) for n in line.names if n.label in LABELS}
        found = {(e.start_char, e.end_char, e.label_) for e in doc.ents if e.label_ in LABELS}
        found = {f for f in found if f in gold or not any(b < f[1] and f[0] < e for b, e in line.unsure)}
        for counter, names in ((right, gold & found), (given, found), (wanted, gold)):
            counter.update(label for _, _, label in names)
    total = _f1(right.total(), given.total(), wanted.total())
    return Scores(*total, {label: _f1(right[label], given[label], wanted[label])[2] for label in LABELS})


def _f1(right: int, given: int, wanted: int) -> tuple[float, float, float]:
    precision, recall = (100 * right / max(1, total) for total in (given, wanted))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def table(rows: Sequence[tuple[str, dict[str, Scores]]]) -> str:
    """A Markdown table: a line a component, a column a set."""
    sets = list(rows[0][1])
    lines = ["| component | " + " | ".join(sets) + " |", "|---" * (len(sets) + 1) + "|"]
    lines += [f"| {name} | " + " | ".join(f"{scores[s].f1:.1f}" for s in sets) + " |" for name, scores in rows]
    return "\n".join(lines)
