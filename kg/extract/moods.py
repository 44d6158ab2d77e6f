"""What a word's own form and dependents say of its factuality: negation, mood, adverbs, markers.

Cues: ``kg/language/data/<code>/cues.yaml``.
"""

from __future__ import annotations

from itertools import pairwise

from kg.extract.parsed import Token
from kg.extract.syntax import Syntax
from kg.extract.syntax.words import CLAUSE_BREAKS, VERBAL
from kg.model import Factuality

_GUARD = (
    Factuality.ASSERTED, Factuality.ALLEGED, Factuality.PLANNED, Factuality.HYPOTHETICAL, Factuality.DENIED,
)  # fmt: skip
#: words back over to a particle of negation, to the marker of an infinitive, to the noun before that marker
_PARTICLE_GAP = 6
_CLITIC_GAP = 3
_MARKER_GAP = 4
#: words from an adverb of negation by itself to what it negates
_CONTRAST_GAP = 4
_CONTENT_GAP = 3


def weakest(*statuses: Factuality) -> Factuality:
    """The most guarded of several statuses."""
    return max(statuses, key=_GUARD.index, default=Factuality.ASSERTED)


def describes_suspicion(token: Token, syntax: Syntax) -> bool:
    """Whether a noun is qualified as only supposed to be what it is called (``l'auteur présumé``)."""
    near = [*token.children, *([token.nbor(1)] if token.i + 1 < len(token.doc) else [])]
    return any(child.lower_ in syntax.profile.cues["alleging_adjectives"] for child in near)


# --- negation ------------------------------------------------------------------------------------------------------


def is_negated(token: Token, syntax: Syntax) -> bool:
    """Whether a verb or noun is negated by an adverb, determiner, pronoun or a preposition of absence."""
    if any(_child_negates(child, token, syntax) for child in token.children):
        return True
    if _negated_before(token, syntax) or _negated_after(token, syntax) or _has_none_as_subject(token, syntax):
        return True
    if _is_contrasted(token, syntax):
        return True
    return token.pos_ in ("VERB", "AUX") and (_neither(token, syntax) or _negated_by_particle(token, syntax))


def _child_negates(child: Token, token: Token, syntax: Syntax) -> bool:
    if syntax.word(child, "negative_determiners"):
        return True
    if _negates(child, syntax) and _has_particle(token, child, syntax):
        return True
    if syntax.word(child, "without") and child.pos_ == "ADP":
        return True
    return syntax.is_(child, "subject", "passive_subject", "object") and _negative_argument(child, token, syntax)


def _negates(adverb: Token, syntax: Syntax) -> bool:
    """``n'a pas menacé``; but ``n'a pas seulement menacé``, ``n'en a pas moins menacé``: it did happen."""
    limited = adverb.i + 1 < adverb.sent.end and syntax.word(adverb.nbor(1), "limited_negation")
    return syntax.word(adverb, "negation") and not limited


def _negated_by_particle(verb: Token, syntax: Syntax) -> bool:
    """``n'a pu être interrogé``, ``ne cesse``: verbs that the particle alone negates, unless ``que`` limits it."""
    if not syntax.can_be(verb, "bare_negated_verbs"):
        return False
    first = syntax.first_form(verb)
    before = verb.doc[max(verb.sent.start, first.i - _CLITIC_GAP) : first.i]
    limited = verb.i + 1 < verb.sent.end and syntax.word(verb.nbor(1), "relative_object")
    return any(syntax.word(t, "negation_particle") for t in before) and not limited


def _neither(verb: Token, syntax: Syntax) -> bool:
    """``ni … ni … n'ont démontré``."""
    before = verb.doc[verb.sent.start : verb.i]
    return any(syntax.word(t, "neither") for t in before) and _has_particle(verb, verb, syntax)


def _has_particle(token: Token, adverb: Token, syntax: Syntax) -> bool:
    window = token.doc[max(token.sent.start, min(token.i, adverb.i) - _PARTICLE_GAP) : adverb.i]
    return any(syntax.word(t, "negation_particle") for t in window)


def _negative_argument(child: Token, verb: Token, syntax: Syntax) -> bool:
    if any(syntax.word(t, "negative_determiners") for t in child.children):
        return True
    return syntax.word(child, "negative_pronouns") and _has_particle(verb, verb, syntax)


def _negated_before(token: Token, syntax: Syntax) -> bool:
    """``n'a jamais été arrêté``: a particle and an adverb among the auxiliaries, wherever they hang."""
    auxiliaries = syntax.auxiliaries(token)
    if not auxiliaries:
        return False
    first = min(a.i for a in auxiliaries)
    after = token.doc[max(a.i for a in auxiliaries) + 1 : token.i]
    if any(t.pos_ == "VERB" for t in after):
        return False  # "n'a pas fui, mais tiré": shares the auxiliary, not the negation
    window = token.doc[max(token.sent.start, first - _CLITIC_GAP) : token.i]
    none = any(syntax.word(t, "negative_pronouns") for t in after)  # "n'a plus rien publié"
    negated = none or any(_negates(t, syntax) for t in window)
    return negated and any(syntax.word(t, "negation_particle") for t in window)


def _is_contrasted(token: Token, syntax: Syntax) -> bool:
    """``Il parlait de partir, jamais de tuer``; ``un voyage, pas une attaque``: an adverb alone, after a break."""
    at, doc, start = syntax.first_form(token).i - 1, token.doc, token.sent.start
    while at > start and (doc[at].pos_ in ("DET", "PRON") or syntax.listed(doc[at]) is not None):
        at -= 1
    if at <= start or at < token.i - _CONTRAST_GAP or not syntax.word(doc[at], "negation", "elliptic_negation"):
        return False
    return doc[at - 1].text == "," or doc[at - 1].pos_ == "CCONJ"


def _has_none_as_subject(verb: Token, syntax: Syntax) -> bool:
    """``Pas un centime n'a été versé``: the adverb before the subject's article; ``Aucun agent, dit-il, n'a tiré``."""
    at, doc, start = syntax.first_form(verb).i - 1, verb.doc, verb.sent.start
    while at > start and syntax.word(doc[at], "reflexive", "object_clitics", "dative_clitics", "locative_pronouns"):
        at -= 1
    if at <= start or verb.pos_ not in VERBAL or not syntax.word(doc[at], "negation_particle"):
        return False
    subject = doc[max(start, at - _PARTICLE_GAP) : at]
    if any(syntax.word(adverb, "negation") and syntax.word(a, "indefinite") for adverb, a in pairwise(subject)):
        return True
    if doc[at - 1].text != ",":
        return False
    start = max((t.i + 1 for t in doc[start:at] if t.text in CLAUSE_BREAKS), default=start)
    opening = next(t.i for t in doc[start:at] if t.text == ",")  # of the incise that closes there
    before = doc[start:opening]
    none = any(syntax.word(t, "negative_determiners", "negative_pronouns") for t in before)
    return none and not any(t.pos_ in VERBAL for t in before)


def _negated_after(verb: Token, syntax: Syntax) -> bool:
    """``n'a menacé personne``, as one speaks ``J'ai tué personne``: a negative pronoun by itself right after a verb."""
    following = verb.nbor(1) if verb.i + 1 < verb.sent.end else None
    if following is None or verb.pos_ not in VERBAL or not syntax.word(following, "negative_pronouns"):
        return False
    first = syntax.first_form(verb)
    window = verb.doc[max(verb.sent.start, first.i - _CLITIC_GAP) : first.i]
    particle = any(syntax.word(t, "negation_particle") for t in window)
    return particle or any(syntax.word(t, "clitic_speakers") for t in window)


# --- mood ----------------------------------------------------------------------------------------------------------


def verb_status(verb: Token, syntax: Syntax) -> Factuality:
    """What a verb's negation, mood, marker and adverbs say together."""
    if is_negated(verb, syntax):  # "si la France ne retire pas ses soldats" denies nothing
        return Factuality.HYPOTHETICAL if in_condition(verb, syntax) else Factuality.DENIED
    return weakest(mood(verb, syntax), _marker_status(verb, syntax), _adverb_status(verb, syntax))


def mood(verb: Token, syntax: Syntax) -> Factuality:
    """What the verb's form says: hearsay conditional, future, or a plain statement."""
    forms = [verb, *syntax.auxiliaries(verb), *syntax.children(verb, "copula")]
    if any(_is_conditional(form, syntax) for form in forms):
        if _in_condition(verb, syntax):
            return Factuality.HYPOTHETICAL
        return Factuality.PLANNED if _is_future_in_past(verb, syntax) else Factuality.ALLEGED
    if any(_is_future(form, syntax) for form in forms):
        return Factuality.HYPOTHETICAL if _in_condition(verb, syntax) else Factuality.PLANNED
    return Factuality.ASSERTED


def _is_conditional(form: Token, syntax: Syntax) -> bool:
    tags = syntax.tags(form)
    return "cond" in tags and "impf" not in tags if tags else "Cnd" in form.morph.get("Mood", [])


def _is_future(form: Token, syntax: Syntax) -> bool:
    tags = syntax.tags(form)
    return "fut" in tags if tags else "Fut" in form.morph.get("Tense", [])


def is_done(verb: Token, syntax: Syntax) -> bool:
    """``a pu regagner``, ``a dû fermer``: a compound past of an achieving verb tells that it was done."""
    achieves = bool(syntax.lemmas(verb) & syntax.profile.cues["achieving_verbs"])
    return achieves and bool(syntax.auxiliaries(verb)) and mood(verb, syntax) is Factuality.ASSERTED


def in_condition(verb: Token, syntax: Syntax) -> bool:
    """Whether a verb stands in a condition itself: ``si X ordonnait``."""
    if any(_is_if(m, syntax) and _states_condition(m, syntax) for m in syntax.children(verb, "marker")):
        return True
    return _follows_if(verb, syntax)


def _follows_if(verb: Token, syntax: Syntax) -> bool:
    """``Si la justice de X s'y opposait``: opens the sentence, the verb is the first after it, and no comma between.

    For the parser often ties the conjunction to another word.
    """
    words = [t for t in verb.sent if not t.is_punct and not t.is_space][:1]
    if not words or not syntax.word(words[0], "conditional_if"):
        return False
    first = syntax.first_form(verb)
    between = verb.doc[words[0].i + 1 : first.i]
    return first.i > words[0].i and not any(t.text == "," or syntax.is_finite_verb(t) for t in between)


def _in_condition(verb: Token, syntax: Syntax) -> bool:
    sent = verb.sent
    if any(_is_if(t, syntax) and syntax.is_(t, "marker") and _states_condition(t, syntax) for t in sent):
        return True
    text = sent.lowered
    return any(phrase in text for phrase in syntax.profile.cues["hypothetical_phrases"])


def _is_if(token: Token, syntax: Syntax) -> bool:
    """Whether a word opens a condition; its elided form only before a pronoun, elsewhere it is reflexive."""
    if syntax.word(token, "conditional_if"):
        return True
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return following is not None and syntax.word(token, "elided_if") and syntax.word(following, "if_pronouns")


def _states_condition(marker: Token, syntax: Syntax) -> bool:
    """Whether the clause that the marker opens is a condition, not an indirect question."""
    cues, clause = syntax.profile.cues, marker.head
    reported = syntax.lemmas(clause.head) & (cues["reporting_verbs"] | cues["unconfirmed_verbs"])
    return not (syntax.is_(clause, "clausal_complement", "object") and reported)


def _is_future_in_past(verb: Token, syntax: Syntax) -> bool:
    """``a annoncé qu'il partirait``: the conditional is a future seen from the past."""
    if not syntax.is_(verb, "clausal_complement"):
        return False
    if any(_is_conditional(a, syntax) and syntax.can_be(a, "have") for a in syntax.auxiliaries(verb)):
        return False  # "a précisé que les assaillants auraient ouvert le feu": hearsay of what was before
    governor = verb.head
    auxiliaries = syntax.auxiliaries(governor)
    past = bool(auxiliaries) or bool({"past", "impf"} & syntax.tags(governor))
    return past and bool(syntax.lemmas(governor) & syntax.profile.cues["reporting_verbs"])


# --- markers and adverbs -------------------------------------------------------------------------------------------


def _marker_status(verb: Token, syntax: Syntax) -> Factuality:
    if _follows_if(verb, syntax):
        return Factuality.HYPOTHETICAL
    for marker in syntax.children(verb, "marker", "case"):
        if _is_if(marker, syntax):
            return Factuality.HYPOTHETICAL
        if syntax.word(marker, "without"):
            return Factuality.DENIED
    return _infinitive_status(verb, syntax) if syntax.is_bare_infinitive(verb) else Factuality.ASSERTED


def _infinitive_status(verb: Token, syntax: Syntax) -> Factuality:
    """``pour tuer`` plans, ``sans tuer`` denies, ``la menace de tuer`` makes possible."""
    window = verb.doc[max(verb.sent.start, verb.i - _MARKER_GAP) : verb.i]
    if _follows_content_noun(verb, syntax):
        return Factuality.HYPOTHETICAL
    if any(t.lower_ in syntax.profile.cues["purpose_markers"] for t in window):
        return Factuality.PLANNED
    return Factuality.DENIED if any(syntax.word(t, "without") for t in window) else Factuality.ASSERTED


def _follows_content_noun(verb: Token, syntax: Syntax) -> bool:
    """``un appel à commettre``, ``la menace de tuer``: the noun just before the infinitive's marker."""
    before = verb.doc[max(verb.sent.start, verb.i - _CONTENT_GAP) : verb.i]
    nouns = syntax.profile.cues["content_nouns"]
    return any(noun.lower_ in nouns and syntax.listed(marker) is not None for noun, marker in pairwise(before))


def _adverb_status(token: Token, syntax: Syntax) -> Factuality:
    adverbs = {t.lower_ for t in token.children if t.pos_ == "ADV"}
    if adverbs & syntax.profile.cues["possibility_adverbs"]:
        return Factuality.HYPOTHETICAL
    return Factuality.ALLEGED if adverbs & syntax.profile.cues["alleging_adverbs"] else Factuality.ASSERTED
