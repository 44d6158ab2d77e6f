"""What stands before a word and bears on its factuality, wherever the parser hung it.

The parser ties half of the infinitives and objects to their governor when a time, a place or an incise stands between;
an accusation must not become a fact by that.
"""

from __future__ import annotations

import re
from itertools import pairwise

from kg.extract.far_objects import status_of_far_object
from kg.extract.moods import is_done, is_negated, mood
from kg.extract.parsed import Token
from kg.extract.syntax import Syntax
from kg.extract.syntax.words import VERBAL
from kg.model import Factuality

#: words back to a governor; an incise between commas may add as many
_REACH = 10
#: words back from an infinitive to its marker
_MARKER_GAP = 4
_FINITE = frozenset({"pres", "past", "impf", "fut", "cond", "subj"})
_SUBJUNCTIVE = frozenset({"subj", "subj.impf"})
_CLAUSE_BREAKS = frozenset({";", ":"})
_STOPS = frozenset({";", ":", "."})


def status_by_position(token: Token, syntax: Syntax, *, verbal: bool) -> Factuality:
    """The status that the nearest verb before gives: ``projetait, avec X, de s'attaquer à``.

    Args:
        token: the word that names a happening.
        syntax: functions of the words around it.
        verbal: whether the token names the happening as a verb; else as a noun.
    """
    by_phrase = _by_phrase(token, syntax, verbal=verbal)
    if by_phrase is not None:
        return by_phrase
    if not verbal and syntax.preposition(token) in syntax.profile.words["manner_prepositions"]:
        by = syntax.governing_verb(token)  # "lui auraient été arrachés sous la menace"
        return mood(by, syntax) if by is not None else Factuality.ASSERTED
    if verbal and _is_wished(token, syntax):
        return Factuality.HYPOTHETICAL
    infinitive = verbal and syntax.is_bare_infinitive(token) and _has_marker(token, syntax)
    verb = _verb_before(token, syntax, skip_participles=infinitive)
    if verb is None:
        return Factuality.ASSERTED
    if not verbal and syntax.preposition(token) in syntax.profile.cues["purpose_markers"]:
        return _status_of_purpose(verb, syntax)
    if verbal and "part.pres" in syntax.tags(token):  # "aurait publié une vidéo menaçant X"
        return mood(verb, syntax)
    sought = status_of_far_object(token, verb, syntax) if not verbal else None
    if sought is not None:
        return sought
    denies = syntax.lemmas(verb) & syntax.profile.cues["denying_verbs"] and not is_negated(verb, syntax)
    if denies and _is_denied(token, verb, syntax, verbal=verbal):
        return Factuality.DENIED
    return _of_infinitive(verb, syntax) if infinitive else Factuality.ASSERTED


def _by_phrase(token: Token, syntax: Syntax, *, verbal: bool) -> Factuality | None:
    """The status that fixed expressions of the sentence give, if any does."""
    cues = syntax.profile.cues
    before = syntax.lowered_before(token)
    first = syntax.first_form(token) if verbal else token  # "passe pour avoir péri"
    if _follows_phrase(first, cues["alleging_phrases"], syntax) or any(
        phrase in before for phrase in cues["hearsay_phrases"]
    ):
        return Factuality.ALLEGED
    if any(phrase in _clause(before) for phrase in cues["denying_phrases"]) or _is_counterfactual(token, syntax):
        return Factuality.DENIED
    if any(phrase in before for phrase in cues["fiction_phrases"]) or _is_clefted_wish(token, syntax):
        return Factuality.HYPOTHETICAL  # "dans le film, X tue Y"
    if _is_quoted_charge(token, syntax):
        return Factuality.ALLEGED
    if verbal and any(re.search(rf"\b{phrase}\b", _clause(before)) for phrase in cues["else_phrases"]):
        return Factuality.HYPOTHETICAL  # "sinon ils brûlaient le magasin"
    if not verbal and _follows_phrase(token, cues["conditional_phrases"], syntax):
        return Factuality.HYPOTHETICAL
    if not verbal and (_is_upcoming(token, syntax) or _is_awaited(token, syntax)):
        return Factuality.PLANNED
    if verbal and "inf" in syntax.tags(syntax.first_form(token)):
        return _by_word_before(token, syntax)
    if not verbal and (_is_disputed(token, syntax) or _follows_phrase_after(token, cues["hearsay_relatives"])):
        return Factuality.DENIED if _is_disputed(token, syntax) else Factuality.ALLEGED
    return None


def _is_upcoming(noun: Token, syntax: Syntax) -> bool:
    """``à quelques jours d'un nouveau sommet``, ``en vue de leur mise en examen``."""
    at, doc = syntax.before_phrase(noun), noun.doc
    if at <= noun.sent.start or syntax.listed(doc[at]) != syntax.profile.functions["genitive"]:
        return False
    return _follows_phrase(doc[at], syntax.profile.cues["upcoming_phrases"], syntax)


def _is_awaited(noun: Token, syntax: Syntax) -> bool:
    """``Le réquisitoire est attendu lundi, le verdict mardi``: what is awaited, though nobody knows the date."""
    planned = syntax.profile.cues["planning_adjectives"]
    awaited = [noun.head] if syntax.is_(noun, "subject", "passive_subject") else []
    before = noun.doc[noun.sent.start : noun.i]
    after = noun.doc[noun.i + 1 : noun.sent.end]
    gapped = any(t.text == "," for t in before[-_MARKER_GAP:]) and not any(t.pos_ in VERBAL for t in after)
    if gapped and any(syntax.is_time(t) for t in after):
        awaited += [t for t in reversed(before) if t.pos_ in VERBAL][:1]
    return any(
        t.lower_ in planned and t.pos_ == "VERB" and syntax.is_passive(t) and not is_negated(t, syntax) for t in awaited
    )


def _is_clefted_wish(token: Token, syntax: Syntax) -> bool:
    """``Ce que nous demandons, c'est une enquête``: what the wish is for."""
    comma = next((t for t in token.doc[token.sent.start : token.i] if t.text == ","), None)
    if comma is None or comma.i + 2 >= token.sent.end or not syntax.can_be(comma.nbor(2), "be"):
        return False
    before = token.doc[token.sent.start : comma.i]
    opens = any(
        syntax.word(a, "impersonal", "demonstratives") and syntax.word(b, "relative_object")
        for a, b in pairwise(before)
    )
    return opens and comma.nbor(2).i < token.i and syntax.can_be(before[-1], "wishing_verbs", "requesting_verbs")


def _is_wished(verb: Token, syntax: Syntax) -> bool:
    """``exigeait que la Tunisie relâche X``: perhaps a subjunctive, after a verb of wishing, fearing or refusing."""
    first = syntax.first_form(verb)
    if not syntax.tags(first) & _SUBJUNCTIVE:
        return False
    for token in reversed(first.doc[first.sent.start : first.i]):
        if syntax.word(token, "relative_object"):
            before = token.nbor(-1) if token.i > token.sent.start else None
            return before is not None and syntax.can_be(before, "wishing_verbs", "fearing_verbs", "called_off_verbs")
        if token.pos_ in ("VERB", "AUX") or token.text in _CLAUSE_BREAKS:
            return False
    return False


def _by_word_before(infinitive: Token, syntax: Syntax) -> Factuality | None:
    """``il est nécessaire d'évacuer``; ``X compte se rendre``, misread as a name."""
    cues, at, start = syntax.profile.cues, syntax.first_form(infinitive).i - 1, infinitive.sent.start
    while at > start and infinitive.doc[at].pos_ == "PRON":
        at -= 1
    word, marked = infinitive.doc[max(at, start)], False
    if word.i > start and syntax.listed(word) in syntax.profile.words["infinitive_markers"]:
        word, marked = word.nbor(-1), True
    if marked and word.lower_ in cues["ready_words"] and not is_negated(word, syntax):
        return Factuality.PLANNED
    if marked and word.lower_ in cues["necessity_words"]:
        return Factuality.DENIED if is_negated(word, syntax) else Factuality.HYPOTHETICAL
    misread = not marked and word.pos_ in ("NOUN", "PROPN") and "pres" in syntax.tags(word)
    return Factuality.PLANNED if misread and syntax.lemmas(word) & cues["planning_verbs"] else None


def _of_infinitive(verb: Token, syntax: Syntax) -> Factuality:
    """``a demandé de libérer X``, ``projette de frapper``, ``accuse X d'avoir tué``: what the governor makes of it."""
    cues, lemmas = syntax.profile.cues, syntax.lemmas(verb)
    if lemmas & (cues["requesting_verbs"] | cues["hypothetical_verbs"]):
        return Factuality.ASSERTED if is_done(verb, syntax) else Factuality.HYPOTHETICAL
    if lemmas & cues["musing_verbs"] or (lemmas & cues["planning_verbs"] and not is_done(verb, syntax)):
        return Factuality.PLANNED
    return Factuality.ALLEGED if lemmas & cues["alleging_verbs"] else Factuality.ASSERTED


def _clause(before: str) -> str:
    """The end of what stands before a word, from the last semicolon or colon on."""
    return before[max(before.rfind(mark) for mark in _CLAUSE_BREAKS) + 1 :]


def _is_counterfactual(token: Token, syntax: Syntax) -> bool:
    """``Sans l'intervention de X, l'immeuble aurait explosé``: it did not."""
    sent = token.sent
    if not syntax.word(sent[0], "without") or not any(t.text == "," for t in sent[1 : token.i - sent.start]):
        return False
    return mood(token, syntax) is Factuality.ALLEGED and bool(syntax.auxiliaries(token))


def _is_quoted_charge(token: Token, syntax: Syntax) -> bool:
    """``« … », accuse X``: what is charged in a quotation is no fact."""
    marks = [m for m in syntax.quotation_marks(token.doc) if token.i < m.i < token.sent.end]
    for verb in syntax.verb_forms(token.sent) if marks else ():
        if verb.i <= token.i:
            continue
        charges = syntax.lemmas(verb) & syntax.profile.cues["alleging_verbs"]
        if charges and verb.pos_ in ("VERB", "AUX") and verb.i - 2 > token.i and not syntax.is_participle(verb):
            before = verb.doc[syntax.first_form(verb).i - 2 : syntax.first_form(verb).i]
            return len(before) == 2 and before[1].text == "," and syntax.word(before[0], "closing_quotes")
    return False


def _is_disputed(noun: Token, syntax: Syntax) -> bool:
    """``Quant au second décès, l'hôpital le dément``: taken up by the object of a denial."""
    opening = noun.doc[noun.sent.start : noun.i].text.lower()
    if not opening.startswith(tuple(syntax.profile.cues["topic_openings"])):
        return False
    rest = noun.doc[noun.i + 1 : noun.sent.end]
    return any(
        syntax.lemmas(verb) & syntax.profile.cues["denying_verbs"] and syntax.word(verb.nbor(-1), "object_clitics")
        for verb in rest
    )


def _follows_phrase_after(noun: Token, phrases: frozenset[str]) -> bool:
    """Whether one of the phrases stands right after a noun."""
    after = noun.doc[noun.i + 1 : noun.sent.end].text.lower()
    return after.startswith(tuple(phrases))


def _status_of_purpose(verb: Token, syntax: Syntax) -> Factuality:
    """``attendu pour un séjour``, ``exige une rançon pour sa libération``: what is still to come."""
    cues = syntax.profile.cues
    if syntax.lemmas(verb) & cues["requesting_verbs"]:
        return Factuality.HYPOTHETICAL
    return Factuality.PLANNED if verb.lower_ in cues["planning_adjectives"] else Factuality.ASSERTED


def _follows_phrase(token: Token, phrases: frozenset[str], syntax: Syntax) -> bool:
    """Whether one of the phrases, as whole words, stands right before a word in its sentence."""
    before = syntax.lowered_before(token).rstrip()
    ends = (before.removesuffix(phrase)[-1:] for phrase in phrases if before.endswith(phrase))
    return any(not letter.isalnum() for letter in ends)


def _verb_before(token: Token, syntax: Syntax, *, skip_participles: bool = False) -> Token | None:
    """The nearest verb before the word in its sentence that is no auxiliary."""
    own = set(syntax.auxiliaries(token))
    helping = syntax.profile.words["be"] | syntax.profile.words["have"]
    for other in reversed(token.doc[max(token.sent.start, token.i - 2 * _REACH) : token.i]):
        if other.text in _CLAUSE_BREAKS:
            return None
        if skip_participles and syntax.is_participle(other):
            continue  # "a menacé, dans une vidéo diffusée hier, de frapper"
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
    if any(syntax.word(t, "before_after") for t in between):
        return False  # "a nié, avant de passer aux aveux"
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
