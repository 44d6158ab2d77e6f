"""Documents that copy each other: agency copy, reprints, light edits."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from kg.ingest.settings import CopySettings, read_settings
from kg.model import Document, PassageKind

_WORD = re.compile(r"\w+")
#: after one of these a capital is no sign of a name
_SENTENCE_START = frozenset('.!?\u2026:\u00ab"\u201c-\u2013\u2014')


@dataclass(frozen=True, slots=True)
class _Print:
    """What is compared of a document."""

    id: str
    shingles: frozenset[int]
    facts: frozenset[str]


def copy_groups(documents: Sequence[Document]) -> tuple[tuple[str, ...], ...]:
    """Group documents of which one repeats most of the other, over their cleaned body passages.

    Two documents are copies if the shorter has at least the set share of its word n-grams and of its names and figures
    in common with the longer (containment, Broder 1997); the figures are in ``reading.yaml``. The second condition
    keeps apart reports of one template that tell other facts. Candidates come from an inverted index that remembers a
    bounded number of documents for a shingle, so time grows with the corpus, not with its square.

    Args:
        documents: of a corpus, in any order.

    Returns:
        Groups of at least two document ids; ids and groups are sorted.
    """
    settings = read_settings().copies
    prints = [_print(document, settings) for document in sorted(documents, key=lambda d: d.id)]
    parent = {p.id: p.id for p in prints}
    for left, right in _candidates(prints, settings):
        if _root(parent, left.id) != _root(parent, right.id) and _are_copies(left, right, settings):
            parent[_root(parent, right.id)] = _root(parent, left.id)
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for p in prints:
        groups[_root(parent, p.id)].append(p.id)
    return tuple(sorted(tuple(sorted(group)) for group in groups.values() if len(group) > 1))


def _print(document: Document, settings: CopySettings) -> _Print:
    texts = _compared(document)
    words = [word for text in texts for word in _WORD.findall(text.casefold())]
    size = max(1, min(settings.gram, len(words)))
    grams = (" ".join(words[i : i + size]) for i in range(len(words) - size + 1)) if words else ()
    shingles = frozenset(int.from_bytes(blake2b(gram.encode(), digest_size=8).digest()) for gram in grams)
    return _Print(document.id, shingles, frozenset(fact for text in texts for fact in _facts(text)))


def _compared(document: Document) -> list[str]:
    """Cleaned body passages, or all but furniture if there is no body."""
    passages = document.passages
    body = [p.cleaned for p in passages if p.kind is PassageKind.BODY]
    return body or [p.cleaned for p in passages if p.kind is not PassageKind.BOILERPLATE]


def _facts(text: str) -> Iterator[str]:
    """Words with a capital inside a sentence, and figures."""
    end = 0
    for match in _WORD.finditer(text):
        between = text[end : match.start()].rstrip()
        starts = not end or between[-1:] in _SENTENCE_START
        word, end = match.group(), match.end()
        if word[0].isdigit() or (word[0].isupper() and not starts):
            yield word.casefold()


def _candidates(prints: Sequence[_Print], settings: CopySettings) -> Iterator[tuple[_Print, _Print]]:
    """Pairs that share a good part of the shingles that the index remembers; a later one with an earlier one."""
    index: defaultdict[int, list[int]] = defaultdict(list)
    for number, p in enumerate(prints):
        shared: Counter[int] = Counter()
        for shingle in p.shingles:
            posting = index[shingle]
            shared.update(posting)
            if len(posting) < settings.postings:
                posting.append(number)
        for other, count in sorted(shared.items()):
            if count >= settings.candidate * min(len(p.shingles), len(prints[other].shingles)):
                yield prints[other], p


def _are_copies(left: _Print, right: _Print, settings: CopySettings) -> bool:
    shorter, longer = sorted((left, right), key=lambda p: (len(p.shingles), p.id))
    share = settings.short_containment if len(shorter.shingles) < settings.short else settings.containment
    return len(shorter.shingles & longer.shingles) >= share * len(shorter.shingles) and len(
        shorter.facts & longer.facts
    ) >= settings.facts * len(shorter.facts)


def _root(parent: dict[str, str], id_: str) -> str:
    while parent[id_] != id_:
        parent[id_] = parent[parent[id_]]
        id_ = parent[id_]
    return id_
