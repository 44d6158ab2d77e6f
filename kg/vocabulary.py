"""The ontology as data: event classes with their triggers, relations, kinds of entity (``ontology/*.yaml``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from kg.errors import DataError
from kg.model import EntityType

_PACKAGED = Path(__file__).parent / "_ontology"
#: in a checkout the ontology stands beside the package; in a wheel inside it
ONTOLOGY = _PACKAGED if _PACKAGED.is_dir() else Path(__file__).parent.parent / "ontology"

#: the class of which all violence against people or things is
ASSAULT = "Attack"
_KINDS = ("verb", "noun", "adjective", "expression")
_DEFAULT_ROLES: Mapping[str, Mapping[str, str]] = {
    "verb": {"subject": "agent", "object": "patient"},
    "expression": {"subject": "agent", "object": "patient"},
    "noun": {"de": "patient", "par": "agent", "possessive": "patient"},
    "adjective": {"object": "patient", "par": "agent"},
}
_TRIGGER_FIELDS = {
    *_KINDS, "trigger", "roles", "reflexive", "needs", "lacks", "words", "not", "not_infinitive", "factuality",
    "answers", "score",
}  # fmt: skip
_EVENT_FIELDS = {
    "name",
    "label",
    "comment",
    "parent",
    "plover",
    "roles",
    "counts",
    "merge",
    "homes",
    "means",
    "extra",
    "speech",
    "triggers",
}
_REFLEXIVE = ("required", "forbidden", "allowed")


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or fixed expression that names an event, and which surface function fills which role."""

    lemma: str  #: of an expression: all its words
    kind: str  #: ``verb``, ``noun``, ``adjective`` or ``expression``
    event_class: str
    roles: Mapping[str, str]  #: surface function -> role
    names: str | None = None  #: the words of an expression that name the event
    reflexive: str = "allowed"
    needs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  #: function -> entity types; empty: any
    lacks: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict
    )  #: function -> types that rule it out; empty: any
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)  #: function -> lemmas, one must be there
    not_in: tuple[str, ...] = ()  #: lower-case strings around the trigger that rule it out
    not_infinitive: tuple[str, ...] = ()  #: prepositions with an infinitive that rule it out
    factuality: str | None = None
    answers: bool = False  #: what is done in return (``riposter``) is no part of what it answers
    score: float = 0.9


@dataclass(frozen=True, slots=True)
class EventClass:
    """A kind of happening."""

    name: str
    label: Mapping[str, str]  #: language -> text
    comment: Mapping[str, str]
    parent: str  #: ``Event`` or another class
    plover: str | None
    roles: Mapping[str, frozenset[EntityType]]
    counts: Mapping[str, str]  #: role -> count predicate
    merge: tuple[str, ...]
    homes: str | None  #: role of whose home or vehicle a complement names (``perquisition au domicile de X``)
    means: Mapping[str, tuple[str, ...]]  #: language -> phrases that make an event of a parent class one of this class
    triggers: Mapping[str, tuple[Trigger, ...]]  #: language -> triggers
    #: done by saying or writing it: whoever does it is no source of it besides, and it takes place nowhere to speak of
    speech: bool = False
    extra: bool = False  #: finer than the annotation guideline: its events are claimed to be of the parent class too


@dataclass(frozen=True, slots=True)
class Relation:
    """A predicate of claims."""

    name: str
    kind: str  #: ``class``, ``role``, ``time``, ``count`` or ``relation``
    iri: str  #: prefixed
    label: Mapping[str, str]
    comment: Mapping[str, str]
    parent: str | None
    domain: frozenset[str]
    range: frozenset[str]
    datatype: str | None


@dataclass(frozen=True, slots=True)
class EntityClass:
    """A kind of entity in RDF."""

    name: str
    label: Mapping[str, str]
    comment: Mapping[str, str]
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything that ``ontology/*.yaml`` says, by name."""

    entities: Mapping[str, EntityClass]
    relations: Mapping[str, Relation]
    events: Mapping[str, EventClass]

    def claimed(self, event_class: str) -> tuple[str, ...]:
        """The classes that an event is claimed to be of: its own, and above one that is ``extra`` the parent."""
        event = self.events.get(event_class)
        if event is None or not event.extra:
            return (event_class,)
        return (event_class, *self.claimed(event.parent))

    def is_a(self, event_class: str, ancestor: str) -> bool:
        """Whether ``event_class`` is ``ancestor`` or below it."""
        while event_class != ancestor and event_class in self.events:
            event_class = self.events[event_class].parent
        return event_class == ancestor


@cache
def load_vocabulary(path: Path = ONTOLOGY) -> Vocabulary:
    """Read and check the ontology.

    Raises:
        DataError: naming the file, the key, the value and what is allowed.
    """
    entities = {
        name: EntityClass(name, raw["label"], raw.get("comment", {}), tuple(raw["classes"]))
        for name, raw in _read(path / "entities.yaml").items()
    }
    relations = {name: _relation(name, raw) for name, raw in _read(path / "relations.yaml").items()}
    files = sorted((path / "events").glob("*.yaml"))
    if not files:
        raise DataError(f"{path / 'events'}: no event class; expected one .yaml file for each")
    events = {event.name: event for event in (_event_class(file, relations) for file in files)}
    for event in events.values():
        if event.parent != "Event" and event.parent not in events:
            raise DataError(f"event class {event.name}: parent {event.parent!r} is neither Event nor a class")
    return Vocabulary(MappingProxyType(entities), MappingProxyType(relations), MappingProxyType(events))


def _read(file: Path) -> dict[str, Any]:
    try:
        raw = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise DataError(f"{file}: {error}") from error
    if not isinstance(raw, dict):
        raise DataError(f"{file}: expected a mapping, found {type(raw).__name__}")
    return raw


def _relation(name: str, raw: dict[str, Any]) -> Relation:
    return Relation(
        name, raw["kind"], raw["iri"], raw["label"], raw.get("comment", {}), raw.get("parent"),
        frozenset(raw.get("domain", ())), frozenset(raw.get("range", ())), raw.get("datatype"),
    )  # fmt: skip


def _event_class(file: Path, relations: Mapping[str, Relation]) -> EventClass:
    raw = _read(file)
    _check_keys(file, "event class", raw, _EVENT_FIELDS, {"name", "label", "parent", "roles", "triggers"})
    roles = {role: frozenset(EntityType(t) for t in types) for role, types in raw["roles"].items()}
    counts = raw.get("counts") or {}
    for name, kind in [*((role, "role") for role in roles), *((count, "count") for count in counts.values())]:
        if name not in relations or relations[name].kind != kind:
            raise DataError(f"{file}: {name!r} is no {kind} of relations.yaml")
    triggers = {
        language: tuple(_trigger(file, raw["name"], entry, roles) for entry in entries or ())
        for language, entries in raw["triggers"].items()
    }
    return EventClass(
        raw["name"], raw["label"], raw.get("comment", {}), raw["parent"], raw.get("plover"), roles, counts,
        tuple(raw.get("merge", ())), raw.get("homes"),
        {language: tuple(phrases) for language, phrases in (raw.get("means") or {}).items()}, triggers,
        extra=bool(raw.get("extra", False)), speech=bool(raw.get("speech", False)),
    )  # fmt: skip


def _trigger(file: Path, event_class: str, raw: dict[str, Any], allowed: Mapping[str, object]) -> Trigger:
    kinds = [kind for kind in _KINDS if kind in raw]
    if len(kinds) != 1:
        raise DataError(f"{file}: trigger {raw} needs exactly one of {', '.join(_KINDS)}")
    kind = kinds[0]
    _check_keys(file, f"trigger {raw[kind]!r}", raw, _TRIGGER_FIELDS, {kind})
    given = raw.get("roles") or {}
    unknown = sorted({role for role in given.values() if role is not None} - set(allowed))
    if unknown or raw.get("reflexive", "allowed") not in _REFLEXIVE:
        raise DataError(f"{file}: trigger {raw[kind]!r}: unknown role or reflexive {unknown or raw['reflexive']}")
    merged = {**{f: r for f, r in _DEFAULT_ROLES[kind].items() if r in allowed}, **given}
    return Trigger(
        lemma=raw[kind],
        kind=kind,
        event_class=event_class,
        roles={function: role for function, role in merged.items() if role is not None},
        names=raw.get("trigger"),
        reflexive=raw.get("reflexive", "allowed"),
        needs=_by_function(raw.get("needs")),
        lacks=_by_function(raw.get("lacks")),
        words={function: frozenset(words) for function, words in (raw.get("words") or {}).items()},
        not_in=tuple(raw.get("not") or ()),
        not_infinitive=tuple(raw.get("not_infinitive") or ()),
        answers=bool(raw.get("answers", False)),
        factuality=raw.get("factuality"),
        score=float(raw.get("score", 0.9)),
    )


def _by_function(raw: str | list[str] | Mapping[str, list[str]] | None) -> dict[str, tuple[str, ...]]:
    """Functions with the types of entities that they must or may not have; none for any."""
    if isinstance(raw, Mapping):
        return {function: tuple(types or ()) for function, types in raw.items()}
    return dict.fromkeys([raw] if isinstance(raw, str) else raw or [], ())


def _check_keys(file: Path, what: str, raw: Mapping[str, object], allowed: set[str], needed: set[str]) -> None:
    unknown, missing = sorted(set(raw) - allowed), sorted(needed - set(raw))
    if unknown or missing:
        raise DataError(f"{file}: {what}: unknown {unknown}, missing {missing}; allowed {sorted(allowed)}")
