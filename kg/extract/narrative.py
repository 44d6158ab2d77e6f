"""What a document has told so far, in text order: whom it spoke of, in which sentence, as what."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extract.candidate import Candidate
from kg.extract.clusters import Cluster
from kg.extract.lexicon import Lexicon
from kg.extract.parsed import Token
from kg.extract.reading import Reading
from kg.model import PassageKind

#: words of the longest line that names the authors
_BYLINE = 12


@dataclass(frozen=True, slots=True)
class Told:
    """One appearance of an entity."""

    cluster: Cluster
    sentence: int  #: number of the sentence in the document
    subject: bool  #: as the subject of a verb
    main: bool  #: of the sentence's main verb, or one in a row with it
    reading: int = -1
    head: int = -1  #: index of its head in the reading's ``Doc``


class Narrative:
    """A document's readings and the entities told in them."""

    def __init__(self, readings: Sequence[Reading], lexicon: Lexicon) -> None:
        self.readings = readings
        self.lexicon = lexicon
        self.clusters: list[Cluster] = []
        self.owner: dict[tuple[int, int], Cluster] = {}  #: (index of the reading, token index) -> cluster
        self._told: list[Told] = []
        self._appearances: Counter[int] = Counter()  #: by the identity of the cluster
        self._starts = [[s.start for s in r.doc.sents] if r.parsed else [0] for r in readings]
        self._before = [0]  #: sentences before each reading
        for starts in self._starts:
            self._before.append(self._before[-1] + len(starts))

    def sentence(self, candidate: Candidate) -> int:
        """A number that grows by one with each sentence of the document; a reading without a parse is one sentence."""
        return self._before[candidate.reading] + bisect_right(self._starts[candidate.reading], candidate.head)

    def note(self, candidate: Candidate, cluster: Cluster) -> None:
        """Remember that a candidate told of an entity."""
        reading = self.readings[candidate.reading]
        for token in reading.touching(candidate.begin, candidate.end):
            self.owner.setdefault((candidate.reading, token.i), cluster)
        if is_byline(reading):
            return  # the author of an article is no theme of it
        self._appearances[id(cluster)] += 1
        subject, main = self._role(reading.doc[candidate.head])
        self._told.append(Told(cluster, self.sentence(candidate), subject, main, candidate.reading, candidate.head))

    def _role(self, head: Token) -> tuple[bool, bool]:
        """Whether a mention is a subject, and whether of a main verb: the theme that a pronoun takes up first."""
        profile = self.lexicon.profile
        if not profile.is_dep(head.dep_, "subject", "passive_subject"):
            opens = profile.is_dep(head.dep_, "adjectival", "determiner") and _opens_clause(head)
            return opens, opens
        verb = head.head
        while profile.is_dep(verb.dep_, "conjunct") and verb.head != verb:
            verb = verb.head
        return True, verb.head == verb

    def appearances(self, cluster: Cluster) -> int:
        """How often an entity was told of so far."""
        return self._appearances[id(cluster)]

    def unite(self, cluster: Cluster, other: Cluster) -> None:
        """Make one entity of two, and of what was told of them."""
        cluster.absorb(other)
        self._appearances[id(cluster)] += self._appearances.pop(id(other), 0)
        self.owner = {key: cluster if owner is other else owner for key, owner in self.owner.items()}
        self._told = [replace(t, cluster=cluster) if t.cluster is other else t for t in self._told]

    def latest(self, candidate: Candidate | None = None, *, reach: int = 0) -> Iterator[Told]:
        """What was told, last first; with a candidate no more than ``reach`` sentences before it."""
        oldest = self.sentence(candidate) - reach if candidate is not None else 0
        for told in reversed(self._told):
            if told.sentence < oldest:
                return
            yield told


def _opens_clause(head: Token) -> bool:
    """``Un jeune manifestant a été blessé``, parsed as no subject: the first words of a sentence, and then its verb."""
    before = head.doc[head.sent.start : head.i]
    after = (t for t in head.doc[head.i + 1 : head.sent.end] if t.pos_ == "AUX" or t.text == ",")
    following = next(after, None)
    return all(t.pos_ in ("DET", "ADJ", "NUM") for t in before) and following is not None and following.pos_ == "AUX"


def is_byline(reading: Reading) -> bool:
    """Whether a body passage is a line with names and no sentence: ``Maëlys CORMIER et Erwan LE BIVIC``."""
    if not reading.parsed or reading.passage.kind is not PassageKind.BODY or len(reading.doc) > _BYLINE:
        return False
    ends = reading.doc.text.rstrip()[-1:] in (".", "!", "?", ":", "\N{HORIZONTAL ELLIPSIS}")
    return not ends and not any(t.pos_ in ("VERB", "AUX") for t in reading.doc)
