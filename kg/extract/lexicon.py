"""The word lists that extraction looks names and nouns up in, gathered once for a process."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.candidate import name_key
from kg.language.gazetteer import Gazetteer, Organization, OrganizationIndex, PersonNoun, load_gazetteer, name_words
from kg.language.inflections import Inflections, load_inflections
from kg.language.names import NameRules, load_name_rules
from kg.language.places import PlaceIndex, load_places
from kg.language.profile import LanguageProfile, load_profile
from kg.language.relations import RelationRules, load_relation_rules
from kg.model import EntityType
from kg.vocabulary import Vocabulary

_WORD = re.compile(r"\w+")
#: a city of fewer people is taken for a place by itself only after a preposition of place
_PROMINENT_POPULATION = 50_000
_GEOPOLITICAL = ("country", "region", "city")


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """The best known place of a name."""

    id: str
    scheme: str
    label: str
    reason: str
    latitude: float | None
    longitude: float | None
    prominent: bool
    geopolitical: bool
    country: bool


@dataclass(frozen=True, slots=True)
class NounEntry:
    """A noun for people or bodies, as coreference needs it."""

    lemma: str
    category: str
    type: EntityType
    gender: str
    plural: bool


@dataclass(frozen=True, slots=True)
class DemonymEntry:
    """A form that says where someone comes from: a country's ISO code or a place's name."""

    iso: str
    place: str
    gender: str
    plural: bool


class OrganizationFinder:
    """Listed organizations in running text."""

    def __init__(self, index: OrganizationIndex) -> None:
        self._index = index
        self._ids = {entry.id: entry for entry in index.entries}
        self._first: dict[str, set[int]] = defaultdict(set)
        for match in index.names():
            words = name_words(match.name.text)
            if words:
                self._first[words[0]].add(len(_WORD.findall(match.name.text)))

    def by_id(self, id_: str) -> Organization | None:
        """The organization with an id."""
        return self._ids.get(id_)

    def get(self, text: str) -> Organization | None:
        """The organization of a name or account; None if unknown or of several bodies."""
        handle = self._index.handle(text)
        found = self._index.lookup(text)
        return handle or (found[0].organization if found and not found[0].name.ambiguous else None)

    def find(self, text: str) -> Iterator[tuple[int, int, Organization, bool]]:
        """``(begin, end, organization, ambiguous)`` of listed names, the longest at each place."""
        words = list(_WORD.finditer(text))
        at = 0
        while at < len(words):
            found = self._longest(text, words, at)
            if found is None:
                at += 1
                continue
            size, entry, ambiguous = found
            yield words[at].start(), words[at + size - 1].end(), entry, ambiguous
            at += size

    def _longest(self, text: str, words: list[re.Match[str]], at: int) -> tuple[int, Organization, bool] | None:
        key = name_words(words[at][0])
        for size in sorted(self._first.get(key[0], ()) if key else (), reverse=True):
            if at + size <= len(words):
                name = text[words[at].start() : words[at + size - 1].end()]
                matches = [m for m in self._index.lookup(name) if name == m.name.text or not m.name.text.isupper() or name.isupper()]
                if matches and any(c.isupper() or not c.isascii() for c in name):
                    return size, matches[0].organization, matches[0].name.ambiguous
        return None


@dataclass(frozen=True)
class Lexicon:
    """All lists of one language."""

    profile: LanguageProfile
    inflections: Inflections
    names: NameRules
    relations: RelationRules
    organizations: OrganizationFinder
    gazetteer: Gazetteer
    places: PlaceIndex
    person_nouns: Mapping[str, NounEntry]
    demonyms: Mapping[str, DemonymEntry]
    titles: frozenset[str]
    small_words: frozenset[str]
    vocabulary: Vocabulary

    def place(self, name: str) -> PlaceEntry | None:
        """The best place of a name, with the reason of the choice."""
        found = self.places.lookup(" ".join(name.split()))
        if not found:
            return None
        best = found[0]
        reason = f"best known of {len(found)} places called {name!r}" if len(found) > 1 else f"only place called {name!r}"
        return PlaceEntry(
            best.id, best.scheme, best.label, reason, best.latitude, best.longitude,
            prominent=best.kind != "city" or (best.population or 0) >= _PROMINENT_POPULATION,
            geopolitical=best.kind in _GEOPOLITICAL,
            country=best.kind == "country",
        )  # fmt: skip

    def place_by_id(self, key: str) -> PlaceEntry | None:
        """A country by its ISO code, any other place by its name."""
        if len(key) == 2 and key.isupper():
            found = self.places.country(key)
            return self.place(found.label) if found is not None else None
        return self.place(key)

    def is_country(self, name: str) -> bool:
        """Whether the name is a country's."""
        place = self.place(name)
        return place is not None and place.country

    def gender(self, name: str) -> str:
        """The gender that a person's first name shows: ``m``, ``f`` or empty."""
        first = name.split()[0] if len(name.split()) > 1 else name
        return self.gazetteer.gender(first) or ""

    def author_type(self, name: str) -> EntityType:
        """What the author of a post is: a person if the name opens with a first name, else an organization."""
        if self.organizations.get(name) is not None or not self.gazetteer.is_first_name(name.split("_")[0].split()[0]):
            return EntityType.ORGANIZATION
        return EntityType.PERSON

    def syntax_lemmas(self, token: Token) -> frozenset[str]:
        """Verbs of which a token may be a form."""
        found = frozenset(i.lemma for i in self.inflections.lookup(token.lower_))
        return found or frozenset({token.lemma_.lower()})

    @property
    def of_phrases(self) -> frozenset[str]:
        """The preposition of possession with and without its article."""
        of = self.profile.words["contracted_de"]
        return of | frozenset(f"{o} {d}" for o in of for d in self.profile.words["definite"])

    def has_verb(self, text: str) -> bool:
        """Whether a stretch of text holds a conjugated verb of the table."""
        return any(
            {"pres", "impf", "past", "fut", "cond"} & {t for i in self.inflections.lookup(w.lower()) for t in i.tags}
            and w.lower() not in self.person_nouns
            for w in _WORD.findall(text)
            if len(w) > 2
        )

    def ends(self, relation: str) -> tuple[frozenset[str], frozenset[str]]:
        """Domain and range of a relation: names of entity types."""
        found = self.vocabulary.relations[relation]
        return found.domain, found.range

    def event_label(self, event_class: str) -> str:
        """The event class's name in the language."""
        return self.vocabulary.events[event_class].label[self.profile.code]


def build_lexicon(vocabulary: Vocabulary, code: str = "fr") -> Lexicon:
    """Load every list of a language.

    Raises:
        DataError: naming the list that is missing or wrong.
    """
    profile, gazetteer = load_profile(code), load_gazetteer(code)
    nouns = {form.lower(): _noun(readings[0]) for form, readings in gazetteer.nouns.items()}
    nouns.update({form: _noun(readings[0]) for form, readings in gazetteer.nouns.items() if form.islower()})
    demonyms = {
        form: DemonymEntry(d.country or "", d.place or "", d.gender or "", d.number != "s")
        for form, d in gazetteer.demonyms.items()
    }
    demonyms.update({name_key(form): entry for form, entry in list(demonyms.items()) if name_key(form) not in demonyms})
    return Lexicon(
        profile=profile,
        inflections=load_inflections(code),
        names=load_name_rules(code),
        relations=load_relation_rules(code),
        organizations=OrganizationFinder(gazetteer.organizations),
        gazetteer=gazetteer,
        places=load_places(code),
        person_nouns=nouns,
        demonyms=demonyms,
        titles=frozenset(n.lemma for n in nouns.values() if n.category == "title"),
        small_words=frozenset(name_key(w) for w in profile.words["definite"] | profile.words["indefinite"] | {"et", "pour", "contre", "en", "d", "l", "a", "sur"}),
        vocabulary=vocabulary,
    )


def _noun(noun: PersonNoun) -> NounEntry:
    return NounEntry(noun.lemma, noun.category, noun.type, noun.gender or "", noun.number == "p" or noun.type is EntityType.GROUP)
