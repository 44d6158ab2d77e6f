"""The file of decisions: what it may say, where a mistake is, and how answers are added."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InputError, OutputError
from kg.model import DecisionKind
from kg.resolve import Line, Selector, append_decisions, find_decisions, read_decisions

GOOD = """# who is who
version: 1
decisions:
  - kind: same  # one case
    who: [{doc: a.txt, name: Nadia Bouzerda}, 0123456789012345]
    by: analyst
    when: 2024-01-15
    why: "same file: 12"
  - {kind: type, who: [{doc: b.txt, quote: Rabat, at: 17}], value: Place, by: x, when: 2024-01-16}
"""


def write(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "decisions.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_lines_are_read_with_their_place_and_as_text(tmp_path: Path) -> None:
    first, second = read_decisions(write(tmp_path, GOOD))
    assert first == Line(
        DecisionKind.SAME, (Selector(doc="a.txt", name="Nadia Bouzerda"), Selector(id="0123456789012345")), "analyst",
        "2024-01-15", "same file: 12", None, "decisions.yaml:4",
    )  # fmt: skip
    assert (second.value, second.who[0].at, second.where) == ("Place", 17, "decisions.yaml:9")


def test_no_file_is_no_decision_unless_it_was_asked_for(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "decisions.yaml") == ()
    with pytest.raises(InputError, match="no such file"):
        read_decisions(tmp_path / "decisions.yaml", required=True)


@pytest.mark.parametrize("empty", ["", "# nothing yet\n", "version: 1\n", "version: 1\ndecisions: []\n"])
def test_an_empty_file_is_no_decision(tmp_path: Path, empty: str) -> None:
    assert read_decisions(write(tmp_path, empty)) == ()


@pytest.mark.parametrize(
    ("entry", "complaint"),
    [
        ("{kind: marry, who: [{name: X}], by: a, when: b}", "decisions.yaml:3: kind 'marry' is none of same"),
        ("{kind: same, who: [{doc: a, name: X}], by: a, when: b}", "same needs two"),
        ("{kind: split, who: [{doc: a, name: X}], when: b}", "lacks by"),
        ("{kind: split, who: X, by: a, when: b}", "who is no list"),
        ("{kind: split, who: [{dok: a, name: X}], by: a, when: b}", "selects nothing"),
        ("{kind: split, who: [{doc: a}], by: a, when: b}", "needs an id, a name or a quote"),
        ("{kind: split, who: [{quote: a, at: x}], by: a, when: b}", "is no number"),
        ("{kind: type, who: [{name: X}], value: Car, by: a, when: b}", "no type; allowed are Person"),
        ("{kind: name, who: [{name: X}], by: a, when: b}", "name needs a value"),
        ("{kind: split, who: [{name: X}], by: a, when: b, because: c}", "unknown keys because"),
        ("X", "is no decision"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, entry: str, complaint: str) -> None:
    file = write(tmp_path, f"version: 1\ndecisions:\n  - {entry}\n")
    with pytest.raises(InputError) as error:
        read_decisions(file)
    assert complaint in str(error.value)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("decisions: []", "version is None"),
        ("version: 2\ndecisions: []", "version is '2'"),
        ("version: 1\nverdicts: []", "unknown keys verdicts"),
        ("version: 1\ndecisions: {}", "decisions is no list"),
        ("version: 1\ndecisions:\n  - {kind", "decisions.yaml:"),
    ],
)
def test_a_wrong_file_is_named(tmp_path: Path, text: str, complaint: str) -> None:
    if "{}" in text:
        text = text.replace("{}", "{a: b}")
    with pytest.raises(InputError) as error:
        read_decisions(write(tmp_path, text))
    assert complaint in str(error.value)


def test_all_wrong_lines_are_named_at_once(tmp_path: Path) -> None:
    entry = "  - {kind: marry, who: [{name: X}], by: a, when: b}\n"
    with pytest.raises(InputError, match=r"decisions\.yaml:3.*decisions\.yaml:4"):
        read_decisions(write(tmp_path, "version: 1\ndecisions:\n" + entry * 2))


ANSWER = Line(
    DecisionKind.DIFFERENT,
    (Selector(doc="c d.txt", quote='dit "X": y', at=3), Selector(id="0e12")),
    "É. Ü",
    "2024-02-01",
    "why: so",
)


@pytest.mark.parametrize(
    "before", [None, "", GOOD, GOOD.rstrip("\n"), "version: 1\ndecisions: []\n", "version: 1\ndecisions:\n"]
)
def test_an_answer_is_added_at_the_end_and_nothing_else_changes(tmp_path: Path, before: str | None) -> None:
    file = tmp_path / "decisions.yaml"
    if before is not None:
        write(tmp_path, before)
    old = read_decisions(file)
    append_decisions(file, [ANSWER])
    append_decisions(file, [ANSWER])
    *kept, one, two = read_decisions(file)
    assert tuple(kept) == old
    assert (one.kind, one.who, one.by, one.when, one.why) == (two.kind, two.who, two.by, two.when, two.why)
    assert (one.kind, one.who, one.by, one.when, one.why) == (
        ANSWER.kind, ANSWER.who, ANSWER.by, ANSWER.when, ANSWER.why,
    )  # fmt: skip
    if before:
        assert file.read_text(encoding="utf-8").startswith(before.rstrip("\n").removesuffix(" []"))


def test_a_list_that_cannot_be_continued_stays_as_it_was(tmp_path: Path) -> None:
    text = "version: 1\ndecisions: [{kind: split, who: [{name: X}], by: a, when: b}]\n"
    file = write(tmp_path, text)
    with pytest.raises(OutputError, match="no line can be added"):
        append_decisions(file, [ANSWER])
    assert file.read_text(encoding="utf-8") == text
    assert [p.name for p in tmp_path.iterdir()] == ["decisions.yaml"]


def test_the_file_is_in_the_folder_or_beside_the_file(tmp_path: Path) -> None:
    assert find_decisions(tmp_path) == tmp_path / "decisions.yaml"
    assert find_decisions(tmp_path / "a.csv") == tmp_path / "decisions.yaml"
    assert find_decisions(tmp_path, tmp_path / "x.yaml") == tmp_path / "x.yaml"
