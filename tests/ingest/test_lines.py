from __future__ import annotations

import pytest

from kg.ingest import PassageRules
from kg.ingest.lines import kind_of_line
from kg.model import PassageKind


@pytest.mark.parametrize(
    "line",
    [
        "Lire plus...",
        "Lire la suite →",
        "Plus",
        "Lire aussi",
        "Lire aussi :",
        "Accueil > Actualités > Maroc",
        "Partager sur Facebook | Twitter | WhatsApp",
        "Facebook | Twitter",
        "https://www.example.org/article_123.html",
        "www.example.org/article",
        "Commentaires (12)",
        "3 commentaires",
        "Abonnez-vous à notre newsletter",
        "S'abonner",
        "Tous droits réservés",
        "* * *",
    ],
)
def test_furniture(line: str, rules: PassageRules) -> None:
    assert kind_of_line(line, rules) is PassageKind.BOILERPLATE


@pytest.mark.parametrize(
    "line",
    [
        "Alerte dans 27 écoles https://t.co/Q558GooFYF — Sudinfo.be (@sudinfo_be) November 27, 2023",
        "— Un Journal (@un_journal) 28 novembre 2023",
        "Une image pic.twitter.com/rdI6rg3QRE",
        "@passant : bravo",
        "#مكافحة_الإجرام",
        "#Bruxelles #Alerte",
    ],
)
def test_posts(line: str, rules: PassageRules) -> None:
    assert kind_of_line(line, rules) is PassageKind.POST


@pytest.mark.parametrize(
    "line",
    [
        "Sources: HLN, Nieuwsblaad",
        "Lire aussi : Un faux policier arrêté pour extorsion",
        "Plus de 300 personnes ont manifesté.",
        "Plus tard, le suspect a été arrêté",
        "Partager le pouvoir : la leçon de Tunis",
        "Le ministre a publié un message sur Twitter.",
        "Commentaires acerbes à Rabat après l'annonce de Bruxelles",
        "Le #MeToo belge divise la rédaction",
        "Accueil des réfugiés : Bruxelles et Rabat signent un accord",
    ],
)
def test_words_of_an_article_are_left_to_their_neighbours(line: str, rules: PassageRules) -> None:
    assert kind_of_line(line, rules) is None


def test_a_long_hostile_line_takes_linear_time(rules: PassageRules) -> None:
    for line in ("<" * 10_000, "#a" * 100_000, "— " * 100_000, "@" * 100_000, " (@" * 100_000):
        assert kind_of_line(line, rules) is None
