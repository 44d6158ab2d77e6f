"""What one line shows by itself, whatever stands around it."""

from __future__ import annotations

from kg.ingest.rules import PassageRules
from kg.model import PassageKind

#: code points at a line's end in which the signature of a post is searched
_SIGNATURE = 200


def kind_of_line(line: str, rules: PassageRules) -> PassageKind | None:
    """Post or furniture of the page; ``None``: its neighbours decide between title and body."""
    if rules.post.any.search(line) or rules.post.signature.search(line[-_SIGNATURE:]) or is_hashtags(line, rules):
        return PassageKind.POST
    if len(line) > rules.boilerplate.longest or rules.title.always.search(line):
        return None
    return PassageKind.BOILERPLATE if rules.boilerplate.any.search(line) else None


def is_hashtags(line: str, rules: PassageRules) -> bool:
    """Whether a line has nothing but hashtags."""
    return len(line) <= rules.boilerplate.longest and rules.post.hashtags.search(line) is not None


def is_signature(line: str, rules: PassageRules) -> bool:
    """Whether a line is the signature of a post, whose words stand before it."""
    return rules.post.signature.match(line[:_SIGNATURE]) is not None
