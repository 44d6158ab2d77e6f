"""Common nouns and pronouns that may stand for a person, group, body or place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.extract.candidate import Candidate
from kg.extract.lexicon import Lexicon, NounEntry
from kg.extract.reading import Reading
from kg.model import EntityType, MentionKind

#: words in the longest noun of the lists (``juge d'instruction``, ``mis en cause``)
_MAX_WORDS = 4
_SCORE = 0.8
POSSESSIVE = "possessive"


def nominal_candidates(readings: Iterable[Reading], named: Iterable[Candidate], lexicon: Lexicon) -> list[Candidate]:
    """Every nominal and pronoun outside the names, in text order."""
    taken = {(c.reading, i) for c in named for i in range(c.begin, c.end)}
    found: list[Candidate] = []
    for reading in readings:
        if not reading.parsed:
            continue
        done = -1
        for token in reading.doc:
            if token.i <= done or (reading.index, token.idx) in taken:
                continue
            candidate = _noun(reading, token, lexicon) or _demonym(reading, token, lexicon) or _pronoun(reading, token, lexicon)
            candidate = candidate or _possessive(reading, token, lexicon)
            if candidate is not None:
                found.append(candidate)
                done = max(t.i for t in reading.doc if t.idx < candidate.end) if candidate.end > token.idx else done
    return found


def _noun(reading: Reading, token: Token, lexicon: Lexicon) -> Candidate | None:
    doc, text = reading.doc, reading.doc.text
    for size in range(_MAX_WORDS, 0, -1):
        words = doc[token.i : token.i + size]
        if len(words) < size or words.end > token.sent.end:
            continue
        form = text[words.start_char : words.end_char].lower()
        noun = lexicon.person_nouns.get(form) if form not in lexicon.profile.country_nouns else None
        if noun is not None and not _in_phrase(words.start_char, text, lexicon) and not _is_abbreviation(form, noun.category) and _agrees(token, noun, lexicon):
            if size == 1 and not _is_noun(token, lexicon):
                continue
            if token.text[0].isupper() and lexicon.names.office_before.search(text[: token.idx]):
                return None
            end = words.end
            while end < token.sent.end and _qualifies(doc[end], token):
                end += 1
            return _build(reading, token, end, noun.type, noun.category, noun.lemma, noun.gender, noun.plural, lexicon)
    if token.lower_ in lexicon.profile.country_nouns and token.pos_ in ("NOUN", "PROPN") and _is_bare_place(token, lexicon):
        return _build(reading, token, token.i + 1, EntityType.PLACE, "place", token.lower_, "", False, lexicon)
    return None


def _is_abbreviation(form: str, category: str) -> bool:
    """``M.``, ``Mme``: a title that names nobody by itself."""
    return category == "title" and (form.endswith(".") or len(form) <= 3)


def _agrees(token: Token, noun: NounEntry, lexicon: Lexicon) -> bool:
    """A feminine determiner rules out a masculine noun: ``sa mort`` is no dead man, ``la garde`` no guard."""
    determiner = _determiner(token, lexicon)
    if determiner is None or noun.gender != "m":
        return True
    return determiner.lower_ not in lexicon.profile.words["feminine_determiners"]


def _in_phrase(begin: int, text: str, lexicon: Lexicon) -> bool:
    """Whether the noun belongs to a set phrase that names nobody (``à l'étranger``)."""
    lower = text.lower()
    return any(
        lower.find(phrase, max(0, begin - len(phrase)), begin + len(phrase)) >= 0 for phrase in lexicon.profile.words["not_nominals"]
    )


def _is_bare_place(token: Token, lexicon: Lexicon) -> bool:
    """``son pays``, ``le Royaume``; not ``la ville de Bruxelles``, whose place is named."""
    if _determiner(token, lexicon) is None:
        return False
    following = token.doc[token.i + 1 : min(token.sent.end, token.i + 4)]
    return not any(
        t.lower_ in lexicon.profile.words["contracted_de"] and t.i + 1 < token.sent.end and t.nbor(1).text[0].isupper() for t in following
    )


def _is_noun(token: Token, lexicon: Lexicon) -> bool:
    """Whether the word refers: a noun by its tag or place, not a bare singular after a preposition (``en contact``)."""
    profile = lexicon.profile
    before = token.nbor(-1) if token.i > token.sent.start else None
    if before is not None and before.lower_ in profile.words["bare_prepositions"] and before.pos_ == "ADP":
        noun = lexicon.person_nouns[token.lower_]
        if not noun.plural and token.pos_ != "PROPN":
            return False
    if token.pos_ in ("NOUN", "PROPN"):
        return not (token.dep_ == "amod" and token.head.i < token.i)
    if token.i + 1 < token.sent.end and token.nbor(1).pos_ in ("NOUN", "PROPN"):
        return False
    before = token.nbor(-1) if token.i > token.sent.start else None
    return before is not None and (before.pos_ in ("DET", "NUM") or before.lower_ in lexicon.profile.words["contracted_de"] | lexicon.profile.words["contracted_a"] and before.lower_ not in ("de", "d'", "à"))


def _qualifies(token: Token, head: Token) -> bool:
    return token.pos_ == "ADJ" and (token.head == head or token.dep_ == "amod") and token.text[0].islower()


def _demonym(reading: Reading, token: Token, lexicon: Lexicon) -> Candidate | None:
    demonym = lexicon.demonyms.get(token.lower_)
    if demonym is None or not token.text[0].isupper() or token.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return None
    type_ = EntityType.GROUP if demonym.plural and _is_plural(token, lexicon) else EntityType.PERSON
    end = token.i + 1
    while end < token.sent.end and _qualifies(reading.doc[end], token):
        end += 1
    return _build(reading, token, end, type_, "demonym", token.lower_, demonym.gender, type_ is EntityType.GROUP, lexicon)


def _is_plural(token: Token, lexicon: Lexicon) -> bool:
    determiner = _determiner(token, lexicon)
    if determiner is None:
        return token.lower_.endswith("s")
    return determiner.lower_ in lexicon.profile.words["plural_determiners"] or determiner.pos_ == "NUM" or determiner.lower_ == "de"


def _determiner(token: Token, lexicon: Lexicon) -> Token | None:
    at = token.i - 1
    while at >= token.sent.start and token.doc[at].pos_ in ("ADJ",):
        at -= 1
    if at < token.sent.start:
        return None
    before = token.doc[at]
    if before.pos_ in ("DET", "NUM", "ADP"):
        return before
    words = lexicon.profile.words
    return before if before.lower_ in words["strictly_definite"] | words["indefinite"] | words["possessive"] else None


def _pronoun(reading: Reading, token: Token, lexicon: Lexicon) -> Candidate | None:
    form = lexicon.profile.pronouns.get(token.lower_)
    if form is None or token.pos_ != "PRON" or _is_impersonal(token, lexicon):
        return None
    if token.lower_ in ("le", "la", "l'", "les") and token.dep_ not in ("obj", "iobj", "obl:arg", "nsubj"):
        return None
    gender = form.gender
    return Candidate(
        reading.index, token.idx, token.idx + len(token.text), token.i, token.text, MentionKind.PRONOMINAL,
        EntityType.GROUP if form.number == "p" else EntityType.PERSON, "nominals.pronoun", _SCORE,
        gender=gender, plural=form.number == "p", definite=True, lemma=token.lower_,
    )  # fmt: skip


def _possessive(reading: Reading, token: Token, lexicon: Lexicon) -> Candidate | None:
    """``son arrestation``: no mention (``bench/GUIDELINES.md``), but it has an owner."""
    if token.lower_ not in lexicon.profile.words["possessive"] or token.pos_ != "DET":
        return None
    plural = token.lower_.startswith("leur")
    return Candidate(
        reading.index, token.idx, token.idx + len(token.text), token.i, token.text, MentionKind.PRONOMINAL,
        EntityType.GROUP if plural else EntityType.PERSON, "nominals.possessive", _SCORE, category=POSSESSIVE, plural=plural,
        definite=True, lemma=token.lower_,
    )  # fmt: skip


def _is_impersonal(token: Token, lexicon: Lexicon) -> bool:
    verb = token.head
    if lexicon.syntax_lemmas(verb) & lexicon.profile.impersonal_verbs:
        return True
    following = [t.lower_ for t in token.doc[token.i + 1 : token.i + 3]]
    return "y" in following and token.lower_ == "il"


def _build(
    reading: Reading, token: Token, stop: int, type_: EntityType, category: str, lemma: str, gender: str, plural: bool, lexicon: Lexicon
) -> Candidate:
    begin, last = _numeral_start(token, lexicon), reading.doc[stop - 1]
    determiner = _determiner(token, lexicon)
    definite = determiner is not None and (
        determiner.lower_ in lexicon.profile.words["strictly_definite"] or determiner.lower_ in lexicon.profile.words["possessive"]
        or (determiner.lower_ == "du" and determiner.pos_ in ("ADP", "DET"))
    )  # fmt: skip
    return Candidate(
        reading.index, begin.idx, last.idx + len(last.text), token.i, reading.doc.text[begin.idx : last.idx + len(last.text)],
        MentionKind.NOMINAL, type_, f"nominals.{category}", _SCORE, lemma, category,
        "" if lemma in lexicon.profile.epicene else gender, plural, definite,
    )  # fmt: skip


def _numeral_start(token: Token, lexicon: Lexicon) -> Token:
    """Where the figure before a noun begins (``deux hommes``, ``une trentaine d'écoles``)."""
    if token.i - 2 >= token.sent.start and token.nbor(-1).lower_ in ("de", "d'"):
        quantity = token.nbor(-2)
        if quantity.lower_.removesuffix("s") in lexicon.profile.approximate_numerals:
            return quantity
    before = token
    while before.i > token.sent.start and before.nbor(-1).pos_ in ("NUM", "ADJ") and before.nbor(-1).head.i in (token.i, before.nbor(-1).i, before.i):
        before = before.nbor(-1)
    return before if before.pos_ == "NUM" else token


def heads(candidates: Iterable[Candidate]) -> Iterator[tuple[tuple[int, int], Candidate]]:
    """``(reading, token index)`` of each candidate's head, with the candidate."""
    for candidate in candidates:
        yield (candidate.reading, candidate.head), candidate
