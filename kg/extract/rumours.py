"""What rumours, allegations and reports are about: ``dément les allégations faisant état du décès de X``."""

from __future__ import annotations

from kg.extract.parsed import Token
from kg.extract.syntax import Syntax
from kg.extract.syntax.words import CLAUSE_BREAKS, VERBAL, is_conjugated
from kg.model import Factuality

#: words from what a rumour tells back to the participle that introduces it
_TO_LINK = 6
#: words from that participle back to the noun for the rumour
_TO_RUMOUR = 8


def rumoured_status(token: Token, syntax: Syntax) -> Factuality:
    """Alleged, or Denied if the rumour is, of what a rumour is said to tell; else Asserted."""
    link = _link_before(token, syntax)
    rumour = _rumour_before(link, syntax) if link is not None else None
    if rumour is None:
        return Factuality.ASSERTED
    return Factuality.DENIED if _is_denied(rumour, syntax) else Factuality.ALLEGED


def _link_before(token: Token, syntax: Syntax) -> Token | None:
    """``faisant état de``, ``évoquant``: a present participle that tells what something says."""
    for other in reversed(token.doc[max(token.sent.start, token.i - _TO_LINK) : token.i]):
        if other.text in CLAUSE_BREAKS or other.text == ",":
            return None
        if "part.pres" in syntax.tags(other):
            return other if syntax.can_be(other, "rumour_links") else None
        if is_conjugated(other):
            return None
    return None


def _rumour_before(link: Token, syntax: Syntax) -> Token | None:
    """The noun for a rumour that a participle qualifies."""
    for other in reversed(link.doc[max(link.sent.start, link.i - _TO_RUMOUR) : link.i]):
        if other.text in CLAUSE_BREAKS or is_conjugated(other):
            return None
        if other.lower_ in syntax.profile.cues["rumour_nouns"]:
            return other
    return None


def _is_denied(rumour: Token, syntax: Syntax) -> bool:
    """Whether the nearest verb before a rumour denies it, whatever its tag (``La police dément les rumeurs``)."""
    for other in reversed(rumour.doc[rumour.sent.start : rumour.i]):
        if other.text in CLAUSE_BREAKS:
            return False
        if syntax.can_be(other, "denying_verbs") and other.pos_ not in ("DET", "ADP", "PRON"):
            return True
        if other.pos_ in VERBAL:
            return False
    return False
