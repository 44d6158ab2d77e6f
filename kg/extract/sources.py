"""Who is behind a word: of a communiqué its author, of ``la même source`` the last one told."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clusters import Cluster
from kg.extract.owners import Owner
from kg.extract.parsed import Token
from kg.extract.speakers import is_anybody
from kg.extract.syntax import Syntax


def source_behind(head: Token, syntax: Syntax, owner: Owner, last: Cluster | None) -> Cluster | None:
    """The entity behind the word: of a communiqué its author, of ``la même source`` the last one told."""
    near = (*head.children, *head.doc[max(0, head.i - 1) : head.i])
    if any(syntax.word(t, "same") for t in near):
        return last
    cues = syntax.profile.cues
    if head.lower_ not in cues["source_nouns"]:
        goes_on = syntax.word(head, "inversion_pronouns") and not is_anybody(head, syntax)
        return owner(head) or _titled(head, owner) or (last if goes_on else None)  # "a-t-il ajouté"
    for token in authors(head, syntax):
        found = owner(token)
        if found is not None:
            return found
    named = owner(head) if head.lower_ in cues["personal_sources"] else None
    takes_last = head.lower_ in cues["source_texts"] and syntax.is_definite(head)
    return last if named is None and takes_last else named


def _titled(noun: Token, owner: Owner) -> Cluster | None:
    """``Me Ingrid Mestdagh``, ``M. Dupont``: the name right after a word that is part of no mention."""
    following = noun.nbor(1) if noun.i + 1 < noun.sent.end else None
    return owner(following) if following is not None and following.pos_ == "PROPN" else None


def authors(noun: Token, syntax: Syntax) -> Iterator[Token]:
    """Who is behind a text: ``un communiqué du parquet``, ``des chiffres publiés par X``."""
    functions = syntax.profile.functions
    if noun.lower_ in syntax.profile.cues["personal_sources"]:  # "une source citée par l'agence" is no text of that one
        yield from (a.head for a in syntax.obliques(noun) if a.function == functions["genitive"])
        return
    near = [a.head for a in syntax.obliques(noun) if a.function in (functions["genitive"], functions["agentive"])]
    for child in syntax.children(noun, "adnominal"):
        near += syntax.passive_agents(child)
    yield from near
    for token in near:
        yield from syntax.passive_agents(token)
