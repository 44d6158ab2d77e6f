"""Common nouns and pronouns that may stand for a person, group, body or place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.extract.candidate import Candidate
from kg.extract.determiners import (
    determiner_of,
    figure_start,
    is_definite,
    is_fronted_participle,
    names_country,
    speaks_of_several,
)
from kg.extract.lexicon import Lexicon
from kg.extract.marks import OFFICES
from kg.extract.parsed import Token, Tokens
from kg.extract.partitives import partitive
from kg.extract.pronouns import possessive, pronoun
from kg.extract.reading import Reading
from kg.language.gazetteer import PersonNoun
from kg.model import EntityType, MentionKind

#: words in the longest noun of the lists (``juge d'instruction``, ``mis en cause``)
_MAX_WORDS = 4
#: words before "personne" in which its particle stands
_PARTICLE_REACH = 6
_SCORE = 0.8
#: letters of a title that is an abbreviation even without a stop
_ABBREVIATION = 3
#: tags of forms whose endings no adjective has
_CONJUGATED = frozenset({"impf", "cond", "fut"})
#: words after a noun for a place in which the place's name is looked for
_NAME_REACH = 3


def nominal_candidates(readings: Iterable[Reading], named: Iterable[Candidate], lexicon: Lexicon) -> list[Candidate]:
    """Every nominal and pronoun outside the names, in text order."""
    taken = {(c.reading, at) for c in named for at in range(c.begin, c.end)}
    found: list[Candidate] = []
    for reading in readings:
        end = 0
        for token in reading.doc if reading.parsed else ():
            if token.idx < end or (reading.index, token.idx) in taken:
                continue
            candidate = _candidate(reading, token, lexicon)
            if candidate is not None:
                found.append(candidate)
                end = max(end, candidate.end)
    return found


def _candidate(reading: Reading, token: Token, lexicon: Lexicon) -> Candidate | None:
    return (
        partitive(reading, token, lexicon)
        or _noun(reading, token, lexicon)
        or _demonym(reading, token, lexicon)
        or pronoun(reading, token, lexicon)
        or possessive(reading, token, lexicon)
    )


def _noun(reading: Reading, token: Token, lexicon: Lexicon) -> Candidate | None:
    """The longest listed noun that begins at a word, else a noun for a place."""
    stop = token.sent.end
    longest = min(_MAX_WORDS, stop - token.i) if lexicon.may_open_noun(token.lower_) else 0
    for size in range(longest, 0, -1):
        words = reading.doc[token.i : token.i + size]
        noun = _listed(reading, words, lexicon)
        if noun is not None and (size > 1 or _is_noun(token, lexicon)):
            if size == 1 and _is_nobody(token, lexicon):
                return None
            if noun.category == "accused" and is_fronted_participle(token, lexicon):
                return None
            if token.text[0].isupper() and lexicon.follows_office(reading.text, token.idx):
                return None
            return _nominal(reading, token, words.end, noun, lexicon)
    if _is_bare_place(token, lexicon):
        noun = PersonNoun(token.lower_, token.lower_, None, "s", "place", EntityType.PLACE)
        return _build(reading, token, token.i + 1, noun, lexicon)
    return None


def _listed(reading: Reading, words: Tokens, lexicon: Lexicon) -> PersonNoun | None:
    """The listed noun that words are, unless they are part of a set phrase, an abbreviation or another word."""
    form = reading.text[words.start_char : words.end_char].lower()
    known = form if form in lexicon.person_nouns else lexicon.without_prefix(form)
    noun = lexicon.person_nouns.get(known) if form not in lexicon.profile.country_nouns else None
    if (
        noun is None
        or _is_same_source(words[0], form, lexicon)
        or _in_phrase(reading.text, words.start_char, lexicon)
        or _is_abbreviation(form, noun.category)
    ):
        return None
    return noun if _agrees(words[0], noun, lexicon) else None


def _is_nobody(token: Token, lexicon: Lexicon) -> bool:
    """``aucun groupe``, ``n'a menacé personne``: names nobody."""
    words = lexicon.profile.words
    before = token.nbor(-1) if token.i > token.sent.start else None
    if before is not None and before.lower_ in words["negative_determiners"]:
        return True
    if token.lower_ not in words["negative_pronouns"] or (before is not None and before.pos_ in ("DET", "NUM", "ADJ")):
        return False
    window = [*token.doc[max(token.sent.start, token.i - _PARTICLE_REACH) : token.i]]
    window += token.doc[token.i + 1 : min(token.sent.end, token.i + 2)]  # "Personne n'a vu le corps"
    return any(t.lower_ in words["negation_particle"] for t in window)


def _is_same_source(token: Token, form: str, lexicon: Lexicon) -> bool:
    """``la même source`` is whoever was told as a source, not somebody else or a person."""
    before = token.nbor(-1) if token.i > token.sent.start else None
    same = before is not None and before.lower_ in lexicon.profile.words["same"]
    return same and form in lexicon.profile.cues["personal_sources"]


def _in_phrase(text: str, begin: int, lexicon: Lexicon) -> bool:
    """Whether the noun belongs to a set phrase that names nobody (``à l'étranger``)."""
    phrases = lexicon.profile.words["not_nominals"]
    longest = max(map(len, phrases))
    near = text[max(0, begin - longest) : begin + longest].lower()
    found = [phrase for phrase in phrases if phrase in near]
    return any(p in text[max(0, begin - len(p)) : begin + len(p)].lower() for p in found)


def _is_abbreviation(form: str, category: str) -> bool:
    """``M.``, ``Mme``: a title that names nobody by itself."""
    return category == "title" and (form.endswith(".") or len(form) <= _ABBREVIATION)


def _agrees(token: Token, noun: PersonNoun, lexicon: Lexicon) -> bool:
    """A feminine determiner rules out a masculine noun: ``sa mort`` is no dead man, ``la garde`` no guard."""
    determiner = determiner_of(token, lexicon) if noun.gender == "m" else None
    return determiner is None or determiner.lower_ not in lexicon.profile.words["feminine_determiners"]


def _is_noun(token: Token, lexicon: Lexicon) -> bool:
    """Whether the word refers: a noun by its tag or place, not a bare singular after a preposition (``en contact``)."""
    before = token.nbor(-1) if token.i > token.sent.start else None
    if before is not None and (_is_bare(token, before, lexicon) or _is_helped(token, before, lexicon)):
        return False
    if before is not None and _stands_after_name(token, before, lexicon):
        return True
    if token.pos_ in ("NOUN", "PROPN"):
        return not (lexicon.profile.is_dep(token.dep_, "adjectival") and token.head.i < token.i)
    if token.i + 1 < token.sent.end and token.nbor(1).pos_ in ("NOUN", "PROPN"):
        return False
    return before is not None and (before.pos_ in ("DET", "NUM") or _is_contracted(before, lexicon))


def _stands_after_name(token: Token, before: Token, lexicon: Lexicon) -> bool:
    """``X, gérant d'un garage``, ``Y, 34 ans, infirmier dans``: an office after a name, whatever the tag."""
    noun = lexicon.person_nouns.get(token.lower_)
    if before.text not in (",", "(") or noun is None or noun.category not in OFFICES:
        return False
    if any(tag.startswith("part.past") for tag in lexicon.inflections.tags(token.lower_)):
        return False  # "X, converti en prison"
    told = before.nbor(-1) if before.i > token.sent.start else before
    named = (told.pos_ == "PROPN" and told.text[0].isupper()) or told.lower_ in lexicon.profile.words["age_words"]
    following = token.nbor(1) if token.i + 1 < token.sent.end else None
    return named and (following is None or following.is_punct or following.pos_ in ("ADP", "CCONJ"))


def _is_bare(token: Token, before: Token, lexicon: Lexicon) -> bool:
    if token.lower_ in lexicon.profile.cues["personal_sources"]:
        return False  # "de source policière"
    is_preposition = before.pos_ == "ADP" and before.lower_ in lexicon.profile.words["bare_prepositions"]
    return is_preposition and token.pos_ != "PROPN" and not lexicon.person_nouns[token.lower_].plural


def _is_helped(token: Token, before: Token, lexicon: Lexicon) -> bool:
    """``400 jeunes sont partis``: a participle right after an auxiliary, tagged as a noun; ``est membre`` is none."""
    tags = lexicon.inflections.tags(token.lower_)
    return before.pos_ == "AUX" and any(tag.startswith("part.past") for tag in tags)


def _is_contracted(word: Token, lexicon: Lexicon) -> bool:
    """A preposition with its article (``du``, ``aux``): a noun follows."""
    words = lexicon.profile.words
    listed = words["contracted_de"] | words["contracted_a"]
    return word.lower_ in listed and word.lower_ not in lexicon.reference.weak_prepositions


def _is_bare_place(token: Token, lexicon: Lexicon) -> bool:
    """``son pays``, ``le Royaume``; not ``la ville de Bruxelles``, whose place is named."""
    if token.lower_ not in lexicon.profile.country_nouns or token.pos_ not in ("NOUN", "PROPN"):
        return False
    if determiner_of(token, lexicon) is None:
        return False
    stop = token.sent.end
    following = token.doc[token.i + 1 : min(stop, token.i + 1 + _NAME_REACH)]
    of = lexicon.profile.words["contracted_de"]
    return not any(t.lower_ in of and t.i + 1 < stop and t.nbor(1).text[0].isupper() for t in following)


def _demonym(reading: Reading, token: Token, lexicon: Lexicon) -> Candidate | None:
    """``un Belge``, ``deux Marocains``."""
    demonym = lexicon.demonyms.get(token.lower_)
    if not token.text[0].isupper() or token.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return None
    if demonym is None:
        return _inhabitant(reading, token, lexicon)
    if names_country(token, lexicon):
        return None
    several = demonym.number != "s" and speaks_of_several(token, lexicon)
    type_ = EntityType.GROUP if several else EntityType.PERSON
    noun = PersonNoun(token.lower_, token.lower_, demonym.gender, "p" if several else "s", "demonym", type_)
    return _nominal(reading, token, token.i + 1, noun, lexicon)


def _inhabitant(reading: Reading, token: Token, lexicon: Lexicon) -> Candidate | None:
    """``un Sérésien de 24 ans``: somebody of a town that no list has; alone after an indefinite article."""
    before = token.nbor(-1) if token.i > token.sent.start else None
    after = token.nbor(1) if token.i + 1 < token.sent.end else None
    if before is None or before.lower_ not in lexicon.reference.indefinite_articles:
        return None
    if not lexicon.reference.inhabitant.match(token.lower_) or (after is not None and after.text[0].isupper()):
        return None
    noun = PersonNoun(token.lower_, token.lower_, None, "s", "demonym", EntityType.PERSON)
    return _nominal(reading, token, token.i + 1, noun, lexicon)


def _nominal(reading: Reading, token: Token, stop: int, noun: PersonNoun, lexicon: Lexicon) -> Candidate:
    """A nominal whose noun ends before token ``stop``, with the adjectives after it."""
    while stop < token.sent.end and _qualifies(reading.doc[stop], token, lexicon):
        stop += 1
    return _build(reading, token, stop, noun, lexicon)


def _qualifies(token: Token, head: Token, lexicon: Lexicon) -> bool:
    attached = token.head == head or lexicon.profile.is_dep(token.dep_, "adjectival")
    tags = lexicon.inflections.tags(token.lower_)
    conjugated = bool(tags) and tags <= _CONJUGATED  # "les suspects séquestraient des migrants", tagged an adjective
    opens = token.lower_ in lexicon.profile.words["phrasal_adjectives"]  # "un couvreur originaire de X"
    return token.pos_ == "ADJ" and attached and token.text[0].islower() and not conjugated and not opens


def _numbered(noun: PersonNoun, token: Token, lexicon: Lexicon) -> PersonNoun:
    """A noun that is the same in both numbers (``mis en cause``) with that of the determiner before it."""
    if noun.number is not None or noun.type is not EntityType.PERSON or determiner_of(token, lexicon) is None:
        return noun
    return replace(noun, number="p", type=EntityType.GROUP) if speaks_of_several(token, lexicon) else noun


def _head(token: Token, stop: int) -> int:
    """``le Premier ministre``, ``un jeune homme``: the noun, where a set phrase opens with its adjective."""
    words = token.doc[token.i : stop]
    noun = next((t.i for t in words if t.pos_ in ("NOUN", "PROPN")), token.i) if token.pos_ == "ADJ" else token.i
    return noun if token.head.i == noun else token.i


def _build(reading: Reading, token: Token, stop: int, noun: PersonNoun, lexicon: Lexicon) -> Candidate:
    noun = _numbered(noun, token, lexicon)
    begin, last = figure_start(token, lexicon).idx, reading.doc[stop - 1]
    end = last.end
    return Candidate(
        reading=reading.index,
        begin=begin,
        end=end,
        head=_head(token, stop),
        text=reading.text[begin:end],
        kind=MentionKind.NOMINAL,
        type=noun.type,
        rule=f"nominals.{noun.category}",
        score=_SCORE,
        lemma=noun.lemma,
        category=noun.category,
        gender="" if noun.lemma in lexicon.profile.epicene else noun.gender or "",
        plural=noun.plural,
        definite=is_definite(token, lexicon),
    )
