"""A browser for the viewer's tests: Debian's Chromium, driven by Playwright."""

from __future__ import annotations

import importlib
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run",
)  # fmt: skip


@dataclass
class Opened:
    """A page that was opened from a file, and what it did meanwhile."""

    page: Page
    requests: list[str] = field(default_factory=list)  #: all but the file itself, data: and blob:
    problems: list[str] = field(default_factory=list)  #: console errors and warnings, uncaught exceptions, dialogs


def _chromium() -> str:
    """Path of a browser; without one skips, but fails where CI is set: there it must have been installed."""
    found = os.environ.get("KG_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if found:
        return found
    message = f"no browser: install one of {', '.join(_NAMES)} or set KG_CHROMIUM"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = _chromium()
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=list(_FLAGS))
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def axe() -> Any:
    """The accessibility checker; like the browser it may be missing on a user's machine only."""
    try:
        return importlib.import_module("axe_playwright_python.sync_playwright").Axe()
    except ModuleNotFoundError:
        message = "no accessibility checker: pip install axe-playwright-python"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Opens HTML from a file in a new window of 1440 by 900."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme="light", locale="fr-FR")
    context.grant_permissions(["clipboard-read", "clipboard-write"])

    def open_html(html: str, fragment: str = "") -> Opened:
        file = tmp_path / "graph.html"
        file.write_text(html, encoding="utf-8", newline="")
        opened = Opened(context.new_page())
        page, address = opened.page, file.as_uri()

        def record(url: str) -> None:
            if url.partition("#")[0] != address and not url.startswith(("data:", "blob:")):
                opened.requests.append(url)

        page.on("request", lambda request: record(request.url))

        def listen(message: ConsoleMessage) -> None:
            if message.type in {"error", "warning"}:
                opened.problems.append(message.text)

        def dismiss(dialog: Dialog) -> None:
            opened.problems.append(dialog.message)
            dialog.dismiss()

        page.on("pageerror", lambda error: opened.problems.append(str(error)))
        page.on("console", listen)
        page.on("dialog", dismiss)
        page.goto(address + fragment)
        page.locator("html[data-ready]").wait_for(state="attached")
        return opened

    yield open_html
    context.close()
