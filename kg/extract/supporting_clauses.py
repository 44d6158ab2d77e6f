"""Who takes part in what a noun names, by the state someone is in and by the relative clause that follows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.parsed import Token
from kg.extract.participles import in_state, qualified_by
from kg.extract.positions import Positions
from kg.extract.status import factuality
from kg.extract.syntax import Syntax
from kg.extract.triggers import TriggerMatch
from kg.model import EntityType, Factuality

#: words after a noun in which a relative clause with a light verb ends
_RELATIVE_REACH = 16


@dataclass(frozen=True, slots=True)
class Support:
    """A word that fills a role of a noun's event: ``home`` stands for whose home it is about."""

    role: str
    head: Token
    factuality: Factuality = Factuality.ASSERTED  #: of taking part, whatever that of the event


def of_state(match: TriggerMatch, syntax: Syntax, positions: Positions) -> Iterator[Support]:
    """``X, en visite à Y``, ``un homme en garde à vue``, ``a passé un an en détention``: who is in that state.

    ``X, sous blocus``, ``X, placé sous sanctions``: who undergoes it.
    """
    role, first = match.trigger.roles.get("possessive"), match.head
    if first.i <= first.sent.start:
        return
    before = first.nbor(-1)
    in_it = syntax.listed(before) == syntax.profile.functions["jointly"]
    taken = "patient" if syntax.word(before, "undergoing_prepositions") else role if in_it else None
    if taken is None or before.pos_ != "ADP":
        return
    mention = in_state(positions, before) or _placed(before, syntax, positions)
    found = [mention] if mention is not None else _lasting(before, syntax)
    yield from (Support(taken, token) for token in found)


def _placed(preposition: Token, syntax: Syntax, positions: Positions) -> Token | None:
    """``Placé sous sanctions, X``: of whom the participle is said."""
    before = preposition.nbor(-1) if preposition.i > preposition.sent.start else None
    if before is None or not syntax.can_be(before, "placing_verbs") or not syntax.is_participle(before):
        return None
    return qualified_by(positions, before, frozenset(EntityType))


def _lasting(preposition: Token, syntax: Syntax) -> list[Token]:
    """``X vient de passer un an en détention``, ``X est toujours en garde à vue``: the subject of the verb before."""
    at, doc, start = preposition.i - 1, preposition.doc, preposition.sent.start
    while at > start and (doc[at].pos_ in ("ADV", "DET", "NUM") or syntax.is_time(doc[at])):
        at -= 1
    verb = doc[at]
    if not syntax.can_be(verb, "staying_verbs"):
        return []
    copula = verb.pos_ == "AUX" and verb.head is not verb  # the state is the predicate: its subject hangs on the noun
    return syntax.surface_subjects(verb.head if copula else verb)


def of_relative(noun: Token, syntax: Syntax, positions: Positions) -> Iterator[Support]:
    """The clause that a relative pronoun opens after a noun.

    ``l'accord que X et Y ont signé``: the subjects of a light verb whose object the noun is; ``le mandat qui vise X``:
    whom it is against; ``l'enlèvement que X impute à Y``: who is said to have done it.
    """
    opened = ""
    for token in noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + _RELATIVE_REACH)]:
        if syntax.word(token, "relative_object"):
            opened = "object"
        elif syntax.word(token, "relative_subject"):
            opened = "subject"
        elif token.pos_ == "VERB" and opened:
            yield from _of_clause(noun, token, opened, syntax, positions)
            return
        elif token.pos_ == "VERB" and not syntax.is_participle(token):
            return


def _of_clause(noun: Token, verb: Token, opened: str, syntax: Syntax, positions: Positions) -> Iterator[Support]:
    status = factuality(verb, syntax, verbal=True)
    if opened == "subject":
        if syntax.can_be(verb, "targeting_verbs") and not syntax.is_passive(verb):
            yield from _targets(verb, status, syntax, positions)
        return
    if syntax.can_be(verb, "blaming_verbs"):
        dative = syntax.profile.functions["dative"]
        yield from (Support("agent", a.head, Factuality.ALLEGED) for a in syntax.obliques(verb) if a.function == dative)
    light = syntax.profile.light_verbs
    for lemma in sorted(syntax.lemmas(verb) & light.keys()):
        between = [s for s in positions.stretches(noun.doc[noun.i : verb.i]) if not s.governed]
        inverted = [s for s in positions.stretches(verb.sent) if s.first.i > verb.i]  # "que subit l'hôtel"
        for stretch in between or [s for s in inverted[:1] if not s.governed]:
            yield Support(light[lemma], stretch.last, status)


def of_entrusting(noun: Token, syntax: Syntax) -> Iterator[Support]:
    """``L'enquête, ouverte lundi, a été confiée à X``: who does what others have given him to do."""
    verbs = [noun.head] if syntax.is_(noun, "passive_subject", "subject", "object") else []
    for verb in (*verbs, *syntax.children(noun, "adnominal", "relative")):
        if syntax.can_be(verb, "entrusting_verbs") and verb is not noun:
            dative = syntax.profile.functions["dative"]
            status = factuality(verb, syntax, verbal=True)
            yield from (Support("agent", a.head, status) for a in syntax.obliques(verb) if a.function == dative)


def _targets(verb: Token, status: Factuality, syntax: Syntax, positions: Positions) -> Iterator[Support]:
    """What was hit, and where: of what names nobody (``le marché de Maroua``) its complement says where."""
    genitive = syntax.profile.functions["genitive"]
    for head in syntax.objects(verb):
        cluster = positions.owner(head)
        if cluster is None:
            yield from (Support("place", a.head, status) for a in syntax.obliques(head) if a.function == genitive)
        else:
            city = cluster.type is EntityType.PLACE and cluster.place is not None and not cluster.place.country
            yield Support("place" if city else "patient", head, status)
