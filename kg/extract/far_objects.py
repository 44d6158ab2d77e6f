"""What a verb makes of a noun that is its object by position, over an incise that hides it from the parser."""

from __future__ import annotations

from kg.extract.governors import is_announced_death
from kg.extract.moods import is_done
from kg.extract.parsed import Token
from kg.extract.syntax import Syntax
from kg.model import Factuality

#: tags of words that may stand, besides those of a time, between a verb and its object
_INCISE_TAGS = ("DET", "ADJ", "ADV", "ADP", "NUM")


def status_of_far_object(noun: Token, verb: Token, syntax: Syntax) -> Factuality | None:
    """``a réclamé, la veille, une enquête``; None if the noun is no object or the verb says nothing of its reality.

    Args:
        noun: names a happening.
        verb: the nearest one before it.
        syntax: functions of the words.
    """
    sought = _of_object(verb, syntax) if _is_object_over_incise(noun, verb, syntax) else None
    if sought is None and _stands_after(noun, verb, syntax) and is_announced_death(noun, verb, syntax):
        return Factuality.ALLEGED
    return sought


def _of_object(verb: Token, syntax: Syntax) -> Factuality | None:
    """``a réclamé une enquête``, ``a décrété un deuil et promis une aide``; None of other verbs."""
    cues, lemmas = syntax.profile.cues, syntax.lemmas(verb)
    if lemmas & cues["requesting_verbs"]:
        return Factuality.HYPOTHETICAL
    plans = lemmas & cues["planning_verbs"] and not lemmas & cues["planning_by_infinitive"]
    return Factuality.PLANNED if plans and not is_done(verb, syntax) else None


def _is_object_over_incise(noun: Token, verb: Token, syntax: Syntax) -> bool:
    """``a réclamé, elle, en vain, la veille, l'audition du préfet``: no other noun between, but of a time."""
    if syntax.preposition(noun) is not None or syntax.is_passive(verb):
        return False
    between = verb.doc[verb.i + 1 : noun.i]
    if all(t.text == "," or t.pos_ in _INCISE_TAGS or _may_stand_in_incise(t, syntax) for t in between):
        return True
    return _is_parted_by_incise([t for t in between if not syntax.is_time(t) and t.pos_ not in ("ADV", "DET")], syntax)


def _is_parted_by_incise(between: list[Token], syntax: Syntax) -> bool:
    """``exige, en échange de X et de dix otages, la libération``: all between is an incise that opens a phrase."""
    closed = len(between) > 2 and between[0].text == between[-1].text == ","  # both commas and a word
    return closed and syntax.listed(between[1]) is not None and not any(t.pos_ == "VERB" for t in between)


def _may_stand_in_incise(token: Token, syntax: Syntax) -> bool:
    return _is_of_time(token, syntax) or syntax.word(token, "stressed_pronouns")


def _stands_after(noun: Token, verb: Token, syntax: Syntax) -> bool:
    """``avait annoncé en 2020 la mort``: nothing but a time and an article between."""
    between = verb.doc[verb.i + 1 : noun.i]
    return all(t.pos_ in ("DET", "ADV") or syntax.is_time(t) for t in between)


def _is_of_time(token: Token, syntax: Syntax) -> bool:
    return syntax.is_time(token) or syntax.word(token, "frequency_nouns")
