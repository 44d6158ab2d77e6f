"""A relation as it was read, before it becomes a claim."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.clusters import Cluster
from kg.extract.parsed import Token
from kg.model import Factuality


@dataclass(frozen=True, slots=True)
class FoundRelation:
    """A relation read at a word; ``object`` is a cluster, or a literal."""

    subject: Cluster
    relation: str  #: a name of ``ontology/relations.yaml``
    object: Cluster | str
    factuality: Factuality
    head: Token
    rule: str
