"""Clusters of one document as entities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.extract.candidate import Candidate
from kg.extract.clusters import Cluster
from kg.extract.finders import KnownPlace
from kg.extract.lexicon import Lexicon
from kg.extract.reading import Reading
from kg.model import Document, Entity, EntityType, Link, Mention, MentionKind, Name, Span, make_id


class EntityBuilder:
    """Gives clusters their ids, and makes entities of those that are named or that a claim is about."""

    def __init__(self, document: Document, readings: Sequence[Reading], lexicon: Lexicon) -> None:
        self._document = document
        self._readings = readings
        self._lexicon = lexicon
        self._ids: dict[int, str] = {}  #: by identity of the cluster
        self._used: dict[int, Cluster] = {}

    def number(self, clusters: Sequence[Cluster]) -> None:
        """Take the document's clusters in; the named ones become entities whatever is said of them."""
        for number, cluster in enumerate(clusters):
            self._ids[id(cluster)] = self._entity_id(cluster, number)
            if cluster.named:
                self._used[id(cluster)] = cluster

    def ref(self, cluster: Cluster) -> str:
        """The id of a cluster that a claim is about."""
        self._used[id(cluster)] = cluster
        return self._ids[id(cluster)]

    def build(self) -> Iterator[Entity]:
        """The entities, by id."""
        yield from sorted((self._entity(c) for c in self._used.values()), key=lambda e: e.id)

    def _entity_id(self, cluster: Cluster, number: int) -> str:
        spans = [s for m in cluster.members for s in self._spans(m)]
        if not spans:
            return make_id("entity", self._document.id, cluster.type, "none", number, cluster.authority)
        first = min(spans)
        return make_id("entity", self._document.id, cluster.type, first.begin, first.end, "")

    def _spans(self, member: Candidate) -> tuple[Span, ...]:
        return self._readings[member.reading].spans(member.begin, member.end)

    def _entity(self, cluster: Cluster) -> Entity:
        links, geopolitical = self._links(cluster)
        return Entity(
            id=self._ids[id(cluster)],
            type=cluster.type,
            label=self._label(cluster, links),
            mentions=tuple(sorted(set(self._mentions(cluster)))),
            names=tuple(sorted(set(self._names(cluster)))),
            links=links,
            geopolitical=geopolitical,
            gender=cluster.gender or None,
            plural=cluster.plural or cluster.type is EntityType.GROUP,
        )

    def _mentions(self, cluster: Cluster) -> Iterator[Mention]:
        for member in (*cluster.members, *cluster.shared):
            for span in self._spans(member):
                text = self._document.quote(span)
                yield Mention(span, text, member.kind, cluster.type, member.rule, member.score)

    def _names(self, cluster: Cluster) -> Iterator[Name]:
        for member in cluster.members:
            if member.kind is MentionKind.NAMED:
                text = " ".join(member.text.replace("_", " ").split())
                yield Name(text, self._readings[member.reading].passage.language)

    def _label(self, cluster: Cluster, links: Sequence[Link]) -> str:
        """A place's name in the language, an organization's listed name, else the fullest name or first noun."""
        if cluster.type is EntityType.PLACE and links:
            place = cluster.place or self._lexicon.places.by_key(cluster.authority or cluster.label)
            if place is not None:
                return place.label
        entry = self._lexicon.organizations.by_id(cluster.authority)
        return entry.label if entry is not None else cluster.label

    def _key_place(self, cluster: Cluster) -> KnownPlace | None:
        """The country or city of a cluster that no name mentions: a nationality's, a demonym's."""
        return self._lexicon.places.by_key(cluster.authority)

    def _links(self, cluster: Cluster) -> tuple[tuple[Link, ...], bool]:
        """Entries of authority files, and whether the entity is a place that can act."""
        entry = self._lexicon.organizations.by_id(cluster.authority)
        if entry is not None:
            return (Link("gazetteer", entry.id, f"listed name {entry.label!r}"),), False
        if cluster.type is not EntityType.PLACE:
            return (), False
        if cluster.place is not None:
            places: Iterable[KnownPlace | None] = [cluster.place]
        else:
            places = map(self._lexicon.place, cluster.names) if cluster.named else [self._key_place(cluster)]
        for place in places:
            if place is not None:
                link = Link(place.scheme, place.id, place.reason, place.latitude, place.longitude, place.around)
                return (link,), place.geopolitical
        return (), False
