"""Words that name who says something: after a preposition of source, or as the speaker of a reporting verb."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg.extract.parsed import Token, Tokens
from kg.extract.positions import Positions
from kg.extract.syntax import Syntax
from kg.model import EntityType

#: words after a reporting verb in which an inverted speaker stands, and in which the text it speaks of
_INVERSION_REACH = 5
_COMPLEMENT_REACH = 8
#: words after an inverted speaker in which the incise closes, where the verb seems to have another subject
_INCISE_REACH = 3
#: words from the opening of a sentence to the comma that closes ``Pour X, …``
_OPENING = 8
#: words after a reporting verb in which the clause that it reports opens
_CLAUSE_REACH = 6
#: code points before a reporting verb in which a phrase of contrast stands
_CONTRAST = 45
#: words after a verb of a phrase in which ``, lui,`` stands
_CONTRAST_WORDS = 3
#: words before an infinitive in which a verb of limiting stands
_LIMIT_REACH = 3
SPEAKERS = frozenset({EntityType.PERSON, EntityType.GROUP, EntityType.ORGANIZATION, EntityType.PLACE})
_NAMING = ("NOUN", "PROPN", "X")
_VERBAL = ("VERB", "AUX")
#: tags that the tagger gives no verb by mistake
_NEVER_VERBS = frozenset({"DET", "ADP", "PUNCT", "PRON", "NUM", "CCONJ", "SCONJ", "PROPN", "ADV"})


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


# --- verbs ---------------------------------------------------------------------------------------------------------


def reports(verb: Token, syntax: Syntax) -> bool:
    """Whether a word tells that somebody says something: a finite form, or a present participle with its clause."""
    cues, lemmas, tags = syntax.profile.cues, syntax.lemmas(verb), syntax.tags(verb)
    if not syntax.can_be(verb, "denying_verbs", "reporting_verbs") and not _opens_phrase(verb, syntax):
        return _commits(verb, syntax) or _is_incise(verb, syntax)
    if (verb.pos_ in ("NOUN", "PROPN", "DET", "ADP") and not syntax.auxiliaries(verb)) or _is_contrasted(verb, syntax):
        return False
    joined = syntax.is_(verb, "conjunct") and syntax.is_completed(verb.head)  # "a appelé au calme et annoncé l'envoi"
    if lemmas & cues["denying_verbs"]:  # "un pourvoi rejeté par la cour" says nothing of what the sentence tells
        rejected = lemmas & cues["rejecting_verbs"] and syntax.is_passive(verb)
        return (joined or not syntax.is_participle(verb)) and not rejected
    if _opens_phrase(verb, syntax):
        return True
    if not lemmas & cues["reporting_verbs"] or (syntax.is_participle(verb) and not joined):
        return False
    if lemmas & cues["clause_reporting_verbs"] and not _says_clause(verb, syntax):
        return False
    if "part.pres" in tags:
        return any(syntax.word(t, "relative_object") for t in verb.doc[verb.i + 1 : verb.i + 3])
    return "inf" not in tags or _limiting(verb, syntax) is not None


def _commits(verb: Token, syntax: Syntax) -> bool:
    """``s'est engagé à fermer``: who promises says what will be."""
    if not syntax.can_be(verb, "commitment_verbs") or verb.pos_ not in _VERBAL or syntax.is_passive(verb):
        return False
    following = verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 1 + _CLAUSE_REACH)]
    infinitive = next((t for t in following if t.pos_ in _VERBAL), None)
    return infinitive is not None and "inf" in syntax.tags(infinitive) and "inf" not in syntax.tags(verb)


def _is_incise(verb: Token, syntax: Syntax) -> bool:
    """``La trêve tient, glisse un diplomate``: a clause, a break, a verb without a subject of its own before it."""
    if not syntax.can_be(verb, "incise_verbs") or not syntax.is_finite_verb(verb) or not follows_break(verb, syntax):
        return False
    said = verb.doc[verb.sent.start : syntax.first_form(verb).i]
    own = syntax.children(verb, "subject", "passive_subject")
    return all(c.i > verb.i for c in own) and any(syntax.is_finite_verb(t) for t in said)


def _is_contrasted(verb: Token, syntax: Syntax) -> bool:
    """``contrairement à ce qu'affirment des médias``: the text says the contrary itself."""
    before = syntax.lowered_before(verb).rstrip()
    return any(phrase in before[-_CONTRAST:] for phrase in syntax.profile.cues["contrasting_phrases"])


def _says_clause(verb: Token, syntax: Syntax) -> bool:
    """Whether a clause or quotation follows a verb, or a break of speech stands before it (``…, conclut le juge``)."""
    if follows_break(verb, syntax):
        return True
    following = verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 1 + _CLAUSE_REACH)]
    return any(t.text == ":" or syntax.word(t, "relative_object", "opening_quotes") for t in following)


def _opens_phrase(verb: Token, syntax: Syntax) -> bool:
    """``a fait savoir``, ``laisse entendre``: a verb of a fixed phrase that reports."""
    return _phrase_end(verb, syntax) is not None


def _phrase_end(verb: Token, syntax: Syntax) -> Token | None:
    """The second word of a fixed phrase that reports; adverbs and a contrast may stand between.

    ``fait désormais état de``, ``parle, lui, de``.
    """
    if verb.pos_ in _NEVER_VERBS:
        return None
    after = verb.doc[verb.i + 1 : verb.sent.end]
    beside = [t for t in after[:_CONTRAST_WORDS] if t.text == "," or syntax.word(t, "stressed_pronouns")]
    following = next((t for t in after if t.pos_ != "ADV" and t not in beside), None)
    phrases = syntax.profile.cues["reporting_phrases"]
    if following is None or not any(f"{lemma} {following.lower_}" in phrases for lemma in syntax.lemmas(verb)):
        return None
    return following


def _limiting(verb: Token, syntax: Syntax) -> Token | None:
    """``se borne à confirmer que``: the verb of limiting that makes an infinitive a statement."""
    before = verb.doc[max(verb.sent.start, verb.i - _LIMIT_REACH) : verb.i]
    limits = syntax.profile.cues["limiting_verbs"]
    return next((t for t in before if t.pos_ in _VERBAL and syntax.lemmas(t) & limits), None)


def follows_quotation(verb: Token, syntax: Syntax) -> bool:
    """``« … », s'emporte X``: whatever the verb, after a quotation and a comma it gives the speaker."""
    if (verb.pos_ not in _VERBAL and not _looks_nominal(verb)) or "inf" in syntax.tags(verb):
        return False
    if syntax.is_participle(verb) or "part.pres" in syntax.tags(verb):
        return False  # "… », faisant deux morts"
    before = _before_clitics(verb, syntax)
    if before is not None and before.text == "," and before.i > verb.sent.start:
        before = before.nbor(-1)
    return before is not None and before.i > verb.sent.start and syntax.word(before, "closing_quotes")


def _looks_nominal(word: Token) -> bool:
    """``« … », tempête un officier``: what the tagger took for a noun right before a phrase that names somebody."""
    if word.pos_ not in ("NOUN", "ADJ") or not word.text.islower() or word.i + 1 >= word.sent.end:
        return False
    following = word.nbor(1)
    return following.pos_ == "DET" or (following.pos_ in _NAMING and following.text[0].isupper())


def follows_break(verb: Token, syntax: Syntax) -> bool:
    """Whether a comma, a closing quotation mark or a dash stands right before a verb's first form."""
    before = _before_clitics(verb, syntax)
    return before is not None and _ends_speech(before, syntax) and not _closes_contrast(before, syntax)


def _closes_contrast(comma: Token, syntax: Syntax) -> bool:
    """``le ministère, lui, fait état de``: a stressed pronoun between commas parts no speech from its speaker."""
    at, doc = comma.i, comma.doc
    return at > comma.sent.start + 1 and syntax.word(doc[at - 1], "stressed_pronouns") and doc[at - 2].text == ","


def _before_clitics(verb: Token, syntax: Syntax) -> Token | None:
    """The word before a verb's first form and the pronouns that lean on it (``, s'insurge X``)."""
    first = syntax.first_form(verb)
    at, start = first.i - 1, first.sent.start
    while at >= start and _leans(first.doc[at], syntax):
        at -= 1
    return first.doc[at] if at >= start else None


def _leans(word: Token, syntax: Syntax) -> bool:
    clitic = syntax.word(word, "reflexive", "object_clitics", "dative_clitics")
    return clitic and word.pos_ != "DET" and not syntax.is_(word, "subject", "passive_subject")


def speaker_of(verb: Token, syntax: Syntax, positions: Positions) -> tuple[Token | None, bool]:
    """Who speaks, and whether the whole sentence is what is said: the speaker follows, or is a passive's agent."""
    first = syntax.first_form(verb)
    own = [c for c in syntax.children(verb, "subject", "passive_subject") if c.i < first.i]
    after_break = first.i == verb.sent.start or follows_break(verb, syntax)
    if after_break and any(
        c.lower_ in syntax.profile.cues["report_pronouns"] for c in _subjects_after(verb, first, syntax)
    ):
        return _source_of_impersonal(verb, syntax), True
    last = _phrase_end(verb, syntax) or verb
    within = next((t for t in verb.doc[first.i + 1 : verb.i] if syntax.word(t, "inversion_pronouns")), None)
    if after_break and within is not None and within.lower_ not in syntax.profile.cues["report_pronouns"]:
        return within, True  # "a-t-il ajouté"
    inverted = _inverted_speaker(last, syntax, positions) if after_break else None
    if inverted is not None and own and not _closes_soon(inverted):
        inverted = None  # ``le ministre, NOM, a annoncé l'envoi de …``: the noun is what is announced
    if inverted is not None:
        impersonal = inverted.lower_ in syntax.profile.cues["report_pronouns"]
        return (_source_of_impersonal(verb, syntax) if impersonal else inverted), True
    if syntax.is_passive(verb) and (last is verb or syntax.auxiliaries(verb)):  # "fait état" looks like a participle
        return next(iter(syntax.passive_agents(verb)), None), True
    limiting = _limiting(verb, syntax)
    verb = limiting if limiting is not None else verb
    subject = next(iter(syntax.surface_subjects(verb) or syntax.subject_by_position(verb)), None)
    if subject is not None and subject.lower_ in syntax.profile.cues["report_pronouns"]:
        return _source_of_impersonal(verb, syntax), after_break
    nobody = subject is None or (subject.pos_ in _NAMING and not positions.names_somebody(subject))
    if nobody and not (subject is not None and _tells(subject, syntax)):
        subject = positions.subject(verb, SPEAKERS) or subject
    return subject, subject is not None and subject.i > verb.i


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


def _ends_speech(token: Token, syntax: Syntax) -> bool:
    return token.text == "," or syntax.word(token, "closing_quotes", "dashes")


def _inverted_subject(verb: Token, syntax: Syntax) -> Token | None:
    """The noun or pronoun right after the verb (``a déclaré hier le ministre``)."""
    for token in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 1 + _INVERSION_REACH)]:
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
