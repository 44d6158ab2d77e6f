from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import DataError
from kg.language import yaml_files
from kg.language.gazetteer import (
    Gazetteer,
    load_demonyms,
    load_first_names,
    load_gazetteer,
    load_nouns,
    load_organizations,
)
from kg.language.spelling import name_key
from kg.language.yaml_files import read_yaml
from kg.model.entity import EntityType


@pytest.fixture(scope="module")
def words() -> Gazetteer:
    return load_gazetteer("fr")


def write(folder: Path, text: str) -> Path:
    path = folder / "list.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@given(st.text())
def test_key_is_stable_and_has_no_case(text: str) -> None:
    assert name_key(name_key(text)) == name_key(text)
    assert name_key(text.lower()) == name_key(name_key(text).lower()) or text.lower().casefold() != text.casefold()


@given(st.lists(st.text(alphabet="abcdéèçœ", min_size=1), min_size=1))
def test_key_ignores_hyphens_and_spaces(parts: list[str]) -> None:
    assert name_key("-".join(parts)) == name_key(" ".join(parts)) == name_key("".join(parts))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Daech", "etat-islamique"),
        ("Etat islamique", "etat-islamique"),
        ("ÉTAT ISLAMIQUE", "etat-islamique"),
        ("Al Qaida", "al-qaida"),
        ("JNIM", "jnim"),
        ("Jnim", "jnim"),
        ("DGSN", "dgsn"),
        ("Direction générale de la sûreté nationale", "dgsn"),
        ("Het Laatste Nieuws", "hln"),
        ("المديرية العامة للأمن الوطني", "dgsn"),
        ("Nations unies", "onu"),
    ],
)
def test_organizations_are_found_by_every_spelling(words: Gazetteer, text: str, expected: str) -> None:
    assert words.organizations.lookup(text)[0].organization.id == expected


@pytest.mark.parametrize("text", ["raid", "ei", "map", "X-Files", "la presse", "renaissance", "", "Jean Dupont"])
def test_common_words_are_no_organizations(words: Gazetteer, text: str) -> None:
    assert words.organizations.lookup(text) == ()


@pytest.mark.parametrize("text", ["EI", "La Presse", "Le Monde", "La Défense", "RAID", "TAP", "X"])
def test_ambiguous_names_say_so(words: Gazetteer, text: str) -> None:
    found = words.organizations.lookup(text)
    assert found
    assert all(match.name.ambiguous for match in found)


def test_namesakes_are_all_returned_the_unambiguous_first(words: Gazetteer) -> None:
    found = words.organizations.lookup("DGSN")
    assert [(m.organization.country, m.name.ambiguous) for m in found] == [("MA", False), ("DZ", True)]


def test_accounts_are_found_with_and_without_at(words: Gazetteer) -> None:
    assert words.organizations.handle("@afpfr") == words.organizations.handle("AFPfr")
    assert words.organizations.handle("@nobody-has-this") is None


def test_every_name_of_every_organization_finds_it(words: Gazetteer) -> None:
    lost = [
        (match.organization.id, match.name.text)
        for match in words.organizations.names()
        if match.organization.id not in {m.organization.id for m in words.organizations.lookup(match.name.text)}
    ]
    assert lost == []


def test_the_list_of_organizations_is_long_and_typed(words: Gazetteer) -> None:
    kinds = {entry.kind for entry in words.organizations.entries}
    assert len(words.organizations.entries) >= 800
    assert {"armed_group", "agency", "media", "party", "court", "ngo", "platform"} <= kinds


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- {id: a, label: A, kind: ngo, colour: red}", "unknown keys"),
        ("- {id: a, label: A, kind: ngo}\n- {id: a, label: B, kind: ngo}", "given twice"),
        ("- {id: a, label: A, kind: ngo, parent: b}", "parent 'b'"),
        ("- {id: a, label: A, kind: ngo, ambiguous: [B]}", "ambiguous"),
    ],
)
def test_wrong_organizations_are_refused(tmp_path: Path, text: str, message: str) -> None:
    path = write(tmp_path, "entries:\n" + text)
    with pytest.raises(DataError, match=message):
        load_organizations(path, "fr")


@pytest.mark.parametrize(
    ("form", "country", "place"),
    [
        ("marocain", "MA", None),
        ("Belges", "BE", None),
        ("nigériane", "NG", None),
        ("Emirati", "AE", None),
        ("Bruxelloises", None, "Bruxelles"),
        ("molenbeekois", None, "Molenbeek-Saint-Jean"),
        ("kabyle", None, "Kabylie"),
    ],
)
def test_demonyms(words: Gazetteer, form: str, country: str | None, place: str | None) -> None:
    demonym = words.demonym(form)
    assert demonym is not None
    assert (demonym.country, demonym.place) == (country, place)


def test_demonyms_say_their_gender_and_number(words: Gazetteer) -> None:
    forms = {form: words.demonyms[form] for form in ("tunisiennes", "belge", "français")}
    assert [(d.gender, d.number) for d in forms.values()] == [("f", "p"), (None, "s"), ("m", None)]


def test_a_demonym_of_two_places_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "countries: {AA: [[x, x, xs, xs]]}\nplaces: {Xville: [[x, x, xs, xs]]}")
    with pytest.raises(DataError, match="x is given for Xville and AA"):
        load_demonyms(path)


@pytest.mark.parametrize(
    ("form", "category", "gender", "number", "kind"),
    [
        ("Me", "title", None, "s", EntityType.PERSON),
        ("porte-parole", "title", None, None, EntityType.PERSON),
        ("Procureure", "title", "f", "s", EntityType.PERSON),
        ("soldats", "function", "m", "p", EntityType.GROUP),
        ("assaillants", "accused", "m", "p", EntityType.GROUP),
        ("victime", "victim", "f", "s", EntityType.PERSON),
        ("adolescentes", "generic", "f", "p", EntityType.GROUP),
        ("cousine", "kin", "f", "s", EntityType.PERSON),
        ("cellule", "collective", "f", "s", EntityType.GROUP),
        ("écoles", "body", "f", "p", EntityType.ORGANIZATION),
        ("Ecole", "body", "f", "s", EntityType.ORGANIZATION),
        ("autorités", "body", "f", "p", EntityType.ORGANIZATION),
    ],
)
def test_nouns(words: Gazetteer, form: str, category: str, gender: str | None, number: str | None, kind: str) -> None:
    assert (category, gender, number, kind) in {(n.category, n.gender, n.number, n.type) for n in words.noun(form)}


def test_capitals_of_abbreviated_titles_matter(words: Gazetteer) -> None:
    assert words.noun("me") == ()
    assert words.noun("xyz") == ()


def test_there_are_nouns_of_every_category(words: Gazetteer) -> None:
    nouns = [noun for found in words.nouns.values() for noun in found]
    assert {noun.category for noun in nouns} == {
        "title", "function", "accused", "victim", "generic", "kin", "collective", "body",
    }  # fmt: skip
    assert len({noun.lemma for noun in nouns}) >= 1200


def test_a_row_of_another_length_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "title:\n  type: Person\n  nouns:\n    - [a, b, c]\n")
    with pytest.raises(ValueError, match="zip"):
        load_nouns(path)


@pytest.mark.parametrize(
    ("name", "gender"),
    [("Fatima", "f"), ("Mohamed", "m"), ("Joelle", "f"), ("Jean-Pierre", "m"), ("Camille", None), ("Aïcha", "f")],
)
def test_first_names(words: Gazetteer, name: str, gender: str | None) -> None:
    assert words.is_first_name(name)
    assert words.gender(name) == gender


def test_an_unknown_first_name_has_no_gender(words: Gazetteer) -> None:
    assert not words.is_first_name("Xyzzy")
    assert words.gender("Xyzzy") is None


def test_a_name_of_both_genders_has_none(tmp_path: Path) -> None:
    path = write(tmp_path, "m: {a: Sam Ali}\nf: {a: Sam Eva}\neither: {a: Lou}\n")
    assert load_first_names(path) == {"sam": None, "ali": "m", "eva": "f", "lou": None}


def test_missing_and_broken_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="absent"):
        read_yaml(tmp_path / "absent.yaml")
    with pytest.raises(DataError, match="not valid YAML"):
        read_yaml(write(tmp_path, "a: [b"))


def test_every_list_says_what_it_is_and_where_it_comes_from() -> None:
    files = sorted((yaml_files.DATA / "fr" / "gazetteers").glob("*.yaml"))
    assert len(files) >= 10
    for path in files:
        head = "".join(line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#"))
        assert "Source:" in head, path.name
