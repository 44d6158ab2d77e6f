"""What a noun takes up: someone called by the same noun, of the same part in what was told, or a listed body."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.extract.candidate import Candidate
from kg.extract.clusters import Cluster
from kg.extract.determiners import determiner_of
from kg.extract.marks import ACCUSED, VICTIM
from kg.extract.narrative import Narrative, Told
from kg.extract.sameness import Sameness
from kg.language.spelling import spaced_key
from kg.model import EntityType, PassageKind

#: sentences back that a definite noun may reach: for a person, for one of a known part, and for a body
_NOUN_REACH = 6
_PART_REACH = 14
_BODY_REACH = 15
#: a noun seldom takes up whom its own sentence told (``Selon lui, l'intéressé …``)
_SAME_SENTENCE = 4
#: how much less a suspect who became a victim is taken up by a noun for anybody
_UNDERGONE = 2
#: sentences in which the only person told is taken for the suspect
_NEAR = 2


class Antecedents:
    """Looks back in what was told."""

    def __init__(self, narrative: Narrative) -> None:
        self._narrative = narrative
        self._lexicon = narrative.lexicon
        self._sameness = Sameness(narrative)

    def of_noun(self, candidate: Candidate) -> Cluster | None:
        """The entity that a nominal takes up: called the same, else what a definite noun may stand for."""
        same = self.called_the_same(candidate)
        if same is not None or self._sameness.is_other(candidate):
            return same
        if candidate.lemma in self._lexicon.reference.clients:
            return self._of_lawyer(candidate)
        if not candidate.definite:
            return self._of_title(candidate)
        if self._is_possessed(candidate) and candidate.category not in (ACCUSED, VICTIM):
            return None  # ``son voisin`` is somebody else
        if candidate.type is EntityType.ORGANIZATION:
            return self._latest(candidate, self._may_be_body, _BODY_REACH) if not candidate.plural else None
        if candidate.category == "place":
            return self._latest(candidate, self._may_be_country, _NOUN_REACH)
        if candidate.plural or candidate.type is EntityType.GROUP:
            return self._latest(candidate, self._may_be_group, _PART_REACH)
        return self._best_person(candidate)

    def _of_lawyer(self, candidate: Candidate) -> Cluster | None:
        """``mon client``, whom a lawyer speaks for: who is accused, else the person told last who is no lawyer."""
        clients, before = self._lexicon.reference.clients, self._word_before(candidate)
        if candidate.plural or not before & (self._possessives | self._lexicon.reference.speaker_possessives):
            return None
        told = [t.cluster for t in self._persons(candidate) if t.cluster.may_be(candidate.gender)]
        others = [c for c in told if c.named and not c.lemmas & self._lawyers]
        accused = (c for c in others if ACCUSED in c.marks | c.categories or c.lemmas & clients)
        return next(accused, None) or next(iter(others), None)

    @property
    def _lawyers(self) -> frozenset[str]:
        """Nouns (lemmas) for who speaks for a client."""
        reference = self._lexicon.reference
        return frozenset().union(*(reference.stands_for.get(client, ()) for client in reference.clients))

    def _is_possessed(self, candidate: Candidate) -> bool:
        """``son voisin``; ``X, dont le frère``."""
        before = self._narrative.readings[candidate.reading].text[: candidate.begin].lower()
        last = before.replace("l'", "l' ").replace("l’", "l' ").split()[-2:]
        of = self._lexicon.profile.words["relative_of"]
        return bool(self._word_before(candidate) & self._possessives) or (len(last) > 1 and last[0] in of)

    @property
    def _possessives(self) -> frozenset[str]:
        return self._lexicon.profile.words["possessive"]

    def _word_before(self, candidate: Candidate) -> frozenset[str]:
        """The word before a nominal, in lower case; none at the opening."""
        before = self._narrative.readings[candidate.reading].text[: candidate.begin].split()[-1:]
        return frozenset(word.lower() for word in before)

    def called_the_same(self, candidate: Candidate) -> Cluster | None:
        """An earlier entity called by the same noun: always for definite nouns, for bare plurals if nothing differs."""
        for told in self._narrative.latest():
            cluster = told.cluster
            fits = cluster.type is candidate.type and cluster.plural == candidate.plural
            if not fits or not cluster.is_called(candidate.lemma):
                continue
            if self._is_possessed(candidate) and not cluster.may_be(candidate.gender):
                continue  # "la compagne de X … son compagnon"
            if candidate.category == "kin" or self._sameness.is_other(candidate):
                return None
            if self._sameness.agree(candidate, cluster) and not self._sameness.ages_differ(candidate, cluster):
                return cluster
        return None

    def _of_title(self, candidate: Candidate) -> Cluster | None:
        """``Une médecin enlevée`` (title) … ``une médecin a été enlevée``: the text tells anew what its title told."""
        for told in self._narrative.latest():
            cluster = told.cluster
            alike = cluster.type is candidate.type and cluster.plural == candidate.plural and not cluster.named
            if alike and candidate.lemma in cluster.lemmas and all(map(self._in_title, cluster.members)):
                return cluster if self._sameness.compatible(candidate, cluster) else None
        return None

    def _in_title(self, member: Candidate) -> bool:
        return self._narrative.readings[member.reading].passage.kind is PassageKind.TITLE

    def _latest(self, candidate: Candidate, fits: Callable[[Candidate, Cluster], bool], reach: int) -> Cluster | None:
        """The entity told last, at most ``reach`` sentences before, that a nominal may take up."""
        for told in self._narrative.latest(candidate, reach=reach):
            if told.cluster.type is candidate.type and fits(candidate, told.cluster):
                return told.cluster
        return None

    # --- groups, bodies and places -----------------------------------------------------------------------------

    def _may_be_group(self, candidate: Candidate, cluster: Cluster) -> bool:
        """``les suspects``: several persons accused before; ``les assaillants``: the ``terroristes``."""
        if cluster.plural != candidate.plural or cluster.named or not cluster.may_be(candidate.gender):
            return False
        if not self._sameness.compatible(candidate, cluster):
            return False
        figure, _ = self._sameness.figure(candidate)
        counted = figure and figure == cluster.figure and _is_any_group(candidate, cluster)
        if self._stands_for(candidate, cluster) or counted:
            return True
        if candidate.category == "accused":
            return ACCUSED in cluster.marks | cluster.categories and VICTIM not in cluster.categories
        return candidate.category == "victim" and VICTIM in cluster.marks | cluster.categories

    def _stands_for(self, candidate: Candidate, cluster: Cluster) -> bool:
        return bool(self._lexicon.reference.stands_for.get(candidate.lemma, frozenset()) & cluster.lemmas)

    def _may_be_body(self, candidate: Candidate, cluster: Cluster) -> bool:
        """``le ministère``: the one whose name opens so; ``l'organisation``: a listed armed group."""
        reference = self._lexicon.reference
        if not cluster.named or candidate.lemma in reference.generic_bodies or self._has_complement(candidate):
            return False
        lemma = spaced_key(candidate.lemma)
        if any(key == lemma or key.startswith(f"{lemma} ") for key in cluster.keys):
            return True
        entry = self._lexicon.organizations.by_id(cluster.authority)
        return entry is not None and entry.kind in reference.body_kinds.get(candidate.lemma, frozenset())

    def _has_complement(self, candidate: Candidate) -> bool:
        """``le tribunal de Mons``, ``l'armée malienne``: told apart by what follows, it takes up no other."""
        return bool(self._sameness.complement(candidate)) or " " in candidate.text.removeprefix(candidate.lemma).strip()

    def _may_be_country(self, candidate: Candidate, cluster: Cluster) -> bool:
        """``le Royaume``: the kingdom told most; ``le pays``: the country told last."""
        allowed = self._lexicon.profile.country_nouns[candidate.lemma]
        if not cluster.named or not self._is_country_of(cluster, allowed):
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

    # --- persons -----------------------------------------------------------------------------------------------

    def _best_person(self, candidate: Candidate) -> Cluster | None:
        """Of the persons whom a definite singular may take up: near ones and themes before others."""
        now = self._narrative.sentence(candidate)
        best: tuple[int, Cluster] | None = None
        for told in self._persons(candidate):
            if told.sentence == now and (candidate.category == ACCUSED or self._is_another(candidate)):
                continue  # "a confirmé à X que le suspect a été arrêté": nobody is called so for standing beside
            if self._may_be_person(candidate, told.cluster):
                rank = salience(told, now) - _SAME_SENTENCE * (told.sentence == now)
                rank -= _UNDERGONE * (VICTIM in told.cluster.marks and ACCUSED in told.cluster.categories)
                if best is None or rank > best[0]:
                    best = rank, told.cluster
        return best[1] if best is not None else None

    def _is_another(self, candidate: Candidate) -> bool:
        """``X a porté plainte contre l'homme qui l'a agressé``: in its own sentence no theme is an object besides."""
        doc = self._narrative.readings[candidate.reading].doc
        head = doc[candidate.head]
        opens = determiner_of(head, self._lexicon) or head
        before = doc[opens.i - 1] if opens.i > head.sent.start else None
        governed = before is not None and before.pos_ in ("ADP", "VERB")
        return governed or self._lexicon.profile.is_dep(head.dep_, "object", "oblique")

    def _persons(self, candidate: Candidate) -> Iterator[Told]:
        reach = _PART_REACH if candidate.category in (ACCUSED, VICTIM) else _NOUN_REACH
        sources = self._lexicon.profile.cues["personal_sources"]
        for told in self._narrative.latest(candidate, reach=reach):
            if told.cluster.type is EntityType.PERSON and not told.cluster.plural and not told.cluster.lemmas & sources:
                yield told

    def _may_be_person(self, candidate: Candidate, cluster: Cluster) -> bool:
        """Whether a definite singular noun may take up a person called by other words."""
        if not cluster.may_be(candidate.gender) or self._sameness.ages_differ(candidate, cluster):
            return False
        told_of = cluster.marks | cluster.categories
        match candidate.category:
            case "accused":
                unnamed = not cluster.named and "generic" in cluster.categories
                only = cluster.named and "function" not in told_of and self._only_person(candidate) is cluster
                undergone = VICTIM in told_of  # "X a été tué … l'assassin": another
                return VICTIM not in cluster.categories and (
                    ACCUSED in told_of or ((unnamed or only) and not undergone)
                )
            case "victim":
                return VICTIM in told_of or self._only_person(candidate) is cluster
            case "generic":
                anybody = cluster.named and not cluster.lemmas & self._lawyers
                suspected = ACCUSED in told_of  # "un inspecteur, soupçonné de … L'homme"
                introduced = not cluster.named and not cluster.members[0].definite
                hurt = introduced and self._suffers(candidate)
                return anybody or suspected or hurt or bool(cluster.categories & {"generic", "demonym"})
            case "demonym":
                return cluster.named
            case _:
                told = cluster.named and not cluster.lemmas & self._lawyers
                introduced = not cluster.named and not cluster.members[0].definite
                pointed = self._is_pointed_at(candidate) and (told or introduced)
                return pointed or self._stands_for(candidate, cluster)

    def _is_pointed_at(self, candidate: Candidate) -> bool:
        """``cet ancien berger de 31 ans``: whom the text was speaking of, called by what else he is."""
        head = self._narrative.readings[candidate.reading].doc[candidate.head]
        determiner = determiner_of(head, self._lexicon)
        return determiner is not None and determiner.lower_ in self._lexicon.profile.words["demonstratives"]

    def _suffers(self, candidate: Candidate) -> bool:
        """``un surveillant a été frappé … L'homme souffre d'une fracture``: whatever else he does, another may do."""
        head = self._narrative.readings[candidate.reading].doc[candidate.head]
        profile = self._lexicon.profile
        verbs = profile.cues["victim_verbs"] | profile.cues["suffering_verbs"]
        return profile.is_dep(head.dep_, "subject", "passive_subject") and bool(self._lexicon.verbs(head.head) & verbs)

    def _only_person(self, candidate: Candidate) -> Cluster | None:
        """The one person that the last sentences tell of: with two, nobody is taken for the suspect."""
        now = self._narrative.sentence(candidate)
        near = {id(t.cluster): t.cluster for t in self._persons(candidate) if now - t.sentence <= _NEAR}
        return next(iter(near.values())) if len(near) == 1 else None


def _is_any_group(candidate: Candidate, cluster: Cluster) -> bool:
    """Whether one of two groups of as many is called by a noun for anybody: ``deux agents`` are no ``deux cousins``."""
    anybody = {"generic", "", ACCUSED, VICTIM}
    return candidate.category in anybody or bool(cluster.categories & anybody)


def salience(told: Told, now: int) -> int:
    """How readily an appearance is taken up: the theme of a sentence before its other subjects, near before far."""
    return 3 * told.main + (told.subject and not told.main) - 3 * (now - told.sentence)
