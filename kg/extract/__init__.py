"""One document's passages to its facts: names, coreference, times, events, status, attribution, relations, counts."""

from __future__ import annotations

from kg.extract.extractor import Extractor
from kg.extract.lexicon import build_lexicon
from kg.extract.pipeline import load_pipeline
from kg.extract.times import load_time_grammar
from kg.vocabulary import load_vocabulary

__all__ = ["Extractor", "load_extractor"]


def load_extractor(language: str = "fr") -> Extractor:
    """The extractor of a language, with its model, lists and the ontology.

    Raises:
        DataError: if the model or a data file is missing or wrong.
    """
    vocabulary = load_vocabulary()
    lexicon = build_lexicon(vocabulary, language)
    nlp = load_pipeline(model=lexicon.profile.model, labels=lexicon.profile.all_labels)
    return Extractor(nlp, lexicon, load_time_grammar(language), vocabulary)
