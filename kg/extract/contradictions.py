"""What keeps two event mentions from telling of one happening."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.clusters import Cluster
from kg.extract.happenings import OUTCOME, Happening, identities, is_bare, shared
from kg.extract.marks import is_accused
from kg.extract.tellings import Telling
from kg.model import EntityType, Factuality
from kg.vocabulary import ASSAULT, Vocabulary

_UNREAL = frozenset({Factuality.PLANNED, Factuality.HYPOTHETICAL, Factuality.DENIED})
#: what tells happenings of a class apart if the ontology does not say
_MERGE = ("patient",)


def contradicts(happening: Happening, telling: Telling, vocabulary: Vocabulary) -> bool:
    """Whether both cannot be one: other class, time, status, place, or other fillers of what tells happenings apart."""
    mine, other = telling.event.event_class, happening.event_class
    if is_other_class(happening, telling, vocabulary):
        return True
    if _dates_differ(happening, telling) or _status_differs(happening, telling) or _one_is_general(happening, telling):
        return True
    if _is_answer(happening, telling) or _is_elsewhere(happening, telling):
        return True
    one_more = (telling.single and any(t.several for t in happening.tellings)) or _is_of_one(happening, telling)
    if one_more or _undergone_apart(happening, telling) or _roles_cross(happening, telling):
        return True
    both = shared(happening, telling)
    retold = telling.definite or telling.headline or is_bare(happening)
    apart = mine != other and not both and not happening.dates & telling.dates
    if apart and not (retold and _are_means(mine, other, vocabulary)):
        return True
    telling_apart = [*(vocabulary.events[other].merge or _MERGE), "place"]
    if both:  # who takes part says more than where
        telling_apart = [role for role in telling_apart if role != "place"]
    return any(_fillers_differ(happening.clusters(role), telling.clusters(role)) for role in telling_apart)


def is_other_class(happening: Happening, telling: Telling, vocabulary: Vocabulary) -> bool:
    """Whether neither class is a kind of the other, nor one the outcome that any assault may have."""
    mine, other = telling.event.event_class, happening.event_class
    if vocabulary.is_a(mine, other) or vocabulary.is_a(other, mine):
        return False
    if OUTCOME not in (mine, other):
        return True
    assault = other if mine == OUTCOME else mine  # "enlevé, puis tué" are two
    return not (vocabulary.is_a(assault, ASSAULT) and vocabulary.events[assault].means)


def _is_elsewhere(happening: Happening, telling: Telling) -> bool:
    """``Lire aussi : un faux policier arrêté``: told of another article, unless the same people take part."""
    apart = any(t.elsewhere != telling.elsewhere for t in happening.tellings)
    return apart and not shared(happening, telling)


def _is_of_one(happening: Happening, telling: Telling) -> bool:
    """``une douzaine de morts`` are not the death of one, told before."""
    undergoing = happening.clusters("patient")
    return telling.several and bool(undergoing) and all(c.named and not c.plural for c in undergoing)


def _is_answer(happening: Happening, telling: Telling) -> bool:
    """``Les policiers ont riposté``, ``Ses collègues ont tué l'agresseur``: no part of what the assailants did."""
    if telling.event.match.trigger.answers != all(t.event.match.trigger.answers for t in happening.tellings):
        return True
    ends = [_ends_assailants(t) for t in (telling, *happening.tellings) if not _is_vague(t)]
    return any(ends) and not all(ends)


def _is_vague(telling: Telling) -> bool:
    """A headline that names nobody: ``Un vétéran du maquis abattu``, of whom the text then says that he attacked."""
    patients = telling.clusters("patient")
    return telling.headline and not any(patient.named for patient in patients)


def _ends_assailants(telling: Telling) -> bool:
    """Whether a killing is of who is accused."""
    patients = telling.clusters("patient")
    return telling.event.event_class == OUTCOME and bool(patients) and all(map(is_accused, patients))


def _undergone_apart(happening: Happening, telling: Telling) -> bool:
    """``trois assaillants abattus, un soldat tué``, ``a blessé X, puis Y l'a abattu``: by two words of a sentence."""
    here = [t for t in happening.tellings if t.event.head.sent == telling.event.head.sent]
    verbs = [t for t in here if t.event.match.verbal and telling.event.match.verbal]
    return _are_others("patient", telling, here) or _are_others("agent", telling, verbs)


def _are_others(role: str, telling: Telling, others: Sequence[Telling]) -> bool:
    mine = identities(telling.clusters(role))
    return any(mine and (theirs := identities(t.clusters(role))) and not mine & theirs for t in others)


def _roles_cross(happening: Happening, telling: Telling) -> bool:
    """Whether who does the one undergoes the other: ``a blessé trois personnes avant d'être abattu``."""
    acts, undergoes = (identities(happening.clusters(role)) for role in ("agent", "patient"))
    return bool(acts & identities(telling.clusters("patient")) or undergoes & identities(telling.clusters("agent")))


def _are_means(left: str, right: str, vocabulary: Vocabulary) -> bool:
    """Whether the more specific of two classes only says by what means: an attack may be a stabbing, no abduction."""
    if OUTCOME in (left, right):
        return True
    specific = left if vocabulary.is_a(left, right) else right
    return bool(vocabulary.events[specific].means) or vocabulary.events[specific].extra


def _dates_differ(happening: Happening, telling: Telling) -> bool:
    mine, other = telling.dates, happening.dates
    return bool(mine and other) and not any(_compatible(a, b) for a in other for b in mine)


def _compatible(left: str, right: str) -> bool:
    """Whether one EDTF value lies in the other, as far as their digits say."""
    return left.startswith(right) or right.startswith(left) or left in right.split("/") or right in left.split("/")


def _status_differs(happening: Happening, telling: Telling) -> bool:
    """What is planned, denied or possible is another happening than what took place; a headline says neither."""
    theirs = {t.event.factuality for t in happening.tellings if not t.toll and not _is_open(t)}
    if _is_open(telling) or not theirs:
        return False
    return (telling.event.factuality in _UNREAL) != bool(theirs & _UNREAL)


def _is_open(telling: Telling) -> bool:
    """A headline without a verb asserts nothing, unless it tells of a plan (``procès renvoyé à mai``)."""
    return telling.verbless and telling.event.factuality not in _UNREAL


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
