from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main


@pytest.fixture
def built(tmp_path: Path) -> Path:
    folder = tmp_path / "out put"
    folder.mkdir()
    (folder / "graph.html").write_text("<p>é", encoding="utf-8")
    (folder / "graph.ttl").write_text("# turtle", encoding="utf-8")
    return folder


def view(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["view", *arguments])


def test_the_page_is_opened_in_the_browser(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def open_(url: str) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr("webbrowser.open", open_)
    assert view(str(built)).exit_code == 0
    assert opened == [(built / "graph.html").resolve().as_uri()]
    assert opened[0].startswith("file:///")


def test_without_a_browser_it_says_what_to_open(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("webbrowser.open", lambda _: False)
    assert str(built / "graph.html") in view(str(built)).output


def test_a_folder_to_share_holds_the_page_and_the_data(built: Path, tmp_path: Path) -> None:
    site = tmp_path / "site" / "new"
    assert view(str(built), "--folder", str(site)).exit_code == 0
    assert {f.name for f in site.iterdir()} == {"index.html", "graph.ttl"}
    assert (site / "index.html").read_bytes() == (built / "graph.html").read_bytes()


def test_a_folder_that_cannot_be_written_is_said_in_one_line(built: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    result = view(str(built), "--folder", str(tmp_path / "file" / "site"))
    assert result.exit_code == 1
    assert "cannot be written" in result.output


def test_the_build_must_come_first(tmp_path: Path) -> None:
    result = view(str(tmp_path))
    assert result.exit_code == 1
    assert "run `kg build INPUT" in result.output
