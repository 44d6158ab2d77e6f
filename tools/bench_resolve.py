"""Times resolution on synthetic entities: ``python -m tools.bench_resolve [--sizes 1000 10000 100000] [--write]``.

The generator makes a world of persons, bodies and towns, and documents that name some of them: spelt in another way,
shortened, by initials, misspelt; with ages, and with events. The seed is fixed: the same sizes give the same corpus.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import resource
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from time import process_time

from kg.model import (
    Claim,
    Document,
    DocumentFacts,
    Entity,
    EntityType,
    Evidence,
    Factuality,
    Link,
    Mention,
    MentionKind,
    Name,
    Span,
    Term,
    TermKind,
    TimeSpan,
    make_id,
)
from kg.resolve import resolve, uncertain_pairs

SIZES = (1_000, 10_000, 100_000)
PAGE = Path(__file__).parents[1] / "docs" / "resolve.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
_PER_DOCUMENT = 10
_GIVEN = """
    Mohamed Mohammed Karim Kareem Youssef Yusuf Hocine Hussein Abdelkader Ahmed Samira Nadia Fatima Rachid Tarik Walid
    Leila Jean Marc Luc Anne Marie Sophie Julie Pieter Koen Griet Bart Issa Moussa Amadou Aminata Oumar Ibrahim
    Souleymane Khadija Hassan Bilal Sofiane Mourad
"""
_SYLLABLES = """
    ba be bou cha da dri fa ga ha ja ka la lou ma me nou ou ra ri sa sou ta tou za ze van mont ver
"""
_HEADS = ("Brigade", "Ligue", "Union", "Fondation", "Collectif", "Tribunal de", "Institut")


class World:
    """Persons, bodies and towns, by number."""

    def __init__(self, size: int, seed: int = 7) -> None:
        self.random = random.Random(seed)
        self.given, self.syllables = _GIVEN.split(), _SYLLABLES.split()
        self.persons = [self._person() for _ in range(max(50, size // 6))]
        self.bodies = [self._body() for _ in range(max(20, size // 25))]
        self.towns = [self._word(3) for _ in range(max(20, size // 60))]

    def _person(self) -> tuple[str, str, int]:
        """First name, family name, year of birth."""
        return self.random.choice(self.given), self._word(3), self.random.randint(1940, 2004)

    def _body(self) -> str:
        return f"{self.random.choice(_HEADS)} {self._word(2)} {self._word(2)}"

    def _word(self, most: int) -> str:
        return "".join(self.random.choice(self.syllables) for _ in range(self.random.randint(2, most))).capitalize()

    def person(self) -> tuple[str, int]:
        """A person as some text writes the name, and the year of birth."""
        often = int(self.random.expovariate(8 / len(self.persons)))  # some are told of much more than others
        given, family, born = self.persons[min(often, len(self.persons) - 1)]
        full = f"{given} {family}"
        forms = (
            *(full, full, full, full.upper(), f"{given} El {family}", f"{family} {given}"),
            *(f"{given} {family[0]}.", f"{given[0]}. {family}", family, f"{given} {family[:-1]}"),
        )
        return self.random.choice(forms), born


def corpus(size: int) -> list[DocumentFacts]:
    """Documents with about ``size`` in-document entities."""
    world = World(size)
    return [_document(world, number) for number in range(size // _PER_DOCUMENT)]


def _document(world: World, number: int) -> DocumentFacts:
    chance = world.random
    year = chance.randint(2012, 2022)
    names: dict[tuple[EntityType, str], int | None] = {}
    for _ in range(_PER_DOCUMENT // 2):
        name, born = world.person()
        names[EntityType.PERSON, name] = year - born if chance.random() < 0.3 else None
    while len(names) < _PER_DOCUMENT:
        type_ = chance.choice((EntityType.ORGANIZATION, EntityType.PLACE))
        names[type_, chance.choice(world.bodies if type_ is EntityType.ORGANIZATION else world.towns)] = None
    text = " ".join(name for _, name in names)
    identifier = f"{number:06}.txt"
    day = TimeSpan(f"{year}-06-15", f"{year}-06-15", f"{year}-06-15")
    document = Document(make_id("doc", identifier), identifier, text, "fr", "0" * 64, published=day)
    entities, claims = zip(*_entities(document, names), strict=True)
    return DocumentFacts(document, entities, claims=tuple(c for c in claims if c))


def _entities(
    document: Document, names: dict[tuple[EntityType, str], int | None]
) -> Iterator[tuple[Entity, Claim | None]]:
    position = count(0)
    begin = 0
    for (type_, name), age in names.items():
        begin = document.text.index(name, begin)
        span = Span(document.id, begin, begin + len(name))
        begin = span.end
        mention = Mention(span, name, MentionKind.NAMED, type_, "fr/bench")
        id_ = make_id("entity", document.id, type_, next(position))
        links = (Link("geonames", make_id(name), "bench"),) if type_ is EntityType.PLACE else ()
        said = Evidence.read(document, span, "fr/bench")
        claim = (
            Claim(id_, "age", Term(TermKind.LITERAL, str(age), "integer"), Factuality.ASSERTED, (said,))
            if age
            else None
        )
        yield Entity(id_, type_, name, (mention,), (Name(name, "fr"),), links), claim


def measure(size: int) -> dict[str, float]:
    """One run in a process of its own, so that its memory is its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_measure, (size,))


def _measure(size: int) -> dict[str, float]:
    facts = corpus(size)
    entities = sum(len(f.entities) for f in facts)
    before = _megabytes()
    start = process_time()
    knowledge = resolve(facts)
    seconds = process_time() - start
    peak = _megabytes()
    asked = len(uncertain_pairs(facts))
    return {
        "entities": entities, "documents": len(facts), "seconds": seconds, "facts": before, "peak": peak,
        "resolved": len(knowledge.entities), "merges": len(knowledge.merges), "uncertain": asked,
    }  # fmt: skip


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


_COLUMNS = (
    "in-document entities", "documents", "CPU seconds", "µs an entity", "peak MB", "MB before", "entities", "merges",
    "asked",
)  # fmt: skip


def table(rows: list[dict[str, float]]) -> str:
    """The measured figures as Markdown."""
    lines = ["| " + " | ".join(_COLUMNS) + " |", "|" + "--:|" * len(_COLUMNS)]
    for r in rows:
        each = 1e6 * r["seconds"] / r["entities"]
        values = [
            r["entities"],
            r["documents"],
            each,
            r["peak"],
            r["facts"],
            r["resolved"],
            r["merges"],
            r["uncertain"],
        ]
        cells = [f"{value:,.0f}" for value in values]
        lines.append("| " + " | ".join([*cells[:2], f"{r['seconds']:.1f}", *cells[2:]]) + " |")
    return "\n".join(lines)


def main() -> None:
    """Measure each size and print the table; with ``--write`` put it into ``docs/resolve.md``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--write", action="store_true", help="put the table into docs/resolve.md")
    given = parser.parse_args()
    found = table([measure(size) for size in given.sizes])
    print(found)
    if given.write:
        text = PAGE.read_text(encoding="utf-8")
        before, rest = text.split(BEGIN)
        PAGE.write_text(f"{before}{BEGIN}\n{found}\n{END}{rest.split(END)[1]}", encoding="utf-8")


if __name__ == "__main__":
    main()
