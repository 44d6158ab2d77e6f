"""What spaCy read, as plain Python objects: the same words under the same names, without a call into C for each look.

Extraction asks for a word's form, tag, head or neighbour some hundred times for each word. spaCy makes its ``Token``
and ``Span`` anew at each access and decodes its strings from hashes; copied out once, the same reading costs less than
half (``tools/bench_extract.py``). The attributes mean what they mean in spaCy (https://spacy.io/api/token, ``/span``,
``/doc``); a copy is changed by
:mod:`kg.extract.mending` alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import overload

from spacy.tokens import Doc as SpacyDoc
from spacy.tokens import Token as SpacyToken


class Token:
    """A word or mark; no frozen dataclass, for heads, children and sentences refer to each other."""

    __slots__ = (
        "children", "dep_", "doc", "end", "head", "i", "idx", "is_alpha", "is_digit", "is_punct", "is_sent_start",
        "is_space", "is_upper", "lemma_", "lower_", "morph", "pos_", "sent", "text",
    )  # fmt: skip

    doc: Doc
    sent: Tokens  #: of a passage that the model does not read, all of it
    head: Token  #: itself, for a root
    children: tuple[Token, ...]  #: in text order

    def __init__(self, source: SpacyToken, morph: Mapping[str, list[str]]) -> None:
        self.i: int = source.i
        self.idx: int = source.idx  #: code point in the passage's cleaned text
        self.text: str = source.text
        self.end: int = source.idx + len(self.text)  #: code point after the last
        self.lower_: str = source.lower_
        self.lemma_: str = source.lemma_
        self.pos_: str = source.pos_
        self.dep_: str = source.dep_
        self.morph = morph  #: feature -> values
        self.is_alpha: bool = source.is_alpha
        self.is_digit: bool = source.is_digit
        self.is_punct: bool = source.is_punct
        self.is_space: bool = source.is_space
        self.is_upper: bool = source.is_upper
        self.is_sent_start: bool | None = source.is_sent_start

    def __repr__(self) -> str:
        return self.text

    def nbor(self, distance: int = 1) -> Token:
        """The word ``distance`` words after this one.

        Raises:
            IndexError: beyond the passage.
        """
        at = self.i + distance
        if at < 0:
            raise IndexError(f"no word {distance} of {self.text!r} at {self.i}")
        return self.doc.tokens[at]


class Tokens:
    """Words that follow each other; may be none."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        self.doc = doc
        self.start = start
        self.end = end  #: index of the word after the last
        self.label_ = label  #: of a name that the model sees

    def __repr__(self) -> str:
        return self.text

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Tokens):
            return NotImplemented
        return self.doc is other.doc and self.start == other.start and self.end == other.end

    def __hash__(self) -> int:
        return hash((id(self.doc), self.start, self.end))

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    def __reversed__(self) -> Iterator[Token]:
        return reversed(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Tokens: ...
    def __getitem__(self, at: int | slice) -> Token | Tokens:
        if isinstance(at, slice):
            start, end, _ = at.indices(self.end - self.start)
            return Tokens(self.doc, self.start + start, self.start + max(start, end))
        index = self.end + at if at < 0 else self.start + at
        if not self.start <= index < self.end:
            raise IndexError(f"no word {at} of {len(self)}")
        return self.doc.tokens[index]

    @property
    def start_char(self) -> int:
        """Code point at which the first word begins; of none, where it would."""
        tokens = self.doc.tokens
        return tokens[self.start].idx if self.start < len(tokens) else self.end_char

    @property
    def end_char(self) -> int:
        """Code point after the last word."""
        return self.doc.tokens[self.end - 1].end if self.end else 0

    @property
    def text(self) -> str:
        """Their text, with the blanks between them."""
        return self.doc.text[self.start_char : self.end_char] if self.end > self.start else ""

    @property
    def lowered(self) -> str:
        """Their text in lower case."""
        return self.doc.lowered[self.start_char : self.end_char] if self.end > self.start else ""

    @property
    def root(self) -> Token:
        """The first word that is nearest to its sentence's root (as ``Span.root`` of spaCy)."""
        mine = self.doc.tokens[self.start : self.end]
        for token in mine:
            if token.head is token:
                return token
        outward = [t for t in mine if not self.start <= t.head.i < self.end]
        return min(outward, key=_depth, default=mine[0])


def _depth(token: Token) -> int:
    """Words between a word and its root; of a mark or blank without dependents, more than of any word."""
    if (token.is_space or token.is_punct) and not token.children:
        return len(token.doc.tokens) - 1
    depth = 0
    while token.head is not token:
        token = token.head
        depth += 1
    return depth


class Doc:
    """A passage cut into words, and parsed if the model reads its language."""

    __slots__ = ("_ends", "ents", "lowered", "sents", "text", "tokens")

    def __init__(self, source: SpacyDoc) -> None:
        self.text: str = source.text
        self.lowered = self.text.lower()
        self.tokens = [*_copied(source)]
        self._ends = [t.end for t in self.tokens]
        for token in self.tokens:
            token.doc = self
        self._attach(source)
        parsed = source.has_annotation("SENT_START")
        bounds = [(s.start, s.end) for s in source.sents] if parsed else [(0, len(self.tokens))]
        self.sents: Sequence[Tokens] = [Tokens(self, *b) for b in bounds]
        for sent in self.sents:
            for token in sent:
                token.sent = sent
        self.ents: Sequence[Tokens] = [Tokens(self, e.start, e.end, e.label_) for e in source.ents]

    def _attach(self, source: SpacyDoc) -> None:
        children: list[list[Token]] = [[] for _ in self.tokens]
        for token, spacy_token in zip(self.tokens, source, strict=True):
            token.head = self.tokens[spacy_token.head.i]
            if token.head is not token:
                children[token.head.i].append(token)
        for token, mine in zip(self.tokens, children, strict=True):
            token.children = tuple(mine)

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Tokens: ...
    def __getitem__(self, at: int | slice) -> Token | Tokens:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self.tokens))
            return Tokens(self, start, end if end > start else start)
        return self.tokens[at]

    def char_span(self, begin: int, end: int) -> Tokens | None:
        """The words that share a character with code points ``[begin, end)``; None if one end lies in no word.

        A blank after a word counts as part of that word at the end (``Doc.char_span`` of spaCy, mode ``expand``).
        """
        first, last = self._word_at(begin), self._word_at(end - 1)
        if first is None or last is None:
            return None
        start = first + 1 if begin == self.tokens[first].end else first
        return Tokens(self, start, last + 1)

    def _word_at(self, character: int) -> int | None:
        at = bisect_right(self._ends, character)
        if at < len(self.tokens) and self.tokens[at].idx <= character:
            return at
        # between words: a blank belongs to the word before it
        return at - 1 if at and 0 <= character < len(self.text) else None


def _copied(source: SpacyDoc) -> Iterator[Token]:
    features: dict[str, Mapping[str, list[str]]] = {}
    for token in source:
        morph = str(token.morph)
        if morph not in features:
            features[morph] = {name: value.split(",") for name, value in token.morph.to_dict().items()}
        yield Token(token, features[morph])
