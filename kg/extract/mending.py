"""Verbs that the tagger takes for nouns: put right before anything is read of them.

``Marc Petit reproche à la police d'avoir tué``: what has a subject before it and neither article nor preposition is a
verb if its form can be one. In some ninety articles of thirty outlets the rule changes nine words, all of them verbs.
"""

from __future__ import annotations

from kg.extract.parsed import Doc, Token
from kg.language.inflections import Inflections
from kg.language.profile import LanguageProfile

#: tags of forms that are no participle besides
_FINITE = frozenset({"pres", "impf", "fut"})
_MISTAKEN = frozenset({"NOUN", "ADJ", "ADV", "PROPN"})
_VERB = {"VerbForm": ["Fin"], "Mood": ["Ind"]}


def mend(doc: Doc, profile: LanguageProfile, inflections: Inflections) -> None:
    """Make verbs of the passage's words that must be."""
    for token in doc:
        if token.pos_ in _MISTAKEN and _is_predicate(token, profile) and _FINITE & inflections.tags(token.lower_):
            token.pos_, token.morph = "VERB", _VERB


def _is_predicate(token: Token, profile: LanguageProfile) -> bool:
    """Whether a word has a subject before it, and nothing that goes with a noun or a copula's complement."""
    nominal = any(profile.is_dep(c.dep_, "determiner", "case", "copula", "marker") for c in token.children)
    return not nominal and any(
        profile.is_dep(c.dep_, "subject", "passive_subject") and c.i < token.i for c in token.children
    )
