import pytest

from kg.language.places import PlaceWords
from tools.divisions import City, Region, regions_of_divisions

WORDS = PlaceWords({}, (), ())


def city(name: str, country: str, code: str, population: int = 1_000, at: tuple[float, float] = (0.0, 0.0)) -> City:
    return {
        "geonameid": abs(hash((name, country))), "name": name, "countrycode": country, "admin1code": code,
        "population": population, "latitude": at[0], "longitude": at[1],
    }  # fmt: skip


def region(id_: str, name: str, **more: object) -> Region:
    return {"id": id_, "name": name, "country": id_[:2], **more}


def test_codes_of_a_country_that_are_the_regions_own() -> None:
    cities = [city("Jambes", "BE", "WAL"), city("Aalter", "BE", "VLG")]
    found = regions_of_divisions(cities, [region("BE-WAL", "Wallonie"), region("BE-VLG", "Flandre")], WORDS)
    assert found == {("BE", "WAL"): "BE-WAL", ("BE", "VLG"): "BE-VLG"}


@pytest.mark.parametrize(
    ("more", "name"),
    [({}, "Zinder"), ({"at": (13.8, 8.98)}, "Damagaram")],
)
def test_the_region_whose_chief_town_lies_in_the_division(more: dict[str, object], name: str) -> None:
    cities = [city("Zinder", "NE", "07", at=(13.8, 8.99)), city("Diffa", "NE", "02", at=(13.3, 12.6))]
    found = regions_of_divisions(cities, [region("NE-7", name, **more), region("NE-2", "Diffa")], WORDS)
    assert found == {("NE", "07"): "NE-7", ("NE", "02"): "NE-2"}


def test_departments_give_away_the_region_around_them() -> None:
    cities = [city("Lyon", "FR", "84"), city("Bourg", "FR", "84"), city("Rennes", "FR", "53")]
    regions = [
        region("FR-ARA", "Auvergne-Rhône-Alpes"), region("FR-BRE", "Bretagne"),
        region("FR-69", "Lyon", within="FR-ARA"), region("FR-01", "Bourg", within="FR-ARA"),
        region("FR-35", "Rennes", within="FR-BRE"),
    ]  # fmt: skip
    assert regions_of_divisions(cities, regions, WORDS) == {("FR", "84"): "FR-ARA", ("FR", "53"): "FR-BRE"}


def test_a_division_of_two_regions_is_left_out() -> None:
    cities = [city("Est", "TG", "1"), city("Ouest", "TG", "1"), city("Nord", "TG", "2")]
    regions = [region("TG-E", "Est"), region("TG-O", "Ouest"), region("TG-N", "Nord")]
    assert regions_of_divisions(cities, regions, WORDS) == {("TG", "2"): "TG-N"}
