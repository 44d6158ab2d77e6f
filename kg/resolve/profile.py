"""What is compared of an in-document entity: its names, and what its document says of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from kg.model import Claim, Document, DocumentFacts, Entity, EntityType, Factuality, MentionKind, TermKind
from kg.resolve.words import first_name_gender, fold, person_name

#: first and last day of birth, as ordinals of days
Born = tuple[int, int]
#: a year, in days
YEAR = 366


@dataclass(frozen=True, slots=True)
class Profile:
    """An in-document entity as comparisons see it."""

    id: str
    doc: str
    type: EntityType
    names: tuple[str, ...]  #: sorted spellings
    links: frozenset[tuple[str, str]] = frozenset()  #: scheme and id
    gender: str | None = None
    named: bool = False
    born: Born | None = None
    ages: tuple[int, ...] = ()
    nationalities: frozenset[str] = frozenset()  #: folded names of countries
    titles: frozenset[str] = frozenset()  #: folded words of job titles
    events: frozenset[str] = frozenset()  #: classes of the events it takes part in
    published: Born | None = None  #: first and last possible day of the document
    country: str | None = None  #: that the document names most

    @property
    def full_names(self) -> tuple[str, ...]:
        """The names of a person that may say who it is; all names of the others."""
        return _full(self.names) if self.type is EntityType.PERSON else self.names


@lru_cache(maxsize=200_000)
def _full(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(n for n in names if person_name(n).full)


@dataclass(slots=True)
class _Said:
    """What the claims of a document say of one entity."""

    ages: set[int] = field(default_factory=set)
    nationalities: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    events: set[str] = field(default_factory=set)


def profiles(facts: DocumentFacts) -> list[Profile]:
    """The entities of a document that may be told apart: those with a name or an entry of an authority file."""
    by_id = {e.id: e for e in facts.entities}
    said = _said(facts.claims, by_id)
    published = _published(facts.document)
    country = _main_country(facts.entities)
    return [
        _profile(e, facts.document.id, said[e.id], published, country) for e in facts.entities if e.named or e.links
    ]


def _profile(entity: Entity, doc: str, said: _Said, published: Born | None, country: str | None) -> Profile:
    names = sorted({n.text for n in entity.names} or {m.text for m in entity.mentions if m.kind is MentionKind.NAMED})
    ages = tuple(sorted(said.ages))
    return Profile(
        id=entity.id, doc=doc, type=entity.type, names=tuple(names),
        links=frozenset((li.scheme, li.id) for li in entity.links),
        gender=_gender(entity, names), named=entity.named, born=_born(ages, published), ages=ages,
        nationalities=frozenset(said.nationalities), titles=frozenset(said.titles), events=frozenset(said.events),
        published=published, country=country,
    )  # fmt: skip


def _said(claims: Iterable[Claim], entities: Mapping[str, Entity]) -> defaultdict[str, _Said]:
    """What is not denied, by entity."""
    said: defaultdict[str, _Said] = defaultdict(_Said)
    held = [c for c in claims if c.factuality is not Factuality.DENIED]
    classes = {c.subject: c.object.value for c in held if c.object.kind is TermKind.EVENT_CLASS}
    for claim in held:
        value = claim.object.value
        if claim.subject in classes and claim.object.kind is TermKind.ENTITY:
            said[value].events.add(classes[claim.subject])
        elif claim.predicate == "age" and value.isdecimal():
            said[claim.subject].ages.add(int(value))
        elif claim.predicate == "nationality" and value in entities:
            said[claim.subject].nationalities.add(fold(entities[value].label))
        elif claim.predicate == "jobTitle":
            said[claim.subject].titles.update(w for w in fold(value).split() if len(w) > 3)
    return said


def _gender(entity: Entity, names: Sequence[str]) -> str | None:
    """As the first names say, else as the text does; nothing of what is told of several."""
    if entity.type is not EntityType.PERSON or entity.plural:
        return None
    given = {first_name_gender(name.words[0]) for n in names if (name := person_name(n)).full} - {None}
    if len(given) == 1:
        return given.pop()
    return entity.gender


def _born(ages: Sequence[int], published: Born | None) -> Born | None:
    """Between which days someone of that age was born; unknown if the document gives several ages or has no date."""
    if len(ages) != 1 or published is None:
        return None
    return published[0] - (ages[0] + 1) * YEAR, published[1] - ages[0] * (YEAR - 1)


def _published(document: Document) -> Born | None:
    span = document.published
    if span is None or span.earliest is None or span.latest is None:
        return None
    try:
        return date.fromisoformat(span.earliest).toordinal(), date.fromisoformat(span.latest).toordinal()
    except ValueError:  # a year beyond 9999 or before 1
        return None


def _main_country(entities: Iterable[Entity]) -> str | None:
    """The country that is named most; none if two are named as often."""
    counts: Counter[str] = Counter()
    for entity in entities:
        for link in entity.links:
            if link.scheme == "iso":
                counts[link.id] += max(1, len(entity.mentions))
    best = counts.most_common(2)
    if not best or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    return best[0][0]
