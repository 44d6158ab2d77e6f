from pathlib import Path

import pytest

from kg.errors import DataError, QueryError
from kg.query import Cell, Store, Table, Value, load_queries
from kg.query.named import find_query, is_name

NEEDED: dict[str, dict[str, Value]] = {
    "claims-of-document": {"document": "explosion.txt"},
    "co-participants": {"person": "Anne"},
    "evidence-of-event": {"event": "explosion"},
}


def ask(store: Store, name: str, /, *columns: str, **given: Value) -> list[tuple[Cell, ...]]:
    """The given columns of a named query's rows."""
    query = load_queries()[name]
    answer = store.run(query.sparql, **query.bindings(given))
    assert isinstance(answer, Table)
    places = [answer.columns.index(column) for column in columns]
    return [tuple(row[place] for place in places) for row in answer.rows]


@pytest.mark.parametrize("name", load_queries())
def test_every_query_gives_the_same_rows_each_time_and_answers_on_the_sample(
    sample: Store, by_hand: Store, name: str
) -> None:
    query = load_queries()[name]
    store = by_hand if name in ("co-participants", "same-happening") else sample
    first, again = (store.run(query.sparql, **query.bindings(NEEDED.get(name, {}))) for _ in range(2))
    assert first == again
    assert isinstance(first, Table)
    assert first.rows


@pytest.mark.parametrize(
    "hostile", ['"', "\\", "'", "\n", "}", '") } #', "$person", "\x00", "😀", "?x", '""" . ?s ?p ?o']
)
@pytest.mark.parametrize("name", [name for name, query in load_queries().items() if query.parameters])
def test_hostile_parameters_are_only_text_that_is_not_found(sample: Store, name: str, hostile: str) -> None:
    query = load_queries()[name]
    given: dict[str, Value] = dict.fromkeys((p.name for p in query.parameters), f"zz{hostile}zz")
    answer = sample.run(query.sparql, **query.bindings(given))
    assert isinstance(answer, Table)
    assert answer.rows == ()


@pytest.mark.parametrize("part", ['le "club" {du}', "\\ port", "klub\nhafen"])
def test_hostile_names_are_found_by_their_own_characters(by_hand: Store, part: str) -> None:
    assert {row[0] for row in ask(by_hand, "organizations", "alias", name=part)} == {"Klub\nHafen"}


@pytest.mark.parametrize(
    ("given", "events"),
    [
        ({}, {"réunion", "voyage", "tempête"}),
        ({"place": "lieu"}, {"réunion", "tempête"}),
        ({"place": "RÉGION"}, {"réunion", "voyage", "tempête"}),
        (
            {"place": "province"},
            {"réunion", "voyage", "tempête"},
        ),  # around the region by the gazetteer; no text names it
        ({"place": "royaume"}, {"réunion", "voyage", "tempête"}),  # around the province
        ({"place": "belgique"}, {"réunion", "voyage", "tempête"}),  # the country that the region is in by the gazetteer
        ({"since": "2013-07-14", "until": "2013-07-14"}, {"réunion"}),
        ({"until": "2013-05"}, set()),
        ({"since": "2013-12-31", "until": "2016"}, {"réunion"}),
        ({"since": "2017-11", "until": "2017-11"}, {"voyage"}),
        ({"since": "2030"}, {"tempête"}),
        ({"since": "2018", "until": "2019-05-01"}, set()),
    ],
    ids=lambda value: str(value if isinstance(value, dict) else sorted(value)),  # the same in every process
)
def test_events_in_place_and_period(by_hand: Store, given: dict[str, Value], events: set[str]) -> None:
    assert {row[0] for row in ask(by_hand, "events-in-place-and-period", "label", **given)} == events


def test_events_without_date_are_listed_only_without_a_period(sample: Store) -> None:
    dates = ask(sample, "events-in-place-and-period", "label", "date")
    assert ("Bombing : explosion", None) in dates
    assert all(date for _, date in ask(sample, "events-in-place-and-period", "label", "date", since="1000"))


def test_accusations_are_alleged_parts_with_their_words(sample: Store) -> None:
    rows = ask(sample, "accusations", "label", "role", "class", "factuality", "document")
    assert rows == [("Karim Belhaj", "agent", "Attack", "Alleged", "maroc/arrestation.txt")]


def test_conflicting_figures_name_who_gives_which(sample: Store) -> None:
    rows = ask(sample, "conflicting-figures", "count", "figure", "source")
    assert ("killed", "12", "ministère de l'Intérieur") in rows
    assert ("killed", ">=14", "Sahel Info") in rows


def test_figures_of_two_documents_on_one_happening_conflict(by_hand: Store) -> None:
    rows = ask(by_hand, "conflicting-figures", "label", "figure", "document")
    assert rows == [(event, *told) for event in ("réunion", "voyage") for told in (("3", "a.txt"), ("4", "b.txt"))]


def test_the_same_happening_comes_once_with_both_documents(by_hand: Store) -> None:
    rows = ask(by_hand, "same-happening", "first", "first_document", "second", "second_document", "score", "reason")
    assert rows == [("réunion", "a.txt", "voyage", "b.txt", "0.8", "both with Le Club")]


@pytest.mark.parametrize("event", ["EXPLOSION", "explosion", "https://kg.example/id/event/explosion"])
def test_evidence_of_an_event_by_label_id_or_iri(sample: Store, event: str) -> None:
    assert {row[0] for row in ask(sample, "evidence-of-event", "label", event=event)} == {"Bombing : explosion"}


def test_co_participants_are_two_events_away(by_hand: Store) -> None:
    rows = ask(by_hand, "co-participants", "person", "first_event", "second_event", "other", person="anne")
    assert rows == [("Anne", "réunion", "voyage", "Zoé")]


def test_sources_say_what_is_attributed_to_them(sample: Store) -> None:
    assert ("Escape : évasion", "Denied") in ask(sample, "sources", "subject", "factuality", source="avocat")


def test_alleged_lists_nothing_that_is_asserted(sample: Store) -> None:
    assert ask(sample, "alleged", "subject", "predicate", "object") == [
        ("Attack : attaque", "agent", "Karim Belhaj"),
        ("Attack : attaque", "type", "Attack"),
    ]


def test_organizations_have_their_aliases(sample: Store) -> None:
    assert ("Réseau Atlas", "Atlas Network", "en") in ask(sample, "organizations", "label", "alias", "language")


def test_claims_of_a_document_are_of_that_document(sample: Store) -> None:
    rows = ask(sample, "claims-of-document", "document", document="explosion.txt")
    assert set(rows) == {("maroc/explosion.txt",)}


def test_persons_show_what_is_denied_beside_what_is_asserted(sample: Store) -> None:
    statuses = {row[0] for row in ask(sample, "persons", "factuality", person="belhaj")}
    assert statuses == {"Alleged", "Asserted", "Denied", "Hypothetical", "Planned"}


def test_timeline_is_in_order(by_hand: Store) -> None:
    assert ask(by_hand, "timeline", "date") == [("2013-06/2013-12",), ("2017-21~",), ("2019-05-02/..",)]


def test_disputed_shows_both_sides(sample: Store) -> None:
    rows = ask(sample, "disputed", "subject", "object", "factuality", "source")
    assert rows == [
        ("Bombing : explosion", "Réseau Atlas", "Asserted", "ministère de l'Intérieur"),
        ("Bombing : explosion", "Réseau Atlas", "Denied", "Réseau Atlas"),
    ]


def test_quotes_are_the_text_at_their_offsets(sample: Store) -> None:
    rows = ask(sample, "claims", "quote", "begin", "end")
    assert all(isinstance(begin, int) and len(str(quote)) == int(str(end)) - begin for quote, begin, end in rows)


def test_a_missing_or_unknown_parameter_is_named() -> None:
    query = load_queries()["evidence-of-event"]
    with pytest.raises(QueryError, match="query evidence-of-event: give event, it has no default"):
        query.bindings({})
    with pytest.raises(QueryError, match="unknown parameter date; it has event"):
        query.bindings({"event": "x", "date": "y"})


def test_an_unknown_query_names_those_that_exist() -> None:
    with pytest.raises(QueryError, match="no query 'nothing'; there are accusations, alleged,"):
        find_query("nothing", load_queries())


@pytest.mark.parametrize("text", ["ASK {}", "select * {?s ?p ?o}", "Timeline", "", "timeline\n"])
def test_sparql_is_no_name(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# fr: Quoi ?\nASK {}", "no line `# en: …`"),
        ("# fr: Quoi ?\n# en: What?\n# @param x — y\n# @param z\nASK {}", "'# @param z' is not"),
        ("# fr: Quoi ?\n# en: What?\n# @param x {y} — z\nASK {}", "parameter x: {y} is not JSON"),
        ("# fr: Quoi ?\n# en: What?\n# @param x [1] — z\nASK {}", r"parameter x: \[1\] is no text"),
    ],
)
def test_a_wrong_comment_is_an_error_that_names_the_file(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "wrong.rq").write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=r"wrong\.rq: .*" + message):
        load_queries(tmp_path)


def test_defaults_are_json(tmp_path: Path) -> None:
    text = '# fr: Quoi ?\n# en: What?\n# @param a "x — y" — b\nASK {}'
    (tmp_path / "one.rq").write_text(text.replace("x — y", "x"), encoding="utf-8")
    (parameter,) = load_queries(tmp_path)["one"].parameters
    assert (parameter.name, parameter.default, parameter.comment) == ("a", "x", "b")
