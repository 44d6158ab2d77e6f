"""Deaths and injuries told as the outcome of an assault: part of it, not events of their own.

``Vingt soldats tués dans l'attaque``, ``une explosion a fait deux morts``, ``fonçant sur X, blessant Y``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.happenings import DEATH
from kg.extract.marks import is_accused
from kg.extract.parsed import Token, Tokens
from kg.extract.syntax import Syntax
from kg.extract.tellings import Telling
from kg.model import Factuality
from kg.vocabulary import ASSAULT, Vocabulary

#: classes of outcomes, and the class of what has them
OUTCOMES = frozenset({"Death", "Injury", "Killing"})
_INJURY = "Injury"
#: words between an outcome and the preposition before its assault
_REACH = 26
#: words before an outcome's verb in which a pronoun for its place stands
_PRONOUN_REACH = 4
#: passages between an assault and a sentence that gives its outcome without naming it
_PASSAGES = 2
_STOPS = frozenset({".", ";", ":", "?", "!"})


def with_outcomes(told: Sequence[Telling], syntax: Syntax, vocabulary: Vocabulary) -> list[Telling]:
    """The tellings of a document in text order, those of outcomes tied to the assault that had them."""
    tied = [(t, _assault_of(t, told, syntax, vocabulary)) for t in told]
    dated: dict[int, Telling] = {}
    for its in {id(a): a for _, a in tied if a is not None}.values():
        dates = {date for telling, other in tied if other is its for date in telling.dates}
        dated[id(its)] = replace(its, outcome_dates=frozenset(dates))
    found: list[Telling] = []
    for telling, assault in tied:
        if assault is None or _is_own_story(telling):
            found.append(dated.get(id(telling), telling))
        if assault is not None:
            found.append(replace(telling, outcome_of=dated[id(assault)], toll=not telling.event.match.verbal))
    return found


def _assault_of(telling: Telling, told: Sequence[Telling], syntax: Syntax, vocabulary: Vocabulary) -> Telling | None:
    """The assault that a telling gives the outcome of, if it may be one."""
    if not _may_be_outcome(telling):
        return None
    assaults = [t for t in told if _is_assault(t, vocabulary) and t is not telling]
    return _of_sentence(telling, assaults, syntax) or _of_toll(telling, assaults, syntax)


def _is_own_story(telling: Telling) -> bool:
    """``Elle est morte dans un bombardement``: of one person the death is told, beside what the assault did."""
    return telling.event.event_class == DEATH and not telling.counts


def _may_be_outcome(telling: Telling) -> bool:
    """Whether a telling may be what an assault did: not a denied one, nor the death of the assailants."""
    if telling.event.event_class not in OUTCOMES or telling.event.factuality is Factuality.DENIED:
        return False
    patients = telling.clusters("patient")
    return not patients or not all(is_accused(patient) for patient in patients)


def _is_assault(telling: Telling, vocabulary: Vocabulary) -> bool:
    class_ = telling.event.event_class
    kills = class_ == ASSAULT or bool(vocabulary.events[class_].means) or vocabulary.events[class_].extra
    return vocabulary.is_a(class_, ASSAULT) and class_ not in OUTCOMES and kills


def _of_sentence(outcome: Telling, assaults: Sequence[Telling], syntax: Syntax) -> Telling | None:
    """The assault in whose course the outcome is told in its own sentence."""
    word = outcome.event.head
    for assault in assaults:
        noun = assault.event.head
        if assault.event.reading is not outcome.event.reading or noun.sent != word.sent:
            continue
        if _in_its_course(word, noun, syntax) or _follows_from(word, noun, syntax) or _when(word, noun, syntax):
            return assault
    return None


def _in_its_course(outcome: Token, assault: Token, syntax: Syntax) -> bool:
    """``tués hier dans l'attaque``: the assault's noun after a preposition, no other verb between."""
    if not 0 < assault.i - outcome.i <= _REACH:
        return False
    between = outcome.doc[outcome.i + 1 : assault.i]
    course = [t for t in between if syntax.word(t, "course_prepositions")]
    if not course or any(t.text in _STOPS for t in between):
        return False
    return not any(t.pos_ == "VERB" and syntax.is_finite_verb(t) for t in between) and all(
        t.pos_ in ("DET", "ADJ", "ADP", "NUM", "NOUN", "ADV") for t in outcome.doc[course[-1].i + 1 : assault.i]
    )


def _when(outcome: Token, assault: Token, syntax: Syntax) -> bool:
    """``ont été tués lorsqu'une patrouille est tombée dans une embuscade``: the assault is in the clause of time."""
    between = outcome.doc[outcome.i + 1 : assault.i] if outcome.i < assault.i else outcome.doc[0:0]
    marks = [t for t in between if syntax.word(t, "moment_conjunctions")]
    if len(marks) != 1 or any(t.text in _STOPS for t in between):
        return False
    inner = outcome.doc[marks[0].i + 1 : assault.i]
    own = {assault, *syntax.auxiliaries(assault)}
    return sum(syntax.is_finite_verb(t) and t not in own for t in inner if t.pos_ == "VERB") <= 1


def _follows_from(outcome: Token, assault: Token, syntax: Syntax) -> bool:
    """``l'attaque a fait deux morts``; ``l'attaque, où dix personnes ont péri``; ``a foncé sur X, blessant Y``."""
    if outcome.i <= assault.i:
        return False
    counted = outcome.head.lower_ in syntax.profile.collectives and syntax.content(outcome.head) is outcome
    toll = outcome.head if counted else outcome  # "une douzaine de morts"
    made = syntax.is_(toll, "object") and syntax.can_be(toll.head, "toll_verbs")
    if made and assault in syntax.children(toll.head, "subject"):
        return True  # "les combats, qui se sont poursuivis lundi, ont fait dix morts"
    between = outcome.doc[assault.i + 1 : outcome.i]
    if any(t.text in _STOPS for t in between):
        return False
    own = {outcome, *syntax.auxiliaries(outcome)}
    verbs = [t for t in between if t.pos_ == "VERB" and t not in own and syntax.is_finite_verb(t)]
    if "part.pres" in syntax.tags(outcome):
        return not verbs
    if not verbs and (_takes_place_in(outcome, between, syntax) or assault in syntax.surface_subjects(outcome)):
        return True
    return len(verbs) == 1 and bool(syntax.lemmas(verbs[0]) & syntax.profile.cues["toll_verbs"])


def _takes_place_in(outcome: Token, between: Tokens, syntax: Syntax) -> bool:
    """``où dix personnes ont péri``, ``dix personnes y ont péri``: the outcome's place is the assault."""
    near = outcome.doc[max(outcome.sent.start, outcome.i - _PRONOUN_REACH) : outcome.i]
    locative = any(syntax.word(t, "locative_pronouns") for t in near)
    return locative or any(syntax.word(t, "relative_place", "relative_subject") for t in between)


def _of_toll(outcome: Telling, assaults: Sequence[Telling], syntax: Syntax) -> Telling | None:
    """``Le bilan est de deux morts``: unnamed victims of the assault told last before, in its title or sentences."""
    if outcome.event.factuality is not Factuality.ASSERTED:
        return None
    if outcome.event.match.verbal:
        return _of_verb(outcome, assaults, syntax)
    if not outcome.counts or outcome.placed.times or any(c.named for c in outcome.clusters("patient")):
        return None
    if outcome.event.head.lower_ not in syntax.profile.cues["killed_nouns"] | syntax.profile.cues["injured_nouns"]:
        return None  # "l'assassinat de deux gardes" is told of its own
    here, last = outcome.position, None
    for assault in assaults:
        near = assault.event.head.sent == outcome.event.head.sent if assault.position > here else True
        if near and assault.event.factuality is not Factuality.DENIED:
            last = assault if last is None or assault.position <= here else last
    return last


def _of_verb(outcome: Telling, assaults: Sequence[Telling], syntax: Syntax) -> Telling | None:
    """``Onze soldats y ont péri``: of the assault told last before, if neither time nor place says otherwise."""
    if not (_at_once(outcome.event.head, syntax) or _only_tolls(outcome, syntax)):
        return None
    here = outcome.position
    begun = (a for a in assaults if not a.event.match.trigger.answers)  # not by those who strike back
    before = [a for a in begun if a.position < here and here[0] - a.position[0] <= _PASSAGES]
    last = _begun_by_assailant(max(before, key=lambda a: a.position, default=None), before)
    if last is None or last.event.factuality is not Factuality.ASSERTED or not outcome.dates <= last.dates:
        return None
    head = outcome.event.head
    there = _takes_place_in(head, head.doc[head.i : head.i], syntax) or all(
        any(place is its for its in last.placed.places) for place in outcome.placed.places
    )
    return last if there else None


def _begun_by_assailant(last: Telling | None, before: Sequence[Telling]) -> Telling | None:
    """``L'assaillant s'en est pris à des agents, dont l'un a ouvert le feu``: what the assailant did, if both are told.

    None if two told of in one sentence have others as their agents, and neither is called the assailant.
    """
    if last is None:
        return None
    beside = [a for a in before if a.event.head.sent == last.event.head.sent and _is_by_others(a, last)]
    if not beside or any(map(is_accused, last.clusters("agent"))):
        return last
    accused = [a for a in beside if any(map(is_accused, a.clusters("agent")))]
    return accused[-1] if accused else None


def _is_by_others(left: Telling, right: Telling) -> bool:
    mine, theirs = ({id(c) for c in t.clusters("agent")} for t in (left, right))
    return bool(mine and theirs) and not mine & theirs


def _at_once(verb: Token, syntax: Syntax) -> bool:
    """``tués sur le coup``: what the assault did, whoever died."""
    after = verb.doc.lowered[verb.end : verb.sent.end_char].lstrip()
    return any(after.startswith(phrase) for phrase in syntax.profile.cues["at_once_phrases"])


def _only_tolls(outcome: Telling, syntax: Syntax) -> bool:
    """``deux passants ont été blessés``, ``quatre soldats sont morts``: says how many, and not by whom."""
    event = outcome.event
    suffers = syntax.is_passive(event.head) or event.event_class == DEATH or syntax.is_participle(event.head)
    told = bool(syntax.auxiliaries(event.head)) and bool(outcome.counts)
    if not suffers or not (told or event.event_class == _INJURY):
        return False
    return all(role.role == "patient" and not role.cluster.named for role in event.roles)
