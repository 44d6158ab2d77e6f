import pytest

from kg.extract.candidate import Candidate
from kg.extract.claims import FactsBuilder
from kg.extract.clusters import Cluster
from kg.extract.found_relation import FoundRelation
from kg.extract.reading import Reading
from kg.model import Document, DocumentFacts, EntityType, Factuality, MentionKind, TermKind
from tests.extract.docs import parse, word
from tests.extract.papers import document, lexicon, passage, readings

TEXT = parse(
    "Karim/PROPN/nsubj/vit vit/VERB à/ADP/case/Mons Mons/PROPN/obl:mod/vit avec/ADP/case/homme homme/NOUN/obl:mod/vit ."
)


def cluster(form: str, type_: EntityType, kind: MentionKind = MentionKind.NAMED) -> Cluster:
    token, found = word(TEXT, form), Cluster(type_)
    end = token.idx + len(form)
    found.add(Candidate(0, token.idx, end, token.i, form, kind, type_, "names.test", lemma=form))
    return found


@pytest.fixture
def karim() -> Cluster:
    return cluster("Karim", EntityType.PERSON)


@pytest.fixture
def mons() -> Cluster:
    return cluster("Mons", EntityType.PLACE)


@pytest.fixture
def man() -> Cluster:
    return cluster("homme", EntityType.PERSON, MentionKind.NOMINAL)


def lives(
    subject: Cluster, object_: Cluster | str, relation: str = "residesIn", rule: str = "fr/test"
) -> FoundRelation:
    return FoundRelation(subject, relation, object_, Factuality.ASSERTED, word(TEXT, "vit"), rule)


def build(
    clusters: list[Cluster],
    found: list[FoundRelation],
    source: Cluster | None = None,
    reading: Reading | None = None,
    doc: Document | None = None,
) -> DocumentFacts:
    (only,) = (reading,) if reading is not None else readings(TEXT)
    builder = FactsBuilder(doc or document(only), [only], lexicon())
    return builder.build(clusters, [], [(only, relation, source) for relation in found])


def test_a_relation_becomes_a_claim_with_its_sentence(karim: Cluster, mons: Cluster) -> None:
    (claim,) = build([karim, mons], [lives(karim, mons)]).claims
    assert (claim.predicate, claim.object.kind, claim.evidence[0].quote) == ("residesIn", TermKind.ENTITY, TEXT.text)


def test_what_is_said_twice_is_one_claim_with_both_rules(karim: Cluster, mons: Cluster) -> None:
    (claim,) = build([karim, mons], [lives(karim, mons), lives(karim, mons, rule="fr/other")]).claims
    assert [e.rule for e in claim.evidence] == ["fr/other", "fr/test"]


def test_other_sources_are_other_claims(karim: Cluster, mons: Cluster, man: Cluster) -> None:
    (own,) = build([karim, mons, man], [lives(karim, mons)]).claims
    (cited,) = build([karim, mons, man], [lives(karim, mons)], source=man).claims
    assert own.id != cited.id
    assert len(cited.sources) == 1


def test_a_repeated_passage_gives_evidence_in_both_places(karim: Cluster, mons: Cluster) -> None:
    text = TEXT.text
    first, second = passage(0, text), passage(len(text) + 2, text)
    doc = Document("doc", "doc.txt", f"{text}\n\n{text}", "fr", "0" * 64, (first, second))
    facts = build([karim, mons], [lives(karim, mons)], reading=Reading(0, first, TEXT, (second,), True), doc=doc)
    assert [e.span.begin for e in facts.claims[0].evidence] == [0, len(text) + 2]
    assert all(len(e.mentions) == 2 for e in facts.entities)


def test_unnamed_entities_are_kept_only_if_a_claim_is_about_them(karim: Cluster, mons: Cluster, man: Cluster) -> None:
    assert {e.label for e in build([karim, mons, man], []).entities} == {"Karim", "Mons"}
    assert {e.label for e in build([karim, mons, man], [lives(man, mons)]).entities} == {"Karim", "Mons", "homme"}


def test_an_age_is_an_integer(karim: Cluster) -> None:
    (claim,) = build([karim], [lives(karim, "34", "age")]).claims
    assert (claim.object.value, claim.object.datatype) == ("34", "integer")


def test_a_known_place_has_its_link_and_its_label(mons: Cluster) -> None:
    (entity,) = build([mons], []).entities
    assert entity.geopolitical
    assert [link.scheme for link in entity.links] == ["geonames"]


def test_a_country_without_mention_is_an_entity_if_a_claim_names_it(karim: Cluster) -> None:
    country = Cluster(EntityType.PLACE, authority="BE")
    facts = build([karim, country], [lives(karim, country, "nationality")])
    (entity,) = [e for e in facts.entities if not e.mentions]
    assert entity.label == "Belgique"


def test_ids_do_not_depend_on_the_order_of_the_clusters(karim: Cluster, mons: Cluster) -> None:
    assert build([karim, mons], []).entities == build([mons, karim], []).entities
