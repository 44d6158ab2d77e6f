"""Who fills which role of an event: arguments by the trigger's entry, and what stands around an event's noun."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.extract.clusters import Cluster
from kg.extract.marks import PRESUMED, VICTIM, is_accused
from kg.extract.owners import Owner
from kg.extract.parsed import Token
from kg.extract.positions import Positions
from kg.extract.status import describes_suspicion, weakest
from kg.extract.supporting_clauses import Support
from kg.extract.supports import blaming_verb, supports
from kg.extract.surroundings import owners_of_homes, presences
from kg.extract.syntax import Argument, Syntax
from kg.extract.triggers import TriggerMatch
from kg.model import EntityType, Factuality
from kg.vocabulary import ASSAULT, EventClass, Vocabulary

#: PLOVER's class of what police and authorities do in a place
_COERCE = "COERCE"
#: words at the opening of a sentence in which its setting is named
_FRONTED = 4
#: the end of the tag of a singular participle
#: roles of what one may have done without being told to: a journey, a meeting
_SHARED = frozenset({"destination", "participant"})
_SINGULAR = ".s"


@dataclass(frozen=True, slots=True)
class Role:
    """A filler of a role and the word by which it was found."""

    role: str
    cluster: Cluster
    head: Token
    factuality: Factuality


#: what is counted of events that hurt people
_HARM = frozenset({"killed", "injured"})
#: PLOVER codes of what only an accused may have done
_HOSTILE = frozenset({"ASSAULT", "THREATEN"})


class RoleReader:
    """Fills the roles of the events of one reading."""

    def __init__(
        self, vocabulary: Vocabulary, syntax: Syntax, owner: Owner, lists: Mapping[int, tuple[int, ...]]
    ) -> None:
        self._vocabulary = vocabulary
        self._syntax = syntax
        self._owner = owner
        self._positions = Positions(syntax, owner)
        self._lists = lists  #: for the index of a head in a list, the heads of all its items

    def read(self, match: TriggerMatch, arguments: Sequence[Argument], status: Factuality) -> tuple[Role, ...]:
        """The roles of one event, each filler of a role once: by the first word giving it, as guarded as any."""
        event_class = self._vocabulary.events[match.trigger.event_class]
        found: dict[tuple[str, int], Role] = {}
        arguing = self._argument_roles(match, event_class, arguments, status)
        harms = self._vocabulary.is_a(event_class.name, ASSAULT) or bool(_HARM & {*event_class.counts.values()})
        for role in (*arguing, *self._support_roles(match, event_class, status)):
            if harms and role.role == "agent" and self._is_site(role):
                continue
            first = found.setdefault((role.role, id(role.cluster)), role)
            guarded = weakest(first.factuality, role.factuality)
            if role.role == "agent" and (harms or event_class.plover in _HOSTILE) and self._is_called_suspect(role):
                guarded = weakest(guarded, Factuality.ALLEGED)
            found[role.role, id(role.cluster)] = replace(first, factuality=guarded)
        acts = {cluster for role, cluster in found if role == "agent"}  # nobody does it to himself
        return tuple(r for (role, cluster), r in found.items() if role != "patient" or cluster not in acts)

    def _is_called_suspect(self, role: Role) -> bool:
        """``Le suspect a tiré``, ``des menaces émises par le prévenu``: what he did is what he is suspected of.

        So of unnamed ones who were first told of as presumed: ``des jihadistes présumés … les assaillants``.
        """
        if PRESUMED in role.cluster.marks and not role.cluster.named:
            return True
        return role.head.lower_ in self._syntax.profile.cues["suspect_nouns"]

    def _is_site(self, role: Role) -> bool:
        """``a éclaté dans un café, faisant deux morts``: what somebody may attack, and nobody that attacks."""
        return not role.cluster.named and self._syntax.word(role.head, "site_nouns")

    # --- arguments ---------------------------------------------------------------------------------------------

    def _argument_roles(
        self, match: TriggerMatch, event_class: EventClass, arguments: Sequence[Argument], status: Factuality
    ) -> Iterator[Role]:
        for argument in self._listed(arguments, match):
            cluster = self._owner(argument.head)
            if cluster is None:
                continue
            given = match.trigger.roles.get(argument.function)
            role = self._role_of(argument, cluster, match, event_class, given)
            if role is None and given == "agent" and self._vocabulary.is_a(event_class.name, ASSAULT):
                continue  # "qualifie cette attaque de terroriste"
            if role is not None and cluster.type in event_class.roles.get(role, ()):
                blamed = role == "agent" and not match.verbal and blaming_verb(match.head, self._syntax) is not None
                guarded = weakest(status, Factuality.ALLEGED) if blamed else status
                yield self._role(role, cluster, argument.head, guarded)
            elif role != "place" and self._has_place(event_class) and self._may_be_place(argument, cluster, match):
                yield self._role("place", cluster, argument.head, status)

    def _role_of(
        self, argument: Argument, cluster: Cluster, match: TriggerMatch, event_class: EventClass, given: str | None
    ) -> str | None:
        """The role that the trigger's entry gives an argument, corrected by what the argument names; None for none."""
        located = "place" in event_class.roles
        if argument.function == "home":  # "son appartement de Namur"
            return event_class.homes if cluster.type is not EntityType.PLACE else "place" if located else None
        if given is not None and located and self._is_setting(argument, cluster, match):
            return "place"
        if given == "patient" and located and not argument.direct and self._is_town_of(argument, cluster):
            return "place"  # "la fouille de son appartement d'Uccle"
        return self._agent_role(argument, cluster, event_class) if given == "agent" else given

    def _agent_role(self, argument: Argument, cluster: Cluster, event_class: EventClass) -> str | None:
        """What a noun's genitive or a verb's subject is, of those that the entry takes for who does it."""
        assault = self._vocabulary.is_a(event_class.name, ASSAULT)
        if (assault or event_class.plover == _COERCE) and self._is_town_of(argument, cluster):
            return "place"  # "l'attentat de Zaventem", "le coup de filet de Tétouan"
        if assault and (self._is_quality(argument) or self._is_victim(argument, cluster)):
            return None
        if assault and self._is_target(argument, cluster):
            return "patient"  # "l'attaque d'un convoi"
        return "agent"

    def _has_place(self, event_class: EventClass) -> bool:
        return "place" in event_class.roles and not event_class.speech

    def _may_be_place(self, argument: Argument, cluster: Cluster, match: TriggerMatch) -> bool:
        """Whether an argument that fills no role of its own says where: of a verb, a genitive does not."""
        profile = self._syntax.profile
        if cluster.type is not EntityType.PLACE:
            return False
        if argument.function == "object":  # "l'aéroport a été évacué"
            return True
        local = argument.function in profile.words["place_functions"]
        return local and not (match.verbal and argument.function == profile.functions["genitive"])

    def _is_setting(self, argument: Argument, cluster: Cluster, match: TriggerMatch) -> bool:
        """``À Anvers, le bourgmestre a interdit``: a place set before the clause is where, no addressee."""
        dative = argument.function == self._syntax.profile.functions["dative"]
        if (
            not dative
            or cluster.type is not EntityType.PLACE
            or argument.head.i >= self._syntax.first_form(match.head).i
        ):
            return False
        sent, after = argument.head.sent, argument.head.i + 1
        if argument.head.i - sent.start > _FRONTED or after >= sent.end or argument.head.nbor(1).text != ",":
            return False
        following = argument.head.nbor(2) if after + 1 < sent.end else None  # "À Amman, où il a été transporté"
        return following is None or not self._syntax.word(following, "relative_place")

    def _is_town_of(self, argument: Argument, cluster: Cluster) -> bool:
        """A genitive that names a place that is no country: an assault of that place is one that happened there."""
        genitive = argument.function == self._syntax.profile.functions["genitive"]
        return genitive and cluster.type is EntityType.PLACE and cluster.place is not None and not cluster.place.country

    def _is_quality(self, argument: Argument) -> bool:
        """A common noun right after the preposition or a quotation mark, in the singular: names no one."""
        head, syntax = argument.head, self._syntax
        if (
            argument.function != syntax.profile.functions["genitive"]
            or head.i <= head.sent.start
            or head.pos_ == "PROPN"
        ):
            return False
        if head.lower_ in syntax.profile.collectives:
            return True  # "l'attentat fait des dizaines de morts", cut wrongly
        before = head.nbor(-1)
        bare = syntax.word(before, "indefinite") and syntax.listed(before) == argument.function
        singular = head.morph.get("Number", []) != ["Plur"]
        return (bare or syntax.word(before, "opening_quotes")) and head.text[0].islower() and singular

    def _is_victim(self, argument: Argument, cluster: Cluster) -> bool:
        """``« ils ont bombardé »``: a pronoun for unnamed people who are told of as victims names no assailants."""
        pronoun = argument.head.pos_ == "PRON"
        told = VICTIM in cluster.marks | cluster.categories and not is_accused(cluster)
        return pronoun and told and not cluster.named

    def _is_target(self, argument: Argument, cluster: Cluster) -> bool:
        """A genitive that names what is attacked, not who attacks: a common noun that is none for fighters."""
        if argument.function != self._syntax.profile.functions["genitive"]:
            return False
        cues, noun = self._syntax.profile.cues, argument.head.lower_
        if noun in cues["target_nouns"]:
            return True
        fights = noun in cues["fighter_nouns"] or is_accused(cluster) or "collective" in cluster.categories
        if cluster.named:  # "l'attentat du Parlement de X"
            return any(name.split()[0].lower() in cues["target_nouns"] for name in cluster.names)
        return not fights

    def _listed(self, arguments: Sequence[Argument], match: TriggerMatch) -> Iterator[Argument]:
        """Each argument, and those that stand in a list with it."""
        behind = (*presences(arguments, self._syntax), *owners_of_homes(arguments, self._syntax))
        single = self._is_singular_participle(match)
        for argument in (*arguments, *behind):
            undergoes = argument.function in ("object", "subject")
            if undergoes and (single or self._has_each_its_own(argument.head, match)):
                nearest = [at for at in self._lists.get(argument.head.i, ()) if at < match.head.i]
                yield replace(argument, head=argument.head.doc[max(nearest, default=argument.head.i)])
                continue
            yield argument
            for at in self._lists.get(argument.head.i, ()):
                if at != argument.head.i:
                    yield Argument(argument.function, argument.head.doc[at], direct=False)

    def _is_singular_participle(self, match: TriggerMatch) -> bool:
        """``la remise de X et d'une femme arrêtée à Y``: said of the last one alone."""
        bare = match.verbal and self._syntax.is_participle(match.head) and not self._syntax.auxiliaries(match.head)
        tags = self._syntax.tags(match.head)
        return bare and bool(tags) and all(tag.endswith(_SINGULAR) for tag in tags)

    def _has_each_its_own(self, noun: Token, match: TriggerMatch) -> bool:
        """``deux victimes décédées et dix-neuf personnes blessées``: each with a participle right after it."""
        items = [noun.doc[at] for at in self._lists.get(noun.i, ()) if at + 1 < noun.sent.end]
        own = [t for t in items if self._syntax.can_be_past_participle(t.nbor(1)) and t.nbor(1).pos_ != "AUX"]
        beside = match.verbal and any(t.nbor(1) is match.head for t in own)
        return beside and len(own) > 1

    def _role(self, role: str, cluster: Cluster, head: Token, status: Factuality) -> Role:
        """A role; an agent who is only called a suspect is alleged."""
        if role == "agent" and describes_suspicion(head, self._syntax):
            status = weakest(status, Factuality.ALLEGED)
        return Role(role, cluster, head, status)

    def _is_mutual(self, support: Support, event_class: EventClass) -> bool:
        """``X et Y ont conclu un accord``: several who do what takes several do it with each other."""
        if "participant" not in event_class.roles:
            return False
        cluster = self._owner(support.head)
        several = len(self._syntax.conjuncts(support.head)) > 1 or support.head.i in self._lists
        return several or (cluster is not None and bool(cluster.parts))

    # --- what stands around a noun -----------------------------------------------------------------------------

    def _support_roles(self, match: TriggerMatch, event_class: EventClass, status: Factuality) -> Iterator[Role]:
        """Fillers that a light verb, a participle or a noun such as ``auteur`` brings to an event's noun."""
        if match.verbal:
            return
        shared = bool(_SHARED & event_class.roles.keys())
        for support in supports(match, self._syntax, self._positions, implied=shared):
            cluster = self._owner(support.head)
            wanted = support.role
            if wanted == "agent" and ("agent" not in event_class.roles or self._is_mutual(support, event_class)):
                wanted = "participant"
            elif wanted == "home":
                wanted = event_class.homes or wanted
            if cluster is not None and cluster.type in event_class.roles.get(wanted, ()):
                yield self._role(wanted, cluster, support.head, weakest(status, support.factuality))
