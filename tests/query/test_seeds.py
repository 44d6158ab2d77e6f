"""The named queries on the graph of the user's three documents: the rows that an analyst would expect."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.query import Store, Table, find_query, load_queries

pytestmark = [pytest.mark.model, pytest.mark.xdist_group("seeds")]

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    from kg.pipeline import build
    from kg.settings import Settings

    folder = tmp_path_factory.mktemp("seeds")
    build(SEEDS, folder, Settings(formats=("graph.ttl",)))
    return Store.load(folder)


def rows(store: Store, name: str, **given: str) -> list[dict[str, object]]:
    query = find_query(name, load_queries())
    answer = store.run(query.sparql, **query.bindings(given))
    assert isinstance(answer, Table)
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def test_accusations_name_the_suspect_and_never_as_a_fact(store: Store) -> None:
    found = rows(store, "accusations")
    assert ("Rachid Kassim", "agent", "Attack", "Alleged") in {
        (r["label"], r["role"], r["class"], r["factuality"]) for r in found
    }
    assert "Asserted" not in {r["factuality"] for r in found}


def test_what_is_alleged_comes_with_its_words(store: Store) -> None:
    quotes = {str(r["quote"]) for r in rows(store, "alleged")}
    assert any("aurait ainsi eu un rôle dans l’attaque de Nice" in quote for quote in quotes)


def test_the_events_of_a_place(store: Store) -> None:
    found = rows(store, "events-in-place-and-period", place="Bruxelles")
    assert {"Closure", "Meeting"} <= {str(r["class"]) for r in found}
    assert "Attack" not in {str(r["class"]) for r in found}


def test_the_events_of_a_period(store: Store) -> None:
    found = rows(store, "events-in-place-and-period", since="2023-11-01", until="2023-11-30")
    assert {str(r["class"]) for r in found} == {"Closure"}


def test_all_evidence_of_one_event(store: Store) -> None:
    closure = next(r for r in rows(store, "events") if r["class"] == "Closure")
    found = rows(store, "evidence-of-event", event=str(closure["label"]))
    assert any("une trentaine d’écoles ont été fermées" in str(r["quote"]) for r in found)


def test_co_participants_two_events_away(store: Store) -> None:
    found = rows(store, "co-participants", person="services de sécurité marocains")
    assert found
    assert {str(r["between"]) for r in found} == {"cellules terroristes"}
    assert all(r["first_event"] != r["second_event"] and r["person"] != r["other"] for r in found)
    assert rows(store, "co-participants", person="Rachid Kassim") == []  # only alleged or alone


def test_sources_and_what_they_said(store: Store) -> None:
    found = rows(store, "sources")
    labels = {str(value) for r in found for value in r.values()}
    assert {"parquet de Bruxelles", "Direction générale de la sûreté nationale"} <= labels


def test_organizations_and_their_aliases(store: Store) -> None:
    cells = {tuple(str(v) for v in list(r.values())[1:3]) for r in rows(store, "organizations")}
    assert ("Direction générale de la sûreté nationale", "DGSN") in cells
    assert {("État islamique", "Daesh"), ("État islamique", "Etat islamique d'Irak et du Levant")} <= cells


def test_figures_do_not_conflict_here(store: Store) -> None:
    assert rows(store, "conflicting-figures") == []


def test_nothing_is_disputed_here(store: Store) -> None:
    assert rows(store, "disputed") == []


def test_the_timeline_is_in_order(store: Store) -> None:
    dates = [str(r["date"]) for r in rows(store, "timeline")]
    known = [d for d in dates if not d.startswith("X")]
    assert known == sorted(known)
    assert {"2011", "2013-06/2013-12", "2014-05-08", "2023-11-27"} <= set(dates)


def test_persons_and_what_is_said_of_them(store: Store) -> None:
    cells = [" ".join(str(v) for v in r.values()) for r in rows(store, "persons", person="Rachid Kassim")]
    assert any("29" in cell for cell in cells)
    assert any("Alleged" in cell for cell in cells)


def test_the_documents_have_their_dates(store: Store) -> None:
    found = {str(r["identifier"]): r for r in rows(store, "documents")}
    assert {k[:3] for k in found} == {"000", "002", "004"}
    assert "2023-11-28" in {str(v) for v in found["002_02683ce05ae1db99.txt"].values()}


def test_claims_of_one_document_are_fewer_than_all(store: Store) -> None:
    everything = rows(store, "claims")
    one = rows(store, "claims-of-document", document="000_8a15f42e91f52e3f.txt")
    assert 0 < len(one) < len(everything)


def test_one_belgium_one_brussels_one_daesh(store: Store) -> None:
    labels = [str(r["label"]) for r in rows(store, "entities")]
    assert [labels.count(name) for name in ("Belgique", "Bruxelles", "État islamique")] == [1, 1, 1]
