"""Nominals and pronouns of a document, each given to the entity that it stands for, by agreement and recency."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.extract.antecedents import Antecedents
from kg.extract.appositions import Appositions, NameAt
from kg.extract.candidate import Candidate
from kg.extract.clusters import Cluster
from kg.extract.lexicon import Lexicon
from kg.extract.naming import name_clusters
from kg.extract.narrative import Narrative
from kg.extract.pronouns import POSSESSIVE
from kg.extract.reading import Reading
from kg.model import EntityType, MentionKind

#: sentences back in which someone unnamed may have been told of whose name is revealed now
_REVEAL_REACH = 1


class Coreference:
    """Reads a document's candidates in text order and keeps what was told last."""

    def __init__(self, readings: Sequence[Reading], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._narrative = Narrative(readings, lexicon)
        self._antecedents = Antecedents(self._narrative)

    @property
    def clusters(self) -> list[Cluster]:
        """The document's entities; some may have been absorbed by others."""
        return self._narrative.clusters

    @property
    def owner(self) -> Mapping[tuple[int, int], Cluster]:
        """Whom a word stands for, by index of its reading and of its token."""
        return self._narrative.owner

    def resolve(self, named: Sequence[Candidate], nominal: Sequence[Candidate]) -> None:
        """Fill :attr:`clusters` and :attr:`owner`."""
        self._narrative.clusters += name_clusters(self._narrative.readings, named, self._lexicon)
        names = [NameAt(m.reading, m.begin, m.end, c) for c in self.clusters for m in c.members]
        owners = {(n.reading, n.begin, n.end): n.cluster for n in names}
        appositions = Appositions(self._narrative, names)
        for candidate in sorted([*named, *nominal], key=lambda c: (c.reading, c.begin, c.end)):
            cluster = owners.get((candidate.reading, candidate.begin, candidate.end))
            if cluster is not None:
                self._reveal(candidate, cluster)
                self._narrative.note(candidate, cluster)
            else:
                self._give(candidate, appositions)

    def _give(self, candidate: Candidate, appositions: Appositions) -> None:
        """Give a nominal or pronoun to its entity, if it has one."""
        if candidate.kind is MentionKind.PRONOMINAL:
            cluster = self._antecedents.of_pronoun(candidate)
        else:
            cluster = self._cluster_of_noun(candidate, appositions)
        if cluster is None:
            return
        if candidate.category == POSSESSIVE:
            self._narrative.owner.setdefault((candidate.reading, candidate.head), cluster)
            return
        cluster.add(candidate)
        self._narrative.note(candidate, cluster)

    def _cluster_of_noun(self, candidate: Candidate, appositions: Appositions) -> Cluster | None:
        """The entity of a nominal: named beside it, told before, else a new one; a place is never new."""
        found = appositions.identified(candidate)
        if found is not None and candidate.definite:
            self._take_earlier(candidate, found)
        found = found or self._antecedents.of_noun(candidate)
        if found is None and candidate.category != "place":
            found = Cluster(candidate.type, plural=candidate.plural)
            self.clusters.append(found)
        return found

    def _take_earlier(self, candidate: Candidate, cluster: Cluster) -> None:
        """``une médecin … la médecin, NOM``: the unnamed one told before is the same."""
        other = self._antecedents.called_the_same(candidate)
        if other is not None and other is not cluster and not other.named and cluster.type is other.type:
            self._narrative.unite(cluster, other)

    def _reveal(self, candidate: Candidate, cluster: Cluster) -> None:
        """``L'homme … a été identifié : il s'agit de NOM``: the unnamed person told last takes the name."""
        before = self._narrative.readings[candidate.reading].text[: candidate.begin].lower().rstrip()
        if cluster.type is not EntityType.PERSON or not before.endswith(self._lexicon.names.revealing):
            return
        for told in self._narrative.latest(candidate, reach=_REVEAL_REACH):
            other = told.cluster
            if other.type is EntityType.PERSON and not other.named and not other.plural and told.subject:
                self._narrative.unite(cluster, other)
                return
