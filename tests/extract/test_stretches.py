import pytest

from kg.extract.stretches import Stretch, agrees_in_number
from kg.model import EntityType
from tests.extract.docs import GROUP, ORGANIZATION, PERSON, cluster, french, parse, word


@pytest.mark.parametrize(
    ("participle", "type_", "plural", "agrees"),
    [
        ("évacué", ORGANIZATION, False, True),
        ("évacués", ORGANIZATION, False, False),
        ("évacués", GROUP, True, True),
        ("évacué", PERSON, False, True),
        ("évacués", PERSON, False, False),
        ("soumis", ORGANIZATION, False, True),
        ("soumis", GROUP, True, True),
    ],
    ids=[
        "one of one",
        "several of an organization",
        "several of a group",
        "one of a person",
        "several of a person",
        "a form for both, of one",
        "a form for both, of several",
    ],
)
def test_a_participle_agrees_with_whom_it_is_said_of(
    participle: str, type_: EntityType, plural: bool, agrees: bool
) -> None:
    doc = parse(f"Z/PROPN {participle}/VERB/acl/Z")
    entity = cluster("Z", type_)
    entity.plural = plural
    mention = Stretch(doc[0], doc[0], entity, governed=False)
    assert agrees_in_number(word(doc, participle), mention, french()) is agrees


def test_a_noun_in_the_plural_is_several() -> None:
    doc = parse("gardes/NOUN///Number=Plur évacués/VERB/acl/gardes")
    mention = Stretch(doc[0], doc[0], cluster("gardes", GROUP, named=False), governed=False)
    assert agrees_in_number(doc[1], mention, french())
