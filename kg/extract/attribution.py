"""Whom the text gives as the source of what it says: ``selon``, reporting verbs in any position, quotations."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from kg.extract.accounts import account_giver
from kg.extract.carried import is_refuted
from kg.extract.clusters import Cluster
from kg.extract.moods import is_negated
from kg.extract.owners import Owner
from kg.extract.parsed import Doc, Token, Tokens
from kg.extract.positions import Positions
from kg.extract.presupposed import is_presupposed
from kg.extract.quotations import over_quotation
from kg.extract.relayed import relayed
from kg.extract.reporting import follows_quotation, leaves_open, reports
from kg.extract.scopes import around_incise, end_of_speech, scope_of_phrase, segment, words_of_incise
from kg.extract.sources import authors, source_behind
from kg.extract.speakers import SPEAKERS, is_anybody, source_phrases, speaker_of
from kg.extract.syntax import Syntax
from kg.extract.syntax.words import VERBAL
from kg.model import EntityType

#: words before a verb of saying in which the particle of its negation stands
_PARTICLE_REACH = 5
_CONDITIONAL = "cond"


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source and the words that it is given for."""

    source: Cluster
    begin: int  #: token index in the reading's ``Doc``
    end: int
    excluded: frozenset[int]  #: words that name the source itself
    silent: frozenset[int] = frozenset()  #: words that tell of the saying: who speaks, where and when
    default: bool = False  #: the speaker of a whole answer: holds where no other source is given

    def covers(self, token: Token, syntax: Syntax) -> bool:
        """Whether the source is given for what this word says: not for what the sentence takes as known."""
        if not self.begin <= token.i < self.end or token.i in self.excluded or token.i in self.silent:
            return False
        return self.default or not is_presupposed(token, self.excluded, syntax)


def attributions(
    doc: Doc, syntax: Syntax, owner: Owner, last: Cluster | None, figures: Collection[Token] = ()
) -> tuple[Attribution, ...]:
    """All attributions of a reading, in text order.

    Args:
        doc: the reading's parse.
        syntax: functions of its words.
        owner: the entity that a word names.
        last: the source told before it (``la même source``).
        figures: words that name the source of a figure only, see :mod:`kg.extract.rivals`.
    """
    found: list[Attribution] = []
    positions = Positions(syntax, owner)
    account: Cluster | None = None  #: whose account the sentences go on with
    asked: Tokens | None = None  #: the question right before
    for sent in doc.sents:
        here = list(_in_sentence(sent, syntax, owner, positions, last, figures))
        if asked is not None and here and _only_answers(sent, here[0], syntax):
            found.append(Attribution(here[0].source, asked.start, asked.end, frozenset(), default=True))
        asked = sent if sent.text.rstrip().endswith("?") else None
        if any(attribution.source is not account for attribution in here):
            account = None
        last = here[-1].source if here else last
        found += here
        if here and _is_learnt(sent, syntax) and not any(t.is_alpha for t in doc[sent.end :]):
            found.append(Attribution(here[-1].source, 0, sent.start, frozenset(), default=True))
        if account is not None:
            found.append(Attribution(account, sent.start, sent.end, frozenset(), default=True))
        giver = account_giver(sent, syntax, positions)
        account = account if giver is None else source_behind(giver, syntax, owner, last)
    return tuple(found)


def _only_answers(sent: Tokens, given: Attribution, syntax: Syntax) -> bool:
    """``Combien ont été arrêtés ? Cinq, d'après la police.``: no sentence of its own; the question says what."""
    own = given.silent | given.excluded
    said = (t for t in sent if given.begin <= t.i < given.end and t.i not in own and t.head.i not in own)
    return not any(t.pos_ in VERBAL and syntax.is_finite_verb(t) for t in said)


def _is_learnt(sent: Tokens, syntax: Syntax) -> bool:
    """``…, apprend-on dans Le Monde``: at the end of a paragraph it says where all of it comes from."""
    learns = (t for t in syntax.verb_forms(sent) if syntax.can_be(t, "learning_verbs"))
    return any(is_anybody(c, syntax) for t in learns for c in t.children if c.i > syntax.first_form(t).i)


def _in_sentence(
    sent: Tokens,
    syntax: Syntax,
    owner: Owner,
    positions: Positions,
    last: Cluster | None,
    figures: Collection[Token],
) -> Iterator[Attribution]:
    # before the others: "la même source" is who spoke himself
    for word, begin, end in relayed(sent, syntax, positions):
        source = source_behind(word, syntax, owner, last)
        if source is not None:
            yield Attribution(source, begin, end, frozenset())
    for attribution in _by_phrases(sent, syntax, owner, last, figures):
        last = attribution.source
        yield attribution
    for attribution in _by_verbs(sent, syntax, owner, positions, last):
        last = attribution.source
        yield attribution
    yield from _charges(sent, syntax, owner, positions)
    yield from _own_words(sent, syntax, owner, last)
    yield from _announced(sent, syntax, owner)


def _by_phrases(
    sent: Tokens, syntax: Syntax, owner: Owner, last: Cluster | None, figures: Collection[Token]
) -> Iterator[Attribution]:
    """``selon le parquet``, but for what it denies, does not check, or only counts."""
    for phrase in source_phrases(sent, syntax):
        source = source_behind(phrase.head, syntax, owner, last)
        told = not is_refuted(phrase.head, syntax) and not _only_checks(phrase.begin, sent, syntax)
        finding = phrase.head.lower_ in syntax.profile.cues["findings"] and source is owner(phrase.head)
        told = told and not finding  # "sur la foi de renseignements précis"
        if source is not None and phrase.head not in figures and told:
            last = source
            yield Attribution(source, *scope_of_phrase(sent, phrase.head, syntax), frozenset())


def _by_verbs(
    sent: Tokens, syntax: Syntax, owner: Owner, positions: Positions, last: Cluster | None
) -> Iterator[Attribution]:
    """Reporting verbs in any position, and whoever speaks after a quotation."""
    spoken: list[Cluster] = []  #: who speaks in an incise of the sentence
    quoted = any(sent.start <= mark.i < sent.end for mark in syntax.quotation_marks(sent.doc))
    for verb in sent if quoted else syntax.verb_forms(sent):
        quoting = quoted and follows_quotation(verb, syntax)
        if not quoting and (not reports(verb, syntax) or _says_nothing(verb, syntax)):
            continue
        speaker, whole = speaker_of(verb, syntax, positions)
        speakers = positions.with_conjuncts(speaker) if speaker is not None else []
        found = [s for s in (source_behind(word, syntax, owner, last) for word in speakers) if s is not None]
        if spoken and "part.pres" in syntax.tags(verb):  # "…, poursuit la même source, précisant que"
            found = spoken
        spoken = found if whole and found else spoken
        for source in found if whole or not quoting else ():
            last = source
            if whole:
                first, last_word = around_incise(verb, sent, syntax)
            else:
                first, last_word = verb.i + 1, end_of_speech(verb, sent, syntax)
            begin, end = over_quotation(verb, first, last_word, syntax)
            silent = words_of_incise(verb, syntax) if whole else frozenset()
            yield Attribution(source, begin, end, frozenset({verb.i}), silent)


def _only_checks(at: int, sent: Tokens, syntax: Syntax) -> bool:
    """``impossible à vérifier de source indépendante``: of whom nothing was learnt."""
    before = sent.doc[at - 1] if at > sent.start else None
    return before is not None and "inf" in syntax.tags(before) and syntax.can_be(before, "checking_verbs")


def _own_words(sent: Tokens, syntax: Syntax, owner: Owner, last: Cluster | None) -> Iterator[Attribution]:
    """``À l'en croire, il a fui``: whom the pronoun after it stands for, else who spoke last."""
    text = sent.lowered
    for phrase in sorted(p for p in syntax.profile.cues["taken_up_sources"] if p in text):
        end = sent.start_char + text.find(phrase) + len(phrase)
        after = [t for t in sent if t.idx >= end and not t.is_punct][:1]
        source = next((c for c in map(owner, after) if c is not None), None)
        pronoun = bool(after) and after[0].pos_ == "PRON"
        found = source if pronoun and source is not None else last
        if found is not None:
            yield Attribution(found, sent.start, sent.end, frozenset())


def _announced(sent: Tokens, syntax: Syntax, owner: Owner) -> Iterator[Attribution]:
    """``Bilan communiqué par la police : deux blessés``: what follows the colon is its author's."""
    colon = next((t for t in sent if t.text == ":"), None)
    before = sent.doc[sent.start : colon.i] if colon is not None else sent[0:0]
    texts = [t for t in before if t.lower_ in syntax.profile.cues["announcing_texts"]]
    if colon is None or not texts or any(syntax.is_finite_verb(t) for t in before):
        return
    source = next((c for c in map(owner, authors(texts[0], syntax)) if c is not None), None)
    if source is not None:
        following = next((s for s in sent.doc.sents if s.start == sent.end), sent)
        said = following if colon.i + 1 == sent.end else sent  # the model may end a sentence at the colon
        yield Attribution(source, colon.i + 1, said.end, frozenset())


def _says_nothing(verb: Token, syntax: Syntax) -> bool:
    """``n'a ni confirmé ni démenti``, ``n'a pas précisé``: who does not say something is no source of it."""
    denies = syntax.can_be(verb, "denying_verbs")
    neither = any(syntax.word(t, "neither") for t in verb.doc[max(verb.sent.start, verb.i - 1) : verb.i])
    # near it, not any of the sentence: "Aucun agent, a dit X, n'a tiré"
    before = verb.doc[max(verb.sent.start, verb.i - _PARTICLE_REACH) : verb.i]
    negated = any(syntax.word(t, "negation_particle") for t in before) and is_negated(verb, syntax)
    excludes = syntax.can_be(verb, "excluding_verbs")  # "n'exclut pas une grève"
    return neither or leaves_open(verb, syntax) or ((not denies or excludes) and negated)


def _charges(sent: Tokens, syntax: Syntax, owner: Owner, positions: Positions) -> Iterator[Attribution]:
    """``X accuse Y d'avoir tué Z``: what is charged is said by who charges."""
    for verb in syntax.verb_forms(sent):
        if not syntax.can_be(verb, "accusing_verbs", "accusing_phrase_verbs"):
            continue
        accuses = syntax.can_be(verb, "accusing_verbs") or _is_accusing_phrase(verb, syntax)
        if not accuses or not _is_told(verb, syntax) or is_negated(verb, syntax):
            continue
        charge = next((t for t in verb.doc[verb.i + 1 : sent.end] if _is_charge(t, syntax)), None)
        source = _asker(verb, syntax, owner, positions)
        if source is not None and charge is not None:
            yield Attribution(source, charge.i, segment(sent, verb)[1], frozenset({verb.i}))


def _is_accusing_phrase(verb: Token, syntax: Syntax) -> bool:
    """``met en cause``, ``pointe du doigt``."""
    after = verb.doc.lowered[verb.end : verb.sent.end_char].lstrip()
    phrases = syntax.profile.cues["accusing_phrases"]
    return any(f"{lemma} {after}".startswith(f"{phrase} ") for lemma in syntax.lemmas(verb) for phrase in phrases)


def _is_told(verb: Token, syntax: Syntax) -> bool:
    """Conjugated, or done before something told: ``avant de mettre en cause X``."""
    openings = syntax.profile.cues["told_infinitives"]
    if "inf" in syntax.tags(verb) and syntax.lowered_before(verb).rstrip().endswith(tuple(openings)):
        return True
    return syntax.is_finite_verb(verb) or (syntax.can_be_past_participle(verb) and bool(syntax.auxiliaries(verb)))


def _is_charge(word: Token, syntax: Syntax) -> bool:
    """``d'avoir tué Z``, ``qui aurait ordonné l'attaque``."""
    tags = syntax.tags(word)
    return "inf" in tags or (_CONDITIONAL in tags and "impf" not in tags)


def _asker(verb: Token, syntax: Syntax, owner: Owner, positions: Positions) -> Cluster | None:
    """The entity that is the subject of a verb, or the agent of a passive."""
    if syntax.is_passive(verb):
        return next((c for c in map(owner, syntax.passive_agents(verb)) if c is not None), None)
    before = verb.nbor(-1) if verb.i > verb.sent.start else None
    antecedent = positions.before(before) if before is not None and syntax.word(before, "relative_subject") else None
    if antecedent is not None:
        return antecedent.cluster  # "a été reporté par Tripoli, qui accuse Alger de"
    subject = next(iter(syntax.surface_subjects(verb)), None) or positions.subject(verb, SPEAKERS)
    return owner(subject) if subject is not None else None


def whom_speech_names(owner: Owner, given: Iterable[Attribution], syntax: Syntax, token: Token) -> Cluster | None:
    """The entity that a word names; of ``je`` and ``mon`` who speaks there, if that is one person."""
    found = owner(token)
    if found is not None or not syntax.word(token, "first_subjects", "first_objects"):
        return found
    for attribution in given:
        here = attribution.begin <= token.i < attribution.end and token.i not in attribution.silent
        if here and attribution.source.type is EntityType.PERSON and not attribution.source.plural:
            return attribution.source
    return None
