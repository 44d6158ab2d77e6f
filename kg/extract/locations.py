"""Where a text locates something: named places in a complement of place, and those in one list with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.extract.clusters import Cluster
from kg.extract.owners import Owner
from kg.extract.parsed import Doc, Token
from kg.extract.syntax import Syntax
from kg.extract.syntax.words import is_conjugated
from kg.model import EntityType

#: words around one of a place's words in which the others of the same mention stand
_MAX_PLACE_NAME = 5
#: words from a place's name back to the participle that says how somebody there was reached
_TO_CONTACT = 6
#: words between a noun for a site and its name
_MAX_SITE = 3


def listed_with(head: Token, cluster: Cluster, owner: Owner, lists: Mapping[int, tuple[int, ...]]) -> Iterator[Cluster]:
    """``à Mons, Namur et Liège``: the places in one list with a place."""
    near = head.doc[max(head.sent.start, head.i - _MAX_PLACE_NAME) : head.i + _MAX_PLACE_NAME]
    for token in (t for t in near if owner(t) is cluster):
        for at in lists.get(token.i, ()):
            other = owner(head.doc[at])
            if other is not None and other is not cluster and other.type is EntityType.PLACE:
                yield other


def locations(doc: Doc, syntax: Syntax, owner: Owner) -> Iterator[tuple[Token, Cluster]]:
    """Named places in a complement of place, each mention by its head."""
    seen: set[int] = set()
    for token in doc:
        cluster = owner(token)
        if cluster is None or cluster.type is not EntityType.PLACE or not cluster.named or token.i in seen:
            continue
        near = doc[
            max(token.sent.start, token.i - _MAX_PLACE_NAME) : min(token.sent.end, token.i + 1 + _MAX_PLACE_NAME)
        ]
        inside = [t for t in near if owner(t) is cluster]
        seen |= {t.i for t in inside}
        head = next((t for t in inside if t.head not in inside), token)
        before = _preposition_before(inside[0], syntax) or syntax.preposition(head)
        if _is_where_reached(inside[0], syntax):
            continue
        if (
            before in syntax.profile.words["place_prepositions"]
            or _is_bare_site(inside[0])
            or _names_site(inside[0], syntax)
            or heads_title(inside, syntax)
            or _follows_phrase(inside[0], syntax)
        ):
            yield head, cluster


def _is_where_reached(first: Token, syntax: Syntax) -> bool:
    """``Joint par téléphone à X, un témoin raconte l'attaque``: where he is, not where it happened."""
    for token in reversed(first.doc[max(first.sent.start, first.i - _TO_CONTACT) : first.i]):
        if token.text == "," or is_conjugated(token):
            return False
        if syntax.can_be(token, "contacting_verbs") and syntax.can_be_past_participle(token):
            return not syntax.auxiliaries(token)
    return False


def _follows_phrase(first: Token, syntax: Syntax) -> bool:
    """``aux abords de X``, ``au large de la Libye``: a phrase of nearness, ``de`` and a place's name."""
    at, start = first.i - 1, first.sent.start
    while at > start and first.doc[at].pos_ == "DET":
        at -= 1
    if at <= start or syntax.listed(first.doc[at]) != syntax.profile.functions["genitive"]:
        return False
    return syntax.lowered_before(first.doc[at]).rstrip().endswith(tuple(syntax.profile.cues["place_phrases"]))


def _preposition_before(token: Token, syntax: Syntax) -> str | None:
    at = token.i - 1
    while at >= token.sent.start and token.doc[at].pos_ == "DET":
        at -= 1
    if at < token.sent.start or token.doc[at].pos_ != "ADP":
        return None
    outer = token.doc[at - 1] if at > token.sent.start else None  # "près de X"
    compound = outer is not None and outer.pos_ in ("ADP", "ADV") and syntax.word(token.doc[at], "contracted_de")
    return outer.lower_ if outer is not None and compound else token.doc[at].lower_


def _names_site(first: Token, syntax: Syntax) -> bool:
    """``au port de X``, ``dans la région de X``: a noun for a site in a complement of place, and its name."""
    doc, start, at = first.doc, first.sent.start, first.i - 1
    while at > start and doc[at].pos_ == "DET":
        at -= 1
    if at <= start or syntax.listed(doc[at]) != syntax.profile.functions["genitive"]:
        return False
    for noun in reversed(doc[max(start, at - _MAX_SITE) : at]):
        if syntax.word(noun, "site_nouns"):
            before = _preposition_before(noun, syntax)
            return before is not None and syntax.listed(doc[noun.i - 1]) != syntax.profile.functions["genitive"]
        if noun.pos_ != "ADJ":
            return False
    return False


def heads_title(name: Sequence[Token], syntax: Syntax) -> bool:
    """``Salé : un homme arrêté``: a place and a colon at the opening of a sentence say where."""
    first, after = name[0], name[-1].i + 1
    opens = all(t.is_space or t.is_punct for t in first.doc[first.sent.start : first.i])
    return opens and after < len(first.doc) and syntax.word(first.doc[after], "title_colons")


def _is_bare_site(first: Token) -> bool:
    """``arrêté place Rogier``: a street or square needs no preposition."""
    return first.text[0].islower() and (first.i == first.sent.start or first.nbor(-1).pos_ not in ("ADP", "DET"))
