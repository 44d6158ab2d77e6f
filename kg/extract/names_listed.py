"""Names that lists and patterns know: organizations, institutions, sites, acronyms, kunyas, accounts, hashtags."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.candidate import Candidate, name_candidate
from kg.extract.finders import FoundOrganization
from kg.extract.lexicon import Lexicon
from kg.extract.reading import Reading
from kg.language.spelling import spaced_key
from kg.model import EntityType

_FIRST_WORD = re.compile(r"[^\W\d_]+\s")
_WORD_BEFORE_ANOTHER = re.compile(r"\s*(\w+'|\w+)(?=\s|\w)")
_SENTENCE_END = ".!?:"


def listed_names(reading: Reading, lexicon: Lexicon) -> Iterator[Candidate]:
    """Names that need no parse, in a reading of any language; they may overlap."""
    found = [
        *_organizations(reading, lexicon),
        *_institutions(reading, lexicon),
        *_announced(reading, lexicon),
        *_authors(reading, lexicon),
        *_initials(reading, lexicon),
        *_accounts(reading, lexicon),
    ]
    return (name for name in found if name is not None)


def _organizations(reading: Reading, lexicon: Lexicon) -> Iterator[Candidate | None]:
    for found in lexicon.organizations.find(reading.text):
        if not found.ambiguous or _is_free_standing(reading.text, found.begin):
            begin, authority = _bare_begin(reading.text, found, lexicon), found.organization.id
            yield name_candidate(reading, (begin, found.end), EntityType.ORGANIZATION, "gazetteer", authority=authority)


def _is_free_standing(text: str, begin: int) -> bool:
    """A name that is also a word counts only inside a sentence and in capitals."""
    before = text[:begin].rstrip()
    return bool(before) and before[-1] not in _SENTENCE_END and text[begin].isupper()


def _bare_begin(text: str, found: FoundOrganization, lexicon: Lexicon) -> int:
    """Where the bare name begins: without an article or a common noun (``groupe État islamique``)."""
    name = text[found.begin : found.end]
    opening = _opening(name, lexicon)
    if name in lexicon.names.keep_article or not opening or len(opening) >= len(name):
        return found.begin
    rest = lexicon.organizations.get(name[len(opening) :])
    is_article = opening.strip().lower() in lexicon.names.leading
    is_same = rest is not None and rest.id == found.organization.id
    return found.begin + len(opening) if is_article or is_same else found.begin


def _opening(name: str, lexicon: Lexicon) -> str:
    """An elided article or preposition, or a word without capital, that a name opens with; may be empty."""
    for word in lexicon.names.leading:
        if word.endswith("'") and name.lower().startswith(word):
            return name[: len(word)]
    first = _FIRST_WORD.match(name)
    return first[0] if first is not None and first[0].islower() else ""


def _institutions(reading: Reading, lexicon: Lexicon) -> Iterator[Candidate | None]:
    """Courts, ministries, agencies, parties, streets, sites: whatever the language's patterns build."""
    for pattern in lexicon.names.patterns:
        for match in pattern.pattern.finditer(reading.text):
            begin, end = match.start(), match.start() + len(match[0].rstrip())
            first, _, rest = match[0].partition(" ")
            if first in lexicon.names.bare_sites and rest:
                begin = _after_leading(reading.text, begin + len(first), lexicon)
            if begin < end:
                yield name_candidate(reading, (begin, end), pattern.type, "pattern")


def _after_leading(text: str, at: int, lexicon: Lexicon) -> int:
    """Where the first word after articles and prepositions begins."""
    while True:
        match = _WORD_BEFORE_ANOTHER.match(text, at)
        if match is None or match[1].lower() not in lexicon.names.leading:
            return at + len(text[at:]) - len(text[at:].lstrip())
        at = match.end()


def _announced(reading: Reading, lexicon: Lexicon) -> Iterator[Candidate | None]:
    """Kunyas, acronyms in brackets, and names after a common noun that announces a body."""
    rules = lexicon.names
    for match in rules.kunya.finditer(reading.text):
        yield name_candidate(reading, match.span(), EntityType.PERSON, "kunya")
    for match in rules.addressed.finditer(reading.text):
        yield name_candidate(reading, match.span("name"), EntityType.PERSON, "announced")
    for match in rules.acronym.finditer(reading.text):
        located = not match["acronym"].isupper() and lexicon.place(match["acronym"]) is not None
        type_ = EntityType.PLACE if located else EntityType.ORGANIZATION  # "né à Sens (Yonne)"
        yield name_candidate(reading, match.span("acronym"), type_, "acronym")
    for match in rules.announced.finditer(reading.text):
        if spaced_key(match["name"]) not in lexicon.demonyms and not lexicon.is_country(match["name"]):
            yield name_candidate(reading, match.span("name"), EntityType.ORGANIZATION, "announced")


def _authors(reading: Reading, lexicon: Lexicon) -> Iterator[Candidate | None]:
    """Authors of posts, and accounts, typed by their author's name where it is given."""
    rules, known = lexicon.names, dict[str, str]()
    for match in rules.author.finditer(reading.text):
        known[match["handle"]] = match["name"]
        yield name_candidate(reading, match.span("name"), lexicon.author_type(match["name"]), "handle")
    for match in rules.handle.finditer(reading.text):
        type_ = lexicon.author_type(known.get(match["name"], match["name"]))
        yield name_candidate(reading, match.span("name"), type_, "handle")


def _initials(reading: Reading, lexicon: Lexicon) -> Iterator[Candidate | None]:
    """``Kevin D.``: a first name and the letter to which the press shortens the name of whom it may not name."""
    for match in lexicon.names.initial.finditer(reading.text):
        if lexicon.gazetteer.is_first_name(match["first"]):
            yield name_candidate(reading, match.span(), EntityType.PERSON, "pattern")


def _accounts(reading: Reading, lexicon: Lexicon) -> Iterator[Candidate | None]:
    """Hashtags that are a listed organization's name."""
    for match in lexicon.names.hashtag.finditer(reading.text):
        entry = lexicon.organizations.get(match["name"].replace("_", " "))
        if entry is not None:
            yield name_candidate(reading, match.span("name"), EntityType.ORGANIZATION, "handle", authority=entry.id)
