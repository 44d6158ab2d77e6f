"""Event mentions and happenings without a parsed text."""

from collections.abc import Sequence

from kg.extract.clusters import Cluster
from kg.extract.events import FoundEvent, Role
from kg.extract.happenings import Happening
from kg.extract.placing import Placed
from kg.extract.tellings import Telling
from kg.extract.times import TimeExpression
from kg.extract.triggers import TriggerMatch
from kg.model import Factuality, TimeSpan
from tests.extract.docs import PERSON, PLACE, cluster, event_class, parse, reading, trigger, vocabulary

ONTOLOGY = vocabulary(
    event_class("Attack"), event_class("Bombing", parent="Attack"), event_class("Death"), event_class("Arrest",
    merge=("patient",)),
)  # fmt: skip
X, Y, MONS, NAMUR = cluster("X", PERSON), cluster("Y", PERSON), cluster("Mons", PLACE), cluster("Namur", PLACE)
DOC = parse(*("attentat/NOUN ." for _ in range(9)))
READING = reading(DOC)


def telling(
    sentence: int = 0, class_: str = "Attack", *, roles: dict[str, Cluster] | None = None,
    places: Sequence[Cluster] = (),
    dates: Sequence[str] = (), status: Factuality = Factuality.ASSERTED, counts: Sequence[tuple[str, str]] = (),
    verbless: bool = False, headline: bool = False, definite: bool = False,
    word: str = "attentat",
) -> Telling:  # fmt: skip
    head = list(DOC.sents)[sentence][0]
    match = TriggerMatch(
        trigger(word, "noun", class_), head, head.idx, head.idx + len(head.text), verbal=False, reach=0
    )
    found = tuple(Role(role, filler, head, status) for role, filler in (roles or {}).items())
    times = tuple(TimeExpression(0, 1, "x", TimeSpan(date), "fr/times.test", looks_back=False) for date in dates)
    event = FoundEvent(READING, match, class_, status, found)
    placed = Placed(times, tuple(places))
    return Telling(
        event, placed, tuple(counts), (), verbless=verbless, headline=headline or verbless, definite=definite
    )


def happening(*told: Telling) -> Happening:
    return Happening(told[0].event.event_class, list(told))
