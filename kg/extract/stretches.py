"""Words that follow each other and name one entity, as they stand in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.clusters import Cluster
from kg.extract.parsed import Token
from kg.extract.syntax import Syntax
from kg.model import EntityType


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that follow each other and name one entity."""

    first: Token
    last: Token
    cluster: Cluster
    governed: bool  #: by a preposition


def agrees_in_number(participle: Token, mention: Stretch, syntax: Syntax) -> bool:
    """Whether a participle may be said of a mention: ``deux employés de l'ONG, évacués`` is not said of the ONG."""
    numbers = {tag[-1] for tag in syntax.tags(participle) if tag.startswith("part.past")}
    if len(numbers) != 1 or mention.cluster.type is EntityType.PERSON:
        return len(numbers) != 1 or numbers == {"s"}
    several = mention.cluster.plural or mention.last.morph.get("Number", []) == ["Plur"]
    return several or numbers == {"s"}
