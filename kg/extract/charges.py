"""Charges: ``arrêté pour extorsion``, ``inculpé de financement``: what is no fact, whom it accuses, and who charges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.parsed import Token
from kg.extract.participles import qualified_by
from kg.extract.positions import Positions
from kg.extract.syntax import Syntax
from kg.model import EntityType, Factuality

#: words back from a charge's preposition to who or what charges
_REACH = 14
#: words from the noun of a charge back to its verb
_TO_PLACING = 2
_STOPS = frozenset({";", ":", "."})
_PERSONAL = (EntityType.PERSON, EntityType.GROUP, EntityType.ORGANIZATION)


@dataclass(frozen=True, slots=True)
class Accused:
    """A word for who is charged with what a noun names, and how sure that is."""

    head: Token
    factuality: Factuality


def charge_status(token: Token, syntax: Syntax, *, verbal: bool) -> Factuality:
    """``arrêté pour extorsion``, ``inculpé de financement``, ``une enquête pour enlèvement``: a charge is no fact.

    A conviction is: ``condamné pour extorsion`` asserts it.

    Args:
        token: the word that names a happening.
        syntax: functions of the words around it.
        verbal: whether the token names the happening as a verb; else as a noun.
    """
    if not verbal and _is_acquitted_of(token, syntax):
        return Factuality.ALLEGED
    preposition = _charge_preposition(token, syntax, verbal=verbal)
    charging = _charging_word(preposition, syntax) if preposition is not None else None
    if charging is None or _convicts(charging, syntax):
        return Factuality.ASSERTED
    return Factuality.ALLEGED


def accused(noun: Token, syntax: Syntax, positions: Positions) -> Iterator[Accused]:
    """``X a été condamné pour extorsion``, ``un homme soupçonné de vol``: who is held to have done it."""
    preposition = _charge_preposition(noun, syntax, verbal=False) or _before_determiner(noun, syntax)
    word = _charging_word(preposition, syntax) if preposition is not None else None
    verb = _placing_verb(word, syntax) if word is not None else None
    if preposition is None or verb is None or not syntax.can_be(verb, "incriminating_verbs", "convicting_verbs"):
        return
    genitive = syntax.listed(preposition) == syntax.profile.functions["genitive"]
    between = noun.doc[verb.i + 1 : preposition.i]
    if genitive and any(t.pos_ == "ADP" for t in between):  # "arrêté en possession de matériel de propagande"
        return
    status = Factuality.ASSERTED if _convicts(verb, syntax) else Factuality.ALLEGED
    yield from (Accused(head, status) for head in _undergoing(verb, syntax, positions))


def _placing_verb(word: Token, syntax: Syntax) -> Token:
    """``mis en examen``: the verb before the noun of a charge; else the word itself."""
    before = word.doc[max(word.sent.start, word.i - _TO_PLACING) : word.i]
    placing = (t for t in before if word.pos_ == "NOUN" and syntax.can_be(t, "incriminating_verbs"))
    return next(placing, word)


def is_charge_of_part(noun: Token, syntax: Syntax) -> bool:
    """``recherché pour son implication dans l'attaque``: charged; ``condamné pour son rôle`` is proved."""
    at, doc, start = noun.i - 1, noun.doc, noun.sent.start
    while at > start and doc[at].pos_ in ("DET", "ADJ") and syntax.listed(doc[at]) is None:
        at -= 1
    if at <= start or not syntax.word(doc[at], "charge_prepositions"):
        return False
    charging = _charging_word(doc[at], syntax)
    return charging is not None and not _convicts(charging, syntax)


def _undergoing(verb: Token, syntax: Syntax, positions: Positions) -> list[Token]:
    if not syntax.is_passive(verb):
        return syntax.objects(verb)
    if syntax.is_participle(verb):
        qualified = qualified_by(positions, verb, _PERSONAL)
        return [qualified] if qualified is not None else []
    return syntax.surface_subjects(verb)


def is_of_charging(agent: Token, noun: Token, syntax: Syntax) -> bool:
    """``inculpé pour l'attaque de la gare par un juge``: who charges with a crime, and has not committed it."""
    for token in reversed(noun.doc[noun.sent.start : noun.i]):
        if token.text in _STOPS or syntax.word(token, "relative_subject", "relative_object"):
            return False
        if token.lower_ == syntax.profile.functions["agentive"]:
            return False  # "soupçonné par la police d'une attaque par des hommes armés"
        if syntax.can_be(token, "incriminating_verbs", "convicting_verbs", "acquitting_verbs"):
            return noun.i < agent.i and syntax.is_passive(token)
    return False


def _charging_word(preposition: Token, syntax: Syntax) -> Token | None:
    """The verb or noun of which what follows a preposition is the charge."""
    for other in reversed(preposition.doc[max(preposition.sent.start, preposition.i - _REACH) : preposition.i]):
        if other.text in _STOPS:
            return None
        if _convicts(other, syntax) or _charges(other, syntax):
            return other
    return None


def _is_acquitted_of(noun: Token, syntax: Syntax) -> bool:
    """``relaxé pour les menaces``, ``acquitté de complicité d'enlèvement``: what was not found proved is no fact."""
    before = _before_charge(noun, syntax)
    if before is not None and before.pos_ == "NOUN":
        before = _before_charge(before, syntax)
    return before is not None and before.pos_ not in ("NOUN", "DET") and syntax.can_be(before, "acquitting_verbs")


def _before_charge(noun: Token, syntax: Syntax) -> Token | None:
    """The word before a noun's preposition ``pour`` or ``de``; None before another one or none."""
    at, doc, start = syntax.before_phrase(noun), noun.doc, noun.sent.start
    genitive = syntax.listed(doc[at]) == syntax.profile.functions["genitive"]
    charged = at > start and (genitive or syntax.word(doc[at], "charge_prepositions"))
    return doc[at - 1] if charged else None


def _convicts(token: Token, syntax: Syntax) -> bool:
    return token.pos_ != "NOUN" and bool(syntax.lemmas(token) & syntax.profile.cues["convicting_verbs"])


def _charges(token: Token, syntax: Syntax) -> bool:
    cues = syntax.profile.cues
    if token.lower_ in cues["charging_nouns"]:
        return True
    if token.pos_ in ("DET", "ADP") or not syntax.lemmas(token) & cues["charging_verbs"]:
        return False
    return token.pos_ not in ("NOUN", "PROPN") or any(tag.startswith("part.past") for tag in syntax.tags(token))


def _before_determiner(noun: Token, syntax: Syntax) -> Token | None:
    """``condamné pour l'assassinat de X``, ``poursuivi pour deux attaques``: the preposition, not ``de``."""
    at, doc, start = syntax.before_phrase(noun), noun.doc, noun.sent.start
    genitive = syntax.listed(doc[at]) == syntax.profile.functions["genitive"]
    return doc[at] if at > start and not genitive and syntax.word(doc[at], "charge_prepositions") else None


def _charge_preposition(token: Token, syntax: Syntax, *, verbal: bool) -> Token | None:
    """The preposition right before a noun without determiner (or a coordinated one), or before a past infinitive."""
    if verbal and not syntax.has_infinitive_auxiliary(token):
        return None
    doc, start = token.doc, token.sent.start
    at = (syntax.first_form(token) if verbal else token).i - 1
    while at > start and (doc[at].pos_ in ("ADJ", "ADV") or syntax.word(doc[at], "opening_quotes")):
        at -= 1
    return doc[at] if at > start and syntax.word(doc[at], "charge_prepositions") else None
