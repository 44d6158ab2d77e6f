"""Passages as parsed text, each with the way back to the document's characters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import spacy
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from kg.language.profile import LanguageProfile
from kg.model import Document, Passage, PassageKind, Span


#: a dateline has no more tokens
_MAX_DATELINE = 18


@dataclass(frozen=True, slots=True)
class Reading:
    """A passage, its parse, and the passages of the same document that repeat it word for word."""

    index: int  #: position among the document's readings
    passage: Passage
    doc: Doc
    copies: tuple[Passage, ...]
    parsed: bool  #: False for passages in a language that the model does not read: tokens only

    def spans(self, begin: int, end: int) -> tuple[Span, ...]:
        """Where cleaned text ``[begin, end)`` stands in the document: here, then in each copy."""
        return tuple(passage.locate(begin, end) for passage in (self.passage, *self.copies))

    def sentence(self, token: Token) -> tuple[Span, ...]:
        """The spans of the sentence that holds the token."""
        sent = token.sent if self.parsed else self.doc[:]
        return self.spans(*_trimmed(sent))


def _trimmed(tokens: Tokens) -> tuple[int, int]:
    words = [t for t in tokens if not t.is_space]
    return (words[0].idx, words[-1].idx + len(words[-1].text)) if words else (tokens.start_char, tokens.end_char)


def read_passages(document: Document, nlp: spacy.Language, profile: LanguageProfile) -> tuple[Reading, ...]:
    """Parse each distinct passage once; passages that repeat another's cleaned text become its copies."""
    first: dict[str, list[Passage]] = {}
    for passage in document.passages:
        if passage.cleaned.strip():
            first.setdefault(passage.cleaned, []).append(passage)
    groups = list(first.values())
    docs = [nlp.make_doc(group[0].cleaned) for group in groups]
    mine = [i for i, group in enumerate(groups) if group[0].language == profile.code]
    prepared = (_with_sentence_limits(docs[i], groups[i][0], profile) for i in mine)
    for i, parsed in zip(mine, nlp.pipe(prepared), strict=True):
        docs[i] = parsed
    read = set(mine)
    return tuple(
        Reading(i, group[0], docs[i], tuple(group[1:]), parsed=i in read) for i, group in enumerate(groups)
    )


def _with_sentence_limits(doc: Doc, passage: Passage, profile: LanguageProfile) -> Doc:
    """Forbid sentence openings that the parser is prone to: inside a title or post, or after no final punctuation."""
    whole = passage.kind in (PassageKind.TITLE, PassageKind.POST)
    previous, dateline = "", _dateline_end(doc, profile)
    for token in doc:
        if token.i == dateline:
            token.is_sent_start = True
        elif token.i > 0 and (whole or previous not in profile.sentence_end or not _may_open(token)):
            token.is_sent_start = False
        if not token.is_space:
            previous = token.text
    return doc


def _dateline_end(doc: Doc, profile: LanguageProfile) -> int:
    """The token after a dateline (``RABAT, 22 janv. (MAP) - ``), or -1: the parser takes its place for a subject."""
    head = doc[: min(len(doc) - 1, _MAX_DATELINE)]
    for token in head:
        before = doc[: token.i]
        if token.text in profile.words["dashes"] and len(before) and doc[token.i + 1].text[0].isupper() or (
            token.text in profile.words["dashes"] and any(t.text == ")" for t in before)
        ):
            marked = any(t.text == ")" or t.like_num for t in before) or before[0].is_upper
            return token.i + 1 if marked and not any(t.text in (".", "!", "?") and t.i < token.i - 1 and len(t.text) > 1 for t in before) else -1
    return -1


def _may_open(token: Token) -> bool:
    return not (token.text[0].islower() or token.text[0] in ",;:.)]»!?")


def sentences(readings: Iterable[Reading]) -> Iterable[tuple[Reading, Tokens]]:
    """Every sentence of the parsed readings, in text order."""
    for reading in readings:
        if reading.parsed:
            for sent in reading.doc.sents:
                yield reading, sent
