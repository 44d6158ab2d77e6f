"""Words that name events: entries of ``ontology/events/*.yaml`` found by form in a parsed sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from kg.extract.syntax import Syntax
from kg.language.profile import LanguageProfile
from kg.vocabulary import Trigger, Vocabulary

#: words that may stand between the first word of a fixed expression and the rest (an auxiliary, adverbs, an object)
_EXPRESSION_GAP = 4


@dataclass(frozen=True, slots=True)
class TriggerMatch:
    """A trigger's occurrence: the word that carries its arguments, and the characters that name the event."""

    trigger: Trigger
    head: Token
    begin: int  #: code points in the passage's cleaned text
    end: int
    verbal: bool  #: arguments are those of a verb
    reach: int  #: code points: end of all the words that the entry takes


@dataclass(frozen=True, slots=True)
class TriggerIndex:
    """Triggers by the forms or verb lemmas that open them."""

    verbs: Mapping[str, tuple[Trigger, ...]]  #: verb lemma -> entries
    nominals: Mapping[str, tuple[Trigger, ...]]  #: form -> nouns and adjectives
    expressions: Mapping[str, tuple[tuple[Trigger, re.Pattern[str]], ...]]  #: first word's lemma or form -> entries


def build_index(vocabulary: Vocabulary, profile: LanguageProfile) -> TriggerIndex:
    """Index every trigger of the profile's language."""
    verbs: dict[str, list[Trigger]] = defaultdict(list)
    nominals: dict[str, list[Trigger]] = defaultdict(list)
    expressions: dict[str, list[tuple[Trigger, re.Pattern[str]]]] = defaultdict(list)
    for event_class in vocabulary.events.values():
        for trigger in event_class.triggers.get(profile.code, ()):
            lemma = trigger.lemma.removeprefix("se ").removeprefix("s'")
            if trigger.kind == "verb" and " " not in lemma:
                verbs[lemma].append(trigger)
            elif trigger.kind in ("noun", "adjective") and " " not in lemma:
                for form in sorted(profile.noun_forms(lemma) | _feminine(lemma, trigger.kind, profile)):
                    nominals[form].append(trigger)
            else:
                first, _, rest = lemma.partition(" ")
                for key in {first, *profile.noun_forms(first)} if trigger.kind == "noun" else {first}:
                    expressions[key].append((trigger, _rest_pattern(rest, trigger.kind)))
    return TriggerIndex(*({k: tuple(v) for k, v in sorted(d.items())} for d in (verbs, nominals)), expressions={
        k: tuple(v) for k, v in sorted(expressions.items())
    })  # fmt: skip


def _feminine(lemma: str, kind: str, profile: LanguageProfile) -> frozenset[str]:
    return profile.noun_forms(lemma + "e") if kind == "adjective" and not lemma.endswith("e") else frozenset()


def _rest_pattern(rest: str, kind: str) -> re.Pattern[str]:
    gap = _EXPRESSION_GAP if kind != "noun" else 0
    plural = r"(?:s|x)?" if kind == "noun" else ""
    words = r"[\s-]+".join(re.escape(word) + plural for word in rest.split(" "))
    return re.compile(rf"(?:\W+[\w'-]+){{0,{gap}}}?[\s',-]+(?P<rest>{words})\b")


def trigger_matches(sent: Tokens, index: TriggerIndex, syntax: Syntax) -> Iterator[tuple[TriggerMatch, ...]]:
    """For each word that may name an event, its readings, best first; fixed expressions before single words."""
    for token in sent:
        found = list(_expressions(token, sent, index, syntax))
        if found:
            yield tuple(sorted(found, key=lambda m: (m.begin - m.reach, -m.trigger.score)))
    for token in sent:
        if token.is_alpha or "-" in token.text:
            readings = [m for m in _single_words(token, index, syntax) if not ruled_out(m, sent, syntax)]
            if readings:
                yield tuple(sorted(readings, key=lambda m: -m.trigger.score))


def _expressions(token: Token, sent: Tokens, index: TriggerIndex, syntax: Syntax) -> Iterator[TriggerMatch]:
    keys = sorted({token.lower_, *syntax.lemmas(token)})
    after = token.idx + len(token.text)
    for trigger, pattern in (pair for key in keys for pair in index.expressions.get(key, ())):
        if trigger.kind != "noun" and not any(key in index.expressions for key in syntax.lemmas(token)):
            continue
        match = pattern.match(sent.doc.text[: sent.end_char].lower(), after)
        if match is None:
            continue
        begin, end = _naming_words(trigger, token, match)
        verbal = trigger.kind in ("expression", "verb")
        found = TriggerMatch(trigger, token, begin, end, verbal=verbal, reach=match.end("rest"))
        if not ruled_out(found, sent, syntax):
            yield found


def _naming_words(trigger: Trigger, token: Token, match: re.Match[str]) -> tuple[int, int]:
    whole = (token.idx, match.end("rest"))
    if trigger.names is None:
        return whole
    if trigger.names == trigger.lemma.partition(" ")[0]:
        return token.idx, token.idx + len(token.text)
    at = match.string.find(trigger.names, token.idx, match.end("rest"))
    return (at, at + len(trigger.names)) if at >= 0 else whole


def _single_words(token: Token, index: TriggerIndex, syntax: Syntax) -> Iterator[TriggerMatch]:
    begin, end = token.idx, token.idx + len(token.text)
    nominal = _is_nominal(token, syntax)
    if not nominal or syntax.is_participle(token):
        for lemma in sorted(syntax.lemmas(token)):
            for trigger in index.verbs.get(lemma, ()):
                if not nominal or token.lower_ not in index.nominals:
                    yield TriggerMatch(trigger, token, begin, end, verbal=True, reach=end)
    for trigger in index.nominals.get(token.lower_, ()):
        if nominal or trigger.kind == "adjective" or not syntax.inflections.lookup(token.lower_):
            yield TriggerMatch(trigger, token, begin, end, verbal=False, reach=end)


def _is_nominal(token: Token, syntax: Syntax) -> bool:
    """Nouns by tag, or by a determiner just before a form that is also a verb's (``l'attaque``)."""
    if token.pos_ in ("NOUN", "PROPN"):
        return not (syntax.auxiliaries(token) and any(t.startswith("part.past") for t in syntax.tags(token)))
    before = token.nbor(-1) if token.i > token.sent.start else None
    return token.pos_ not in ("AUX",) and before is not None and before.pos_ == "DET"


def ruled_out(match: TriggerMatch, sent: Tokens, syntax: Syntax) -> bool:
    """Whether the words around the trigger give it another reading."""
    trigger, text = match.trigger, sent.doc.text[sent.start_char : sent.end_char].lower()
    begin, end = match.head.idx - sent.start_char, match.end - sent.start_char
    for reading in trigger.not_in:
        at = text.find(reading)
        while at >= 0:
            if at < end and begin < at + len(reading):
                return True
            at = text.find(reading, at + 1)
    if match.verbal:
        reflexive = syntax.is_reflexive(match.head)
        needs_reflexive = trigger.reflexive == "required" or trigger.lemma.startswith(("se ", "s'"))
        if (needs_reflexive and not reflexive) or (trigger.reflexive == "forbidden" and reflexive):
            return True
    return bool(trigger.not_infinitive) and _takes_infinitive(match.head, trigger.not_infinitive, syntax)


def _takes_infinitive(token: Token, prepositions: tuple[str, ...], syntax: Syntax) -> bool:
    following = [t for t in token.doc[token.i + 1 : min(token.sent.end, token.i + 4)]]
    for left, right in zip(following, following[1:], strict=False):
        listed = syntax.profile.prepositions.get(left.lower_)
        if listed in prepositions and "inf" in syntax.tags(right):
            return True
    return False
