"""Whether the text says that something happened: factuality read from French verb forms, adverbs, and governors.

The status of an event mention is the most guarded that its words and their governors give; attribution to a source
does not weaken it. Cues and their scope: ``kg/language/data/fr/cues.yaml``.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.syntax import Syntax
from kg.model import Factuality

_MAX_GOVERNORS = 5
_GUARD = (
    Factuality.ASSERTED, Factuality.ALLEGED, Factuality.PLANNED, Factuality.HYPOTHETICAL, Factuality.DENIED,
)  # fmt: skip


def weakest(*statuses: Factuality) -> Factuality:
    """The most guarded of several statuses."""
    return max(statuses, key=_GUARD.index, default=Factuality.ASSERTED)


def factuality(token: Token, syntax: Syntax, *, verbal: bool) -> Factuality:
    """The status of the happening that ``token`` names."""
    own = _verb_status(token, syntax) if verbal else _noun_status(token, syntax)
    if own is Factuality.DENIED:
        return own
    return weakest(own, _governed_status(token, syntax, verbal=verbal), _question(token, syntax))


def describes_suspicion(token: Token, syntax: Syntax) -> bool:
    """Whether a noun is qualified as only supposed to be what it is called (``l'auteur présumé``)."""
    near = [*token.children, *([token.nbor(1)] if token.i + 1 < len(token.doc) else [])]
    return any(child.lower_ in syntax.profile.cues["alleging_adjectives"] for child in near)


# --- the word itself -------------------------------------------------------------------------------------------


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


def _verb_status(verb: Token, syntax: Syntax) -> Factuality:
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


def _noun_status(noun: Token, syntax: Syntax) -> Factuality:
    words, cues = syntax.profile.words, syntax.profile.cues
    if is_negated(noun, syntax):
        return Factuality.DENIED
    around = {t.lower_ for t in noun.children} | {t.lower_ for t in noun.doc[max(0, noun.i - 1) : noun.i]}
    if around & cues["false_adjectives"] or around & words["without"]:
        return Factuality.DENIED
    if around & cues["planning_adjectives"]:
        return Factuality.PLANNED
    return Factuality.ALLEGED if around & cues["alleging_adjectives"] else Factuality.ASSERTED


# --- what governs it -------------------------------------------------------------------------------------------


def _governed_status(token: Token, syntax: Syntax, *, verbal: bool) -> Factuality:
    status, inner, direct = Factuality.ASSERTED, token, True
    for _ in range(_MAX_GOVERNORS):
        governor = inner.head
        if governor == inner or _closes(inner, syntax, verbal=verbal and inner is token):
            break
        status = weakest(status, _one_governor(inner, governor, syntax, direct=direct, verbal=verbal))
        if governor.pos_ in ("VERB", "AUX") and not _transparent(inner, governor, syntax):
            break
        direct = direct and governor.pos_ not in ("VERB", "AUX")
        inner = governor
    return status


def _closes(inner: Token, syntax: Syntax, *, verbal: bool) -> bool:
    """Whether what stands above speaks of something else: a finite clause inside a noun or another clause."""
    if syntax.is_(inner, "relative", "parataxis", "apposition"):
        return True
    nonfinite = "inf" in syntax.tags(inner) and not syntax.auxiliaries(inner)
    if syntax.is_(inner, "adnominal", "adverbial_clause"):
        return not nonfinite
    return verbal and inner.dep_ == "ROOT"


def _transparent(inner: Token, governor: Token, syntax: Syntax) -> bool:
    """Whether a governor's own governor still bears on the inner word (``a été accusé d'avoir voulu tuer``)."""
    return syntax.is_(inner, "open_complement", "object", "conjunct", "clausal_complement") or syntax.is_(
        governor, "open_complement"
    )


def _one_governor(inner: Token, governor: Token, syntax: Syntax, *, direct: bool, verbal: bool) -> Factuality:
    if governor.pos_ in ("NOUN", "PROPN", "ADJ") and not syntax.is_participle(governor):
        return _noun_governor(governor, syntax) if _is_content_of(inner, governor, syntax) else Factuality.ASSERTED
    if syntax.is_(inner, "conjunct"):
        return mood(governor, syntax) if verbal and not syntax.auxiliaries(inner) else Factuality.ASSERTED
    return weakest(
        _verb_governor(inner, governor, syntax),
        _support_status(inner, governor, syntax) if direct and not verbal else Factuality.ASSERTED,
    )


def _is_content_of(inner: Token, noun: Token, syntax: Syntax) -> bool:
    """Whether a word is what the noun is about (``menace d'attentat``), not coordinated with it."""
    if syntax.is_(inner, "conjunct"):
        return False
    between = noun.doc[min(noun.i, inner.i) + 1 : max(noun.i, inner.i)]
    return not any(t.pos_ == "CCONJ" or t.text == "," for t in between)


def _noun_governor(noun: Token, syntax: Syntax) -> Factuality:
    cues, form = syntax.profile.cues, noun.lower_
    if describes_suspicion(noun, syntax):
        return Factuality.ALLEGED
    if form in cues["threat_nouns"]:
        return Factuality.HYPOTHETICAL
    if form in cues["planning_nouns"]:
        return Factuality.PLANNED
    return Factuality.ALLEGED if form in cues["alleging_nouns"] else Factuality.ASSERTED


def _verb_governor(inner: Token, verb: Token, syntax: Syntax) -> Factuality:
    cues, lemmas = syntax.profile.cues, syntax.lemmas(verb)
    complement = syntax.is_(inner, "open_complement", "clausal_complement", "object", "passive_subject", "oblique", "adverbial_clause")
    if not complement:
        return Factuality.ASSERTED
    negated = is_negated(verb, syntax)
    infinitive = syntax.is_(inner, "open_complement") or "inf" in syntax.tags(inner)
    presupposes = lemmas & cues["rejecting_verbs"] and any(syntax.word(t, "strictly_definite") for t in inner.children)
    if lemmas & cues["denying_verbs"] and not presupposes:
        return Factuality.ASSERTED if negated else Factuality.DENIED
    if lemmas & cues["called_off_verbs"] and not syntax.is_(inner, "adverbial_clause"):
        return Factuality.PLANNED if lemmas & cues["planned_by_calling_off"] else Factuality.DENIED
    if negated and lemmas & cues["unconfirmed_verbs"]:
        return Factuality.ALLEGED
    if negated and syntax.is_(inner, "open_complement"):
        return Factuality.DENIED
    if lemmas & cues["hypothetical_verbs"] and infinitive:
        return Factuality.ASSERTED if _achieved(verb, syntax) else Factuality.HYPOTHETICAL
    if lemmas & cues["alleging_verbs"] and (infinitive or not syntax.is_(inner, "oblique")):
        return Factuality.ALLEGED
    if infinitive and any(o.lower_ in cues["planning_nouns"] for o in syntax.children(verb, "object")):
        return Factuality.PLANNED
    if lemmas & cues["planning_verbs"] and (infinitive or syntax.is_(inner, "object", "passive_subject")):
        return Factuality.PLANNED
    return mood(verb, syntax) if syntax.is_(inner, "open_complement") else Factuality.ASSERTED


def _achieved(verb: Token, syntax: Syntax) -> bool:
    """``a pu regagner``: a compound past of pouvoir tells that it was done."""
    return bool(syntax.auxiliaries(verb)) and mood(verb, syntax) is Factuality.ASSERTED


def _support_status(noun: Token, verb: Token, syntax: Syntax) -> Factuality:
    """A verb that only says that the noun's event takes place lends it its negation and mood."""
    if not syntax.is_(noun, "object", "subject", "passive_subject", "oblique"):
        return Factuality.ASSERTED
    definite = any(syntax.word(t, "strictly_definite") for t in syntax.children(noun, "determiner"))
    occurs = bool(syntax.lemmas(verb) & syntax.profile.cues["occurrence_verbs"])
    if definite and not (occurs and syntax.is_(noun, "subject", "passive_subject", "object")):
        return Factuality.ASSERTED
    indefinite = any(syntax.word(t, "indefinite") for t in syntax.children(noun, "determiner"))
    if not (occurs or indefinite):
        return Factuality.ASSERTED
    return _verb_status(verb, syntax)


def _question(token: Token, syntax: Syntax) -> Factuality:
    """A yes-or-no question asserts nothing."""
    sent = token.sent
    words = {t.lower_ for t in sent}
    if sent.text.rstrip().endswith("?") and not words & syntax.profile.cues["question_words"]:
        return Factuality.HYPOTHETICAL
    return Factuality.ASSERTED
