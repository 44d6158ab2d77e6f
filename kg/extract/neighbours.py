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
_FINITE = frozenset({"pres", "past", "impf", "fut", "cond", "subj"})


def status_by_position(token: Token, syntax: Syntax, *, verbal: bool) -> Factuality:
    """The status that the nearest verb before gives: ``projetait, avec X, de s'attaquer à``, ``dément qu'il se soit évadé``."""
    for phrase in sorted(syntax.profile.cues["alleging_phrases"]):
        if token.sent.text[: token.idx - token.sent.start_char].lower().rstrip().endswith(phrase):
            return Factuality.ALLEGED
    verb = _verb_before(token, syntax)
    if verb is None:
        return Factuality.ASSERTED
    cues, lemmas = syntax.profile.cues, syntax.lemmas(verb)
    infinitive = verbal and "inf" in syntax.tags(token) and not syntax.auxiliaries(token)
    if lemmas & cues["denying_verbs"] and not is_negated(verb, syntax) and _is_denied(token, verb, syntax, verbal=verbal):
        return Factuality.DENIED
    if infinitive and _has_marker(token, syntax):
        if lemmas & cues["planning_verbs"]:
            return Factuality.PLANNED
        if lemmas & cues["alleging_verbs"]:
            return Factuality.ALLEGED
    return Factuality.ASSERTED


def _verb_before(token: Token, syntax: Syntax) -> Token | None:
    """The nearest verb before the word in its sentence that is not its auxiliary."""
    own = set(syntax.auxiliaries(token))
    first = max(token.sent.start, token.i - 2 * _REACH)
    for other in reversed(token.doc[first : token.i]):
        if other in own or other.text in (";", ":"):
            if other.text in (";", ":"):
                return None
            continue
        tags = syntax.tags(other)
        listed = syntax.lemmas(other) & syntax.profile.cues["denying_verbs"]
        if other.pos_ in ("VERB", "AUX") and tags or (listed and tags & _FINITE and other.pos_ not in ("NOUN", "DET")):
            if not syntax.lemmas(other) & (syntax.profile.words["be"] | syntax.profile.words["have"]):
                return other
    return None


def _is_denied(token: Token, verb: Token, syntax: Syntax, *, verbal: bool) -> bool:
    """Whether a word is what a denying verb before it denies: its clause with que, or its object."""
    between = verb.doc[verb.i + 1 : token.i]
    if verbal:
        infinitive = "inf" in syntax.tags(token) or any("inf" in syntax.tags(a) for a in syntax.auxiliaries(token))
        return infinitive or any(syntax.word(t, "relative_object") for t in between)
    if len(between) > _REACH or any(syntax.word(t, "relative_subject") for t in between):
        return False
    definite = any(syntax.word(t, "strictly_definite") for t in syntax.children(token, "determiner"))
    rejects = bool(syntax.lemmas(verb) & syntax.profile.cues["rejecting_verbs"])
    return not (definite and rejects)


def _has_marker(token: Token, syntax: Syntax) -> bool:
    before = [t.lower_ for t in token.doc[max(token.sent.start, token.i - 4) : token.i]]
    return any(syntax.profile.prepositions.get(word) in ("de", "à") for word in before)


def charge_status(token: Token, syntax: Syntax, *, verbal: bool) -> Factuality:
    """``arrêté pour extorsion``, ``inculpé de financement``, ``une enquête pour enlèvement``: a charge is no fact.

    A conviction is: ``condamné pour extorsion`` asserts it.
    """
    before = _bare_preposition(token, syntax, verbal=verbal)
    if before is None:
        return Factuality.ASSERTED
    for other in reversed(token.doc[max(token.sent.start, before.i - _REACH) : before.i]):
        if other.text in (";", ":", "."):
            break
        if syntax.lemmas(other) & syntax.profile.cues["convicting_verbs"] and other.pos_ != "NOUN":
            return Factuality.ASSERTED
        if other.lower_ in syntax.profile.cues["charging_nouns"] or (
            syntax.lemmas(other) & syntax.profile.cues["charging_verbs"] and other.pos_ not in ("DET", "ADP")
        ):
            return Factuality.ALLEGED
    return Factuality.ASSERTED


def _bare_preposition(token: Token, syntax: Syntax, *, verbal: bool) -> Token | None:
    """The preposition right before a noun without determiner (or a coordinated one), or before a past infinitive."""
    start = token if not verbal else min([token, *syntax.auxiliaries(token)], key=lambda t: t.i)
    if verbal and not any("inf" in syntax.tags(a) for a in syntax.auxiliaries(token)):
        return None
    at = start.i - 1
    while at > token.sent.start and (token.doc[at].pos_ in ("ADJ", "ADV") or token.doc[at].text in ("«", '"', "“")):
        at -= 1
    if at <= token.sent.start or token.doc[at].lower_ not in syntax.profile.words["charge_prepositions"]:
        return None
    return token.doc[at]
