"""The word lists that extraction looks names and nouns up in, gathered once for a process."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.extract.finders import KnownPlace, OrganizationFinder, PlaceFinder
from kg.extract.parsed import Token
from kg.language.gazetteer import Demonym, Gazetteer, PersonNoun, load_gazetteer
from kg.language.inflections import Inflections, load_inflections
from kg.language.names import NameRules, load_name_rules
from kg.language.places import load_places
from kg.language.profile import LanguageProfile, load_profile
from kg.language.reference import ReferenceRules, load_reference_rules
from kg.language.relations import RelationRules, load_relation_rules
from kg.language.spelling import spaced_key
from kg.model import EntityType
from kg.vocabulary import Vocabulary

_WORD = re.compile(r"\w+")
#: tags of forms that are surely conjugated
_FINITE = frozenset({"pres", "impf", "past", "fut", "cond"})
#: code points before a name in which the office of its bearer is looked for
_OFFICE_REACH = 100


#: ends the first word of a noun of several, however the tokenizer cuts it
_OPENING = re.compile(r"[\s'\N{RIGHT SINGLE QUOTATION MARK}-]")


@dataclass(frozen=True)
class Lexicon:
    """All lists of one language."""

    profile: LanguageProfile
    inflections: Inflections
    names: NameRules
    reference: ReferenceRules
    relations: RelationRules
    organizations: OrganizationFinder
    gazetteer: Gazetteer
    places: PlaceFinder
    person_nouns: Mapping[str, PersonNoun]  #: by form in lower case
    noun_openings: frozenset[str]  #: first words of their forms
    demonyms: Mapping[str, Demonym]  #: by form in lower case, with and without accents and hyphens
    titles: frozenset[str]  #: lemmas
    small_words: frozenset[str]  #: words that acronyms skip, as keys
    event_nouns: frozenset[str]  #: single nouns that name events, in lower case
    vocabulary: Vocabulary

    def may_open_noun(self, form: str) -> bool:
        """Whether one of ``person_nouns`` may begin with a word in lower case."""
        return _OPENING.split(self.without_prefix(form), maxsplit=1)[0] in self.noun_openings

    def without_prefix(self, form: str) -> str:
        """``ex-otages``: the noun itself."""
        prefix = next((p for p in self.reference.noun_prefixes if form.startswith(p)), "")
        return form.removeprefix(prefix)

    def country_code(self, name: str) -> str:
        """A country's ISO code by its name; empty if it is none's."""
        place = self.places.get(name) if name[:1].isupper() else None
        return place.id if place is not None and place.country else ""

    def place(self, name: str) -> KnownPlace | None:
        """The best place of a name, with the reason of the choice."""
        return self.places.get(name)

    def is_country(self, name: str) -> bool:
        """Whether the name is a country's."""
        place = self.place(name)
        return place is not None and place.country

    def gender(self, name: str) -> str:
        """The gender that a person's first name shows: ``m``, ``f`` or empty."""
        return self.gazetteer.gender(name.split()[0]) or ""

    def author_type(self, name: str) -> EntityType:
        """What the author of a post is: a person if the name opens with a first name, else an organization."""
        first = name.split("_")[0].split()[:1]
        if self.organizations.get(name) is not None or not first or not self.gazetteer.is_first_name(first[0]):
            return EntityType.ORGANIZATION
        return EntityType.PERSON

    def verbs(self, token: Token) -> frozenset[str]:
        """Verbs of which a token may be a form; the model's lemma if the table knows none."""
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
            _FINITE & {tag for i in self.inflections.lookup(word) for tag in i.tags} and word not in self.person_nouns
            for word in (w.lower() for w in _WORD.findall(text) if len(w) > 2)
        )

    def follows_office(self, text: str, at: int) -> bool:
        """Whether ``text`` before ``at`` ends in an office (``ministre de la``): what follows is no body of its own."""
        return self.names.office_before.search(text, max(0, at - _OFFICE_REACH), at) is not None

    def reference_follows(self, text: str) -> bool:
        """Whether ``text`` after a noun describes someone: an age, an origin, or the end of the apposition."""
        return self.reference.after_apposition.match(text) is not None

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
    profile, gazetteer, names = load_profile(code), load_gazetteer(code), load_name_rules(code)
    nouns = _nouns_by_form(gazetteer)
    small = profile.words["definite"] | profile.words["indefinite"] | names.small_words
    return Lexicon(
        profile=profile,
        inflections=load_inflections(code),
        names=names,
        reference=load_reference_rules(code),
        relations=load_relation_rules(code),
        organizations=OrganizationFinder(gazetteer.organizations),
        gazetteer=gazetteer,
        places=PlaceFinder(load_places(code)),
        person_nouns=nouns,
        noun_openings=frozenset(_OPENING.split(form, maxsplit=1)[0] for form in nouns),
        demonyms={spaced_key(form): entry for form, entry in gazetteer.demonyms.items()} | dict(gazetteer.demonyms),
        titles=frozenset(n.lemma for n in nouns.values() if n.category == "title"),
        small_words=frozenset(map(spaced_key, small)),
        event_nouns=frozenset(
            trigger.lemma.lower()
            for event in vocabulary.events.values()
            for trigger in event.triggers.get(code, ())
            if trigger.kind == "noun"
        ),
        vocabulary=vocabulary,
    )


def _nouns_by_form(gazetteer: Gazetteer) -> dict[str, PersonNoun]:
    """The first reading of each noun by its form in lower case, which a form listed in lower case keeps for itself."""
    first = {form: readings[0] for form, readings in gazetteer.nouns.items()}
    lowered = {form.lower(): noun for form, noun in first.items()}
    return lowered | {form: noun for form, noun in first.items() if form.islower()}
