"""Mentions with a preposition around a trigger, found by position."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.extract.parsed import Token, Tokens
from kg.extract.stretches import Stretch
from kg.extract.syntax import Argument, Syntax
from kg.extract.syntax.words import VERBAL

#: words after a trigger in which its complements stand
_REACH = 14
_STOPS = frozenset({";", ":"})


def complements(
    stretches: Iterable[Stretch], sent: Tokens, start: int, syntax: Syntax, *, of_noun: bool
) -> Iterator[Argument]:
    """Mentions with a preposition after a trigger, over times, incises and each other, up to the next clause.

    Args:
        stretches: the mentions of the sentence.
        sent: the trigger's sentence.
        start: index of the first word after the trigger.
        syntax: functions of its words.
        of_noun: the trigger is a noun: what stands after another noun is that one's, but for an agent.
    """
    nearer = False  # another noun stands between
    last: Stretch | None = None
    at, stop = start, min(sent.end, start + _REACH)
    mentions = {s.first.i: s for s in stretches}
    while at < stop:
        token, mention = sent.doc[at], mentions.get(at)
        if mention is not None:
            function = _function_of(mention, syntax)
            of_other = last is not None and _is_complement_of(mention, last, function, syntax)
            far = nearer and function != syntax.profile.functions["agentive"]
            if function is not None and not far and not of_other:
                yield Argument(function, mention.first, direct=False)
            at, last = mention.last.i + 1, mention
            continue
        if _ends_reach(token, syntax, of_noun=of_noun) or _dates(token, syntax):
            return
        nearer = nearer or (of_noun and _is_other_noun(token, syntax))
        at += 1


def _ends_reach(token: Token, syntax: Syntax, *, of_noun: bool) -> bool:
    if token.text in _STOPS or syntax.word(token, "relative_subject", "relative_object", "relative_other"):
        return True
    if token.pos_ not in VERBAL:
        return False
    lent = syntax.is_participle(token) and syntax.lemmas(token) & _lending(syntax)
    return not lent if of_noun else not syntax.is_bare_infinitive(token)


def _is_complement_of(mention: Stretch, noun: Stretch, function: str | None, syntax: Syntax) -> bool:
    """``une réunion sur les combattants de Syrie``: a genitive right after another common noun is that one's."""
    if function != syntax.profile.functions["genitive"] or noun.cluster.named:
        return False
    between = noun.last.doc[noun.last.i + 1 : mention.first.i]
    return all(t.pos_ in ("ADP", "DET", "ADJ") for t in between)


def _dates(token: Token, syntax: Syntax) -> bool:
    """``s'est radicalisé après un séjour en Algérie``: what dates it by something else has complements of its own."""
    following = token.nbor(1) if token.i + 1 < token.sent.end else None
    return syntax.word(token, "before_after") and following is not None and not syntax.is_time(following)


def _lending(syntax: Syntax) -> frozenset[str]:
    """Verbs whose participle lends its complements to its noun (``un accord conclu entre X et Y``)."""
    return syntax.profile.cues["occurrence_verbs"] | syntax.profile.light_verbs.keys()


def _is_other_noun(token: Token, syntax: Syntax) -> bool:
    if token.pos_ != "NOUN" or syntax.is_time(token):
        return False
    return not syntax.word(token, "site_nouns")


def _function_of(mention: Stretch, syntax: Syntax) -> str | None:
    """The preposition before a mention and its determiner; of two (``près de``) the first."""
    doc, start, at = mention.first.doc, mention.first.sent.start, mention.first.i - 1
    while at >= start and (doc[at].pos_ in ("DET", "NUM", "ADJ") and syntax.listed(doc[at]) is None):
        at -= 1
    function = syntax.listed(doc[at]) if at >= start else None
    if function == syntax.profile.functions["genitive"] and at > start:
        outer = syntax.listed(doc[at - 1])
        return outer if outer is not None and outer != function else function
    return function
