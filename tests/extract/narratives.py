"""What a document has told before a noun or pronoun, by hand: a cast of entities by the forms that tell of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.extract.candidate import Candidate
from kg.extract.clusters import Cluster
from kg.extract.narrative import Narrative
from kg.extract.nominals import nominal_candidates
from kg.extract.reading import Reading
from kg.model import EntityType, MentionKind
from tests.extract.docs import PERSON
from tests.extract.papers import lexicon

#: entities by the form of their mentions' head; proper nouns name, others describe
Told = Mapping[str, Cluster]


def person(gender: str = "", *marks: str) -> Cluster:
    """Somebody of a gender, ``m``, ``f`` or unknown."""
    return Cluster(PERSON, gender=gender, marks=set(marks))


def several(gender: str = "", *marks: str) -> Cluster:
    """A group of its own."""
    return Cluster(EntityType.GROUP, gender=gender, plural=True, marks=set(marks))


def tell(cast: Told, found: Sequence[Reading]) -> tuple[Narrative, list[Candidate], Candidate]:
    """The document up to its last candidate outside the cast, what it told until then, and that candidate."""
    narrative = Narrative(found, lexicon())
    named = [
        Candidate(
            r.index, t.idx, t.idx + len(t.text), t.i, t.text, MentionKind.NAMED, cast[t.text].type, "names.model"
        )
        for r in found
        for t in r.doc
        if t.pos_ == "PROPN" and t.text in cast
    ]  # fmt: skip
    candidates = sorted([*named, *nominal_candidates(found, named, lexicon())], key=lambda c: c.position)
    heads = [found[c.reading].doc[c.head].text for c in candidates]
    last = max(at for at, head in enumerate(heads) if head not in cast)
    told: list[Candidate] = []
    for candidate, head in zip(candidates[:last], heads, strict=False):
        if head in cast:
            cast[head].add(candidate)
            narrative.note(candidate, cast[head])
            told.append(candidate)
    narrative.clusters += {id(c): c for c in cast.values()}.values()
    return narrative, told, candidates[last]


def form_of(cast: Told, cluster: Cluster | None) -> str | None:
    """The first form by which a cast lists an entity."""
    return next((form for form, own in cast.items() if own is cluster), None)
