"""Nominals and pronouns of a document, each given to the entity that it stands for, by agreement and recency."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.extract.anaphora import Anaphora
from kg.extract.antecedents import Antecedents
from kg.extract.appositions import Appositions, NameAt
from kg.extract.candidate import Candidate
from kg.extract.clusters import Cluster
from kg.extract.determiners import determiner_of
from kg.extract.lexicon import Lexicon
from kg.extract.marks import ACCUSED, marks
from kg.extract.naming import name_clusters
from kg.extract.narrative import Narrative
from kg.extract.partitives import FURTHER
from kg.extract.pronouns import POSSESSIVE
from kg.extract.reading import Reading
from kg.extract.sameness import Sameness
from kg.extract.sets import Sets
from kg.model import EntityType, MentionKind, PassageKind

#: words before the noun of a description at the opening, and from it to the pronoun
_FRONTED = 1
_FRONTED_REACH = 14
#: sentences back in which someone unnamed may have been told of whose name is revealed now
_REVEAL_REACH = 1


class Coreference:
    """Reads a document's candidates in text order and keeps what was told last."""

    def __init__(self, readings: Sequence[Reading], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._narrative = Narrative(readings, lexicon)
        self._antecedents = Antecedents(self._narrative)
        self._anaphora = Anaphora(self._narrative)
        self._sameness = Sameness(self._narrative)
        self._sets = Sets(self._narrative, ())

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
        self._sets = Sets(self._narrative, [*named, *nominal])
        for candidate in sorted([*named, *nominal], key=lambda c: (c.reading, c.begin, c.end)):
            cluster = owners.get((candidate.reading, candidate.begin, candidate.end))
            if cluster is not None:
                self._reveal(candidate, cluster)
                self._note(candidate, cluster)
            else:
                self._give(candidate, appositions)
        self._name_the_accused()

    def _name_the_accused(self) -> None:
        """``L'accusé nie`` (title) … ``NOM, soupçonné de …``: the only named person of whom that is said."""
        accused = [c for c in self.clusters if _is_single(c) and c.named and ACCUSED in c.marks | c.categories]
        for cluster in [c for c in self.clusters if _is_single(c) and not c.named and ACCUSED in c.categories]:
            in_title = any(
                self._narrative.readings[m.reading].passage.kind is PassageKind.TITLE for m in cluster.members
            )
            definite = all(m.definite for m in cluster.members)
            if in_title and definite and len(accused) == 1 and accused[0].may_be(cluster.gender):
                self._narrative.unite(accused[0], cluster)

    def _give(self, candidate: Candidate, appositions: Appositions) -> None:
        """Give a nominal or pronoun to its entity, if it has one."""
        if candidate.kind is MentionKind.PRONOMINAL:
            cluster = self._of_pronoun(candidate)
        else:
            cluster = self._cluster_of_noun(candidate, appositions)
        if cluster is None:
            return
        if candidate.category == POSSESSIVE:
            self._narrative.owner.setdefault((candidate.reading, candidate.head), cluster)
            return
        cluster.add(candidate)
        self._note(candidate, cluster)

    def _note(self, candidate: Candidate, cluster: Cluster) -> None:
        """Remember who was told, as what, and with whom."""
        self._narrative.note(candidate, cluster)
        reading = self._narrative.readings[candidate.reading]
        if reading.parsed and candidate.kind is not MentionKind.PRONOMINAL:
            after = reading.touching(candidate.begin, candidate.end).end
            cluster.figure = cluster.figure or self._sameness.figure(candidate)[0]
            cluster.marks.update(marks(reading.doc[candidate.head], after, self._lexicon))
        self._sets.note(candidate)

    def _of_pronoun(self, candidate: Candidate) -> Cluster | None:
        if self._sets.is_one_of_two(candidate):
            return self._kept(self._sets.one_of_two(candidate))  # nobody else, if no two were told of
        together = self._sets.taken_up(candidate, pronoun=True) if candidate.plural else None
        return self._kept(together) or self._anaphora.of_pronoun(candidate)

    def _kept(self, together: Cluster | None) -> Cluster | None:
        """Persons taken together, who become part of the document's clusters once something speaks of them all."""
        if together is not None and not any(together is c for c in self.clusters):
            self.clusters.append(together)
        return together

    def _cluster_of_noun(self, candidate: Candidate, appositions: Appositions) -> Cluster | None:
        """The entity of a nominal: named beside it, told before, else a new one; a place is never new."""
        if candidate.rule == FURTHER and not self._sets.follows_persons(candidate):
            return None
        found = appositions.identified(candidate)
        if found is not None and candidate.definite:
            self._take_earlier(candidate, found)
        if found is None and candidate.plural:
            found = self._antecedents.called_the_same(candidate) or self._kept(
                self._sets.taken_up(candidate, pronoun=False)
            )
        found = found or self._fronted(candidate) or self._antecedents.of_noun(candidate)
        if found is None and candidate.category != "place":
            found = Cluster(candidate.type, plural=candidate.plural)
            self.clusters.append(found)
        return found

    def _fronted(self, candidate: Candidate) -> Cluster | None:
        """``Ancien patron de pêche, il …``: a bare noun at the opening describes whom the pronoun takes up."""
        reading = self._narrative.readings[candidate.reading]
        if not reading.parsed or candidate.plural or candidate.type is not EntityType.PERSON:
            return None
        head = reading.doc[candidate.head]
        if determiner_of(head, self._lexicon) is not None or head.i - head.sent.start > _FRONTED:
            return None
        rest = reading.doc[head.i + 1 : min(head.sent.end, head.i + _FRONTED_REACH)]
        follows = any(
            t.text == "," and t.nbor(1).lower_ in self._lexicon.reference.subject_pronouns
            for t in rest
            if t.i + 1 < head.sent.end
        )
        return self._anaphora.of_pronoun(candidate) if follows else None

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


def _is_single(cluster: Cluster) -> bool:
    return cluster.type is EntityType.PERSON and not cluster.plural and not cluster.absorbed and not cluster.parts
