"""Persons taken together: ``X et Y … Ils``, ``les deux hommes``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg.extract.candidate import Candidate
from kg.extract.clusters import Cluster
from kg.extract.coordination import chains
from kg.extract.marks import ACCUSED, is_accused
from kg.extract.narrative import Narrative
from kg.extract.sameness import Sameness
from kg.model import EntityType

#: sentences back in which persons were told together that a pronoun or noun takes up
_PRONOUN_REACH = 1
_NOUN_REACH = 3


class Sets:
    """Remembers which persons a document told together, and finds those that a plural takes up."""

    def __init__(self, narrative: Narrative, candidates: Iterable[Candidate]) -> None:
        self._narrative = narrative
        self._sameness = Sameness(narrative)
        mine = list(candidates)
        self._lists: Sequence[Mapping[int, tuple[int, ...]]] = [
            chains(r, mine, narrative.lexicon) if r.parsed else {} for r in narrative.readings
        ]
        self._told: list[tuple[int, Cluster]] = []  #: sentence, persons told together
        self._halves: dict[tuple[int, bool], Cluster] = {}  #: the first (or second) of a group of two

    def note(self, candidate: Candidate) -> None:
        """After the last of a list of persons was told: remember them together."""
        heads = self._lists[candidate.reading].get(candidate.head, ())
        if len(heads) < 2 or heads[-1] != candidate.head:
            return
        owners = [self._narrative.owner.get((candidate.reading, head)) for head in heads]
        if len(owners) > 2 and owners[0] is not None and owners[0].plural and not owners[0].named:
            owners, heads = owners[1:], heads[1:]  # "deux jeunes, X et Y"
        parts = {id(o): o for o in owners if o is not None and not o.plural}
        if len(parts) == len(heads) and len({o.type for o in parts.values()}) == 1:
            self._told.append((self._narrative.sentence(candidate), _set_of(tuple(parts.values()))))

    def taken_up(self, candidate: Candidate, *, pronoun: bool) -> Cluster | None:
        """The persons that a plural stands for: told together, or the only ones of the last sentence that tells any.

        A group of its own that was told since takes a pronoun.
        """
        size, _ = self._sameness.figure(candidate)
        types = self._types(candidate, pronoun=pronoun)
        if not types or not (pronoun or candidate.definite):
            return None
        now = self._narrative.sentence(candidate)
        reach = _PRONOUN_REACH if pronoun else _NOUN_REACH
        for sentence, found in reversed(self._told):
            if now - sentence > reach:
                break
            if sentence == now and not pronoun and not size:
                continue  # "X et Y ont été enlevés par les assaillants": those are others
            fits = size in (0, len(found.parts)) and _agree(candidate, found.parts) and found.parts[0].type in types
            if candidate.category == ACCUSED and not all(map(is_accused, found.parts)):
                continue  # "X et Y ont annoncé … les tueurs": those who were told of are not the killers for that
            if fits and not (pronoun and self._group_since(sentence, candidate)):
                return found
        if EntityType.PERSON not in types:
            return None
        if size == 2 or (pronoun and not self._group_since(now - _PRONOUN_REACH, candidate)):
            return self._pair(candidate, now)
        return None

    def _types(self, candidate: Candidate, *, pronoun: bool) -> frozenset[EntityType]:
        """The types of those whom a plural may take up together."""
        reference = self._narrative.lexicon.reference
        if pronoun or (candidate.type is EntityType.GROUP and candidate.lemma in reference.pairs):
            return frozenset({EntityType.PERSON})
        return frozenset(EntityType(name) for name in reference.set_nouns.get(candidate.lemma, ()))

    def is_one_of_two(self, candidate: Candidate) -> bool:
        """``le premier``, ``la seconde``."""
        reference = self._narrative.lexicon.reference
        return candidate.lemma in reference.first_of_two | reference.second_of_two

    def one_of_two(self, candidate: Candidate) -> Cluster | None:
        """``le premier``, ``la seconde``: of the last two persons told together."""
        first = candidate.lemma in self._narrative.lexicon.reference.first_of_two
        if not self.is_one_of_two(candidate):
            return None
        now = self._narrative.sentence(candidate)
        pairs = (pair for pair in reversed(self._told) if len(pair[1].parts) == 2 and now - pair[0] <= _NOUN_REACH)
        sentence, pair = next(pairs, (-1, None))
        since = self._half(candidate, after=sentence, first=first)  # "l'un des assaillants, X, … Le second"
        return since if since is not None or pair is None else pair.parts[0 if first else 1]

    def _half(self, candidate: Candidate, *, after: int, first: bool) -> Cluster | None:
        """``deux suspects … le premier …``, ``l'un d'eux … le second``: one of two of whom neither is named."""
        for told in self._narrative.latest(candidate, reach=_NOUN_REACH):
            cluster = told.cluster
            one = not first and any(m.category == "partitive" and not m.plural for m in cluster.members)
            two = cluster.type is EntityType.GROUP and cluster.figure == 2
            if told.sentence <= after or not (one or two) or not cluster.may_be(candidate.gender):
                continue
            return self._halves.setdefault((id(cluster), first), Cluster(EntityType.PERSON))
        return None

    def follows_persons(self, candidate: Candidate) -> bool:
        """``un troisième``: whether persons who agree were told just before."""
        told = self._narrative.latest(candidate, reach=_PRONOUN_REACH)
        persons = (EntityType.PERSON, EntityType.GROUP)
        latest = next((t.cluster for t in told if t.cluster.type in persons), None)
        return latest is not None and latest.may_be(candidate.gender)

    def _group_since(self, sentence: int, candidate: Candidate) -> bool:
        """Whether a group that agrees was told after (or in) a sentence."""
        told = self._narrative.latest(candidate, reach=_PRONOUN_REACH)
        return any(
            t.cluster.plural and t.sentence >= sentence and t.subject and t.cluster.may_be(candidate.gender)
            for t in told
        )

    def _pair(self, candidate: Candidate, now: int) -> Cluster | None:
        """The two persons whom the last sentence that tells of any tells of, if they are just two."""
        by_sentence: dict[int, dict[int, Cluster]] = {}
        for told in self._narrative.latest(candidate, reach=_PRONOUN_REACH):
            if told.cluster.type is EntityType.PERSON and not told.cluster.plural and told.sentence < now:
                by_sentence.setdefault(told.sentence, {})[id(told.cluster)] = told.cluster
        for _, persons in sorted(by_sentence.items(), reverse=True):
            clusters = tuple(reversed(persons.values()))
            both = len(clusters) == 2 and all(c.named for c in clusters)
            both = both and (candidate.category != ACCUSED or all(map(is_accused, clusters)))
            return _set_of(clusters) if both and _agree(candidate, clusters) else None
        return None


def _set_of(parts: tuple[Cluster, ...]) -> Cluster:
    type_ = EntityType.GROUP if parts[0].type is EntityType.PERSON else parts[0].type
    return Cluster(type_, plural=True, parts=parts)


def _agree(candidate: Candidate, parts: Iterable[Cluster]) -> bool:
    """Feminine plurals take up women only; masculine ones anybody but women alone."""
    genders = {part.gender for part in parts}
    if candidate.gender == "f":
        return "m" not in genders
    return candidate.gender != "m" or genders != {"f"}
