"""Whom a pronoun or possessive stands for: near, in agreement, the theme of what was told first."""

from __future__ import annotations

from kg.extract.antecedents import salience
from kg.extract.candidate import Candidate
from kg.extract.clusters import Cluster
from kg.extract.determiners import phrase_to
from kg.extract.fronted import SubjectToCome, fronted_clause, subject_to_come
from kg.extract.marks import VICTIM, is_accused
from kg.extract.narrative import Narrative
from kg.extract.parsed import Token
from kg.language.spelling import straight
from kg.model import EntityType

#: sentences back that a pronoun may reach, and further for the person that the document is about
_REACH = 2
_FAR_REACH = 8
#: appearances that make somebody the one that a document is about
_PROTAGONIST = 3
#: how many times more often than one told in passing
_MORE = 2
#: words before an emphatic pronoun: a mention and a comma
_BEFORE_EMPHATIC = 2
#: words from the end of a quotation to the pronoun that names who said it
_INCISE = 6
#: what the one that a document is about has over others
_THEME = 1
#: what one who is accused has over others where the pronoun's clause charges whom it names
_CHARGED = 3
#: what a person has over a body, a group or a place that agrees too
_PERSONAL = 4


class Anaphora:
    """Finds the antecedents of pronouns."""

    def __init__(self, narrative: Narrative) -> None:
        self._narrative = narrative

    def of_pronoun(self, candidate: Candidate) -> Cluster | None:
        """The entity that a pronoun or possessive stands for; None if nobody near agrees."""
        if self._takes_latter(candidate):
            return self._latter(candidate)
        named_first = self._emphasized(candidate) or self._topic(candidate)
        if named_first is not None:
            return named_first
        opened = self._to_come(candidate)
        if opened is not None:
            return opened.named
        now = self._narrative.sentence(candidate)
        own, fronted = self._subjects_of_verb(candidate), self._fronted(candidate)
        quoted, charged = {*self._own_quotation(candidate), *fronted}, self._is_charged(candidate, fronted)
        best: tuple[int, Cluster] | None = None
        for told in self._narrative.latest(candidate, reach=_REACH):
            cluster = told.cluster
            if not _agrees(candidate, cluster) or any(cluster is subject for subject in own):
                continue
            if (told.reading == candidate.reading and told.head in quoted) or self._is_lifeless(cluster):
                continue
            if charged and VICTIM in cluster.marks | cluster.categories and not is_accused(cluster):
                continue  # "Interpellé mardi, il a reconnu les faits": not the one whom it was done to
            rank = salience(told, now) + _PERSONAL * (cluster.type is EntityType.PERSON or candidate.plural)
            rank += _THEME * (cluster.named and self._narrative.appearances(cluster) >= _PROTAGONIST)
            rank += _CHARGED * (charged and is_accused(cluster))
            if best is None or rank > best[0]:
                best = rank, cluster
        found = best[1] if best is not None else None
        accused = charged and found is not None and is_accused(found)
        if found is None or (not accused and self._is_in_passing(candidate, found)):
            return self._protagonist(candidate, over=found) or found
        return found

    def _is_in_passing(self, candidate: Candidate, cluster: Cluster) -> bool:
        """``ce fils d'un notaire … Il``: told of lately, but never as a subject."""
        if candidate.lemma in self._narrative.lexicon.profile.words["inversion_pronouns"]:
            return False  # "…, prévient sa porte-parole, X. « … », a-t-elle dit": who speaks stands after her verb
        lately = [t for t in self._narrative.latest(candidate, reach=_REACH) if t.cluster is cluster]
        return cluster.type is EntityType.PERSON and not any(t.subject or t.main for t in lately)

    def _is_lifeless(self, cluster: Cluster) -> bool:
        """``un mort``, ``le corps``: no ``il`` acts that was told of so."""
        return (
            not cluster.named and bool(cluster.lemmas) and cluster.lemmas <= self._narrative.lexicon.reference.lifeless
        )

    def _protagonist(self, candidate: Candidate, over: Cluster | None = None) -> Cluster | None:
        """Where nobody near agrees, or one in passing who was told less: the named person told most often before."""
        if candidate.plural:
            return None
        told: dict[int, tuple[int, Cluster]] = {}
        for appearance in self._narrative.latest(candidate, reach=_FAR_REACH):
            cluster = appearance.cluster
            if cluster.type is EntityType.PERSON and cluster.named and _agrees(candidate, cluster):
                told[id(cluster)] = (told.get(id(cluster), (0, cluster))[0] + 1, cluster)
        number, best = max(told.values(), key=lambda pair: pair[0], default=(0, None))
        least = max(_PROTAGONIST, _MORE * self._narrative.appearances(over) if over is not None else 0)
        return best if number >= least else None

    def _takes_latter(self, candidate: Candidate) -> bool:
        return candidate.lemma in self._narrative.lexicon.reference.latter

    def _emphasized(self, candidate: Candidate) -> Cluster | None:
        """``le ministère, lui, dément``: whoever stands before the comma."""
        reading = self._narrative.readings[candidate.reading]
        if candidate.lemma not in self._narrative.lexicon.reference.emphatic or candidate.head < _BEFORE_EMPHATIC:
            return None
        after = reading.text[candidate.end : candidate.end + 1]
        if reading.doc[candidate.head - 1].text != "," or after not in (",", "."):
            return None
        return next((o for o in self._of_phrase(candidate) if o.may_be(candidate.gender)), None)

    def _of_phrase(self, candidate: Candidate) -> list[Cluster]:
        """Whom the noun phrase before the comma names, its head first: ``l'ambassade de X à Y, elle, dément``."""
        doc = self._narrative.readings[candidate.reading].doc
        owners = (self._narrative.owner.get((candidate.reading, i)) for i in phrase_to(doc[candidate.head - 2]))
        return [owner for owner in owners if owner is not None]

    def _topic(self, candidate: Candidate) -> Cluster | None:
        """``Quant au ministère, il dément``: whom the sentence sets out to speak of."""
        reading = self._narrative.readings[candidate.reading]
        pronoun = reading.doc[candidate.head]
        before = reading.doc[pronoun.sent.start : pronoun.i]
        opening = straight(before.text.lower())
        if not opening.startswith(tuple(self._narrative.lexicon.profile.cues["topic_openings"])):
            return None
        if not opening.rstrip().endswith(","):
            return None
        owners = (self._narrative.owner.get((candidate.reading, t.i)) for t in before)
        return next((o for o in owners if o is not None and o.may_be(candidate.gender)), None)

    def _is_charged(self, candidate: Candidate, fronted: range) -> bool:
        """``Interpellé lundi, il …``, ``Il a été écroué``: whether the pronoun's own clause charges whom it names."""
        lexicon = self._narrative.lexicon
        pronoun: Token = self._narrative.readings[candidate.reading].doc[candidate.head]
        passive = lexicon.profile.is_dep(pronoun.dep_, "passive_subject")
        verbs = [pronoun.doc[fronted.start]] if fronted else [pronoun.head] if passive else []
        return any(lexicon.verbs(verb) & lexicon.profile.cues["arresting_verbs"] for verb in verbs)

    def _fronted(self, candidate: Candidate) -> range:
        """``Arrêté après la libération de X, il …``: whom the fronted clause tells of beside its subject."""
        doc = self._narrative.readings[candidate.reading].doc
        return fronted_clause(doc[candidate.head], self._narrative.lexicon)

    def _to_come(self, candidate: Candidate) -> SubjectToCome | None:
        """``Arrêté alors qu'il fuyait, NOM …``: a pronoun after a fronted participle stands for the subject to come."""
        reading = self._narrative.readings[candidate.reading]
        subject = None if candidate.plural else subject_to_come(reading.doc[candidate.head], self._narrative.lexicon)
        if subject is None:
            return None
        begins = {t.idx for t in subject}
        for cluster in self._narrative.clusters:
            here = any(m.reading == candidate.reading and m.begin in begins for m in cluster.members)
            if here and cluster.named and cluster.may_be(candidate.gender) and not cluster.plural:
                return SubjectToCome(cluster)
        return SubjectToCome(None)

    def _latter(self, candidate: Candidate) -> Cluster | None:
        """``ce dernier``: whoever agrees and was told last."""
        for told in self._narrative.latest(candidate, reach=_REACH):
            if _agrees(candidate, told.cluster):
                return told.cluster
        return None

    def _own_quotation(self, candidate: Candidate) -> range:
        """``« Ils brûlaient le magasin », a-t-il raconté``: who speaks is nobody that the quotation tells of."""
        words = self._narrative.lexicon.profile.words
        doc = self._narrative.readings[candidate.reading].doc
        if candidate.lemma not in words["inversion_pronouns"]:
            return range(0)
        closing = next((t for t in reversed(doc[: candidate.head]) if t.lower_ in words["closing_quotes"]), None)
        if closing is None or candidate.head - closing.i > _INCISE:
            return range(0)
        opening = next((t for t in reversed(doc[: closing.i]) if t.lower_ in words["opening_quotes"]), None)
        return range(opening.i, closing.i) if opening is not None else range(0)

    def _subjects_of_verb(self, candidate: Candidate) -> list[Cluster]:
        """An object pronoun is not its own verb's subject."""
        profile = self._narrative.lexicon.profile
        pronoun: Token = self._narrative.readings[candidate.reading].doc[candidate.head]
        if profile.is_dep(pronoun.dep_, "subject", "passive_subject"):
            return self._judges(pronoun, candidate)
        subjects = [c for c in pronoun.head.children if profile.is_dep(c.dep_, "subject", "passive_subject")]
        owners = [self._narrative.owner.get((candidate.reading, s.i)) for s in subjects]
        return [o for o in owners if o is not None]

    def _judges(self, pronoun: Token, candidate: Candidate) -> list[Cluster]:
        """``Le tribunal juge établi qu'il a payé``: who judges is not of whom it is judged."""
        lexicon = self._narrative.lexicon
        before = pronoun.doc[pronoun.sent.start : pronoun.i]
        opens = bool(before) and before[-1].lower_ in lexicon.profile.words["relative_object"]
        judging = [t for t in before if lexicon.verbs(t) & lexicon.profile.cues["judging_verbs"]]
        if not opens or not judging:
            return []
        owners = [self._narrative.owner.get((candidate.reading, t.i)) for t in before if t.i < judging[-1].i]
        return [o for o in owners if o is not None and o.type is EntityType.ORGANIZATION]


def _agrees(candidate: Candidate, cluster: Cluster) -> bool:
    """Whether a pronoun's gender and number are an entity's; a thing's gender must be known."""
    if not cluster.may_be(candidate.gender):
        return False
    if candidate.plural:
        return (cluster.type is EntityType.GROUP and cluster.plural) or (
            cluster.plural and cluster.type is EntityType.ORGANIZATION
        )
    if cluster.plural:
        return False
    return cluster.type is EntityType.PERSON or bool(cluster.gender and cluster.gender == candidate.gender)
