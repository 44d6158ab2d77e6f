"""Times extraction beside the bare model: ``python -m tools.bench_extract FOLDER [--repeat 3]``.

Reads the articles of FOLDER, extracts each, and gives the texts that the model read in doing so to ``nlp.pipe`` of the
same components again; prints the time of both on this process's CPU, and what the project's own code costs, as a share
of the model's time. The best of some runs counts: others were disturbed.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import process_time
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from kg.extract import load_extractor
from kg.extract.extractor import Extractor
from kg.ingest import load_passage_rules, make_document, read_records
from kg.ingest.records import Record
from kg.model import Document


class Heard:
    """A pipeline that remembers which texts it was given."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self.texts: list[list[Doc]] = []

    def pipe(self, texts: Iterable[Doc], **options: Any) -> Iterator[Doc]:
        """As the pipeline's."""
        self.texts.append(list(texts))  # each as it comes: tokens, and where sentences may begin
        return self._nlp.pipe(self.texts[-1], **options)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._nlp, name)


def measure(extractor: Extractor, documents: list[Document], repeat: int) -> tuple[float, float]:
    """Seconds of the bare model and of the whole of extraction, each the best of ``repeat`` runs."""
    nlp = extractor._nlp  # noqa: SLF001  # measured from outside, without a door in the product
    heard = Heard(nlp)
    extractor._nlp = heard  # type: ignore[assignment]  # noqa: SLF001  # listens, then steps back
    _run(extractor, documents)
    extractor._nlp = nlp  # noqa: SLF001
    bare, whole = [], []
    for _ in range(repeat):
        began = process_time()
        for texts in heard.texts:
            list(nlp.pipe([Doc(nlp.vocab, [t.text for t in d], [bool(t.whitespace_) for t in d]) for d in texts]))
        bare.append(process_time() - began)
        began = process_time()
        _run(extractor, documents)
        whole.append(process_time() - began)
    return min(bare), min(whole)


def _run(extractor: Extractor, documents: list[Document]) -> None:
    for document in documents:
        extractor.extract(document)


def _documents(folder: Path) -> list[Document]:
    records = (r for r in read_records(folder) if isinstance(r, Record))
    made = (make_document(r, load_passage_rules("fr")) for r in records)
    return [d for d in made if isinstance(d, Document)]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--repeat", type=int, default=3)
    given = parser.parse_args()
    documents = _documents(given.folder)
    bare, whole = measure(load_extractor(), documents, given.repeat)
    characters = sum(len(d.text) for d in documents)
    print(f"{len(documents)} documents, {characters} characters")
    print(f"model {bare:.2f} s, extract {whole:.2f} s: own code {whole / bare - 1:.2f} of the model")


if __name__ == "__main__":
    main()
