"""Figures of events: how many were killed, injured, arrested or affected, written as the text gives them."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.events import FoundEvent
from kg.extract.figures import figure
from kg.extract.parsed import Token
from kg.extract.syntax import Syntax
from kg.vocabulary import Vocabulary

#: the key of what an event's own noun counts (``deux morts``, ``douze arrestations``) in an ontology's ``counts``
ITSELF = "itself"
_TOLLS = ("killed", "injured")


def event_counts(event: FoundEvent, syntax: Syntax, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """``(count predicate, figure)`` of an event mention: of its noun, its counted roles, and a toll told with it."""
    counted = vocabulary.events[event.event_class].counts
    words = [(counted[role.role], role.head) for role in event.roles if role.role in counted]
    if not event.match.verbal and " " not in event.match.trigger.lemma and ITSELF in counted:
        words.insert(0, (counted[ITSELF], event.head))
    further = _of_others(event.head, syntax)
    if further is not None and not words and "patient" in counted:
        yield counted["patient"], further
    for predicate, word in (*words, *_tolls(event.head, syntax)):
        # "un mort" is a toll of one, "une arrestation" no figure
        value = figure(word, syntax, least=1 if _is_toll(word, predicate, syntax) else 2)
        if further is not None and word is not event.head and predicate in counted.values():
            value = further
        if value is not None:
            yield predicate, value


def _of_others(verb: Token, syntax: Syntax) -> str | None:
    """``et onze autres blessés``, ``une trentaine d'autres blessées``: the figure before a participle."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else None
    return figure(before, syntax) if before is not None and syntax.word(before, "others") else None


def _is_toll(noun: Token, predicate: str, syntax: Syntax) -> bool:
    return predicate in _TOLLS and noun.lower_ in syntax.profile.cues[f"{predicate}_nouns"]


def _tolls(head: Token, syntax: Syntax) -> Iterator[tuple[str, Token]]:
    """``l'attentat a fait 86 morts et 12 blessés``, ``deux morts dans l'attaque``: the nouns counted."""
    cues = syntax.profile.cues
    verbs = syntax.children(head, "relative", "adnominal")
    if syntax.is_(head, "subject"):
        verbs.append(head.head)
    nouns = [noun for verb in verbs if syntax.lemmas(verb) & cues["toll_verbs"] for noun in syntax.objects(verb)]
    if syntax.preposition(head) in syntax.profile.words["toll_prepositions"] and head.head.pos_ == "NOUN":
        nouns += syntax.conjuncts(head.head)
    for noun in nouns:
        for predicate in _TOLLS:
            if _is_toll(noun, predicate, syntax):
                yield predicate, noun
