"""Event mentions of one document that tell of one happening."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.extract.clusters import Cluster
from kg.extract.marks import is_accused
from kg.extract.tellings import Telling, tellings
from kg.model import EntityType, Factuality
from kg.vocabulary import ASSAULT, Vocabulary

__all__ = ["Happening", "Telling", "contradicts", "join", "support", "tellings"]

_PARTICIPANTS = ("agent", "patient", "participant")
_UNREAL = frozenset({Factuality.PLANNED, Factuality.HYPOTHETICAL, Factuality.DENIED})
#: the class of an assault of which only the outcome is told: by what means, another telling may say
_OUTCOME = "Killing"
#: how much support two mentions need to be one happening
_ENOUGH = 2
#: what tells happenings of a class apart if the ontology does not say
_MERGE = ("patient",)


@dataclass(slots=True)
class Happening:
    """Tellings of one happening."""

    event_class: str
    tellings: list[Telling] = field(default_factory=list)

    def clusters(self, *roles: str) -> list[Cluster]:
        """The clusters that fill any of the roles in any telling."""
        return [cluster for telling in self.tellings for cluster in telling.clusters(*roles)]

    @property
    def dates(self) -> set[str]:
        """EDTF values of all tellings."""
        return {date for telling in self.tellings for date in telling.dates}

    def status(self, telling: Telling) -> Factuality:
        """A telling's status; a headline without a verb, and a toll, take that of the sentences that tell the event."""
        own = telling.event.factuality
        if (telling.verbless or telling.toll) and own is Factuality.ASSERTED:
            told = {t.event.factuality for t in self.tellings if not t.verbless and not t.toll}
            return own if not told or own in told else min(told)
        return own

    def sources(self, telling: Telling) -> tuple[Cluster, ...]:
        """Who says so; of a noun that takes up what was told (``l'attaque``) nobody: a source talks about it."""
        told_before = any(t.position < telling.position and not (t.headline or t.toll) for t in self.tellings)
        taken_up = telling.definite and told_before and not telling.reported
        taken_up = taken_up and telling.event.factuality is Factuality.ASSERTED
        return () if taken_up and not telling.counts else telling.sources


# --- joining -------------------------------------------------------------------------------------------------------


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
            if happening.event_class == _OUTCOME or vocabulary.is_a(telling.event.event_class, happening.event_class):
                happening.event_class = telling.event.event_class
        happening.tellings.append(telling)
        of_telling[id(telling)] = happening
    return found


def _best(found: list[Happening], telling: Telling, vocabulary: Vocabulary) -> Happening:
    """The happening with most support for being the one that a telling tells of, else a new one."""
    echoed = next((h for h in found if _is_echoed(h, telling, vocabulary)), None)
    if echoed is not None:
        return echoed
    possible = [h for h in found if not contradicts(h, telling, vocabulary)]
    best = max(possible, key=lambda h: (support(h, telling), h.tellings[-1].position), default=None)
    if best is None or support(best, telling) < (_ENOUGH if _names_anew(best, telling) else _ENOUGH + 1):
        best = Happening(telling.event.event_class)
        found.append(best)
    return best


def _is_echoed(happening: Happening, telling: Telling, vocabulary: Vocabulary) -> bool:
    """``X et Y ont conclu un accord``: a verb, and the noun of its class that is its object, name one happening."""
    if _is_other_class(happening, telling, vocabulary):
        return False
    if (telling.event.factuality is Factuality.ASSERTED) != _is_asserted(happening):
        return False
    return any(_is_object(telling, t) or _is_object(t, telling) for t in happening.tellings)


def _is_asserted(happening: Happening) -> bool:
    return any(t.event.factuality is Factuality.ASSERTED for t in happening.tellings)


def _is_object(noun: Telling, verb: Telling) -> bool:
    return noun.object_of is not None and noun.object_of == verb.event.head


def _is_other_class(happening: Happening, telling: Telling, vocabulary: Vocabulary) -> bool:
    """Whether neither class is a kind of the other, nor one the outcome that any assault may have."""
    mine, other = telling.event.event_class, happening.event_class
    if vocabulary.is_a(mine, other) or vocabulary.is_a(other, mine):
        return False
    if _OUTCOME not in (mine, other):
        return True
    assault = other if mine == _OUTCOME else mine  # "enlevé, puis tué" are two
    return not (vocabulary.is_a(assault, ASSAULT) and vocabulary.events[assault].means)


def _names_anew(happening: Happening, telling: Telling) -> bool:
    """Whether a noun or headline is on either side; a person may be arrested twice, and two sentences tell it."""
    return any(t.headline or _names_by_noun(t) for t in (telling, *happening.tellings))


def _names_by_noun(telling: Telling) -> bool:
    """A noun, alone or in an expression (``placés en garde à vue``)."""
    match = telling.event.match
    return not match.verbal or (match.trigger.kind == "expression" and match.trigger.names is not None)


def contradicts(happening: Happening, telling: Telling, vocabulary: Vocabulary) -> bool:
    """Whether both cannot be one: other class, time, status, place, or other fillers of what tells happenings apart."""
    mine, other = telling.event.event_class, happening.event_class
    if _is_other_class(happening, telling, vocabulary):
        return True
    if _dates_differ(happening, telling) or _status_differs(happening, telling) or _one_is_general(happening, telling):
        return True
    if _is_answer(happening, telling):
        return True
    one_more = telling.single and any(t.several for t in happening.tellings)
    if one_more or _undergone_apart(happening, telling) or _roles_cross(happening, telling):
        return True
    shared = _shared(happening, telling)
    retold = telling.definite or telling.headline or all(t.headline for t in happening.tellings)
    apart = mine != other and not shared and not happening.dates & telling.dates
    if apart and not (retold and _are_means(mine, other, vocabulary)):
        return True
    telling_apart = [*(vocabulary.events[other].merge or _MERGE), "place"]
    if shared:  # who takes part says more than where
        telling_apart = [role for role in telling_apart if role != "place"]
    return any(_fillers_differ(happening.clusters(role), telling.clusters(role)) for role in telling_apart)


def _is_answer(happening: Happening, telling: Telling) -> bool:
    """``Les policiers ont riposté``, ``Ses collègues ont tué l'agresseur``: no part of what the assailants did."""
    if telling.event.match.trigger.answers != all(t.event.match.trigger.answers for t in happening.tellings):
        return True
    ends = [_ends_assailants(telling), *map(_ends_assailants, happening.tellings)]
    return any(ends) and not all(ends)


def _ends_assailants(telling: Telling) -> bool:
    """Whether a killing is of who is accused."""
    patients = telling.clusters("patient")
    return telling.event.event_class == _OUTCOME and bool(patients) and all(map(is_accused, patients))


def _undergone_apart(happening: Happening, telling: Telling) -> bool:
    """``trois assaillants abattus, un soldat tué``, ``a blessé X, puis Y l'a abattu``: by two words of a sentence."""
    here = [t for t in happening.tellings if t.event.head.sent == telling.event.head.sent]
    verbs = [t for t in here if t.event.match.verbal and telling.event.match.verbal]
    return _are_others("patient", telling, here) or _are_others("agent", telling, verbs)


def _are_others(role: str, telling: Telling, others: Sequence[Telling]) -> bool:
    mine = _ids(telling.clusters(role))
    return any(mine and (theirs := _ids(t.clusters(role))) and not mine & theirs for t in others)


def _roles_cross(happening: Happening, telling: Telling) -> bool:
    """Whether who does the one undergoes the other: ``a blessé trois personnes avant d'être abattu``."""
    acts, undergoes = (_ids(happening.clusters(role)) for role in ("agent", "patient"))
    return bool(acts & _ids(telling.clusters("patient")) or undergoes & _ids(telling.clusters("agent")))


def _are_means(left: str, right: str, vocabulary: Vocabulary) -> bool:
    """Whether the more specific of two classes only says by what means: an attack may be a stabbing, no abduction."""
    if _OUTCOME in (left, right):
        return True
    specific = left if vocabulary.is_a(left, right) else right
    return bool(vocabulary.events[specific].means) or vocabulary.events[specific].extra


def _any_headline(happening: Happening) -> bool:
    return any(t.headline for t in happening.tellings)


def _dates_differ(happening: Happening, telling: Telling) -> bool:
    mine, other = telling.dates, happening.dates
    return bool(mine and other) and not any(_compatible(a, b) for a in other for b in mine)


def _compatible(left: str, right: str) -> bool:
    """Whether one EDTF value lies in the other, as far as their digits say."""
    return left.startswith(right) or right.startswith(left) or left in right.split("/") or right in left.split("/")


def _status_differs(happening: Happening, telling: Telling) -> bool:
    """What is planned, denied or possible is another happening than what took place; a headline says neither."""
    theirs = {t.event.factuality for t in happening.tellings if not t.verbless and not t.toll}
    if telling.verbless or not theirs:
        return False
    return (telling.event.factuality in _UNREAL) != bool(theirs & _UNREAL)


def _one_is_general(happening: Happening, telling: Telling) -> bool:
    """Whether one speaks of any such happenings and the other of one."""
    return telling.general != any(t.general for t in happening.tellings)


def _fillers_differ(left: Sequence[Cluster], right: Sequence[Cluster]) -> bool:
    """Whether none of the fillers on both sides can be the same."""
    return bool(left and right) and not any(may_be_one(a, b) for a in left for b in right)


def may_be_one(left: Cluster, right: Cluster) -> bool:
    """Whether nothing that was told of two entities keeps them from being one, or one part of the other."""
    if left is right:
        return True
    if _is_part(left) or _is_part(right):
        return False
    if left.type is right.type is EntityType.PLACE:
        return _may_hold(left, right) or _may_hold(right, left)
    if left.named and right.named:
        return False
    if EntityType.PLACE in (left.type, right.type):
        return False
    if left.figure and right.figure and left.figure != right.figure:
        return False
    several = left.plural or right.plural
    return several or (left.type is right.type and left.may_be(right.gender))


def _is_part(cluster: Cluster) -> bool:
    """``deux d'entre eux``: some of others, and nobody else."""
    return any(member.category == "partitive" for member in cluster.members)


def _may_hold(outer: Cluster, inner: Cluster) -> bool:
    """Whether one place may lie in another: by the gazetteer, or as a site that the gazetteer does not know."""
    if outer.place is None:
        return False
    return inner.place is None or any(around.id == outer.place.id for around in inner.place.around)


def _shared(happening: Happening, telling: Telling) -> set[int]:
    mine = {id(c) for c in happening.clusters(*_PARTICIPANTS)}
    return mine & {id(c) for c in telling.clusters(*_PARTICIPANTS)}


def support(happening: Happening, telling: Telling) -> int:
    """How much speaks for one happening, in points."""
    participants = telling.clusters(*_PARTICIPANTS)
    points = 2 * bool(_shared(happening, telling) or _same_figure(happening, telling))
    points += bool(_ids(happening.clusters("place")) & _ids(telling.clusters("place")))
    points += bool(happening.dates & telling.dates)
    points += any(t.word == telling.word for t in happening.tellings)
    points += telling.headline or _any_headline(happening)
    points += any(t.event.head.sent == telling.event.head.sent for t in happening.tellings)
    if not participants:
        points += 1 + telling.definite
    elif telling.definite and not any(c.named for c in participants):
        points += 1
    return points


def _ids(clusters: Iterable[Cluster]) -> set[int]:
    return {id(c) for c in clusters}


def _same_figure(happening: Happening, telling: Telling) -> bool:
    """Whether as many undergo it: ``cinq personnes arrêtées``, ``l'arrestation de cinq hommes``, or of five by name."""
    return bool(_figures(happening.clusters("patient")) & _figures(telling.clusters("patient")))


def _figures(clusters: Sequence[Cluster]) -> set[int]:
    persons = _ids(c for c in clusters if c.type is EntityType.PERSON and c.named)
    return {c.figure for c in clusters if c.figure} | ({len(persons)} if len(persons) > 1 else set())
