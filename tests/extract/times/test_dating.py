from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.times import date_document, load_time_grammar
from kg.model import DateOrigin, Document, TimeSpan

GRAMMAR = load_time_grammar()
BODY = "\n\nLa police a arrêté deux hommes à Namur, après une longue enquête.\n"


def document(text: str) -> Document:
    return Document("d", "d.txt", text, "fr", "0")


def dated(text: str) -> tuple[str, str] | None:
    found = date_document(document(text), GRAMMAR)
    return (found.published.edtf, found.date_origin or "") if found.published else None


@pytest.mark.parametrize(
    ("text", "edtf", "rule"),
    [
        ("Titre\n\nvendredi 16 novembre 2018, 11h24" + BODY, "2018-11-16", "line"),
        ("NAMUR, 22 janv. 2019 (MAP) - La police a agi." + BODY, "2019-01-22", "dateline"),
        ("Titre\nNAMUR (AFP) - 12/10/2021 19:42" + BODY, "2021-10-12", "dateline"),
        ("Titre\nMis en ligne le 12/03/2021 à 16:05" + BODY, "2021-03-12", "published"),
        ("Titre\nPublié le lundi 3 octobre 2022 à 13h20 par la rédaction" + BODY, "2022-10-03", "published"),
        ("Titre\nPar Zoé Prune, mercredi 23 janvier 2019 à 09:41" + BODY, "2019-01-23", "byline"),
        ("Titre" + BODY + "\nFait à Namur, le 24 mars 2022", "2022-03-24", "place-and-date"),
        ("Titre" + BODY + "\n(Belga, 16/11/2018)", "2018-11-16", "agency"),
        ("Titre\nLe 2 avril 2020 à 18:02, modifié le 3 avril 2020 à 09:11" + BODY, "2020-04-02", "line"),
        ("Journal | 14.11.2015 à 10h22 • Mis à jour le 15.11.2015" + BODY, "2015-11-14", "line"),
        ("RFI Publié le : 14/02/2022 - 21:15 Modifié le : 15/02/2022 - 08:44" + BODY, "2022-02-14", "published"),
        ("(Xinhua) 2019-03-22" + BODY, "2019-03-22", "agency-first"),
        ("La Dépêche – Mardi 14 novembre 2023 à 18:32 – Zoé Prune" + BODY, "2023-11-14", "segments"),
        ("Jeudi 12 octobre 2023 | 14:05 | Rédaction" + BODY, "2023-10-12", "segments"),
        ("Alger - 3 mars 2023 - 14h12" + BODY, "2023-03-03", "segments"),
        ("Beyrouth, correspondance — 5 juin 2024" + BODY, "2024-06-05", "segments"),
        ("12 mai 2023 / 10:20 / La Rédaction" + BODY, "2023-05-12", "segments"),
        ("La Gazette, samedi 3 février 2024, p. 5" + BODY, "2024-02-03", "segments"),
        ("La Gazette Zoé PRUNE Publié le 03/02/2024 à 18h05" + BODY, "2024-02-03", "stamped"),
        ("date 2023-11 Selon un communiqué" + BODY, "2023-11", "labelled"),
        ("NAMUR, 27 septembre - La police a agi." + BODY, "XXXX-09-27", "dateline"),
    ],
)
def test_header_or_signature_gives_the_date(text: str, edtf: str, rule: str) -> None:
    found = date_document(document(text), GRAMMAR)
    assert found.published is not None
    assert (found.published.edtf, found.date_origin, found.date_rule) == (edtf, DateOrigin.GIVEN, f"fr/dates.{rule}")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("L'école a fermé hier lundi 27 novembre. (@agence) November 28, 2023", "2023-11-28"),
        ("date 2023-11 Selon la police, fermée hier lundi 27 novembre", "2023-11-28"),
        ("L'école a fermé hier lundi 27 novembre.", "XXXX-11-28"),
        ("Attaquée jeudi 15 novembre, a annoncé vendredi le parquet.", "XXXX-11-16"),
        ("Le 15 novembre 2018, il y a un an jour pour jour, la gare brûlait.", "2019-11-15"),
        ("Ils se sont réunis en décembre 2013. Ils se verront le 8 mai prochain.", "2014"),
        ("Le ministre l'a dit ce mercredi. (@agence) November 28, 2023", "2023-11-29"),
    ],
)
def test_evidence_of_the_text_infers_the_date(text: str, edtf: str) -> None:
    assert dated("Titre\n\n" + text) == (edtf, DateOrigin.INFERRED)


def test_days_after_a_dated_event_give_the_date() -> None:
    text = "Titre\n\nDeux jours après l'attaque de Mons, mardi 15 octobre 2024, un homme a été arrêté."
    assert dated(text) == ("2024-10-17", DateOrigin.INFERRED)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Le 22 mars 2016, la gare a brûlé. Elle a rouvert en mai 2017.",
        "Attentats du 13 novembre 2015\n\nLe 13 novembre 2015, la salle était pleine.",
        "Publiée le 3 mars 2015, la vidéo montre deux hommes.",
        "Une enquête ouverte le 9 septembre dernier. Un séjour en 2011.",
        "Ils se sont réunis en juin 2013. Ils se verront le 8 mai prochain.",
        "Publié le 31 février 2020",
        "Le 13 novembre 2015 - une date que personne n'oublie.",
        "Bruxelles, 22 mars 2016. Il est 7h58.",
        "Une vidéo publiée le 3 mars 2019",
        "Procès des attentats du 22 mars 2016",
        "Attaque à Djibo - bilan du 12 mars 2023",
        "22 mars 2016 - 22 mars 2020 : quatre ans après",
        "Photo d'illustration © Belga – 12 mai 2020",
        "Bruxelles, le 22 mars 2016, l'horreur",
    ],
)
def test_date_of_an_event_is_not_the_date_of_the_document(text: str) -> None:
    assert dated(text) is None


def test_known_date_is_left_alone() -> None:
    known = replace(document("Publié le 3 mars 2015"), published=TimeSpan("2014"), date_origin=DateOrigin.GIVEN)
    assert date_document(known, GRAMMAR) is known


def test_address_gives_the_date() -> None:
    found = date_document(replace(document(BODY), url="https://journal.example/2019/01/22/titre.html"), GRAMMAR)
    assert found.published is not None
    assert found.published.edtf == "2019-01-22"


def test_weekday_of_a_day_without_year_is_kept() -> None:
    found = date_document(document("NAMUR, 27 septembre - Il part, rapportent vendredi deux journaux."), GRAMMAR)
    assert found.published is not None
    assert found.published.text == "27 septembre … vendredi"


@settings(deadline=None, max_examples=200)
@given(st.text(st.sampled_from("12 /-,\n\u00e0lehirumnodvbpP0:(@)."), max_size=200) | st.text())
def test_any_text_leaves_the_document_whole(text: str) -> None:
    before = document(text)
    after = date_document(before, GRAMMAR)
    assert (after.text, after.id) == (before.text, before.id)
    assert (after.published is None) == (after.date_rule is None)
