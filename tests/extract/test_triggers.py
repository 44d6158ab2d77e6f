from kg.extract.parsed import Doc
from kg.extract.triggers import TriggerMatch, build_index, trigger_matches
from kg.vocabulary import Trigger
from tests.extract.docs import event_class, french, parse, trigger, vocabulary


def found(doc: Doc, *triggers: Trigger) -> list[TriggerMatch]:
    """The best reading of each trigger in a text of one sentence."""
    syntax = french()
    index = build_index(vocabulary(event_class("Arrest", *triggers)), syntax.profile)
    return [m for sent in doc.sents for readings in trigger_matches(sent, index, syntax) for m in readings[:1]]


def names(doc: Doc, *triggers: Trigger) -> list[str]:
    return [doc.text[m.begin : m.end] for m in found(doc, *triggers)]


ARRESTS = parse("police/NOUN/nsubj/arrête arrête/VERB X/PROPN/obj/arrête")


def test_a_verb_is_found_by_any_form() -> None:
    (match,) = found(ARRESTS, trigger("arrêter", "verb"))
    assert (match.head.text, match.verbal) == ("arrête", True)


def test_a_verb_form_with_a_determiner_is_a_noun() -> None:
    doc = parse("l'/DET/det/attaque attaque/VERB contre/ADP/case/X X/PROPN/nmod/attaque")
    (match,) = found(doc, trigger("attaquer", "verb"), trigger("attaque", "noun"))
    assert (match.trigger.kind, match.verbal) == ("noun", False)


def test_a_noun_form_that_is_a_finite_verb_is_none() -> None:
    doc = parse("il/PRON/nsubj/attaque attaque/VERB X/PROPN/obj/attaque")
    assert [m.trigger.kind for m in found(doc, trigger("attaquer", "verb"), trigger("attaque", "noun"))] == ["verb"]


def test_nouns_are_found_in_the_plural() -> None:
    doc = parse("des/DET/det/signaux signaux/NOUN et/CCONJ/cc/arrestations arrestations/NOUN/conj/signaux")
    assert names(doc, trigger("arrestation", "noun"), trigger("signal", "noun")) == ["signaux", "arrestations"]


def test_adjectives_are_found_in_the_feminine() -> None:
    doc = parse("une/DET/det/femme femme/NOUN portante/ADJ/amod/femme")
    assert names(doc, trigger("portant", "adjective")) == ["portante"]


def test_an_expression_may_have_words_in_its_gap() -> None:
    doc = parse(
        "juge/NOUN/nsubj/mis a/AUX/aux:tense/mis mis/VERB hier/ADV/advmod/mis X/PROPN/obj/mis en/ADP/case/prison"
        " prison/NOUN/obl:mod/mis"
    )
    assert names(doc, trigger("mettre en prison", "expression", names="prison")) == ["prison"]
    assert names(doc, trigger("mettre en prison", "expression", names="mettre")) == ["mis"]
    assert names(doc, trigger("mettre en prison", "expression")) == ["mis hier X en prison"]


def test_a_gap_is_no_longer_than_four_words() -> None:
    doc = parse(
        "mis/VERB un/X/dep/mis deux/X/dep/mis trois/X/dep/mis quatre/X/dep/mis cinq/X/dep/mis en/ADP/case/prison"
        " prison/NOUN/dep/mis"
    )
    assert names(doc, trigger("mettre en prison", "expression")) == []


def test_a_noun_of_several_words_is_found_in_the_plural_and_without_a_gap() -> None:
    gardes = parse("les/DET/det/gardes gardes/NOUN à/ADP/case/vues vues/NOUN/nmod/gardes")
    parted = parse("garde/NOUN prolongée/ADJ/amod/garde à/ADP/case/vue vue/NOUN/nmod/garde")
    assert names(gardes, trigger("garde à vue", "noun")) == ["gardes à vues"]
    assert names(parted, trigger("garde à vue", "noun")) == []


def test_the_longest_expression_comes_first() -> None:
    doc = parse("mis/VERB en/ADP/case/détention détention/NOUN/obl:mod/mis provisoire/ADJ/amod/détention")
    short, long = trigger("mettre en détention", "expression"), trigger("mettre en détention provisoire", "expression")
    assert [m.trigger.lemma for m in found(doc, short, long)] == [long.lemma]


def test_the_surer_entry_comes_first() -> None:
    entries = trigger("arrêter", "verb", score=0.5), trigger("arrêter", "verb", score=0.8)
    assert [m.trigger.score for m in found(ARRESTS, *entries)] == [0.8]


def test_an_expression_comes_before_the_words_in_it() -> None:
    doc = parse("mis/VERB en/ADP/case/détention détention/NOUN/obl:mod/mis")
    kinds = [
        m.trigger.kind for m in found(doc, trigger("détention", "noun"), trigger("mettre en détention", "expression"))
    ]
    assert kinds == ["expression", "noun"]


def test_a_phrase_around_the_trigger_rules_it_out() -> None:
    doc = parse("mandat/NOUN d'/ADP/case/arrestation arrestation/NOUN/nmod/mandat")
    assert names(doc, trigger("arrestation", "noun", not_in=("mandat d'arrestation",))) == []


def test_the_same_phrase_elsewhere_does_not() -> None:
    doc = parse(
        "mandat/NOUN d'/ADP/case/arrestation arrestation/NOUN/nmod/mandat puis/CCONJ/cc/arrestation@2"
        " arrestation/NOUN/conj/mandat"
    )
    assert len(names(doc, trigger("arrestation", "noun", not_in=("mandat d'arrestation",)))) == 1


def test_an_infinitive_rules_out_to_stop() -> None:
    stops = parse("il/PRON/nsubj/arrête arrête/VERB de/ADP/mark/tuer tuer/VERB/xcomp/arrête")
    entry = trigger("arrêter", "verb", not_infinitive=("de",))
    assert names(stops, entry) == []
    assert names(ARRESTS, entry) == ["arrête"]


def test_a_required_pronoun() -> None:
    reflexive = parse("il/PRON/nsubj/rend se/PRON/expl:comp/rend rend/VERB")
    plain = parse("il/PRON/nsubj/rend rend/VERB arme/NOUN/obj/rend")
    for entry in (trigger("rendre", "verb", reflexive="required"), trigger("se rendre", "verb")):
        assert names(reflexive, entry) == ["rend"]
        assert names(plain, entry) == []


def test_a_forbidden_pronoun() -> None:
    reflexive = parse("il/PRON/nsubj/arrête s'/PRON/expl:comp/arrête arrête/VERB")
    assert names(reflexive, trigger("arrêter", "verb", reflexive="forbidden")) == []
    assert names(ARRESTS, trigger("arrêter", "verb", reflexive="forbidden")) == ["arrête"]


def test_an_elided_pronoun_is_cut_off_the_listed_infinitive() -> None:
    index = build_index(vocabulary(event_class("Escape", trigger("s'évader", "verb"))), french().profile)
    assert list(index.verbs) == ["évader"]
