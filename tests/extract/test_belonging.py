import pytest

from kg.extract.belonging import BelongingReader
from kg.extract.names import named_candidates
from kg.extract.nominals import nominal_candidates
from kg.extract.parsed import Doc
from tests.extract.docs import french, parse
from tests.extract.papers import lexicon, marked, owners, readings, resolved


def belongings(doc: Doc) -> list[tuple[str, str, str, str]]:
    """``(subject, relation, object, factuality)``."""
    (reading,) = readings(doc)
    named = named_candidates([reading], lexicon())
    candidates = [*named, *nominal_candidates([reading], named, lexicon())]
    reader = BelongingReader(lexicon(), french(), owners(resolved(doc)))
    found = list(reader.read(reading, candidates))
    return [
        (f.subject.label, f.relation, f.object if isinstance(f.object, str) else f.object.label, f.factuality.value)
        for f in found
    ]


FIGHTERS = "Des/DET/det/{0} {0}/NOUN/nsubj/fuient de/ADP/case/Daech Daech/PROPN/nmod/{0} fuient/VERB ."
BOY = "Un/DET/det/{0} {0}/NOUN/nsubj/fuit de/ADP/case/{1} {1}/PROPN/nmod/{0} fuit/VERB ."
OF_A_BODY = {
    "staff": (FIGHTERS.format("mercenaires"), {}, ("mercenaires", "memberOf", "Daech", "Asserted")),
    "presumed staff": (
        "Un/DET/det/agent agent/NOUN/nsubj/fuit présumé/ADJ/amod/agent de/ADP/case/Daech Daech/PROPN/nmod/agent"
        " fuit/VERB .",
        {},
        ("agent présumé", "memberOf", "Daech", "Alleged"),
    ),
    "no staff": (FIGHTERS.format("journalistes"), {}, None),
    "a name": ("Zarbi/PROPN/nsubj/fuit de/ADP/case/Daech Daech/PROPN/nmod/Zarbi fuit/VERB .", {"Zarbi": "PER"}, None),
    "beside another preposition": (
        "Des/DET/det/mercenaires mercenaires/NOUN/nsubj/fuient contre/ADP/case/Daech Daech/PROPN/nmod/mercenaires"
        " fuient/VERB .",
        {},
        None,
    ),
    "of a pronoun": ("Ils/PRON/nsubj/fuient de/ADP/case/Daech Daech/PROPN/obl:mod/fuient fuient/VERB .", {}, None),
}


@pytest.mark.parametrize(("table", "labels", "expected"), OF_A_BODY.values(), ids=OF_A_BODY)
def test_people_with_a_body_as_their_complement_are_its_members(
    table: str, labels: dict[str, str], expected: tuple[str, str, str, str] | None
) -> None:
    assert belongings(marked(parse(table), **labels)) == ([expected] if expected else [])


FROM_A_PLACE = {
    "a boy of a town": (BOY.format("garçon", "Bruxelles"), ("garçon", "originFrom", "Bruxelles", "Asserted")),
    "an inhabitant": (BOY.format("habitant", "Bruxelles"), ("habitant", "residesIn", "Bruxelles", "Asserted")),
    "an office": (BOY.format("maire", "Bruxelles"), None),
    "a country": (BOY.format("garçon", "Belgique"), None),
    "a kinsman": (BOY.format("cousin", "Bruxelles"), None),
}


@pytest.mark.parametrize(("table", "expected"), FROM_A_PLACE.values(), ids=FROM_A_PLACE)
def test_people_with_a_town_as_their_complement_are_from_there(
    table: str, expected: tuple[str, str, str, str] | None
) -> None:
    assert belongings(parse(table)) == ([expected] if expected else [])


MEMBER = ("Zarbi", "memberOf", "PYD", "Asserted")
PARTY = {
    "after a comma": ("Zarbi/PROPN/nsubj/part , PYD/PROPN/appos/Zarbi , part/VERB .", [MEMBER]),
    "before the name": (
        "La/DET/det/députée députée/NOUN/nsubj/part PYD/PROPN/nmod/députée Zarbi/PROPN/appos/députée part/VERB .",
        [MEMBER],
    ),
    "another sort of body": ("Zarbi/PROPN/nsubj/part , Daech/PROPN/appos/Zarbi , part/VERB .", []),
    "beside a verb": ("Zarbi/PROPN/nsubj/quitte quitte/VERB PYD/PROPN/obj/quitte .", []),
    "of nobody named": ("Un/DET/det/homme homme/NOUN/nsubj/part , PYD/PROPN/appos/homme , part/VERB .", []),
}


@pytest.mark.parametrize(("table", "expected"), PARTY.values(), ids=PARTY)
def test_a_party_beside_a_name_has_a_member(table: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert belongings(marked(parse(table), **({"Zarbi": "PER"} if "Zarbi" in table else {}))) == expected


ORGAN = {
    "before its name": (
        "Daech/PROPN/nsubj/parle parle/VERB par/ADP/case/agence son/DET/det/agence agence/NOUN/obl:mod/parle"
        " Tolmo/PROPN/appos/agence .",
        [("Tolmo", "parentOrganization", "Daech", "Asserted")],
    ),
    "without a possessive": (
        "Daech/PROPN/nsubj/parle parle/VERB par/ADP/case/agence une/DET/det/agence agence/NOUN/obl:mod/parle"
        " Tolmo/PROPN/appos/agence .",
        [],
    ),
    "of nobody named before": (
        "On/PRON/nsubj/parle parle/VERB par/ADP/case/agence son/DET/det/agence agence/NOUN/obl:mod/parle"
        " Tolmo/PROPN/appos/agence .",
        [],
    ),
    "another noun": (
        "Daech/PROPN/nsubj/parle parle/VERB par/ADP/case/rival son/DET/det/rival rival/NOUN/obl:mod/parle"
        " Tolmo/PROPN/appos/rival .",
        [],
    ),
}


@pytest.mark.parametrize(("table", "expected"), ORGAN.values(), ids=ORGAN)
def test_a_body_that_is_called_somebodys_organ_is_the_owners(
    table: str, expected: list[tuple[str, str, str, str]]
) -> None:
    assert belongings(marked(parse(table), Tolmo="ORG")) == expected
