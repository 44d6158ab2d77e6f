import pytest

from kg.extract.clusters import Cluster
from kg.extract.names import named_candidates
from kg.extract.nominals import nominal_candidates
from kg.extract.parsed import Doc
from kg.extract.relations import RelationReader
from kg.model import EntityType
from tests.extract.docs import french, parse
from tests.extract.papers import lexicon, marked, owners, readings, resolved


def relations(doc: Doc) -> set[tuple[str, str, str, str]]:
    """``(subject, relation, object, factuality)``; a country without a mention by its key."""
    (reading,) = readings(doc)
    named = named_candidates([reading], lexicon())
    candidates = [*named, *nominal_candidates([reading], named, lexicon())]
    reader = RelationReader(
        lexicon(), french(), owners(resolved(doc)), lambda key: Cluster(EntityType.PLACE, authority=key)
    )
    return {
        (r.subject.label, r.relation, _object(r.object), r.factuality.value) for r in reader.read(reading, candidates)
    }


def _object(value: Cluster | str) -> str:
    return value if isinstance(value, str) else value.label or value.authority


CASES = {
    "age": (
        "Zarbi/PROPN/nsubj/part ,/PUNCT/punct/Zarbi 34/NUM/nummod/ans ans/NOUN/appos/Zarbi part/VERB",
        {"Zarbi": "PER"},
        ("Zarbi", "age", "34", "Asserted"),
    ),
    "aged": (
        "Zarbi/PROPN/nsubj/part âgé/ADJ/amod/Zarbi de/ADP/case/ans 34/NUM/nummod/ans ans/NOUN/obl:arg/âgé part/VERB",
        {"Zarbi": "PER"},
        ("Zarbi", "age", "34", "Asserted"),
    ),
    "nationality of a demonym": (
        "Zarbi/PROPN/nsubj/Belge est/AUX/cop/Belge un/DET/det/Belge Belge/NOUN",
        {"Zarbi": "PER"},
        ("Zarbi", "nationality", "BE", "Asserted"),
    ),
    "nationality phrase": (
        "Zarbi/PROPN/nsubj/part de/ADP/case/nationalité nationalité/NOUN/nmod/Zarbi"
        " belge/ADJ/amod/nationalité part/VERB",
        {"Zarbi": "PER"},
        ("Zarbi", "nationality", "BE", "Asserted"),
    ),
    "title": (
        "le/DET/det/ministre ministre/NOUN/nsubj/part Zarbi/PROPN/appos/ministre part/VERB",
        {"Zarbi": "PER"},
        ("Zarbi", "jobTitle", "ministre", "Asserted"),
    ),
    "member": (
        "Zarbi/PROPN/nsubj/membre est/AUX/cop/membre un/DET/det/membre membre/NOUN de/ADP/case/Daech"
        " Daech/PROPN/nmod/membre",
        {"Zarbi": "PER"},
        ("Zarbi", "memberOf", "Daech", "Asserted"),
    ),
    "presumed member": (
        "Zarbi/PROPN/nsubj/membre est/AUX/cop/membre un/DET/det/membre membre/NOUN"
        " présumé/ADJ/amod/membre de/ADP/case/Daech"
        " Daech/PROPN/nmod/membre",
        {"Zarbi": "PER"},
        ("Zarbi", "memberOf", "Daech", "Alleged"),
    ),
    "belongs": (
        "Zarbi/PROPN/nsubj/appartient appartient/VERB à/ADP/case/Daech Daech/PROPN/obl:arg/appartient",
        {"Zarbi": "PER"},
        ("Zarbi", "memberOf", "Daech", "Asserted"),
    ),
    "origin": (
        "Zarbi/PROPN/nsubj/part originaire/ADJ/amod/Zarbi de/ADP/case/Bruxelles"
        " Bruxelles/PROPN/obl:arg/originaire part/VERB",
        {"Zarbi": "PER"},
        ("Zarbi", "originFrom", "Bruxelles", "Asserted"),
    ),
    "residence": (
        "Zarbi/PROPN/nsubj/réside réside/VERB à/ADP/case/Bruxelles Bruxelles/PROPN/obl:arg/réside",
        {"Zarbi": "PER"},
        ("Zarbi", "residesIn", "Bruxelles", "Asserted"),
    ),
    "containment": (
        "il/X vit/VERB à/ADP/case/Charleroi Charleroi/PROPN/obl:mod/vit , en/ADP/case/Belgique"
        " Belgique/PROPN/nmod/Charleroi",
        {},
        ("Charleroi", "containedInPlace", "Belgique", "Asserted"),
    ),
    "body that one acts for": (
        "Zarbi/PROPN/nsubj/part , de/ADP/case/Daech Daech/PROPN/nmod/Zarbi , part/VERB",
        {"Zarbi": "PER"},
        ("Zarbi", "memberOf", "Daech", "Asserted"),
    ),
    "post": (
        "Zarbi/PROPN/nsubj/part , en/ADP/case/poste poste/NOUN/nmod/Zarbi à/ADP/case/Bruxelles"
        " Bruxelles/PROPN/nmod/poste , part/VERB",
        {"Zarbi": "PER"},
        ("Zarbi", "locatedIn", "Bruxelles", "Asserted"),
    ),
    "contact": (
        "Zarbi/PROPN/nsubj/contact est/AUX/cop/contact en/ADP/case/contact contact/NOUN avec/ADP/case/Tolmo"
        " Tolmo/PROPN/nmod/contact",
        {"Zarbi": "PER", "Tolmo": "PER"},
        ("Zarbi", "knows", "Tolmo", "Asserted"),
    ),
}


@pytest.mark.parametrize(("table", "labels", "expected"), CASES.values(), ids=CASES)
def test_relations(table: str, labels: dict[str, str], expected: tuple[str, str, str, str]) -> None:
    assert expected in relations(marked(parse(table), **labels))


NONE = {
    "sentence of years": (
        "Zarbi/PROPN/nsubj/écope écope/VERB de/ADP/case/ans 5/NUM/nummod/ans ans/NOUN/obl:arg/écope de/ADP/case/prison"
        " prison/NOUN/nmod/ans",
        {"Zarbi": "PER"},
        "age",
    ),
    "age behind a verb": (
        "Zarbi/PROPN/nsubj/voit voit/VERB 34/NUM/nummod/ans ans/NOUN/obj/voit",
        {"Zarbi": "PER"},
        "age",
    ),
    "too old": ("Zarbi/PROPN/nsubj/part , 134/NUM/nummod/ans ans/NOUN/appos/Zarbi part/VERB", {"Zarbi": "PER"}, "age"),
    "nationality of an office": (
        "le/DET/det/ministre ministre/NOUN/nsubj/part belge/ADJ/amod/ministre Zarbi/PROPN/appos/ministre part/VERB",
        {"Zarbi": "PER"},
        "nationality",
    ),
    "title of nobody named": ("le/DET/det/ministre ministre/NOUN/nsubj/part part/VERB", {}, "jobTitle"),
    "places in a list": (
        "à/ADP/case/Charleroi Charleroi/PROPN et/CCONJ/cc/Bruxelles à/ADP/case/Bruxelles"
        " Bruxelles/PROPN/conj/Charleroi",
        {},
        "containedInPlace",
    ),
    "body told of": (
        "il/PRON/nsubj/parle parle/VERB à/ADP/case/Zarbi Zarbi/PROPN/obl:arg/parle de/ADP/case/Daech"
        " Daech/PROPN/obl:arg/parle",
        {"Zarbi": "PER"},
        "memberOf",
    ),
    "body that goes on": (
        "il/PRON/nsubj/parle parle/VERB à/ADP/case/Zarbi Zarbi/PROPN/obl:arg/parle , de/ADP/case/Daech"
        " Daech/PROPN/obl:arg/parle et/CCONJ/cc/juges de/ADP/case/juges juges/NOUN/conj/Daech",
        {"Zarbi": "PER"},
        "memberOf",
    ),
    "member of a place": (
        "un/DET/det/membre membre/NOUN de/ADP/case/Bruxelles Bruxelles/PROPN/nmod/membre",
        {"Bruxelles": "LOC"},
        "memberOf",
    ),
}


@pytest.mark.parametrize(("table", "labels", "relation"), NONE.values(), ids=NONE)
def test_what_states_no_such_relation(table: str, labels: dict[str, str], relation: str) -> None:
    assert relation not in {found[1] for found in relations(marked(parse(table), **labels))}


def test_a_title_ends_before_an_adjective_of_origin_but_keeps_its_complement() -> None:
    doc = marked(
        parse(
            "le/DET/det/ministre ministre/NOUN/nsubj/part de/ADP/case/Santé la/DET/det/Santé"
            " Santé/NOUN/nmod/ministre belge/ADJ/amod/Santé"
            " ,/PUNCT/punct/Zarbi Zarbi/PROPN/appos/ministre ,/PUNCT/punct/Zarbi part/VERB"
        ),
        Zarbi="PER",
    )
    assert ("Zarbi", "jobTitle", "ministre de la Santé", "Asserted") in relations(doc)
