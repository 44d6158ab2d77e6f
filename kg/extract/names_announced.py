"""Names that the words before them announce, where the model saw none: places, and bodies called by a common noun."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.candidate import Candidate, name_candidate
from kg.extract.lexicon import Lexicon
from kg.extract.names_model import is_name
from kg.extract.parsed import Token, Tokens
from kg.extract.reading import Reading
from kg.extract.syntax.words import VERBAL
from kg.model import EntityType

#: words of the longest place that is looked up
_MAX_WORDS = 3


def known_places(reading: Reading, lexicon: Lexicon) -> Iterator[Candidate]:
    """Capitalised words after a preposition of place that the gazetteer knows; well known ones after an article too."""
    rules = lexicon.names
    for token in reading.doc[1:]:
        before = token.nbor(-1).lower_
        if not token.text[:1].isupper() or before not in rules.place_prepositions | rules.place_links:
            continue
        tokens = _longest_place(token, lexicon, prominent=before not in rules.place_prepositions)
        if tokens is not None and is_name(tokens, lexicon):
            found = name_candidate(reading, (tokens.start_char, tokens.end_char), EntityType.PLACE, "place")
            if found is not None:
                yield found


def _longest_place(token: Token, lexicon: Lexicon, *, prominent: bool) -> Tokens | None:
    """The longest place that begins at a word; if asked only a prominent one."""
    for size in range(_MAX_WORDS, 0, -1):
        tokens = token.doc[token.i : token.i + size]
        if len(tokens) == size and all(t.text[0].isalpha() for t in tokens) and not _is_small(tokens[-1], lexicon):
            place = lexicon.place(tokens.text)
            if place is not None and (place.prominent or not prominent):
                return tokens
    return None


def _is_small(word: Token, lexicon: Lexicon) -> bool:
    """``à Oran ce mois-là``, ``à Gand a tendu``: an article, a preposition or a verb ends no name."""
    return word.text.islower() and (word.lower_ in lexicon.names.leading or word.pos_ in VERBAL)


def short_forms(reading: Reading, lexicon: Lexicon) -> Iterator[Candidate]:
    """``la Défense``, ``le Conseil``: a body's common noun in capitals after an article, inside a sentence."""
    articles = lexicon.profile.words["strictly_definite"]
    for token in reading.doc[1:]:
        if token.nbor(-1).lower_ not in articles or not _is_capitalised_body(token, lexicon):
            continue
        if not lexicon.follows_office(reading.text, token.idx):
            bounds = token.idx, token.end
            found = name_candidate(reading, bounds, EntityType.ORGANIZATION, "short")
            if found is not None:
                yield found


def _is_capitalised_body(token: Token, lexicon: Lexicon) -> bool:
    if not token.text[0].isupper() or token.is_upper or token.is_sent_start:
        return False
    noun = lexicon.person_nouns.get(token.lower_)
    is_body = noun is not None and noun.category == "body" and not noun.plural
    return is_body and token.lower_ not in lexicon.profile.country_nouns
