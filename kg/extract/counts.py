"""Figures: how many were killed, injured, arrested or affected, written as the text gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.events import FoundEvent
from kg.extract.syntax import Syntax
from kg.vocabulary import Vocabulary

_REACH = 5


def figure(head: Token, syntax: Syntax) -> str | None:
    """The number of what a noun names: ``86``, ``~30``, ``>300``, ``>=14``; None if the text gives none."""
    profile = syntax.profile
    approximate = _approximate(head, syntax)
    if approximate is not None:
        return approximate
    number = next((c for c in head.children if c.pos_ == "NUM" or c.lower_ in profile.numerals), None)
    if number is None and head.i > head.sent.start and _value(head.nbor(-1).text, syntax) is not None:
        number = head.nbor(-1)
    value = _value(number.text, syntax) if number is not None else None
    if number is None or value is None or number.i > head.i or value < 2:
        return None
    if number.i > head.sent.start and re.fullmatch(r"\d{1,3}", number.nbor(-1).text) and len(number.text) == 3:
        value += 1000 * int(number.nbor(-1).text)  # a thousands separator was a space
        number = number.nbor(-1)
    return _sign(number, syntax) + str(value)


def _value(text: str, syntax: Syntax) -> int | None:
    plain = text.replace(".", "").replace(" ", "")
    return int(plain) if plain.isdecimal() else syntax.profile.numerals.get(text.lower())


def _approximate(head: Token, syntax: Syntax) -> str | None:
    """``une trentaine d'écoles``: the parser makes the collective the head or hangs it before."""
    around = [head, *(t for t in head.doc[max(head.sent.start, head.i - 3) : head.i])]
    for token in around:
        lemma = token.lower_.removesuffix("s")
        if lemma in syntax.profile.approximate_numerals:
            before = token.nbor(-1) if token.i > head.sent.start else None
            factor = syntax.profile.numerals.get(before.lower_, 1) if before is not None else 1
            if token.lower_.endswith("s") and factor == 1:
                return None
            return f"~{factor * syntax.profile.approximate_numerals[lemma]}"
    return None


def _sign(number: Token, syntax: Syntax) -> str:
    before = number.doc[max(number.sent.start, number.i - 3) : number.i].text.lower() + " "
    for sign, words in syntax.profile.approximators.items():
        if any(before.rstrip().endswith(word.rstrip()) and (len(word) > 3) for word in words):
            return sign
    return ""


def event_counts(event: FoundEvent, syntax: Syntax, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """``(count predicate, figure)`` of an event mention: of its counted roles, and of a toll told with it."""
    counted = vocabulary.events[event.event_class].counts
    if not event.match.verbal and counted.get("patient") in ("killed", "injured", "arrested") and " " not in event.match.trigger.lemma:
        value = figure(event.head, syntax)
        if value is not None:
            yield counted["patient"], value
    for role in event.roles:
        if role.role in counted:
            value = figure(role.head, syntax)
            if value is not None:
                yield counted[role.role], value
    yield from _toll(event, syntax)


def _toll(event: FoundEvent, syntax: Syntax) -> Iterator[tuple[str, str]]:
    """``l'attentat a fait 86 morts et 12 blessés``, ``deux morts dans l'attaque``."""
    cues, head = syntax.profile.cues, event.head
    verbs = [c for c in head.children if syntax.is_(c, "relative", "adnominal")]
    if syntax.is_(head, "subject"):
        verbs.append(head.head)
    nouns = [n for v in verbs if syntax.lemmas(v) & cues["toll_verbs"] for n in syntax.objects(v)]
    if syntax.preposition(head) in ("dans", "lors") and head.head.pos_ == "NOUN":
        nouns.append(head.head)
    for noun in nouns:
        for kind in ("killed", "injured"):
            if noun.lower_ in cues[f"{kind}_nouns"]:
                value = figure(noun, syntax)
                if value is not None:
                    yield kind, value
