"""Where sentences may begin: what the parser is told before it reads."""

from __future__ import annotations

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from kg.language.profile import LanguageProfile
from kg.model import PassageKind

#: a dateline has no more tokens
_MAX_DATELINE = 18
#: never the first character of a sentence
_CLOSING = ",;:.)]»!?"


def with_sentence_limits(doc: Doc, kind: PassageKind, profile: LanguageProfile) -> Doc:
    """Forbid sentence openings that the parser is prone to: inside a title or post, or after no final punctuation."""
    whole = kind in (PassageKind.TITLE, PassageKind.POST)
    previous, dateline = "", _dateline_end(doc, profile)
    for token in doc:
        if token.i == dateline:
            token.is_sent_start = True
        elif token.i > 0 and (whole or previous not in profile.sentence_end or not _may_open(token)):
            token.is_sent_start = False
        elif previous in profile.sentence_end and _opens_speech(token, profile):
            token.is_sent_start = True
        if not token.is_space:
            previous = token.text
    return doc


def _opens_speech(token: Token, profile: LanguageProfile) -> bool:
    """``… dans l'après-midi. « Ma cliente n'a rien fait »``: a quotation that opens after a sentence's end."""
    following = next((t for t in token.doc[token.i + 1 : token.i + 3] if not t.is_space), None)
    opens = token.text in {opening for opening, closing in profile.quotes if opening != closing}
    return opens and following is not None and following.text[0].isupper()


def _dateline_end(doc: Doc, profile: LanguageProfile) -> int:
    """The token after a dateline (``RABAT, 22 janv. (MAP) - ``), or -1: the parser takes its place for a subject."""
    for token in doc[: min(len(doc) - 1, _MAX_DATELINE)]:
        if token.text in profile.words["dashes"] and _ends_dateline(token):
            return token.i + 1 if _is_dateline(doc[: token.i]) else -1
    return -1


def _ends_dateline(dash: Token) -> bool:
    bracketed = any(t.text == ")" for t in dash.doc[: dash.i])
    return bracketed or (dash.i > 0 and dash.nbor(1).text[0].isupper())


def _is_dateline(before: Tokens) -> bool:
    return any(t.text == ")" or t.like_num for t in before) or before[0].is_upper


def _may_open(token: Token) -> bool:
    return not (token.text[0].islower() or token.text[0] in _CLOSING)
