"""Verbs in a row share their day: ``est rentré en mars, a été arrêté et condamné``, ``…, avant d'être abattu``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from kg.extract.framing import framing
from kg.extract.parsed import Token
from kg.extract.placing import Placed
from kg.extract.syntax import Syntax
from kg.extract.syntax.words import NAMING, VERBAL
from kg.extract.tellings import Telling
from kg.model import Factuality

#: words from what an operation led to up to the verb that says so
_TO_ENABLING = 3
_UNREAL = frozenset({Factuality.HYPOTHETICAL, Factuality.DENIED})


def with_shared_settings(told: Sequence[Telling], syntax: Syntax, takes_place: Callable[[str], bool]) -> list[Telling]:
    """Give what has no time, or no place, that of what it is told as a sequence with, or as the outcome of.

    Args:
        told: what a reading tells, in text order.
        syntax: functions of its words.
        takes_place: whether an event of a class happens where another that led to it did.
    """
    found: list[Telling] = []
    for telling in (_where_it_led(t, told, syntax, takes_place) for t in _coordinated(told)):
        before = _before(telling, found)
        if before is None or not _continues(before, telling, syntax):
            before = _in_whose_course(telling, found, syntax) or _of_one_support(telling, found, syntax)
            before = before or _during(telling, found, syntax) or _resulting_from(telling, found, syntax)
            before = before or framing(telling, found, syntax)
        if before is not None:
            placed = Placed(before.placed.times, telling.placed.places)
            found.append(replace(telling, placed=placed))
        else:
            found.append(telling)
    return found


def _coordinated(told: Sequence[Telling]) -> Iterator[Telling]:
    """``capturé et tué à X en octobre``: the first of two participles joined takes the time and place of the second."""
    by_word = {t.event.head.i: t for t in told if t.event.match.verbal}
    for telling in told:
        head = telling.event.head
        second = by_word.get(head.i + 2)
        joined = second is not None and head.i + 2 < head.sent.end and head.nbor(1).pos_ == "CCONJ"
        if second is None or not joined or telling.placed.times or telling.placed.places:
            yield telling
        else:
            yield replace(telling, placed=second.placed)


def _before(telling: Telling, told: Sequence[Telling]) -> Telling | None:
    """The last verb told before in the same sentence."""
    mine = (t for t in reversed(told) if t.event.match.verbal and t.event.head.sent == telling.event.head.sent)
    return next((t for t in mine if t.position < telling.position), None)


def _in_whose_course(telling: Telling, told: Sequence[Telling], syntax: Syntax) -> Telling | None:
    """``Lors d'une perquisition menée samedi, la police a saisi …``: the dated noun that opens the sentence."""
    head = telling.event.head
    first = next((t for t in told if t.event.head.sent == head.sent), None)
    if first is None or first.event.match.verbal or len(first.placed.times) != 1 or telling.placed.times:
        return None
    if not telling.event.match.verbal or {first.event.factuality, telling.event.factuality} != {Factuality.ASSERTED}:
        return None
    opening = head.doc[head.sent.start : first.event.head.i]
    between = head.doc[first.event.head.i + 1 : syntax.first_form(head).i]
    fronted = any(syntax.word(t, "course_prepositions") for t in opening) and not any(t.text == "," for t in opening)
    finite = any(t.pos_ in VERBAL and syntax.is_finite_verb(t) for t in (*opening, *between))
    return first if fronted and not finite and any(t.text == "," for t in between) else None


def _during(telling: Telling, told: Sequence[Telling], syntax: Syntax) -> Telling | None:
    """``onze perquisitions menées samedi, au cours desquelles un policier est blessé``: the dated noun before."""
    head, doc = telling.event.head, telling.event.head.doc
    if telling.placed.times or telling.event.factuality is not Factuality.ASSERTED:
        return None
    pronouns = [t.i for t in doc[head.sent.start : head.i] if syntax.word(t, "relative_during")]
    if not pronouns or not any(syntax.word(t, "course_prepositions") for t in doc[pronouns[-1] - 2 : pronouns[-1]]):
        return None
    verbs = [t for t in doc[pronouns[-1] : head.i] if t.pos_ == "VERB" and syntax.is_finite_verb(t)]
    nouns = (t for t in reversed(told) if t.event.head.sent == head.sent and not t.event.match.verbal)
    first = next((t for t in nouns if t.event.head.i < pronouns[-1]), None)
    known = first is not None and len(first.placed.times) == 1 and first.event.factuality is Factuality.ASSERTED
    return first if known and not verbs else None


def _resulting_from(telling: Telling, told: Sequence[Telling], syntax: Syntax) -> Telling | None:
    """``La perquisition, samedi, a permis de saisir des armes``: what an operation led to is of its day."""
    first = _operation_behind(telling, told, syntax) if not telling.placed.times else None
    return first if first is not None and len(first.placed.times) == 1 else None


def _operation_behind(telling: Telling, told: Sequence[Telling], syntax: Syntax) -> Telling | None:
    """The happening that is said to have allowed another."""
    if telling.event.factuality is not Factuality.ASSERTED:
        return None
    above = list(syntax.ancestors(telling.event.head, _TO_ENABLING))
    verb = next((t for t in above if syntax.can_be(t, "enabling_verbs")), None)
    subjects = syntax.children(verb, "subject", "passive_subject") if verb is not None else []
    first = next((t for t in told if t.event.head in subjects and not t.event.match.verbal), None)
    return first if first is not None and first.event.factuality is Factuality.ASSERTED else None


def _where_it_led(
    telling: Telling, told: Sequence[Telling], syntax: Syntax, takes_place: Callable[[str], bool]
) -> Telling:
    """``Les perquisitions menées à X et à Y ont permis la saisie``: found there, if nothing says where."""
    event = telling.event
    if telling.placed.places or any(r.role == "place" for r in event.roles) or not takes_place(event.event_class):
        return telling
    first = _operation_behind(telling, told, syntax)
    if first is None:
        return telling
    roles = (r.cluster for r in first.event.roles if r.role == "place")
    return replace(telling, placed=Placed(telling.placed.times, (*roles, *first.placed.places)))


def _of_one_support(telling: Telling, told: Sequence[Telling], syntax: Syntax) -> Telling | None:
    """``a procédé mardi à une perquisition et à l'arrestation de X``: of both nouns, if the day stands before them."""
    if telling.event.match.verbal or telling.placed.times:
        return None
    noun = syntax.first_of_row(telling.event.head)
    first = next((t for t in told if t.event.head == noun and not t.event.match.verbal), None) if noun else None
    days = first.placed.times if first is not None else ()
    return first if first is not None and len(days) == 1 and days[0].end <= first.event.match.begin else None


def _continues(first: Telling, second: Telling, syntax: Syntax) -> bool:
    """Whether a verb without a time follows one with a time, alike in status, by a word that tells a sequence."""
    if second.placed.times or len(first.placed.times) != 1 or not second.event.match.verbal:
        return False
    statuses = {first.event.factuality, second.event.factuality}
    if len(statuses) > 1 or statuses & _UNREAL:
        return False
    return _in_sequence(first.event.head, second.event.head, syntax)


def _in_sequence(first: Token, second: Token, syntax: Syntax) -> bool:
    start = syntax.first_form(second).i
    between = first.doc[first.i + 1 : start]
    if any(t.text in {";", ":"} or syntax.word(t, "relative_subject", "relative_object") for t in between):
        return False
    if _in_relative(first, syntax) and "inf" not in syntax.tags(syntax.first_form(second)):
        return False  # but "qui a tué X lundi, avant d'être abattu"
    if _tells_on(first, second, syntax):
        return True
    opening = [t for t in between if syntax.word(t, "sequence_words") or t.text == "," or t.pos_ == "CCONJ"]
    if not opening:
        return False
    after = first.doc[opening[-1].i + 1 : start]  # nothing but a subject's pronoun and adverbs before the next verb
    return all(t.pos_ in ("ADV", "PRON", "ADP", "AUX", "SCONJ") for t in after)


def _tells_on(first: Token, second: Token, syntax: Syntax) -> bool:
    """``dix gendarmes ont été tués dimanche, et une médecin a été enlevée``: two main clauses in one compound tense.

    The second may leave its auxiliary out: ``ont été arrêtés mardi et dix motos saisies``.
    """
    both = (syntax.auxiliaries(first), syntax.auxiliaries(second))
    between = first.doc[first.i + 1 : syntax.first_form(second).i]
    joining = [t.i for t in between if t.pos_ == "CCONJ"]
    if not both[0] or not joining or any(t.pos_ in VERBAL and syntax.is_finite_verb(t) for t in between):
        return False
    subject = first.doc[joining[-1] + 1 : syntax.first_form(second).i]
    if not any(t.pos_ in NAMING for t in subject) or any(t.pos_ == "VERB" for t in subject):
        return False
    if not both[1]:
        elliptic = syntax.is_(second, "adnominal") and syntax.is_(second.head, "conjunct") and second.head.head is first
        return syntax.is_participle(second) and (elliptic or second.head is first)
    if not syntax.children(second, "subject", "passive_subject"):
        return False
    tenses = [{tag for a in auxiliaries for tag in syntax.tags(a) if "part" not in tag} for auxiliaries in both]
    return bool(tenses[0] & tenses[1])


def _in_relative(verb: Token, syntax: Syntax) -> bool:
    """``qui a fui en 2021, …``: what a relative clause tells is no step of the main clause."""
    for token in reversed(verb.doc[verb.sent.start : syntax.first_form(verb).i]):
        if token.text in {",", ";", ":"}:
            return False
        if syntax.word(token, "relative_subject"):
            return True
    return False
