"""What governs a word and bears on its factuality: verbs of planning, denial, suspicion; nouns such as ``projet``."""

from __future__ import annotations

from itertools import pairwise

from kg.extract.moods import describes_suspicion, in_condition, is_done, is_negated, mood, verb_status, weakest
from kg.extract.parsed import Token
from kg.extract.syntax import Syntax
from kg.extract.syntax.words import CLAUSE_BREAKS
from kg.model import Factuality

_MAX_GOVERNORS = 5
_VERBAL = ("VERB", "AUX")
_NOMINAL = ("NOUN", "PROPN", "ADJ")
_COMPLEMENT = (
    "open_complement", "clausal_complement", "object", "passive_subject", "oblique", "adverbial_clause",
)  # fmt: skip


def governed_status(token: Token, syntax: Syntax, *, verbal: bool) -> Factuality:
    """The most guarded status that the words above a token give to what it names.

    Args:
        token: the word that names a happening.
        syntax: functions of the words around it.
        verbal: whether the token names the happening as a verb; else as a noun.
    """
    found: list[Factuality] = []
    adjacent = _adjacent_governor(token, syntax) if verbal else None
    if adjacent is not None:
        found.append(_by_complement(token, adjacent, syntax, infinitive=True))
        found.append(_marker_of(adjacent, syntax))
        if not syntax.is_(adjacent, "open_complement", "clausal_complement", "adnominal"):
            return weakest(*found)
        token, verbal = adjacent, True
    if verbal and any(syntax.word(m, "time_relations") for m in syntax.children(token, "marker", "case")):
        return weakest(*found)  # "a nié avant d'admettre": what was before or after governs nothing
    inner, direct = token, True
    for governor in syntax.ancestors(token, _MAX_GOVERNORS):
        if _closes(inner, syntax, verbal=verbal and inner is token):
            break
        found.append(_one_governor(inner, syntax, direct=direct, verbal=verbal))
        if not verbal and inner is token and _is_presupposed(token, governor, found[-1], syntax):
            break
        if governor.pos_ in _VERBAL and not _is_transparent(inner, governor, syntax):
            break
        direct = direct and governor.pos_ not in _VERBAL
        inner = governor
    return weakest(*found)


def _adjacent_governor(token: Token, syntax: Syntax) -> Token | None:
    """``promet de recevoir``: the verb right before the marker of an infinitive, whatever the parser says."""
    first = syntax.first_form(token)
    if "inf" not in syntax.tags(first):
        return None
    at, doc, start = first.i - 1, first.doc, first.sent.start
    while at > start and (doc[at].pos_ in ("PRON", "ADV") or syntax.word(doc[at], "negation", "negation_particle")):
        at -= 1
    if at <= start or syntax.listed(doc[at]) not in syntax.profile.words["infinitive_markers"]:
        return None
    marker = doc[at]
    at -= 1
    if syntax.word(doc[at], "sequence_words") or doc[at].pos_ == "CCONJ":
        return _governor_in_row(first, marker, syntax)
    while at > start and (doc[at].pos_ == "ADV" or syntax.is_time(doc[at])):
        if syntax.word(doc[at], "time_relations"):
            return None
        at -= 1
    verb = doc[at]
    is_verb = verb.pos_ in _VERBAL or (syntax.can_be_past_participle(verb) and bool(syntax.auxiliaries(verb)))
    return verb if is_verb and syntax.tags(verb) else None


def _governor_in_row(infinitive: Token, marker: Token, syntax: Syntax) -> Token | None:
    """``projetait de frapper X, puis de rallier Y``: what governs the first of several infinitives with one marker."""
    for before, token in reversed(list(pairwise(infinitive.doc[infinitive.sent.start : marker.i]))):
        if token.text in CLAUSE_BREAKS or syntax.word(token, "relative_subject", "relative_object"):
            return None
        if "inf" in syntax.tags(token) and syntax.listed(before) == syntax.listed(marker):
            return _adjacent_governor(token, syntax)
    return None


def _marker_of(verb: Token, syntax: Syntax) -> Factuality:
    """``s'il ordonnait de``: a governor in a condition makes what it governs possible only."""
    return verb_status(verb, syntax) if in_condition(verb, syntax) else Factuality.ASSERTED


def _closes(inner: Token, syntax: Syntax, *, verbal: bool) -> bool:
    """Whether what stands above speaks of something else: a finite clause inside a noun or another clause."""
    if syntax.is_(inner, "relative", "parataxis", "apposition"):
        return True
    if syntax.is_(inner, "adnominal", "adverbial_clause"):
        return not syntax.is_bare_infinitive(inner)
    return verbal and inner.dep_ == "ROOT"


def _is_presupposed(noun: Token, governor: Token, status: Factuality, syntax: Syntax) -> bool:
    """``appelle à respecter le secret de l'enquête``: known, and told of a noun that says nothing of its reality."""
    related = governor.pos_ == "NOUN" and status is Factuality.ASSERTED and not syntax.is_(noun, "conjunct")
    return related and syntax.is_definite(noun) and not syntax.children(governor, "copula")


def _is_transparent(inner: Token, governor: Token, syntax: Syntax) -> bool:
    """Whether a governor's own governor still bears on the inner word (``a été accusé d'avoir voulu tuer``)."""
    if syntax.can_be(governor, "commenting_verbs"):
        return False  # "refuse de commenter l'enlèvement"
    if syntax.is_(inner, "open_complement", "object", "conjunct", "clausal_complement"):
        return True
    return syntax.is_(governor, "open_complement")


def _one_governor(inner: Token, syntax: Syntax, *, direct: bool, verbal: bool) -> Factuality:
    governor = inner.head
    if governor.pos_ in _NOMINAL:
        if syntax.children(governor, "copula", "auxiliary"):
            return weakest(mood(governor, syntax), _noun_governor(governor, syntax))
        if not syntax.is_participle(governor):
            if _is_negotiated(inner, governor, syntax):
                return Factuality.HYPOTHETICAL
            about = _is_content_of(inner, governor, syntax)
            return _noun_governor(governor, syntax) if about else Factuality.ASSERTED
    if syntax.is_(inner, "conjunct"):
        shares_mood = verbal and not syntax.auxiliaries(inner)
        return mood(governor, syntax) if shares_mood else Factuality.ASSERTED
    lent = _support_status(inner, governor, syntax) if direct and not verbal else Factuality.ASSERTED
    return weakest(_verb_governor(inner, governor, syntax), lent)


# --- nouns ---------------------------------------------------------------------------------------------------------


def _is_content_of(inner: Token, noun: Token, syntax: Syntax) -> bool:
    """Whether a word is what the noun is about (``menace d'attentat``), not coordinated with it."""
    if syntax.is_(inner, "conjunct"):
        return False
    between = noun.doc[min(noun.i, inner.i) + 1 : max(noun.i, inner.i)]
    return not any(t.pos_ == "CCONJ" or t.text == "," for t in between)


def _is_negotiated(inner: Token, noun: Token, syntax: Syntax) -> bool:
    """``les pourparlers sur une libération des otages``: what talks are about, if it is to come."""
    cues = syntax.profile.cues
    if (
        noun.lower_ not in cues["negotiating_nouns"]
        or syntax.preposition(inner) not in cues["negotiating_prepositions"]
    ):
        return False
    indefinite = any(syntax.word(t, "indefinite") for t in syntax.children(inner, "determiner"))
    return indefinite or inner.lower_ in cues["prospective_nouns"] | cues["negotiated_nouns"]


def _noun_governor(noun: Token, syntax: Syntax) -> Factuality:
    cues, form = syntax.profile.cues, noun.lower_
    if describes_suspicion(noun, syntax):
        return Factuality.ALLEGED
    if form in cues["threat_nouns"]:
        return Factuality.HYPOTHETICAL
    if form in cues["planning_nouns"]:
        return Factuality.PLANNED
    return Factuality.ALLEGED if form in cues["alleging_nouns"] else Factuality.ASSERTED


# --- verbs ---------------------------------------------------------------------------------------------------------


def _verb_governor(inner: Token, verb: Token, syntax: Syntax) -> Factuality:
    if not syntax.is_(inner, *_COMPLEMENT):
        return Factuality.ASSERTED
    infinitive = syntax.is_(inner, "open_complement") or "inf" in syntax.tags(inner)
    return weakest(_by_complement(inner, verb, syntax, infinitive=infinitive), _marker_of(verb, syntax))


def _by_complement(inner: Token, verb: Token, syntax: Syntax, *, infinitive: bool) -> Factuality:
    for status in (_by_denial(inner, verb, syntax), _by_guess(inner, verb, syntax, infinitive=infinitive)):
        if status is not None:
            return status
    return mood(verb, syntax) if syntax.is_(inner, "open_complement") else Factuality.ASSERTED


def _by_denial(inner: Token, verb: Token, syntax: Syntax) -> Factuality | None:
    """Denied, called off, not confirmed, or negated (``n'a pas voulu tuer``); None if the verb does nothing of this."""
    cues, lemmas, negated = syntax.profile.cues, syntax.lemmas(verb), is_negated(verb, syntax)
    if lemmas & (cues["reporting_verbs"] | cues["alleging_verbs"]) and _is_wrongly(verb, syntax):
        return Factuality.DENIED
    if (
        negated and lemmas & cues["excluding_verbs"] and syntax.is_(inner, "object")
    ):  # "n'exclut pas l'envoi de troupes"
        return Factuality.HYPOTHETICAL
    if lemmas & cues["opposing_verbs"] and syntax.is_(inner, "oblique"):
        return Factuality.HYPOTHETICAL
    presupposes = lemmas & cues["rejecting_verbs"] and any(syntax.word(t, "strictly_definite") for t in inner.children)
    if lemmas & cues["denying_verbs"] and not presupposes:
        if negated:  # ``n'excluent pas que``: it is possible
            return Factuality.HYPOTHETICAL if lemmas & cues["excluding_verbs"] else Factuality.ASSERTED
        return Factuality.DENIED
    if _is_wished_or_feared(inner, verb, syntax):
        return Factuality.HYPOTHETICAL
    complement = not syntax.is_(inner, "oblique") or bool(lemmas & cues["renouncing_verbs"])
    if lemmas & cues["called_off_verbs"] and complement and not syntax.is_(inner, "adverbial_clause"):
        return Factuality.PLANNED if lemmas & cues["planned_by_calling_off"] else Factuality.DENIED
    if negated and lemmas & cues["doubting_verbs"] and syntax.is_(inner, "clausal_complement"):
        return Factuality.DENIED
    if negated and lemmas & cues["unconfirmed_verbs"]:
        return Factuality.ALLEGED
    return Factuality.DENIED if negated and syntax.is_(inner, "open_complement") else None


def _is_wished_or_feared(inner: Token, verb: Token, syntax: Syntax) -> bool:
    """``souhaite que X soit arrêté``, ``craint une attaque``."""
    if syntax.is_(inner, "clausal_complement"):
        return syntax.can_be(verb, "wishing_verbs", "fearing_verbs")
    return syntax.is_(inner, "object", "passive_subject") and syntax.can_be(verb, "fearing_verbs")


def _is_wrongly(verb: Token, syntax: Syntax) -> bool:
    """``avait annoncé à tort la mort de X``."""
    following = verb.doc.lowered[verb.end : verb.sent.end_char].lstrip()
    return following.startswith(tuple(syntax.profile.cues["wrong_phrases"]))


def _by_guess(inner: Token, verb: Token, syntax: Syntax, *, infinitive: bool) -> Factuality | None:
    """Possible, alleged or planned; None if the verb says nothing of this."""
    cues, lemmas = syntax.profile.cues, syntax.lemmas(verb)
    if syntax.is_(inner, "object", "passive_subject") and is_announced_death(inner, verb, syntax):
        return Factuality.ALLEGED
    if lemmas & cues["musing_verbs"] and infinitive:
        return Factuality.PLANNED  # "Il parlait de partir"
    if lemmas & cues["hypothetical_verbs"] and infinitive:
        return Factuality.ASSERTED if is_done(verb, syntax) else Factuality.HYPOTHETICAL
    if lemmas & cues["alleging_verbs"] and (infinitive or not syntax.is_(inner, "oblique")):
        return Factuality.ALLEGED
    asked = (
        infinitive
        or syntax.is_(inner, "object", "passive_subject", "clausal_complement")
        or _is_called_for(inner, syntax)
    )
    if lemmas & cues["requesting_verbs"] and asked:
        return Factuality.HYPOTHETICAL
    planned_noun = infinitive and any(o.lower_ in cues["planning_nouns"] for o in syntax.children(verb, "object"))
    planned = infinitive or (
        syntax.is_(inner, "object", "passive_subject") and not lemmas & cues["planning_by_infinitive"]
    )
    if lemmas & cues["offering_verbs"] and any(
        syntax.word(t, "possessive") for t in syntax.children(inner, "determiner")
    ):
        return Factuality.PLANNED  # "a offert sa médiation"
    if planned and infinitive and lemmas & cues["planning_verbs"] and is_done(verb, syntax):
        return Factuality.ASSERTED
    if planned_noun or (planned and lemmas & cues["planning_verbs"]):
        return Factuality.PLANNED
    return None


def is_announced_death(noun: Token, verb: Token, syntax: Syntax) -> bool:
    """``avait annoncé la mort de X``: told as what somebody had said then, and often to be taken back."""
    past = any("impf" in syntax.tags(auxiliary) for auxiliary in syntax.auxiliaries(verb))
    return past and noun.lower_ in syntax.profile.cues["killed_nouns"] and syntax.can_be(verb, "reporting_verbs")


def _is_called_for(inner: Token, syntax: Syntax) -> bool:
    """``appelle à une grève``."""
    return syntax.is_(inner, "oblique") and syntax.preposition(inner) == syntax.profile.functions["dative"]


def _support_status(noun: Token, verb: Token, syntax: Syntax) -> Factuality:
    """A verb that only says that the noun's event takes place lends it its negation and mood."""
    cues = syntax.profile.cues
    # "ne dément pas", "ne confirme pas" negate the judgement, not what is judged
    judges = syntax.lemmas(verb) & (cues["denying_verbs"] | cues["unconfirmed_verbs"])
    if judges or not syntax.is_(noun, "object", "subject", "passive_subject", "oblique"):
        return Factuality.ASSERTED
    if syntax.is_(noun, "subject") and syntax.can_be(verb, "continuing_verbs") and in_condition(verb, syntax):
        return Factuality.HYPOTHETICAL  # "si les combats se poursuivaient"
    tolls = (t for t in syntax.children(verb, "object", "oblique") if t.i != noun.i)
    if any(t.lower_ in cues["killed_nouns"] | cues["injured_nouns"] | cues["damage_nouns"] for t in tolls):
        return mood(verb, syntax)  # "l'attaque n'a fait aucun mort": it took place
    if syntax.lemmas(verb) & (cues["future_verbs"] | cues["hypothetical_verbs"]):
        verb = next(iter(syntax.children(verb, "open_complement")), verb)  # "le procès devrait s'ouvrir"
    occurs = bool(syntax.lemmas(verb) & cues["occurrence_verbs"])
    if syntax.is_definite(noun):
        lends = occurs and syntax.is_(noun, "subject", "passive_subject", "object")
    else:
        lends = occurs or any(syntax.word(t, "indefinite") for t in syntax.children(noun, "determiner"))
    if not lends:
        return Factuality.ASSERTED
    if syntax.is_(verb, "open_complement", "clausal_complement"):
        return weakest(verb_status(verb, syntax), governed_status(verb, syntax, verbal=True))
    return verb_status(verb, syntax)
