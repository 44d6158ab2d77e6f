"""Timeline, map, table, queries and decisions, each linked with the others, on the shared sample."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from kg.model import DecisionKind, EventLink, KnowledgeBase, Score, Term, TermKind
from kg.query import load_queries
from kg.resolve import bind, read_decisions
from tests.samples import HOSTILE, sample_facts, sample_knowledge_base
from tests.view.conftest import Opened
from tests.view.pages import render, sample_page

pytestmark = pytest.mark.browser

Open = Callable[..., Opened]


@pytest.fixture
def page(open_page: Open) -> Page:
    return open_page(sample_page()).page


def _show(page: Page, view: str) -> Locator:
    page.locator(f'#views [data-view="{view}"]').click()
    return page.locator(f"#view-{view}")


def _dated(*values: str) -> KnowledgeBase:
    """The sample with other dates for the trial."""
    kb = sample_knowledge_base()
    date = next(c for c in kb.claims if (c.subject, c.predicate) == ("trial", "date"))
    others = tuple(replace(date, object=Term(TermKind.LITERAL, value, "edtf")) for value in values)
    return replace(kb, claims=(*(c for c in kb.claims if c is not date), *others))


def test_the_timeline_shows_a_bar_as_wide_as_the_doubt(page: Page) -> None:
    view = _show(page, "timeline")
    assert view.locator(".time-row .link").all_inner_texts() == ["Arrest : arrêté", "Trial : procès"]
    day, month = (view.locator(f".time-row[data-node={id_}] .bar").bounding_box() for id_ in ("arrest", "trial"))
    assert day is not None
    assert month is not None
    assert month["x"] > day["x"]
    assert month["width"] > 3 * day["width"]
    expect(view.locator(".bar[data-status=Planned]")).to_have_count(1)
    expect(view.locator("#undated")).to_have_text("5 événements sans date ne sont pas montrés ici.")


def test_unknown_years_stand_apart_and_open_ends_fade(open_page: Open) -> None:
    view = _show(open_page(render(_dated("XXXX-09-09"))).page, "timeline")
    expect(view.locator("#yearless li")).to_contain_text("XXXX-09-09 (projeté)")
    assert view.locator(".time-row").count() == 1
    view = _show(open_page(render(_dated("2024/.."))).page, "timeline")
    expect(view.locator(".bar[data-open=end]")).to_have_count(1)


def test_two_dates_of_one_event_are_two_bars_in_one_row(open_page: Open) -> None:
    view = _show(open_page(render(_dated("2024-03", "2024-05-02"))).page, "timeline")
    expect(view.locator(".time-row[data-node=trial] .bar")).to_have_count(2)


def test_what_is_chosen_in_the_timeline_is_chosen_everywhere(page: Page) -> None:
    _show(page, "timeline").locator(".time-row[data-node=trial] .bar").click()
    expect(page.locator("#panel h2")).to_have_text("Trial : procès")
    expect(page.locator(".time-row[aria-current]")).to_have_attribute("data-node", "trial")
    expect(_show(page, "table").locator("tr[aria-current]")).to_have_attribute("data-node", "trial")
    _show(page, "graph")
    assert page.evaluate("kgView.network.getSelectedNodes()") == ["trial"]


def test_the_map_shows_places_and_a_click_selects_one(page: Page) -> None:
    view = _show(page, "map")
    expect(view.locator("#map-count")).to_have_text("2 lieux situés, 2 sans coordonnées.")
    canvas = view.locator("#map")
    colours = canvas.evaluate(
        "(c) => new Set(new Uint32Array(c.getContext('2d').getImageData(0, 0, c.width, c.height).data.buffer)).size"
    )
    assert colours > 10  # land, sea, borders, places, words
    box = canvas.bounding_box()
    assert box is not None
    # two places lie at opposite ends of the view: Casablanca in the south-west, Rabat in the north-east
    x, y = _spot(page, "casablanca")
    page.mouse.click(box["x"] + x, box["y"] + y)
    expect(page.locator("#panel h2")).to_have_text("Casablanca")


def _spot(page: Page, id_: str) -> tuple[float, float]:
    x, y = page.evaluate("(id) => kgView.spotOf(id)", id_)
    return x, y


def test_the_map_is_moved_and_enlarged_by_keyboard(page: Page) -> None:
    _show(page, "map").locator("#map").focus()
    before = _spot(page, "rabat")
    page.keyboard.press("ArrowRight")
    assert _spot(page, "rabat")[0] < before[0]
    apart = abs(_spot(page, "rabat")[0] - _spot(page, "casablanca")[0])
    page.keyboard.press("+")
    assert abs(_spot(page, "rabat")[0] - _spot(page, "casablanca")[0]) > apart


def test_tables_list_all_and_are_sorted_by_their_heads(page: Page) -> None:
    view = _show(page, "table")
    labels = view.locator("tbody td:first-child")
    assert labels.first.inner_text() == "Arrest : arrêté"
    expect(view.locator("thead th").first).to_have_attribute("aria-sort", "ascending")
    view.locator("thead button").first.click()
    assert labels.first.inner_text() == "Trial : procès"
    expect(view.locator("thead th").first).to_have_attribute("aria-sort", "descending")
    for rows, count in (("entities", 12), ("claims", 29)):
        view.locator(f'#rows [data-rows="{rows}"]').click()
        assert view.locator("tbody tr").count() == count
    view.locator("#table-text").fill("procès mars")
    expect(view.locator("#rows-count")).to_have_text("Aucun résultat")
    view.locator("#table-text").fill("proces")
    expect(view.locator("tbody tr")).to_have_count(4)


def test_a_role_that_is_not_asserted_says_so_in_the_table(page: Page) -> None:
    row = _show(page, "table").locator("tr[data-node=attack]")
    assert row.locator(".status").all_inner_texts() == ["allégué", "allégué"]


def test_what_the_table_shows_is_saved(page: Page) -> None:
    page.evaluate("kgView.update({view: 'table', rows: 'claims', documents: new Set(['maroc/explosion.txt'])})")
    with page.expect_download() as saved:
        page.locator("#save-csv").click()
    text = saved.value.path().read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == page.locator("#table tbody tr").count() == 15
    assert HOSTILE in {row["object"] for row in rows}
    assert {row["document"] for row in rows} == {"maroc/explosion.txt"}
    with page.expect_download() as saved:
        page.locator("#save-json").click()
    loaded = json.loads(saved.value.path().read_text(encoding="utf-8"))
    assert [row["quote"] for row in loaded] == [row["quote"] for row in rows]


def test_a_named_query_is_run_and_its_rows_select_nodes(page: Page) -> None:
    view = _show(page, "query")
    view.locator("#named").select_option("accusations")
    expect(view.locator("#answer tbody tr")).to_have_count(1)
    expect(view.locator("#query-status")).to_contain_text("1 ligne en")
    view.locator("#answer tbody td").nth(2).click()
    expect(page.locator("#panel h2")).to_have_text("Karim Belhaj")
    view.locator("#parameters input").fill("nobody")
    view.locator("#run").click()
    expect(view.locator("#query-status")).to_contain_text("0 ligne en")


def test_every_named_query_runs(page: Page) -> None:
    view = _show(page, "query")
    for name in load_queries():
        view.locator("#named").select_option(name)
        expect(view.locator("#query-status")).to_contain_text(re.compile("lignes? en"))


def test_own_queries_errors_and_other_forms_are_answered(page: Page) -> None:
    view = _show(page, "query")
    status = view.locator("#query-status")
    answers = {
        "ASK { ?p a kg:Person }": "Réponse : oui",
        "ASK { ?p a kg:Nobody }": "Réponse : non",
        "SELECT ?x WHERE { ?x a kg:Place }": "4 lignes",
        "CONSTRUCT { ?x a kg:Spot } WHERE { ?x a kg:Place }": "4 lignes",
        'SELECT ("<img src=x onerror=alert(1)>" AS ?x) {}': "1 ligne",
        "SELECT ?x WHERE {": "La requête est fautive",
    }
    for query, answer in answers.items():
        view.locator("#sparql").fill(query)
        view.locator("#sparql").press("Control+Enter")
        expect(status).to_contain_text(answer)
    assert view.locator("#answer img").count() == 0


def test_values_of_parameters_stay_values(page: Page) -> None:
    view = _show(page, "query")
    view.locator("#named").select_option("accusations")
    view.locator("#parameters input").fill('") || true || CONTAINS("a", "a')
    view.locator("#run").click()
    expect(view.locator("#query-status")).to_contain_text("0 ligne en")


def test_without_the_graph_as_rdf_the_page_says_where_to_query(open_page: Open) -> None:
    view = _show(open_page(render(sample_knowledge_base())).page, "query")
    expect(view.locator("#query-absent")).to_contain_text("kg query")
    expect(view.locator("#query-part")).to_be_hidden()


def _decide(page: Page, why: str) -> None:
    page.locator("#why").fill(why)
    page.locator("#by").fill("A. Lecteur")
    page.get_by_role("button", name="Retenir").click()


def test_decisions_are_collected_and_read_by_the_build(page: Page, tmp_path: Path) -> None:
    page.evaluate("kgView.selectNode('police')")
    page.locator(".decide summary").click()
    page.locator(".decide select").select_option("Group")
    _decide(page, 'des "agents" : <b>un groupe</b>')
    page.get_by_role("button", name="Comparer avec une autre").click()
    page.evaluate("kgView.selectNode('dgsn')")
    page.get_by_role("button", name="C'est la même").click()
    _decide(page, "la DGSN est la police")
    page.evaluate("kgView.selectNode('karim')")
    page.locator(".why summary").click()
    page.get_by_role("button", name="Pas la même").click()
    _decide(page, "autre Belhaj")
    page.evaluate("kgView.selectEdge('attack agent karim')")
    page.get_by_role("button", name="Rejeter l'affirmation").click()
    _decide(page, "on l'en soupçonne seulement")

    view = _show(page, "decisions")
    expect(view.locator("#decision-list li")).to_have_count(4)
    with page.expect_download() as saved:
        page.locator("#save-decisions").click()
    file = tmp_path / "decisions.yaml"
    saved.value.save_as(file)
    lines = read_decisions(file)
    assert [line.kind for line in lines] == [
        DecisionKind.TYPE, DecisionKind.SAME, DecisionKind.DIFFERENT, DecisionKind.REJECT,
    ]  # fmt: skip
    assert lines[0].why == 'des "agents" : <b>un groupe</b>'
    decisions = bind(lines, sample_facts())
    assert [d.problem for d in decisions] == [""] * 4
    assert decisions[0].ids == ("d1-police",)
    assert decisions[1].ids == ("d1-police", "d1-dgsn")
    assert decisions[2].ids == ("d1-karim", "d2-karim")


def test_a_decision_can_be_taken_back_and_needs_a_reason(page: Page) -> None:
    page.evaluate("kgView.selectNode('escape')")
    page.get_by_role("button", name="Rejeter l'affirmation").first.click()
    page.get_by_role("button", name="Retenir").click()
    expect(page.locator("#decision")).to_be_visible()
    _decide(page, "x")
    expect(page.locator("#decision-count")).to_have_text("(1)")
    _show(page, "decisions").get_by_role("button", name="Retirer").click()
    expect(page.locator("#decision-count")).to_have_text("")
    expect(page.locator("#save-decisions")).to_be_disabled()


def test_an_event_leads_to_those_of_other_documents_that_may_be_the_same(open_page: Open) -> None:
    link = EventLink("arrest", "trial", Score(0.8, "both with Karim Belhaj"))
    page = open_page(render(replace(sample_knowledge_base(), event_links=(link,)))).page
    page.evaluate("kgView.selectNode('arrest')")
    same = page.locator("#panel .why").filter(has_text="Peut-être le même fait")
    expect(same).to_contain_text("both with Karim Belhaj")
    expect(same).to_contain_text("80")
    page.get_by_role("button", name="Pas la même").click()
    _decide(page, "deux affaires")
    expect(_show(page, "decisions").locator("#decision-list li")).to_have_count(1)
    page.evaluate("kgView.selectNode('arrest')")
    same.get_by_role("button").first.click()
    expect(page.locator("#panel h2")).to_contain_text("procès")
