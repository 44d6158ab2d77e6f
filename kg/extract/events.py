"""Event mentions with their roles: triggers read in their sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from kg.extract.clusters import Cluster
from kg.extract.reading import Reading
from kg.extract.status import describes_suspicion, factuality, mood, weakest
from kg.extract.syntax import Argument, Syntax
from kg.extract.triggers import TriggerIndex, TriggerMatch, trigger_matches
from kg.model import EntityType, Factuality
from kg.vocabulary import Trigger, Vocabulary

Owner = Callable[[Token], Cluster | None]

#: below it a trigger counts only with a role besides the place
_WEAK = 0.5
#: characters after a trigger in which a weapon makes its class more specific
_MEANS_REACH = 60
_PLACE_FUNCTIONS = ("à", "en", "dans", "sur", "près", "devant", "de")


@dataclass(frozen=True, slots=True)
class Role:
    """A filler of a role and the word by which it was found."""

    role: str
    cluster: Cluster
    head: Token
    factuality: Factuality


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
        self, vocabulary: Vocabulary, index: TriggerIndex, syntax: Syntax, owner: Owner, blocked: frozenset[int] = frozenset(),
        lists: Mapping[int, tuple[int, ...]] | None = None,
    ) -> None:  # fmt: skip
        self._lists = lists or {}  #: for a head in a list, the heads of its items
        self._blocked = blocked  #: words inside a noun of several words (``mis en cause``)
        self._vocabulary = vocabulary
        self._index = index
        self._syntax = syntax
        self._owner = owner

    def read(self, reading: Reading) -> Iterator[FoundEvent]:
        """Event mentions in text order."""
        for sent in reading.doc.sents:
            found: list[FoundEvent] = []
            for readings in trigger_matches(sent, self._index, self._syntax):
                head = readings[0].head
                if not any(f.head.idx <= head.idx < f.match.reach for f in found):
                    event = self._first_that_holds(reading, readings, sent)
                    found += [event] if event is not None else []
            yield from sorted(found, key=lambda f: (f.match.begin, f.match.end))

    def _first_that_holds(self, reading: Reading, matches: Iterable[TriggerMatch], sent: Tokens) -> FoundEvent | None:
        for match in matches:
            if match.head.i in self._blocked:
                continue
            arguments = list(self._arguments(match))
            if not self._holds(match.trigger, arguments):
                continue
            arguments += self._where(match)
            status = factuality(match.head, self._syntax, verbal=match.verbal)
            if match.trigger.factuality:
                status = weakest(status, Factuality(match.trigger.factuality))
            roles = tuple(self._roles(match, arguments, status))
            if match.trigger.score < _WEAK and not any(r.role != "place" for r in roles):
                continue
            return FoundEvent(reading, match, self._by_means(match, sent), status, roles)
        return None

    def _by_means(self, match: TriggerMatch, sent: Tokens) -> str:
        """The class, made more specific by a weapon named after the trigger (``s'en est pris au couteau à``)."""
        own = match.trigger.event_class
        after = sent.doc.text[match.begin : min(sent.end_char, match.end + _MEANS_REACH)].lower()
        for name, event_class in sorted(self._vocabulary.events.items()):
            if name != own and event_class.means and self._vocabulary.is_a(name, own):
                if any(phrase in after for phrase in event_class.means.get(self._syntax.profile.code, ())):
                    return name
        return own

    # --- tests -------------------------------------------------------------------------------------------------

    def _holds(self, trigger: Trigger, arguments: list[Argument]) -> bool:
        for function, types in trigger.needs.items():
            mine = [a for a in arguments if a.function == function]
            if not mine or (types and not any(self._fits(a.head, types) for a in mine)):
                return False
        for function, words in trigger.words.items():
            mine = [a for a in arguments if a.function == function]
            if not any(words & (self._syntax.lemmas(a.head) | {a.head.lower_, a.head.lemma_.lower()}) for a in mine):
                return False
        return True

    def _where(self, match: TriggerMatch) -> list[Argument]:
        """``à Bruxelles, où des écoles ont été fermées``: the antecedent is the place."""
        clause = match.head if self._syntax.is_(match.head, "relative") else match.head.head
        if not self._syntax.is_(clause, "relative") or not any(c.lower_ in self._syntax.profile.words["relative_place"] for c in clause.children):
            return []
        places = [clause.head, *(a.head for a in self._syntax.obliques(clause.head) if a.function == "de")]
        named = [p for p in places if (c := self._owner(p)) is not None and c.type is EntityType.PLACE]
        return [Argument("dans", p, direct=True) for p in named[:1]]

    def _fits(self, token: Token, types: tuple[str, ...]) -> bool:
        cluster = self._owner(token)
        return cluster is not None and cluster.type.value in types

    # --- arguments ---------------------------------------------------------------------------------------------

    def _arguments(self, match: TriggerMatch) -> Iterator[Argument]:
        if match.verbal:
            yield from self._with_lost_subject(match.head, list(self._syntax.verb_arguments(match.head)))
            return
        if match.trigger.kind == "adjective":
            yield Argument("object", match.head.head, direct=True)
            for token in self._syntax.surface_subjects(match.head):
                yield Argument("object", token, direct=True)
        yield from self._syntax.noun_arguments(match.head)
        yield from self._complements_of_support(match.head)

    def _with_lost_subject(self, verb: Token, arguments: list[Argument]) -> Iterator[Argument]:
        """Where the word that the parser took for the subject names nobody, the nearest bare mention before the verb does."""
        surface = "object" if self._syntax.is_passive(verb) else "subject"
        mine = [a for a in arguments if a.function == surface]
        yield from arguments
        if mine and all(self._owner(a.head) is None and a.head.i < verb.i and a.head.pos_ == "NOUN" for a in mine) and not self._syntax.is_participle(verb):
            first = min([verb, *self._syntax.auxiliaries(verb)], key=lambda t: t.i)
            for token in reversed(verb.doc[verb.sent.start : first.i]):
                if token.pos_ == "AUX" or (token.pos_ == "VERB" and "Fin" in token.morph.get("VerbForm")):
                    return
                if self._owner(token) is not None and token.pos_ in ("NOUN", "PROPN") and self._syntax.preposition(token) is None:
                    yield Argument(surface, token, direct=False)
                    return

    def _complements_of_support(self, noun: Token) -> Iterator[Argument]:
        """``une réunion sera organisée avec X``: complements of the verb that only says that it takes place."""
        syntax, cues = self._syntax, self._syntax.profile.cues
        if not syntax.is_(noun, "subject", "passive_subject", "object"):
            return
        verb = noun.head
        if syntax.lemmas(verb) & (cues["occurrence_verbs"] | frozenset(syntax.profile.light_verbs)):
            for argument in syntax.obliques(verb):
                if argument.function in cues["support_complements"] or argument.head.lower_ in syntax.profile.words["presence_nouns"]:
                    yield argument

    def _roles(self, match: TriggerMatch, arguments: list[Argument], status: Factuality) -> Iterator[Role]:
        seen: set[tuple[str, int]] = set()
        for role in [*self._argument_roles(match, arguments, status), *self._support_roles(match, status)]:
            key = (role.role, id(role.cluster))
            if key not in seen:
                seen.add(key)
                yield role

    def _argument_roles(self, match: TriggerMatch, arguments: list[Argument], status: Factuality) -> Iterator[Role]:
        ranges = self._vocabulary.events[match.trigger.event_class].roles
        for argument in self._listed(arguments):
            cluster = self._owner(argument.head)
            if cluster is None:
                continue
            role = match.trigger.roles.get(argument.function)
            if argument.function == "home":
                role = self._vocabulary.events[match.trigger.event_class].homes
            if role is not None and cluster.type in ranges.get(role, ()):
                yield self._role(role, cluster, argument.head, status)
            elif cluster.type is EntityType.PLACE and argument.function in _PLACE_FUNCTIONS and "place" in ranges:
                if role != "place" and (argument.function != "de" or not match.verbal):
                    yield self._role("place", cluster, argument.head, status)

    def _listed(self, arguments: list[Argument]) -> Iterator[Argument]:
        """Each argument, and those that stand in a list with it."""
        for argument in [*arguments, *self._presences(arguments), *self._owners_of_homes(arguments)]:
            yield argument
            for at in self._lists.get(argument.head.i, ()):
                if at != argument.head.i:
                    yield Argument(argument.function, argument.head.doc[at], direct=False)

    def _owners_of_homes(self, arguments: list[Argument]) -> Iterator[Argument]:
        """``à son domicile``, ``au domicile de X``: X, under the function ``home``."""
        for argument in arguments:
            if argument.head.lower_ in self._syntax.profile.words["homes"]:
                for inner in self._syntax.noun_arguments(argument.head):
                    if inner.function in ("de", "possessive"):
                        yield Argument("home", inner.head, direct=True)

    def _presences(self, arguments: list[Argument]) -> Iterator[Argument]:
        """``en présence de X``, ``avec la participation de X``: X stands to the event as with ``avec``."""
        for argument in arguments:
            if argument.head.lower_ in self._syntax.profile.words["presence_nouns"]:
                for inner in self._syntax.obliques(argument.head):
                    if inner.function == "de":
                        yield Argument("avec", inner.head, direct=False)

    def _role(self, role: str, cluster: Cluster, head: Token, status: Factuality) -> Role:
        if role == "agent" and describes_suspicion(head, self._syntax):
            return Role(role, cluster, head, weakest(status, Factuality.ALLEGED))
        return Role(role, cluster, head, status)

    # --- what stands around a noun -----------------------------------------------------------------------------

    def _support_roles(self, match: TriggerMatch, status: Factuality) -> Iterator[Role]:
        """Fillers that a light verb, a participle or a noun such as ``auteur`` brings to an event's noun."""
        if match.verbal:
            return
        ranges = self._vocabulary.events[match.trigger.event_class].roles
        noun = match.head
        found = [*self._light_verb(noun), *self._participles(noun), *self._author(noun), *self._participation(noun), *self._joint(noun), *self._implied(match)]
        for role, head, own_status in found:
            cluster = self._owner(head)
            wanted = "participant" if role == "agent" and "agent" not in ranges else role
            if role == "home":
                wanted = self._vocabulary.events[match.trigger.event_class].homes or role
            if cluster is not None and cluster.type in ranges.get(wanted, ()):
                base = self._role(wanted, cluster, head, status)
                yield Role(wanted, cluster, head, weakest(base.factuality, own_status))

    def _light_verb(self, noun: Token) -> Iterator[tuple[str, Token, Factuality]]:
        syntax, light = self._syntax, self._syntax.profile.light_verbs
        if not syntax.is_(noun, "object", "oblique", "nominal", "passive_subject", "conjunct", "subject"):
            return
        verb = syntax.governing_verb(noun)
        if verb is None or syntax.is_(noun, "subject") or syntax.preposition(noun) not in (None, "à", "de"):
            return
        for lemma in sorted(syntax.lemmas(verb)):
            if lemma in light and (noun.head == verb or noun.head.head == verb):
                heads = syntax.passive_agents(verb) if syntax.is_passive(verb) else syntax.surface_subjects(verb)
                for head in heads:
                    if head.i != noun.i:
                        yield light[lemma], head, Factuality.ASSERTED

    def _joint(self, noun: Token) -> Iterator[tuple[str, Token, Factuality]]:
        """``X a arrêté …, en coordination avec Y``: X takes part too."""
        if self._syntax.preposition(noun) != "en":
            return
        verb = self._syntax.governing_verb(noun)
        subjects = self._syntax.surface_subjects(verb) if verb is not None and not self._syntax.is_passive(verb) else []
        for head in subjects or ([noun.head] if noun.head.pos_ in ("NOUN", "PROPN") else []):
            yield "participant", head, Factuality.ASSERTED

    def _implied(self, match: TriggerMatch) -> Iterator[tuple[str, Token, Factuality]]:
        """``s'est radicalisé après un séjour``: the subject did both, if the noun names nobody else."""
        noun, syntax = match.head, self._syntax
        role = match.trigger.roles.get("possessive")
        before = {t.lower_ for t in noun.doc[max(noun.sent.start, noun.i - 3) : noun.i]}
        if role is None or not before & syntax.profile.words["time_relations"] or any(a.function in ("de", "possessive") for a in syntax.noun_arguments(noun)):
            return
        verb = syntax.governing_verb(noun)
        for head in syntax.surface_subjects(verb) if verb is not None else []:
            yield role, head, Factuality.ASSERTED

    def _participles(self, noun: Token) -> Iterator[tuple[str, Token, Factuality]]:
        """``une perquisition menée par X``, ``les menaces émises par X``."""
        for child in self._syntax.children(noun, "adnominal", "relative"):
            if self._vocabulary.events and self._syntax.is_passive(child):
                for argument in self._owners_of_homes(list(self._syntax.obliques(child))):
                    yield "home", argument.head, Factuality.ASSERTED
            for lemma in sorted(self._syntax.lemmas(child)):
                if lemma in self._syntax.profile.light_verbs and self._syntax.is_passive(child):
                    for head in self._syntax.passive_agents(child):
                        yield "agent", head, Factuality.ASSERTED

    def _author(self, noun: Token) -> Iterator[tuple[str, Token, Factuality]]:
        """``l'auteur présumé de l'attaque``: an agent; ``les victimes de l'attaque``: patients."""
        head, cues = noun.head, self._syntax.profile.cues
        if self._syntax.preposition(noun) != "de":
            return
        if head.pos_ in ("VERB", "ADJ") and self._syntax.is_(head, "adnominal", "adjectival"):
            head = head.head
        if head.lower_ in cues["author_nouns"]:
            sure = not describes_suspicion(head, self._syntax)
            yield "agent", head, Factuality.ASSERTED if sure else Factuality.ALLEGED
        elif head.lower_ in cues["victim_nouns"]:
            yield "patient", head, Factuality.ASSERTED

    def _participation(self, noun: Token) -> Iterator[tuple[str, Token, Factuality]]:
        """``aurait eu un rôle dans l'attaque``, ``est impliqué dans l'attentat``, ``a participé à l'attaque``."""
        syntax, cues = self._syntax, self._syntax.profile.cues
        if syntax.preposition(noun) not in ("dans", "à"):
            return
        head = noun.head
        verb = head if head.pos_ in ("VERB", "AUX") or syntax.is_participle(head) else syntax.governing_verb(head)
        by_noun = head.lower_ in cues["participation_nouns"] or verb is not None and any(
            c.lower_ in cues["participation_nouns"] for c in verb.children
        )
        by_verb = verb is not None and bool(syntax.lemmas(verb) & cues["participation_verbs"])
        if verb is None or not (by_noun or by_verb):
            return
        sure = not syntax.lemmas(verb) & cues["surely_alleged_participation"]
        status = weakest(factuality(verb, syntax, verbal=True), mood(verb, syntax), Factuality.ASSERTED if sure else Factuality.ALLEGED)
        for subject in syntax.surface_subjects(verb):
            yield "agent", subject, status
