"""Passages as parsed text, each with the way back to the document's characters."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from kg.language.profile import LanguageProfile
from kg.model import Document, Passage, PassageKind, Span

#: a dateline has no more tokens
_MAX_DATELINE = 18
#: code points; the tokenizer's time grows with the square of a word's length
_LONGEST_WORD = 1_000
_STRETCHES = re.compile(r"\S+|\s+")
#: never the first character of a sentence
_CLOSING = ",;:.)]»!?"


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
        """The cleaned text; ``Doc.text`` is the same, but is put together from the tokens at each call."""
        return self.passage.cleaned

    def words(self, begin: int, end: int) -> Tokens:
        """The tokens that begin within cleaned text ``[begin, end)``; may be none."""
        return self.doc[bisect_left(self.starts, begin) : bisect_left(self.starts, end)]

    def touching(self, begin: int, end: int) -> Tokens:
        """The tokens that share a character with cleaned text ``[begin, end)``; may be none."""
        words = self.words(begin, end)
        first = words.start
        if first and begin < end and self.starts[first - 1] + len(self.doc[first - 1].text) > begin:
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
    return (words[0].idx, words[-1].idx + len(words[-1].text)) if words else (tokens.start_char, tokens.end_char)


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
        docs[i] = with_known_sentences(parsed)
    read = set(mine)
    return tuple(Reading(i, group[0], docs[i], tuple(group[1:]), parsed=i in read) for i, group in enumerate(groups))


def _is_prose(text: str) -> bool:
    """Whether no stretch without a blank is longer than any word; such text is data."""
    return max(map(len, text.split()), default=0) <= _LONGEST_WORD


def _tokens(text: str, nlp: Language) -> Doc:
    """The tokenizer's tokens, or, of what is no prose, the stretches between blanks."""
    if _is_prose(text):
        return nlp.make_doc(text)
    words = _STRETCHES.findall(text)
    return Doc(nlp.vocab, words=words, spaces=[False] * len(words))


def with_known_sentences(doc: Doc) -> Doc:
    """Let each token know its sentence: spaCy searches it anew each time, which cost more than the model's parse."""
    sentences = [sent for sent in doc.sents for _ in sent]
    doc.user_token_hooks["sent"] = lambda token: sentences[token.i]
    return doc


def with_sentence_limits(doc: Doc, kind: PassageKind, profile: LanguageProfile) -> Doc:
    """Forbid sentence openings that the parser is prone to: inside a title or post, or after no final punctuation."""
    whole = kind in (PassageKind.TITLE, PassageKind.POST)
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
