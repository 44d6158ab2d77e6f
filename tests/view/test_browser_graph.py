"""Graph, evidence panel, search, filters and the address, on the shared sample."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from kg.model import Term, TermKind
from tests.samples import sample_knowledge_base
from tests.view.conftest import Opened
from tests.view.corpus import wide_knowledge_base
from tests.view.pages import render, sample_page
from tests.view.screen import drawn, listed, point_of_edge, point_of_node, selected

pytestmark = pytest.mark.browser

Open = Callable[..., Opened]
UNLINKED = {"dgsn", "lawyer", "ministry", "sahel"}


@pytest.fixture
def page(open_page: Open) -> Page:
    return open_page(sample_page()).page


def test_clicking_a_node_shows_its_evidence_document_and_status(page: Page) -> None:
    page.mouse.click(*point_of_node(page, "attack"))
    panel = page.locator("#panel")
    expect(panel.locator("h2")).to_have_text("Attack : attaque")
    expect(panel.locator(".head .status")).to_have_text("allégué")
    expect(panel.locator("blockquote .sentence").first).to_contain_text("Karim Belhaj aurait préparé une attaque")
    expect(panel.locator("mark.trigger").first).to_have_text("attaque")
    expect(panel.locator(".identifier").first).to_contain_text("maroc/arrestation.txt")
    expect(panel.locator("figcaption").first).to_contain_text("2023-11-28")
    link = panel.locator("figcaption a").first
    expect(link).to_have_attribute("href", "https://journal.example/2023/11/28/arrestation?page=1&vue=tout")
    expect(link).to_have_attribute("rel", "noopener noreferrer")


def test_the_sentence_stands_in_its_context_and_the_document_can_be_read(page: Page) -> None:
    page.evaluate("kgView.selectNode('attack')")
    expect(page.locator("blockquote .context").first).to_contain_text("selon le ministère de l'Intérieur")
    page.get_by_role("button", name="Lire dans le document").first.click()
    reader = page.locator("#reader")
    expect(reader.locator("mark.here")).to_contain_text("Karim Belhaj aurait préparé une attaque")
    expect(reader).to_contain_text("La police marocaine a arrêté")
    page.keyboard.press("Escape")
    expect(reader).to_be_hidden()
    expect(page.locator("#panel h2")).to_have_text("Attack : attaque")


def test_clicking_an_edge_shows_both_sides_of_a_dispute(page: Page) -> None:
    page.mouse.click(*point_of_edge(page, "explosion", "atlas"))
    panel = page.locator("#panel")
    expect(panel.locator(".head .status")).to_have_text("contesté")
    quotes = panel.locator("blockquote .sentence").all_inner_texts()
    assert any("qui accuse le Réseau Atlas" in quote for quote in quotes)
    assert any("dément avoir posé la bombe" in quote for quote in quotes)
    assert panel.locator("article").first.locator("dd").first.inner_text() == "ministère de l'Intérieur"


def test_an_accusation_never_stands_without_its_status(page: Page) -> None:
    page.mouse.move(*point_of_edge(page, "attack", "karim"))
    expect(page.locator("#tip .status")).to_have_text("allégué")
    page.evaluate("kgView.selectEdge('attack agent karim')")
    expect(page.locator("#panel .head .status")).to_have_text("allégué")
    expect(page.locator("#panel article .status").first).to_have_text("allégué")


def test_conflicting_figures_stand_side_by_side_with_their_sources(page: Page) -> None:
    expect(page.locator("#panel .start").filter(has_text="Chiffres divergents")).to_contain_text(">=14 / 12")
    page.evaluate("kgView.selectNode('explosion')")
    figures = page.locator("#panel .figures")
    expect(figures.locator("th[rowspan]")).to_contain_text("les sources divergent")
    assert figures.locator("tbody tr").count() == 2
    expect(figures).to_contain_text("ministère de l'Intérieur")
    expect(figures).to_contain_text("Sahel Info, DGSN")


def test_why_it_is_one_entity_is_answered(page: Page) -> None:
    page.evaluate("kgView.selectNode('karim')")
    page.locator(".why summary").click()
    expect(page.locator(".why li")).to_contain_text("same name; both cite 'karim' (92")


def test_a_citation_is_copied_with_document_and_offsets(page: Page) -> None:
    page.evaluate("kgView.selectNode('escape')")
    page.get_by_role("button", name="Copier la citation").first.click()
    expect(page.locator("#said")).to_have_text("Copié")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("« Son avocat dément toute évasion. » — Explosion de Rabat")
    assert "maroc/explosion.txt" in copied
    assert "caractères" in copied


def test_evidence_in_copies_is_one_source(open_page: Open) -> None:
    kb = sample_knowledge_base()
    by_place = next(c for c in kb.claims if (c.subject, c.predicate) == ("explosion", "place"))
    told = next(c for c in kb.claims if (c.subject, c.predicate) == ("trial", "place"))
    both = replace(by_place, evidence=(*by_place.evidence, *told.evidence))
    claims = tuple(both if c is by_place else c for c in kb.claims)
    page = open_page(render(replace(kb, claims=claims, copies=(("doc1", "doc2"),)))).page
    page.evaluate("kgView.selectEdge('explosion place rabat')")
    expect(page.locator("article figure")).to_have_count(2)
    expect(page.locator(".source-group summary")).to_have_text("1 autre passage dans des copies du même texte")
    expect(page.locator(".source-group details figure")).to_be_hidden()


def test_the_list_is_searched_without_accents_by_keyboard(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("RESEAU at")
    expect(page.locator("#nodes .label").first).to_have_text("Réseau Atlas")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("Réseau Atlas")
    assert selected(page) == ["atlas"]
    page.keyboard.press("Escape")
    expect(page.locator("#panel h2")).to_have_count(0)
    assert selected(page) == []


def test_who_types_fast_keeps_the_place_in_the_list(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("reseau at")
    page.keyboard.press("ArrowDown")
    page.wait_for_timeout(200)  # longer than the pause after which typing is searched
    expect(page.locator("#nodes button").first).to_be_focused()


def test_names_come_before_evidence_in_the_results(page: Page) -> None:
    page.locator("#search").fill("evasion")
    expect(page.locator("#nodes .label").first).to_have_text("Escape : évasion")
    page.locator("#search").fill("posé la bombe")
    expect(page.locator("#nodes .excerpt").first).to_contain_text("bombe")
    assert set(listed(page)) == {"explosion", "publication"}
    page.locator("#search").fill("الدار")
    expect(page.locator("#nodes .label")).to_have_text(["Casablanca"])
    page.locator("#search").fill("zzz")
    expect(page.locator("#results")).to_have_text("Aucun résultat")


def test_filters_count_what_they_would_leave_and_leave_it(page: Page) -> None:
    page.locator("#filter-box > summary").click()
    alleged = page.locator('#filters [data-facet="statuses"] li').filter(has_text="allégué")
    expect(alleged.locator(".count")).to_have_text("2")
    alleged.locator("input").check()
    assert drawn(page) == {"attack", "karim"}
    assert set(listed(page)) == {"attack", "karim"}
    assert "s=Alleged" in page.url
    people = page.locator('#filters [data-facet="kinds"] li').filter(has_text="Personne")
    expect(people.locator(".count")).to_have_text("1")
    people.locator("input").check()
    assert listed(page) == ["karim"]
    page.locator("#reset").click()
    assert len(listed(page)) == 19


def test_filters_by_source_document_class_and_number_of_sources(page: Page) -> None:
    page.evaluate("kgView.update({sources: new Set(['lawyer'])})")
    assert set(listed(page)) == {"escape", "karim"}
    page.evaluate("kgView.update({sources: new Set(), documents: new Set(['maroc/explosion.txt'])})")
    assert "arrest" not in listed(page)
    assert "trial" in listed(page)
    page.evaluate("kgView.update({documents: new Set(), classes: new Set(['Arrest'])})")
    assert set(listed(page)) == {"arrest", "casablanca", "karim", "police"}
    page.evaluate("kgView.update({classes: new Set(), least: 2})")
    assert listed(page) == []
    expect(page.locator("#empty")).to_be_visible()


def test_the_period_has_two_ends_over_a_histogram(page: Page) -> None:
    page.locator("#filter-box > summary").click()
    page.locator('#filters [data-facet="period"] summary').click()
    expect(page.locator(".histogram rect")).to_have_count(2)
    page.get_by_label("aussi ce qui n'est pas daté").uncheck()
    assert {"arrest", "trial"} <= set(listed(page))
    assert "explosion" not in listed(page)
    end = page.get_by_label("Fin de la période")
    end.focus()
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    expect(page.locator("#nodes [data-node=trial]")).to_have_count(0)
    assert "arrest" in listed(page)
    assert "to=2023" in page.url


def test_a_view_is_opened_from_its_address_and_back_goes_back(open_page: Open) -> None:
    page = open_page(sample_page(), "#v=timeline&n=trial&s=Planned&q=proces").page
    expect(page.locator("#view-timeline")).to_be_visible()
    expect(page.locator("#panel h2")).to_have_text("Trial : procès")
    expect(page.locator("#search")).to_have_value("proces")
    page.locator("#views [data-view=graph]").click()
    expect(page.locator("#view-graph")).to_be_visible()
    page.go_back()
    expect(page.locator("#view-timeline")).to_be_visible()


def test_an_address_that_means_nothing_is_survived(open_page: Open) -> None:
    opened = open_page(sample_page(), "#v=../x&n=<script>&e=%FF&from=yesterday&min=-3&s=Nothing&l=xx&t=pink&k=;")
    assert opened.problems == []
    expect(opened.page.locator("#view-graph")).to_be_visible()


def test_linked_nodes_are_in_sight_at_opening_and_the_others_on_demand(page: Page) -> None:
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    everything = set(page.evaluate("kgView.NODES.map((n) => n.id)"))
    assert drawn(page) == everything - UNLINKED
    for id_ in drawn(page):
        x, y = point_of_node(page, id_)
        assert box["x"] < x < box["x"] + box["width"], id_
        assert box["y"] < y < box["y"] + box["height"], id_
    page.evaluate("kgView.update({alone: true})")
    assert drawn(page) == everything
    page.evaluate("kgView.update({alone: false})")
    page.evaluate("kgView.selectNode('lawyer')")
    assert "lawyer" in drawn(page)


def test_boxes_do_not_cover_each_other(page: Page) -> None:
    page.evaluate("kgView.update({alone: true})")
    boxes = page.evaluate(
        "kgView.NODES.map((n) => ({...kgView.network.getPosition(n.id), w: n.box[0], h: n.box[1], id: n.id}))"
    )
    for a in boxes:
        for b in boxes:
            apart = abs(a["x"] - b["x"]) * 2 >= a["w"] + b["w"] or abs(a["y"] - b["y"]) * 2 >= a["h"] + b["h"]
            assert a["id"] == b["id"] or apart, (a["id"], b["id"])


def test_a_status_is_a_line_and_more_sources_a_thicker_one(open_page: Open) -> None:
    kb = sample_knowledge_base()
    claims = tuple(replace(c, independent_sources=3) if c.predicate == "memberOf" else c for c in kb.claims)
    page = open_page(render(replace(kb, claims=claims))).page
    look = (
        "(id) => { const o = kgView.network.body.edges[id].options; return [o.dashes, o.width, o.arrows.middle.type]; }"
    )
    asserted, alleged = (page.evaluate(look, id_) for id_ in ("arrest patient karim", "attack agent karim"))
    denied, sourced = (page.evaluate(look, id_) for id_ in ("escape agent karim", "karim memberOf atlas"))
    assert (asserted[0], alleged[0]) == (False, [10, 6])
    assert denied[2] == "bar"
    assert sourced[1] > asserted[1]


def test_physics_runs_only_when_asked_for(page: Page) -> None:
    before = page.evaluate("kgView.network.getPositions()")
    page.wait_for_timeout(300)
    assert page.evaluate("kgView.network.getPositions()") == before
    page.locator("#physics").click()
    page.wait_for_timeout(600)
    page.locator("#physics").click()
    assert page.evaluate("kgView.network.getPositions()") != before


def test_pictures_are_saved_as_png_and_svg(page: Page) -> None:
    page.locator(".menu summary").click()
    with page.expect_download() as png:
        page.locator("#save-png").click()
    assert png.value.path().read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    with page.expect_download() as svg:
        page.locator("#save-svg").click()
    text = svg.value.path().read_text(encoding="utf-8")
    assert "Karim Belhaj" in text
    assert "&lt;script&gt;" in text
    assert "<script" not in text
    assert "(allégué)" in text


def test_numbers_beyond_the_basic_plane_do_not_shift_the_words(open_page: Open) -> None:
    kb = sample_knowledge_base()
    claim = Term(TermKind.LITERAL, "𝟜𝟚")
    claims = tuple(replace(c, object=claim) if c.predicate == "age" else c for c in kb.claims)
    page = open_page(render(replace(kb, claims=claims)), "#n=karim").page
    expect(page.locator("#panel")).to_contain_text("𝟜𝟚")


def test_a_thousand_nodes_open(open_page: Open) -> None:
    opened = open_page(render(wide_knowledge_base(1000)))
    expect(opened.page.locator("#results")).to_have_text("1 000 sur 1 000")
    assert opened.problems == []
