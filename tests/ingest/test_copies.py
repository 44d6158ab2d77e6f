from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.ingest import PassageRules, Record, copy_groups, load_passage_rules, make_document
from kg.model import Document
from tests.ingest.conftest import Make

RULES = load_passage_rules()
AGENCY = (
    "L'homme qui a blessé trois personnes au couteau jeudi soir dans la gare de Namur a été arrêté vendredi à Dinant, "
    "a annoncé le parquet de Namur. Selon plusieurs témoins, il s'en est pris à des passants avant de prendre la fuite "
    "à bord d'un train pour Dinant, où des agents de la police des chemins de fer l'attendaient sur le quai.\n\n"
    "Une perquisition menée dans la nuit à son domicile de Jambes a conduit à la saisie de deux téléphones et d'un "
    "ordinateur. Aucun explosif n'a été trouvé, a précisé la porte-parole du parquet, Claire Lambert. Un juge "
    "d'instruction a été saisi du dossier, ouvert pour tentative d'assassinat.\n\n"
)
TEMPLATE = (
    "Le Bureau central a interpellé {day} à {city} {count} individus soupçonnés d'appartenir à une cellule, annonce un "
    "communiqué. Les perquisitions menées à {city} et à {other} ont permis la saisie de {arms} armes blanches et de "
    "{phones} téléphones. Le chef présumé du groupe, {chief}, projetait d'attaquer des sites de {other}, ajoute la "
    "même source. Les suspects, âgés de {low} à {high} ans, ont été placés en garde à vue sous la supervision du "
    "parquet. Les mis en cause seront déférés devant le juge d'instruction chargé des affaires de terrorisme dès que "
    "l'enquête menée par les services compétents sera achevée, ajoute le communiqué, qui ne fait état d'aucun blessé. "
    "Cette opération témoigne, conclut le communiqué, de la persistance de la menace et de l'engagement des services.\n"
)
FIRST = {"day": "mardi", "city": "Salé", "count": 5, "other": "Fnideq", "arms": 7, "phones": 12, "chief": "Omar Tazi",
         "low": 19, "high": 36}  # fmt: skip
SECOND = {"day": "jeudi", "city": "Oujda", "count": 3, "other": "Nador", "arms": 4, "phones": 9, "chief": "Ali Zniber",
          "low": 22, "high": 41}  # fmt: skip


def test_light_edits_and_additions_are_copies(make: Make) -> None:
    edited = AGENCY.replace("trois personnes", "quatre personnes").replace("dans la nuit à", "vers deux heures à")
    longer = f"UN AUTRE TITRE\n\n{edited}Une marche aura lieu dimanche à Namur, a-t-on appris.\n\nLire plus..."
    first, second = make(AGENCY, "a"), make(longer.replace("'", "’"), "b")
    assert copy_groups([first, second]) == (tuple(sorted((first.id, second.id))),)


def test_a_truncated_text_is_a_copy(make: Make) -> None:
    assert len(copy_groups([make(AGENCY, "a"), make(AGENCY.split("\n\n")[0], "b")])) == 1


def test_one_template_with_other_facts_is_no_copy(make: Make) -> None:
    one, other = make(TEMPLATE.format(**FIRST), "a"), make(TEMPLATE.format(**SECOND), "b")
    again = make(TEMPLATE.format(**FIRST), "c")
    assert copy_groups([one, other, again]) == (tuple(sorted((one.id, again.id))),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Le suspect a été remis en liberté mardi par le juge.",
            "Le suspect n'a pas été remis en liberté mardi par le juge.",
        ),
        ("L'attentat a fait 12 morts à Kaboul.", "L'attentat a fait 22 morts à Kaboul."),
        ("Lundi soir à Gand, deux hommes ont été arrêtés.", "La police a pris deux suspects à Gand lundi soir."),
    ],
)
def test_short_texts_that_differ_are_no_copies(one: str, other: str, make: Make) -> None:
    assert copy_groups([make(one, "a"), make(other, "b")]) == ()


def test_furniture_does_not_count(make: Make) -> None:
    furniture = "\n\nAbonnez-vous à notre newsletter\n\nLire plus...\n\nhttps://www.example.org/a\n\n" * 20
    assert copy_groups([make("Un texte sur Gand." + furniture, "a"), make("Des mots de Rabat." + furniture, "b")]) == ()


def test_the_same_short_text_is_a_copy(make: Make) -> None:
    assert len(copy_groups([make("Rien.", "a"), make("Rien.", "b"), make("Tout.", "c")])) == 1


def test_nothing_gives_no_groups(make: Make) -> None:
    assert copy_groups([]) == ()
    assert copy_groups([make("Un texte."), make("...", "b"), make("***", "c")]) == ()


def test_many_copies_are_one_group(make: Make) -> None:
    documents = [make(f"{AGENCY}Dépêche de {i} mots.", str(i)) for i in range(100)]
    assert [len(group) for group in copy_groups(documents)] == [100]


def sentences(seed: int) -> Iterator[str]:
    chance = random.Random(seed)
    while True:
        yield " ".join(f"mot{chance.randrange(5000)}" for _ in range(12)).capitalize() + "."


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 3), max_size=8), st.randoms(use_true_random=False))
def test_groups_do_not_depend_on_order(seeds: list[int], chance: random.Random) -> None:
    documents = [random_document(seed, str(i), RULES) for i, seed in enumerate(seeds)]
    shuffled = list(documents)
    chance.shuffle(shuffled)
    groups = copy_groups(documents)
    assert copy_groups(shuffled) == groups
    assert [list(g) for g in groups] == [sorted(g) for g in groups]
    expected = sorted(seeds.count(seed) for seed in set(seeds) if seeds.count(seed) > 1)
    assert sorted(map(len, groups)) == expected


def random_document(seed: int, identifier: str, rules: PassageRules) -> Document:
    source = sentences(seed)
    text = " ".join(next(source) for _ in range(8))
    document = make_document(Record(identifier, text.encode(), {"language": "fr"}), rules)
    assert isinstance(document, Document)
    return document
