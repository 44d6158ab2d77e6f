"""Happenings, and the passages that tell of them."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.span import Span


@dataclass(frozen=True, slots=True, order=True)
class EventMention:
    """What one passage says of a happening: its class and the word that names it."""

    trigger: Span
    text: str  #: exact characters of the trigger
    event_class: str  #: name of an ``ontology/events/*.yaml``
    sentence: Span
    rule: str
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Event:
    """A happening; inside one document, or, with referents, across documents."""

    id: str
    label: str
    mentions: tuple[EventMention, ...]
    referents: tuple[str, ...] = ()  #: ids of the in-document events that were brought together here
