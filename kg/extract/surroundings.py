"""The arguments of a trigger as its entry lists them, those included that stand elsewhere in the sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from kg.extract.charges import is_of_charging
from kg.extract.owners import Owner
from kg.extract.parsed import Token, Tokens
from kg.extract.participles import qualified_by
from kg.extract.positions import Positions
from kg.extract.quoted import is_beyond_quotation
from kg.extract.reporting import follows_quotation
from kg.extract.syntax import Argument, Syntax
from kg.extract.triggers import TriggerMatch
from kg.model import EntityType
from kg.vocabulary import Vocabulary


class Surroundings:
    """Finds arguments in one reading."""

    def __init__(self, vocabulary: Vocabulary, syntax: Syntax, owner: Owner) -> None:
        self._vocabulary = vocabulary
        self._syntax = syntax
        self._owner = owner
        self._positions = Positions(syntax, owner)

    def arguments(self, match: TriggerMatch) -> Iterator[Argument]:
        """Arguments of a trigger: of a verb, of an adjective's noun, or of a noun and the verb that supports it."""
        return (a for a in self._arguments(match) if not is_beyond_quotation(a.head, match.head, self._syntax))

    def _arguments(self, match: TriggerMatch) -> Iterator[Argument]:
        syntax, head = self._syntax, match.head
        if match.verbal:
            yield from self._of_verb(match)
            return
        if match.trigger.kind == "adjective":
            yield Argument("object", head.head, direct=True)
            for token in syntax.surface_subjects(head):
                yield Argument("object", token, direct=True)
        arguments = [*syntax.noun_arguments(head), *self._complements_of_support(head)]
        functions = syntax.profile.functions
        owned = any(a.function == "possessive" for a in arguments)  # "sa mort, une guerre de migrants"
        for argument in (*arguments, *self._further(match, arguments, head.sent)):
            charging = argument.function == functions["agentive"] and is_of_charging(argument.head, head, syntax)
            if not charging and not (owned and argument.function == functions["genitive"]):
                yield argument

    def place_of_clause(self, match: TriggerMatch) -> Iterator[Argument]:
        """``à Bruxelles, où des écoles ont été fermées``: the place before the relative pronoun."""
        syntax, doc, comma = self._syntax, match.head.doc, False
        told = match.verbal and syntax.is_finite_verb(match.head)  #: whether a conjugated verb was met
        for token in reversed(doc[match.head.sent.start : syntax.first_form(match.head).i]):
            if syntax.word(token, "relative_place"):
                before = self._positions.before(token)
                if before is not None and before.cluster.type is EntityType.PLACE:
                    functions = syntax.profile.functions
                    # "à Amman, où il a été transporté": its destination
                    toward = match.verbal and match.trigger.roles.get(functions["dative"]) == "destination"
                    function = functions["dative" if toward else "inside"]
                    yield Argument(function, before.last, direct=True)
                return
            if token.text in {";", ":"} or syntax.word(token, "relative_subject", "relative_object"):
                return
            if syntax.is_finite_verb(token):
                if told and comma:
                    return  # "à Kidal, où elle travaillait, X a été arrêtée"
                told, comma = True, False
            comma = comma or token.text == ","

    # --- lost by the parser ------------------------------------------------------------------------------------

    def _of_verb(self, match: TriggerMatch) -> Iterator[Argument]:
        """A verb's arguments by dependency; by position where those name nobody who can fill the role."""
        syntax, verb = self._syntax, _bearer(match.head, self._syntax)
        arguments = list(syntax.verb_arguments(verb))
        inverted = self._inverted(verb)
        if inverted is not None:
            yield Argument("subject", inverted, direct=True)
            yield from (a for a in arguments if a.function not in ("subject", "object"))
            return
        passive = syntax.is_passive(verb)
        surface = "object" if passive else "subject"
        if passive and syntax.is_participle(verb):
            qualified = qualified_by(self._positions, verb, self._types(match, surface))
            if qualified is not None and not self._qualifies_thing(verb, arguments, surface):
                arguments = [a for a in arguments if a.function != surface]
                arguments.append(Argument(surface, qualified, direct=False))
        elif not self._is_filled(arguments, surface) and not self._has_subject(verb) and not syntax.is_nonfinite(verb):
            subject = self._positions.subject(verb, self._types(match, surface))
            arguments += [Argument(surface, subject, direct=False)] if subject is not None else []
        elif not self._is_filled(arguments, surface) and self._shares_lost_subject(verb):
            subject = self._positions.subject(verb.head, self._types(match, surface))
            arguments += [Argument(surface, subject, direct=False)] if subject is not None else []
        if not passive and not self._is_filled(arguments, "object"):
            found = self._positions.object(verb, self._types(match, "object"))
            arguments += [Argument("object", found, direct=False)] if found is not None else []
        if not passive and match.trigger.roles.get("object") is None and self._inverts(verb, arguments):
            arguments = [replace(a, function="subject") if a.function == "object" else a for a in arguments]
        yield from arguments
        yield from self._further(match, arguments, verb.sent)

    def _qualifies_thing(self, verb: Token, arguments: Sequence[Argument], function: str) -> bool:
        """``X invite Y à Z, offre aussitôt déclinée``: a noun right before a participle is what it is said of."""
        own = [a.head for a in arguments if a.function == function and a.head.pos_ == "NOUN" and a.head.i < verb.i]
        own = [t for t in own if self._syntax.preposition(t) is None]
        return any(self._owner(t) is None and all(w.pos_ == "ADV" for w in verb.doc[t.i + 1 : verb.i]) for t in own)

    def _inverts(self, verb: Token, arguments: Sequence[Argument]) -> bool:
        """``Aux côtés de X comparaît Y``: what follows a verb without object and subject is its subject."""
        syntax = self._syntax
        lost = not any(a.function == "subject" for a in arguments) and not self._has_subject(verb)
        return lost and syntax.is_finite_verb(verb) and not syntax.is_reflexive(verb)

    def _shares_lost_subject(self, verb: Token) -> bool:
        """``X était connu …, après avoir été condamné``: an infinitive has its clause's subject."""
        syntax = self._syntax
        infinitive = "inf" in syntax.tags(syntax.first_form(verb)) and syntax.is_(verb, "adverbial_clause")
        return infinitive and syntax.is_finite_verb(verb.head) and not syntax.surface_subjects(verb.head)

    def _has_subject(self, verb: Token) -> bool:
        """``la passante qu'il a blessée``, ``On lui reproche``, ``où un camion a foncé``: the subject names nobody."""
        syntax, first = self._syntax, self._syntax.first_form(verb)
        at, start = first.i - 1, verb.sent.start
        while at > start and (syntax.word(verb.doc[at], "object_clitics", "dative_clitics", "negation_particle")):
            at -= 1
        before = verb.doc[at] if at >= start else None
        if before is None or syntax.word(before, "personal_subjects"):
            return before is not None
        if "part.pres" in syntax.tags(first) and before.pos_ == "NOUN" and self._owner(before) is None:
            return True  # "témoin de l'attaque ayant tué trois soldats"
        bare = before.pos_ == "NOUN" and at > start and verb.doc[at - 1].pos_ == "DET"
        return bare and at - 1 > start and syntax.word(verb.doc[at - 2], "relative_place")

    def _inverted(self, verb: Token) -> Token | None:
        """``X a bombardé Y, accuse Z.``: who speaks after a verb of saying that closes the sentence."""
        first, cues = self._syntax.first_form(verb), self._syntax.profile.cues
        says = self._syntax.lemmas(verb) & (cues["reporting_verbs"] | cues["alleging_verbs"])
        quoted = follows_quotation(verb, self._syntax)
        before = first.nbor(-1) if first.i > verb.sent.start else None
        told = before is not None and (before.text == "," or self._syntax.word(before, "closing_quotes"))
        said = quoted or any(self._syntax.is_finite_verb(t) for t in verb.doc[verb.sent.start : first.i])
        if not (says or quoted) or not told or self._has_subject_outside(verb):
            return None
        for mention in self._positions.stretches(verb.sent):
            between = verb.doc[verb.i + 1 : mention.first.i]
            if mention.first.i > verb.i and all(t.pos_ == "DET" for t in between):
                after = verb.doc[mention.last.i + 1 : verb.sent.end]
                goes_on = self._goes_on(after)
                closes = quoted or all(t.is_punct or t.is_space for t in after) or goes_on
                spoken = closes and (said or goes_on)  # "Le ministre, lui, accuse les rebelles": nothing was said
                return mention.first if spoken and not mention.governed else None
        return None

    def _has_subject_outside(self, verb: Token) -> bool:
        """``Le groupe, disant redouter "des crimes", a accusé X``: the verb's own subject before the quotation."""
        marks = self._syntax.quotation_marks(verb.doc)
        first = self._syntax.first_form(verb)
        subjects = [t for t in self._syntax.children(verb, "subject") if t.i < first.i]
        between = [sum(t.i < mark.i < first.i for mark in marks) for t in subjects]
        return any(number and number % 2 == 0 for number in between)

    def _goes_on(self, after: Tokens) -> bool:
        """``Le groupe, accuse X, a enlevé Y``: the clause that the incise breaks up."""
        return len(after) > 1 and after[0].text == "," and self._syntax.is_finite_verb(after[1])

    def _further(self, match: TriggerMatch, arguments: Sequence[Argument], sent: Tokens) -> Iterator[Argument]:
        """Complements by position for functions that the trigger's entry lists and no argument fills."""
        after = next((t.i for t in sent if t.idx >= match.reach), sent.end)
        for argument in self._positions.complements(sent, after, of_noun=not match.verbal):
            cluster = self._owner(argument.head)
            wanted = cluster is not None and cluster.type in self._types(match, argument.function)
            if wanted and not self._is_filled(arguments, argument.function):
                yield argument

    def _types(self, match: TriggerMatch, function: str) -> Collection[EntityType]:
        """The types of entities that may fill a function of a trigger."""
        role = match.trigger.roles.get(function)
        return self._vocabulary.events[match.trigger.event_class].roles.get(role, ()) if role is not None else ()

    def _is_filled(self, arguments: Sequence[Argument], function: str) -> bool:
        """Whether an argument has the function and names somebody."""
        return any(a.function == function and self._owner(a.head) is not None for a in arguments)

    def _complements_of_support(self, noun: Token) -> Iterator[Argument]:
        """``une réunion sera organisée avec X``: complements of the verb that only says that it takes place."""
        syntax, cues = self._syntax, self._syntax.profile.cues
        if not syntax.is_(noun, "subject", "passive_subject", "object"):
            return
        if syntax.lemmas(noun.head) & (cues["occurrence_verbs"] | syntax.profile.light_verbs.keys()):
            for argument in syntax.obliques(noun.head):
                if argument.function in cues["support_complements"] or syntax.word(argument.head, "presence_nouns"):
                    yield argument


def _bearer(verb: Token, syntax: Syntax) -> Token:
    """``l'ont fait monter de force``: the infinitive of a causative, on which the parser hangs what it governs."""
    infinitive = verb.head
    causes = syntax.can_be(verb, "causative_verbs") and not verb.children
    return infinitive if causes and infinitive.i > verb.i and "inf" in syntax.tags(infinitive) else verb


def presences(arguments: Sequence[Argument], syntax: Syntax) -> Iterator[Argument]:
    """``en présence de X``, ``avec la participation de X``: X stands to the event as a companion."""
    functions = syntax.profile.functions
    for argument in arguments:
        if syntax.word(argument.head, "presence_nouns"):
            for inner in syntax.obliques(argument.head):
                if inner.function == functions["genitive"]:
                    yield Argument(functions["comitative"], inner.head, direct=False)


def owners_of_homes(arguments: Sequence[Argument], syntax: Syntax) -> Iterator[Argument]:
    """``à son domicile``, ``au domicile de X``: X, under the function ``home``."""
    for argument in arguments:
        if syntax.word(argument.head, "homes"):
            for inner in syntax.noun_arguments(argument.head):
                if inner.function in (syntax.profile.functions["genitive"], "possessive"):
                    yield Argument("home", inner.head, direct=True)
            owner = _owner_by_relative(argument.head, syntax)
            if owner is not None:
                yield Argument("home", owner, direct=False)


def _owner_by_relative(noun: Token, syntax: Syntax) -> Token | None:
    """``X, dont la police a fouillé le domicile``: the word before the relative pronoun."""
    for token in reversed(noun.doc[noun.sent.start : noun.i]):
        if syntax.word(token, "relative_of"):
            before = token.nbor(-1) if token.i > token.sent.start else None
            comma = before is not None and before.text == "," and before.i > token.sent.start
            return before.nbor(-1) if before is not None and comma else before
        if token.is_punct or syntax.word(token, "relative_subject", "relative_object"):
            return None
    return None
