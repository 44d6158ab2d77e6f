"""The page as a whole: safe, silent, accessible, in both languages, on paper and on a phone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from kg.model import KnowledgeBase
from kg.view.messages import load_messages
from kg.view.style import STATUSES
from tests.samples import sample_knowledge_base
from tests.view.conftest import Opened
from tests.view.corpus import HOSTILE, hostile_knowledge_base
from tests.view.pages import render, sample_page
from tests.view.screen import point_of_node

pytestmark = pytest.mark.browser

Open = Callable[..., Opened]
VIEWS = ("graph", "timeline", "map", "table", "query", "decisions")


def test_the_page_asks_nothing_of_the_network_and_complains_of_nothing(open_page: Open) -> None:
    opened = open_page(sample_page())
    for view in VIEWS:
        opened.page.locator(f'#views [data-view="{view}"]').click()
        expect(opened.page.locator(f"#view-{view}")).to_be_visible()
    opened.page.locator("#views [data-view=query]").click()
    opened.page.locator("#run").click()
    expect(opened.page.locator("#answer tbody tr").first).to_be_visible()
    assert opened.requests == []
    assert opened.problems == []


def test_the_policy_blocks_what_is_not_ours(open_page: Open) -> None:
    page = open_page(sample_page()).page
    blocked = page.evaluate(
        """async () => {
          const seen = [];
          document.addEventListener("securitypolicyviolation", (e) => seen.push(e.effectiveDirective));
          const image = document.createElement("img"); image.src = "https://tracker.example/x.png";
          const script = document.createElement("script"); script.append("window.__pwned = 8");
          document.body.append(image); document.body.append(script);
          try { document.body.innerHTML = "<b>x</b>"; } catch (error) { seen.push(error.name); }
          try { await fetch("https://tracker.example/"); } catch (error) { seen.push("fetch"); }
          await new Promise((done) => setTimeout(done, 200));
          return seen;
        }"""
    )
    assert {"img-src", "require-trusted-types-for", "TypeError", "connect-src", "fetch"} <= set(blocked)
    assert page.evaluate("window.__pwned") is None


def test_hostile_texts_show_as_text_and_run_nothing(open_page: Open) -> None:
    opened = open_page(render(hostile_knowledge_base()))
    page = opened.page
    for id_ in ["event", *HOSTILE]:
        page.evaluate("(id) => kgView.selectNode(id)", id_)
        expect(page.locator("#panel h2")).to_have_text(HOSTILE["end" if id_ == "event" else id_])
    for edge in page.evaluate("kgView.EDGES.map(e => e.id)"):
        page.evaluate("(id) => kgView.selectEdge(id)", edge)
    page.mouse.move(*point_of_node(page, "event"))
    page.locator("#filter-box summary").first.click()
    page.locator("#search").fill('<img src=x onerror="window.__pwned=9">')
    for view in VIEWS:
        page.locator(f'#views [data-view="{view}"]').click()
        for rows in ("events", "entities", "claims") if view == "table" else ():
            page.locator(f'#rows [data-rows="{rows}"]').click()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.wait_for_timeout(200)
    assert page.evaluate("window.__pwned") is None
    assert (opened.requests, opened.problems) == ([], [])
    assert page.locator("img:not(.picture), b > b, [onmouseover], [onerror], [onfocus]").count() == 0
    assert page.locator('a[href^="javascript"]').count() == 0
    assert page.evaluate("window.__pwned") is None


def test_hostile_values_are_harmless_in_a_spreadsheet(open_page: Open) -> None:
    page = open_page(sample_page()).page
    cells = ["=1+1", " =cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "plain", 'a"b', -3]
    csv = page.evaluate("(cells) => kgView.asCsv(['head'], cells.map((c) => [c]))", cells)
    rows = csv.removeprefix("\ufeff").split("\r\n")[1:-1]
    assert rows == [
        "\"'=1+1\"", "\"' =cmd|' /C calc'!A0\"", "\"'+1\"", "\"'-1\"", "\"'@SUM(A1)\"", "\"'\t=1\"", "plain",
        '"a""b"', "-3",
    ]  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_any_view(open_page: Open, axe: Any, scheme: str) -> None:
    page = open_page(sample_page(), f"#t={scheme}&n=explosion").page
    page.locator("#filter-box summary").first.click()
    for view in VIEWS:
        page.locator(f'#views [data-view="{view}"]').click()
        found = axe.run(page).response["violations"]
        grave = [v for v in found if v["impact"] in {"serious", "critical"}]
        assert not grave, [(view, v["id"], [n["html"][:200] for n in v["nodes"]]) for v in grave]


def test_the_browser_chooses_the_language_and_the_reader_changes_it(open_page: Open) -> None:
    page = open_page(render(sample_knowledge_base(), "en")).page  # the window asks for French
    expect(page.locator("#views [data-view=timeline]")).to_have_text("Chronologie")
    page.evaluate("kgView.selectNode('attack')")
    page.locator("#language").select_option("en")
    expect(page.locator("#views [data-view=timeline]")).to_have_text("Timeline")
    expect(page.locator("#panel .head .status")).to_have_text("alleged")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert "l=en" in page.url


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_legend_names_every_status_and_kind(open_page: Open, language: str) -> None:
    page = open_page(sample_page(), f"#l={language}").page
    words = load_messages(language)["statuses"]
    shown = page.locator("#legend li[data-status] b").all_inner_texts()
    assert shown == [words[status]["label"] for status in STATUSES]
    assert page.locator("#legend .kinds li").count() == 5
    assert page.locator("#legend img").count() == 5 + len(STATUSES)


def test_light_and_dark_are_chosen_and_kept_in_the_address(open_page: Open) -> None:
    page = open_page(sample_page()).page
    background = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(background) == "rgb(255, 255, 255)"
    page.locator("#theme").click()
    assert page.evaluate(background) == "rgb(20, 24, 29)"
    assert "t=dark" in page.url


def test_printing_gives_a_report_with_the_evidence(open_page: Open) -> None:
    page = open_page(sample_page(), "#n=attack").page
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    report = page.locator("#report")
    expect(report).to_be_visible()
    expect(report).to_contain_text("aurait préparé une attaque")
    expect(report).to_contain_text("(allégué)")
    expect(page.locator("main")).to_be_hidden()


def test_a_phone_shows_the_evidence_over_the_graph(open_page: Open) -> None:
    page = open_page(sample_page()).page
    page.set_viewport_size({"width": 390, "height": 800})
    expect(page.locator("#panel")).to_be_hidden()
    page.evaluate("kgView.selectNode('karim')")
    expect(page.locator("#panel h2")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_arabic_names_run_from_right_to_left(open_page: Open) -> None:
    page = open_page(sample_page(), "#n=casablanca").page
    name = page.locator("#panel .names").get_by_text("الدار البيضاء", exact=True)
    assert name.evaluate("e => getComputedStyle(e).direction") == "rtl"


def test_the_page_works_in_a_sandboxed_frame(open_page: Open) -> None:
    opened = open_page(sample_page())
    page: Page = opened.page
    page.goto("about:blank")
    page.evaluate(
        """(html) => { const f = document.createElement("iframe"); f.setAttribute("sandbox", "allow-scripts");
        f.width = 1000; f.height = 700; f.srcdoc = html; document.body.append(f); }""",
        sample_page(),
    )
    frame = page.frame_locator("iframe")
    frame.locator('#nodes [data-node="karim"]').click()
    expect(frame.locator("#panel h2")).to_have_text("Karim Belhaj")
    assert opened.requests == []


def test_an_empty_knowledge_base_opens(open_page: Open) -> None:
    opened = open_page(render(KnowledgeBase(())))
    expect(opened.page.locator("#results")).to_have_text("Aucun résultat")
    for view in VIEWS:
        opened.page.locator(f'#views [data-view="{view}"]').click()
    assert (opened.requests, opened.problems) == ([], [])
