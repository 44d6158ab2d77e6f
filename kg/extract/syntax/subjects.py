"""Subjects of verbs: own, shared by coordination, controlled by another verb, or lost by the parser."""

from __future__ import annotations

from kg.extract.parsed import Token
from kg.extract.syntax.objects import Objects
from kg.extract.syntax.words import CLAUSE_BREAKS, NAMING, NOMINAL, VERBAL

#: verbs followed to one that has a subject; longer chains are parse errors more often than sentences
_MAX_DEPTH = 4


class Subjects(Objects):
    """Adds grammatical subjects."""

    def surface_subjects(self, verb: Token, depth: int = 0) -> list[Token]:
        """The grammatical subjects, own, shared or controlled; nouns and pronouns with their conjuncts.

        Args:
            verb: the verb or predicate noun.
            depth: how many verbs were followed to come here.
        """
        adjacent = self._name_before(verb)
        if adjacent is not None:
            return self.conjuncts(adjacent)
        resumed = self._resumed_antecedent(verb)
        if resumed is not None:
            return [resumed]
        for child in self._own_subjects(verb) or self._before_place(verb):
            if self.follows_infinitive(child, verb) or self._is_dative(child, verb) or self.is_example(child):
                continue
            if self._speaks(child, verb):
                continue
            if self.word(child, "relative_subject"):
                antecedent = None if self._asks(child) else self.antecedent(verb)
                return self.conjuncts(antecedent) if antecedent is not None else []
            if child.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "VERB", "DET"):  # "un" of "un seul"
                return self.conjuncts(child)
        first = self.shares_with(verb) if depth < _MAX_DEPTH and not self._auxiliaries(verb) else None
        if first is not None:
            return self.surface_subjects(first, depth + 1)
        if depth >= _MAX_DEPTH or verb.head == verb:
            return self.subject_by_position(verb) if self.is_finite_verb(verb) else []
        return self._inherited_subjects(verb, depth)

    def _resumed_antecedent(self, verb: Token) -> Token | None:
        """``X, que la police situe à Mons, et qui aurait versé …``: whom the relative before is about."""
        doc, start, at = verb.doc, verb.sent.start, self.first_form(verb).i - 1
        while at > start and self.word(doc[at], "object_clitics", "dative_clitics", "reflexive", "negation_particle"):
            at -= 1
        if at - 1 <= start or not self.word(doc[at], "relative_subject") or doc[at - 1].pos_ != "CCONJ":
            return None
        before = doc[start : at - 1]
        earlier = [t for t in before if self.word(t, "relative_subject", "relative_object", "relative_other")]
        words = doc[start : earlier[-1].i] if earlier else doc[:0]
        noun = next((t for t in reversed(words) if not t.is_punct), None)
        if noun is None or noun.pos_ not in NAMING:
            return None
        return noun.head if self.is_(noun, "name_part") else noun

    def _asks(self, pronoun: Token) -> bool:
        """``ignore qui a tiré``: right after a verb the pronoun stands for nobody told of."""
        before = pronoun.nbor(-1) if pronoun.i > pronoun.sent.start else None
        return before is not None and (self.is_finite_verb(before) or self.is_bare_infinitive(before))

    def _own_subjects(self, verb: Token) -> list[Token]:
        """Those of its clause: of ``X dément que Y ait fui``, ``X, dont le frère a fui`` both may hang on the last."""
        found = self.children(verb, "subject", "passive_subject")
        if len(found) < 2:  # two are one too many
            inner = self._subject_of_relative(found[0], verb) if found else None
            return [inner] if inner is not None else found
        opens = [t.i for t in verb.doc[found[0].i : found[-1].i] if self.word(t, "relative_object", "relative_other")]
        return [t for t in found if t.i > opens[-1]] if opens else found

    def _subject_of_relative(self, subject: Token, verb: Token) -> Token | None:
        """``X, dont la France a gelé les avoirs, …``: what stands alone between the relative and its verb."""
        first, doc = self.first_form(verb), verb.doc
        relatives = [t for t in doc[subject.i : first.i] if self.word(t, "relative_of")] if subject.i < first.i else []
        phrase = doc[relatives[-1].i + 1 : first.i] if relatives else doc[:0]
        nominal = all(t.pos_ in ("DET", "NUM", "ADJ", "NOUN", "PROPN") for t in phrase)
        return next((t for t in phrase if t.pos_ in NAMING), None) if nominal else None

    def _before_place(self, verb: Token) -> list[Token]:
        """``S'il y est arrêté``: no impersonal pronoun, though the model says so of all before ``y`` and ``est``."""
        pronouns = self.children(verb, "expletive")
        return [t for t in pronouns if t.i + 1 < verb.i and self.word(t.nbor(1), "locative_pronouns")]

    def _is_dative(self, child: Token, verb: Token) -> bool:
        """``On lui reproche``: a clitic between the subject and the verb."""
        return (
            self.word(child, "dative_clitics") and child.i == self.first_form(verb).i - 1 and child.i > verb.sent.start
        )

    # --- inherited ---------------------------------------------------------------------------------------------

    def _inherited_subjects(self, verb: Token, depth: int) -> list[Token]:
        """Those of the word above: antecedent, controller, or the verb with which this one shares its subject."""
        head = verb.head
        if self._is_guilt(verb):
            return self._guilty(verb, depth)
        if self.is_(verb, "relative", "adnominal"):
            return self._qualified(verb, depth)
        if self.is_(verb, "open_complement") and self._controls_object(head):
            own = self._does_it_itself(head, verb)  # "a menacé de tuer", against "a vu quelqu'un tirer"
            return self.objects(head) or (self.surface_subjects(head, depth + 1) if own else [])
        if self.is_(verb, "open_complement") and self._controls_addressee(verb, head):
            return self._addressees(head)
        if self._shares_subject(verb):
            return self.surface_subjects(head, depth + 1)
        if self.is_(verb, "adjectival"):
            return [head]
        if self.is_finite_verb(verb):
            return self.subject_by_position(verb)
        return self.surface_subjects(head, depth + 1) if self.is_nonfinite(verb) and self.is_verbal(head) else []

    def _shares_subject(self, verb: Token) -> bool:
        if self.is_(verb, "open_complement", "conjunct") and (
            self.is_verbal(verb.head) or self.is_participle(verb.head)
        ):
            return True
        return self.is_(verb, "adverbial_clause") and (self.is_nonfinite(verb) or self.is_participle(verb))

    def _qualified(self, verb: Token, depth: int) -> list[Token]:
        """What a relative clause, participle or infinitive qualifies, unless another is its subject."""
        head, first = verb.head, self.first_form(verb)
        before = first.nbor(-1) if first.i > verb.sent.start else first
        if "part.pres" in self.tags(first) and before.pos_ == "NOUN" and before is not head:
            return [before]  # "un des héros des attentats ayant frappé Mons"
        if head.pos_ in VERBAL:
            suspected = "inf" in self.tags(first) and self._controls_object(head)  # "X le soupçonne d'avoir tiré"
            return self.objects(head) if suspected else self.surface_subjects(head, depth + 1)
        if self.is_nonfinite(verb) and self.children(verb, "marker"):
            return self._subjects_of_noun_with_infinitive(head, depth)
        return [] if self.opens_with_object_relative(verb) or self._is_governed_relative(verb) else [head]

    def _is_governed_relative(self, verb: Token) -> bool:
        """``X, contre lequel des hommes ont tiré``: a preposition stands before the relative pronoun."""
        pronouns = (c for c in verb.children if c.i > c.sent.start and self.word(c, "relative_subject"))
        return any(c.nbor(-1).pos_ == "ADP" for c in pronouns)

    def _subjects_of_noun_with_infinitive(self, noun: Token, depth: int) -> list[Token]:
        """``X a le projet de partir``: X; ``le projet de X de partir``: X."""
        if self.is_(noun, "object") and self._controls_object(noun.head):
            return self.conjuncts(noun)  # ``pousser X à partir``
        addressed = self.is_(noun, "oblique") and self.preposition(noun) == self.profile.functions["dative"]
        if addressed and self.lemmas(noun.head) & self.profile.cues["addressee_control_verbs"]:
            return self.conjuncts(noun)  # ``reprocher à X d'avoir fui``
        if self.is_(noun, "object", "oblique") and self.is_verbal(noun.head):
            return self.surface_subjects(noun.head, depth + 1)
        genitive = self.profile.functions["genitive"]
        return [child for child in self.children(noun, "nominal") if self.preposition(child) == genitive][:1]

    def _does_it_itself(self, verb: Token, infinitive: Token) -> bool:
        """Whether a verb that may have an object has none and its subject does what the infinitive says."""
        between = verb.doc[verb.i + 1 : self.first_form(infinitive).i]
        somebody = any(t.pos_ in (*NOMINAL, "DET") and not self.is_time(t) for t in between)
        without = self.lemmas(verb) & self.profile.cues["subject_control_verbs"] or self.is_reflexive(verb)
        return bool(without) and not somebody

    def _controls_object(self, verb: Token) -> bool:
        return bool(self.lemmas(verb) & self.profile.cues["object_control_verbs"]) and not self.is_passive(verb)

    def _is_guilt(self, infinitive: Token) -> bool:
        """``coupable d'avoir tué``: an infinitive after an adjective of guilt."""
        first = self.first_form(infinitive)
        at = first.i - 1
        if "inf" not in self.tags(first) or at <= first.sent.start:
            return False
        adjective = infinitive.doc[at - 1].lower_
        genitive = self.listed(infinitive.doc[at]) == self.profile.functions["genitive"]
        return genitive and adjective in self.profile.cues["guilt_adjectives"]

    def _guilty(self, infinitive: Token, depth: int) -> list[Token]:
        """Who is called guilty: the object of an active verb (``l'avaient déclaré coupable``), else its subject."""
        verb = self.governing_verb(infinitive)
        if verb is None:
            return []
        copula = self.lemmas(verb) & self.profile.words["be"] or self.is_passive(verb)
        return self.surface_subjects(verb, depth + 1) if copula else self.objects(verb)

    def _controls_addressee(self, infinitive: Token, verb: Token) -> bool:
        """``a demandé à Ankara de l'extrader``: who is asked does it, not who asks."""
        if not self.lemmas(verb) & self.profile.cues["addressee_control_verbs"] or self.is_passive(verb):
            return False
        marks = self.children(infinitive, "marker", "case")
        return any(self.listed(m) == self.profile.functions["genitive"] for m in marks)

    def _addressees(self, verb: Token) -> list[Token]:
        dative = self.profile.functions["dative"]
        after = [c for c in self.children(verb, "oblique", "clitic", "object") if c.i > verb.i]
        return next((self.conjuncts(c) for c in after if self.preposition(c) == dative), [])

    # --- by position -------------------------------------------------------------------------------------------

    def _name_before(self, verb: Token) -> Token | None:
        """A proper name that stands bare right before a finite verb, where the parser took another word as subject."""
        if not self.is_finite_verb(verb):
            return None
        own = self.children(verb, "subject", "passive_subject")
        first, start = self.first_form(verb), verb.sent.start
        if first.i <= start or any(t.pos_ in ("PROPN", "PRON") for t in own):
            return None
        name = first.nbor(-1)
        while name.i > start and self.is_(name, "name_part"):
            name = name.head if name.head.i < name.i else name.nbor(-1)
        if name.pos_ != "PROPN" or not self.is_(name, "apposition") or self.preposition(name) is not None:
            return None
        if not own and name.head.pos_ not in VERBAL:  # "Soupçonné d'avoir guidé les tueurs, X a été": hung on a verb
            return None
        return name if name.i == start or self._ends_phrase(name.nbor(-1)) else None

    def _ends_phrase(self, token: Token) -> bool:
        return token.text == "," or self.word(token, "closing_quotes")

    def subject_by_position(self, verb: Token) -> list[Token]:
        """The nearest bare noun before a finite verb whose subject the parser lost."""
        for token in reversed(verb.doc[verb.sent.start : self._before_incise(self.first_form(verb))]):
            if token.pos_ in VERBAL or token.text in CLAUSE_BREAKS:
                return []
            if not self._is_bare_noun(token) or self._is_object_of_nonfinite(token):
                continue
            if self.word(token, "relative_subject"):
                antecedent = self.antecedent(verb)
                return [antecedent] if antecedent is not None else []
            if not self.is_(token, "name_part", "nominal", "apposition") and not self.word(token, "reflexive"):
                return self.conjuncts(token)
        return []

    def _is_object_of_nonfinite(self, token: Token) -> bool:
        """``après avoir pris des otages, a été tué``: what an infinitive or participle before it governs."""
        verb = token.head
        return self.is_(token, "object") and verb.i < token.i and verb.pos_ in VERBAL and self.is_nonfinite(verb)

    def _is_bare_noun(self, token: Token) -> bool:
        return token.pos_ in ("NOUN", "PROPN", "PRON") and self.preposition(token) is None and not self.is_time(token)

    def _before_incise(self, first: Token) -> int:
        """Where an incise between commas begins that stands right before the verb, else the verb.

        A relative clause, or who says so: ``Un agent, a dit le ministre, a tiré``.
        """
        start, at = first.sent.start, first.i
        while at > start and self.word(first.doc[at - 1], "reflexive", "negation_particle", "object_clitics"):
            at -= 1
        if at <= start or first.doc[at - 1].text != ",":
            return first.i
        for token in reversed(first.doc[start : at - 1]):
            if token.i > start and self.word(token, "relative_subject", "relative_other"):
                return token.i - 1 if token.nbor(-1).text == "," else first.i
            if token.text == "," and self._opens_speech(token):
                return token.i
        return first.i

    def _speaks(self, noun: Token, verb: Token) -> bool:
        """``Un policier, indique le parquet, a tiré``: who says so between commas, for whom the parser has no place."""
        at, doc, start = noun.i - 1, noun.doc, noun.sent.start
        while at > start and doc[at].pos_ in ("DET", "ADJ") and not self.word(doc[at], "relative_subject"):
            at -= 1
        closed = any(t.text == "," for t in doc[noun.i : self.first_form(verb).i])
        if not closed or doc[at].pos_ not in VERBAL:
            return False
        opening = next((t for t in reversed(doc[start:at]) if t.pos_ not in ("AUX", "PRON", "ADV")), None)
        return opening is not None and opening.text == "," and opening.i > start and self._opens_speech(opening)

    def _opens_speech(self, comma: Token) -> bool:
        """Whether a conjugated verb follows a comma, perhaps after its reflexive pronoun."""
        at, end = comma.i + 1, comma.sent.end - 1
        while at < end and self.word(comma.doc[at], "reflexive", "object_clitics") and comma.doc[at].pos_ == "PRON":
            at += 1
        return comma.doc[at].pos_ in VERBAL and self.is_finite_verb(comma.doc[at])
