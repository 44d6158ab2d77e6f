"""Whom a participle is said of, wherever the parser hung it: who stands before it, or the subject to come."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kg.extract.parsed import Token
from kg.extract.positions import PARTICIPLE_REACH, Positions
from kg.extract.stretches import Stretch, agrees_in_gender, agrees_in_number
from kg.extract.syntax.words import VERBAL, is_conjugated
from kg.model import EntityType

#: words after a participle at the opening in which the comma stands before its subject
_FRONTED_REACH = 14
#: words after that comma in which the subject stands
_SUBJECT_REACH = 6
#: words between a participle and the mention that it is joined to by a conjunction
_JOINED_REACH = 14
_STOPS = frozenset({";", ":"})
_CHAIN = 4


def in_state(positions: Positions, preposition: Token) -> Token | None:
    """Whom a state is said of (``X, en visite``, ``En déplacement à Mons, X``): who stands before or follows."""
    before = positions.before(preposition)
    if before is not None:
        return before.head
    return _subject_to_come(positions, preposition, frozenset(EntityType)) if _opens(positions, preposition) else None


def qualified_by(positions: Positions, participle: Token, types: Collection[EntityType]) -> Token | None:
    """Whom a bare participle is said of: the mention that it follows, else the subject that it precedes."""
    if _opens(positions, participle):
        return _subject_to_come(positions, participle, types)
    passive = _passive_in_row(positions, participle)
    if passive is not None:  # "X, arrêté puis relâché"
        bare = not positions.syntax.auxiliaries(passive)
        shared = qualified_by(positions, passive, types) if bare else _subject_of(positions, passive, types)
        if shared is not None or bare:
            return shared
    chain = [s for s in _chain(positions, participle) if s.cluster.type in types]
    fits = [s for s in chain if agrees_in_number(participle, s, positions.syntax)]
    fits = [s for s in fits if agrees_in_gender(participle, s, positions.syntax)]
    if fits and fits[0].cluster.type is not EntityType.PERSON and participle.nbor(-1).text == ",":
        person = next((s for s in fits if s.cluster.type is EntityType.PERSON), fits[0])
        return person.head  # "le chef du groupe, arrêté à Gao"
    return fits[0].head if fits else _joined(positions, participle, types)


def _joined(positions: Positions, participle: Token, types: Collection[EntityType]) -> Token | None:
    """``NOM, 38 ans, gérant d'un garage et déjà condamné``: a participle that a conjunction adds to an apposition."""
    doc, at, start = participle.doc, participle.i - 1, participle.sent.start
    while at > start and doc[at].pos_ == "ADV":
        at -= 1
    if doc[at].pos_ != "CCONJ":
        return None
    for stretch in reversed(positions.stretches(participle.sent)):
        between = doc[stretch.last.i + 1 : participle.i]
        if stretch.last.i >= at or stretch.cluster.type is not EntityType.PERSON:
            continue
        broken = any(positions.syntax.is_finite_verb(t) or t.text in _STOPS for t in between) or positions.relatives(
            between
        )
        fits = stretch.cluster.type in types and agrees_in_number(participle, stretch, positions.syntax)
        near = len(between) <= _JOINED_REACH and not broken and not stretch.governed
        return stretch.head if fits and near and agrees_in_gender(participle, stretch, positions.syntax) else None
    return None


def _chain(positions: Positions, participle: Token) -> Iterator[Stretch]:
    """The mention right before a participle, and those of which it is the complement, nearest first."""
    before = positions.before(participle) or _before_complement(positions, participle)
    while before is not None:
        yield before
        before = _governor(positions, before)


def _before_complement(positions: Positions, participle: Token) -> Stretch | None:
    """``les passagers de deux autocars enlevés``: a mention whose complement names nobody."""
    for stretch in reversed(positions.stretches(participle.sent)):
        if stretch.last.i < participle.i:
            between = participle.doc[stretch.last.i + 1 : participle.i]
            genitive = positions.syntax.profile.functions["genitive"]
            opens = len(between) > 1 and positions.syntax.listed(between[0]) == genitive
            nominal = all(t.pos_ in ("ADP", "DET", "NUM", "NOUN", "ADJ") for t in between)
            return stretch if opens and nominal and len(between) <= PARTICIPLE_REACH else None
    return None


def _passive_in_row(positions: Positions, participle: Token) -> Token | None:
    """``X a été mis en examen par le juge Y, puis placé en détention``: the passive verb that goes on."""
    doc, at, start = participle.doc, participle.i - 1, participle.sent.start
    while at > start and doc[at].pos_ == "ADV" and not positions.syntax.word(doc[at], "sequence_words"):
        at -= 1
    if at <= start or not (doc[at].pos_ == "CCONJ" or positions.syntax.word(doc[at], "sequence_words")):
        return None
    for token in reversed(doc[start:at]):
        if token.text in _STOPS or positions.syntax.subordinates(token) or token.pos_ == "SCONJ":
            return None
        if token.pos_ in VERBAL and positions.syntax.can_be_past_participle(token):
            return token if positions.syntax.is_passive(token) else None
    return None


def _subject_of(positions: Positions, verb: Token, types: Collection[EntityType]) -> Token | None:
    """By dependency, else by position."""
    for token in positions.syntax.surface_subjects(verb):
        owner = positions.owner(token)
        if owner is not None and owner.type in types:
            return token
    return positions.subject(verb, types)


def _opens(positions: Positions, participle: Token) -> bool:
    """Whether neither a mention nor a conjugated verb stands before a word in its sentence."""
    before = participle.doc[participle.sent.start : participle.i]
    return not any(positions.syntax.is_finite_verb(t) or positions.owner(t) is not None for t in before)


def _governor(positions: Positions, stretch: Stretch) -> Stretch | None:
    """``un habitant de X, arrêté``: the mention of which another is the complement."""
    if not stretch.governed:
        return None
    inside = [s for s in positions.stretches(stretch.first.sent) if s.last.i < stretch.first.i]
    if not inside or stretch.first.i - inside[-1].last.i > _CHAIN:
        return None
    between = stretch.first.doc[inside[-1].last.i + 1 : stretch.first.i]
    return inside[-1] if all(t.pos_ in ("ADP", "DET", "ADJ", "NOUN") for t in between) else None


def _subject_to_come(positions: Positions, participle: Token, types: Collection[EntityType]) -> Token | None:
    """``Arrêté lundi à Mons, X a été …``: the first bare mention after the comma."""
    sent = participle.sent
    reach = min(sent.end, participle.i + _FRONTED_REACH)
    commas = [t.i for t in participle.doc[participle.i + 1 : reach] if t.text == ","]
    later = (t for t in sent if t.i > participle.i and t.pos_ != "DET")
    pronouns = [t.i for t in later if t.lower_ in positions.syntax.profile.pronouns]
    for stretch in positions.stretches(sent):
        near = [at for at in commas if 0 < stretch.first.i - at <= _SUBJECT_REACH]
        # "Arrêté à X alors qu'il tentait, selon le parquet, de fuir, NOM a …": beyond reach, if nothing else may be it
        far = not near and stretch.first.i > reach and _is_main_subject(positions, stretch)
        if far or (near and not stretch.governed and not positions.relatives(sent.doc[near[-1] + 1 : stretch.first.i])):
            unknown = any(commas[0] < at < stretch.first.i for at in pronouns) if near else False
            return stretch.head if stretch.cluster.type in types and not unknown else None
    return None


def _is_main_subject(positions: Positions, stretch: Stretch) -> bool:
    """Whether a mention stands right after a comma as the subject of a conjugated verb right after it."""
    syntax, doc, sent, at = positions.syntax, stretch.first.doc, stretch.first.sent, stretch.first.i - 1
    while at > sent.start and doc[at].pos_ in ("DET", "ADJ", "NUM"):
        at -= 1
    after = stretch.last.i + 1
    while after < sent.end and syntax.word(doc[after], "negation_particle", "reflexive", "object_clitics"):
        after += 1
    verb = doc[after] if after < sent.end else None
    finite = verb is not None and is_conjugated(verb)
    return finite and doc[at].text == "," and not stretch.governed
