"""``kg review``: pairs are shown, answers are kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from kg.model import DecisionKind
from kg.resolve import bind, read_decisions, resolve
from tests.resolve.builders import facts, person

TOLD = [
    facts("a.txt", person("Nadia Bouzerda"), person("Luc Delporte")),
    facts("b.txt", person("N. B."), day="2024-01-01"),
    facts("c.txt", person("L. Delporte")),
]


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose reading gives the facts above: the trained model is not needed to ask."""
    monkeypatch.setattr("kg.pipeline.read_documents", lambda *_: ([f.document for f in TOLD], (), ()))
    monkeypatch.setattr("kg.pipeline.extract_all", lambda *_: (TOLD, ()))
    return tmp_path


def review(corpus: Path, *arguments: str, answers: str = "") -> Result:
    return CliRunner().invoke(main, ["review", str(corpus), *arguments], input=answers, catch_exceptions=False)


def test_the_list_shows_each_pair_with_its_sentences_and_writes_nothing(corpus: Path) -> None:
    shown = review(corpus, "--list").stdout
    assert "0.65 name 0.65: letters of 'N. B.' and 'Nadia Bouzerda' fit" in shown
    assert "Person Nadia Bouzerda, a.txt" in shown
    assert "Person N. B., b.txt, 2024-01-01" in shown
    assert "Nadia Bouzerda est là." in shown
    assert list(corpus.iterdir()) == []


def test_answers_are_written_and_applied(corpus: Path) -> None:
    result = review(corpus, "--by", "analyst", "--on", "2024-01-15", answers="s\none case\nd\n\n")
    assert "2 decisions written" in result.stdout
    lines = read_decisions(corpus / "decisions.yaml")
    assert [(line.kind, line.by, line.when) for line in lines] == [
        (DecisionKind.SAME, "analyst", "2024-01-15"), (DecisionKind.DIFFERENT, "analyst", "2024-01-15"),
    ]  # fmt: skip
    assert lines[0].why == "one case"
    decided = resolve(TOLD, decisions=bind(lines, TOLD)).decisions
    assert all(d.did and not d.problem for d in decided)


def test_what_was_answered_is_not_asked_again(corpus: Path) -> None:
    review(corpus, "--by", "analyst", answers="s\n\nk\n")
    assert "1/1" in review(corpus, "--by", "analyst", answers="k\n").stdout
    review(corpus, "--by", "analyst", answers="d\n\n")
    assert review(corpus).stdout.splitlines()[-1] == "no pair needs a decision"


def test_quitting_keeps_what_was_answered(corpus: Path) -> None:
    result = review(corpus, "--by", "analyst", answers="d\n\nq\n")
    assert "1 decisions written" in result.stdout
    assert len(read_decisions(corpus / "decisions.yaml")) == 1


def test_who_decides_is_asked(corpus: Path) -> None:
    review(corpus, answers="M. Dupont\ns\n\nq\n")
    (line,) = read_decisions(corpus / "decisions.yaml")
    assert line.by == "M. Dupont"
    assert len(line.when) == len("2024-01-15")


def test_another_answer_is_asked_again(corpus: Path) -> None:
    assert "1 decisions written" in review(corpus, "--by", "a", answers="x\ns\n\nq\n").stdout


def test_a_wrong_file_of_decisions_is_one_line(corpus: Path) -> None:
    (corpus / "decisions.yaml").write_text("version: 9", encoding="utf-8")
    result = review(corpus, "--list")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "version is '9'" in result.stderr
    assert len(result.stderr.splitlines()) == 1
