"""What one document says, and what a corpus says."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.claim import Claim
from kg.model.decision import Decision
from kg.model.document import Document
from kg.model.entity import Entity
from kg.model.event import Event
from kg.model.score import Score


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """All that was read from one document: plain data, a pure function of its bytes, the language data and the model.

    Raises:
        ValueError: if a quote is not the document's text at its span, or a claim names an unknown entity or event.
    """

    document: Document
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()

    def __post_init__(self) -> None:
        for entity in self.entities:
            for mention in entity.mentions:
                self._check_quote(mention.text, self.document.quote(mention.span))
        for event in self.events:
            for told in event.mentions:
                self._check_quote(told.text, self.document.quote(told.trigger))
        known = {e.id for e in self.entities} | {e.id for e in self.events}
        for claim in self.claims:
            for evidence in claim.evidence:
                self._check_quote(evidence.quote, self.document.quote(evidence.span))
            for id_ in (claim.subject, *claim.sources):
                if id_ not in known:
                    raise ValueError(f"{self.document.identifier}: claim names unknown {id_}")

    def _check_quote(self, quote: str, text: str) -> None:
        if quote != text:
            raise ValueError(f"{self.document.identifier}: {quote!r} is not the text {text!r} at its span")


@dataclass(frozen=True, slots=True)
class Merge:
    """Why entities or events of documents became one."""

    id: str  #: of the entity or event that they became
    left: str
    right: str
    score: Score


@dataclass(frozen=True, slots=True)
class EventLink:
    """Why events of two documents may be one happening; each document keeps its own."""

    left: str
    right: str
    score: Score


@dataclass(frozen=True, slots=True)
class KnowledgeBase:
    """What a corpus says, resolved; every collection is sorted by id, so that equal input gives equal output."""

    documents: tuple[Document, ...]
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    copies: tuple[tuple[str, ...], ...] = ()  #: groups of ids of documents that copy each other
    merges: tuple[Merge, ...] = ()
    event_links: tuple[EventLink, ...] = ()
    decisions: tuple[Decision, ...] = ()
