"""Pictures of the viewer for the README and ``docs/view.md``: ``python -m tools.view_screenshots output``.

Takes the page of a built folder (``kg build seeds -o output``) in Chromium, a window of 1440 by 900, and writes PNG
files into ``docs/images/``: overview, evidence, timeline, map, table and query, in both languages, light and dark, and
a phone.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tools.view_measure import FLAGS

IMAGES = Path(__file__).parents[1] / "docs" / "images"

#: of an event: how much there is to see; the one with most claims is shown
_RICHEST = "kgView.NODES.filter((n) => n.kind === 'Event').sort((a, b) => b.links.length - a.links.length)[0]?.id"
_CENTRAL = "kgView.NODES.find((n) => n.kind !== 'Event')?.id"


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: what the page shows, how."""

    name: str
    fragment: str
    select: str | None = None  #: JavaScript that gives the id of a node to select
    query: str | None = None  #: named query to run
    size: tuple[int, int] = (1440, 900)
    before: str | None = None  #: JavaScript to run first


_PICTURES = (
    Picture("overview-fr", "l=fr&t=light"),
    Picture("overview-en-dark", "l=en&t=dark", before="document.getElementById('filter-box').open = true"),
    Picture("evidence-fr", "l=fr&t=light", select=_RICHEST),
    Picture("evidence-en", "l=en&t=light", select=_CENTRAL),
    Picture("timeline-fr", "v=timeline&l=fr&t=light"),
    Picture("map-en", "v=map&l=en&t=light", select=_CENTRAL),
    Picture("map-fr-dark", "v=map&l=fr&t=dark"),
    Picture("table-fr", "v=table&r=claims&l=fr&t=light"),
    Picture("query-en", "v=query&l=en&t=light", query="accusations"),
    Picture("query-fr-dark", "v=query&l=fr&t=dark", query="claims"),
    Picture("phone-fr", "l=fr&t=light", select=_CENTRAL, size=(390, 800)),
)


def main() -> int:
    """Take all the pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=Path, help="the folder of a build")
    parser.add_argument("--to", type=Path, default=IMAGES)
    options = parser.parse_args()
    page = (options.output / "graph.html").resolve()
    if not page.is_file():
        print(f"{page}: no such file; run `kg build seeds -o {options.output}` first")
        return 1
    options.to.mkdir(parents=True, exist_ok=True)
    path = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        for picture in _PICTURES:
            _take(browser, page, picture, options.to / f"{picture.name}.png")
        browser.close()
    return 0


def _take(browser: Browser, file: Path, picture: Picture, target: Path) -> None:
    width, height = picture.size
    page = browser.new_page(viewport={"width": width, "height": height}, locale="fr-FR")
    page.goto(f"{file.as_uri()}#{picture.fragment}")
    page.locator("html[data-ready]").wait_for(state="attached")
    if picture.before:
        page.evaluate(picture.before)
    if picture.select and (id_ := page.evaluate(picture.select)):
        page.evaluate("(id) => kgView.selectNode(id)", id_)
    if picture.query:
        _run(page, picture.query)
    page.wait_for_timeout(400)
    page.screenshot(path=target)
    page.close()
    print(f"wrote {target}")


def _run(page: Page, name: str) -> None:
    if page.locator("#query-absent").is_visible():
        print(f"{name}: the page holds no graph to query")
        return
    page.locator("#named").select_option(name)
    page.locator("#answer tbody tr").first.wait_for()


if __name__ == "__main__":
    sys.exit(main())
