"""Nominals and pronouns of a document, each given to the entity that it stands for, by agreement and recency."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.candidate import Candidate
from kg.extract.clusters import Cluster
from kg.extract.lexicon import Lexicon
from kg.extract.naming import name_clusters
from kg.extract.nominals import POSSESSIVE
from kg.extract.reading import Reading
from kg.model import EntityType, MentionKind

#: sentences back that a pronoun and a definite noun may reach
_PRONOUN_REACH = 2
_NOUN_REACH = 6
#: a round figure (``une trentaine``) and a figure that differs from it by no more than this share may be one
_ROUGHLY = 0.25
_PERSONAL = (EntityType.PERSON, EntityType.GROUP)


def _calls_the_same(lemma: str, cluster: Cluster) -> bool:
    """``cellule`` takes up ``cellule terroriste``, and the other way round."""
    return any(lemma == other or lemma.startswith(other + " ") or other.startswith(lemma + " ") for other in cluster.lemmas)


@dataclass(frozen=True, slots=True)
class _Told:
    """An entity's last appearance."""

    cluster: Cluster
    sentence: int
    subject: bool


class Coreference:
    """Reads a document's candidates in text order and keeps what was told last."""

    def __init__(self, readings: Sequence[Reading], lexicon: Lexicon) -> None:
        self._readings = readings
        self._lexicon = lexicon
        self._told: list[_Told] = []
        self.clusters: list[Cluster] = []
        self.owner: dict[tuple[int, int], Cluster] = {}  #: (reading, head token) -> cluster

    def resolve(self, named: Sequence[Candidate], nominal: Sequence[Candidate]) -> None:
        """Fill :attr:`clusters` and :attr:`owner`."""
        self.clusters = name_clusters(self._readings, named, self._lexicon)
        names = {(m.reading, m.begin, m.end): c for c in self.clusters for m in c.members}
        for candidate in sorted([*named, *nominal], key=lambda c: (c.reading, c.begin, c.end)):
            cluster = names.get((candidate.reading, candidate.begin, candidate.end))
            if cluster is not None:
                self._reveal(candidate, cluster)
            else:
                cluster = self._cluster_of(candidate, names)
                if cluster is None:
                    continue
                if candidate.category == POSSESSIVE:
                    self.owner.setdefault((candidate.reading, candidate.head), cluster)
                    continue
                cluster.add(candidate)
            self._note(candidate, cluster)

    def _take_earlier(self, candidate: Candidate, cluster: Cluster) -> None:
        """``une médecin … la médecin, NOM``: the unnamed one told before is the same."""
        other = self._same_words(candidate)
        if other is not None and other is not cluster and not other.named and cluster.type is other.type:
            self._unite(cluster, other)

    def _unite(self, cluster: Cluster, other: Cluster) -> None:
        cluster.absorb(other)
        self.owner = {key: cluster if owner is other else owner for key, owner in self.owner.items()}
        self._told = [_Told(cluster, t.sentence, t.subject) if t.cluster is other else t for t in self._told]

    def _reveal(self, candidate: Candidate, cluster: Cluster) -> None:
        """``L'homme … a été identifié : il s'agit de NOM``: the unnamed person told last takes the name."""
        before = self._readings[candidate.reading].doc.text[: candidate.begin].lower().rstrip()
        if cluster.type is not EntityType.PERSON or not before.endswith(tuple(self._lexicon.names.revealing)):
            return
        now = self._sentence(candidate)
        for told in reversed(self._told):
            other = told.cluster
            if now - told.sentence > 1:
                return
            if other.type is EntityType.PERSON and not other.named and not other.plural and told.subject:
                self._unite(cluster, other)
                return

    def _note(self, candidate: Candidate, cluster: Cluster) -> None:
        reading = self._readings[candidate.reading]
        head = reading.doc[candidate.head]
        for token in reading.doc:
            if token.idx < candidate.end and candidate.begin < token.idx + len(token.text):
                self.owner.setdefault((candidate.reading, token.i), cluster)
        subject = head.dep_ in self._lexicon.profile.labels["subject"] | self._lexicon.profile.labels["passive_subject"]
        self._told.append(_Told(cluster, self._sentence(candidate), subject))

    def _sentence(self, candidate: Candidate) -> int:
        """A number that grows by one with each sentence of the document (and by more between passages)."""
        reading = self._readings[candidate.reading]
        if not reading.parsed:
            return candidate.reading * 1000
        starts = [s.start for s in reading.doc.sents]
        before = sum(1 for r in self._readings[: candidate.reading] if r.parsed for _ in r.doc.sents)
        return before + sum(1 for s in starts if s <= candidate.head)

    # --- one candidate -----------------------------------------------------------------------------------------

    def _cluster_of(self, candidate: Candidate, names: dict[tuple[int, int, int], Cluster]) -> Cluster | None:
        if candidate.kind is MentionKind.PRONOMINAL:
            return self._antecedent_of_pronoun(candidate)
        found = self._identified(candidate, names)
        if found is not None and candidate.definite:
            self._take_earlier(candidate, found)
        found = found or self._antecedent_of_noun(candidate)
        if found is None and candidate.category == "place":
            return None
        if found is None:
            found = Cluster(candidate.type, plural=candidate.plural)
            self.clusters.append(found)
        return found

    def _identified(self, candidate: Candidate, names: dict[tuple[int, int, int], Cluster]) -> Cluster | None:
        """The name that the nominal stands beside or is said to be."""
        doc = self._readings[candidate.reading].doc
        for (reading, begin, end), cluster in names.items():
            if reading != candidate.reading or not self._agrees_in_type(candidate, cluster):
                continue
            if self._adjacent(candidate, doc.text, begin, end, cluster):
                return cluster
        head = doc[candidate.head]
        if candidate.lemma in self._lexicon.profile.words["stand_ins"] and candidate.type is EntityType.ORGANIZATION:
            for (reading, begin, _), cluster in names.items():
                if reading == candidate.reading and cluster.type is EntityType.ORGANIZATION:
                    if doc.text[candidate.end : begin].lower().strip() in self._lexicon.of_phrases:
                        return cluster
        for child in head.children:
            if self._lexicon.profile.is_dep(child.dep_, "subject") and any(
                self._lexicon.profile.is_dep(c.dep_, "copula") for c in head.children
            ):
                owner = self.owner.get((candidate.reading, child.i))
                if child.lower_ in self._lexicon.profile.words["impersonal"]:
                    owner = self._last_person(candidate)
                if owner is not None and owner.type is candidate.type and not candidate.definite:
                    return owner
        return None

    def _last_person(self, candidate: Candidate) -> Cluster | None:
        """Who ``c'est un …`` is about: the person told last, subjects first."""
        now = self._sentence(candidate)
        recent = [t for t in self._told if t.cluster.type is candidate.type and 0 < now - t.sentence <= _PRONOUN_REACH]
        recent = [t for t in recent if not t.cluster.plural] or recent
        subjects = [t for t in recent if t.subject]
        return (subjects or recent)[-1].cluster if recent else None

    def _agrees_in_type(self, candidate: Candidate, cluster: Cluster) -> bool:
        if candidate.plural or cluster.type is not candidate.type:
            return False
        return not (candidate.gender and cluster.gender and candidate.gender != cluster.gender)

    def _adjacent(self, candidate: Candidate, text: str, begin: int, end: int, cluster: Cluster) -> bool:
        if candidate.end <= begin:
            between = text[candidate.end : begin]
            if not between.strip(" «\"") and cluster.type is EntityType.PERSON:
                return True
            closing = text[end : end + 1]
            between = self._without_title(between)
            return (
                cluster.type is EntityType.PERSON and candidate.definite and between.endswith(", ") and len(between) < 70
                and not any(c in between[:-2] for c in ".;:!?,«»()") and closing in (",", ".", "", " ", ")", ";") and closing != " "
                and not self._lexicon.has_verb(between)
            )  # fmt: skip
        between = text[end : candidate.begin]
        return cluster.type is EntityType.PERSON and between in (", ", ", le ", ", la ", ", l'", ", un ", ", une ", " (") and (
            (between in (", ", " (") and candidate.category in ("title", "function")) or self._is_apposition(candidate)
        )

    def _without_title(self, between: str) -> str:
        """``, Me `` -> ``, ``: a title before the name is no part of what stands between."""
        words = between.rsplit(" ", 2)
        if len(words) >= 2 and not words[-1]:
            noun = self._lexicon.person_nouns.get(words[-2].lower())
            if noun is not None and noun.category == "title":
                return between[: len(between) - len(words[-2]) - 1]
        return between

    def _is_apposition(self, candidate: Candidate) -> bool:
        head = self._readings[candidate.reading].doc[candidate.head]
        return self._lexicon.profile.is_dep(head.dep_, "apposition") or head.dep_ in self._lexicon.profile.labels["nominal"]

    # --- antecedents -------------------------------------------------------------------------------------------

    def _antecedent_of_noun(self, candidate: Candidate) -> Cluster | None:
        same = self._same_words(candidate)
        if same is not None:
            return same
        if not candidate.definite or candidate.plural:
            return None
        now = self._sentence(candidate)
        for told in reversed(self._told):
            cluster = told.cluster
            if now - told.sentence > _NOUN_REACH:
                break
            if cluster.type is candidate.type and not cluster.plural and self._may_stand_for(candidate, cluster):
                return cluster
        return None

    def _same_words(self, candidate: Candidate) -> Cluster | None:
        """An earlier entity called by the same noun: always for definite nouns, for bare plurals if nothing differs."""
        for told in reversed(self._told):
            cluster = told.cluster
            if cluster.type is not candidate.type or not _calls_the_same(candidate.lemma, cluster) or cluster.plural != candidate.plural:
                continue
            if candidate.category == "kin" or self._is_other(candidate):
                return None
            if not self._same_adjectives(candidate, cluster):
                continue
            if candidate.definite or (candidate.plural and self._compatible_number(candidate, cluster)):
                return cluster
        return None

    def _same_adjectives(self, candidate: Candidate, cluster: Cluster) -> bool:
        """``les combattants marocains`` are not ``les combattants étrangers``."""
        def adjectives(member: Candidate) -> frozenset[str]:
            words = self._readings[member.reading].doc
            return frozenset(t.lower_ for t in words if member.begin <= t.idx < member.end and t.pos_ == "ADJ" and t.i != member.head)

        if any(self._complements_differ(candidate, m) for m in cluster.members if m.lemma == candidate.lemma):
            return False
        mine = adjectives(candidate)
        return not mine or any(mine & adjectives(m) or not adjectives(m) for m in cluster.members if m.lemma == candidate.lemma)

    def _complements_differ(self, left: Candidate, right: Candidate) -> bool:
        """``les spécialistes en psychologie`` are not ``les spécialistes de la réinsertion``."""
        if not left.plural:
            return False
        words = [self._complement(left), self._complement(right)]
        return bool(words[0] and words[1]) and words[0] != words[1]

    def _complement(self, member: Candidate) -> str:
        doc = self._readings[member.reading].doc
        after = [t for t in doc[member.head + 1 : member.head + 6] if t.idx >= member.end]
        if not after or self._lexicon.profile.prepositions.get(after[0].lower_) not in ("de", "en"):
            return ""
        return next((t.lower_ for t in after[1:] if t.pos_ in ("NOUN", "PROPN")), "")

    def _is_other(self, candidate: Candidate) -> bool:
        doc = self._readings[candidate.reading].doc
        near = doc[max(0, candidate.head - 2) : candidate.head + 2]
        return any(t.lower_ in self._lexicon.profile.words["others"] for t in near)

    def _compatible_number(self, candidate: Candidate, cluster: Cluster) -> bool:
        profile = self._lexicon.profile

        def figure(member: Candidate) -> tuple[int, bool]:
            first = member.text.split()[0].lower()
            about = profile.approximate_numerals.get(first.removesuffix("s"))
            exact = int(first) if first.isdecimal() else profile.numerals.get(first, 0)
            return about or exact, about is not None

        mine, rough = figure(candidate)
        others = [figure(m) for m in cluster.members]
        return not mine or all(
            not other or other == mine or ((rough or vague) and abs(other - mine) <= _ROUGHLY * max(other, mine)) for other, vague in others
        )

    def _may_stand_for(self, candidate: Candidate, cluster: Cluster) -> bool:
        if candidate.gender and cluster.gender and candidate.gender != cluster.gender:
            return False
        if candidate.category == "place":
            return cluster.named and self._may_be_country(candidate, cluster)
        if candidate.category == "accused":
            known = "accused" in cluster.categories or (not cluster.named and "generic" in cluster.categories)
            return known or (cluster.named and self._only_person(candidate) is cluster)
        if candidate.category == "generic":
            return bool(cluster.categories & {"accused", "generic", "demonym"}) or cluster.named
        if candidate.category == "demonym":
            return cluster.named
        return False

    def _may_be_country(self, candidate: Candidate, cluster: Cluster) -> bool:
        """``le Royaume``: the kingdom told most; ``le pays``: the country told last."""
        place = self._lexicon.place(cluster.names[0])
        allowed = self._lexicon.profile.country_nouns[candidate.lemma]
        if place is None or not place.country or (allowed and place.id not in allowed):
            return False
        if not allowed:
            return candidate.lemma == "pays"
        rivals = [c for c in self.clusters if c.type is EntityType.PLACE and c.named and not c.absorbed]
        fits = [c for c in rivals if (p := self._lexicon.place(c.names[0])) is not None and p.country and p.id in allowed]
        return cluster is max(fits, key=lambda c: len(c.members))

    def _only_person(self, candidate: Candidate) -> Cluster | None:
        """The one person that the last sentences name: with two, nobody is taken for the suspect."""
        now = self._sentence(candidate)
        near = {id(t.cluster): t.cluster for t in self._told if t.cluster.type is EntityType.PERSON and now - t.sentence <= _PRONOUN_REACH}
        return next(iter(near.values())) if len(near) == 1 else None

    def _antecedent_of_pronoun(self, candidate: Candidate) -> Cluster | None:
        now = self._sentence(candidate)
        verb_subjects = self._subjects_of(self._readings[candidate.reading].doc[candidate.head], candidate)
        best: tuple[int, int] | None = None
        found: Cluster | None = None
        for order, told in enumerate(self._told):
            cluster, age = told.cluster, now - told.sentence
            if not 0 <= age <= _PRONOUN_REACH or not self._pronoun_agrees(candidate, cluster) or cluster in verb_subjects:
                continue
            rank = (2 * told.subject + (cluster.type in _PERSONAL) - 2 * age, order)
            if best is None or rank >= best:
                best, found = rank, cluster
        return found

    def _subjects_of(self, pronoun: Token, candidate: Candidate) -> list[Cluster]:
        """An object pronoun is not its own verb's subject."""
        profile = self._lexicon.profile
        if profile.is_dep(pronoun.dep_, "subject", "passive_subject"):
            return []
        subjects = [c for c in pronoun.head.children if profile.is_dep(c.dep_, "subject", "passive_subject")]
        owners = [self.owner.get((candidate.reading, s.i)) for s in subjects]
        return [o for o in owners if o is not None]

    def _pronoun_agrees(self, candidate: Candidate, cluster: Cluster) -> bool:
        if candidate.plural:
            if candidate.gender and cluster.gender and candidate.gender != cluster.gender:
                return False
            return cluster.type is EntityType.GROUP or (cluster.plural and cluster.type is EntityType.ORGANIZATION)
        if cluster.type is EntityType.PERSON:
            return not (candidate.gender and cluster.gender and candidate.gender != cluster.gender)
        return False
