"""Status that is said once and holds for what follows: of verbs in a row, after ``avant de``, in gapped clauses.

``elle serait arrêtée, puis jugée``, ``aurait combattu avant d'entrer au Liban``, ``devrait être ouverte et les
suspects, présentés au juge``: the conditional is not repeated, and what follows is no more certain for it.
"""

from __future__ import annotations

from kg.extract.governors import governed_status
from kg.extract.moods import is_negated, verb_status, weakest
from kg.extract.parsed import Token
from kg.extract.syntax import Syntax
from kg.extract.syntax.words import VERBAL
from kg.model import Factuality

#: words back to the conjunction of a gapped clause, and on from a noun to what is said of it after an incise
_GAP = 10
_INCISE = 14
#: words between "ce que" and the verb that denies
_DENIAL = 10
#: code points between a word and an incise of hearsay
_HEARSAY = 60
#: words before an infinitive in which "avant" and its preposition stand
_MARKER = 4


def carried_status(token: Token, syntax: Syntax, *, verbal: bool) -> Factuality:
    """The status that an earlier verb, or a denial that closes the sentence, gives to what a word names.

    Args:
        token: the word that names a happening.
        syntax: functions of the words around it.
        verbal: whether the token names the happening as a verb; else as a noun.
    """
    if is_refuted(token, syntax):
        return Factuality.DENIED
    doubted = _is_contested(token, syntax) or _is_hearsay(token, syntax) or _is_supposed(token, syntax)
    found = [Factuality.ALLEGED] if doubted else []
    if verbal:
        found.append(_of_row(token, syntax))
        found.append(_of_infinitive(token, syntax))
    else:
        found += [Factuality.ALLEGED] if _is_unconfirmed(token, syntax) else []
        found += [Factuality.HYPOTHETICAL] if _is_pending(token, syntax) else []
        found += [Factuality.DENIED] if _is_topic_denied(token, syntax) else []
        found += [_of_occasion(token, syntax), _of_next_verb(token, syntax), _of_relative(token, syntax)]
    return weakest(Factuality.ASSERTED, *found)


def _is_supposed(token: Token, syntax: Syntax) -> bool:
    """``L'argent a payé des prédicateurs, soupçonne la Sûreté``: an incise that only supposes what was said."""
    for comma in token.doc[token.sent.start : token.sent.end - 2]:
        verb = comma.nbor(1)
        if comma.text == "," and syntax.can_be(verb, "supposing_verbs") and syntax.is_finite_verb(verb):
            rest = token.doc[verb.i + 1 : token.sent.end]
            closing = next((t for t in rest if t.text == "," or t.pos_ in VERBAL), None)
            goes_on = closing is not None and closing.text == "," and syntax.is_finite_verb(closing.nbor(1))
            own = [c for c in syntax.children(verb, "subject", "passive_subject") if c.i < verb.i]
            return rest[0].pos_ in ("DET", "PROPN") and (goes_on or not own)
    return False


# --- verbs ---------------------------------------------------------------------------------------------------------


def _of_row(verb: Token, syntax: Syntax) -> Factuality:
    """A participle without auxiliary takes the status of the verb whose auxiliary it shares; never its negation."""
    if not syntax.is_participle(verb):
        return Factuality.ASSERTED
    first = _first_in_row(verb, syntax)
    status = _said_of(first, syntax) if first is not None else Factuality.ASSERTED
    return Factuality.ASSERTED if status is Factuality.DENIED else status


def _first_in_row(verb: Token, syntax: Syntax) -> Token | None:
    doc, at, start = verb.doc, verb.i - 1, verb.sent.start
    while at > start and doc[at].pos_ == "ADV" and not syntax.word(doc[at], "sequence_words"):
        at -= 1
    if at > start and (doc[at].pos_ == "CCONJ" or syntax.word(doc[at], "sequence_words")):
        return _completed_before(doc[at], syntax)
    if at > start and doc[at].text == "," and not _finite_after(verb, syntax):
        joined = next((t for t in reversed(doc[max(start, at - _GAP) : at]) if not _is_phrase(t)), None)
        return _completed_before(joined, syntax) if joined is not None and joined.pos_ == "CCONJ" else None
    return None


def _completed_before(token: Token, syntax: Syntax) -> Token | None:
    """The nearest verb before a word that has an auxiliary; None over the end of a clause."""
    for other in reversed(token.doc[token.sent.start : token.i]):
        if other.text in {";", ":"} or syntax.word(other, "relative_subject", "relative_object"):
            return None
        if other.pos_ in VERBAL and syntax.can_be_past_participle(other) and syntax.auxiliaries(other):
            return other
    return None


def _is_phrase(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN", "DET", "ADJ", "NUM", "ADP")


def _finite_after(verb: Token, syntax: Syntax) -> bool:
    return any(syntax.is_finite_verb(t) for t in verb.doc[verb.i + 1 : verb.sent.end])


def _of_infinitive(verb: Token, syntax: Syntax) -> Factuality:
    """After ``avant de`` the status of the verb before; by itself (``À recruter trente agents``) what is to be done."""
    bare = "inf" in syntax.tags(verb)  # never helped by "a", which the model takes "A recruter" for
    first = verb if bare else syntax.first_form(verb)
    if "inf" not in syntax.tags(first):
        return Factuality.ASSERTED
    words = verb.doc[verb.sent.start : max(verb.sent.start, first.i - 1)]  # without the marker
    before = [t for t in reversed(words) if t.pos_ in VERBAL and syntax.is_finite_verb(t)]
    if not before or _follows_colon(first):
        alone = first is verb and not _finite_after(verb, syntax)
        return Factuality.PLANNED if alone else Factuality.ASSERTED
    near = verb.doc[max(verb.sent.start, first.i - _MARKER) : first.i]
    if any(syntax.word(t, "before_after") for t in near):
        status = _said_of(_main_form(before[0], syntax), syntax)
        return Factuality.ASSERTED if status is Factuality.DENIED else status
    return Factuality.ASSERTED


def _follows_colon(infinitive: Token) -> bool:
    """``C'était l'idée : réunir …``."""
    return infinitive.i > infinitive.sent.start and infinitive.nbor(-1).text == ":"


def _main_form(form: Token, syntax: Syntax) -> Token:
    """The participle that an auxiliary helps (``combattu`` of ``aurait``), else the verb."""
    for token in form.doc[form.i + 1 : min(form.sent.end, form.i + _MARKER)]:
        if form in syntax.auxiliaries(token):
            return token
    return form


def _said_of(verb: Token, syntax: Syntax) -> Factuality:
    return weakest(verb_status(verb, syntax), governed_status(verb, syntax, verbal=True))


# --- nouns ---------------------------------------------------------------------------------------------------------


def _of_occasion(noun: Token, syntax: Syntax) -> Factuality:
    """``L'audience reprendra avec les plaidoiries``: what goes with something to come is to come too."""
    if syntax.preposition(noun) not in syntax.profile.words["occasion_prepositions"]:
        return Factuality.ASSERTED
    verb = syntax.governing_verb(noun)
    status = _said_of(verb, syntax) if verb is not None else Factuality.ASSERTED
    return status if status is Factuality.PLANNED else Factuality.ASSERTED


def _of_next_verb(noun: Token, syntax: Syntax) -> Factuality:
    """``L'audience reprendra``: the verb right after its subject, whatever the parser made of the two."""
    following = noun.nbor(1) if noun.i + 1 < noun.sent.end else None
    if following is None or syntax.preposition(noun) is not None or not syntax.is_finite_verb(following):
        return Factuality.ASSERTED
    verb = _main_form(following, syntax)
    occurs = syntax.lemmas(verb) & syntax.profile.cues["occurrence_verbs"]
    return verb_status(verb, syntax) if occurs else Factuality.ASSERTED


def _of_relative(noun: Token, syntax: Syntax) -> Factuality:
    """``un second rendez-vous, qui se serait tenu à Tunis``: what a relative clause says of its taking place."""
    for verb in syntax.children(noun, "relative"):
        subject = next((t for t in noun.doc[noun.i + 1 : verb.i] if syntax.word(t, "relative_subject")), None)
        tolls = any(t.lower_ in _harm(syntax) for t in syntax.children(verb, "object"))
        if subject is not None and not tolls and syntax.lemmas(verb) & syntax.profile.cues["occurrence_verbs"]:
            return verb_status(verb, syntax)
    return Factuality.ASSERTED


def _harm(syntax: Syntax) -> frozenset[str]:
    cues = syntax.profile.cues
    return cues["killed_nouns"] | cues["injured_nouns"] | cues["damage_nouns"]


def _is_pending(noun: Token, syntax: Syntax) -> bool:
    """``L'extradition de X reste en suspens``."""
    if syntax.preposition(noun) is not None:
        return False
    after = noun.doc.lowered[noun.end : noun.sent.end_char]
    at = min((i for mark in ",;:" if (i := after.find(mark)) >= 0), default=len(after))
    return any(phrase in after[:at] for phrase in syntax.profile.cues["pending_phrases"])


def _is_topic_denied(noun: Token, syntax: Syntax) -> bool:
    """``Quant à la fusillade dont on a parlé, elle n'a jamais eu lieu``: the pronoun takes the topic up."""
    opening = tuple(syntax.profile.cues["topic_openings"])
    before = syntax.lowered_before(noun)
    if not before.startswith(opening) or any(t.pos_ in VERBAL for t in noun.doc[noun.sent.start : noun.i]):
        return False
    for token in noun.doc[noun.i + 1 : noun.sent.end]:
        if token.pos_ in VERBAL and syntax.lemmas(token) & syntax.profile.cues["occurrence_verbs"]:
            subjects = syntax.children(token, "subject", "passive_subject")
            pronouns = any(syntax.word(t, "personal_subjects") for t in subjects)
            if pronouns and verb_status(token, syntax) is Factuality.DENIED:
                return True
    return False


# --- denials before and after, doubts that follow ------------------------------------------------------------------


def is_refuted(token: Token, syntax: Syntax) -> bool:
    """``dément les informations de X selon lesquelles un attentat était en préparation``."""
    for word in reversed(token.doc[token.sent.start + 1 : token.i + 1]):
        if word.text in {";", ":"}:
            return False
        if syntax.word(word, "relative_subject") and syntax.listed(word.nbor(-1)) in syntax.profile.cues["reported_by"]:
            return any(_refutes(t, syntax) for t in token.doc[token.sent.start : word.i])
    return False


def _refutes(verb: Token, syntax: Syntax) -> bool:
    denies = verb.pos_ not in ("NOUN", "DET", "ADP") and syntax.can_be(verb, "denying_verbs")
    return denies and not is_negated(verb, syntax)


def _is_contested(token: Token, syntax: Syntax) -> bool:
    """``… le versement d'une rançon, ce que Bamako réfute``: who denies it stands at the end."""
    accuses = token.pos_ in VERBAL and syntax.lemmas(token) & syntax.profile.cues["alleging_verbs"]
    if accuses or _in_relative(token, syntax):
        return False  # "X accuse Y, qui est parti, d'avoir tué, ce que Y dément": only of what Y is accused
    rest = token.doc[token.i + 1 : token.sent.end]
    for mark in rest:
        opens = syntax.word(mark, "relative_object") and syntax.word(mark.nbor(-1), "neuter_antecedent")
        if opens:
            after = token.doc[mark.i + 1 : min(token.sent.end, mark.i + 1 + _DENIAL)]
            return any(_denies(t, syntax) for t in after)
    return False


def _in_relative(token: Token, syntax: Syntax) -> bool:
    """Whether a relative pronoun stands before a verb, and no comma or other verb between."""
    first = syntax.first_form(token)
    for before in reversed(token.doc[token.sent.start : first.i]):
        if before.text == "," or before.pos_ in VERBAL:
            return False
        if syntax.word(before, "relative_subject", "relative_other"):
            return True
    return False


def _is_hearsay(token: Token, syntax: Syntax) -> bool:
    """``contre, dit-on, une rançon``; ``il est mort, semble-t-il``: an incise beside what is only said."""
    text, sent = token.doc.lowered, token.sent
    before = text[sent.start_char : token.idx]
    after = text[token.end : sent.end_char]
    for phrase in syntax.profile.cues["hearsay_incises"]:
        at, then = before.rfind(phrase), after.find(phrase)
        if at >= 0 and _is_near(before[at + len(phrase) :]):
            return True
        if then >= 0 and _is_near(after[:then]):
            return True
    return False


def _is_near(between: str) -> bool:
    return len(between) <= _HEARSAY and between.count(",") <= 1


def _denies(token: Token, syntax: Syntax) -> bool:
    if token.pos_ in ("NOUN", "DET", "ADP"):
        return False
    cues, lemmas = syntax.profile.cues, syntax.lemmas(token)
    if lemmas & cues["unconfirmed_verbs"]:
        return is_negated(token, syntax)
    return bool(lemmas & cues["denying_verbs"]) and not is_negated(token, syntax)


def _is_unconfirmed(noun: Token, syntax: Syntax) -> bool:
    """``le décès, en mars, n'a jamais été confirmé``: over an incise that parts the noun from its verb."""
    if not syntax.is_definite(noun):
        return False
    for token in noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + _INCISE)]:
        if token.pos_ in VERBAL and not syntax.is_nonfinite(token):
            passive = syntax.is_passive(token) or syntax.can_be_past_participle(token)
            confirms = syntax.lemmas(token) & syntax.profile.cues["unconfirmed_verbs"]
            if confirms:
                return passive and is_negated(token, syntax)
            if not syntax.lemmas(token) & (syntax.profile.words["be"] | syntax.profile.words["have"]):
                return False
    return False
