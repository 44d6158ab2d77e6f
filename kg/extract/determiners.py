"""What stands before a noun: its determiner, its figure, and what they say of it."""

from __future__ import annotations

from kg.extract.lexicon import Lexicon
from kg.extract.parsed import Token

#: tags of the words of a noun phrase
_PHRASE = frozenset({"ADJ", "ADP", "DET", "NOUN", "NUM", "PROPN"})


def phrase_to(last: Token) -> range:
    """The indices of the words of the noun phrase that ends at one: ``l'ambassade de X à Y``."""
    at = last.i
    while at > last.sent.start and last.doc[at - 1].pos_ in _PHRASE:
        at -= 1
    return range(at, last.i + 1)


def determiner_of(token: Token, lexicon: Lexicon) -> Token | None:
    """The determiner, numeral or preposition before a noun and its adjectives."""
    start, at = token.sent.start, token.i - 1
    while at >= start and token.doc[at].pos_ == "ADJ":
        at -= 1
    if at < start:
        return None
    before, words = token.doc[at], lexicon.profile.words
    known = words["strictly_definite"] | words["indefinite"] | words["possessive"]
    return before if before.pos_ in ("DET", "NUM", "ADP") or before.lower_ in known else None


def names_country(token: Token, lexicon: Lexicon) -> bool:
    """``la Suisse``, ``en Suisse``, against ``un Suisse``: a word that is a demonym and a country's name."""
    if not token.text[0].isupper() or not lexicon.is_country(token.text):
        return False
    determiner = determiner_of(token, lexicon)
    feminine = lexicon.profile.words["feminine_determiners"]
    return determiner is None or determiner.pos_ == "ADP" or determiner.lower_ in feminine


def is_definite(token: Token, lexicon: Lexicon) -> bool:
    """Whether a noun speaks of something known: by its article, demonstrative or possessive."""
    determiner = determiner_of(token, lexicon)
    if determiner is None:
        return False
    words = lexicon.profile.words
    if determiner.pos_ == "NUM" and determiner.i > token.sent.start:  # "les deux hommes"
        determiner = determiner.nbor(-1)
    if determiner.lower_ in words["strictly_definite"] | words["possessive"]:
        return True
    return determiner.lower_ in lexicon.reference.definite_contractions and determiner.pos_ in ("ADP", "DET")


def speaks_of_several(token: Token, lexicon: Lexicon) -> bool:
    """Whether a noun that may be singular or plural is plural: by its determiner, else by its ending."""
    determiner = determiner_of(token, lexicon)
    if determiner is None:
        return token.lower_.endswith(tuple(lexicon.reference.plural_endings))
    plural = lexicon.profile.words["plural_determiners"] | lexicon.reference.plural_links
    return determiner.lower_ in plural or determiner.pos_ == "NUM"


def figure_start(token: Token, lexicon: Lexicon) -> Token:
    """Where the figure before a noun begins (``deux hommes``, ``une trentaine d'écoles``), else the noun."""
    start = token.sent.start
    if token.i - 2 >= start and token.nbor(-1).lower_ in lexicon.reference.quantity_links:
        quantity = token.nbor(-2)
        if quantity.lower_ in lexicon.profile.collectives:
            return quantity
    first = token
    while first.i > start and _counts(first.nbor(-1), first, token):
        first = first.nbor(-1)
    return first if first.pos_ == "NUM" else token


def _counts(word: Token, following: Token, noun: Token) -> bool:
    """Whether a word is part of the figure and adjectives that the parser hangs on a noun, or on nothing."""
    return word.pos_ in ("NUM", "ADJ") and word.head.i in (noun.i, word.i, following.i)


def is_fronted_participle(token: Token, lexicon: Lexicon) -> bool:
    """``Arrêté lundi, il a été écroué``: at an opening, before a word without capital."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    tags = lexicon.inflections.tags(token.lower_)
    if not token.is_sent_start or not any(tag.startswith("part.past") for tag in tags):
        return False
    goes_on = following is not None and following.text[0].islower()
    return goes_on and not lexicon.gazetteer.is_first_name(token.text)
