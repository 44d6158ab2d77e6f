"""Whole documents by hand: readings of parsed or plain passages, with the word lists of French."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, partial

import spacy
from spacy.language import Language

from kg.extract.candidate import Candidate
from kg.extract.clusters import Cluster
from kg.extract.coreference import Coreference
from kg.extract.lexicon import Lexicon, build_lexicon
from kg.extract.names import named_candidates
from kg.extract.nominals import nominal_candidates
from kg.extract.parsed import Doc, Token, Tokens
from kg.extract.reading import Reading
from kg.model import Alignment, Document, Passage, PassageKind, Run, Span
from kg.vocabulary import load_vocabulary


@cache
def lexicon() -> Lexicon:
    """The word lists of French."""
    return build_lexicon(load_vocabulary(), "fr")


@cache
def blank() -> Language:
    """A tokenizer."""
    return spacy.blank("fr")


def passage(begin: int, text: str, kind: PassageKind = PassageKind.BODY, language: str = "fr") -> Passage:
    """A passage at an offset of its document, cleaned text and text being the same."""
    run = Run(0, begin, len(text), len(text))
    return Passage(Span("doc", begin, begin + len(text)), kind, language, text, Alignment((run,)))


def readings(*docs: Doc, parsed: bool = True) -> tuple[Reading, ...]:
    """The passages of one document, each after a blank line."""
    found, begin = [], 0
    for index, doc in enumerate(docs):
        found.append(Reading(index, passage(begin, doc.text), doc, (), parsed=parsed))
        begin += len(doc.text) + 2
    return tuple(found)


def document(*found: Reading) -> Document:
    """The document that readings are of."""
    text = "\n\n".join(r.text for r in found)
    return Document("doc", "doc.txt", text, "fr", "0" * 64, tuple(r.passage for r in found))


def plain(text: str) -> tuple[Reading, ...]:
    """A document of one passage that is cut into words, but not parsed."""
    return readings(Doc(blank().make_doc(text)), parsed=False)


def marked(doc: Doc, **labels: str) -> Doc:
    """A text with the names that a model would see; blanks in the names written as underscores."""
    for name, label in labels.items():
        begin = doc.text.index(name.replace("_", " "))
        span = doc.char_span(begin, begin + len(name))
        assert span is not None
        doc.ents = [*doc.ents, Tokens(doc, span.start, span.end, label)]
    return doc


def names_in(found: Iterable[Reading]) -> dict[str, str]:
    """The names of a document and their types."""
    return {c.text: c.type.value for c in named_candidates(found, lexicon())}


def nominals_in(found: Iterable[Reading]) -> list[Candidate]:
    """The nominals and pronouns of a document outside its names."""
    found = tuple(found)
    return nominal_candidates(found, named_candidates(found, lexicon()), lexicon())


def resolved(*docs: Doc) -> Coreference:
    """The entities of a document of parsed passages."""
    found = readings(*docs)
    named = named_candidates(found, lexicon())
    coreference = Coreference(found, lexicon())
    coreference.resolve(named, nominal_candidates(found, named, lexicon()))
    return coreference


def told(coreference: Coreference) -> list[list[str]]:
    """What the members of each entity say, in text order."""
    clusters = [c for c in coreference.clusters if not c.absorbed]
    return sorted([m.text for m in sorted(c.members, key=lambda m: m.position)] for c in clusters)


def owner_in(coreference: Coreference, reading: int, token: Token) -> Cluster | None:
    """Whom a word stands for."""
    return coreference.owner.get((reading, token.i))


def owners(coreference: Coreference, reading: int = 0) -> partial[Cluster | None]:
    """What extractors ask of one reading."""
    return partial(owner_in, coreference, reading)
