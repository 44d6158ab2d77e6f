"""Varies training texts: other names in the same places, apostrophes, capitals, accents, and sentences of our own."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from tools.names.text import Name, Text, edit

#: share of the documents whose persons and towns are renamed
_RENAMED = 0.35
#: share of the short paragraphs in capitals
_CAPITALS = 0.04
#: characters: longer paragraphs are no titles
_TITLE = 400
#: share of the paragraphs where one name alone is in capitals, as in a dateline
_ONE_NAME = 0.04
#: share of the paragraphs with the other apostrophe
_APOSTROPHE = 0.4
#: share of the paragraphs whose capitals lose their accents
_BARE_CAPITALS = 0.15
#: slots that are filled from the list of this key, and their label
_LISTS = {
    "town": ("towns", "LOC"), "site": ("sites", "LOC"), "fsite": ("sites_f", "LOC"),
    "agency": ("agencies", "ORG"), "media": ("media", "ORG"), "armed": ("armed", "ORG"),
    "platform": ("platforms", "ORG"),
    "inst": ("institutions", "ORG"), "finst": ("institutions_f", "ORG"), "court": ("courts", "ORG"),
    "nat": ("nationalities", ""), "natm": ("nationalities_m", ""), "dem": ("demonyms", ""), "dems": ("demonyms_p", ""),
}  # fmt: skip
_DE_BEFORE_VOWEL = re.compile(r"\bde (?=[aeiouéèêâîôAEIOUÉÈÊÂÎÔ])")
_SLOT = re.compile(r"\{(\w+)\}")
#: a bare "à" or "de" before a place: a town, that another can stand for
_BEFORE_TOWN = re.compile(r"(?:^|[\s(])(?:à|de|vers|depuis) $")


class Variety:
    """Draws names and sentences from ``variety.yaml``; all chance comes from the ``rng`` that is given."""

    def __init__(self, path: Path, rng: random.Random) -> None:
        self._raw: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        self._rng = rng

    def person(self) -> tuple[str, str]:
        """A first name and a surname of one region."""
        region = self._raw["people"][self._rng.choice([r for r in self._raw["people"] if r != "noms_de_guerre"])]
        return self._rng.choice(region["first"]), self._rng.choice(region["last"])

    def rename(self, text: Text) -> Text:
        """In some documents, give persons and towns other names: the same one for the same name."""
        if self._rng.random() >= _RENAMED:
            return text
        others = self._other_persons(text)
        edits = [(n.begin, n.end, others[text.quote(n)]) for n in text.names if text.quote(n) in others]
        towns: dict[str, str] = {}
        for name in text.names:
            if name.label == "LOC" and _BEFORE_TOWN.search(text.text[: name.begin]):
                towns.setdefault(text.quote(name), self._rng.choice(self._raw["towns"]))
        edits += [
            (n.begin, n.end, towns[text.quote(n)]) for n in text.names if n.label == "LOC" and text.quote(n) in towns
        ]
        return edit(text, [e for e in edits if self._fits(text, e)])

    @staticmethod
    def _fits(text: Text, change: tuple[int, int, str]) -> bool:
        """No elision before a consonant, none missing before a vowel."""
        begin, _, new = change
        before = text.text[max(0, begin - 3) : begin]
        vowel = _plain(new[0]).lower() in "aeiouyh"
        return not before.endswith(("'", "’")) and not (vowel and before.endswith("de "))

    def _other_persons(self, text: Text) -> Mapping[str, str]:
        """A new name for each full name, and its surname for that surname alone."""
        quotes = sorted({text.quote(n) for n in text.names if n.label == "PER"}, key=lambda q: (-len(q), q))
        others: dict[str, str] = {}
        for quote in quotes:
            first, last = self.person()
            if " " in quote:
                others[quote] = f"{first} {last}"
                others.setdefault(quote.rsplit(" ", 1)[-1], last)
            elif quote[:1].isupper():
                others.setdefault(quote, last)
        return others

    def sentence(self, number: int) -> Text:
        """A carrier sentence with its slots filled; sentence ``number`` counts round the list."""
        carriers: list[str] = self._raw["carriers"]
        carrier = carriers[number % len(carriers)]
        parts: list[str] = []
        names: list[Name] = []
        last, known = 0, self._fixed()
        for slot in _SLOT.finditer(carrier):
            parts.append(carrier[last : slot.start()])
            value, label = self._fill(slot[1], known)
            begin = sum(map(len, parts))
            parts.append(value)
            if label:
                names.append(Name(begin, begin + len(value), label))
            last = slot.end()
        parts.append(carrier[last:])
        text = "".join(parts)
        elided = [(m.start(), m.end(), "d'") for m in _DE_BEFORE_VOWEL.finditer(text)]
        return edit(Text(f"carrier-{number}", text, _joined(names, text)), elided)

    def _fixed(self) -> dict[str, str]:
        """The slots that keep their value through a sentence."""
        article, full, acronym = self._rng.choice(self._raw["bodies"])
        the = article if article.endswith("'") else f"{article} "
        return {"the": the, "The": the.capitalize(), "full": full, "acr": acronym, "surname_only": self.person()[1]}

    def _fill(self, slot: str, known: dict[str, str]) -> tuple[str, str]:
        """The words for a slot and their label; no label for what is no name. A slot in capitals gives capitals."""
        if slot.isupper():
            value, label = self._fill(slot.lower(), known)
            return value.upper(), label
        pick = self._rng.choice
        if slot in {"per", "first", "last", "guerre"}:
            first, last = self.person()
            war = self._raw["people"]["noms_de_guerre"]
            known.setdefault("surname", last)
            alias = f"{pick(war['first'])} {pick(war['last'])}"
            return {"per": f"{first} {last}", "first": first, "last": last, "guerre": alias}[slot], "PER"
        if slot in {"surname", "surname_only"}:
            return known[slot], "PER"
        if slot in {"la", "le", "l"}:
            return pick(self._raw["countries"]["l'" if slot == "l" else slot]), "LOC"
        if slot in known:
            return known[slot], "" if slot.lower() == "the" else "ORG"
        key, label = _LISTS[slot]
        return str(pick(self._raw[key])).replace("{town}", pick(self._raw["towns"])), label

    def spell(self, text: Text) -> Text:
        """Vary capitals, accents and apostrophes of a paragraph."""
        chance = self._rng.random
        text = _without_wiki_blanks(text)
        if text.names and chance() < _ONE_NAME:
            name = self._rng.choice(text.names)
            text = edit(text, [(name.begin, name.end, text.quote(name).upper())])
        if len(text.text) < _TITLE and chance() < _CAPITALS:
            text = _same_length(text, text.text.upper())
        if chance() < _BARE_CAPITALS:
            text = _same_length(text, "".join(_plain(c) if c.isupper() else c for c in text.text))
        if chance() < _APOSTROPHE:
            text = replace(text, text=text.text.translate(str.maketrans("'’", "’'")))
        return text


def _joined(names: list[Name], text: str) -> tuple[Name, ...]:
    """First name and surname that stand together are one name."""
    joined: list[Name] = []
    for name in names:
        if joined and name.label == joined[-1].label == "PER" and text[joined[-1].end : name.begin] == " ":
            joined[-1] = replace(joined[-1], end=name.end)
        else:
            joined.append(name)
    return tuple(joined)


def _without_wiki_blanks(text: Text) -> Text:
    """The corpus has blanks before commas and points where links stood; news has not."""
    return edit(text, [(m.start(), m.end(), "") for m in re.finditer(r" +(?=[,.](?:\s|$))", text.text)])


def _same_length(text: Text, new: str) -> Text:
    """Replace the characters; offsets only hold if the length stays (ß, ligatures: leave the text)."""
    return replace(text, text=new) if len(new) == len(text.text) else text


def _plain(character: str) -> str:
    """Without its accent."""
    return unicodedata.normalize("NFD", character)[0]
