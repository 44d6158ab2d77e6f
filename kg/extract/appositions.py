"""Names that a nominal stands beside or is said to be."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.extract.candidate import Candidate
from kg.extract.clusters import Cluster
from kg.extract.determiners import phrase_to
from kg.extract.lexicon import Lexicon
from kg.extract.marks import ACCUSED, OFFICES
from kg.extract.narrative import Narrative
from kg.language.spelling import straight
from kg.model import EntityType

#: sentences back that ``c'est un …`` may reach
_COPULA_REACH = 2
#: characters of what may stand between a noun and the name in apposition to it: its complements
_MAX_COMPLEMENTS = 70
#: words before a noun in apposition: one more noun, a comma, an article
_MIN_BEFORE = 3
#: what follows an office in an incise, up to the mark that closes it
_INCISE = re.compile(r"([^,.;:!?()»«]{0,60})(?:[,.;)»]|$)")
#: a party after an office
_BRACKETED = re.compile(r" ?\([^()\d]{1,40}\)")
_OPENING_QUOTES = ' «"'
_STOPS = frozenset(".;:!?,«»()")
#: what may follow a name in apposition; empty: the end of the text
_CLOSING = frozenset((",", ".", "", ")", ";", ":", "»", "-", "–", "("))
#: between a name and a title or function after it
_BEFORE_TITLE = (", ", " (")


@dataclass(frozen=True, slots=True)
class NameAt:
    """A name in a reading; offsets are code points of the cleaned text."""

    reading: int
    begin: int
    end: int
    cluster: Cluster


class Appositions:
    """The names of a document, by reading."""

    def __init__(self, narrative: Narrative, names: Iterable[NameAt]) -> None:
        self._narrative = narrative
        self._lexicon: Lexicon = narrative.lexicon
        self._names: dict[int, list[NameAt]] = defaultdict(list)
        for name in names:
            self._names[name.reading].append(name)

    def identified(self, candidate: Candidate) -> Cluster | None:
        """The entity whose name a nominal stands beside, or that it is said to be; None if there is none."""
        for name in self._names[candidate.reading]:
            if self._calls_body(candidate, name) or self._describes_body(candidate, name):
                return name.cluster
            fits = not candidate.plural and name.cluster.type is candidate.type
            if fits and name.cluster.may_be(candidate.gender) and self._adjacent(candidate, name):
                return name.cluster
        return self._stand_in(candidate) or self._beside_noun(candidate) or self._said_to_be(candidate)

    def _beside_noun(self, candidate: Candidate) -> Cluster | None:
        """``leur chauffeur, un Libanais de 41 ans``: a noun with an indefinite article after another and a comma."""
        reading = self._narrative.readings[candidate.reading]
        words = reading.doc[: candidate.head]
        if candidate.plural or candidate.type is not EntityType.PERSON or len(words) < _MIN_BEFORE:
            return None
        at = reading.words(0, candidate.begin).end - 1
        if reading.doc[at].lower_ not in self._lexicon.reference.indefinite_articles or reading.doc[at - 1].text != ",":
            return None
        if not self._lexicon.reference_follows(reading.text[candidate.end :]):
            return None
        owners = (self._narrative.owner.get((candidate.reading, i)) for i in phrase_to(reading.doc[at - 2]))
        owner = next((o for o in owners if o is not None), None)
        fits = owner is not None and owner.type is candidate.type and not owner.plural
        return owner if fits and owner is not None and owner.may_be(candidate.gender) else None

    # --- side by side ------------------------------------------------------------------------------------------

    def _adjacent(self, candidate: Candidate, name: NameAt) -> bool:
        if name.cluster.type is not EntityType.PERSON:
            return False
        text = self._narrative.readings[candidate.reading].text
        if candidate.end > name.begin:
            plain = self._without_adjectives(text[name.end : candidate.begin])
            between = self._without_age(plain)
            aged = between != plain
            between = self._without_first_office(between)
            introduced = between.removeprefix(", ").strip() in self._lexicon.reference.indefinite_articles
            return (aged and introduced) or self._follows(candidate, between)  # "NOM, 33 ans, un Turc de Mons"
        between = self._without_party(candidate, name, text[candidate.end : name.begin])
        return not between.strip(_OPENING_QUOTES) or self._precedes(candidate, between, text[name.end : name.end + 2])

    def _without_adjectives(self, between: str) -> str:
        """``NOM, un ancien `` -> ``NOM, un ``: adjectives before the noun part nothing."""
        opening, _, last = between.rstrip(" ").rpartition(" ")
        if between.endswith(" ") and last.lower() in self._lexicon.reference.prenominal_adjectives:
            return self._without_adjectives(f"{opening} ")
        return between

    def _without_age(self, between: str) -> str:
        """``NOM, 17 ans, lycéen``, ``NOM, 33 ans, un Turc``: an age between commas parts nothing."""
        opening, inner, rest = [*between.split(", ", 2), "", ""][:3]
        words = inner.split()
        ages = self._lexicon.profile.words["age_words"]
        is_age = any(w.isdigit() for w in words) and all(w.isdigit() or w in ages for w in words)
        return f", {rest}" if is_age and not opening and between.count(", ") > 1 else between

    def _without_first_office(self, between: str) -> str:
        """``NOM, comptable et `` -> ``NOM, ``: one office and another."""
        match between.removeprefix(", ").rsplit(" ", 2):
            case [first, link, ""] if link in self._lexicon.profile.words["conjunctions"] and between.startswith(", "):
                noun = self._lexicon.person_nouns.get(first.lower())
                return ", " if noun is not None and noun.category in OFFICES else between
        return between

    def _without_party(self, candidate: Candidate, name: NameAt, between: str) -> str:
        """``la députée Ecolo NOM``, ``le député (LR) de Nice NOM``: a body between a function and a name says whose."""
        if candidate.category in OFFICES:
            between = _BRACKETED.sub("", between)
        text = self._narrative.readings[candidate.reading].text
        for other in self._names[candidate.reading]:
            inside = candidate.end <= other.begin and other.end <= name.begin
            if inside and other.cluster.type is EntityType.PLACE and self._says_where(candidate, other, name):
                return ""
            told = text[other.begin : other.end] in between
            if inside and told and other.cluster.type is EntityType.ORGANIZATION:
                bare = between.replace(text[other.begin : other.end], "", 1)
                return bare if not bare.strip(" ()") else between
        return between

    def _says_where(self, candidate: Candidate, place: NameAt, name: NameAt) -> bool:
        """``la députée de Saïda NOM``: a place between a function and a name says of where."""
        text = self._narrative.readings[candidate.reading].text
        of = straight(_BRACKETED.sub("", text[candidate.end : place.begin])).lower().strip()
        beside = not text[place.end : name.begin].strip()
        return candidate.category in OFFICES and beside and of in self._lexicon.of_phrases

    def _calls_body(self, candidate: Candidate, name: NameAt) -> bool:
        """``le groupe X``, ``son agence Y``, ``le site d'information Z``: a common noun before the name of a body."""
        is_body = name.cluster.type is EntityType.ORGANIZATION and candidate.category in ("collective", "body")
        if not is_body or candidate.end > name.begin:
            return False
        text = self._narrative.readings[candidate.reading].text
        announced = self._lexicon.names.announced.match(straight(text), candidate.begin)
        beside = not text[candidate.end : name.begin].strip(_OPENING_QUOTES)
        return beside or (announced is not None and announced.start("name") == name.begin)

    def _describes_body(self, candidate: Candidate, name: NameAt) -> bool:
        """``Auvergne Réveil, un groupuscule identitaire``: a noun with the indefinite article after a body's name."""
        is_body = name.cluster.type is EntityType.ORGANIZATION and candidate.category in ("collective", "body")
        if not is_body or candidate.plural or name.end > candidate.begin:
            return False
        between = self._narrative.readings[candidate.reading].text[name.end : candidate.begin]
        return between.startswith(", ") and between[2:].strip() in self._lexicon.reference.indefinite_articles

    def _precedes(self, candidate: Candidate, between: str, closing: str) -> bool:
        """``le chef du parquet de Gand, NOM,``: complements, a comma, the name, and nothing that goes on."""
        between = self._without_title(self._without_title(between))  # "la juriste sénégalaise NOM"
        if not between.endswith(", ") or len(between) >= _MAX_COMPLEMENTS:
            return False
        office = candidate.category in OFFICES
        if not candidate.definite and closing[:1] != "," and not office:  # ``un Belge âgé de 25 ans, NOM,``
            return False
        complements = self._without_forms_of_address(self._lexicon.names.acronym.sub("", between[:-2]))
        ends = closing[:1] in _CLOSING if closing[:1] != " " else closing[1:] in _CLOSING
        ends = ends or (office and self._opens_sentence(candidate))
        return ends and _STOPS.isdisjoint(complements) and not self._lexicon.has_verb(between)

    def _without_forms_of_address(self, text: str) -> str:
        """``de M. Lassalmonie``: the full stop of an abbreviation ends nothing."""
        return " ".join(w for w in text.split(" ") if not (w.endswith(".") and w.lower() in self._lexicon.person_nouns))

    def _opens_sentence(self, candidate: Candidate) -> bool:
        """``Comptable à Mons, NOM reconnaît``: a bare noun at the opening, perhaps of a former office."""
        doc = self._narrative.readings[candidate.reading].doc
        first = doc[doc[candidate.head].sent.start]
        before = [t for t in doc[first.i : candidate.head] if t.idx < candidate.begin]
        return all(t.lower_ in self._lexicon.relations.former or t.is_punct or t.is_space for t in before)

    def _follows(self, candidate: Candidate, between: str) -> bool:
        """``NOM, procureur``, ``NOM (avocat)``, ``NOM, un médecin``."""
        if between.removeprefix(", ").strip() in self._lexicon.reference.becoming:
            return candidate.category in OFFICES | {ACCUSED}  # "NOM, devenu cadre de X"
        if between in _BEFORE_TITLE:
            office = candidate.category in OFFICES or self._is_apposition(candidate)
            return office or self._is_set_off(candidate)
        is_determiner = between[2:].rstrip(" ") in self._lexicon.reference.apposition_determiners
        if not between.startswith(", ") or not is_determiner:
            return False
        return self._is_apposition(candidate) or self._is_incise(candidate)

    def _is_set_off(self, candidate: Candidate) -> bool:
        """``NOM, coiffeur, …``, ``NOM, comptable et …``: a bare noun between a comma and another or a conjunction."""
        reading = self._narrative.readings[candidate.reading]
        following = reading.words(candidate.end, len(reading.text))
        joined = len(following) > 0 and following[0].pos_ == "CCONJ"
        closed = joined or reading.text[candidate.end : candidate.end + 2] == ", "
        return closed and candidate.type is EntityType.PERSON

    def _is_incise(self, candidate: Candidate) -> bool:
        """``NOM, l'avocat de X, …``: an office with its complements that ends before any verb."""
        if candidate.category not in OFFICES:
            return False
        complements = _INCISE.match(self._narrative.readings[candidate.reading].text, candidate.end)
        return complements is not None and not self._lexicon.has_verb(complements[1])

    def _without_title(self, between: str) -> str:
        """``, Me `` -> ``, ``; ``, le général `` -> ``, ``: what the name is also called parts nothing."""
        words = between.rsplit(" ", 2)
        if len(words) < 2 or words[-1]:
            return between
        noun, demonym = self._lexicon.person_nouns.get(words[-2].lower()), words[-2].lower() in self._lexicon.demonyms
        if demonym or (noun is not None and noun.category in OFFICES):
            before = between[: len(between) - len(words[-2]) - 1]
            article = before.rsplit(" ", 2)[-2] if before.count(" ") > 1 else ""
            opens = article in self._lexicon.reference.apposition_determiners and not before.rsplit(" ", 1)[-1]
            return before[: len(before) - len(article) - 1] if opens else before
        return between

    def _is_apposition(self, candidate: Candidate) -> bool:
        head = self._narrative.readings[candidate.reading].doc[candidate.head]
        return self._lexicon.profile.is_dep(head.dep_, "apposition", "nominal")

    # --- stated ------------------------------------------------------------------------------------------------

    def _stand_in(self, candidate: Candidate) -> Cluster | None:
        """``les services de la DGSN``: a noun for a part that stands for the body named after it."""
        is_part = candidate.lemma in self._lexicon.profile.words["stand_ins"]
        if not is_part or candidate.type is not EntityType.ORGANIZATION:
            return None
        text = self._narrative.readings[candidate.reading].text
        for name in self._names[candidate.reading]:
            between = text[candidate.end : name.begin].lower().strip()
            if name.cluster.type is EntityType.ORGANIZATION and between in self._lexicon.of_phrases:
                return name.cluster
        return None

    def _said_to_be(self, candidate: Candidate) -> Cluster | None:
        return self._predicated(candidate) or self._is_name(candidate)

    def _is_name(self, candidate: Candidate) -> Cluster | None:
        """``L'homme abattu était NOM``: whom a plain statement says it is; not ``serait NOM``, ``n'était pas NOM``."""
        profile, person = self._lexicon.profile, candidate.type is EntityType.PERSON
        subject = self._narrative.readings[candidate.reading].doc[candidate.head]
        name = subject.head
        if not person or candidate.plural or name.i < subject.i or not profile.is_dep(subject.dep_, "subject"):
            return None
        copulas = [c for c in name.children if profile.is_dep(c.dep_, "copula")]
        plain = all("cond" not in self._lexicon.inflections.tags(c.lower_) for c in copulas)
        negated = any(c.lower_ in profile.words["negation"] for c in name.children)
        if not copulas or not plain or negated:
            return None
        there = (n.cluster for n in self._names[candidate.reading] if n.begin <= name.idx < n.end)
        return next((c for c in there if c.type is candidate.type and c.may_be(candidate.gender)), None)

    def _predicated(self, candidate: Candidate) -> Cluster | None:
        """``X est un médecin``, ``C'est un médecin``: the subject of the copula."""
        profile = self._lexicon.profile
        head = self._narrative.readings[candidate.reading].doc[candidate.head]
        if candidate.definite or not any(profile.is_dep(c.dep_, "copula") for c in head.children):
            return None
        for child in head.children:
            if profile.is_dep(child.dep_, "subject"):
                owner = self._narrative.owner.get((candidate.reading, child.i))
                if child.lower_ in profile.words["impersonal"]:
                    owner = self._last_person(candidate)
                if owner is not None and owner.type is candidate.type:
                    return owner
        return None

    def _last_person(self, candidate: Candidate) -> Cluster | None:
        """Who ``c'est un …`` is about: the one told last before the sentence, singular ones and subjects first."""
        now = self._narrative.sentence(candidate)
        recent = [
            told
            for told in self._narrative.latest(candidate, reach=_COPULA_REACH)
            if told.cluster.type is candidate.type and told.sentence < now
        ]
        recent = [t for t in recent if not t.cluster.plural] or recent
        subjects = [t for t in recent if t.subject]
        return next((t.cluster for t in subjects or recent), None)
