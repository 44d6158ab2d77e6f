"""Words that tell that somebody says something: reporting verbs, fixed phrases, incises after what is said."""

from __future__ import annotations

from kg.extract.parsed import Token
from kg.extract.syntax import Syntax
from kg.language.numbers import number

#: words after a reporting verb in which the clause that it reports opens
_CLAUSE_REACH = 6
#: words after a verb of counting in which its figure stands (``avance, elle, le chiffre de vingt morts``)
_FIGURE_REACH = 9
#: code points before a reporting verb in which a phrase of contrast stands
_CONTRAST = 45
#: words after a verb of a phrase in which ``, lui,`` stands
_CONTRAST_WORDS = 3
#: words before an infinitive in which a verb of limiting stands
_LIMIT_REACH = 3
#: words of an incise between a verb and its speaker
_INCISE_LENGTH = 5
#: classes of verbs of which every word that reports is a form
_REPORTING = (
    "denying_verbs", "reporting_verbs", "commitment_verbs", "incise_verbs", "reporting_phrase_verbs",
)  # fmt: skip
#: words after a verb in which an adverbial phrase may part it from its noun (``fait pour sa part état de``)
_PHRASE_WORDS = 4
_NAMING = ("NOUN", "PROPN", "X")
_VERBAL = ("VERB", "AUX")
#: tags that the tagger gives no verb by mistake
_NEVER_VERBS = frozenset({"DET", "ADP", "PUNCT", "PRON", "NUM", "CCONJ", "SCONJ", "PROPN", "ADV"})


def leaves_open(verb: Token, syntax: Syntax) -> bool:
    """``la chambre dira s'ils restent en détention``, ``sans préciser si``: what follows is asked, not said."""
    after = verb.nbor(1) if verb.i + 1 < verb.sent.end else None
    return after is not None and syntax.word(after, "whether") and after.pos_ != "ADV"


def reports(verb: Token, syntax: Syntax) -> bool:
    """Whether a word tells that somebody says something: a finite form, or a present participle with its clause."""
    if not syntax.can_be(verb, *_REPORTING):
        return False
    cues, lemmas, tags = syntax.profile.cues, syntax.lemmas(verb), syntax.tags(verb)
    if not syntax.can_be(verb, "denying_verbs", "reporting_verbs") and not _opens_phrase(verb, syntax):
        return _commits(verb, syntax) or _is_incise(verb, syntax) or _opens_quotation(verb, syntax)
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
        opens_clause = any(syntax.word(t, "relative_object") for t in verb.doc[verb.i + 1 : verb.i + 3])
        return opens_clause or _commits(verb, syntax)
    return "inf" not in tags or limiting(verb, syntax) is not None


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
    after = verb.nbor(1) if verb.i + 1 < verb.sent.end else verb
    if syntax.word(after, "contracted_de"):
        return False  # "Le groupe, qui a diffusé une vidéo, menaçait de l'exécuter"
    said = verb.doc[verb.sent.start : syntax.first_form(verb).i]
    own = syntax.children(verb, "subject", "passive_subject")
    told = any(  # "À financer X, suppose Y", "« Faux, rétorque Y"
        syntax.is_finite_verb(t) or syntax.is_bare_infinitive(t) or syntax.word(t, "opening_quotes") for t in said
    )
    return all(c.i > verb.i for c in own) and (told or _goes_on(verb, syntax))


def _goes_on(verb: Token, syntax: Syntax) -> bool:
    """``Faute de quoi, a menacé X, les tirs reprendraient``: a clause after the comma that closes the incise."""
    after = verb.doc[verb.i + 1 : verb.sent.end]
    closing = next((t.i for t in after if t.text == "," or syntax.is_finite_verb(t)), verb.sent.end)
    if closing >= verb.sent.end or verb.doc[closing].text != ",":
        return False
    return any(syntax.is_finite_verb(t) for t in verb.doc[closing + 1 : verb.sent.end])


def _opens_quotation(verb: Token, syntax: Syntax) -> bool:
    """``Il a lâché, d'une voix sourde : « … »``: a verb of the incises before a colon and a quotation."""
    if not syntax.can_be(verb, "incise_verbs") or not syntax.is_finite_verb(verb):
        return False
    following = verb.doc[verb.i + 1 : verb.sent.end]
    colon = next((t for t in following if t.text == ":" or syntax.is_finite_verb(t)), None)
    after = colon.nbor(1) if colon is not None and colon.text == ":" and colon.i + 1 < len(verb.doc) else None
    return after is not None and syntax.word(after, "opening_quotes")


def _is_contrasted(verb: Token, syntax: Syntax) -> bool:
    """``contrairement à ce qu'affirment des médias``: the text says the contrary itself."""
    before = syntax.lowered_before(verb).rstrip()
    if any(phrase in before[-_CONTRAST:] for phrase in syntax.profile.cues["contrasting_phrases"]):
        return True
    opening = _before_clitics(verb, syntax)
    if opening is None or not syntax.word(opening, "as_conjunctions"):
        return False
    said = verb.doc[verb.sent.start : opening.i]  # "dément qu'il soit mort, comme l'affirme X": X says the contrary
    return any(syntax.can_be(t, "denying_verbs") and t.pos_ not in _NAMING for t in said)


def _says_clause(verb: Token, syntax: Syntax) -> bool:
    """Whether a clause or quotation follows a verb, or a break of speech stands before it (``…, conclut le juge``)."""
    if follows_break(verb, syntax):
        return True
    following = verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 1 + _CLAUSE_REACH)]
    further = verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 1 + _FIGURE_REACH)]
    counted = any(number(t.lower_, syntax.profile.code) is not None for t in further)
    if counted and syntax.can_be(verb, "toll_reporting_verbs"):
        return True  # "Amnesty a recensé au moins 14 arrestations"
    infinitive = next((t for t in following if t.pos_ not in ("ADV", "PRON")), None)
    if infinitive is not None and infinitive.pos_ in _VERBAL and "inf" in syntax.tags(infinitive):
        return True  # "soutient n'avoir jamais rencontré X"
    return any(t.text == ":" or syntax.word(t, "relative_object", "opening_quotes") for t in following)


def _opens_phrase(verb: Token, syntax: Syntax) -> bool:
    """``a fait savoir``, ``laisse entendre``: a verb of a fixed phrase that reports."""
    if phrase_end(verb, syntax) is not None:
        return True
    after = verb.doc.lowered[verb.end : verb.sent.end_char].lstrip()
    phrases = syntax.profile.cues["long_reporting_phrases"]
    return verb.pos_ not in _NEVER_VERBS and any(
        f"{lemma} {after}".startswith(phrase) for lemma in syntax.lemmas(verb) for phrase in phrases
    )


def phrase_end(verb: Token, syntax: Syntax) -> Token | None:
    """The second word of a fixed phrase that reports; adverbs and a contrast may stand between.

    ``fait désormais état de``, ``parle, lui, de``.
    """
    if verb.pos_ in _NEVER_VERBS:
        return None
    after = verb.doc[verb.i + 1 : verb.sent.end]
    beside = [t for t in after[:_CONTRAST_WORDS] if t.text == "," or syntax.word(t, "stressed_pronouns")]
    beside += _time_after(verb, syntax) + [t for t in after[:_PHRASE_WORDS] if t.i in syntax.phrase_tokens(t.doc)]
    following = next((t for t in after if t.pos_ != "ADV" and t not in beside), None)
    phrases = syntax.profile.cues["reporting_phrases"]
    if following is None or not any(f"{lemma} {following.lower_}" in phrases for lemma in syntax.lemmas(verb)):
        return None
    return following


def _time_after(verb: Token, syntax: Syntax) -> list[Token]:
    """``parlait le matin de``, ``a fait lundi état de``: the words for a time right after a verb."""
    found: list[Token] = []
    for token in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 1 + _CONTRAST_WORDS)]:
        if not syntax.is_time(token) and token.pos_ != "DET":
            break
        found.append(token)
    return found if any(syntax.is_time(t) for t in found) else []


def limiting(verb: Token, syntax: Syntax) -> Token | None:
    """``se borne à confirmer que``: the verb of limiting that makes an infinitive a statement."""
    before = verb.doc[max(verb.sent.start, verb.i - _LIMIT_REACH) : verb.i]
    limits = syntax.profile.cues["limiting_verbs"]
    return next((t for t in before if t.pos_ in _VERBAL and syntax.lemmas(t) & limits), None)


def follows_quotation(verb: Token, syntax: Syntax) -> bool:
    """``« … », s'emporte X``: whatever the verb, after a quotation and a comma it gives the speaker."""
    if (verb.pos_ not in _VERBAL and not _looks_nominal(verb, syntax)) or "inf" in syntax.tags(verb):
        return False
    if syntax.is_participle(verb) or "part.pres" in syntax.tags(verb):
        return False  # "… », faisant deux morts"
    before = _before_clitics(verb, syntax)
    if before is not None and before.text == "," and before.i > verb.sent.start:
        before = before.nbor(-1)
    return before is not None and before.i > verb.sent.start and syntax.word(before, "closing_quotes")


def _looks_nominal(word: Token, syntax: Syntax) -> bool:
    """``« … », tempête un officier``: what the tagger took for a noun right before a phrase that names somebody."""
    if word.pos_ not in ("NOUN", "ADJ") or not word.text.islower() or word.i + 1 >= word.sent.end:
        return False
    following = word.doc[min(after_incise(word), word.sent.end - 1)]
    cues = syntax.profile.cues
    if word.nbor(1).lower_ in cues["report_pronouns"] | cues["linking_particles"]:
        return True  # "rétorque-t-on"
    return following.pos_ == "DET" or (following.pos_ in _NAMING and following.text[0].isupper())


def after_incise(verb: Token) -> int:
    """``menace, en arabe, un certain X``: index of the word from which a verb's inverted subject is looked for."""
    first = verb.i + 1
    if first < verb.sent.end and verb.doc[first].text == ",":
        inner = verb.doc[first + 1 : min(verb.sent.end, first + 1 + _INCISE_LENGTH)]
        closing = next((t for t in inner if t.text == ","), None)
        if closing is not None and inner[0].pos_ in ("ADP", "ADV"):
            return closing.i + 1
    return first


def follows_break(verb: Token, syntax: Syntax) -> bool:
    """Whether a comma, a closing quotation mark or a dash stands right before a verb's first form."""
    before = _before_clitics(verb, syntax)
    if before is not None and syntax.word(before, "as_conjunctions"):
        return before.i + 1 < syntax.first_form(verb).i  # "comme l'a affirmé X", with its pronoun
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


def _ends_speech(token: Token, syntax: Syntax) -> bool:
    return token.text == "," or syntax.word(token, "closing_quotes", "dashes")
