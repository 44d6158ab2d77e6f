"""What a noun or pronoun takes up: someone called by the same noun, named, or told last."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.candidate import Candidate
from kg.extract.clusters import Cluster
from kg.extract.narrative import Narrative
from kg.extract.sameness import Sameness
from kg.model import EntityType

#: sentences back that a pronoun and a definite noun may reach
_PRONOUN_REACH = 2
_NOUN_REACH = 6
_PERSONAL = (EntityType.PERSON, EntityType.GROUP)


class Antecedents:
    """Looks back in what was told."""

    def __init__(self, narrative: Narrative) -> None:
        self._narrative = narrative
        self._lexicon = narrative.lexicon
        self._sameness = Sameness(narrative)

    # --- nouns -------------------------------------------------------------------------------------------------

    def of_noun(self, candidate: Candidate) -> Cluster | None:
        """The entity that a nominal takes up: called the same, else what a definite noun may stand for."""
        same = self.called_the_same(candidate)
        if same is not None or not candidate.definite or candidate.plural or self._sameness.is_other(candidate):
            return same
        for told in self._narrative.latest(candidate, reach=_NOUN_REACH):
            cluster = told.cluster
            if cluster.type is candidate.type and not cluster.plural and self._may_stand_for(candidate, cluster):
                return cluster
        return None

    def called_the_same(self, candidate: Candidate) -> Cluster | None:
        """An earlier entity called by the same noun: always for definite nouns, for bare plurals if nothing differs."""
        for told in self._narrative.latest():
            cluster = told.cluster
            fits = cluster.type is candidate.type and cluster.plural == candidate.plural
            if not fits or not cluster.is_called(candidate.lemma):
                continue
            if candidate.category == "kin" or self._sameness.is_other(candidate):
                return None
            if self._sameness.agree(candidate, cluster):
                return cluster
        return None

    def _may_stand_for(self, candidate: Candidate, cluster: Cluster) -> bool:
        """Whether a definite singular noun may take up an entity called by other words."""
        if not cluster.may_be(candidate.gender):
            return False
        match candidate.category:
            case "place":
                return cluster.named and self._may_be_country(candidate, cluster)
            case "accused":
                known = "accused" in cluster.categories or (not cluster.named and "generic" in cluster.categories)
                return known or (cluster.named and self._only_person(candidate) is cluster)
            case "generic":
                return cluster.named or bool(cluster.categories & {"accused", "generic", "demonym"})
            case "demonym":
                return cluster.named
            case _:
                return False

    def _may_be_country(self, candidate: Candidate, cluster: Cluster) -> bool:
        """``le Royaume``: the kingdom told most; ``le pays``: the country told last."""
        allowed = self._lexicon.profile.country_nouns[candidate.lemma]
        if not self._is_country_of(cluster, allowed):
            return False
        if not allowed:
            return candidate.lemma in self._lexicon.reference.any_country
        places = (c for c in self._narrative.clusters if c.type is EntityType.PLACE and c.named and not c.absorbed)
        rivals = [c for c in places if self._is_country_of(c, allowed)]
        return cluster is max(rivals, key=lambda c: len(c.members))

    def _is_country_of(self, cluster: Cluster, allowed: frozenset[str]) -> bool:
        """Whether a named place is a country; if any are given one of the ``allowed``."""
        place = self._lexicon.place(cluster.names[0])
        return place is not None and place.country and (not allowed or place.id in allowed)

    def _only_person(self, candidate: Candidate) -> Cluster | None:
        """The one person that the last sentences name: with two, nobody is taken for the suspect."""
        told = self._narrative.latest(candidate, reach=_PRONOUN_REACH)
        near = {id(t.cluster): t.cluster for t in told if t.cluster.type is EntityType.PERSON}
        return next(iter(near.values())) if len(near) == 1 else None

    # --- pronouns ----------------------------------------------------------------------------------------------

    def of_pronoun(self, candidate: Candidate) -> Cluster | None:
        """The entity that a pronoun or possessive stands for: near, in agreement, a subject and a person first."""
        now = self._narrative.sentence(candidate)
        own = self._subjects_of_verb(candidate)
        best: tuple[int, Cluster] | None = None
        for told in self._narrative.latest(candidate, reach=_PRONOUN_REACH):
            cluster = told.cluster
            if not _agrees(candidate, cluster) or any(cluster is subject for subject in own):
                continue
            rank = 2 * told.subject + (cluster.type in _PERSONAL) - 2 * (now - told.sentence)
            if best is None or rank > best[0]:
                best = rank, cluster
        return best[1] if best is not None else None

    def _subjects_of_verb(self, candidate: Candidate) -> list[Cluster]:
        """An object pronoun is not its own verb's subject."""
        profile = self._lexicon.profile
        pronoun: Token = self._narrative.readings[candidate.reading].doc[candidate.head]
        if profile.is_dep(pronoun.dep_, "subject", "passive_subject"):
            return []
        subjects = [c for c in pronoun.head.children if profile.is_dep(c.dep_, "subject", "passive_subject")]
        owners = [self._narrative.owner.get((candidate.reading, s.i)) for s in subjects]
        return [o for o in owners if o is not None]


def _agrees(candidate: Candidate, cluster: Cluster) -> bool:
    """Whether a pronoun's gender and number are an entity's."""
    if not cluster.may_be(candidate.gender):
        return False
    if candidate.plural:
        return cluster.type is EntityType.GROUP or (cluster.plural and cluster.type is EntityType.ORGANIZATION)
    return cluster.type is EntityType.PERSON
