"""What a word's own form and dependents say of its factuality: negation, mood, adverbs, markers.

Cues: ``kg/language/data/fr/cues.yaml``.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.syntax import Syntax
from kg.model import Factuality

_GUARD = (
    Factuality.ASSERTED, Factuality.ALLEGED, Factuality.PLANNED, Factuality.HYPOTHETICAL, Factuality.DENIED,
)  # fmt: skip


def weakest(*statuses: Factuality) -> Factuality:
    """The most guarded of several statuses."""
    return max(statuses, key=_GUARD.index, default=Factuality.ASSERTED)


def describes_suspicion(token: Token, syntax: Syntax) -> bool:
    """Whether a noun is qualified as only supposed to be what it is called (``l'auteur présumé``)."""
    near = [*token.children, *([token.nbor(1)] if token.i + 1 < len(token.doc) else [])]
    return any(child.lower_ in syntax.profile.cues["alleging_adjectives"] for child in near)


def is_negated(token: Token, syntax: Syntax) -> bool:
    """Whether a verb or noun is negated by an adverb, determiner, pronoun or ``sans``."""
    words = syntax.profile.words
    for child in token.children:
        if child.lower_ in words["negative_determiners"]:
            return True
        if child.lower_ in words["negation"] and _has_particle(token, child, syntax):
            return True
        if child.lower_ in words["without"] and child.pos_ == "ADP":
            return True
        if syntax.is_(child, "subject", "passive_subject", "object") and _negative_argument(child, token, syntax):
            return True
    return _negated_before(token, syntax) or (token.pos_ in ("VERB", "AUX") and _neither(token, syntax))


def _neither(verb: Token, syntax: Syntax) -> bool:
    """``ni … ni … n'ont démontré``."""
    before = {t.lower_ for t in verb.doc[verb.sent.start : verb.i]}
    return bool(before & syntax.profile.words["neither"]) and _has_particle(verb, verb, syntax)


def _has_particle(token: Token, adverb: Token, syntax: Syntax) -> bool:
    window = token.doc[max(token.sent.start, min(token.i, adverb.i) - 6) : adverb.i]
    return any(t.lower_ in syntax.profile.words["negation_particle"] for t in window)


def _negative_argument(child: Token, verb: Token, syntax: Syntax) -> bool:
    words = syntax.profile.words
    if any(t.lower_ in words["negative_determiners"] for t in child.children):
        return True
    return child.lower_ in words["negative_pronouns"] and _has_particle(verb, verb, syntax)


def _negated_before(token: Token, syntax: Syntax) -> bool:
    """``n'a jamais été arrêté``: a particle and an adverb among the auxiliaries, wherever they hang."""
    auxiliaries = syntax.auxiliaries(token)
    if not auxiliaries:
        return False
    first = min(a.i for a in auxiliaries)
    window = token.doc[max(token.sent.start, first - 3) : token.i]
    words = syntax.profile.words
    return any(t.lower_ in words["negation_particle"] for t in window) and any(
        t.lower_ in words["negation"] for t in window
    )


def verb_status(verb: Token, syntax: Syntax) -> Factuality:
    if is_negated(verb, syntax):
        return Factuality.DENIED
    return weakest(mood(verb, syntax), _marker_status(verb, syntax), _adverb_status(verb, syntax))


def mood(verb: Token, syntax: Syntax) -> Factuality:
    """What the verb's form says: hearsay conditional, future, or a plain statement."""
    forms = [verb, *syntax.auxiliaries(verb)]
    if any(_is(form, "cond", syntax) for form in forms):
        if _in_condition(verb, syntax):
            return Factuality.HYPOTHETICAL
        return Factuality.PLANNED if _is_future_in_past(verb, syntax) else Factuality.ALLEGED
    if any(_is(form, "fut", syntax) for form in forms):
        return Factuality.HYPOTHETICAL if _in_condition(verb, syntax) else Factuality.PLANNED
    return Factuality.ASSERTED


def _is(token: Token, tag: str, syntax: Syntax) -> bool:
    tags = syntax.tags(token)
    if tags:
        return tag in tags and not (tag == "cond" and "impf" in tags)
    return (tag == "cond" and "Cnd" in token.morph.get("Mood")) or (tag == "fut" and "Fut" in token.morph.get("Tense"))


def _in_condition(verb: Token, syntax: Syntax) -> bool:
    cues = syntax.profile.cues
    before = [t for t in verb.sent if t.i < verb.sent.end]
    if any(_is_if(t, syntax) and syntax.is_(t, "marker") and _conditional(t, syntax) for t in before):
        return True
    text = verb.sent.text.lower()
    return any(phrase in text for phrase in cues["hypothetical_conjunctions"] if " " in phrase)


def _is_if(token: Token, syntax: Syntax) -> bool:
    """``si``, and ``s'`` before a pronoun: elsewhere it is reflexive."""
    if token.lower_ not in syntax.profile.words["conditional_if"]:
        return False
    following = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    return token.lower_ == "si" or following in syntax.profile.words["if_pronouns"]


def _conditional(marker: Token, syntax: Syntax) -> bool:
    """``si`` that states a condition, not an indirect question."""
    clause = marker.head
    governor = clause.head
    reported = syntax.lemmas(governor) & (syntax.profile.cues["reporting_verbs"] | syntax.profile.cues["unconfirmed_verbs"])
    return not (syntax.is_(clause, "clausal_complement", "object") and reported)


def _is_future_in_past(verb: Token, syntax: Syntax) -> bool:
    if not syntax.is_(verb, "clausal_complement"):
        return False
    governor = verb.head
    forms = [governor, *syntax.auxiliaries(governor)]
    past = any({"past", "impf"} & syntax.tags(f) for f in forms) or bool(syntax.auxiliaries(governor))
    return past and bool(syntax.lemmas(governor) & syntax.profile.cues["reporting_verbs"])


def _marker_status(verb: Token, syntax: Syntax) -> Factuality:
    words, cues = syntax.profile.words, syntax.profile.cues
    for marker in syntax.children(verb, "marker", "case"):
        if _is_if(marker, syntax):
            return Factuality.HYPOTHETICAL
        if marker.lower_ in words["without"]:
            return Factuality.DENIED
    if "inf" in syntax.tags(verb) and not syntax.auxiliaries(verb):
        window = [t.lower_ for t in verb.doc[max(verb.sent.start, verb.i - 4) : verb.i]]
        if _content_noun(verb, syntax):
            return Factuality.HYPOTHETICAL
        if any(word in cues["purpose_markers"] for word in window):
            return Factuality.PLANNED
        if any(word in words["without"] for word in window):
            return Factuality.DENIED
    return Factuality.ASSERTED


def _content_noun(verb: Token, syntax: Syntax) -> bool:
    """``un appel à commettre``, ``la menace de tuer``: the noun just before the infinitive's marker."""
    before = verb.doc[max(verb.sent.start, verb.i - 3) : verb.i]
    pairs = zip(before, before[1:], strict=False)
    return any(
        noun.lower_ in syntax.profile.cues["content_nouns"] and marker.lower_ in syntax.profile.prepositions for noun, marker in pairs
    )


def _adverb_status(token: Token, syntax: Syntax) -> Factuality:
    cues = syntax.profile.cues
    adverbs = {t.lower_ for t in token.children if t.pos_ == "ADV"}
    if adverbs & cues["possibility_adverbs"]:
        return Factuality.HYPOTHETICAL
    return Factuality.ALLEGED if adverbs & cues["alleging_adverbs"] else Factuality.ASSERTED
