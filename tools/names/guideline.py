"""Brings the labels of a corpus to the project's guideline; the words are in ``guideline.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

import yaml

from tools.names.text import Name, Text

_BLANKS_AND_QUOTES = ' \t\n\u00a0\u202f«»"“”‘,;:.()[]-–—'
#: what may close a name though it is punctuation: "J. V.", "Yahoo!"
_CLOSING = _BLANKS_AND_QUOTES.replace(".", "")


@dataclass(frozen=True, slots=True)
class Guideline:
    """The words of ``guideline.yaml``, compiled."""

    winer: Mapping[str, str]
    popcorn: Mapping[str, str]
    article: re.Pattern[str]
    title: re.Pattern[str]
    generic_place: re.Pattern[str]
    platforms: frozenset[str]
    common: re.Pattern[str]
    function: re.Pattern[str]
    institution: re.Pattern[str]
    uncertain: re.Pattern[str]

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read and compile the file."""
        raw: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        return cls(
            winer=raw["winer"],
            popcorn=raw["popcorn"],
            article=re.compile(rf"(?:{_any(raw['articles'])})", 0),
            title=re.compile(rf"(?:{_any(raw['titles'])})\s+", re.IGNORECASE),
            generic_place=re.compile(
                rf"(?:{_any(raw['generic_places'])})\s+(?:de la\s+|de l['’]|du\s+|des\s+|de\s+|d['’])"
            ),
            platforms=frozenset(raw["platforms"]),
            common=re.compile(rf"[^\s-]+$|(?:{_any(raw['common'])})\b"),
            function=re.compile(raw["function"], re.IGNORECASE),
            institution=_institution(raw["institutions"]),
            uncertain=re.compile(raw["uncertain"]),
        )

    def bare(self, text: str, name: Name) -> Name | None:
        """The name without blanks, quotes, article and title; ``None`` if nothing that can be a name is left."""
        begin, end, before = name.begin, name.end, -1
        while begin < end and before != begin:
            before = begin
            begin += len(text[begin:end]) - len(text[begin:end].lstrip(_BLANKS_AND_QUOTES))
            begin += self._left(text[begin:end], name.label)
        end = begin + len(text[begin:end].rstrip(_CLOSING))
        quote = text[begin:end]
        if not quote or (quote.islower() and (name.label == "LOC" or self.common.match(quote))):
            return None
        if name.label == "ORG" and self.function.search(text, max(0, begin - 30), begin):
            return None
        return Name(begin, end, "ORG" if quote in self.platforms else name.label)

    def _left(self, quote: str, label: str) -> int:
        """How many characters to cut from the left."""
        article = self.article.match(quote)
        if article and not (label == "PER" and article[0].startswith("d")):  # de Gaulle
            rest = quote[article.end() :]
            if article[0][-1] in "'’" or rest[:1].isspace():
                return article.end()
        pattern = {"PER": self.title, "LOC": self.generic_place}.get(label)
        match = pattern.match(quote) if pattern else None
        return match.end() if match and match.end() < len(quote) else 0

    def apply(self, text: Text) -> Text:
        """Bare names, the longest where they nest."""
        found = (self.bare(text.text, n) for n in text.names)
        return replace(text, names=longest(n for n in found if n is not None))

    def complete(self, text: Text) -> Text:
        """For training: institutions in full, and doubt where the corpus is known to be uneven.

        A name that the same document has elsewhere, but not here, is unsure; so is a lower-case institution.
        """
        institutions = [Name(m.start(), m.end(), "ORG") for m in self.institution.finditer(text.text)]
        names = longest((*institutions, *text.names))
        unsure = list(text.unsure)
        unsure += [m.span() for m in self.uncertain.finditer(text.text)]
        for quote in sorted({text.quote(n) for n in names if len(text.quote(n)) > 2}):
            unsure += [m.span() for m in re.finditer(rf"(?<!\w){re.escape(quote)}(?!\w)", text.text)]
        free = (u for u in unsure if not any(n.begin < u[1] and u[0] < n.end for n in names))
        return replace(text, names=names, unsure=tuple(sorted(set(free))))


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


def _institution(raw: Mapping[str, list[str]]) -> re.Pattern[str]:
    """Head, adjectives, then what it is of; or one of those that are complete without."""
    upper = "A-ZÀ-ÖØ-Þ"
    capital = rf"[{upper}][\w’'-]*"
    of = r"(?:de la |de l['’]|du |des |de |d['’])"
    linked = rf"(?:{capital})(?: (?:{of})?(?:{capital})| [a-zà-ÿ]+s? et (?:{of})?{capital})*"
    head = rf"(?:{_any(raw['heads'])})(?: (?:{_any(raw['adjectives'])}))*"
    return re.compile(rf"\b(?:{head} {of}{linked}|(?:{_any(raw['complete'])})(?: {of}{linked})?)(?!\w)")


def longest(names: Iterable[Name]) -> tuple[Name, ...]:
    """Of names that overlap the longest; the first given of two as long."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: n.begin - n.end):
        if all(name.end <= k.begin or k.end <= name.begin for k in kept):
            kept.append(name)
    return tuple(sorted(kept))
