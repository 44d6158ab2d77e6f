"""Words that follow each other and name one entity, as they stand in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.clusters import Cluster
from kg.extract.figures import sign_words
from kg.extract.parsed import Token, Tokens
from kg.extract.syntax import Syntax
from kg.extract.syntax.words import VERBAL
from kg.model import EntityType


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that follow each other and name one entity."""

    first: Token
    last: Token
    cluster: Cluster
    governed: bool  #: by a preposition

    @property
    def head(self) -> Token:
        """The noun that carries it (``cellule terroriste``), or a name's last word."""
        return self.first if self.first.pos_ == "NOUN" else self.last


def agrees_in_number(participle: Token, mention: Stretch, syntax: Syntax) -> bool:
    """Whether a participle may be said of a mention: ``deux employés de l'ONG, évacués`` is not said of the ONG."""
    numbers = {tag[-1] for tag in syntax.tags(participle) if tag.startswith("part.past")}
    if len(numbers) != 1 or mention.cluster.type is EntityType.PERSON:
        return len(numbers) != 1 or numbers == {"s"}
    several = mention.cluster.plural or mention.last.morph.get("Number", []) == ["Plur"]
    return several or numbers == {"s"}


def agrees_in_gender(participle: Token, mention: Stretch, syntax: Syntax) -> bool:
    """Whether a participle may be said of a person: ``la femme de Marc, arrêtée`` is not said of Marc."""
    genders = {tag.split(".")[-2] for tag in syntax.tags(participle) if tag.startswith("part.past")}
    told = mention.cluster.type is EntityType.PERSON and len(genders) == 1 and not mention.cluster.plural
    return not told or mention.cluster.may_be(min(genders))


def is_governed(first: Token, syntax: Syntax) -> bool:
    """Whether a preposition or bracket stands before a mention and its determiner; a partitive article is none."""
    at, doc, start = first.i - 1, first.doc, first.sent.start
    while at >= start and (doc[at].pos_ in ("DET", "NUM", "ADJ") or syntax.word(doc[at], "opening_quotes")):
        at -= 1
    if doc[at + 1].pos_ == "NUM" or doc[at + 1].is_digit:
        at -= sign_words(doc[at + 1], syntax)  # "plus de 400 hommes", but "près de l'hôtel"
    if at >= start and (doc[at].text == "(" or syntax.word(doc[at], "side_words")):
        return True
    if at < start or (doc[at].pos_ != "ADP" and syntax.listed(doc[at]) is None):
        return False
    if not syntax.word(doc[at], "plural_partitives"):
        return True
    before = doc[at - 1] if at > start else None  # "connu des services" is no article, "a arrêté des hommes" is
    return before is not None and syntax.can_be_past_participle(before) and syntax.is_passive(before)


def is_cut_off(stretch: Stretch, between: Tokens, syntax: Syntax) -> bool:
    """Whether a clause with a subject of its own, named or not, opens between a mention and a verb.

    ``X affirme que quelqu'un a tiré``, ``X ignore qui a tiré``, ``X a dit que ceux qui aident sont tués``; ``X, dont le
    frère a tiré``, ``X, chez qui on a tiré``.
    """
    relatives = [t for t in between if syntax.word(t, "relative_subject", "relative_object", "relative_other")]
    if any(syntax.word(t, "pointing_pronouns") for t in between) or any(_follows_verb(t, stretch) for t in relatives):
        return True
    if not relatives or any(t.pos_ in VERBAL for t in between if t.i > relatives[-1].i):
        return False
    if syntax.word(relatives[-1], "example_pronouns") and relatives[-1].nbor(1).pos_ in ("NUM", "DET", "ADV"):
        inner = [t.text for t in between if t.i > relatives[-1].i]
        if "," in inner and not _is_definite(relatives[-1].nbor(1), syntax):
            return False  # "onze personnes, dont quatre militaires, ont péri"
    last = relatives[-1]
    governed = not syntax.word(last, "relative_subject") or last.nbor(-1).pos_ == "ADP"
    return governed or _is_of_another(last, between, syntax)


def _is_of_another(relative: Token, between: Tokens, syntax: Syntax) -> bool:
    """``X a été témoin de l'attaque qui a tué Y``: a verb before, and no ``X est l'homme qui``."""
    before = [t for t in between if t.i < relative.i]
    verbs = [t for t in before if t.pos_ in VERBAL]
    if not verbs or relative.nbor(-1).pos_ == "CCONJ" or relative.nbor(-1).text == ",":
        return False
    copula = all(syntax.lemmas(t) & syntax.profile.words["be"] for t in verbs)
    return not copula or any(t.pos_ == "ADP" for t in before if t.i > verbs[-1].i)


def _is_definite(determiner: Token, syntax: Syntax) -> bool:
    """``dont le frère``, against ``dont une femme``, ``dont quatre enfants``."""
    return syntax.word(determiner, "strictly_definite")


def _follows_verb(relative: Token, stretch: Stretch) -> bool:
    """Whether a verb, or a comma after more than the mention, stands before what opens a clause."""
    before = relative.nbor(-1)
    after_comma = before.text == "," and before.i > stretch.last.i + 1
    return before.i > stretch.last.i and (after_comma or before.pos_ in (*VERBAL, "ADV"))
