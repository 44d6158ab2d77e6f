"""Persons, groups, organizations and places, and the words that name them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.model.span import Span


class EntityType(StrEnum):
    """The four kinds of thing that act or are acted upon (``bench/GUIDELINES.md``)."""

    PERSON = "Person"
    GROUP = "Group"
    ORGANIZATION = "Organization"
    PLACE = "Place"


class MentionKind(StrEnum):
    """How a mention refers."""

    NAMED = "Named"
    NOMINAL = "Nominal"
    PRONOMINAL = "Pronominal"


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A stretch of text that names something."""

    span: Span
    text: str  #: exact characters at the span
    kind: MentionKind
    type: EntityType
    rule: str  #: which rule or component found it
    score: float = 1.0  #: 0 to 1, how sure the rule is; not a probability


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """One name of an entity and the language it is in."""

    text: str
    language: str  #: ISO 639-1


@dataclass(frozen=True, slots=True, order=True)
class Surrounding:
    """A region or country around a place: background knowledge of an authority file, which no text answers for."""

    scheme: str  #: ``iso`` (3166-1 alpha-2) or ``gazetteer``
    id: str
    label: str
    language: str  #: of the label: ISO 639-1


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """An entry of an authority file for an entity, with the reason of the choice."""

    scheme: str  #: ``iso`` (3166-1 alpha-2), ``geonames`` or ``gazetteer``
    id: str
    reason: str
    latitude: float | None = None  #: degrees, WGS 84
    longitude: float | None = None  #: degrees, WGS 84
    around: tuple[Surrounding, ...] = ()  #: of a place: its regions and its country, narrowest first

    @property
    def country(self) -> str | None:
        """Of a place inside one country: its code (ISO 3166-1 alpha-2)."""
        return next((place.id for place in self.around if place.scheme == "iso"), None)


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, group, organization or place; inside one document, or, with referents, across documents."""

    id: str
    type: EntityType
    label: str
    mentions: tuple[Mention, ...]
    names: tuple[Name, ...] = ()
    links: tuple[Link, ...] = ()
    referents: tuple[str, ...] = ()  #: ids of the in-document entities that were brought together here
    geopolitical: bool = False  #: a place that can act: country, region, city
    gender: str | None = None  #: grammatical: ``m``, ``f`` or unknown
    plural: bool = False

    @property
    def named(self) -> bool:
        """Whether any mention is a name."""
        return any(m.kind is MentionKind.NAMED for m in self.mentions)
