"""What a passage is to a reader: body, title, post or furniture of the page."""

from __future__ import annotations

from collections.abc import Sequence

from kg.ingest.blocks import Block
from kg.ingest.languages import is_arabic
from kg.ingest.lines import is_hashtags, is_signature
from kg.ingest.rules import PassageRules
from kg.model import PassageKind


def kinds(blocks: Sequence[Block], rules: PassageRules) -> list[PassageKind]:
    """The kind of each block of a document, in the same order."""
    found: list[PassageKind] = []
    opening = 0  # blocks so far that may be titles; past the first paragraph more than any title's place
    worded = _last_worded(blocks)
    for index, block in enumerate(blocks):
        if block.kind or _is_part_of_post(blocks, index, rules):
            found.append(block.kind or PassageKind.POST)
            continue
        title = index < worded and _is_title(blocks, index, opening < rules.title.head, rules)
        found.append(PassageKind.TITLE if title or rules.title.always.search(block.cleaned) else PassageKind.BODY)
        opening += rules.title.head if _is_paragraph(block, rules) else 1
    return found


def _last_worded(blocks: Sequence[Block]) -> int:
    """The index of the last block that is no furniture: it has nothing to be the title of."""
    return max((i for i, b in enumerate(blocks) if b.kind is not PassageKind.BOILERPLATE), default=-1)


def _is_part_of_post(blocks: Sequence[Block], index: int, rules: PassageRules) -> bool:
    """Words before a post's signature, or Arabic words after the hashtags that open it."""
    if index and is_hashtags(blocks[index - 1].cleaned, rules) and is_arabic(blocks[index].cleaned):
        return True
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    return following is not None and not following.blank_before and is_signature(following.cleaned, rules)


def _is_title(blocks: Sequence[Block], index: int, opening: bool, rules: PassageRules) -> bool:
    block = blocks[index]
    line, title = block.cleaned, rules.title
    if not _looks_like_title(line, rules):
        return False
    if (block.blank_before and block.blank_after) or line.isupper():
        return True
    if line[-1] in title.alone_final:
        return False
    return opening or _is_paragraph(blocks[index + 1], rules)


def _looks_like_title(line: str, rules: PassageRules) -> bool:
    title = rules.title
    core = line.rstrip(title.alone_final + " ")
    if len(line) > title.longest or not core or core[-1] in title.not_final or line[0] in title.bullets:
        return False
    return any(c.isalpha() for c in core) and not title.never.search(line)


def _is_paragraph(block: Block, rules: PassageRules) -> bool:
    """Whether a block ends like a sentence or is too long for a title."""
    if block.kind:
        return False
    core = block.cleaned.rstrip(rules.title.closing)
    return core[-1:] in rules.terminal or len(block.cleaned) > rules.title.longest
