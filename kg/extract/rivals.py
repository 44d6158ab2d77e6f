"""Figures that a source sets beside another: ``deux morts selon X, trois d'après Y``; ``Z, lui, en déplore neuf``.

They say nothing but how many; the event and its other figures are not this source's (``CONTRACT.md``: conflicting
figures stay side by side, each with whose it is).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extract.clusters import Cluster
from kg.extract.figures import figure
from kg.extract.parsed import Doc, Token, Tokens
from kg.extract.positions import Positions
from kg.extract.reporting import reports
from kg.extract.speakers import SPEAKERS, SourcePhrase, source_phrases
from kg.extract.syntax import Syntax
from kg.extract.tellings import OtherFigure, Telling
from kg.language.numbers import number
from kg.vocabulary import Vocabulary

#: words after a verb of counting in which its figure stands (``n'en reconnaît que huit``)
_FIGURE_REACH = 4
#: words from a comma to the figure of another speaker without a verb, and their tags
_GAP = 10
_GAP_TAGS = frozenset({"DET", "ADP", "NOUN", "PROPN", "ADJ", "ADV"})
#: words before a figure in which the mark stands that parts it from the clause (``: plus de 110 personnes``)
_MARK_REACH = 5


@dataclass(frozen=True, slots=True)
class RivalFigure:
    """A figure without a noun that says what it counts, and whose it is."""

    value: str
    word: Token
    named_by: Token  #: the word that names the source
    alone: bool  #: told by a verb of its own, of what an earlier sentence may have told
    verb: Token | None = None  #: to come, of which what is counted is the subject


def rival_figures(doc: Doc, syntax: Syntax, positions: Positions) -> tuple[RivalFigure, ...]:
    """The figures of a reading that a source gives beside another, in text order."""
    found: list[RivalFigure] = []
    for sent in doc.sents:
        found += (r for p in source_phrases(sent, syntax) if (r := _before_phrase(p, sent, syntax)) is not None)
        counted = (t.nbor(1) for t in sent if syntax.word(t, "partitive_clitics") and t.i + 1 < sent.end)
        found += (r for t in counted if (r := _counted_by(t, syntax, positions)) is not None)
        found += _gapped(sent, syntax, positions)
    return _of_same_verb(sorted(found, key=lambda r: r.word.i))


def _of_same_verb(found: Sequence[RivalFigure]) -> tuple[RivalFigure, ...]:
    """A bare figure after one whose verb is still to come counts the same."""
    done: list[RivalFigure] = []
    for rival in found:
        verb = done[-1].verb if done else None
        follows = verb is not None and rival.verb is None and rival.word.sent == verb.sent and rival.word.i < verb.i
        done.append(replace(rival, verb=verb) if follows else rival)
    return tuple(done)


def _before_phrase(phrase: SourcePhrase, sent: Tokens, syntax: Syntax) -> RivalFigure | None:
    """``trois, d'après le bourgmestre``; ``: 110 personnes, selon la police``: a figure right before, and no verb's."""
    at = phrase.begin - 1
    while at > sent.start and (sent.doc[at].text == "," or syntax.word(sent.doc[at], "closing_quotes")):
        at -= 1
    word = sent.doc[max(at, sent.start)]
    if at <= sent.start or syntax.is_time(word) or not sent.doc[phrase.begin].text.islower():
        return None  # "en 2013, selon X"; "Bilan : deux. Selon X, …"
    verb = _verb_to_come(word, phrase, syntax)
    counts = _is_bare(word, syntax) or _is_set_apart(word, syntax) or (verb is not None and at + 1 == phrase.begin)
    value = figure(word, syntax) if counts else None
    return RivalFigure(value, word, phrase.head, alone=False, verb=verb) if value is not None else None


def _verb_to_come(word: Token, phrase: SourcePhrase, syntax: Syntax) -> Token | None:
    """``300 personnes selon X, 150 selon Y, ont défilé``: the verb of the subject that both count."""
    noun = word.head if syntax.is_(word, "apposition", "conjunct") and word.head.i < word.i else word
    if not syntax.is_(noun, "subject", "passive_subject") or not noun.head.i > phrase.head.i:
        return None
    return noun.head if _is_bare(noun, syntax) or syntax.word(noun, "people_nouns") else None


def _is_bare(word: Token, syntax: Syntax) -> bool:
    return number(word.lower_, syntax.profile.code) is not None or word.lower_ in syntax.profile.collectives


def _is_set_apart(noun: Token, syntax: Syntax) -> bool:
    """Whether a noun for people at large stands, with its figure, right after a colon or a dash."""
    if not syntax.word(noun, "people_nouns"):
        return False
    before = noun.doc[max(noun.sent.start, noun.i - _MARK_REACH) : noun.i]
    marks = [t.i for t in before if t.text in (":", "(") or syntax.word(t, "dashes")]
    return bool(marks) and all(t.pos_ in ("NUM", "DET", "ADV", "ADP", "ADJ") for t in noun.doc[marks[-1] + 1 : noun.i])


def _counted_by(verb: Token, syntax: Syntax, positions: Positions) -> RivalFigure | None:
    """``le gouvernement, lui, en déplore vingt-trois``; ``n'en reconnaît que huit``."""
    if not syntax.can_be(verb, "counting_verbs"):
        return None
    following = verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 1 + _FIGURE_REACH)]
    word = next((t for t in following if _is_bare(t, syntax)), None)
    if word is None or (word.i + 1 < word.sent.end and word.nbor(1).pos_ in ("NOUN", "PROPN")):
        return None
    own = (t for t in syntax.surface_subjects(verb) if positions.names_somebody(t))
    subject = next(own, None) or positions.subject(verb, SPEAKERS)
    value = figure(word, syntax)
    return RivalFigure(value, word, subject, alone=True) if subject is not None and value is not None else None


def _gapped(sent: Tokens, syntax: Syntax, positions: Positions) -> Iterator[RivalFigure]:
    """``La police parle de sept morts, les secours de neuf``: after a comma a mention and its figure, no verb."""
    verb = next((t for t in syntax.verb_forms(sent) if reports(t, syntax)), None)
    for comma in sent if verb is not None else ():
        if comma.text != "," or comma.i < (verb.i if verb is not None else 0):
            continue
        following = comma.doc[comma.i + 1 : min(sent.end, comma.i + 1 + _GAP)]
        word = next((t for t in following if _is_bare(t, syntax)), None)
        if word is None or (word.i + 1 < sent.end and not word.nbor(1).is_punct) or syntax.is_time(word):
            continue
        between = comma.doc[comma.i + 1 : word.i]
        counted_before = any(_is_bare(t, syntax) for t in comma.doc[sent.start : comma.i])
        speaker = next((s for s in positions.stretches(sent) if comma.i < s.first.i < word.i), None)
        plain = all(t.pos_ in _GAP_TAGS for t in between)
        value = figure(word, syntax)
        if counted_before and plain and speaker is not None and not speaker.governed and value is not None:
            yield RivalFigure(value, word, speaker.last, alone=False)


def with_rivals(
    told: Sequence[Telling],
    rivals: Iterable[tuple[RivalFigure, Cluster]],
    vocabulary: Vocabulary,
) -> list[Telling]:
    """The tellings of a reading, each with the figures that others give for what it counts."""
    found = list(told)
    for rival, source in rivals:
        target = _last(_counted_tellings(rival, found, vocabulary))
        if target is not None:
            at, predicate = target
            counts = tuple(c for c in found[at].counts if rival.verb is None or c != (predicate, rival.value))
            other = OtherFigure(predicate, rival.value, rival.word, source, only_counts=rival.verb is not None)
            found[at] = replace(found[at], counts=counts, rivals=(*found[at].rivals, other))
    return found


def _counted_tellings(
    rival: RivalFigure, told: Sequence[Telling], vocabulary: Vocabulary
) -> Iterator[tuple[int, int, str]]:
    """``(position, index, count predicate)`` of what a figure may count: told before it, or the verb to come."""
    for at, telling in enumerate(told):
        head = telling.event.head
        if rival.verb is not None and head is not rival.verb:
            continue
        before = head.i < rival.word.i or head is rival.verb
        if not before or (head.sent != rival.word.sent and not rival.alone):
            continue
        counted = [c[0] for c in telling.counts] or [r.predicate for r in telling.rivals]
        own = counted[-1] if counted else None
        usual = vocabulary.events[telling.event.event_class].counts.get("patient")
        predicate = own or (usual if head.sent == rival.word.sent and not rival.alone else None)
        if predicate is not None:
            yield head.i, at, predicate


def _last(told: Iterable[tuple[int, int, str]]) -> tuple[int, str] | None:
    last = max(told, default=None)
    return (last[1], last[2]) if last is not None else None
