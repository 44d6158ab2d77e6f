"""What stands before a word and bears on its factuality, wherever the parser hung it.

The parser ties half of the infinitives and objects to their governor when a time, a place or an incise stands between;
an accusation must not become a fact by that.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.moods import is_negated
from kg.extract.syntax import Syntax
from kg.model import Factuality

#: words back to a governor; an incise between commas may add as many
_REACH = 10
#: words back from an infinitive to its marker
_MARKER_GAP = 4
_FINITE = frozenset({"pres", "past", "impf", "fut", "cond", "subj"})
_CLAUSE_BREAKS = frozenset({";", ":"})
_STOPS = frozenset({";", ":", "."})


def status_by_position(token: Token, syntax: Syntax, *, verbal: bool) -> Factuality:
    """The status that the nearest verb before gives: ``projetait, avec X, de s'attaquer à``.

    Args:
        token: the word that names a happening.
        syntax: functions of the words around it.
        verbal: whether the token names the happening as a verb; else as a noun.
    """
    cues = syntax.profile.cues
    before = token.sent.text[: token.idx - token.sent.start_char].lower()
    if _follows_phrase(token, cues["alleging_phrases"]) or any(phrase in before for phrase in cues["hearsay_phrases"]):
        return Factuality.ALLEGED
    verb = _verb_before(token, syntax)
    if verb is None:
        return Factuality.ASSERTED
    lemmas = syntax.lemmas(verb)
    denies = lemmas & cues["denying_verbs"] and not is_negated(verb, syntax)
    if denies and _is_denied(token, verb, syntax, verbal=verbal):
        return Factuality.DENIED
    if verbal and syntax.is_bare_infinitive(token) and _has_marker(token, syntax):
        if lemmas & cues["planning_verbs"]:
            return Factuality.PLANNED
        if lemmas & cues["alleging_verbs"]:
            return Factuality.ALLEGED
    return Factuality.ASSERTED


def _follows_phrase(token: Token, phrases: frozenset[str]) -> bool:
    """Whether one of the phrases, as whole words, stands right before a word in its sentence."""
    before = token.sent.text[: token.idx - token.sent.start_char].lower().rstrip()
    ends = (before.removesuffix(phrase)[-1:] for phrase in phrases if before.endswith(phrase))
    return any(not letter.isalnum() for letter in ends)


def _verb_before(token: Token, syntax: Syntax) -> Token | None:
    """The nearest verb before the word in its sentence that is no auxiliary."""
    own = set(syntax.auxiliaries(token))
    helping = syntax.profile.words["be"] | syntax.profile.words["have"]
    for other in reversed(token.doc[max(token.sent.start, token.i - 2 * _REACH) : token.i]):
        if other.text in _CLAUSE_BREAKS:
            return None
        if other not in own and _is_verb(other, syntax) and not syntax.lemmas(other) & helping:
            return other
    return None


def _is_verb(token: Token, syntax: Syntax) -> bool:
    """Whether a word is a verb by its tag, or by its form if it denies: the tagger misses those."""
    tags = syntax.tags(token)
    if token.pos_ in ("VERB", "AUX"):
        return bool(tags)
    denies = syntax.lemmas(token) & syntax.profile.cues["denying_verbs"]
    return bool(denies and tags & _FINITE) and token.pos_ not in ("NOUN", "DET")


def _is_denied(token: Token, verb: Token, syntax: Syntax, *, verbal: bool) -> bool:
    """Whether a word is what a denying verb before it denies: its clause or infinitive, or its object."""
    between = verb.doc[verb.i + 1 : token.i]
    if verbal:
        infinitive = "inf" in syntax.tags(token) or syntax.has_infinitive_auxiliary(token)
        return infinitive or any(syntax.word(t, "relative_object") for t in between)
    if len(between) > _REACH or any(syntax.word(t, "relative_subject") for t in between):
        return False
    rejects = bool(syntax.lemmas(verb) & syntax.profile.cues["rejecting_verbs"])
    return not (rejects and syntax.is_definite(token))


def _has_marker(token: Token, syntax: Syntax) -> bool:
    before = token.doc[max(token.sent.start, token.i - _MARKER_GAP) : token.i]
    return any(syntax.listed(t) in syntax.profile.words["infinitive_markers"] for t in before)


# --- charges -------------------------------------------------------------------------------------------------------


def charge_status(token: Token, syntax: Syntax, *, verbal: bool) -> Factuality:
    """``arrêté pour extorsion``, ``inculpé de financement``, ``une enquête pour enlèvement``: a charge is no fact.

    A conviction is: ``condamné pour extorsion`` asserts it. Arguments as in :func:`status_by_position`.
    """
    preposition = _charge_preposition(token, syntax, verbal=verbal)
    if preposition is None:
        return Factuality.ASSERTED
    for other in reversed(token.doc[max(token.sent.start, preposition.i - _REACH) : preposition.i]):
        if other.text in _STOPS or _convicts(other, syntax):
            return Factuality.ASSERTED
        if _charges(other, syntax):
            return Factuality.ALLEGED
    return Factuality.ASSERTED


def _convicts(token: Token, syntax: Syntax) -> bool:
    return token.pos_ != "NOUN" and bool(syntax.lemmas(token) & syntax.profile.cues["convicting_verbs"])


def _charges(token: Token, syntax: Syntax) -> bool:
    cues = syntax.profile.cues
    if token.lower_ in cues["charging_nouns"]:
        return True
    if token.pos_ in ("DET", "ADP") or not syntax.lemmas(token) & cues["charging_verbs"]:
        return False
    return token.pos_ not in ("NOUN", "PROPN") or any(tag.startswith("part.past") for tag in syntax.tags(token))


def _charge_preposition(token: Token, syntax: Syntax, *, verbal: bool) -> Token | None:
    """The preposition right before a noun without determiner (or a coordinated one), or before a past infinitive."""
    if verbal and not syntax.has_infinitive_auxiliary(token):
        return None
    doc, start = token.doc, token.sent.start
    at = (syntax.first_form(token) if verbal else token).i - 1
    while at > start and (doc[at].pos_ in ("ADJ", "ADV") or syntax.word(doc[at], "opening_quotes")):
        at -= 1
    return doc[at] if at > start and syntax.word(doc[at], "charge_prepositions") else None
