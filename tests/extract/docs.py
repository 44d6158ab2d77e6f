"""Parsed sentences, entities and a small ontology by hand, for tests of the extractors.

A sentence is written word by word, ``form/POS/dependency/head``, the head by its form (``form@2``: the second of that
form); without a head the word is a root, and what has no slash is punctuation on the word before::

    parse("La/DET/det/police police/NOUN/nsubj/arrêté a/AUX/aux:tense/arrêté arrêté/VERB Dupont/PROPN/obj/arrêté .")

A fifth part gives morphology: ``part/VERB/ccomp/dit/VerbForm=Fin``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

import spacy
from spacy.tokens import Doc as SpacyDoc
from spacy.vocab import Vocab

from kg.extract.candidate import Candidate
from kg.extract.clusters import Cluster
from kg.extract.owners import Owner
from kg.extract.parsed import Doc, Token
from kg.extract.reading import Reading
from kg.extract.syntax import Syntax
from kg.extract.times import TimeExpression
from kg.language.inflections import load_inflections
from kg.language.profile import load_profile
from kg.model import Alignment, EntityType, MentionKind, Passage, PassageKind, Run, Span, TimeSpan
from kg.vocabulary import EventClass, Trigger, Vocabulary

PERSON, GROUP, PLACE, ORGANIZATION = (
    EntityType.PERSON, EntityType.GROUP, EntityType.PLACE, EntityType.ORGANIZATION,
)  # fmt: skip
_GLUED = {".", ",", ")", ";", "-il", "-elle", "-on", "-t", "?", "..."}


@cache
def _vocab() -> Vocab:
    return spacy.blank("fr").vocab


def parse(*sentences: str) -> Doc:
    """The sentences as one parsed text."""
    forms: list[str] = []
    tags: list[str] = []
    deps: list[str] = []
    heads: list[int] = []
    morphs: list[str] = []
    for sentence in sentences:
        rows = [_row(word) for word in sentence.split()]
        mine, start = [row[0] for row in rows], len(forms)
        for at, (form, tag, dep, head, morph) in enumerate(rows):
            forms.append(form)
            tags.append(tag)
            deps.append(dep)
            morphs.append(morph)
            heads.append(start + (max(at - 1, 0) if dep == "punct" and not head else _index(mine, head, at)))
    spaces = [
        not form.endswith("'") and not (at + 1 < len(forms) and forms[at + 1] in _GLUED) and at + 1 < len(forms)
        for at, form in enumerate(forms)
    ]
    return Doc(SpacyDoc(_vocab(), words=forms, spaces=spaces, pos=tags, deps=deps, heads=heads, morphs=morphs))


def _row(word: str) -> tuple[str, str, str, str, str]:
    if "/" not in word:
        return word, "PUNCT", "punct", "", ""
    parts = [*word.split("/"), "", "", ""][:5]
    return parts[0], parts[1], parts[2] or "ROOT", parts[3], parts[4]


def _index(forms: list[str], head: str, own: int) -> int:
    if not head:
        return own
    form, _, number = head.partition("@")
    return [i for i, f in enumerate(forms) if f == form][int(number or 1) - 1]


def word(doc: Doc, form: str, number: int = 1) -> Token:
    """The word with a form, counted from one."""
    return [token for token in doc if token.text == form][number - 1]


def french(time_tokens: Iterable[int] = ()) -> Syntax:
    """The syntax of French, ``time_tokens`` being the words of time expressions."""
    return Syntax(load_profile("fr"), load_inflections("fr"), tuple(time_tokens))


def texts(tokens: Iterable[Token]) -> list[str]:
    """Their forms."""
    return [token.text for token in tokens]


# --- entities ------------------------------------------------------------------------------------------------------


def cluster(name: str, type_: EntityType, *, named: bool = True, plural: bool = False) -> Cluster:
    """An entity with one mention."""
    found = Cluster(type_, plural=plural)
    kind = MentionKind.NAMED if named else MentionKind.NOMINAL
    found.add(Candidate(0, 0, len(name), 0, name, kind, type_, "fr/test", lemma="" if named else name))
    return found


class Cast:
    """The entities of a text by the forms of the words that name them; capitals name, others describe."""

    def __init__(self, types: Mapping[str, EntityType]) -> None:
        self._clusters = {form: cluster(form, type_, named=form[0].isupper()) for form, type_ in types.items()}

    def __getitem__(self, form: str) -> Cluster:
        return self._clusters[form]

    @property
    def owner(self) -> Owner:
        """What extractors ask."""
        return lambda token: self._clusters.get(token.text)


# --- readings ------------------------------------------------------------------------------------------------------


def reading(doc: Doc, kind: PassageKind = PassageKind.BODY) -> Reading:
    """A passage that stands at the opening of its document, cleaned text and text being the same."""
    length = len(doc.text)
    passage = Passage(Span("doc", 0, length), kind, "fr", doc.text, Alignment((Run(0, 0, length, length),)))
    return Reading(0, passage, doc, (), parsed=True)


def time(doc: Doc, first: str, edtf: str, earliest: str | None = None, latest: str | None = None) -> TimeExpression:
    """A time expression of one word."""
    token = word(doc, first)
    end = token.idx + len(token.text)
    begin_day = earliest or (edtf if len(edtf) == 10 else None)
    value = TimeSpan(edtf, begin_day, latest or begin_day, token.text)
    return TimeExpression(token.idx, end, token.text, value, "fr/times.test", looks_back=False)


# --- ontology ------------------------------------------------------------------------------------------------------

_VERB = {"subject": "agent", "object": "patient"}
_NOUN = {"de": "patient", "par": "agent", "possessive": "patient"}


def trigger(lemma: str, kind: str, event_class: str = "Arrest", **options: object) -> Trigger:
    """A trigger with the roles that are usual for its kind."""
    roles = options.pop("roles", _NOUN if kind == "noun" else _VERB)
    return Trigger(lemma, kind, event_class, roles, **options)  # type: ignore[arg-type]  # options of a test's table


def event_class(name: str, *triggers: Trigger, parent: str = "Event", **options: object) -> EventClass:
    """An event class with all the roles that tests speak of."""
    anybody = frozenset({PERSON, GROUP, ORGANIZATION})
    roles = {"agent": anybody, "patient": anybody, "participant": anybody, "place": frozenset({PLACE})}
    given: dict[str, object] = {
        "roles": roles, "counts": {}, "merge": ("patient", "place"), "homes": None, "means": {}, **options,
    }  # fmt: skip
    return EventClass(name, {}, {}, parent, None, triggers={"fr": triggers}, **given)  # type: ignore[arg-type]  # as above


def vocabulary(*classes: EventClass) -> Vocabulary:
    """An ontology of event classes."""
    return Vocabulary({}, {}, {c.name: c for c in classes})


def hung(table: str) -> Doc:
    """One sentence: words of the table that have no head hang on its first verb."""
    rows = table.split()
    verb = next(r.partition("/")[0] for r in rows if "/VERB" in r)
    whole = [r if "/" in r else f"{r}/PUNCT" for r in rows]
    return parse(" ".join(r if r.startswith(f"{verb}/VERB") or r.count("/") > 1 else f"{r}/dep/{verb}" for r in whole))
