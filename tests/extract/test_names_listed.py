import pytest

from tests.extract.papers import names_in, plain

ORG, PER, LOC = "Organization", "Person", "Place"

INSTITUTIONS = {
    "court": ("Il comparaît devant le tribunal correctionnel de Liège.", "tribunal correctionnel de Liège", ORG),
    "supreme court": ("Il saisit la Cour de cassation.", "Cour de cassation", ORG),
    "council chamber": ("Devant la chambre du conseil de Mons.", "chambre du conseil de Mons", ORG),
    "prosecutor": ("Selon le parquet de Gand, il dort.", "parquet de Gand", ORG),
    "national prosecutor": ("Le Parquet national antiterroriste enquête.", "Parquet national antiterroriste", ORG),
    "labour auditor": ("Selon l'auditorat du travail de Namur.", "auditorat du travail de Namur", ORG),
    "pole": ("Le pôle judiciaire antiterroriste enquête.", "pôle judiciaire antiterroriste", ORG),
    "ministry": ("Le ministère de la Défense dément.", "ministère de la Défense", ORG),
    "ministry of two things": (
        "Le ministère de l'Intérieur et des Affaires étrangères.",
        "ministère de l'Intérieur et des Affaires étrangères",
        ORG,
    ),
    "police zone": ("La zone de police Montgomery intervient.", "zone de police Montgomery", ORG),
    "federal police": ("La police judiciaire fédérale enquête.", "police judiciaire fédérale", ORG),
    "general directorate": (
        "La Direction générale de la sécurité dément.",
        "Direction générale de la sécurité",
        ORG,
    ),
    "agency": ("L'Office central de lutte contre la fraude.", "Office central de lutte contre la fraude", ORG),
    "street": ("Un homme, rue de la Loi, a crié.", "rue de la Loi", LOC),
    "square": ("La place des Martyrs est vide.", "place des Martyrs", LOC),
    "site": ("Près de la gare du Nord.", "gare du Nord", LOC),
    "kunya": ("Un certain Abou Omar parle.", "Abou Omar", PER),
    "kunya with origin": ("Selon Abou Omar al-Baghdadi, oui.", "Abou Omar al-Baghdadi", PER),
    "acronym in brackets": ("Le collectif (ZXQT) proteste.", "ZXQT", ORG),
    "announced": ("Le groupuscule Alpha Rouge revendique.", "Alpha Rouge", ORG),
}


@pytest.mark.parametrize(("text", "name", "type_"), INSTITUTIONS.values(), ids=INSTITUTIONS)
def test_institutions_and_sites_are_found_by_their_build(text: str, name: str, type_: str) -> None:
    assert names_in(plain(text)).get(name) == type_


NO_INSTITUTIONS = {
    "court": "Il joue sur la cour de récréation.",
    "prosecutor": "Le parquet du salon est ciré.",
    "ministry": "Il exerce son ministère de curé.",
    "police zone": "La zone de police est vide.",
    "police": "La police enquête.",
    "directorate": "La direction générale prise par le vent.",
    "agency": "Le bureau central de vote.",
    "street": "La rue de la ville est vide.",
    "site": "Une gare du pays.",
    "kunya": "Il est abou et las.",
    "acronym": "Il part (enfin) demain.",
    "announced": "Le groupe armé avance.",
    "announced demonym": "Un groupe Belge avance.",
}


@pytest.mark.parametrize("text", NO_INSTITUTIONS.values(), ids=NO_INSTITUTIONS)
def test_common_nouns_alone_name_nothing(text: str) -> None:
    assert names_in(plain(text)) == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Selon l'Union européenne, non.", "Union européenne"),
        ("Le groupe État islamique revendique.", "État islamique"),
        ("L'OTAN dément.", "OTAN"),
        ("Selon Le Soir, il dort.", "Le Soir"),
    ],
    ids=["article", "common noun", "acronym", "article of the name"],
)
def test_listed_names_keep_only_their_own_words(text: str, name: str) -> None:
    assert names_in(plain(text)) == {name: ORG}


def test_a_listed_name_carries_its_entry_whatever_its_form() -> None:
    assert names_in(plain("L'EI et Daech.")) == {"EI": ORG, "Daech": ORG}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hier, selon Le Monde, il pleut.", {"Le Monde": ORG}),
        ("Le Monde va mal.", {}),
        ("Il pleut. Le Monde va mal.", {}),
    ],
    ids=["inside a sentence", "opening the text", "opening a sentence"],
)
def test_a_name_that_is_also_a_word_counts_only_inside_a_sentence(text: str, expected: dict[str, str]) -> None:
    assert names_in(plain(text)) == expected


@pytest.mark.parametrize(
    ("text", "name"), [("Dans le quartier Tobalo, hier.", "Tobalo"), ("Au camp de Zarbim, hier.", "Zarbim")]
)
def test_of_some_sites_only_the_proper_part_is_the_name(text: str, name: str) -> None:
    assert names_in(plain(text)) == {name: LOC}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vu par @collectif_zede hier", {"collectif_zede": ORG}),
        ("Vu par @_zede hier", {"_zede": ORG}),
        ("— Karim Zarbi (@kzarbi) hier", {"Karim Zarbi": PER, "kzarbi": PER}),
        ("Avec #Daech hier", {"Daech": ORG}),
        ("Avec #dimanche hier", {}),
    ],
    ids=["account", "account without letters first", "author", "listed hashtag", "other hashtag"],
)
def test_accounts_and_hashtags(text: str, expected: dict[str, str]) -> None:
    assert names_in(plain(text)) == expected
