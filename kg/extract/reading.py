"""Passages as parsed text, each with the way back to the document's characters."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc as SpacyDoc

from kg.extract.parsed import Doc, Token, Tokens
from kg.extract.sentence_limits import with_sentence_limits
from kg.language.profile import LanguageProfile
from kg.model import Document, Passage, Span

#: code points; the tokenizer's time grows with the square of a word's length
_LONGEST_WORD = 1_000
_STRETCHES = re.compile(r"\S+|\s+")


@dataclass(frozen=True, slots=True)
class Reading:
    """A passage, its parse, and the passages of the same document that repeat it word for word."""

    index: int  #: position among the document's readings
    passage: Passage
    doc: Doc
    copies: tuple[Passage, ...]
    parsed: bool  #: False for passages in a language that the model does not read: tokens only
    starts: tuple[int, ...] = field(init=False, repr=False, compare=False)  #: of each token, in cleaned text

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts", tuple(token.idx for token in self.doc))

    @property
    def text(self) -> str:
        """The cleaned text, as ``Doc.text``."""
        return self.passage.cleaned

    def words(self, begin: int, end: int) -> Tokens:
        """The tokens that begin within cleaned text ``[begin, end)``; may be none."""
        return self.doc[bisect_left(self.starts, begin) : bisect_left(self.starts, end)]

    def touching(self, begin: int, end: int) -> Tokens:
        """The tokens that share a character with cleaned text ``[begin, end)``; may be none."""
        words = self.words(begin, end)
        first = words.start
        if first and begin < end and self.doc[first - 1].end > begin:
            first -= 1
        return self.doc[first : words.end]

    def spans(self, begin: int, end: int) -> tuple[Span, ...]:
        """Where cleaned text ``[begin, end)`` stands in the document: here, then in each copy."""
        return tuple(passage.locate(begin, end) for passage in (self.passage, *self.copies))

    def sentence(self, token: Token) -> tuple[Span, ...]:
        """The spans of the sentence that holds the token."""
        return self.spans(*_trimmed(token.sent if self.parsed else self.doc[:]))


def _trimmed(tokens: Tokens) -> tuple[int, int]:
    words = [t for t in tokens if not t.is_space]
    return (words[0].idx, words[-1].end) if words else (tokens.start_char, tokens.end_char)


def read_passages(document: Document, nlp: Language, profile: LanguageProfile) -> tuple[Reading, ...]:
    """Parse each distinct passage once; passages that repeat another's cleaned text become its copies."""
    first: dict[str, list[Passage]] = {}
    for passage in document.passages:
        if passage.cleaned.strip():
            first.setdefault(passage.cleaned, []).append(passage)
    groups = list(first.values())
    docs = [_tokens(group[0].cleaned, nlp) for group in groups]
    mine = [i for i, group in enumerate(groups) if group[0].language == profile.code and _is_prose(group[0].cleaned)]
    prepared = (with_sentence_limits(docs[i], groups[i][0].kind, profile) for i in mine)
    for i, parsed in zip(mine, nlp.pipe(prepared), strict=True):
        docs[i] = parsed
    read = set(mine)
    return tuple(
        Reading(i, group[0], Doc(docs[i]), tuple(group[1:]), parsed=i in read) for i, group in enumerate(groups)
    )


def _is_prose(text: str) -> bool:
    """Whether no stretch without a blank is longer than any word; such text is data."""
    return max(map(len, text.split()), default=0) <= _LONGEST_WORD


def _tokens(text: str, nlp: Language) -> SpacyDoc:
    """The tokenizer's tokens, or, of what is no prose, the stretches between blanks."""
    if _is_prose(text):
        return nlp.make_doc(text)
    words = _STRETCHES.findall(text)
    return SpacyDoc(nlp.vocab, words=words, spaces=[False] * len(words))
