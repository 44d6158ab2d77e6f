"""Whether two nominals with one noun speak of the same: their figures, adjectives and complements."""

from __future__ import annotations

from kg.extract.candidate import Candidate
from kg.extract.clusters import Cluster
from kg.extract.marks import ACCUSED, OFFICES
from kg.extract.narrative import Narrative
from kg.language.numbers import number

#: a round figure (``une trentaine``) and a figure that differs from it by no more than this share may be one
_ROUGHLY = 0.25
#: words after a noun in which its complement is looked for
_COMPLEMENT_REACH = 5


class Sameness:
    """Compares a nominal with the members of an entity."""

    def __init__(self, narrative: Narrative) -> None:
        self._readings = narrative.readings
        self._profile = narrative.lexicon.profile
        self._reference = narrative.lexicon.reference

    def agree(self, candidate: Candidate, cluster: Cluster) -> bool:
        """Whether a nominal takes up an entity called by its noun: a definite one, or a plural with its figure."""
        members = [m for m in cluster.members if m.lemma == candidate.lemma]
        alike = [m for m in cluster.members if _is_longer(m.lemma, candidate.lemma)]  # "groupe armé"
        if any(self._complements_differ(candidate, m) for m in members):
            return False
        if self._number_differs(candidate, [*members, *alike]):
            return False
        if not self._share_adjectives(candidate, members):
            return False
        return candidate.definite or self._repeats(candidate, cluster)

    def _repeats(self, candidate: Candidate, cluster: Cluster) -> bool:
        """``deux hommes`` told again; ``des individus cagoulés`` are not those who are suspected."""
        if not candidate.plural or not self.compatible_number(candidate, cluster):
            return False
        head = self._readings[candidate.reading].doc[candidate.head]
        if head.i > 0 and head.nbor(-1).lower_ in self._profile.words["vague_determiners"]:
            return False  # "plusieurs personnes" are others each time
        indefinite = head.i > 0 and head.nbor(-1).lower_ in self._profile.words["indefinite"]
        return not (indefinite and ACCUSED in cluster.marks | cluster.categories)

    def compatible(self, candidate: Candidate, cluster: Cluster) -> bool:
        """Whether neither figures nor adjectives tell a nominal from an entity."""
        return self.compatible_number(candidate, cluster) and self._share_adjectives(candidate, cluster.members)

    def _number_differs(self, candidate: Candidate, members: list[Candidate]) -> bool:
        """``ce groupe`` is not ``les groupes armés``: both mean several people, but one group is not many."""
        if candidate.category != "collective" or not members:
            return False
        mine = self._readings[candidate.reading].doc[candidate.head].lower_
        return all(self._readings[m.reading].doc[m.head].lower_ != mine for m in members)

    def is_other(self, candidate: Candidate) -> bool:
        """``un autre homme``, ``les deux autres``."""
        doc = self._readings[candidate.reading].doc
        near = doc[max(0, candidate.head - 2) : candidate.head + 2]
        return any(t.lower_ in self._profile.words["others"] for t in near)

    def _share_adjectives(self, candidate: Candidate, members: list[Candidate]) -> bool:
        """``les combattants marocains`` are not ``les combattants étrangers``."""
        mine = self._adjectives(candidate)
        others = [self._adjectives(m) for m in members]
        return not mine or any(not other or mine & other for other in others)

    def _adjectives(self, member: Candidate) -> frozenset[str]:
        words = self._readings[member.reading].words(member.begin, member.end)
        return frozenset(t.lower_ for t in words if t.pos_ == "ADJ" and t.i != member.head)

    def _complements_differ(self, left: Candidate, right: Candidate) -> bool:
        """``les spécialistes en psychologie`` are not those ``de la réinsertion``, nor one office another."""
        if not left.plural and left.category not in OFFICES:
            return False
        mine, other = self.complement(left), self.complement(right)
        return bool(mine and other) and mine != other

    def ages_differ(self, candidate: Candidate, cluster: Cluster) -> bool:
        """``l'homme de 26 ans`` is nobody of 20."""
        mine = self._age(candidate)
        return mine is not None and any((self._age(m) or mine) != mine for m in cluster.members)

    def _age(self, member: Candidate) -> str | None:
        found = self._reference.age_after.match(self._readings[member.reading].text, member.end)
        return found[1] if found is not None else None

    def complement(self, member: Candidate) -> str:
        """The noun of the complement that follows a nominal; empty if there is none."""
        doc = self._readings[member.reading].doc
        after = [t for t in doc[member.head + 1 : member.head + 1 + _COMPLEMENT_REACH] if t.idx >= member.end]
        listed = self._profile.prepositions.get(after[0].lower_) if after else None
        if listed not in self._reference.complement_prepositions:
            return ""
        return next((t.lower_ for t in after[1:] if t.pos_ in ("NOUN", "PROPN")), "")

    def compatible_number(self, candidate: Candidate, cluster: Cluster) -> bool:
        """Whether no member gives another figure; round ones may differ a little."""
        mine, rough = self.figure(candidate)
        others = [self.figure(m) for m in cluster.members]
        return not mine or all(
            not other or other == mine or ((rough or vague) and abs(other - mine) <= _ROUGHLY * max(other, mine))
            for other, vague in others
        )

    def figure(self, member: Candidate) -> tuple[int, bool]:
        """The figure that a nominal opens with, 0 if there is none, and whether it is a round one."""
        first = member.text.split()[0].lower()
        collective = self._profile.collectives.get(first)
        if collective is not None:
            return collective.value, True
        words = member.text.split()
        found = (number(" ".join(words[:size]), self._profile.code) for size in range(len(words), 0, -1))
        return next((value for value in found if value is not None and value > 1), 0), False


def _is_longer(lemma: str, other: str) -> bool:
    """Whether one noun is the other with a word more."""
    return bool(lemma) and bool(other) and (lemma.startswith(f"{other} ") or other.startswith(f"{lemma} "))
