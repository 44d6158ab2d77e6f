"""Measure the page at several sizes and write the table of ``docs/view.md``: ``python -m tools.view_measure``.

Opening is from the address to the first complete picture; searching from a changed text to the new list; frames are
those of two and a half seconds of panning. Chromium without a graphics card, window of 1440 by 900, every request
counted. ``--sizes 60 1000`` measures fewer; nothing is written unless ``--write`` is given.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from playwright.sync_api import Browser, sync_playwright

from kg.view import render_html
from kg.vocabulary import load_vocabulary
from tools.make_graph import make_knowledge

DOCUMENT = Path(__file__).parents[1] / "docs" / "view.md"
SIZES = (60, 1000, 5000, 20_000, 100_000)
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu")

#: frames a second while a pointer drags the picture in a circle
PAN = """async () => {
  const canvas = document.querySelector("#canvas canvas");
  const { left, top } = canvas.getBoundingClientRect();
  const point = (type, x, y) => canvas.dispatchEvent(new PointerEvent(type, {
    bubbles: true, pointerId: 1, pointerType: "mouse", button: 0, buttons: 1, clientX: left + x, clientY: top + y,
  }));
  const middle = kgView.network.getViewPosition();
  point("pointerdown", 5, 5); // where no node is
  const begin = performance.now();
  let frames = 0;
  while (performance.now() - begin < 2500) {
    const turn = frames / 10;
    point("pointermove", 105 - 100 * Math.cos(turn), 55 + 50 * Math.sin(turn));
    await new Promise(requestAnimationFrame);
    frames += 1;
  }
  const moved = kgView.network.getViewPosition();
  point("pointerup", 5, 5);
  if (moved.x === middle.x && moved.y === middle.y) throw new Error("the picture did not move");
  return frames / ((performance.now() - begin) / 1000);
}"""
#: milliseconds until the list shows what was searched
SEARCH = """(text) => {
  const begin = performance.now();
  kgView.update({ text }, "refine");
  document.body.getBoundingClientRect();
  return performance.now() - begin;
}"""
_WORDS = ("cellule", "operation 77", "Amina Fontaine", "interpellee a ville-12", "zzz")
_HEAD = "| nodes | links | rendered in | file | opening | search, median and slowest | panning | drawn at opening |"


def main() -> int:
    """Measure, print, and with ``--write`` replace the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    rows = measured(options.sizes)
    table = "\n".join([_HEAD, "|" + "---|" * 8, *rows])
    print(table)
    if options.write:
        text = DOCUMENT.read_text(encoding="utf-8")
        marked = f"<!-- measured -->\n{table}\n<!-- /measured -->"
        DOCUMENT.write_text(
            re.sub(r"<!-- measured -->.*<!-- /measured -->", marked, text, flags=re.DOTALL),
            encoding="utf-8", newline="\n",
        )  # fmt: skip
    return 0


def measured(sizes: Sequence[int]) -> list[str]:
    """One row of the table a size."""
    path = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as place:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        rows = [_row(browser, size, Path(place) / "graph.html") for size in sizes]
        browser.close()
    return rows


def _row(browser: Browser, size: int, file: Path) -> str:
    knowledge = make_knowledge(size, 3 * size)
    begin = perf_counter()
    file.write_text(render_html(knowledge, load_vocabulary()), encoding="utf-8", newline="")
    rendered = perf_counter() - begin
    page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="en-GB")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    begin = perf_counter()
    page.goto(file.as_uri())
    page.locator("html[data-ready]").wait_for(state="attached")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    opening = perf_counter() - begin
    frames = page.evaluate(PAN)
    searches = [page.evaluate(SEARCH, words) for words in _WORDS * 2]
    drawn, links = page.evaluate("[kgView.DRAWN.nodes.size, kgView.EDGES.length]")
    page.close()
    if others := [url for url in requests if not url.startswith(("file:", "data:", "blob:"))]:
        raise RuntimeError(f"the page asked for {others}")
    return (
        f"| {size:,} | {links:,} | {rendered:.1f} s | {file.stat().st_size / 1e6:.1f} MB | {opening:.1f} s "
        f"| {median(searches):.0f} and {max(searches):.0f} ms | {frames:.0f} a second | {drawn:,} |"
    )


if __name__ == "__main__":
    sys.exit(main())
