"""Whether the text says that something happened: factuality read from French verb forms, adverbs, and governors.

The status of an event mention is the most guarded that its words and their governors give; attribution to a source
does not weaken it. Cues and their scope: ``kg/language/data/fr/cues.yaml``.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.governors import governed_status
from kg.extract.neighbours import charge_status, status_by_position
from kg.extract.moods import describes_suspicion, is_negated, mood, verb_status, weakest
from kg.extract.syntax import Syntax
from kg.model import Factuality

__all__ = ["describes_suspicion", "factuality", "mood", "weakest"]


def factuality(token: Token, syntax: Syntax, *, verbal: bool) -> Factuality:
    """The status of the happening that ``token`` names."""
    own = verb_status(token, syntax) if verbal else _noun_status(token, syntax)
    if own is Factuality.DENIED:
        return own
    return weakest(
        own,
        governed_status(token, syntax, verbal=verbal),
        status_by_position(token, syntax, verbal=verbal),
        charge_status(token, syntax, verbal=verbal),
        _question(token, syntax),
    )


def _noun_status(noun: Token, syntax: Syntax) -> Factuality:
    if is_negated(noun, syntax):
        return Factuality.DENIED
    if syntax.children(noun, "copula", "auxiliary"):
        return weakest(verb_status(noun, syntax), _noun_words(noun, syntax))
    return _noun_words(noun, syntax)


def _noun_words(noun: Token, syntax: Syntax) -> Factuality:
    words, cues = syntax.profile.words, syntax.profile.cues
    around = {t.lower_ for t in noun.children} | {t.lower_ for t in noun.doc[max(0, noun.i - 1) : noun.i]}
    if around & cues["false_adjectives"] or around & words["without"]:
        return Factuality.DENIED
    if around & cues["planning_adjectives"]:
        return Factuality.PLANNED
    return Factuality.ALLEGED if around & cues["alleging_adjectives"] else Factuality.ASSERTED


def _question(token: Token, syntax: Syntax) -> Factuality:
    """A yes-or-no question asserts nothing."""
    sent = token.sent
    words = {t.lower_ for t in sent}
    if sent.text.rstrip().endswith("?") and not words & syntax.profile.cues["question_words"]:
        return Factuality.HYPOTHETICAL
    return Factuality.ASSERTED
