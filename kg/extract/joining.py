"""Group event mentions into happenings: what speaks for one, and how much is enough."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.clusters import Cluster
from kg.extract.contradictions import contradicts, is_other_class
from kg.extract.happenings import DEATH, OUTCOME, PARTICIPANTS, Happening, any_headline, identities, is_bare, shared
from kg.extract.tellings import Telling
from kg.model import EntityType, Factuality
from kg.vocabulary import Vocabulary

#: how much support two mentions need to be one happening
_ENOUGH = 2
#: passages between a happening and a noun that points at it
_PASSAGES = 1


def join(told: Sequence[Telling], vocabulary: Vocabulary) -> list[Happening]:
    """Group tellings: one class (or a kind of it), nothing that contradicts, and enough that they share.

    Of several happenings with equal support the one told last takes a telling. What is the outcome of another telling
    (``tués dans l'attaque``) belongs to its happening.
    """
    found: list[Happening] = []
    of_telling: dict[int, Happening] = {}
    for telling in sorted(told, key=lambda t: t.outcome_of is not None):
        if telling.outcome_of is not None and id(telling.outcome_of) in of_telling:
            happening = of_telling[id(telling.outcome_of)]
        else:
            happening = _best(found, telling, vocabulary)
            if happening.event_class in (OUTCOME, DEATH) or vocabulary.is_a(
                telling.event.event_class, happening.event_class
            ):
                happening.event_class = telling.event.event_class
        happening.tellings.append(telling)
        of_telling[id(telling)] = happening
    return found


def _best(found: list[Happening], telling: Telling, vocabulary: Vocabulary) -> Happening:
    """The happening with most support for being the one that a telling tells of, else a new one."""
    echoed = next((h for h in found if _is_echoed(h, telling, vocabulary) or _is_of_death(h, telling)), None)
    if echoed is not None:
        return echoed
    possible = [h for h in found if not contradicts(h, telling, vocabulary)]
    if telling.pointed and (last := _last_told(possible, telling)) is not None:
        return last
    best = max(possible, key=lambda h: (support(h, telling), h.tellings[-1].position), default=None)
    if best is None or support(best, telling) < (_ENOUGH if _names_anew(best, telling) else _ENOUGH + 1):
        best = Happening(telling.event.event_class)
        found.append(best)
    return best


def _last_told(possible: Sequence[Happening], telling: Telling) -> Happening | None:
    """``Cette arrestation``: what was told last, if that is not long ago."""
    last = max(possible, key=lambda h: h.tellings[-1].position, default=None)
    near = last is not None and telling.position[0] - last.tellings[-1].position[0] <= _PASSAGES
    return last if near else None


def _is_echoed(happening: Happening, telling: Telling, vocabulary: Vocabulary) -> bool:
    """``X et Y ont conclu un accord``: a verb, and the noun of its class that is its object, name one happening."""
    if is_other_class(happening, telling, vocabulary):
        return False
    if (telling.event.factuality is Factuality.ASSERTED) != _is_asserted(happening):
        return False
    return any(_is_object(telling, t) or _is_object(t, telling) for t in happening.tellings)


def _is_of_death(happening: Happening, telling: Telling) -> bool:
    """``la mort de 34 civils, tués entre mai et juin``: a participle of killing says how those of the noun died."""
    if happening.event_class != DEATH or telling.event.event_class != OUTCOME or not telling.qualifying:
        return False
    if (telling.event.factuality is Factuality.ASSERTED) != _is_asserted(happening):
        return False
    nouns = (t for t in happening.tellings if not t.event.match.verbal and t.event.head.sent == telling.event.head.sent)
    patients = identities(telling.clusters("patient"))
    return any(n.position < telling.position and patients & identities(n.clusters("patient")) for n in nouns)


def _is_asserted(happening: Happening) -> bool:
    return any(t.event.factuality is Factuality.ASSERTED for t in happening.tellings)


def _is_object(noun: Telling, verb: Telling) -> bool:
    return noun.object_of is not None and noun.object_of == verb.event.head


def _names_anew(happening: Happening, telling: Telling) -> bool:
    """Whether a noun or headline is on either side; a person may be arrested twice, and two sentences tell it."""
    return any(t.headline or _names_by_noun(t) for t in (telling, *happening.tellings))


def _names_by_noun(telling: Telling) -> bool:
    """A noun, alone or in an expression (``placés en garde à vue``)."""
    match = telling.event.match
    return not match.verbal or (match.trigger.kind == "expression" and match.trigger.names is not None)


def support(happening: Happening, telling: Telling) -> int:
    """How much speaks for one happening, in points."""
    participants = telling.clusters(*PARTICIPANTS)
    points = 2 * bool(shared(happening, telling) or _same_figure(happening, telling))
    points += bool(identities(happening.clusters("place")) & identities(telling.clusters("place")))
    points += bool(happening.dates & telling.dates)
    points += any(t.word == telling.word for t in happening.tellings)
    points += (telling.headline or any_headline(happening)) + (is_bare(happening) and bool(participants))
    points += any(t.event.head.sent == telling.event.head.sent for t in happening.tellings)
    points += _is_named_now(happening, telling)
    points += _ENOUGH * (_is_state_of(happening, telling) or _is_asked_about(telling))
    if not participants:
        points += 1 + telling.definite
    elif telling.definite and not any(c.named for c in participants):
        points += 1
    return points


def _is_named_now(happening: Happening, telling: Telling) -> bool:
    """``Enlèvement d'un chef d'entreprise``, then ``Thibault G. était enlevé``: of whom only titles told."""
    undergoing, now = happening.clusters("patient"), telling.clusters("patient")
    if telling.headline or not all(t.headline for t in happening.tellings) or not undergoing:
        return False
    one = len(undergoing) == len(now) == 1 and undergoing[0].plural == now[0].plural
    return one and not undergoing[0].named and now[0].named and undergoing[0].type is now[0].type


def _is_state_of(happening: Happening, telling: Telling) -> bool:
    """``Les suspects ont été placés en garde à vue``: what follows when several were arrested."""
    follows = telling.of_known and telling.event.match.verbal and _names_by_noun(telling)
    return follows and any(c.plural and not c.named for c in happening.clusters("patient"))


def _is_asked_about(telling: Telling) -> bool:
    """``Combien de personnes ont été arrêtées ?``: asked of what was told."""
    return telling.asked_about and not any(c.named for c in telling.clusters(*PARTICIPANTS))


def _same_figure(happening: Happening, telling: Telling) -> bool:
    """Whether as many undergo it: ``cinq personnes arrêtées``, ``l'arrestation de cinq hommes``, or of five by name."""
    return bool(_figures(happening.clusters("patient")) & _figures(telling.clusters("patient")))


def _figures(clusters: Sequence[Cluster]) -> set[int]:
    persons = identities(c for c in clusters if c.type is EntityType.PERSON and c.named)
    return {c.figure for c in clusters if c.figure} | ({len(persons)} if len(persons) > 1 else set())
