"""Words that name who says something: after a preposition of source, or as the speaker of a reporting verb."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg.extract.parsed import Token, Tokens
from kg.extract.positions import Positions
from kg.extract.reporting import after_incise, follows_break, follows_quotation, limiting, phrase_end
from kg.extract.syntax import Syntax
from kg.model import EntityType

#: words after a reporting verb in which an inverted speaker stands, and in which the text it speaks of
_INVERSION_REACH = 5
_COMPLEMENT_REACH = 8
#: words after an inverted speaker in which the incise closes, where the verb seems to have another subject
_INCISE_REACH = 3
#: words from the opening of a sentence to the comma that closes ``Pour X, …``
_OPENING = 8
SPEAKERS = frozenset({EntityType.PERSON, EntityType.GROUP, EntityType.ORGANIZATION, EntityType.PLACE})
_NAMING = ("NOUN", "PROPN", "X")
_VERBAL = ("VERB", "AUX")


# --- prepositions --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SourcePhrase:
    """``selon le parquet``: the index of its first word and the noun that names the source."""

    begin: int
    head: Token


def source_phrases(sent: Tokens, syntax: Syntax) -> Iterator[SourcePhrase]:
    """Nouns after prepositions of source (``selon``), and a person's name after a weak one at the opening."""
    cues, text = syntax.profile.cues, sent.lowered
    for phrase in sorted(cues["source_prepositions"] - cues["weak_source_prepositions"]):
        at = text.find(phrase)
        while at >= 0:
            whole = (at == 0 or not text[at - 1].isalnum()) and _ends_word(text, at + len(phrase))
            own = phrase.rsplit(" ", 1)[-1] if phrase.rsplit(" ", 1)[-1] in cues["personal_sources"] else ""
            head = _first_noun(sent, at + len(phrase) - len(own)) if whole else None  # "de source policière"
            if head is not None:
                yield SourcePhrase(next(t.i for t in sent if t.end - sent.start_char > at), head)
            at = text.find(phrase, at + 1)
    if sent[0].lower_ in cues["weak_source_prepositions"] and any(t.text == "," for t in sent[1:_OPENING]):
        head = _first_noun(sent, len(sent[0].text))
        if head is not None and head.pos_ == "PROPN":
            yield SourcePhrase(sent.start, head)


def _ends_word(text: str, at: int) -> bool:
    """``d'après`` ends none in ``d'après-midi``."""
    return at >= len(text) or not (text[at].isalnum() or text[at] == "-")


def _first_noun(sent: Tokens, offset: int) -> Token | None:
    """The first noun at or after a character of the sentence, if no verb stands before it."""
    for token in sent:
        if token.idx - sent.start_char >= offset:
            if token.pos_ in (*_NAMING, "PRON") or (len(token.text) > 1 and token.text.isupper()):
                return token
            if token.pos_ in _VERBAL:
                return None
    return None


# --- verbs -------------------------------------------------------------------------------------------------------


def speaker_of(verb: Token, syntax: Syntax, positions: Positions) -> tuple[Token | None, bool]:
    """Who speaks, and whether the whole sentence is what is said: the speaker follows, or is a passive's agent."""
    first = syntax.first_form(verb)
    before = [c for c in syntax.children(verb, "subject", "passive_subject") if c.i < first.i]
    own = [c for c in before if syntax.preposition(c) is None]  # "près d'Oued Zhour, a annoncé l'armée", parsed so
    shared = first.i < verb.i and syntax.shares_with(verb) is not None  # "a appelé au calme et démenti la rumeur"
    after_break = not shared and (first.i == verb.sent.start or follows_break(verb, syntax))
    if after_break and any(is_anybody(c, syntax) for c in _subjects_after(verb, first, syntax)):
        return _source_of_impersonal(verb, syntax), True
    last = phrase_end(verb, syntax) or verb
    within = next((t for t in verb.doc[first.i + 1 : verb.i] if syntax.word(t, "inversion_pronouns")), None)
    if after_break and within is not None and not is_anybody(within, syntax):
        return within, True  # "a-t-il ajouté"
    inverted = _inverted_speaker(last, syntax, positions) if after_break else None
    open_ended = inverted is not None and not _closes_soon(inverted) and not _breaks_clause(inverted, syntax)
    known = any(positions.names_somebody(c) for c in own)
    if known and inverted is not None and _is_said(inverted, syntax, positions):
        inverted = None  # "Le procureur, jusqu'alors muet, a démenti toute arrestation."
    if own and open_ended and not (follows_quotation(verb, syntax) or _must_speak(inverted, verb, syntax, positions)):
        inverted = None  # ``le ministre, NOM, a annoncé l'envoi de …``: the noun is what is announced
    if inverted is not None:
        impersonal = is_anybody(inverted, syntax)
        return (_source_of_impersonal(verb, syntax) if impersonal else inverted), True
    if syntax.is_passive(verb) and (last is verb or syntax.auxiliaries(verb)):  # "fait état" looks like a participle
        told_of = next(iter(syntax.surface_subjects(verb)), None)
        person = told_of is not None and positions.names_person(told_of)  # "X a été dénoncé par Y" reports nothing
        return None if person else next(iter(syntax.passive_agents(verb)), None), True
    limiter = limiting(verb, syntax)
    verb = limiter if limiter is not None else verb
    subject = next(iter(syntax.surface_subjects(verb) or syntax.subject_by_position(verb)), None)
    if subject is not None and is_anybody(subject, syntax):
        return _source_of_impersonal(verb, syntax), after_break
    if subject is None or syntax.word(subject, "relative_subject"):
        subject = _antecedent(verb, syntax, positions) or subject
    nobody = subject is None or (subject.pos_ in _NAMING and not positions.names_somebody(subject))
    if nobody and not (subject is not None and _tells(subject, syntax)):
        subject = positions.subject(verb, SPEAKERS) or _subject_of_clause(verb, syntax, positions) or subject
    return subject, subject is not None and subject.i > verb.i


def _is_said(noun: Token, syntax: Syntax, positions: Positions) -> bool:
    """Whether a noun after a verb names nobody that could speak, nor a text."""
    return noun.pos_ == "NOUN" and not (positions.names_somebody(noun) or _tells(noun, syntax))


def _must_speak(noun: Token | None, verb: Token, syntax: Syntax, positions: Positions) -> bool:
    """``sept hommes arrêtés, a annoncé mardi la procureure de X, Y``: a person is nothing that one announces."""
    return noun is not None and syntax.can_be(verb, "thing_reporting_verbs") and positions.names_somebody(noun)


def is_anybody(pronoun: Token, syntax: Syntax) -> bool:
    """``apprend-on``, ``rapporte-t-on``; not ``raconte-t-il``, cut into three words."""
    cues = syntax.profile.cues
    if pronoun.lower_ in cues["linking_particles"]:
        return pronoun.i + 1 < pronoun.sent.end and pronoun.nbor(1).lower_ in cues["report_pronouns"]
    return pronoun.lower_ in cues["report_pronouns"]


def _subject_of_clause(verb: Token, syntax: Syntax, positions: Positions) -> Token | None:
    """``X a refusé, tout en promettant de revenir``: of a present participle, that of the verb before it."""
    if "part.pres" not in syntax.tags(verb):
        return None
    before = (t for t in reversed(verb.doc[verb.sent.start : verb.i]) if t.pos_ in _VERBAL and syntax.is_finite_verb(t))
    main = next(before, None)
    if main is None:
        return None
    own = (t for t in syntax.surface_subjects(main) if positions.names_somebody(t))
    return next(own, None) or positions.subject(main, SPEAKERS)


def _antecedent(verb: Token, syntax: Syntax, positions: Positions) -> Token | None:
    """``indique la Sûreté nationale, qui dément que …``: whom the relative pronoun before a verb stands for."""
    before = syntax.first_form(verb).nbor(-1) if syntax.first_form(verb).i > verb.sent.start else None
    if before is None or not syntax.word(before, "relative_subject"):
        return None
    antecedent = positions.before(before)
    return antecedent.last if antecedent is not None else None


def _subjects_after(verb: Token, first: Token, syntax: Syntax) -> list[Token]:
    """``a-t-on appris``: pronouns after a verb's first form."""
    return [c for c in syntax.children(verb, "subject", "passive_subject") if c.i > first.i]


def _inverted_speaker(verb: Token, syntax: Syntax, positions: Positions) -> Token | None:
    """The speaker after a verb: the next noun or pronoun, unless that names nobody and a mention follows."""
    found = _inverted_subject(verb, syntax)
    if found is not None and (found.pos_ == "PRON" or positions.names_somebody(found) or _tells(found, syntax)):
        return found
    return positions.speaker(verb) or found


def _tells(noun: Token, syntax: Syntax) -> bool:
    return noun.lower_ in syntax.profile.cues["source_nouns"]


def _closes_soon(speaker: Token) -> bool:
    """Whether an incise ends right after its speaker (``…, affirme la même source, …``)."""
    after = speaker.doc[speaker.i + 1 : min(speaker.sent.end, speaker.i + 1 + _INCISE_REACH)]
    return speaker.i + 1 >= speaker.sent.end or any(t.is_punct for t in after)


def _breaks_clause(speaker: Token, syntax: Syntax) -> bool:
    """``Deux hommes, précise le parquet dans un communiqué, ont …``: the clause goes on after the incise."""
    comma = next((t for t in speaker.doc[speaker.i + 1 : speaker.sent.end] if t.text == "," or t.pos_ in _VERBAL), None)
    if comma is None or comma.text != "," or comma.i + 1 >= comma.sent.end:
        return False
    after = comma.doc[comma.i + 1 : min(comma.sent.end, comma.i + 1 + _INCISE_REACH)]
    following = next((t for t in after if not syntax.word(t, "reflexive", "negation_particle", "object_clitics")), None)
    return following is not None and syntax.is_finite_verb(following)


def _inverted_subject(verb: Token, syntax: Syntax) -> Token | None:
    """The noun or pronoun right after the verb (``a déclaré hier le ministre``)."""
    first = after_incise(verb)
    for token in verb.doc[first : min(verb.sent.end, first + _INVERSION_REACH)]:
        if syntax.word(token, "inversion_pronouns"):
            return token
        if token.pos_ in _NAMING and not syntax.is_time(token):
            return token if syntax.preposition(token) is None else None
        incise = token.text == "," and token.i > verb.i + 1
        if token.text[0].isupper() and token.pos_ in ("ADP", "DET"):  # ``rapporte De Standaard``
            return token
        if token.pos_ in ("ADP", "SCONJ", "PUNCT", *_VERBAL) and not incise:
            return None
    return None


def _source_of_impersonal(verb: Token, syntax: Syntax) -> Token | None:
    """``apprend-on dans un communiqué``, ``apprend-on auprès du parquet``: the noun after the preposition."""
    wanted = syntax.profile.cues["report_complement_prepositions"]
    for argument in syntax.obliques(verb):
        if argument.function in wanted:
            return argument.head
    following = verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 1 + _COMPLEMENT_REACH)]
    for left, right in pairwise(following):
        if (syntax.listed(left) or left.lower_) in wanted and right.pos_ in _NAMING:
            return right
    return None
