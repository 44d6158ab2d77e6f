"""Whoever is only accused is never exported as the one who did it: own sentences, read with the trained model.

The promise about suspicion rests on these. Each sentence names a person in an accusation, a denial, a plan or a
possibility; no claim may assert that the person did it. The last ones are facts, and must not be weakened away.
"""

from __future__ import annotations

from functools import cache

import pytest

from kg.extract import Extractor, load_extractor
from kg.ingest import Record, load_passage_rules, make_document
from kg.model import Claim, Document, Factuality

pytestmark = [pytest.mark.model, pytest.mark.xdist_group("extractor")]

ACCUSING = {"Attack", "Bombing", "Shooting", "Stabbing", "Abduction", "Killing", "Threat", "Financing", "Theft", "Aid"}

NOT_FACTS = [
    "Selon la police, Marc Lenoir aurait tué deux personnes à Lyon.",
    "Le parquet soupçonne Marc Lenoir d'avoir enlevé un enfant.",
    "Marc Lenoir est accusé d'avoir préparé un attentat à Namur.",
    "Paul Martin, soupçonné de meurtre, a été libéré lundi.",
    "Jean Duval nie avoir poignardé son voisin.",
    "Jean Duval dément toute implication dans la fusillade de Liège.",
    "L'auteur présumé de la fusillade, Jean Duval, a été arrêté mardi.",
    "Jean Duval n'a jamais attaqué la banque.",
    "Deux hommes suspectés d'avoir braqué une bijouterie ont été interpellés.",
    "Ahmed Salmi devait commettre un attentat à Paris, selon les enquêteurs.",
    "Ahmed Salmi projetait de tuer un policier.",
    "La police a déjoué un attentat que préparait Ahmed Salmi.",
    "Si Ahmed Salmi avait frappé, la ville aurait été évacuée.",
    "Les enquêteurs n'excluent pas que Karim Belo ait tué sa voisine.",
    "Karim Belo serait l'auteur de l'attaque.",
    "Karim Belo a-t-il assassiné sa femme ?",
    "Karim Belo n'a pas participé à l'attaque de Nice.",
    "Ni Karim Belo ni Luc Fabre n'ont pris part aux attentats de Madrid.",
    "Karim Belo n'est pas impliqué dans l'attentat de Tunis.",
    "Il est reproché à Karim Belo d'avoir financé l'attentat.",
    "Karim Belo est poursuivi pour avoir enlevé une touriste.",
    "Une source affirme que Karim Belo pourrait avoir tué le maire.",
    "On ignore si Karim Belo a tué le maire.",
    "Karim Belo est suspecté du meurtre du maire.",
    "Le ministre craint que des terroristes n'attaquent la gare.",
    "Le complice présumé, Luc Fabre, aurait fourni les armes.",
    "Luc Fabre, présenté comme le cerveau des attentats de Madrid, a été extradé.",
    "La rumeur selon laquelle Luc Fabre a tué un homme est fausse.",
    "Luc Fabre est innocent du meurtre de Nadia Roy.",
    "L'avocat conteste que son client ait menacé la victime.",
    "Sans preuve, on accuse Luc Fabre d'espionnage et de meurtre.",
    "Les deux frères auraient été enlevés puis tués par des hommes armés.",
    "Inculpé d'assassinat, Karim Belo clame son innocence.",
    "Arrêté pour extorsion, Luc Fabre a été remis en liberté.",
]

FACTS = [
    ("Karim Belo a poignardé deux passants à Namur.", "Stabbing"),
    ("Deux passants ont été poignardés par Karim Belo à Namur.", "Stabbing"),
    ("Luc Fabre a enlevé un enfant en 2019.", "Abduction"),
]


@cache
def extractor() -> Extractor:
    return load_extractor()


def claims_of(sentence: str) -> tuple[Claim, ...]:
    document = make_document(Record("d.txt", sentence.encode(), {}), load_passage_rules())
    assert isinstance(document, Document)
    return extractor().extract(document).claims


def classes(claims: tuple[Claim, ...]) -> dict[str, str]:
    return {c.subject: c.object.value for c in claims if c.predicate == "type"}


def asserted_agents(claims: tuple[Claim, ...]) -> list[str]:
    found = classes(claims)
    return [
        found[c.subject]
        for c in claims
        if c.predicate == "agent" and c.factuality is Factuality.ASSERTED and found.get(c.subject) in ACCUSING
    ]


@pytest.mark.parametrize("sentence", NOT_FACTS)
def test_no_one_is_made_a_perpetrator(sentence: str) -> None:
    assert asserted_agents(claims_of(sentence)) == []


@pytest.mark.parametrize(("sentence", "event_class"), FACTS, ids=[c for _, c in FACTS])
def test_the_texts_own_flat_statement_stays_a_fact(sentence: str, event_class: str) -> None:
    assert event_class in asserted_agents(claims_of(sentence))
