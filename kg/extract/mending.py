"""Verbs that the tagger takes for nouns, and nouns that it takes for verbs: put right before anything is read of them.

``Marc Petit reproche à la police d'avoir tué``: what has a subject before it and neither article nor preposition is a
verb if its form can be one. In some ninety articles of thirty outlets the rule changes nine words, all of them verbs.
So is a participle with an auxiliary: ``soupçonnés d'avoir projeté un attentat``, whose object the parser then loses.
"""

from __future__ import annotations

from kg.extract.parsed import Doc, Token
from kg.language.inflections import Inflections
from kg.language.profile import LanguageProfile

#: tags of forms that are no participle besides
_FINITE = frozenset({"pres", "impf", "fut"})
#: the parser's label for a tie that it cannot name
_UNKNOWN = "dep"
_MISTAKEN = frozenset({"NOUN", "ADJ", "ADV", "PROPN"})
_VERB = {"VerbForm": ["Fin"], "Mood": ["Ind"]}
_PARTICIPLE = {"VerbForm": ["Part"], "Tense": ["Past"]}


def mend(doc: Doc, profile: LanguageProfile, inflections: Inflections) -> None:
    """Make verbs of the passage's words that must be, and nouns of those that are none."""
    for token in doc:
        finite = token.pos_ in _MISTAKEN and bool(_FINITE & inflections.tags(token.lower_))
        if finite and (_is_predicate(token, profile, inflections) or _says_that(token, profile, inflections)):
            token.pos_, token.morph = "VERB", _VERB
            for child in token.children:
                if child.lower_ in profile.words["object_clitics"] and child.i < token.i:
                    child.pos_, child.dep_ = "PRON", min(profile.labels["object"])
        elif token.pos_ == "VERB" and _is_object_with_article(token, profile):
            token.pos_, token.morph = "NOUN", {}
        elif token.pos_ in _MISTAKEN and _is_helped(token, profile, inflections):
            token.pos_, token.morph = "VERB", _PARTICIPLE
            for child in token.children:
                if child.dep_ == _UNKNOWN and child.pos_ in ("NOUN", "PROPN") and child.i > token.i:
                    child.dep_ = min(profile.labels["object"])


def _is_predicate(token: Token, profile: LanguageProfile, inflections: Inflections) -> bool:
    """Whether a word has a subject before it, and nothing that goes with a noun or a copula's complement.

    What looks like its article may be its object: ``X, qui n'en a pas la preuve, le soupçonne d'avoir tiré``,
    ``La police l'y capture``.
    """
    leans = token.i > token.sent.start and token.nbor(-1).lower_ in profile.words["locative_pronouns"]
    following = token.doc[token.i + 1 : min(token.sent.end, token.i + 3)]
    marked = (
        len(following) == 2 and profile.prepositions.get(following[0].lower_) in profile.words["infinitive_markers"]
    )
    governs = marked and "inf" in inflections.tags(following[1].lower_)
    clitics = profile.words["object_clitics"] if leans or governs else frozenset()
    nominal = any(
        profile.is_dep(c.dep_, "case", "copula", "marker")
        or (profile.is_dep(c.dep_, "determiner") and c.lower_ not in clitics)
        for c in token.children
    )
    return not nominal and any(
        profile.is_dep(c.dep_, "subject", "passive_subject") and c.i < token.i for c in token.children
    )


def _is_object_with_article(token: Token, profile: LanguageProfile) -> bool:
    """``a décliné l'offre``: what has an article and is the object of another verb is no verb, whatever its tag."""
    if not profile.is_dep(token.dep_, "object") or token.head is token:
        return False
    articles = profile.words["strictly_definite"] | profile.words["indefinite"]
    return any(
        profile.is_dep(c.dep_, "determiner") and c.i == token.i - 1 and c.lower_ in articles for c in token.children
    )


def _says_that(token: Token, profile: LanguageProfile, inflections: Inflections) -> bool:
    """``La cour juge (établi) que X a tué``: a verb of saying between a noun and its clause."""
    if not inflections.lemmas(token.lower_) & profile.cues["reporting_verbs"] or token.i == token.sent.start:
        return False
    following = [t for t in token.doc[token.i + 1 : token.i + 3] if t.pos_ not in ("ADJ", "VERB", "ADV")][:1]
    clause = any(t.lower_ in profile.words["relative_object"] for t in following)
    return clause and token.nbor(-1).pos_ == "NOUN" and token.text.islower()


def _is_helped(token: Token, profile: LanguageProfile, inflections: Inflections) -> bool:
    """Whether a participle has an auxiliary right before it, and no article or preposition between."""
    before = token.nbor(-1) if token.i > token.sent.start else None
    if before is None or before.head is not token or before.pos_ != "AUX":
        return False
    participle = any(tag.startswith("part.past") for tag in inflections.tags(token.lower_))
    return participle and profile.is_dep(before.dep_, "auxiliary")
