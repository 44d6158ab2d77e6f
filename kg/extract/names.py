"""Named mentions: the model's names corrected by patterns, gazetteers and the rest of the document."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from kg.extract.candidate import Candidate, name_key, without_overlaps
from kg.extract.lexicon import Lexicon
from kg.extract.reading import Reading
from kg.model import EntityType, MentionKind

_MODEL_TYPES = {"PER": EntityType.PERSON, "LOC": EntityType.PLACE, "ORG": EntityType.ORGANIZATION}
#: how far each kind of finding is trusted when two of them overlap at equal length
_SCORES = {"gazetteer": 0.97, "pattern": 0.95, "acronym": 0.93, "handle": 0.92, "kunya": 0.9, "announced": 0.88, "place": 0.86, "short": 0.87, "model": 0.85, "consistency": 0.8}
#: shorter names are not looked for elsewhere in the document: too many of them are words
_MIN_CONSISTENT = 3


def named_candidates(readings: Iterable[Reading], lexicon: Lexicon) -> list[Candidate]:
    """Every name in a document's readings, typed by all the evidence of the document."""
    readings = list(readings)
    found: list[Candidate] = []
    for reading in readings:
        raw = [*_from_gazetteer(reading, lexicon), *_from_patterns(reading, lexicon)]
        if reading.parsed:
            raw += [*_from_model(reading, lexicon), *_known_places(reading, lexicon), *_short_forms(reading, lexicon)]
        found += without_overlaps(raw)
    located = _located(readings, found, lexicon)
    found = _retyped(found, located, lexicon)
    found += _consistent(readings, found)
    return without_overlaps(_retyped(found, located, lexicon))


def _candidate(
    reading: Reading, begin: int, end: int, type_: EntityType, rule: str, authority: str = ""
) -> Candidate | None:
    """A candidate over whole tokens; None if the characters hold no token."""
    tokens = reading.doc.char_span(begin, end, alignment_mode="expand")
    if tokens is None or not tokens.text.strip():
        return None
    head = tokens.root.i if reading.parsed else tokens.start
    return Candidate(
        reading.index, begin, end, head, reading.doc.text[begin:end], MentionKind.NAMED, type_, f"names.{rule}",
        _SCORES[rule], authority=authority,
    )  # fmt: skip


# --- the model ---------------------------------------------------------------------------------------------------


def _from_model(reading: Reading, lexicon: Lexicon) -> Iterator[Candidate]:
    for ent in reading.doc.ents:
        type_ = _MODEL_TYPES.get(ent.label_)
        for piece in _pieces(ent):
            tokens = trimmed(piece, lexicon)
            if tokens is None or not _is_name(tokens, lexicon):
                continue
            if lexicon.names.office_before.search(reading.doc.text[: tokens.start_char]):
                continue
            kind = type_ or _type_of_unclear(tokens, lexicon)
            if kind is not None:
                found = _candidate(reading, tokens.start_char, tokens.end_char, kind, "model")
                if found is not None:
                    yield found


def _pieces(ent: Tokens) -> Iterator[Tokens]:
    """The parts of a name that the model drew over a bracket or a dash between spaces."""
    start = ent.start
    for token in ent:
        if token.text in ("(", ")", "«", "»", "\"", ",", ";", ":"):
            if token.i > start:
                yield ent.doc[start : token.i]
            start = token.i + 1
    if start < ent.end:
        yield ent.doc[start : ent.end]


def trimmed(tokens: Tokens, lexicon: Lexicon) -> Tokens | None:
    """A name without the article, preposition, title or function before it and the punctuation around it."""
    if tokens.text.replace("’", "'") in lexicon.names.keep_article:
        return tokens
    start, end = tokens.start, tokens.end
    doc = tokens.doc
    while start < end and (_is_leading(doc, start, lexicon) or _is_common_head(doc, start, end, lexicon) or not any(c.isalnum() for c in doc[start].text)):
        start += 1
    while end > start and (not any(c.isalnum() for c in doc[end - 1].text) or doc[end - 1].lower_ in lexicon.names.leading):
        end -= 1
    return doc[start:end] if start < end else None


def _is_common_head(doc: Doc, at: int, end: int, lexicon: Lexicon) -> bool:
    """A common noun before a name (``groupe X``, ``agence Y``): institutions' own nouns are found by the patterns."""
    word = doc[at].text
    return word.islower() and "-" not in word and at + 1 < end and word not in lexicon.names.person_particles

def _is_leading(doc: Doc, at: int, lexicon: Lexicon) -> bool:
    token = doc[at]
    if token.lower_ in lexicon.names.leading and (token.text[0].islower() or at + 1 < len(doc)):
        return token.text[0].islower() or token.is_sent_start is not False or token.lower_ in ("l'", "la", "le", "les")
    noun = lexicon.person_nouns.get(token.lower_)
    return noun is not None and noun.category in ("title", "function") and (token.text[0].islower() or noun.category == "title")


def _is_name(tokens: Tokens, lexicon: Lexicon) -> bool:
    first = tokens[0]
    if not any(t.text[0].isupper() or not t.text[0].isascii() and t.text[0].isalpha() for t in tokens):
        return False
    if len(tokens) == 1:
        if name_key(first.text) in lexicon.demonyms and first.text[0].isupper():
            return False
        if first.lower_ in lexicon.names.not_names:
            return False
        if first.lower_ in lexicon.person_nouns and first.is_sent_start:
            return False
    return not (first.lower_ in lexicon.names.not_names and first.is_sent_start and len(tokens) <= 2 and not first.is_upper)


def _type_of_unclear(tokens: Tokens, lexicon: Lexicon) -> EntityType | None:
    """The model's MISC is an event or product more often than not: kept only where a list or its form knows better."""
    if lexicon.place(tokens.text) is not None and len(tokens) <= 3:
        return EntityType.PLACE
    if len(tokens) == 1 and tokens.text.isupper() and 2 <= len(tokens.text) <= 6:
        return EntityType.ORGANIZATION
    return None


# --- lists and patterns ------------------------------------------------------------------------------------------


def _from_gazetteer(reading: Reading, lexicon: Lexicon) -> Iterator[Candidate]:
    text = reading.doc.text
    for begin, end, entry, ambiguous in lexicon.organizations.find(text):
        if ambiguous and not _is_free_standing(text, begin, end):
            continue
        begin = _bare_begin(text, begin, end, entry.id, lexicon)
        found = _candidate(reading, begin, end, EntityType.ORGANIZATION, "gazetteer", authority=entry.id)
        if found is not None:
            yield found


def _bare_begin(text: str, begin: int, end: int, id_: str, lexicon: Lexicon) -> int:
    """Where the bare name begins: without an article or a common noun (``groupe État islamique``)."""
    if text[begin:end] in lexicon.names.keep_article:
        return begin
    first = re.match(r"(?:[lLdD]'|[a-zà-ÿ]+\s)", text[begin:end])
    if first is None or first.end() >= end - begin:
        return begin
    rest = lexicon.organizations.get(text[begin + first.end() : end])
    article = first[0].strip().lower() in lexicon.names.leading
    return begin + first.end() if article or (rest is not None and rest.id == id_) else begin


def _is_free_standing(text: str, begin: int, end: int) -> bool:
    """A name that is also a word counts only inside a sentence and in capitals."""
    before = text[:begin].rstrip()
    return bool(before) and before[-1] not in ".!?:" and text[begin].isupper()


def _from_patterns(reading: Reading, lexicon: Lexicon) -> Iterator[Candidate]:
    text, rules = reading.doc.text, lexicon.names
    for pattern in rules.patterns:
        for match in pattern.pattern.finditer(text):
            begin, end = match.start(), match.start() + len(match[0].rstrip())
            first, _, rest = match[0].partition(" ")
            if first in rules.bare_sites and rest:
                begin = _after_leading(text, begin + len(first), lexicon)
            found = _candidate(reading, begin, end, pattern.type, "pattern")
            if found is not None and begin < end:
                yield found
    groups = ((rules.kunya, 0, EntityType.PERSON, "kunya"), (rules.acronym, "acronym", EntityType.ORGANIZATION, "acronym"),
              (rules.announced, "name", EntityType.ORGANIZATION, "announced"))  # fmt: skip
    for regex, group, type_, rule in groups:
        for match in regex.finditer(text):
            found = _candidate(reading, *match.span(group), type_, rule)
            if found is not None and _announces(found, lexicon):
                yield found
    yield from _handles(reading, lexicon)


def _announces(found: Candidate, lexicon: Lexicon) -> bool:
    return not (found.rule == "names.announced" and (name_key(found.text) in lexicon.demonyms or lexicon.is_country(found.text)))


def _after_leading(text: str, at: int, lexicon: Lexicon) -> int:
    while True:
        match = re.match(r"[\s]*(\w+'|\w+)(?=\s|\w)", text[at:])
        if match is None or match[1].lower() not in lexicon.names.leading:
            return at + len(text[at:]) - len(text[at:].lstrip())
        at += match.end()


def _handles(reading: Reading, lexicon: Lexicon) -> Iterator[Candidate]:
    text, rules = reading.doc.text, lexicon.names
    authors = [m for m in rules.author.finditer(text)]
    known = {m["handle"]: m["name"] for m in authors}
    for match in authors:
        found = _candidate(reading, *match.span("name"), lexicon.author_type(match["name"]), "handle")
        if found is not None:
            yield found
    for match in rules.handle.finditer(text):
        found = _candidate(reading, *match.span("name"), lexicon.author_type(known.get(match["name"], match["name"])), "handle")
        if found is not None:
            yield found
    for match in rules.hashtag.finditer(text):
        entry = lexicon.organizations.get(match["name"].replace("_", " "))
        if entry is not None:
            found = _candidate(reading, *match.span("name"), EntityType.ORGANIZATION, "handle", authority=entry.id)
            if found is not None:
                yield found


def _known_places(reading: Reading, lexicon: Lexicon) -> Iterator[Candidate]:
    """Capitalised words after a preposition of place that the gazetteer knows, where the model saw no name."""
    doc = reading.doc
    for token in doc:
        if not token.text[:1].isupper() or token.i == 0:
            continue
        before = doc[token.i - 1]
        if before.lower_ not in lexicon.names.place_prepositions and before.lower_ not in ("la", "le", "l'", "du", "de", "d'"):
            continue
        for size in (3, 2, 1):
            tokens = doc[token.i : token.i + size]
            if len(tokens) < size or not all(t.text[0].isalpha() for t in tokens):
                continue
            place = lexicon.place(tokens.text)
            if place is not None and (place.prominent or before.lower_ in lexicon.names.place_prepositions):
                if _is_name(tokens, lexicon):
                    found = _candidate(reading, tokens.start_char, tokens.end_char, EntityType.PLACE, "place")
                    if found is not None:
                        yield found
                break


def _short_forms(reading: Reading, lexicon: Lexicon) -> Iterator[Candidate]:
    """``la Défense``, ``le Conseil``: a body's common noun in capitals after an article, inside a sentence."""
    for token in reading.doc:
        if not token.text[0].isupper() or token.is_sent_start or token.i == 0 or token.is_upper:
            continue
        noun = lexicon.person_nouns.get(token.lower_)
        if noun is None or noun.category != "body" or noun.plural or token.lower_ in lexicon.profile.country_nouns:
            continue
        if lexicon.names.office_before.search(reading.doc.text[: token.idx]):
            continue
        if reading.doc[token.i - 1].lower_ in lexicon.profile.words["strictly_definite"] | {"du", "au"}:
            found = _candidate(reading, token.idx, token.idx + len(token.text), EntityType.ORGANIZATION, "short")
            if found is not None:
                yield found


# --- the whole document ------------------------------------------------------------------------------------------


def _located(readings: Sequence[Reading], found: Sequence[Candidate], lexicon: Lexicon) -> frozenset[str]:
    """Keys of names that stand after a preposition that only places take."""
    keys = set()
    for c in found:
        before = readings[c.reading].doc.text[: c.begin].split()[-1:]
        if before and before[0].lower() in lexicon.names.place_only_prepositions:
            keys.add(name_key(c.text))
    return frozenset(keys)


def _retyped(found: list[Candidate], located: frozenset[str], lexicon: Lexicon) -> list[Candidate]:
    """One type for each name of a document: a list's, else the surname's of a full name, else the best supported."""
    votes: dict[str, Counter[EntityType]] = defaultdict(Counter)
    surnames: set[str] = set()
    for c in found:
        votes[name_key(c.text)][c.type] += int(c.score * 100)
        parts = name_key(c.text).split()
        if c.type is EntityType.PERSON and len(parts) > 1:
            surnames.update((parts[-1], " ".join(parts[1:]), parts[0]))
    typed = []
    for c in found:
        key = name_key(c.text)
        type_ = min(votes[key], key=lambda t: (-votes[key][t], t))
        if c.authority:
            type_ = EntityType.ORGANIZATION
        elif key in surnames and not c.authority and not lexicon.is_country(c.text):
            type_ = EntityType.PERSON
        elif type_ is not EntityType.PLACE and lexicon.is_country(c.text):
            type_ = EntityType.PLACE
        elif type_ is EntityType.PERSON and key in located and " " not in key and not lexicon.gazetteer.is_first_name(c.text):
            type_ = EntityType.PLACE
        typed.append(replace(c, type=type_))
    return typed


def _consistent(readings: list[Reading], found: list[Candidate]) -> list[Candidate]:
    """Further occurrences of the document's names, surnames of its persons, and capitals of them in titles."""
    wanted: dict[str, tuple[EntityType, str]] = {}
    for c in found:
        if len(c.text) >= _MIN_CONSISTENT and c.text[0].isupper():
            wanted.setdefault(c.text, (c.type, c.authority))
            wanted.setdefault(c.text.upper(), (c.type, c.authority))
        parts = c.text.split()
        if c.type is EntityType.PERSON and len(parts) > 1 and len(parts[-1]) >= _MIN_CONSISTENT:
            wanted.setdefault(" ".join(parts[1:]), (c.type, c.authority))
            wanted.setdefault(parts[-1], (c.type, c.authority))
    if not wanted:
        return []
    names = "|".join(re.escape(name) for name in sorted(wanted, key=lambda n: (-len(n), n)))
    pattern = re.compile(rf"(?<![\w@#/.-])(?:{names})(?![\w@/-])")
    more = []
    for reading in readings:
        for match in pattern.finditer(reading.doc.text):
            type_, authority = wanted[match[0]]
            candidate = _candidate(reading, *match.span(), type_, "consistency", authority)
            if candidate is not None:
                more.append(candidate)
    return more
