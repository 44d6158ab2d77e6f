"""Pronouns that refer to someone, and possessives, which have an owner."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.candidate import Candidate
from kg.extract.lexicon import Lexicon
from kg.extract.parsed import Token
from kg.extract.reading import Reading
from kg.model import EntityType, MentionKind

#: category of the candidates that stand for an owner and are no mention
POSSESSIVE = "possessive"
_SCORE = 0.8
#: words after an impersonal subject in which the locative pronoun is looked for
_LOCATIVE_REACH = 2


def pronoun(reading: Reading, token: Token, lexicon: Lexicon) -> Candidate | None:
    """A personal pronoun that refers: not impersonal, no article; after a hyphen (``dit-elle``) whatever its tag."""
    of_two = _of_two_words(reading, token, lexicon)
    if of_two is not None:
        return of_two
    form = lexicon.profile.pronouns.get(token.lower_)
    tagged = token.pos_ == "PRON" or token.lower_ in lexicon.profile.words["inversion_pronouns"]
    if form is None or not tagged or _is_impersonal(token, lexicon):
        return None
    is_argument = lexicon.profile.is_dep(token.dep_, "object", "clitic", "oblique", "subject")
    if token.lower_ in lexicon.reference.object_pronouns and not is_argument:
        return None
    return _build(reading, token, "pronoun", gender=form.gender, plural=form.number == "p")


def _of_two_words(reading: Reading, token: Token, lexicon: Lexicon) -> Candidate | None:
    """``ce dernier``, ``le premier``: not before the noun that they qualify."""
    if token.i + 1 >= token.sent.end:
        return None
    second = token.nbor(1)
    form = lexicon.profile.pronouns.get(f"{token.lower_} {second.lower_}")
    following = second.nbor(1) if second.i + 1 < token.sent.end else None
    if form is None or (following is not None and following.pos_ in ("NOUN", "PROPN", "ADJ", "NUM")):
        return None
    found = _build(reading, second, "pronoun", gender=form.gender, plural=form.number == "p")
    text = reading.text[token.idx : found.end]
    return replace(found, begin=token.idx, text=text, lemma=text.lower())


def possessive(reading: Reading, token: Token, lexicon: Lexicon) -> Candidate | None:
    """``son arrestation``: no mention (``bench/GUIDELINES.md``), but it has an owner."""
    if token.lower_ not in lexicon.profile.words["possessive"] or token.pos_ != "DET":
        return None
    return _build(reading, token, POSSESSIVE, plural=token.lower_ in lexicon.reference.plural_possessives)


def _is_impersonal(token: Token, lexicon: Lexicon) -> bool:
    """``il faut``, ``il y a``, ``il est 19 h``."""
    if lexicon.verbs(token.head) & lexicon.profile.impersonal_verbs:
        return True
    if token.lower_ in lexicon.reference.impersonal_subjects and lexicon.reference.hour.match(
        token.doc.lowered, token.end
    ):
        return True
    following = {t.lower_ for t in token.doc[token.i + 1 : token.i + 1 + _LOCATIVE_REACH]}
    rules = lexicon.reference
    return token.lower_ in rules.impersonal_subjects and not following.isdisjoint(rules.locative_pronouns)


def _build(reading: Reading, token: Token, rule: str, *, gender: str = "", plural: bool) -> Candidate:
    return Candidate(
        reading=reading.index,
        begin=token.idx,
        end=token.end,
        head=token.i,
        text=token.text,
        kind=MentionKind.PRONOMINAL,
        type=EntityType.GROUP if plural else EntityType.PERSON,
        rule=f"nominals.{rule}",
        score=_SCORE,
        lemma=token.lower_,
        category=POSSESSIVE if rule == POSSESSIVE else "",
        gender=gender,
        plural=plural,
        definite=True,
    )
