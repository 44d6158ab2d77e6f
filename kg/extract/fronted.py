"""A participle that opens a sentence, and the subject that it waits for: ``Arrêté alors qu'il fuyait, X a …``."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.clusters import Cluster
from kg.extract.determiners import is_fronted_participle
from kg.extract.lexicon import Lexicon
from kg.extract.parsed import Token, Tokens
from kg.extract.syntax.words import is_conjugated

#: words after a comma in which the subject's verb stands
_SUBJECT_REACH = 9
#: tags of the words of a subject
_PHRASE = frozenset({"DET", "ADJ", "NOUN", "NUM", "PROPN"})
_CLITICS = frozenset({"PRON", "ADV"})


@dataclass(frozen=True, slots=True)
class SubjectToCome:
    """Whom a fronted clause is about: nobody told before."""

    named: Cluster | None  #: None if the subject is not named


def fronted_clause(subject: Token, lexicon: Lexicon) -> range:
    """The indices of the words of the fronted participle's clause before its sentence's subject; may be none."""
    sent = subject.sent
    before = sent.doc[sent.start : subject.i]
    waits = subject.i > sent.start and before[-1].text == "," and is_fronted_participle(sent[0], lexicon)
    return range(sent.start, subject.i) if waits and not any(map(is_conjugated, before)) else range(0)


def subject_to_come(pronoun: Token, lexicon: Lexicon) -> Tokens | None:
    """The words of the subject after the fronted participle's clause in which a pronoun stands; None if in none."""
    sent = pronoun.sent
    if not is_fronted_participle(sent[0], lexicon):
        return None
    if any(is_conjugated(t) for t in sent.doc[sent.start : pronoun.i]):
        return None
    for comma in (t for t in sent.doc[pronoun.i + 1 : sent.end] if t.text == ","):
        at, end = comma.i + 1, min(sent.end, comma.i + 1 + _SUBJECT_REACH)
        while at < end and sent.doc[at].pos_ in _PHRASE:
            at += 1
        subject = sent.doc[comma.i + 1 : at]
        while at < end and sent.doc[at].pos_ in _CLITICS:
            at += 1
        if len(subject) and at < end and is_conjugated(sent.doc[at]):
            return subject
    return None
