"""One document read from its passages to its claims."""

from __future__ import annotations

from spacy.language import Language

from kg.extract.assembly import Assembly, Tools
from kg.extract.coreference import Coreference
from kg.extract.lexicon import Lexicon
from kg.extract.mending import mend
from kg.extract.names import named_candidates
from kg.extract.nominals import nominal_candidates
from kg.extract.parsed import Doc
from kg.extract.reading import read_passages
from kg.extract.times import TimeGrammar, date_document
from kg.extract.triggers import build_index
from kg.model import Document, DocumentFacts
from kg.vocabulary import Vocabulary


class Extractor:
    """Reads documents; holds the model and the compiled data, and no state of any document."""

    def __init__(self, nlp: Language, lexicon: Lexicon, grammar: TimeGrammar, vocabulary: Vocabulary) -> None:
        self._nlp = nlp
        self._lexicon = lexicon
        self._grammar = grammar
        self._tools = Tools(lexicon, grammar, vocabulary, build_index(vocabulary, lexicon.profile))

    def parse(self, text: str) -> Doc:
        """A text of the model's language parsed as the body of a document is."""
        doc = Doc(self._nlp(text))
        mend(doc, self._lexicon.profile, self._lexicon.inflections)
        return doc

    def extract(self, document: Document) -> DocumentFacts:
        """All facts of a document: the same for the same document, data and model."""
        document = date_document(document, self._grammar)
        readings = read_passages(document, self._nlp, self._lexicon.profile)
        for reading in readings:
            if reading.parsed:
                mend(reading.doc, self._lexicon.profile, self._lexicon.inflections)
        named = named_candidates(readings, self._lexicon)
        nominal = nominal_candidates(readings, named, self._lexicon)
        coreference = Coreference(readings, self._lexicon)
        coreference.resolve(named, nominal)
        return Assembly(self._tools, document, readings, coreference, [*named, *nominal]).facts()
