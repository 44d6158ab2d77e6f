"""Words that name events: entries of ``ontology/events/*.yaml`` found by form in a parsed sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from kg.extract.parsed import Token, Tokens
from kg.extract.syntax import Syntax
from kg.language.profile import LanguageProfile
from kg.vocabulary import Trigger, Vocabulary

_FINITE = frozenset({"pres", "past", "impf", "fut", "cond", "subj", "subj.impf", "imp"})
#: tags of forms whose endings no noun has
_NO_NOUNS = frozenset({"impf", "cond", "fut"})
_INFINITIVE = frozenset({"inf"})
#: words that may stand between the first word of a fixed expression and the rest (an auxiliary, adverbs, an object)
_EXPRESSION_GAP = 4
#: words after a trigger in which an infinitive and its marker rule it out
_INFINITIVE_GAP = 3
#: characters between the first word of a fixed expression and the rest that do not break it up: a blank, ``l'``
_UNBROKEN = 3

Expression = tuple[Trigger, re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class TriggerMatch:
    """A trigger's occurrence: the word that carries its arguments, and the characters that name the event."""

    trigger: Trigger
    head: Token
    begin: int  #: code points in the passage's cleaned text
    end: int
    verbal: bool  #: arguments are those of a verb
    reach: int  #: code points: end of all the words that the entry takes


# --- index ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TriggerIndex:
    """Triggers by the forms or verb lemmas that open them."""

    verbs: Mapping[str, tuple[Trigger, ...]]  #: verb lemma -> entries
    nominals: Mapping[str, tuple[Trigger, ...]]  #: form -> nouns and adjectives
    expressions: Mapping[str, tuple[Expression, ...]]  #: first word's lemma or form -> entries and what must follow
    _may_open: dict[tuple[str, frozenset[str]], bool] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def may_open(self, form: str, lemmas: frozenset[str]) -> bool:
        """Whether an entry begins with a form, or with a verb that it may be one of; remembered."""
        known = self._may_open.get((form, lemmas))
        if known is None:
            found = any(w in self.expressions or w in self.verbs for w in lemmas)
            known = self._may_open[form, lemmas] = found or form in self.expressions or form in self.nominals
        return known


def build_index(vocabulary: Vocabulary, profile: LanguageProfile) -> TriggerIndex:
    """Index every trigger of the profile's language."""
    verbs: dict[str, list[Trigger]] = defaultdict(list)
    nominals: dict[str, list[Trigger]] = defaultdict(list)
    expressions: dict[str, list[Expression]] = defaultdict(list)
    for trigger in (t for event in vocabulary.events.values() for t in event.triggers.get(profile.code, ())):
        lemma = _bare(trigger.lemma, profile)
        if " " in lemma or trigger.kind == "expression":
            first, _, rest = lemma.partition(" ")
            for key in profile.noun_forms(first) if trigger.kind == "noun" else (first,):
                expressions[key].append((trigger, _rest_pattern(rest, trigger.kind, profile)))
        elif trigger.kind == "verb":
            verbs[lemma].append(trigger)
        else:
            feminine = profile.feminine_forms(lemma) if trigger.kind == "adjective" else frozenset[str]()
            for form in profile.noun_forms(lemma) | feminine:
                nominals[form].append(trigger)
    return TriggerIndex(
        {key: tuple(found) for key, found in sorted(verbs.items())},
        {key: tuple(found) for key, found in sorted(nominals.items())},
        {key: tuple(found) for key, found in sorted(expressions.items())},
    )


def _bare(lemma: str, profile: LanguageProfile) -> str:
    """An infinitive without the reflexive pronoun under which it is listed."""
    for prefix in profile.words["reflexive_prefixes"]:
        lemma = lemma.removeprefix(prefix)
    return lemma


def _rest_pattern(rest: str, kind: str, profile: LanguageProfile) -> re.Pattern[str]:
    """What must follow the first word of an expression: of a noun's at once, with plurals; of a verb's after a gap."""
    gap = 0 if kind == "noun" else _EXPRESSION_GAP
    plural = f"(?:{'|'.join(profile.added_plurals)})?" if kind == "noun" else ""
    words = r"[\s-]+".join(re.escape(word) + plural for word in rest.split(" "))
    return re.compile(rf"(?:\W+[\w'-]+){{0,{gap}}}?[\s',-]+(?P<rest>{words})\b")


# --- search --------------------------------------------------------------------------------------------------------


def trigger_matches(sent: Tokens, index: TriggerIndex, syntax: Syntax) -> Iterator[tuple[TriggerMatch, ...]]:
    """For each word that may name an event, its readings, best first; fixed expressions before single words."""
    words = [t for t in sent if index.may_open(t.lower_, syntax.lemmas(t))]
    for token in words:
        found = [m for m in _expressions(token, sent, index, syntax) if not ruled_out(m, sent, syntax)]
        if found:
            yield tuple(sorted(found, key=lambda m: (m.begin - m.reach, -m.trigger.score)))
    for token in words:
        if token.is_alpha or "-" in token.text:
            readings = [m for m in _single_words(token, index, syntax) if not ruled_out(m, sent, syntax)]
            if readings:
                yield tuple(sorted(readings, key=lambda m: -m.trigger.score))


def _expressions(token: Token, sent: Tokens, index: TriggerIndex, syntax: Syntax) -> Iterator[TriggerMatch]:
    lemmas = [lemma for lemma in syntax.lemmas(token) if lemma in index.expressions]
    # "des menaces de mort", tagged so, is no form of "menacer"
    nominal = _is_nominal(token, syntax) and not _is_mistagged_verb(token, index, syntax)
    before = token.nbor(-1) if token.i > sent.start else None
    article = before is not None and before.pos_ == "DET"  # "leur mise en examen"
    names = token.pos_ == "NOUN" and nominal and (article or not syntax.can_be_past_participle(token))
    for key in sorted({token.lower_, *lemmas}):
        for trigger, pattern in index.expressions.get(key, ()):
            read = (lemmas and not names) or trigger.kind == "noun"
            match = pattern.match(sent.doc.lowered, token.end, sent.end_char) if read else None
            if match is not None and sent.doc.lowered.count(",", token.end, match.start("rest")) != 1:
                begin, end = _naming_words(trigger, token, match)
                verbal = trigger.kind in ("expression", "verb")
                yield TriggerMatch(trigger, token, begin, end, verbal=verbal, reach=match.end("rest"))


def _naming_words(trigger: Trigger, token: Token, match: re.Match[str]) -> tuple[int, int]:
    """The characters of the words that name the event: all of a fixed expression, unless others break it up.

    Of ``a mis, mardi, fin à ses jours`` those that the entry tells: ``jours``.
    """
    whole = (token.idx, match.end("rest"))
    if trigger.names is None or match.start("rest") - token.end <= _UNBROKEN:
        return whole
    if trigger.names == trigger.lemma.partition(" ")[0]:
        return token.idx, token.end
    at = match.string.find(trigger.names, token.idx, match.end("rest"))
    return (at, at + len(trigger.names)) if at >= 0 else whole


def _single_words(token: Token, index: TriggerIndex, syntax: Syntax) -> Iterator[TriggerMatch]:
    begin, end = token.idx, token.end
    nominal = _is_nominal(token, syntax) and not _is_mistagged_verb(token, index, syntax)
    counted = any(c.pos_ == "NUM" for c in token.children)  # "invité les deux parties"
    if not nominal or (token.lower_ not in index.nominals and not counted and syntax.is_participle(token)):
        for lemma in sorted(syntax.lemmas(token)):
            for trigger in index.verbs.get(lemma, ()):
                yield TriggerMatch(trigger, token, begin, end, verbal=True, reach=end)
    for trigger in index.nominals.get(token.lower_, ()):
        if nominal or trigger.kind == "adjective" or not syntax.inflections.lookup(token.lower_):
            yield TriggerMatch(trigger, token, begin, end, verbal=False, reach=end)


def _is_nominal(token: Token, syntax: Syntax) -> bool:
    """Nouns by tag, or by a determiner just before a form that is also a verb's (``l'attaque``)."""
    if token.pos_ in ("NOUN", "PROPN") and _opens_as_participle(token, syntax):
        return False
    if _is_counted(token, syntax):
        return True
    if token.pos_ == "PROPN" and token.text[0].islower() and _is_only_finite(token, syntax):
        return False  # "Jonas Verbruggen écope": no name is written so
    if token.pos_ in ("NOUN", "PROPN"):
        return not (syntax.can_be_past_participle(token) and syntax.auxiliaries(token))
    before = token.nbor(-1) if token.i > token.sent.start else None
    return token.pos_ != "AUX" and before is not None and before.pos_ == "DET"


def _is_counted(token: Token, syntax: Syntax) -> bool:
    """``trois blessés``: after a figure a noun, whatever the tag."""
    before = token.nbor(-1) if token.i > token.sent.start else None
    plural = token.lower_ in syntax.profile.cues["victim_plurals"]
    return plural and before is not None and (before.pos_ == "NUM" or before.is_digit) and not syntax.auxiliaries(token)


def _is_only_finite(token: Token, syntax: Syntax) -> bool:
    tags = syntax.tags(token)
    before = token.nbor(-1) if token.i > token.sent.start else None
    return bool(tags) and tags <= _FINITE and (before is None or before.pos_ not in ("DET", "ADP"))


def _is_mistagged_verb(token: Token, index: TriggerIndex, syntax: Syntax) -> bool:
    """``X, qui l'avait aidé, écope de six ans``: tagged a noun, but the form is a verb's only and no known noun's."""
    if token.pos_ != "NOUN" or not token.text[0].islower() or token.lower_ in index.nominals:
        return False
    before = token.nbor(-1) if token.i > token.sent.start else None
    tags = syntax.tags(token)
    if tags and tags <= _NO_NOUNS:  # "les suspects séquestraient des migrants"
        return True
    if tags == _INFINITIVE and before is not None and syntax.listed(before) is not None:
        return True  # "projetait d'incendier"
    apart = before is not None and (before.text == "," or before.pos_ in ("PROPN", "PRON"))
    return apart and _is_only_finite(token, syntax)


def _opens_as_participle(token: Token, syntax: Syntax) -> bool:
    """``Arrivée lundi à Mons, la ministre …``: a participle at the opening that the model takes for a noun."""
    before = token.doc[token.sent.start : token.i]
    if any(t.is_alpha for t in before) or not syntax.can_be_past_participle(token):
        return False
    following = token.nbor(1) if token.i + 1 < token.sent.end else None
    genitive = following is None or syntax.listed(following) == syntax.profile.functions["genitive"]
    return not genitive and any(t.text == "," for t in token.sent)


# --- exclusions ----------------------------------------------------------------------------------------------------


def ruled_out(match: TriggerMatch, sent: Tokens, syntax: Syntax) -> bool:
    """Whether the words around the trigger give it another reading."""
    if _in_other_words(match, sent) or (match.verbal and _has_wrong_voice(match, syntax)):
        return True
    prepositions = match.trigger.not_infinitive
    return bool(prepositions) and _takes_infinitive(match.head, prepositions, syntax)


def _in_other_words(match: TriggerMatch, sent: Tokens) -> bool:
    """Whether the trigger overlaps one of the phrases that its entry rules out."""
    if not match.trigger.not_in:
        return False
    text = sent.lowered
    begin, end = match.head.idx - sent.start_char, match.end - sent.start_char
    for phrase in match.trigger.not_in:
        at = text.find(phrase)
        while at >= 0:
            if at < end and begin < at + len(phrase):
                return True
            at = text.find(phrase, at + 1)
    return False


def _has_wrong_voice(match: TriggerMatch, syntax: Syntax) -> bool:
    trigger, reflexive = match.trigger, syntax.is_reflexive(match.head)
    listed_reflexive = trigger.lemma.startswith(tuple(syntax.profile.words["reflexive_prefixes"]))
    if reflexive:
        return trigger.reflexive == "forbidden"
    return listed_reflexive or trigger.reflexive == "required"


def _takes_infinitive(token: Token, prepositions: tuple[str, ...], syntax: Syntax) -> bool:
    following = token.doc[token.i + 1 : min(token.sent.end, token.i + 1 + _INFINITIVE_GAP)]
    return any(
        syntax.listed(left) in prepositions and "inf" in syntax.tags(right) for left, right in pairwise(following)
    )
