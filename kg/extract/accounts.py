"""Accounts that go on for sentences: ``Le ministère a publié son bilan. Un homme a été arrêté. …``."""

from __future__ import annotations

from kg.extract.parsed import Token, Tokens
from kg.extract.positions import Positions
from kg.extract.speakers import SPEAKERS
from kg.extract.syntax import Syntax

#: words after a verb in which what it tells or publishes is named
_REACH = 6


def account_giver(sent: Tokens, syntax: Syntax, positions: Positions) -> Token | None:
    """The word that names who gives an account that the following sentences tell; None if nobody does."""
    for verb in syntax.verb_forms(sent):
        tells = syntax.can_be(verb, "telling_verbs") and _names(verb, "told_things", syntax)
        publishes = syntax.can_be(verb, "publishing_verbs") and _names(verb, "published_accounts", syntax)
        if (tells or publishes) and _is_done(verb, syntax):
            subject = positions.subject(verb, SPEAKERS)
            own = (t for t in syntax.surface_subjects(verb) if positions.names_somebody(t))
            return next(own, None) or subject
    return None


def _names(verb: Token, kind: str, syntax: Syntax) -> bool:
    """Whether one of the nouns of a kind is what the verb is about, before the clause or another mark."""
    for token in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 1 + _REACH)]:
        if token.lower_ in syntax.profile.cues[kind]:
            return True
        if token.is_punct or syntax.word(token, "relative_subject", "relative_object", "relative_other"):
            return False
    return False


def _is_done(verb: Token, syntax: Syntax) -> bool:
    """In the past or present of the active voice: ``publiera`` tells nothing yet."""
    tags = syntax.tags(syntax.first_form(verb))
    return syntax.is_finite_verb(verb) and not syntax.is_passive(verb) and not tags & {"fut", "cond"}
