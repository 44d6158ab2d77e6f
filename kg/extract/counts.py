"""Figures of events: how many were killed, injured, arrested or affected, written as the text gives them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.extract.events import FoundEvent
from kg.extract.figures import figure
from kg.extract.parsed import Token
from kg.extract.syntax import Syntax
from kg.language.numbers import number
from kg.vocabulary import Vocabulary

#: the key of what an event's own noun counts (``deux morts``, ``douze arrestations``) in an ontology's ``counts``
ITSELF = "itself"
_TOLLS = ("killed", "injured")


def event_counts(event: FoundEvent, syntax: Syntax, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """``(count predicate, figure)`` of an event mention: of its noun, its counted roles, and a toll told with it."""
    counted = vocabulary.events[event.event_class].counts
    # "douze personnes, dont quatre militaires": those were counted already
    filling = [role for role in event.roles if role.role in counted and not syntax.is_example(role.head)]
    words = [(counted[role.role], role.head) for role in filling]
    if not event.match.verbal and " " not in event.match.trigger.lemma and ITSELF in counted:
        words.insert(0, (counted[ITSELF], event.head))
    words = [(predicate, word) for predicate, word in words if not _is_other_toll(word, predicate, words, syntax)]
    bare = list(_bare(event, counted, syntax))
    yield from bare
    told = {predicate for predicate, _ in bare}
    further = _of_others(event.head, syntax)
    if further is not None and not words and "patient" in counted:
        yield counted["patient"], further
    for chain in _chains(sorted(words, key=lambda pair: (pair[1] is not event.head, pair[1].i)), syntax):
        predicate = chain[0][0]
        value = _sum([word for _, word in chain], predicate, syntax)
        if further is not None and chain[0][1] is not event.head and predicate in counted.values():
            value = further
        if value is not None and predicate not in told:
            yield predicate, value
    for predicate, word in _tolls(event.head, syntax):
        value = figure(word, syntax, least=_least(word, predicate, syntax))
        if value is not None:
            yield predicate, value


def _is_other_toll(word: Token, predicate: str, words: Sequence[tuple[str, Token]], syntax: Syntax) -> bool:
    """``Quatre soldats tués et sept blessés``: joined to those killed, but no victims of the same."""
    others = any(_is_toll(word, other, syntax) for other in _TOLLS if other != predicate)
    return others and any(first is not word and first.i < word.i for _, first in words)


def _bare(event: FoundEvent, counted: Mapping[str, str], syntax: Syntax) -> Iterator[tuple[str, str]]:
    """``deux d'entre elles ont été reprises``, ``en a remis deux``: a figure alone is the subject or object."""
    if not event.match.verbal:
        return
    functions = event.match.trigger.roles
    passive = syntax.is_passive(event.head)
    under = "object" if passive else "subject"
    fillers = [(functions.get(under, ""), t) for t in syntax.surface_subjects(event.head)]
    fillers += [(functions.get("object", ""), t) for t in syntax.objects(event.head) if not passive]
    fillers += [(functions.get(under, ""), t) for t in _some_of_them(event.head, syntax)]
    fillers = [(functions.get(under, ""), t) for t in _of_whom(event.head, syntax)] or fillers
    for role, word in fillers:
        if role in counted and _is_bare_number(word, syntax):
            value = figure(word, syntax, least=1 if counted[role] in _TOLLS else 2)  # "un des policiers a été touché"
            if value is not None:
                yield counted[role], value
                return


def _is_bare_number(word: Token, syntax: Syntax) -> bool:
    """A number that is no age or date (``âgés de 22 à 57 ans``)."""
    before = word.nbor(-1) if word.i > word.sent.start else None
    governed = before is not None and syntax.listed(before) is not None and not syntax.word(before, "partitive_clitics")
    return number(word.lower_, syntax.profile.code) is not None and not governed and not syntax.is_time(word)


def _some_of_them(verb: Token, syntax: Syntax) -> Iterator[Token]:
    """``Neuf d'entre eux, dont trois mineurs, ont été``: the figure, which the parser takes for no subject."""
    before = verb.doc[verb.sent.start : syntax.first_form(verb).i]
    if not any(syntax.is_finite_verb(t) for t in before):
        yield from (
            t for t in before[:-2] if syntax.word(t.nbor(2), "among") and syntax.word(t.nbor(1), "contracted_de")
        )


def _of_whom(verb: Token, syntax: Syntax) -> Iterator[Token]:
    """``neuf blessés, dont cinq ont été évacués``: the figure between the relative and the verb."""
    before = [
        t for t in verb.doc[verb.sent.start : syntax.first_form(verb).i][-3:] if not syntax.word(t, "locative_pronouns")
    ]
    if len(before) > 1 and syntax.word(before[-2], "relative_of"):
        yield before[-1]


def _chains(words: Sequence[tuple[str, Token]], syntax: Syntax) -> Iterator[list[tuple[str, Token]]]:
    """What is counted alike and coordinated belongs together: ``trois hommes et une femme``."""
    chain: list[tuple[str, Token]] = []
    for predicate, word in words:
        if chain and not (chain[-1][0] == predicate and _is_joined(chain[-1][1], word, syntax)):
            yield chain
            chain = []
        chain.append((predicate, word))
    if chain:
        yield chain


def _is_joined(first: Token, second: Token, syntax: Syntax) -> bool:
    """Whether only a conjunction or comma, with what a figure is made of, stands between two nouns."""
    if first.doc is not second.doc or second.i <= first.i or second.sent != first.sent:
        return False
    between = first.doc[first.i + 1 : second.i]
    joined = any(t.pos_ == "CCONJ" or t.text == "," for t in between)
    return joined and all(
        t.pos_ in ("CCONJ", "NUM", "DET", "ADJ") or t.text == "," or number(t.lower_, syntax.profile.code) is not None
        for t in between
    )


def _sum(words: Sequence[Token], predicate: str, syntax: Syntax) -> str | None:
    """``cinq hommes et une femme``: six; of ``quatre personnes, deux X et deux Y`` the first figure says all."""
    least = 1 if len(words) > 1 else _least(words[0], predicate, syntax)
    values = [figure(word, syntax, least=least) for word in words]
    exact = [int(v) for v in values if v is not None and v.isdigit()]
    if len(exact) < len(words):
        return next((v for v in values if v is not None and v != "1"), None)
    total = exact[0] if exact[0] == sum(exact[1:]) else sum(exact)
    return str(total) if total >= least else None


def _least(word: Token, predicate: str, syntax: Syntax) -> int:
    """``un mort`` is a toll of one, ``une arrestation`` no figure."""
    return 1 if _is_toll(word, predicate, syntax) else 2


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
