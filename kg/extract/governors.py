"""What governs a word and bears on its factuality: verbs of planning, denial, suspicion; nouns such as ``projet``."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.moods import describes_suspicion, is_negated, mood, verb_status, weakest
from kg.extract.syntax import Syntax
from kg.model import Factuality

_MAX_GOVERNORS = 5


def governed_status(token: Token, syntax: Syntax, *, verbal: bool) -> Factuality:
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
    if governor.pos_ in ("NOUN", "PROPN", "ADJ") and syntax.children(governor, "copula", "auxiliary"):
        return weakest(mood(governor, syntax), _noun_governor(governor, syntax))
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
    achieves = bool(syntax.lemmas(verb) & syntax.profile.cues["achieving_verbs"])
    return achieves and bool(syntax.auxiliaries(verb)) and mood(verb, syntax) is Factuality.ASSERTED


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
    return verb_status(verb, syntax)
