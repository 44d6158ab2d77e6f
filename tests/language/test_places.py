import pytest

from kg.errors import DataError
from kg.language.gazetteer import load_gazetteer
from kg.language.places import PlaceCandidate, PlaceIndex, load_places


@pytest.fixture(scope="module")
def places() -> PlaceIndex:
    return load_places("fr")


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Belgique", "BE", "country"),
        ("Etats-Unis", "US", "country"),
        ("USA", "US", "country"),
        ("RDC", "CD", "country"),
        ("Centrafrique", "CF", "country"),
        ("Iraq", "IQ", "country"),
        ("Marokko", "MA", "country"),
        ("المغرب", "MA", "country"),
        ("Kosovo", "XK", "country"),
        ("Sahel", None, "macro_region"),
        ("Moyen-Orient", None, "macro_region"),
        ("Rif", "MA", "region"),
        ("Flandre", "BE", "region"),
        ("Brabant wallon", "BE", "region"),
        ("Seine-Saint-Denis", "FR", "region"),
        ("Île-de-France", "FR", "region"),
        ("wilaya de Tébessa", "DZ", "region"),
        ("Laeken", "BE", "city"),
    ],
)
def test_countries_and_regions(places: PlaceIndex, name: str, country: str | None, kind: str) -> None:
    best = places.lookup(name)[0]
    assert (best.country, best.kind) == (country, kind)


@pytest.mark.parametrize(
    ("name", "geonames"),
    [
        ("Bruxelles", "2800866"),
        ("Brussel", "2800866"),
        ("بروكسل", "2800866"),
        ("Molenbeek", "2791018"),
        ("Saint-Denis", "2980916"),
        ("St-Denis", "2980916"),
        ("ANVERS", "2803138"),
        ("Antwerpen", "2803138"),
        ("Rakka", "172955"),
        ("الرقة", "172955"),
        ("Le Caire", "360630"),
        ("Caire", "360630"),
        ("La Haye", "2747373"),
        ("ville de Tunis", "2464470"),
        ("Nice", "2990440"),
        ("Gand", "2797656"),
        ("Gent", "2797656"),
        ("Sale", "2537763"),
        ("La Défense", "8504417"),
    ],
)
def test_cities(places: PlaceIndex, name: str, geonames: str) -> None:
    best = places.lookup(name)[0]
    assert (best.scheme, best.id) == ("geonames", geonames)


@pytest.mark.parametrize(
    "word",
    ["police", "Justice", "centre", "Nord", "lundi", "les", "Selon", "cellule", "lire", "des", "Marche", "", "L'"],
)
def test_common_words_are_no_places(places: PlaceIndex, word: str) -> None:
    assert places.lookup(word) == ()


@pytest.mark.parametrize("word", ["ce", "é", "°", "date", "leur", "Xyzzyville", "e", "le"])
def test_an_article_makes_no_place_of_a_word(places: PlaceIndex, word: str) -> None:
    assert places.lookup(word) == ()


def test_namesakes_are_all_returned_the_most_usual_first(places: PlaceIndex) -> None:
    assert [c.country for c in places.lookup("Tripoli")][:2] == ["LY", "LB"]
    assert [c.kind for c in places.lookup("Liège")] == ["city", "region"]
    assert [c.kind for c in places.lookup("province de Liège")] == ["region", "city"]
    assert [c.id for c in places.lookup("Luxembourg")][:2] == ["LU", "2960316"]
    assert {c.id for c in places.lookup("Saint-Nicolas")} >= {"2786578", "2787356"}


def test_a_candidate_has_a_french_label_and_a_position(places: PlaceIndex) -> None:
    best = places.lookup("Kortrijk")[0]
    assert best.label == "Courtrai"
    assert best.latitude == pytest.approx(50.83, abs=0.01)
    assert best.longitude == pytest.approx(3.26, abs=0.01)
    assert (best.population or 0) > 50_000


def test_accents_case_and_hyphens_do_not_matter(places: PlaceIndex) -> None:
    spellings = ["Saint-Étienne-du-Rouvray", "SAINT ETIENNE DU ROUVRAY", "St-Etienne du Rouvray"]
    assert len({places.lookup(name)[0] for name in spellings}) == 1


@pytest.mark.parametrize(
    ("form", "id_"),
    [
        ("marocaines", "MA"),
        ("bruxellois", "2800866"),
        ("Flamands", "BE-VLG"),
        ("kabyle", "kabylie"),
        ("tchétchène", "RU-CE"),
    ],
)
def test_demonyms_lead_to_places(places: PlaceIndex, form: str, id_: str) -> None:
    place = places.demonym(form)
    assert place is not None
    assert place.id == id_


def test_an_unknown_demonym_leads_nowhere(places: PlaceIndex) -> None:
    assert places.demonym("journaliste") is None


def test_every_demonym_leads_to_a_place(places: PlaceIndex) -> None:
    lost = [demonym for demonym in load_gazetteer().demonyms.values() if places.demonym(demonym.form) is None]
    assert lost == []


def test_every_country_has_a_code_and_only_countries_do(places: PlaceIndex) -> None:
    belgium = places.country("BE")
    assert belgium is not None
    assert (belgium.label, belgium.scheme) == ("Belgique", "iso")
    assert places.country("ZZ") is None
    assert places.country("BE-VAN") is None


def test_every_preferred_place_comes_first(places: PlaceIndex) -> None:
    firsts = {key: places._ranked(key)[0].id for key in places._preferred}
    assert firsts == places._preferred


def test_every_city_that_has_a_name_is_in_the_table_of_cities(places: PlaceIndex) -> None:
    names, cities = places._city_names.data.splitlines(), places._cities.data.splitlines()
    named = {id_ for line in names for id_ in line.partition(b"\t")[2].split()}
    known = {line.partition(b"\t")[0] for line in cities}
    assert named == known


@pytest.mark.parametrize(
    ("name", "around"),
    [
        ("Tétouan", ["MA-01", "MA"]),
        ("Nivelles", ["BE-WAL", "BE"]),
        ("Gand", ["BE-VLG", "BE"]),
        ("Laeken", ["BE-BRU", "BE"]),
        ("Nice", ["FR-PAC", "FR"]),
        ("Rennes", ["FR-BRE", "FR"]),
        ("Ansongo", ["ML-7", "ML"]),
        ("Kasserine", ["TN-42", "TN"]),
        ("Baalbek", ["LB-BH", "LB"]),
        ("Tobrouk", ["LY-BU", "LY"]),
        ("Mossoul", ["IQ-NI", "IQ"]),
        ("Seine-Saint-Denis", ["FR-IDF", "FR"]),
        ("Khan Younès", ["bande-de-gaza", "PS"]),
        ("Wallonie", ["BE"]),
        ("Maroc", []),
        ("Sahel", []),
    ],
)
def test_a_place_lies_in_regions_and_a_country(places: PlaceIndex, name: str, around: list[str]) -> None:
    assert [place.id for place in places.around(places.lookup(name)[0])] == around


def test_every_region_around_a_place_is_known_and_of_the_same_country(places: PlaceIndex) -> None:
    cities = (places._city(line.partition(b"\t")[0].decode()) for line in places._cities.data.splitlines())
    regions = {place for place in (*places._by_id.values(), *cities) if place.region is not None}
    assert len(regions) > 10_000
    assert {place.country for place in regions} - {None} >= {"BE", "DZ", "FR", "MA", "ML", "TN"}
    for place in regions:
        assert all(
            outer.country in (place.country, place.id) or outer.id == place.country for outer in places.around(place)
        )


def test_a_region_around_itself_is_refused(places: PlaceIndex) -> None:
    lost = PlaceCandidate("1", "geonames", "Lieu", "BE", "city", region="BE-XXX")
    with pytest.raises(DataError, match=r"Lieu.* is no region or a circle"):
        places.around(lost)


def test_loading_twice_gives_the_same_index() -> None:
    assert load_places("fr") is load_places("fr")
