"""Who takes part in what a noun names, by the words around it: light verbs, participles, ``auteur``, ``participer``."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.charges import accused, is_charge_of_part
from kg.extract.moods import describes_suspicion, mood, weakest
from kg.extract.parsed import Token
from kg.extract.positions import Positions
from kg.extract.reporting import reports
from kg.extract.status import factuality
from kg.extract.supporting_clauses import Support, of_entrusting, of_relative, of_state
from kg.extract.surroundings import owners_of_homes
from kg.extract.syntax import Syntax
from kg.extract.syntax.words import VERBAL
from kg.extract.triggers import TriggerMatch
from kg.model import EntityType, Factuality

#: words before a noun in which a relation of time stands (``après un long séjour``)
_TIME_GAP = 3
_PERSONAL = (EntityType.PERSON, EntityType.GROUP, EntityType.ORGANIZATION)


def supports(match: TriggerMatch, syntax: Syntax, positions: Positions, *, implied: bool) -> Iterator[Support]:
    """Everything that the words around an event's noun say of who takes part.

    Args:
        match: the noun as a trigger.
        syntax: functions of the words around it.
        positions: mentions by position.
        implied: whether the subject of ``X a parlé après une visite`` took part; never in an attack, an order.
    """
    noun = match.head
    yield from of_state(match, syntax, positions)
    yield from of_relative(noun, syntax, positions)
    yield from _of_light_verb(noun, syntax)
    yield from _of_participles(noun, syntax)
    yield from _of_blame(noun, syntax)
    yield from of_entrusting(noun, syntax)
    yield from (Support("agent", a.head, a.factuality) for a in accused(noun, syntax, positions))
    yield from _of_undergoing(noun, syntax, positions)
    yield from _of_author(noun, syntax)
    yield from _of_participation(noun, syntax)
    yield from _of_joint_action(noun, syntax)
    yield from _implied(match, syntax) if implied else ()


def _of_light_verb(noun: Token, syntax: Syntax) -> Iterator[Support]:
    """``X a mené une perquisition``, ``X a subi une attaque``: the subject fills the role that the verb gives."""
    if not syntax.is_(noun, "object", "oblique", "nominal", "passive_subject", "conjunct"):
        return
    first = syntax.first_of_row(noun) or noun
    if syntax.word(first.head, "time_relations"):
        return  # "a participé aux secours, lors de l'attentat"
    preposition, beside = syntax.preposition(first), _verb_right_before(first, syntax)
    verb = beside or _verb_above(first, syntax)
    if verb is None or _undergone(noun, syntax) is not None:
        return
    if noun.lower_ in syntax.profile.cues["victim_plurals"] and not syntax.can_be(verb, "toll_verbs"):
        return
    if reports(verb, syntax):  # "la préfecture faisait état de trois morts"
        return
    if verb not in (first, first.head, beside) and not _carries(first.head, syntax):
        return  # "a donné un bilan de 50 morts", "fait face à la recrudescence des attentats"
    if preposition is not None and not _may_govern(verb, preposition, first, syntax):
        return
    light = syntax.profile.light_verbs
    for lemma in sorted(syntax.lemmas(verb) & light.keys()):
        heads = syntax.passive_agents(verb) if syntax.is_passive(verb) else syntax.surface_subjects(verb)
        status = factuality(verb, syntax, verbal=True)  # ``n'a pas participé à l'attaque``: the attack took place
        tolls = noun.lower_ in syntax.profile.cues["victim_plurals"]  # "Il avait fait 29 morts": he, or the attack
        heads = [head for head in heads if head.i != noun.i and not (tolls and _is_toll_itself(head, syntax))]
        yield from (Support(light[lemma], head, status) for head in heads)


def _may_govern(verb: Token, preposition: str, noun: Token, syntax: Syntax) -> bool:
    """``procède à une fouille``; not ``D'après l'enquête, X envisageait``, ``s'en tient à un règlement de comptes``."""
    listed = preposition in syntax.profile.words["light_verb_prepositions"]
    return listed and verb.i < noun.i and not syntax.is_reflexive(verb)


def _verb_above(noun: Token, syntax: Syntax) -> Token | None:
    """The verb that governs a noun, or the noun that it is the complement of."""
    verb = syntax.governing_verb(noun)
    return verb if verb in (noun.head, noun.head.head) else None


def _verb_right_before(noun: Token, syntax: Syntax) -> Token | None:
    """``soupçonné d'avoir projeté un attentat``: whose object a bare noun is, wherever the parser hung it."""
    if not syntax.is_(noun, "object", "oblique") or syntax.preposition(noun) is not None:
        return None
    at = noun.i - 1
    while at > noun.sent.start and noun.doc[at].pos_ in ("DET", "NUM", "ADJ", "ADV"):
        at -= 1
    before = noun.doc[at]
    active = before.pos_ == "VERB" and at < noun.i - 1 and not syntax.is_passive(before)
    return before if active else None


def _is_toll_itself(subject: Token, syntax: Syntax) -> bool:
    """A pronoun, which may stand for the attack, or a figure that the parser took for a subject."""
    return subject.pos_ == "PRON" or subject.lower_ in syntax.profile.collectives


def _carries(noun: Token, syntax: Syntax) -> bool:
    """``une série d'attaques``, ``une tentative d'évasion``: does what it is of."""
    return noun.lower_ in syntax.profile.cues["carrier_nouns"] or noun.lower_ in syntax.profile.collectives


def _of_participles(noun: Token, syntax: Syntax) -> Iterator[Support]:
    """``une perquisition menée par X``, ``les menaces émises par X``, ``une perquisition menée au domicile de X``."""
    for child in syntax.children(noun, "adnominal", "relative"):
        if not syntax.is_passive(child):
            continue
        if syntax.lemmas(child) & syntax.profile.cues["blaming_verbs"]:
            for argument in syntax.obliques(child):
                if argument.function == syntax.profile.functions["dative"]:
                    yield Support("agent", argument.head, Factuality.ALLEGED)
        for argument in owners_of_homes(list(syntax.obliques(child)), syntax):
            yield Support("home", argument.head)
        if syntax.lemmas(child) & syntax.profile.light_verbs.keys():
            status = factuality(child, syntax, verbal=True)
            yield from (Support("agent", head, status) for head in syntax.passive_agents(child))


def blaming_verb(noun: Token, syntax: Syntax) -> Token | None:
    """``Bangui impute l'attaque aux hommes de X``: the verb that only says who is held to have done it."""
    verb = noun.head
    told = syntax.is_(noun, "object", "passive_subject") and syntax.can_be(verb, "blaming_verbs")
    return verb if told else None


def _of_blame(noun: Token, syntax: Syntax) -> Iterator[Support]:
    """Whom such a verb names: by dependency of the verb or, as the parser has it, of the noun."""
    verb = blaming_verb(noun, syntax)
    if verb is None:
        return
    for argument in (*syntax.obliques(verb), *syntax.obliques(noun)):
        if argument.function == syntax.profile.functions["dative"]:
            yield Support("agent", argument.head, Factuality.ALLEGED)


def _undergone(noun: Token, syntax: Syntax) -> Token | None:
    """``faire l'objet d'une arrestation``, ``être la cible d'une attaque``: the noun before, whatever governs it."""
    at, start = noun.i - 1, noun.sent.start
    while at > start and noun.doc[at].pos_ in ("DET", "ADJ"):
        at -= 1
    if at <= start or syntax.listed(noun.doc[at]) != syntax.profile.functions["genitive"]:
        return None
    before = noun.doc[at - 1]
    return before if before.lower_ in syntax.profile.cues["undergone_nouns"] else None


def _of_undergoing(noun: Token, syntax: Syntax, positions: Positions) -> Iterator[Support]:
    """The subject of ``faire l'objet de``, ``être victime de`` undergoes what the noun names."""
    head = _undergone(noun, syntax)
    if head is None:
        return
    verb = next((t for t in reversed(noun.doc[noun.sent.start : head.i]) if t.pos_ in VERBAL), None)
    if verb is None:
        return
    status = factuality(verb, syntax, verbal=True)
    subject = positions.subject(verb, _PERSONAL)
    heads = syntax.surface_subjects(head) or syntax.surface_subjects(verb) or [t for t in (subject,) if t is not None]
    yield from (Support("patient", word, status) for word in heads)


def _of_author(noun: Token, syntax: Syntax) -> Iterator[Support]:
    """``l'auteur présumé de l'attaque``: an agent; ``les victimes de l'attaque``: patients."""
    head, cues = noun.head, syntax.profile.cues
    if syntax.preposition(noun) != syntax.profile.functions["genitive"]:
        return
    if head.pos_ in ("VERB", "ADJ") and syntax.is_(head, "adnominal", "adjectival"):
        head = head.head
    if head.lower_ in cues["author_nouns"]:
        # ``présenté comme le cerveau``, ``soupçonné d'être l'auteur``: what someone is taken for
        taken = any(syntax.word(t, "comparison") for t in syntax.children(head, "case", "marker"))
        guarded = Factuality.ALLEGED if taken or describes_suspicion(head, syntax) else Factuality.ASSERTED
        # "la branche est responsable de l'attentat": the subject, not a person called so
        said = syntax.surface_subjects(head) if syntax.children(head, "copula") else []
        for filler in said or [head]:
            yield Support("agent", filler, weakest(guarded, factuality(head, syntax, verbal=False)))
    elif head.lower_ in cues["victim_nouns"]:
        yield Support("patient", head)


def _of_participation(noun: Token, syntax: Syntax) -> Iterator[Support]:
    """``aurait eu un rôle dans l'attaque``, ``est impliqué dans l'attentat``, ``a participé à l'attaque``."""
    if syntax.preposition(noun) not in syntax.profile.words["participation_prepositions"]:
        return
    head = noun.head
    if head.lower_ in syntax.profile.cues["participation_nouns"]:
        charged = Factuality.ALLEGED if is_charge_of_part(head, syntax) else Factuality.ASSERTED
        for owner in (c for c in syntax.children(head, "determiner") if syntax.word(c, "possessive")):
            yield Support("agent", owner, weakest(charged, factuality(head, syntax, verbal=False)))
    verb = head if head.pos_ in ("VERB", "AUX") or syntax.is_participle(head) else syntax.governing_verb(head)
    if verb is None or not _tells_participation(head, verb, syntax):
        return
    status = weakest(factuality(verb, syntax, verbal=True), mood(verb, syntax))
    if syntax.lemmas(verb) & syntax.profile.cues["surely_alleged_participation"]:
        status = weakest(status, Factuality.ALLEGED)
    yield from (Support("agent", subject, status) for subject in syntax.surface_subjects(verb))


def _tells_participation(head: Token, verb: Token, syntax: Syntax) -> bool:
    cues = syntax.profile.cues
    if any(t.lower_ in cues["participation_nouns"] for t in (head, *verb.children)):
        return True
    return bool(syntax.lemmas(verb) & cues["participation_verbs"])


def _of_joint_action(noun: Token, syntax: Syntax) -> Iterator[Support]:
    """``X a arrêté …, en coordination avec Y``: X takes part too."""
    if syntax.preposition(noun) != syntax.profile.functions["jointly"]:
        return
    verb = syntax.governing_verb(noun)
    subjects = syntax.surface_subjects(verb) if verb is not None and not syntax.is_passive(verb) else []
    for head in subjects or ([noun.head] if noun.head.pos_ in ("NOUN", "PROPN") else []):
        yield Support("participant", head)


def _implied(match: TriggerMatch, syntax: Syntax) -> Iterator[Support]:
    """``s'est radicalisé après un séjour``: the subject did both, if the noun names nobody else."""
    noun, role = match.head, match.trigger.roles.get("possessive")
    before = noun.doc[max(noun.sent.start, noun.i - _TIME_GAP) : noun.i]
    if role is None or not any(syntax.word(t, "time_relations") for t in before):
        return
    owned = (syntax.profile.functions["genitive"], "possessive")
    verb = syntax.governing_verb(noun)
    if verb is None or any(a.function in owned for a in syntax.noun_arguments(noun)):
        return
    # "lors des perquisitions, les policiers ont saisi": not searched; "tué à la suite d'une prise d'otages": no hostage
    if role == "patient" or syntax.is_passive(verb):
        return
    yield from (Support(role, head) for head in syntax.surface_subjects(verb))
