"""Event mentions with all that their sentences say of them: time, place, figures, sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.extract.clusters import Cluster
from kg.extract.counts import event_counts
from kg.extract.events import FoundEvent
from kg.extract.figures import figure
from kg.extract.moods import weakest
from kg.extract.parsed import Token
from kg.extract.placing import Placed
from kg.extract.syntax import Syntax
from kg.extract.syntax.words import VERBAL, is_conjugated
from kg.model import Factuality, PassageKind, TimeSpan
from kg.vocabulary import Vocabulary

#: words after a noun in which the verb of a relative clause stands
_RELATIVE_REACH = 10
#: words before a noun in which its article or possessive stands
_DETERMINER_GAP = 2
#: the class of what people are called to
_CALLED_TO = "Protest"
#: what EDTF writes for a year that is not known
_NO_YEAR = "XXXX"


@dataclass(frozen=True, slots=True)
class OtherFigure:
    """A figure that somebody gives beside another."""

    predicate: str  #: of a count
    value: str
    word: Token
    source: Cluster
    only_counts: bool  #: who says how many marched, unlike who counts victims, is no source of the event


@dataclass(frozen=True, slots=True)
class Telling:
    """An event mention with all that its sentence says of it."""

    event: FoundEvent
    placed: Placed
    counts: tuple[tuple[str, str], ...]
    sources: tuple[Cluster, ...]
    verbless: bool  #: a noun in a sentence without a finite verb: a headline, which by itself asserts nothing
    headline: bool  #: a title or a noun of a sentence like one: what the text goes on to tell
    definite: bool  #: a noun with an article or demonstrative that takes up what was told
    pointed: bool = False  #: a noun with a demonstrative: ``cette arrestation``
    of_known: bool = False  #: undergone by several of whom the text has told: ``les suspects``
    single: bool = False  #: a noun with the indefinite article: ``une perquisition``
    several: bool = False  #: a counted noun: ``dix-sept perquisitions``
    general: bool = False  #: a plural that tells of any of its kind: no happening that is told singly
    qualifying: bool = False  #: a participle without an auxiliary: ``tués en mars``
    object_of: Token | None = None  #: the verb whose object, or passive subject, its noun is
    reported: bool = False  #: told by whoever is quoted there, not only spoken of
    outcome_of: Telling | None = None  #: the assault that had it as its outcome
    rivals: tuple[OtherFigure, ...] = ()  #: figures that others give for the same
    toll: bool = False  #: a noun for the victims of an assault: gives its figures, and names no event
    asked_about: bool = False  #: ``Combien d'hommes ont été arrêtés ?``: that some were is known
    elsewhere: bool = False  #: told of another article: ``Lire aussi : …``
    outcome_dates: frozenset[str] = frozenset()  #: EDTF values of what is told as its outcome

    def clusters(self, *roles: str) -> list[Cluster]:
        """The clusters that fill any of the roles, each of several persons taken together by itself."""
        found = [b for r in self.event.roles if r.role in roles for b in r.cluster.bearers]
        return found + (list(self.placed.places) if "place" in roles else [])

    @property
    def position(self) -> tuple[int, int]:
        """Where it is told: index of the reading, code point."""
        return self.event.reading.index, self.event.match.begin

    @property
    def dates(self) -> set[str]:
        """EDTF values, its outcome's included."""
        return {time.value.edtf for time in self.placed.times} | self.outcome_dates

    @property
    def word(self) -> str:
        """The trigger's entry."""
        return self.event.match.trigger.lemma


def tellings(
    events: Sequence[FoundEvent],
    placed: Mapping[int, Placed],
    sources: Sequence[tuple[Cluster, ...]],
    syntax: Syntax,
    vocabulary: Vocabulary,
    published: TimeSpan | None,
) -> list[Telling]:
    """Each event mention of a reading with what is said of it; what lies ahead is planned.

    Args:
        events: event mentions of the reading.
        placed: time and place by the position of each.
        sources: sources by the position of each.
        syntax: functions of the reading's words.
        vocabulary: event classes with the roles whose fillers are counted.
        published: when the document was.
    """
    return [_telling(event, placed[i], sources[i], syntax, vocabulary, published) for i, event in enumerate(events)]


def _telling(
    event: FoundEvent,
    placed: Placed,
    sources: tuple[Cluster, ...],
    syntax: Syntax,
    vocabulary: Vocabulary,
    published: TimeSpan | None,
) -> Telling:
    verb = _verb_of_object(event, syntax)
    is_noun = not event.match.verbal
    return Telling(
        _planned_if_ahead(event, placed, published, vocabulary),
        placed,
        tuple(sorted(set(event_counts(event, syntax, vocabulary)))),
        () if _is_answered(event, verb, syntax, vocabulary) else _told_by_others(event, sources, vocabulary),
        verbless=is_noun and _is_verbless(event, syntax),
        headline=_is_title(event) or (is_noun and _is_verbless(event, syntax)),
        definite=is_noun and _is_definite(event, syntax),
        pointed=is_noun and _has_before(event.head, syntax, "demonstratives"),
        of_known=_is_of_known(event, syntax),
        single=is_noun and _has_before(event.head, syntax, "indefinite_singular"),
        several=is_noun and figure(event.head, syntax) is not None,
        general=is_noun and _is_general(event, syntax),
        qualifying=event.match.verbal and syntax.is_participle(event.head) and not syntax.auxiliaries(event.head),
        object_of=verb,
        reported=_is_reported(event.head, verb, syntax),
        asked_about=_is_asked_about(event.head, syntax),
        elsewhere=event.reading.text.lower().lstrip().startswith(tuple(syntax.profile.cues["cross_references"])),
    )


def _is_asked_about(word: Token, syntax: Syntax) -> bool:
    """Whether its sentence asks who, when or how many, not whether."""
    asks = word.sent.text.rstrip().endswith("?")
    return asks and any(t.lower_ in syntax.profile.cues["question_words"] for t in word.sent)


def _told_by_others(event: FoundEvent, sources: tuple[Cluster, ...], vocabulary: Vocabulary) -> tuple[Cluster, ...]:
    """``a nié, avant d'avouer``: who asks, admits or accuses does so by saying it, and is no source of that besides."""
    if not vocabulary.events[event.event_class].speech:
        return sources
    speakers = [r.cluster for r in event.roles if r.role == "agent"]
    return tuple(s for s in sources if all(s is not speaker for speaker in speakers))


def _is_answered(event: FoundEvent, verb: Token | None, syntax: Syntax, vocabulary: Vocabulary) -> bool:
    """``rejette cette exigence``, ``dément ces accusations``: who answers a demand or charge tells of none."""
    if verb is None or not vocabulary.events[event.event_class].speech or not syntax.can_be(verb, "denying_verbs"):
        return False
    return _is_definite(event, syntax) or _has_before(event.head, syntax, "demonstratives")  # not "dément tout appel"


def _is_reported(noun: Token, verb: Token | None, syntax: Syntax) -> bool:
    """In a quotation, object of a verb of saying (``son arrestation a été confirmée par X``), or pointed at there."""
    if _is_quoted(noun, syntax) or (verb is not None and syntax.can_be(verb, "reporting_verbs")):
        return True
    before = noun.doc[max(noun.sent.start, noun.i - _DETERMINER_GAP) : noun.i]
    return any(syntax.word(t, "demonstratives") for t in before)


def _is_quoted(word: Token, syntax: Syntax) -> bool:
    """Whether a quotation that opened before a word in its passage is still open there."""
    is_open = False
    for token in syntax.quotation_marks(word.doc):
        if token.i >= word.i:
            break
        opens, closes = syntax.word(token, "opening_quotes"), syntax.word(token, "closing_quotes")
        is_open = opens and not (closes and is_open)
    return is_open


def _planned_if_ahead(
    event: FoundEvent, placed: Placed, published: TimeSpan | None, vocabulary: Vocabulary
) -> FoundEvent:
    """``a annoncé l'envoi de renforts dès samedi``: what is dated after the document has not happened.

    Nor is it only possible, if people are called to it: ``appelle à un rassemblement lundi``.
    """
    called = event.factuality is Factuality.HYPOTHETICAL and vocabulary.is_a(event.event_class, _CALLED_TO)
    if published is None or not (called or event.factuality is Factuality.ASSERTED):
        return event
    if not any(_lies_ahead(t.value, published) for t in placed.times):
        return event
    own = event.factuality
    roles = tuple(
        replace(r, factuality=Factuality.PLANNED if r.factuality is own else weakest(r.factuality, Factuality.PLANNED))
        for r in event.roles
    )
    return replace(event, factuality=Factuality.PLANNED, roles=roles)


def _lies_ahead(time: TimeSpan, published: TimeSpan) -> bool:
    if time.earliest and published.latest:
        return time.earliest > published.latest
    unknown = time.edtf[:4] == published.edtf[:4] == _NO_YEAR  # both lack the year: compare month and day
    return unknown and time.edtf[5:10] > published.edtf[5:10]


def _verb_of_object(event: FoundEvent, syntax: Syntax) -> Token | None:
    """By dependency, else by position: right before the noun, over its determiner, adverbs and times."""
    noun = event.head
    if event.match.verbal:
        return None
    verb = _verb_of_relative(noun, syntax)
    if verb is not None:
        return verb
    if syntax.is_(noun, "object", "passive_subject") and noun.head.pos_ in VERBAL:
        return noun.head
    for token in reversed(noun.doc[noun.sent.start : noun.i]):
        if token.pos_ in VERBAL:
            return token
        if token.pos_ not in ("DET", "ADJ", "ADV", "NUM") and not syntax.is_time(token):
            return None
    return None


def _is_of_known(event: FoundEvent, syntax: Syntax) -> bool:
    """``Les suspects ont été placés en garde à vue``."""
    patients = [r for r in event.roles if r.role == "patient"]
    return bool(patients) and all(
        r.cluster.plural and not r.cluster.named and _has_before(r.head, syntax, "strictly_definite") for r in patients
    )


def _verb_of_relative(noun: Token, syntax: Syntax) -> Token | None:
    """``l'accord que X doit signer``: the verb of which the noun is the object, over its own subject."""
    after = [t for t in noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + _RELATIVE_REACH)] if t.pos_ != "ADJ"]
    if not after or not syntax.word(after[0], "relative_object"):
        return None
    verbs = [t for t in after if t.pos_ in VERBAL and not any(t in syntax.auxiliaries(v) for v in after)]
    if not verbs or any(t.is_punct for t in after[: after.index(verbs[0])]):
        return None
    follows = len(verbs) > 1 and verbs[1].i == verbs[0].i + 1 and "inf" in syntax.tags(verbs[1])
    return verbs[1] if follows else verbs[0]


def _is_title(event: FoundEvent) -> bool:
    return event.reading.passage.kind is PassageKind.TITLE


def _is_verbless(event: FoundEvent, syntax: Syntax) -> bool:
    if event.reading.passage.kind not in (PassageKind.TITLE, PassageKind.POST):
        return False
    return not any(is_conjugated(t) and syntax.tags(t) for t in event.head.sent)


def _is_general(event: FoundEvent, syntax: Syntax) -> bool:
    """``des victimes d'attentats``, ``en proie depuis 2015 à des attaques``: no single one is meant."""
    noun = event.reading.words(event.match.begin, event.match.end)[0]
    if noun.i < noun.sent.start + 2 or event.head.morph.get("Number", []) != ["Plur"]:
        return False
    whose, of = noun.nbor(-2), noun.nbor(-1)
    if syntax.listed(of) != syntax.profile.functions["genitive"]:
        return False
    return whose.lower_ in syntax.profile.cues["victim_plurals"] or syntax.is_time(whose) or whose.is_digit


def _is_definite(event: FoundEvent, syntax: Syntax) -> bool:
    return _has_before(event.head, syntax, "strictly_definite", "possessive") and not _is_of_new(event.head, syntax)


def _has_before(noun: Token, syntax: Syntax, *classes: str) -> bool:
    before = noun.doc[max(noun.sent.start, noun.i - _DETERMINER_GAP) : noun.i]
    return any(syntax.word(t, *classes) for t in before)


def _is_of_new(noun: Token, syntax: Syntax) -> bool:
    """``l'explosion d'une mine``, ``l'attaque de deux convois``: told by its own complement, and takes nothing up."""
    of = noun.nbor(1) if noun.i + 1 < noun.sent.end else None
    if of is None or syntax.listed(of) != syntax.profile.functions["genitive"] or of.i + 1 >= noun.sent.end:
        return False
    return of.nbor(1).pos_ == "NUM" or syntax.word(of.nbor(1), "indefinite_singular")
