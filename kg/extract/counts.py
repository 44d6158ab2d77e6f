"""Figures: how many were killed, injured, arrested or affected, written as the text gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.events import FoundEvent
from kg.extract.syntax import Syntax
from kg.vocabulary import Vocabulary

#: words before a noun in which a collective (``une trentaine d'``) or the sign of a figure (``plus de``) stands
_REACH = 3
#: count predicates of which the event's own noun can be counted: ``deux morts``, ``douze arrestations``
_COUNTED_BY_NOUN = ("killed", "injured", "arrested")
_TOLLS = ("killed", "injured")
#: a group of digits before another: the thousands separator is a space
_THOUSANDS = re.compile(r"\d{1,3}")


def figure(head: Token, syntax: Syntax) -> str | None:
    """The number of what a noun names: ``86``, ``~30``, ``>300``, ``>=14``; None if the text gives none."""
    approximate = _approximate(head, syntax)
    if approximate is not None:
        return approximate
    number = _number_word(head, syntax)
    value = _value(number.text, syntax) if number is not None else None
    if number is None or value is None or number.i > head.i or value < 2:
        return None
    before = number.nbor(-1) if number.i > head.sent.start else None
    if before is not None and _THOUSANDS.fullmatch(before.text) and len(number.text) == 3:
        number, value = before, value + 1000 * int(before.text)
    return _sign(number, syntax) + str(value)


def _number_word(head: Token, syntax: Syntax) -> Token | None:
    """The numeral nearest before a noun of those that depend on it, else the one right before it."""
    numbers = [c for c in head.children if c.pos_ == "NUM" or c.lower_ in syntax.profile.numerals]
    if numbers:
        return max(numbers, key=lambda t: (t.i < head.i, t.i))
    before = head.nbor(-1) if head.i > head.sent.start else None
    return before if before is not None and _value(before.text, syntax) is not None else None


def _value(text: str, syntax: Syntax) -> int | None:
    plain = text.replace(".", "").replace(" ", "")
    return int(plain) if plain.isdecimal() else syntax.profile.numerals.get(text.lower())


def _approximate(head: Token, syntax: Syntax) -> str | None:
    """``une trentaine d'écoles``: the parser makes the collective the head or hangs it before.

    A plural without a number before it (``des centaines``) is no figure.
    """
    for token in (head, *head.doc[max(head.sent.start, head.i - _REACH) : head.i]):
        collective = syntax.profile.collectives.get(token.lower_)
        if collective is not None:
            before = token.nbor(-1).lower_ if token.i > head.sent.start else ""
            factor = syntax.profile.numerals.get(before, 1)
            return None if collective.plural and factor == 1 else f"~{factor * collective.value}"
    return None


def _sign(number: Token, syntax: Syntax) -> str:
    before = number.doc[max(number.sent.start, number.i - _REACH) : number.i].text.lower()
    for sign, words in syntax.profile.approximators.items():
        if before.endswith(words):
            return sign
    return ""


def event_counts(event: FoundEvent, syntax: Syntax, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """``(count predicate, figure)`` of an event mention: of its noun, its counted roles, and a toll told with it."""
    counted = vocabulary.events[event.event_class].counts
    words = [(counted[role.role], role.head) for role in event.roles if role.role in counted]
    one_word = " " not in event.match.trigger.lemma
    if not event.match.verbal and one_word and counted.get("patient") in _COUNTED_BY_NOUN:
        words.insert(0, (counted["patient"], event.head))
    for predicate, word in (*words, *_tolls(event.head, syntax)):
        value = figure(word, syntax)
        if value is not None:
            yield predicate, value


def _tolls(head: Token, syntax: Syntax) -> Iterator[tuple[str, Token]]:
    """``l'attentat a fait 86 morts et 12 blessés``, ``deux morts dans l'attaque``: the nouns counted."""
    cues = syntax.profile.cues
    verbs = syntax.children(head, "relative", "adnominal")
    if syntax.is_(head, "subject"):
        verbs.append(head.head)
    nouns = [noun for verb in verbs if syntax.lemmas(verb) & cues["toll_verbs"] for noun in syntax.objects(verb)]
    if syntax.preposition(head) in syntax.profile.words["toll_prepositions"] and head.head.pos_ == "NOUN":
        nouns.append(head.head)
    for noun in nouns:
        for predicate in _TOLLS:
            if noun.lower_ in cues[f"{predicate}_nouns"]:
                yield predicate, noun
