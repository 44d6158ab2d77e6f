"""What a mention's clause says of someone's part: accused, or a victim. Helps to tell whom ``le suspect`` takes up."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clusters import Cluster
from kg.extract.lexicon import Lexicon
from kg.extract.parsed import Doc, Token

ACCUSED, VICTIM = "accused", "victim"
#: categories of nouns that tell what someone is (``ministre``, ``boulanger``)
OFFICES = frozenset({"title", "function"})
#: called so only by suspicion (``des jihadistes présumés``)
PRESUMED = "presumed"
#: words after a mention in which a participle says what was done to it
_REACH = 7
_STOPS = frozenset(".;:!?»«")


def is_accused(cluster: Cluster) -> bool:
    """Whether an entity was called a suspect, or is told to be charged, sought or convicted."""
    return ACCUSED in cluster.marks | cluster.categories


def marks(head: Token, after: int, lexicon: Lexicon) -> Iterator[str]:
    """The marks that its clause gives a mention.

    Args:
        head: the mention's head.
        after: index of the first word after the mention.
        lexicon: the language's lists.
    """
    cues = lexicon.profile.cues
    near = {head.doc[i].lower_ for i in range(after, min(after + 1, len(head.doc)))} | {c.lower_ for c in head.children}
    if near & cues["alleging_adjectives"]:
        yield from (ACCUSED, PRESUMED)
    for verb in _undergone(head, after, lexicon):
        lemmas = lexicon.verbs(verb)
        if lemmas & (cues["charging_verbs"] | cues["convicting_verbs"] | cues["alleging_verbs"]):
            yield ACCUSED
        if lemmas & cues["victim_verbs"]:
            yield VICTIM


def _undergone(head: Token, after: int, lexicon: Lexicon) -> Iterator[Token]:
    """Verbs of which the mention is the passive subject or object, and participles that follow it closely."""
    profile = lexicon.profile
    if profile.is_dep(head.dep_, "passive_subject", "object"):
        yield head.head
    doc: Doc = head.doc
    for token in doc[after : min(head.sent.end, after + _REACH)]:
        if token.text in _STOPS or token.lower_ in profile.words["relative_subject"]:
            return
        if _is_past_participle(token, lexicon):
            yield token
            return
        if token.pos_ == "VERB":
            return


def _is_past_participle(token: Token, lexicon: Lexicon) -> bool:
    tags = {tag for i in lexicon.inflections.lookup(token.lower_) for tag in i.tags}
    return any(tag.startswith("part.past") for tag in tags) and token.pos_ not in ("DET", "ADP")
