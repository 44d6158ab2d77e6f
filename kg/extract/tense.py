"""Where a clause looks, as its tense and its words say: what an incomplete date means, the last one or the next."""

from __future__ import annotations

from kg.extract.holders import reports
from kg.extract.parsed import Doc, Token
from kg.extract.syntax import Syntax
from kg.extract.syntax.words import VERBAL
from kg.extract.times import Direction

#: words before a time in which a word that looks ahead stands
_NEAR = 4
#: words before an infinitive in which the verb stands that governs it
_MODAL_REACH = 5
#: marks that part the segments of a sentence
_BOUNDS = frozenset({",", ";", ":", "(", ")", "–", "—"})
_CLAUSE_BREAKS = frozenset({";", ":"})
#: tags of forms that are nothing but a verb's, and look ahead
_AHEAD = frozenset({"fut", "cond"})


def direction_of(doc: Doc, syntax: Syntax, begin: int) -> Direction:
    """The direction that the tense of the clause at a character gives to an incomplete date."""
    token = next((t for t in doc if t.end > begin), doc[-1])
    if _is_scheduled(token, syntax) or _is_agenda(doc, syntax):
        return Direction.FUTURE
    if not any(t.pos_ in VERBAL for t in token.sent):
        return Direction.PRESENT  # "Jugement le 9 avril": the nearest
    verb = _verb_of(token, syntax)
    if _is_modal_ahead(verb, syntax) or _is_put_off(verb, token, syntax):
        return Direction.FUTURE
    forms = [verb, *syntax.auxiliaries(verb)]
    tags = {tag for form in forms for tag in syntax.tags(form)}
    completed = len(forms) > 1 or any(tag.startswith("part.past") for tag in tags) or _helps(verb, token, syntax)
    future = "fut" in tags or ("cond" in tags and "impf" not in tags and not completed)
    announced = any(syntax.lemmas(form) & syntax.profile.cues["future_verbs"] for form in forms)
    if future or announced:
        return Direction.FUTURE
    return Direction.PRESENT if "pres" in tags and not completed else Direction.PAST


def _is_agenda(doc: Doc, syntax: Syntax) -> bool:
    """``À suivre : lundi 16, procès à Salé``; after a bullet or a sign."""
    first = next((t for t in doc if t.is_alpha), None)
    return first is not None and doc.lowered[first.idx :].startswith(tuple(syntax.profile.cues["agenda_openings"]))


def _is_put_off(verb: Token, token: Token, syntax: Syntax) -> bool:
    """``a été reporté au 3 mai``: the day to which."""
    before = token.nbor(-1) if token.i > token.sent.start else None
    to = any(syntax.listed(t) == syntax.profile.functions["dative"] for t in (before, token) if t is not None)
    return to and syntax.can_be(verb, "planned_by_calling_off")


def _helps(verb: Token, token: Token, syntax: Syntax) -> bool:
    """``a, en revanche, foncé dimanche``: an auxiliary whose participle the parser took for a noun."""
    if not syntax.can_be(verb, "have") or verb.i + 1 >= verb.sent.end or verb.nbor(1).text != ",":
        return False
    return any(syntax.can_be_past_participle(t) for t in verb.doc[verb.i + 1 : token.i])


def _is_modal_ahead(verb: Token, syntax: Syntax) -> bool:
    """``devrait être présenté vendredi``, ``doit examiner la plainte lundi``: what such a verb governs is ahead."""
    first = syntax.first_form(verb)
    if "inf" not in syntax.tags(first):
        return False
    ahead = syntax.profile.cues["future_verbs"] | syntax.profile.cues["planning_verbs"]
    for before in reversed(verb.doc[max(verb.sent.start, first.i - _MODAL_REACH) : first.i]):
        if before.pos_ in VERBAL:
            tags = syntax.tags(before)
            completed = bool(syntax.auxiliaries(before)) or any(tag.startswith("part.past") for tag in tags)
            return bool(syntax.lemmas(before) & ahead) and not completed
    return False


def _is_scheduled(token: Token, syntax: Syntax) -> bool:
    """``prévue le 22 juin``, ``est attendu vendredi``, ``promis de réunir lundi``: what comes before looks ahead."""
    cues = syntax.profile.cues
    for before in reversed(token.doc[max(token.sent.start, token.i - _NEAR) : token.i + 1]):
        if before.text in _BOUNDS:  # "le réquisitoire est attendu jeudi, le verdict vendredi"
            verb = _last_verb(before)
            return verb is not None and verb.lower_ in cues["planning_adjectives"]
        if syntax.word(
            before, "soon"
        ):  # "a gagné Istanbul dès lundi" is over, "a annoncé des renforts dès lundi" ahead
            verb = _last_verb(before)
            return not (verb is not None and _is_over(verb, syntax))
        if before.lower_ in cues["planning_adjectives"]:
            return True
        if syntax.is_bare_infinitive(before):
            governor = before.head if syntax.is_(before, "open_complement") else None
            return governor is not None and bool(syntax.lemmas(governor) & cues["planning_verbs"])
    return False


def _last_verb(token: Token) -> Token | None:
    """The verb nearest before a word in its clause."""
    before = reversed(token.doc[token.sent.start : token.i])
    return next((t for t in before if t.pos_ in VERBAL or t.text in _CLAUSE_BREAKS), None)


def _is_over(verb: Token, syntax: Syntax) -> bool:
    """Whether a word is a past participle by itself or with a past auxiliary, and no verb that only announces.

    ``aurait gagné Istanbul dès lundi``: hearsay about what is over, which ``serait reçu dès lundi`` need not be.
    """
    if not syntax.can_be_past_participle(verb) or reports(verb, syntax):
        return False
    if verb.lower_ in syntax.profile.cues["planning_adjectives"]:  # "attendue dès lundi"
        return False
    first = syntax.first_form(verb)
    tags = syntax.tags(first)
    hearsay = "cond" in tags and syntax.can_be(first, "have")
    return not {"fut", "inf"} & tags and ("cond" not in tags or hearsay)


def _verb_of(token: Token, syntax: Syntax) -> Token:
    """The verb of a word's clause: the last conjugated one before it that does not report, else the parser's."""
    if token.pos_ in VERBAL and syntax.tags(token):  # "organise dimanche une marche": tagged a verb, and none
        return token
    for before in reversed(token.doc[token.sent.start : token.i]):
        if before.text in _CLAUSE_BREAKS:
            break
        tags = syntax.tags(before)
        only = bool(tags) and tags <= _AHEAD and before.pos_ not in ("DET", "ADP")
        if (before.pos_ == "VERB" or only) and not reports(before, syntax) and "inf" not in syntax.tags(before):
            return before
    verb = syntax.governing_verb(token) or token.sent.root
    incise = verb.i > token.i and verb.nbor(-1).text == "," and reports(verb, syntax)
    # "Entre le 10 et le 16 mai, ajoute le ministère, X a été arrêté"
    after = (t for t in verb.doc[verb.i + 1 : verb.sent.end] if t.pos_ == "VERB") if incise else iter(())
    return next(after, verb)
