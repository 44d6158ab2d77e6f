"""Where what somebody says ends in a sentence."""

from __future__ import annotations

from kg.extract.parsed import Token, Tokens
from kg.extract.reporting import reports
from kg.extract.syntax import Syntax
from kg.extract.syntax.words import is_conjugated

#: words after a comma in which the verb of another speaker stands
_SPEAKER_REACH = 12
#: words of a phrase of source
_PHRASE = 8


def segment(sent: Tokens, word: Token) -> tuple[int, int]:
    """Token indices of the part of a sentence between semicolons that holds a word."""
    marks = [t.i for t in sent if t.text == ";"]
    begin = max((at + 1 for at in marks if at < word.i), default=sent.start)
    return begin, min((at for at in marks if at > word.i), default=sent.end)


def scope_of_phrase(sent: Tokens, word: Token, syntax: Syntax) -> tuple[int, int]:
    """Token indices of what a phrase of source is given for: its segment; between dashes no further than these."""
    begin, end = segment(sent, word)
    begin = _after_colon(sent, word, begin)
    begin, end = _of_subordinate(sent, word, syntax) or (begin, end)
    dashes = [t.i for t in sent if syntax.word(t, "dashes")]
    before, after = (sum(at < word.i for at in dashes), [at for at in dashes if at > word.i])
    return begin, (min(end, after[0]) if before % 2 and after else end)


def _after_colon(sent: Tokens, word: Token, begin: int) -> int:
    """``X est introuvable : selon une note, il aurait fui``: of what follows the colon that the phrase stands at."""
    colons = [t.i for t in sent if t.text == ":" and t.i < word.i]
    if not colons or any(t.pos_ in ("VERB", "AUX") or t.text == "," for t in sent.doc[colons[-1] : word.i]):
        return begin
    return max(begin, colons[-1] + 1)


def _of_subordinate(sent: Tokens, word: Token, syntax: Syntax) -> tuple[int, int] | None:
    """``Arrêté alors qu'il s'apprêtait, d'après X, à partir, Y …``: of the clause that the phrase breaks up."""
    commas = [t.i for t in sent if t.text == ","]
    before, after = [at for at in commas if at < word.i], [at for at in commas if at > word.i]
    opening = [t.i for t in sent if t.i < word.i and syntax.subordinates(t)]
    if not before or not after or not opening or not opening[-1] < before[-1]:
        return None
    if any(opening[-1] < at < before[-1] for at in before) or word.i - before[-1] > _PHRASE:
        return None
    return opening[-1], after[1] if len(after) > 1 else sent.end


def around_incise(verb: Token, sent: Tokens, syntax: Syntax) -> tuple[int, int]:
    """Token indices of what a verb in an incise reports: its segment; from a dash that is open there to the next.

    ``met la main sur un sac – du sucre, soutient la défense``; ``cent personnes – mille, assure X – ont défilé``.
    """
    begin, end = segment(sent, verb)[0], end_of_incise(verb, sent, syntax)
    at = syntax.first_form(verb).i
    dashes = [t.i for t in sent if t.i > begin and syntax.word(t, "dashes")]
    before = [i for i in dashes if i < at]
    if len(before) % 2 and any(not t.is_punct for t in sent.doc[before[-1] + 1 : at]):
        return before[-1] + 1, min([end, *(i for i in dashes if i > verb.i)])
    return begin, end


def end_of_incise(verb: Token, sent: Tokens, syntax: Syntax) -> int:
    """``…, a déclaré X, deux jours après que Y a été condamné``: what dates the saying is the text's own."""
    for token in verb.doc[verb.i + 1 : sent.end]:
        if token.text == ";" or syntax.subordinates(token):
            return token.i
    return sent.end


def words_of_incise(verb: Token, syntax: Syntax) -> frozenset[int]:
    """``« … », a répliqué son avocat, à la sortie de l'audience``: from an inverted verb on, where no clause opens.

    Two commas may follow: after a title, a name.
    """
    found: list[Token] = []
    for token in verb.doc[verb.i : verb.sent.end]:
        opens = syntax.word(token, "relative_object", "relative_subject", "opening_quotes") or token.text in (":", ";")
        acts = token.pos_ == "VERB" and not _qualifies(token, syntax)
        if opens or (token is not verb and (acts or syntax.is_finite_verb(token))):
            break
        found.append(token)
    else:
        return frozenset(t.i for t in found)
    commas = [at for at, token in enumerate(found) if token.text == ","]
    return frozenset(t.i for t in found[: commas[0]]) if commas else frozenset()


def _qualifies(participle: Token, syntax: Syntax) -> bool:
    """``répète X, 38 ans, condamné à neuf ans``: a participle without an auxiliary says who speaks."""
    return syntax.is_participle(participle) and not syntax.auxiliaries(participle)


def end_of_speech(verb: Token, sent: Tokens, syntax: Syntax) -> int:
    """``nie détenir un compte et saisira le juge``: what the subject does next is no part of what it says.

    After a conjunction all may be said: ``affirme que X est mort et a été enterré``. What a relative clause reports
    ends where the clause around it goes on: ``X, qui nie tout, a été libéré``.
    """
    goes_on = next((t.i for t in verb.doc[verb.i + 1 : sent.end] if _goes_on(t, verb, syntax)), sent.end)
    return min(goes_on, _end_of_clause(verb, sent, syntax))


def _goes_on(comma: Token, verb: Token, syntax: Syntax) -> bool:
    """Whether the clause around a relative or participle clause goes on after a comma with its finite verb."""
    if comma.text != "," or not syntax.is_(verb, "relative", "adnominal"):
        return False
    following = comma.doc[comma.i + 1 : comma.sent.end]
    first = next((t for t in following if t.pos_ not in ("ADV", "PRON")), None)
    if first is None or not is_conjugated(first):
        return False
    outer = first.head if syntax.is_(first, "auxiliary", "copula") else first
    return all(above is not verb for above in (outer, *syntax.ancestors(outer, len(comma.sent))))


def _end_of_clause(verb: Token, sent: Tokens, syntax: Syntax) -> int:
    for token in verb.doc[verb.i + 1 : sent.end - 1]:
        if token.text == ";":
            return token.i
        if syntax.word(token, "relative_object") or token.text == ":" or syntax.word(token, "opening_quotes"):
            return segment(sent, verb)[1]
        if token.text == "," and (_another_speaks(token, syntax) or _another_acts(token, syntax)):
            return token.i
        following = next((t for t in verb.doc[token.i + 1 : sent.end] if t.pos_ not in ("ADV", "PRON")), None)
        if token.pos_ == "CCONJ" and following is not None and syntax.is_finite_verb(following):
            return token.i
    return segment(sent, verb)[1]


def _another_acts(comma: Token, syntax: Syntax) -> bool:
    """``L'intéressé dément, et le gouvernement s'en tient à …``: a conjunction, a subject and its verb."""
    following = comma.doc[comma.i + 1 : min(comma.sent.end, comma.i + 1 + _SPEAKER_REACH)]
    verb = next((t for t in following if syntax.is_finite_verb(t)), None)
    if verb is None or following[0].pos_ != "CCONJ":
        return False
    subject = [t for t in comma.doc[comma.i + 2 : verb.i] if t.pos_ not in ("DET", "ADJ", "PRON", "ADP")]
    return bool(subject) and all(t.pos_ in ("NOUN", "PROPN") for t in subject)


def _another_speaks(comma: Token, syntax: Syntax) -> bool:
    """``L'armée parle de sept morts, un médecin de neuf``: a subject and its reporting verb follow at once."""
    following = comma.doc[comma.i + 1 : min(comma.sent.end, comma.i + 1 + _SPEAKER_REACH)]
    verb = next((t for t in following if reports(t, syntax)), None)
    if verb is None or any(syntax.is_finite_verb(t) for t in comma.doc[comma.i + 1 : syntax.first_form(verb).i]):
        return False
    subject = next(iter(syntax.surface_subjects(verb)), None)
    return subject is not None and comma.i < subject.i < verb.i
