"""Whom the text gives as the source of what it says: ``selon``, reporting verbs in any position, quotations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from kg.extract.clusters import Cluster
from kg.extract.syntax import Syntax

_QUOTES = (("«", "»"), ("“", "”"))
#: words between a closing quotation mark and the reporting verb that names the speaker
_QUOTE_REACH = 5
_INVERSION_REACH = 6
_MAX_CLIMB = 6


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source and the words that it is given for."""

    source: Cluster
    begin: int  #: token index in the reading's ``Doc``
    end: int
    excluded: frozenset[int]  #: words that name the source itself

    def covers(self, token: Token, syntax: Syntax) -> bool:
        """Whether the source is given for what this word says: not for what the sentence takes as known."""
        if not self.begin <= token.i < self.end or token.i in self.excluded:
            return False
        return not _is_presupposed(token, syntax)


def _is_presupposed(token: Token, syntax: Syntax) -> bool:
    """Relative clauses tell what is known (``l'homme qui a blessé …, a annoncé le parquet``)."""
    inner = token
    for _ in range(_MAX_CLIMB):
        if syntax.is_(inner, "relative"):
            return True
        if inner.head == inner:
            return False
        inner = inner.head
    return False


def attributions(
    doc: Doc, syntax: Syntax, owner: Callable[[Token], Cluster | None], last: Cluster | None
) -> tuple[Attribution, ...]:
    """All attributions of a reading, in text order; ``last`` is the source told before it (``la même source``)."""
    found: list[Attribution] = []
    for sent in doc.sents:
        for source, begin, end, verb in _in_sentence(sent, syntax, owner, last):
            last = source
            excluded = frozenset(range(verb.i, verb.i + 1)) if verb is not None else frozenset[int]()
            begin, end = _over_quotation(doc, begin, end, verb)
            found.append(Attribution(source, begin, end, excluded))
    return tuple(found)


def _in_sentence(
    sent: Tokens, syntax: Syntax, owner: Callable[[Token], Cluster | None], last: Cluster | None
) -> Iterator[tuple[Cluster, int, int, Token | None]]:
    for head in _prepositional_sources(sent, syntax):
        source = _source(head, syntax, owner, last)
        if source is not None:
            last = source
            yield source, sent.start, sent.end, None
    for verb in sent:
        if not _reports(verb, syntax):
            continue
        speaker, inverted = _speaker(verb, sent, syntax)
        if speaker is None:
            continue
        source = _source(speaker, syntax, owner, last)
        if source is None:
            continue
        last = source
        if inverted:
            yield source, sent.start, sent.end, verb
        else:
            yield source, verb.i + 1, sent.end, verb


def _reports(verb: Token, syntax: Syntax) -> bool:
    if verb.pos_ in ("NOUN", "PROPN", "DET", "ADP") and not syntax.auxiliaries(verb):
        return False
    cues = syntax.profile.cues
    lemmas = syntax.lemmas(verb)
    if lemmas & cues["denying_verbs"]:
        return True
    if not lemmas & cues["reporting_verbs"] or syntax.is_participle(verb):
        return False
    if "part.pres" in syntax.tags(verb):
        return any(t.lower_ in syntax.profile.words["relative_object"] for t in verb.doc[verb.i + 1 : verb.i + 3])
    return "inf" not in syntax.tags(verb)


def _prepositional_sources(sent: Tokens, syntax: Syntax) -> Iterator[Token]:
    cues, text = syntax.profile.cues, sent.text.lower()
    for phrase in sorted(cues["source_prepositions"] - cues["weak_source_prepositions"]):
        at = text.find(phrase)
        while at >= 0:
            if at == 0 or not text[at - 1].isalnum():
                head = _first_noun(sent, at + len(phrase), syntax)
                if head is not None:
                    yield head
            at = text.find(phrase, at + 1)
    first = sent[0]
    if first.lower_ in cues["weak_source_prepositions"] and len(sent) > 3:
        head = _first_noun(sent, len(first.text), syntax)
        if head is not None and head.pos_ == "PROPN" and any(t.text == "," for t in sent[1:8]):
            yield head


def _first_noun(sent: Tokens, offset: int, syntax: Syntax) -> Token | None:
    for token in sent:
        if token.idx - sent.start_char >= offset:
            if token.pos_ in ("NOUN", "PROPN", "PRON", "X"):
                return token
            if token.pos_ in ("VERB", "AUX"):
                return None
    return None


def _speaker(verb: Token, sent: Tokens, syntax: Syntax) -> tuple[Token | None, bool]:
    """Who speaks, and whether the speaker follows the verb (then the whole sentence is what is said)."""
    before = [t for t in sent if t.i < min([verb.i, *(a.i for a in syntax.auxiliaries(verb))])]
    after_break = bool(before) and before[-1].text in (",", "»", '"', "”", "-", "–", "—") or not before
    inverted = _inverted_subject(verb, sent, syntax) if after_break else None
    if inverted is not None:
        if inverted.lower_ in syntax.profile.cues["report_pronouns"]:
            return _source_of_impersonal(verb, syntax), True
        return inverted, True
    if syntax.is_passive(verb):
        agents = syntax.passive_agents(verb)
        return (agents[0] if agents else None), False
    subjects = syntax.surface_subjects(verb)
    if subjects and subjects[0].lower_ in syntax.profile.cues["report_pronouns"]:
        return _source_of_impersonal(verb, syntax), bool(after_break)
    return (subjects[0] if subjects else None), bool(subjects) and subjects[0].i > verb.i


def _inverted_subject(verb: Token, sent: Tokens, syntax: Syntax) -> Token | None:
    for token in sent.doc[verb.i + 1 : min(sent.end, verb.i + _INVERSION_REACH)]:
        if token.lower_ in syntax.profile.words["inversion_pronouns"]:
            return token
        if token.pos_ in ("NOUN", "PROPN", "X") and token.i not in syntax.time_tokens:
            return token if syntax.preposition(token) is None else None
        if token.pos_ in ("ADP", "VERB", "AUX", "SCONJ", "PUNCT") and not (token.text == "," and token.i > verb.i + 1):
            return None
    return None


def _source_of_impersonal(verb: Token, syntax: Syntax) -> Token | None:
    wanted = syntax.profile.cues["report_complement_prepositions"]
    for argument in syntax.obliques(verb):
        if argument.function in wanted:
            return argument.head
    following = [t for t in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 9)]]
    for left, right in zip(following, following[1:], strict=False):
        if syntax.profile.prepositions.get(left.lower_, left.lower_) in wanted and right.pos_ in ("NOUN", "PROPN", "X"):
            return right
    return None


def _source(head: Token, syntax: Syntax, owner: Callable[[Token], Cluster | None], last: Cluster | None) -> Cluster | None:
    """The entity behind the word: of a communiqué its author, of ``la même source`` the last one told."""
    words = syntax.profile.words
    if any(t.lower_ in words["same"] for t in (*head.children, *head.doc[max(0, head.i - 1) : head.i])):
        return last
    if head.lower_ in syntax.profile.cues["source_nouns"]:
        behind = [a.head for a in syntax.obliques(head) if a.function in ("de", "par")]
        for child in syntax.children(head, "adnominal"):
            behind += syntax.passive_agents(child)
        behind += [b for h in list(behind) for b in syntax.passive_agents(h)]
        for token in behind:
            found = owner(token)
            if found is not None:
                return found
        named = owner(head) if head.lower_ in syntax.profile.cues["personal_sources"] else None
        if named is None and any(syntax.word(t, "strictly_definite") for t in syntax.children(head, "determiner")):
            return last
        return named
    return owner(head)


def _over_quotation(doc: Doc, begin: int, end: int, verb: Token | None) -> tuple[int, int]:
    """Widen the scope over the whole quotation that the reporting verb closes or opens, across sentences."""
    if verb is None:
        return begin, end
    for opening, closing in quotations(doc):
        if 0 < verb.i - closing <= _QUOTE_REACH or 0 < opening - verb.i <= 2 * _QUOTE_REACH:
            begin, end = min(begin, opening), max(end, closing)
    return begin, end


def quotations(doc: Doc) -> Sequence[tuple[int, int]]:
    """Token ranges of quotations: from an opening mark to its closing one."""
    found = []
    for left, right in _QUOTES:
        start: int | None = None
        for token in doc:
            if token.text == left:
                start = token.i
            elif token.text == right and start is not None:
                found.append((start, token.i))
                start = None
    return sorted(found)
