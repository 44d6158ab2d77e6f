"""Whether the text says that something happened: factuality read from verb forms, adverbs, governors and neighbours.

The status of an event mention is the most guarded that its words and their governors give; attribution to a source
does not weaken it. Cues and their scope: ``kg/language/data/<code>/cues.yaml``.
"""

from __future__ import annotations

from kg.extract.carried import carried_status
from kg.extract.charges import charge_status
from kg.extract.governors import governed_status
from kg.extract.moods import describes_suspicion, is_negated, mood, verb_status, weakest
from kg.extract.neighbours import status_by_position
from kg.extract.parsed import Token
from kg.extract.rumours import rumoured_status
from kg.extract.syntax import Syntax
from kg.extract.syntax.words import VERBAL
from kg.model import Factuality

__all__ = ["describes_suspicion", "factuality", "mood", "weakest"]

#: tags of forms that are subjunctive and nothing else, but for commands
_SUBJUNCTIVE = frozenset({"subj", "subj.impf", "imp"})
#: words after a noun in which its complements stand
_COMPLEMENTS = 8
#: words after a noun in which the verb of its relative clause stands
_RELATIVE = 14


def factuality(token: Token, syntax: Syntax, *, verbal: bool) -> Factuality:
    """The status of the happening that ``token`` names.

    Args:
        token: the word that names it.
        syntax: functions of the words around it.
        verbal: whether it is named by a verb; else by a noun.
    """
    own = verb_status(token, syntax) if verbal else _noun_status(token, syntax)
    rumoured = rumoured_status(token, syntax)
    if Factuality.DENIED in (own, rumoured):
        return Factuality.DENIED
    return weakest(
        own,
        governed_status(token, syntax, verbal=verbal),
        status_by_position(token, syntax, verbal=verbal),
        charge_status(token, syntax, verbal=verbal),
        carried_status(token, syntax, verbal=verbal),
        _subjunctive_status(token, syntax) if verbal else Factuality.ASSERTED,
        rumoured,
        _question_status(token, syntax),
    )


def status_of_act(infinitive: Token, syntax: Syntax) -> Factuality | None:
    """``ont bloqué la route pour exiger sa libération``: done by what is done to that end; None if it is no end."""
    before = infinitive.nbor(-1) if infinitive.i > infinitive.sent.start else None
    if before is None or before.lower_ not in syntax.profile.cues["purpose_markers"]:
        return None
    verb = syntax.governing_verb(infinitive)
    if verb is None or verb.i > infinitive.i or "inf" in syntax.tags(verb):
        return None
    return factuality(verb, syntax, verbal=True)


def standing(noun: Token, syntax: Syntax) -> Factuality:
    """The status of what a noun says of somebody: ``un membre présumé de``, ``X n'est pas membre de``."""
    suspected = Factuality.ALLEGED if describes_suspicion(noun, syntax) else Factuality.ASSERTED
    predicated = bool(syntax.children(noun, "copula"))
    return weakest(suspected, factuality(noun, syntax, verbal=False)) if predicated else suspected


def _subjunctive_status(verb: Token, syntax: Syntax) -> Factuality:
    """A complement clause in the subjunctive is doubted, feared or wished: ``il est possible qu'il ait tué``."""
    tags = syntax.tags(syntax.first_form(verb))
    if tags & _SUBJUNCTIVE and _opens_wish(verb, syntax):
        return Factuality.HYPOTHETICAL
    if not syntax.is_(verb, "clausal_complement"):
        return Factuality.ASSERTED
    return Factuality.HYPOTHETICAL if tags and tags <= _SUBJUNCTIVE else Factuality.ASSERTED


def _opens_wish(verb: Token, syntax: Syntax) -> bool:
    """``Qu'on le condamne``: a sentence that opens with the conjunction, and its first verb."""
    words = [t for t in verb.sent if t.is_alpha or t.text[0].isalpha()]
    if not words or not syntax.word(words[0], "relative_object"):
        return False
    return not any(syntax.is_finite_verb(t) for t in words if t.i < syntax.first_form(verb).i)


def _noun_status(noun: Token, syntax: Syntax) -> Factuality:
    if is_negated(noun, syntax):
        return Factuality.DENIED
    if syntax.children(noun, "copula", "auxiliary"):
        return weakest(verb_status(noun, syntax), _adjective_status(noun, syntax))
    return _adjective_status(noun, syntax)


def _adjective_status(noun: Token, syntax: Syntax) -> Factuality:
    """What the dependents of a noun and the word before it say (``une fausse alerte``, ``la future réunion``)."""
    words, cues = syntax.profile.words, syntax.profile.cues
    near = [t for t in noun.children if not _is_of_another(t, noun)]
    around = {t.lower_ for t in near} | {t.lower_ for t in noun.doc[max(0, noun.i - 1) : noun.i]}
    called_off = [t for t in syntax.children(noun, "adnominal") if syntax.lemmas(t) & cues["planned_by_calling_off"]]
    if any(syntax.is_participle(t) and t.i == noun.i + 1 for t in called_off):  # "un attentat déjoué"
        return Factuality.PLANNED
    if around & (cues["false_adjectives"] | words["without"]):
        return Factuality.DENIED
    if around & cues["planning_adjectives"] or _is_announced(noun, syntax) or _is_to_be_done(noun, syntax):
        return Factuality.PLANNED
    return Factuality.ALLEGED if around & cues["alleging_adjectives"] else Factuality.ASSERTED


def _is_of_another(word: Token, noun: Token) -> bool:
    """``le procès de complices présumés``: an adjective after another noun that agrees with that one only."""
    number, other = noun.morph.get("Number", []), word.morph.get("Number", [])
    between = word.doc[noun.i + 1 : word.i]
    return bool(other) and other != number and any(t.morph.get("Number", []) == other for t in between)


def _after_complements(noun: Token, syntax: Syntax) -> Token | None:
    """The word after a noun, of one that looks ahead (``l'envoi d'un bataillon``) after what it is of."""
    prospective = noun.lower_ in syntax.profile.cues["prospective_nouns"]
    after = noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + 1 + _COMPLEMENTS)]
    return next((t for t in after if not (prospective and t.pos_ in ("ADP", "DET", "NOUN", "ADJ", "NUM"))), None)


def _is_announced(noun: Token, syntax: Syntax) -> bool:
    """``une grève annoncée``; ``a confirmé l'envoi de renforts``: announced is what is to come."""
    cues = syntax.profile.cues
    following = _after_complements(noun, syntax)
    if following is not None and following.lower_ in cues["announcing_participles"]:
        return True
    prospective = noun.lower_ in cues["prospective_nouns"] and syntax.is_(noun, "object", "passive_subject")
    return prospective and bool(syntax.lemmas(noun.head) & cues["announcing_verbs"])


def _is_to_be_done(noun: Token, syntax: Syntax) -> bool:
    """``la visite que le ministre effectuera mardi``: a light verb in the future that has the noun as its object."""
    opened = False
    for token in noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + 1 + _RELATIVE)]:
        if token.text == ",":
            return False
        opened = opened or syntax.word(token, "relative_object")
        if token.pos_ in VERBAL and opened:
            return "fut" in syntax.tags(token) and bool(syntax.lemmas(token) & syntax.profile.light_verbs.keys())
    return False


def _question_status(token: Token, syntax: Syntax) -> Factuality:
    """A yes-or-no question asserts nothing."""
    asks = token.sent.text.rstrip().endswith("?")
    if asks and not any(t.lower_ in syntax.profile.cues["question_words"] for t in token.sent):
        return Factuality.HYPOTHETICAL
    return Factuality.ASSERTED
