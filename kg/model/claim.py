"""What a text says, how surely, according to whom, and in which words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.model.document import Document
from kg.model.ids import make_id
from kg.model.span import Span


class Factuality(StrEnum):
    """What the text commits to. Attribution alone does not weaken ``Asserted``."""

    ASSERTED = "Asserted"
    ALLEGED = "Alleged"
    PLANNED = "Planned"
    HYPOTHETICAL = "Hypothetical"
    DENIED = "Denied"


class TermKind(StrEnum):
    """What a claim's object is."""

    ENTITY = "entity"
    EVENT_CLASS = "class"
    LITERAL = "literal"


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """A claim's object: an entity id, the name of an event class, or a literal.

    ``datatype`` of a literal: ``edtf``, ``integer`` or ``None`` for plain text.
    """

    kind: TermKind
    value: str
    datatype: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The sentence that carries a claim, and the rule that read it there. Make it with :meth:`read`."""

    span: Span
    quote: str  #: exact characters at the span
    rule: str  #: e.g. ``fr/events.passive``; never reused for another rule

    def __post_init__(self) -> None:
        if len(self.quote) != self.span.end - self.span.begin:
            raise ValueError(f"quote of {len(self.quote)} characters for {self.span}")
        if not self.rule:
            raise ValueError(f"evidence at {self.span} without a rule")

    @classmethod
    def read(cls, document: Document, span: Span, rule: str) -> Evidence:
        """Evidence whose quote is the document's text at the span."""
        return cls(span, document.quote(span), rule)


@dataclass(frozen=True, slots=True)
class Claim:
    """Subject, predicate, object, with factuality, sources and evidence: the atom of the graph.

    ``sources`` are entity ids: the one whom the text attributes the claim to, then whom that one cites.
    ``predicate`` is a name of ``ontology/relations.yaml`` (``type``, ``agent``, ``killed``, ``memberOf`` …).

    Raises:
        ValueError: if evidence is missing or a confidence is outside 0 to 1.
    """

    subject: str  #: id of an event or entity
    predicate: str
    object: Term
    factuality: Factuality
    evidence: tuple[Evidence, ...]
    sources: tuple[str, ...] = ()
    triggers: tuple[Span, ...] = ()  #: on the claim of an event's class: the words that name the event
    confidence: float = 1.0  #: 0 to 1: measured precision of the rules that read it
    independent_sources: int = 1  #: groups of documents that do not copy each other

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"claim {self.subject} {self.predicate} {self.object.value} has no evidence")
        if not 0 <= self.confidence <= 1:
            raise ValueError(f"confidence {self.confidence} is not between 0 and 1")

    @property
    def key(self) -> tuple[str, str, Term, Factuality, tuple[str, ...]]:
        """What the claim says; evidence, rule and confidence stay out."""
        return self.subject, self.predicate, self.object, self.factuality, self.sources

    @property
    def id(self) -> str:
        """From what it says, not from where it was read."""
        term = self.object
        return make_id("claim", self.subject, self.predicate, term.kind, term.value, self.factuality, *self.sources)
