"""What a sentence takes as known: told by the text itself, whoever says the rest."""

from __future__ import annotations

from kg.extract.parsed import Token
from kg.extract.syntax import Syntax
from kg.extract.syntax.words import is_conjugated

_MAX_CLIMB = 5
_CONDITIONAL = "cond"


def is_presupposed(token: Token, own: frozenset[int], syntax: Syntax) -> bool:
    """Relative clauses tell what is known (``l'homme qui a blessé …, a annoncé X``), clefts and hearsay do not.

    A clause whose conjunction follows a word of the source's own (``dément que …``), which the parser took for
    something else, is what the source says.
    """
    if _is_known(token, own, syntax) or _parts_subject_and_verb(token, own, syntax):
        return True
    for word in (token, *syntax.ancestors(token, _MAX_CLIMB)):
        if word.i in own:
            return False  # "X, qui accuse Y d'avoir fui": the relative clause is what says it
        if _is_relative(word, syntax) and not syntax.is_cleft(word) and not _sums_up(word, syntax):
            if word is token and _CONDITIONAL in syntax.tags(syntax.first_form(word)):
                return False  # "où il aurait rencontré Y": told by the source
            if _is_according_to_which(word, syntax):
                return False  # "dément les informations selon lesquelles …"
            return all(mark.i - 1 not in own for mark in syntax.children(word, "marker"))
    return False


def _is_relative(word: Token, syntax: Syntax) -> bool:
    """A relative clause by its label and by a pronoun of its own: the parser gives main verbs that label, too.

    ``Neuf personnes, dont deux Français, ont péri``: none.
    """
    if not syntax.is_(word, "relative"):
        return False
    between = word.doc[word.head.i + 1 : word.i] if word.head.i < word.i else word.doc[word.sent.start : word.i]
    pronouns = [t for t in between if syntax.word(t, "relative_subject", "relative_object", "relative_other")]
    return any(not _opens_example(t, syntax) for t in pronouns)


def _opens_example(pronoun: Token, syntax: Syntax) -> bool:
    following = (t for t in pronoun.doc[pronoun.i + 1 : pronoun.sent.end] if t.pos_ in ("NOUN", "PROPN"))
    noun = next(following, None)
    return noun is not None and syntax.is_example(noun)


def _parts_subject_and_verb(token: Token, own: frozenset[int], syntax: Syntax) -> bool:
    """``L'homme qui a blessé X, avant d'être abattu, a été identifié``: between a pronoun and the clause around it."""
    before = token.doc[token.sent.start + 1 : token.i]
    pronouns = [t for t in before if syntax.word(t, "relative_subject", "relative_object", "relative_other")]
    openings = [t for t in pronouns if _follows_noun(t)]
    if not openings or any(at < token.i for at in own):
        return False  # "X affirme que Y, son frère, a fui"
    following = (t for t in token.doc[token.i + 1 : token.sent.end] if is_conjugated(t))
    verb = next((t for t in following if not (t.head is token and syntax.is_(t, "auxiliary"))), None)
    if verb is None:
        return False
    main = verb.head if syntax.is_(verb, "auxiliary") else verb
    if any(s.i < openings[-1].i for s in syntax.children(main, "subject", "passive_subject")):
        return True
    between = token.doc[token.i + 1 : verb.i]
    resumes = [t for t in between if t.pos_ not in ("ADV", "PRON")][-1:]
    return openings[-1].nbor(-1).text == "," and [t.text for t in resumes] == [","]


def _follows_noun(pronoun: Token) -> bool:
    """``la police, qui``, ``l'homme que``; not ``affirme que``."""
    before = pronoun.nbor(-1)
    if before.text == "," and pronoun.i - 2 >= pronoun.sent.start:
        before = before.nbor(-1)
    return before.pos_ in ("NOUN", "PROPN", "ADJ", "NUM")


def _sums_up(relative: Token, syntax: Syntax) -> bool:
    """``X a menacé Y, ce qui a entraîné la fermeture de l'école``: the clause tells more."""
    before = relative.doc[relative.sent.start : relative.i]
    pronoun = next((t for t in reversed(before) if syntax.word(t, "relative_subject", "relative_object")), None)
    return pronoun is not None and pronoun.i > before.start and syntax.word(pronoun.nbor(-1), "neuter_antecedent")


def _is_known(token: Token, own: frozenset[int], syntax: Syntax) -> bool:
    """What a participle or a definite noun takes up from elsewhere."""
    if token.pos_ in ("VERB", "ADJ"):
        return syntax.is_participle(token) and _tells_apart(token, own, syntax)
    governor, cues = token.head, syntax.profile.cues
    if token.pos_ != "NOUN" or governor is token or governor.i in own or not _is_taken_up(token, syntax):
        return False
    if syntax.is_(token, "object") and syntax.can_be(governor, "crediting_verbs"):
        return True  # "ait commandité l'attaque"
    if syntax.preposition(token) is None:
        return False
    brings = cues["occurrence_verbs"] | cues["enabling_verbs"] | syntax.profile.light_verbs.keys()
    return syntax.lemmas(governor).isdisjoint(brings)  # "n'est pas inculpé pour l'attentat"


def _tells_apart(participle: Token, own: frozenset[int], syntax: Syntax) -> bool:
    """``la cellule démantelée``; ``X affirme avoir aidé Y, chef du groupe, condamné à …``: which one is meant."""
    before = participle.nbor(-1) if participle.i > participle.sent.start else None
    if before is None or before.text != ",":
        return before is not None and before.pos_ == "NOUN" and _is_taken_up(before, syntax)
    said_of = syntax.is_(participle, "adnominal", "adjectival") and not syntax.is_(participle.head, "subject")
    return said_of and any(at < participle.i for at in own)


def _is_taken_up(noun: Token, syntax: Syntax) -> bool:
    """Definite, but no ``ces menaces``: those are what has just been told."""
    return syntax.is_definite(noun) and not any(syntax.word(c, "demonstratives") for c in noun.children)


def _is_according_to_which(relative: Token, syntax: Syntax) -> bool:
    phrases = syntax.profile.cues["according_to_which"]
    opening = relative.doc[relative.sent.start : relative.i].lowered
    return any(phrase in opening for phrase in phrases)
