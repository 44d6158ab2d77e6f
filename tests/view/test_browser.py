from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from kg.model import KnowledgeBase
from kg.view import render_html
from kg.view.messages import load_messages
from kg.view.style import STATUSES
from kg.vocabulary import load_vocabulary
from tests.samples import sample_knowledge_base
from tests.view.conftest import Opened
from tests.view.corpus import HOSTILE, hostile_knowledge_base, wide_knowledge_base

pytestmark = pytest.mark.browser

Open = Callable[[str], Opened]


def _render(kb: KnowledgeBase, language: str = "fr") -> str:
    return render_html(kb, load_vocabulary(), language=language)


def _point_of_node(page: Page, id_: str) -> tuple[float, float]:
    return _on_screen(page, "kgView.network.getPosition(id)", id_)


def _point_of_edge(page: Page, begin: str, end: str) -> tuple[float, float]:
    middle = (
        "((a, b) => ({x: (a.x + b.x) / 2, y: (a.y + b.y) / 2}))"
        "(kgView.network.getPosition(id[0]), kgView.network.getPosition(id[1]))"
    )
    return _on_screen(page, middle, [begin, end])


def _on_screen(page: Page, place: str, argument: object) -> tuple[float, float]:
    inside: dict[str, Any] = page.evaluate(f"(id) => kgView.network.canvasToDOM({place})", argument)
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    return box["x"] + inside["x"], box["y"] + inside["y"]


def test_the_page_asks_nothing_of_the_network_and_complains_of_nothing(open_page: Open) -> None:
    opened = open_page(_render(sample_knowledge_base()))
    opened.page.wait_for_timeout(300)
    assert opened.requests == []
    assert opened.problems == []


def test_the_policy_blocks_what_is_not_ours(open_page: Open) -> None:
    page = open_page(_render(sample_knowledge_base())).page
    blocked = page.evaluate(
        """async () => {
          const seen = [];
          document.addEventListener("securitypolicyviolation", (e) => seen.push(e.effectiveDirective));
          const image = document.createElement("img"); image.src = "https://tracker.example/x.png";
          const script = document.createElement("script"); script.append("window.__pwned = 8");
          document.body.append(image); document.body.append(script);
          try { document.body.innerHTML = "<b>x</b>"; } catch (error) { seen.push(error.name); }
          await new Promise((done) => setTimeout(done, 200));
          return seen;
        }"""
    )
    assert {"img-src", "require-trusted-types-for", "TypeError"} <= set(blocked)
    assert page.evaluate("window.__pwned") is None


def test_hostile_texts_show_as_text_and_run_nothing(open_page: Open) -> None:
    opened = open_page(_render(hostile_knowledge_base()))
    page = opened.page
    for id_ in ["event", *HOSTILE]:
        page.evaluate("(id) => kgView.selectNode(id, true)", id_)
        expect(page.locator("#panel h2")).to_have_text(HOSTILE["end" if id_ == "event" else id_])
    for edge in page.evaluate("kgView.network.body.edgeIndices"):
        page.evaluate("(id) => kgView.selectEdge(id)", edge)
    x, y = _point_of_node(page, "event")
    page.mouse.move(x, y)
    page.locator("#search").fill('<img src=x onerror="window.__pwned=9">')
    page.wait_for_timeout(300)
    assert page.evaluate("window.__pwned") is None
    assert (opened.requests, opened.problems) == ([], [])
    assert page.locator("#panel img, #panel b, #nodes img, #nodes b, #panel [onmouseover]").count() == 0
    assert page.locator('a[href^="javascript"]').count() == 0


def test_clicking_a_node_shows_its_evidence_document_and_status(open_page: Open) -> None:
    page = open_page(_render(sample_knowledge_base())).page
    page.mouse.click(*_point_of_node(page, "attack"))
    panel = page.locator("#panel")
    expect(panel.locator("h2")).to_have_text("Attack : attaque")
    expect(panel.locator(".head .status")).to_have_text("allégué")
    expect(panel.locator("blockquote").first).to_contain_text("Karim Belhaj aurait préparé une attaque")
    expect(panel.locator("mark.trigger").first).to_have_text("attaque")
    expect(panel.locator(".identifier").first).to_contain_text("maroc/arrestation.txt")
    expect(panel.locator("figcaption").first).to_contain_text("2023-11-28")
    link = panel.locator("figcaption a").first
    expect(link).to_have_attribute("href", "https://journal.example/2023/11/28/arrestation?page=1&vue=tout")
    expect(link).to_have_attribute("rel", "noopener noreferrer")


def test_clicking_an_edge_shows_both_sides_of_a_dispute(open_page: Open) -> None:
    page = open_page(_render(sample_knowledge_base())).page
    page.mouse.click(*_point_of_edge(page, "explosion", "atlas"))
    panel = page.locator("#panel")
    expect(panel.locator(".head .status")).to_have_text("contesté")
    quotes = panel.locator("blockquote").all_inner_texts()
    assert any("qui accuse le Réseau Atlas" in quote for quote in quotes)
    assert any("dément avoir posé la bombe" in quote for quote in quotes)
    assert panel.locator("article").first.locator("dd").first.inner_text() == "ministère de l'Intérieur"


def test_an_accusation_never_stands_without_its_status(open_page: Open) -> None:
    page = open_page(_render(sample_knowledge_base())).page
    page.mouse.move(*_point_of_edge(page, "attack", "karim"))
    expect(page.locator("#tip .status")).to_have_text("allégué")
    page.evaluate("kgView.selectEdge('attack agent karim')")
    expect(page.locator("#panel .head .status")).to_have_text("allégué")
    expect(page.locator("#panel article .status").first).to_have_text("allégué")


def test_arabic_names_run_from_right_to_left(open_page: Open) -> None:
    page = open_page(_render(sample_knowledge_base())).page
    page.evaluate("kgView.selectNode('casablanca')")
    name = page.get_by_text("الدار البيضاء", exact=True).last
    assert name.evaluate("e => getComputedStyle(e).direction") == "rtl"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_legend_names_every_status_and_kind(open_page: Open, language: str) -> None:
    page = open_page(_render(sample_knowledge_base(), language)).page
    words = load_messages(language)["statuses"]
    shown = page.locator("#legend li[data-status] b").all_inner_texts()
    assert shown == [words[status]["label"] for status in STATUSES]
    assert page.locator("#legend .kinds li").count() == 5
    assert page.locator("#legend canvas").count() == 5 + 2 * len(STATUSES)


def test_the_list_is_searched_without_accents_by_keyboard(open_page: Open) -> None:
    page = open_page(_render(sample_knowledge_base())).page
    page.locator("#search").focus()
    page.keyboard.type("RESEAU")
    expect(page.locator("#nodes button")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("Réseau Atlas")
    assert page.evaluate("kgView.network.getSelectedNodes()") == ["atlas"]
    page.keyboard.press("Escape")
    expect(page.locator("#panel h2")).to_have_count(0)
    assert page.evaluate("kgView.network.getSelectedNodes()") == []


def test_an_alias_in_another_script_finds_the_place(open_page: Open) -> None:
    page = open_page(_render(sample_knowledge_base())).page
    page.locator("#search").fill("الدار")
    expect(page.locator("#nodes button")).to_have_count(1)
    page.locator("#search").fill("zzz")
    expect(page.locator("#results")).to_have_text("Aucun résultat")


def test_every_node_is_in_sight_at_opening(open_page: Open) -> None:
    page = open_page(_render(sample_knowledge_base())).page
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    for id_ in page.evaluate("kgView.network.body.nodeIndices"):
        x, y = _point_of_node(page, id_)
        assert box["x"] < x < box["x"] + box["width"], id_
        assert box["y"] < y < box["y"] + box["height"], id_


def test_an_empty_knowledge_base_opens(open_page: Open) -> None:
    opened = open_page(_render(KnowledgeBase(())))
    assert (opened.requests, opened.problems) == ([], [])
    expect(opened.page.locator("#results")).to_have_text("Aucun résultat")


def test_a_thousand_nodes_open(open_page: Open) -> None:
    opened = open_page(_render(wide_knowledge_base(1000)))
    expect(opened.page.locator("#nodes button")).to_have_count(1000)
    assert opened.problems == []
