"""What every part of the graph needs to know of the whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rdflib import URIRef

from kg.errors import DataError
from kg.model import Document, KnowledgeBase, make_id
from kg.rdf.namespaces import expand
from kg.rdf.terms import Names
from kg.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class World:
    """The documents, and the IRI of every thing and predicate."""

    names: Names
    documents: Mapping[str, Document]
    nodes: Mapping[str, URIRef]  #: of entities and events
    groups: Mapping[str, URIRef]  #: of documents that copy each other
    predicates: Mapping[str, URIRef]

    @classmethod
    def of(cls, kb: KnowledgeBase, vocabulary: Vocabulary, names: Names) -> World:
        """Everything in a knowledge base that has a name."""
        entities = {e.id: names.thing("entity", e.id) for e in kb.entities}
        events = {e.id: names.thing("event", e.id) for e in kb.events}
        groups = {
            doc_id: names.thing("group", make_id("group", *sorted(copies))) for copies in kb.copies for doc_id in copies
        }
        predicates = {name: expand(relation.iri) for name, relation in vocabulary.relations.items()}
        return cls(names, {d.id: d for d in kb.documents}, {**entities, **events}, groups, predicates)

    def node(self, id_: str) -> URIRef:
        """The IRI of an entity or event.

        Raises:
            DataError: if the knowledge base has no such thing.
        """
        if id_ not in self.nodes:
            raise DataError(f"{id_!r} is named, but is neither an entity nor an event of the knowledge base")
        return self.nodes[id_]

    def predicate(self, name: str) -> URIRef:
        """The IRI of a predicate of ``ontology/relations.yaml``.

        Raises:
            DataError: if there is no such predicate.
        """
        if name not in self.predicates:
            known = ", ".join(sorted(self.predicates))
            raise DataError(f"predicate {name!r} is not in ontology/relations.yaml; known are {known}")
        return self.predicates[name]
