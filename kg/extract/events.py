"""Event mentions with their roles: triggers read in their sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.extract.figures import figure
from kg.extract.moods import is_negated
from kg.extract.owners import Owner
from kg.extract.parsed import Token, Tokens
from kg.extract.reading import Reading
from kg.extract.roles import Role, RoleReader
from kg.extract.status import factuality, status_of_act, weakest
from kg.extract.surroundings import Surroundings
from kg.extract.syntax import Argument, Syntax
from kg.extract.triggers import TriggerIndex, TriggerMatch, trigger_matches
from kg.model import EntityType, Factuality
from kg.vocabulary import Trigger, Vocabulary

__all__ = ["EventReader", "FoundEvent", "Owner", "Role"]

#: below it a trigger counts only with a role besides the place
_WEAK = 0.5
#: the class of journeys
_JOURNEY = "Travel"
#: characters after a trigger in which a weapon makes its class more specific
_MEANS_REACH = 60


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """One event mention, before it is joined with others."""

    reading: Reading
    match: TriggerMatch
    event_class: str
    factuality: Factuality
    roles: tuple[Role, ...]

    @property
    def head(self) -> Token:
        """The word that carries the arguments."""
        return self.match.head

    @property
    def rule(self) -> str:
        """Which kind of reading found it."""
        return f"fr/events.{self.match.trigger.kind}"


class EventReader:
    """Finds the events of one reading."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        index: TriggerIndex,
        syntax: Syntax,
        owner: Owner,
        blocked: frozenset[int] = frozenset(),
        lists: Mapping[int, tuple[int, ...]] | None = None,
    ) -> None:
        """Prepare a reader.

        Args:
            vocabulary: event classes with the roles that they allow.
            index: their triggers by form.
            syntax: functions of the reading's words.
            owner: the entity that a word names.
            blocked: indices of words that are part of a noun of several words (``mis en cause``) or a name.
            lists: for the index of a head in a list, the heads of all its items.
        """
        self._vocabulary = vocabulary
        self._index = index
        self._syntax = syntax
        self._owner = owner
        self._blocked = blocked
        self._surroundings = Surroundings(vocabulary, syntax, owner)
        self._roles = RoleReader(vocabulary, syntax, owner, lists or {})
        language = syntax.profile.code
        #: classes that a weapon makes of a more general one, with the words for it
        self._means = [(n, e.means[language]) for n, e in sorted(vocabulary.events.items()) if e.means.get(language)]

    def read(self, reading: Reading) -> Iterator[FoundEvent]:
        """Event mentions in text order; a word that an expression took names no event of its own."""
        for sent in reading.doc.sents:
            found: list[FoundEvent] = []
            for readings in trigger_matches(sent, self._index, self._syntax):
                head = readings[0].head
                if not any(f.head.idx <= head.idx < f.match.reach for f in found):
                    event = self._first_that_holds(reading, readings, sent)
                    found += [event] if event is not None else []
            told = [f for f in found if not self._is_course_of(f, found)]
            yield from sorted(told, key=lambda f: (f.match.begin, f.match.end))

    def _is_course_of(self, event: FoundEvent, found: Sequence[FoundEvent]) -> bool:
        """``La marche partira de la gare``: a journey of what another word names is that one's course, no journey."""
        if not event.match.verbal or not self._vocabulary.is_a(event.event_class, _JOURNEY):
            return False
        subjects = {t.i for t in self._syntax.surface_subjects(event.head)}
        return any(f.head.i in subjects and not f.match.verbal for f in found)

    def _first_that_holds(self, reading: Reading, matches: Iterable[TriggerMatch], sent: Tokens) -> FoundEvent | None:
        for match in matches:
            if match.head.i in self._blocked or self._is_only_people(match) or self._only_names(match):
                continue
            arguments = list(self._surroundings.arguments(match))
            if not self._holds(match.trigger, arguments):
                continue
            status = self._status(match)
            roles = self._roles.read(match, [*arguments, *self._surroundings.place_of_clause(match)], status)
            if match.trigger.score >= _WEAK or any(r.role != "place" for r in roles):
                return FoundEvent(reading, match, self._by_means(match, sent), status, roles)
        return None

    def _is_only_people(self, match: TriggerMatch) -> bool:
        """``évacuer des blessés``: a noun for victims names an event only if it counts them or denies them."""
        cues = self._syntax.profile.cues
        if match.verbal or match.head.lower_ not in cues["victim_plurals"]:
            return False
        return figure(match.head, self._syntax, least=1) is None and not is_negated(match.head, self._syntax)

    def _only_names(self, match: TriggerMatch) -> bool:
        """``un homme nommé X``, ``une boîte de nuit nommée la Reina``: gives a name, no office."""
        head = match.head
        if head.lower_ not in self._syntax.profile.cues["naming_participles"] or self._syntax.auxiliaries(head):
            return False
        after = (t for t in head.doc[head.i + 1 : head.sent.end] if not self._syntax.word(t, "strictly_definite"))
        following = next(after, None)
        return following is not None and following.text[0].isupper() and following.pos_ == "PROPN"

    def _status(self, match: TriggerMatch) -> Factuality:
        status = factuality(match.head, self._syntax, verbal=match.verbal)
        if status is Factuality.PLANNED and self._vocabulary.events[match.trigger.event_class].speech:
            status = status_of_act(match.head, self._syntax) or status
        own = match.trigger.factuality
        return weakest(status, Factuality(own)) if own else status

    def _by_means(self, match: TriggerMatch, sent: Tokens) -> str:
        """The class, made more specific by a weapon named after the trigger (``s'en est pris au couteau à``)."""
        own = match.trigger.event_class
        stop = min(sent.end_char, match.end + _MEANS_REACH)
        after = sent.doc.lowered[match.begin : stop]
        for name, phrases in self._means:
            if any(phrase in after for phrase in phrases) and name != own and self._vocabulary.is_a(name, own):
                return name
        return own

    # --- conditions of a trigger -------------------------------------------------------------------------------

    def _holds(self, trigger: Trigger, arguments: Sequence[Argument]) -> bool:
        """Whether the arguments that the trigger needs are there, of the types and with the words that it wants."""
        for function, types in trigger.needs.items():
            mine = [a for a in arguments if a.function == function]
            if not mine or (types and not any(self._is_of_type(a.head, types) for a in mine)):
                return False
        for function, types in trigger.lacks.items():
            mine = [a for a in arguments if a.function == function]
            if mine and (not types or any(self._is_of_type(a.head, types) for a in mine)):
                return False
        for function, words in trigger.words.items():
            if not any(words & self._names_of(a.head) for a in arguments if a.function == function):
                return False
        return True

    def _names_of(self, token: Token) -> frozenset[str]:
        """The word's own forms, and the first part of a compound: ``un poste-frontière`` is a ``poste``."""
        first = token.lower_.partition("-")[0]
        return self._syntax.lemmas(token) | {token.lower_, token.lemma_.lower(), first}

    def _is_of_type(self, token: Token, types: tuple[str, ...]) -> bool:
        cluster = self._owner(token)
        if cluster is None:  # "aucun n'a été suspendu", "il" of whom nothing is known
            return EntityType.PERSON.value in types and self._syntax.word(token, "human_pronouns")
        return cluster.type.value in types
