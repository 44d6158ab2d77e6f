"""The model's names, cut to what is a name, without what is none."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.candidate import Candidate, name_candidate
from kg.extract.determiners import is_fronted_participle, names_country
from kg.extract.lexicon import Lexicon
from kg.extract.parsed import Doc, Tokens
from kg.extract.reading import Reading
from kg.language.spelling import spaced_key, straight
from kg.model import EntityType

_TYPES = {"PER": EntityType.PERSON, "LOC": EntityType.PLACE, "ORG": EntityType.ORGANIZATION}
#: tokens over which the model draws names that end there
_BREAKS = frozenset('()«»",;:-')
#: tags of forms that are conjugated
_FINITE = frozenset({"pres", "past", "impf", "fut", "cond"})
#: letters of an acronym
_ACRONYM = range(2, 7)
#: words of a place of the gazetteer that the model was unsure of
_MAX_UNCLEAR_PLACE = 3


def model_names(reading: Reading, lexicon: Lexicon) -> Iterator[Candidate]:
    """The names that the model sees in a parsed reading."""
    for ent in reading.doc.ents:
        for piece in _pieces(ent):
            tokens = trimmed(_before_verb(piece, lexicon), lexicon)
            if tokens is None or not is_name(tokens, lexicon):
                continue
            if lexicon.follows_office(reading.text, tokens.start_char) and not lexicon.is_country(tokens.text):
                continue
            type_ = _TYPES.get(ent.label_) or _type_of_unclear(tokens, lexicon)
            if type_ is EntityType.PERSON and _is_clause(tokens, lexicon):
                continue
            bounds = tokens.start_char, tokens.end_char
            found = name_candidate(reading, bounds, type_, "model") if type_ is not None else None
            if found is not None:
                yield found


def _pieces(ent: Tokens) -> Iterator[Tokens]:
    """The parts of a name that the model drew over a bracket, a quotation mark or punctuation."""
    start = ent.start
    for token in ent:
        if token.text in _BREAKS:
            if token.i > start:
                yield ent.doc[start : token.i]
            start = token.i + 1
    if start < ent.end:
        yield ent.doc[start : ent.end]


def _before_verb(tokens: Tokens, lexicon: Lexicon) -> Tokens:
    """``Brigade de recherche investissent un entrepôt``: a conjugated verb is no part of a name."""
    for token in tokens[1:]:
        tags = lexicon.inflections.tags(token.lower_)
        if token.text.islower() and token.pos_ in ("VERB", "AUX") and tags & _FINITE:
            return tokens[: token.i - tokens.start]
    return tokens


def trimmed(tokens: Tokens, lexicon: Lexicon) -> Tokens | None:
    """A name without the article, preposition, title or function before it and the punctuation around it."""
    if straight(tokens.text) in lexicon.names.keep_article:
        return tokens
    doc, start, end = tokens.doc, tokens.start, tokens.end
    while start < end and _is_before_name(doc, start, end, lexicon):
        start += 1
    while end > start and _is_after_name(doc, start, end, lexicon):
        end -= 1
    return doc[start:end] if start < end else None


def _is_before_name(doc: Doc, at: int, end: int, lexicon: Lexicon) -> bool:
    if doc[at].is_sent_start and doc[at].lower_ in lexicon.event_nouns and at + 1 < end:  # "Rapt d'Evere : …"
        return doc[at + 1].lower_ in lexicon.profile.words["contracted_de"]
    return _is_leading(doc, at, lexicon) or _is_common_head(doc, at, end, lexicon) or _is_mark(doc[at].text)


def _is_after_name(doc: Doc, start: int, end: int, lexicon: Lexicon) -> bool:
    """A mark, an article, or where a body is from (``parquet fédéral belge``)."""
    last = doc[end - 1]
    origin = end - start > 1 and last.text.islower() and last.text in lexicon.demonyms
    pointing = last.lower_ in lexicon.profile.words["demonstratives"]  # "à Oran ce mois-là"
    return origin or pointing or _is_mark(last.text) or last.lower_ in lexicon.names.leading


def _is_mark(text: str) -> bool:
    return not any(c.isalnum() for c in text)


def _is_common_head(doc: Doc, at: int, end: int, lexicon: Lexicon) -> bool:
    """A common noun before a name (``groupe X``, ``agence Y``): institutions' own nouns are found by the patterns."""
    word = doc[at].text
    return word.islower() and "-" not in word and at + 1 < end and word not in lexicon.names.person_particles


def _is_leading(doc: Doc, at: int, lexicon: Lexicon) -> bool:
    """An article or preposition, or a person's title or function."""
    token, lower = doc[at], doc[at].text[0].islower()
    if token.lower_ in lexicon.names.leading and (lower or at + 1 < len(doc)):
        return lower or token.is_sent_start is not False or token.lower_ in lexicon.names.articles
    noun = lexicon.person_nouns.get(token.lower_)
    return noun is not None and (noun.category == "title" or (noun.category == "function" and lower))


def _is_clause(tokens: Tokens, lexicon: Lexicon) -> bool:
    """Words of another language, which the model takes for a long name of a person."""
    small = [t for t in tokens if t.text.islower() and t.text not in lexicon.names.person_particles]
    return len(small) > 1


def is_name(tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether words that may be a name have a capital and are no demonym, function or word of the language."""
    first = tokens[0]
    if not any(_has_capital(t.text) for t in tokens):
        return False
    listed = first.lower_ in lexicon.names.not_names
    if len(tokens) == 1:
        is_demonym = first.text[0].isupper() and spaced_key(first.text) in lexicon.demonyms
        is_demonym = is_demonym and not names_country(first, lexicon)
        is_noun = first.is_sent_start and first.lower_ in lexicon.person_nouns
        happens = first.is_sent_start and first.lower_ in lexicon.event_nouns  # "Verdict attendu dimanche"
        if is_demonym or is_noun or listed or happens or is_fronted_participle(first, lexicon):
            return False
    return not (listed and first.is_sent_start and len(tokens) <= 2 and not first.is_upper)


def _has_capital(word: str) -> bool:
    """Letters of scripts without capitals count as such."""
    return word[0].isupper() or (not word[0].isascii() and word[0].isalpha())


def _type_of_unclear(tokens: Tokens, lexicon: Lexicon) -> EntityType | None:
    """The model's MISC is an event or product more often than not: kept only where a list or its form knows better."""
    if lexicon.place(tokens.text) is not None and len(tokens) <= _MAX_UNCLEAR_PLACE:
        return EntityType.PLACE
    if len(tokens) == 1 and tokens.text.isupper() and len(tokens.text) in _ACRONYM:
        return EntityType.ORGANIZATION
    return None
