"""The ontology with a class for every event of the sample, whatever files ``ontology/events`` holds."""

from __future__ import annotations

from dataclasses import replace

from kg.model import TermKind
from kg.vocabulary import Vocabulary, load_vocabulary
from tests.samples import sample_knowledge_base


def sample_vocabulary() -> Vocabulary:
    """Classes that are not in the ontology are made like ``Arrest``, with every role."""
    vocabulary = load_vocabulary()
    arrest = vocabulary.events["Arrest"]
    told = {c.object.value for c in sample_knowledge_base().claims if c.object.kind is TermKind.EVENT_CLASS}
    roles = {**arrest.roles, "destination": arrest.roles["place"]}
    made = {name: replace(arrest, name=name, roles=roles) for name in told - set(vocabulary.events)}
    return replace(vocabulary, events={**vocabulary.events, **made})
