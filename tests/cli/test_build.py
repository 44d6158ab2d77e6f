"""``kg build`` on what nobody would choose to give it. The trained model is loaded once for the whole module."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import Result

from kg.check import check_output
from kg.settings import Settings
from kg.vocabulary import load_vocabulary
from tests.cli.conftest import Run

MEGABYTE = 1_000_000
GOOD = "La police a arrêté trois hommes lundi 27 novembre 2023 à Casablanca, a indiqué le parquet.\n"
ARABIC = "أوقفت الشرطة ثلاثة أشخاص في الدار البيضاء يوم الاثنين، وفق ما أعلنته المديرية العامة للأمن الوطني.\n"
ENGLISH = "Police arrested three men in Casablanca on Monday, the public prosecutor said in a statement.\n"
NAME = (
    'Selon le parquet, Jean "Le\u202eGros"\u200f D\'Aumont\nde <b>Sart</b> & Cie « dit\r\n'
    "l'Ancien » a été arrêté à Nice.\n"
)

#: a file's content, and what the report says of it; nothing if it is read like any other
HOSTILE = {
    "empty": (b"", "skipped other.txt: no text"),
    "white": (b" \n\t\xc2\xa0\r\n", "skipped other.txt: no text"),
    "binary": (bytes(range(256)) * 40, "skipped other.txt: binary file"),
    "one-line-of-50-MB": (b"a" * 50 * MEGABYTE, "skipped other.txt: 50000000 bytes are more than"),
    "invalid-utf-8": (GOOD.encode() * 20 + b"\xe9t\xe9\n", "warning other.txt: 2 invalid UTF-8 sequences"),
    "legacy": (GOOD.encode("cp1252"), "other.txt is not UTF-8; read as cp1252"),
    "arabic": (ARABIC.encode(), "warning other.txt: nothing in it is in 'fr'"),
    "english": (ENGLISH.encode(), "warning other.txt: nothing in it is in 'fr'"),
    "angles": (b"<" * 10_000, ""),
    "one-word": (b"Casablanca", ""),
    "name": (NAME.encode(), ""),
    "markup": (b"<script>alert(1)</script> </script><!-- ]]> &amp;lt; \\u2028" + GOOD.encode(), ""),
}


def report(result: Result) -> list[str]:
    """The lines on stdout, all of them fit to be read in a terminal."""
    lines = result.stdout.split("\n")
    assert all(line.isprintable() for line in lines)
    assert "Traceback" not in result.output
    return lines


def assert_whole(output: Path, *identifiers: str) -> None:
    """All files are there and no other; the graph keeps its promises and has these documents."""
    assert sorted(file.name for file in output.iterdir()) == sorted(Settings().formats)
    assert check_output(output, load_vocabulary()).ok
    knowledge = json.loads((output / "knowledge.json").read_bytes())
    assert sorted(document["identifier"] for document in knowledge["documents"]) == sorted(identifiers)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one document that is as it should be."""
    input_path = tmp_path / "in"
    input_path.mkdir()
    (input_path / "good.txt").write_text(GOOD, encoding="utf-8")
    return input_path


@pytest.mark.model
@pytest.mark.xdist_group("model")
@pytest.mark.parametrize(("content", "said"), HOSTILE.values(), ids=HOSTILE)
def test_what_is_hostile_is_reported_in_a_line_and_nothing_else_is_lost(
    run: Run, folder: Path, tmp_path: Path, content: bytes, said: str
) -> None:
    (folder / "other.txt").write_bytes(content)
    output = tmp_path / "out"
    result = run("build", folder, "-o", output, "--strict")
    about = [line.strip() for line in report(result) if "other.txt" in line]
    skipped = said.startswith("skipped")
    assert result.exit_code == (3 if skipped else 0)
    assert len(about) == (1 if said else 0)
    assert all(line.startswith(said) for line in about)
    assert_whole(output, "good.txt", *([] if skipped else ["other.txt"]))


@pytest.mark.model
@pytest.mark.xdist_group("model")
def test_a_hostile_file_name_stays_in_its_line(run: Run, folder: Path, tmp_path: Path) -> None:
    name = "a\"b'\n\u200f\u202e<c>&.txt"
    (folder / name).write_text(GOOD, encoding="utf-8")
    (folder / f"empty {name}").touch()
    result = run("build", folder, "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert [line for line in report(result) if line.startswith("  skipped")] == [
        "  skipped empty a\"b'\\n\\u200f\\u202e<c>&.txt: no text: empty or only white space"
    ]
    assert_whole(tmp_path / "out", "good.txt", name)


@pytest.mark.model
@pytest.mark.xdist_group("model")
def test_the_summary_says_what_was_read_found_and_written(run: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "copy.txt").write_text(GOOD * 3, encoding="utf-8")
    (folder / "empty.txt").touch()
    output = tmp_path / "out"
    result = run("build", folder, "-o", output)
    lines = report(result)
    assert lines[0].startswith("documents: 2 read")
    assert lines[0].endswith("1 skipped")
    heads = [line.partition(":")[0] for line in lines if not line.startswith((" ", "wrote"))]
    assert heads == ["documents", "entities", "events", "claims", "seconds", ""]
    claims = next(line for line in lines if line.startswith("claims"))
    assert [part.split()[1] for part in claims.split("(")[1].rstrip(")").split(", ")] == [
        "Asserted", "Alleged", "Planned", "Hypothetical", "Denied",
    ]  # fmt: skip
    seconds = next(line for line in lines if line.startswith("seconds"))
    assert [part.split()[0] for part in seconds.removeprefix("seconds: ").split(", ")] == [
        "ingest", "extract", "resolve", "export",
    ]  # fmt: skip
    assert [line for line in lines if line.startswith("wrote")] == [f"wrote {output / n}" for n in Settings().formats]
    assert result.stderr.splitlines() == ["extract: 0/2", "extract: 2/2", "resolve: 1/1", "export: 4/4"]


@pytest.mark.model
@pytest.mark.xdist_group("model")
def test_a_terminal_gets_a_bar_with_counts(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    result = run("build", folder, "-o", tmp_path / "out")
    assert "extract: 1/1" not in result.stderr
    assert "1/1" in result.stderr
    assert "\x1b" not in result.stdout


@pytest.mark.model
@pytest.mark.xdist_group("model")
def test_records_give_their_metadata_under_names_of_ones_own(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "articles.jsonl"
    record = {"key": "a/1", "body": GOOD, "day": "2023-11-28", "link": "https://example.org/1", "paper": "Le Matin"}
    file.write_text(json.dumps(record) + "\n{broken\n", encoding="utf-8")
    names = ("--id-field", "key", "--text-field", "body", "--date-field", "day", "--url-field", "link")
    result = run("build", file, "-o", tmp_path / "out", *names, "--publisher-field", "paper")
    assert result.exit_code == 0
    assert "skipped articles.jsonl#2: broken JSON" in result.stdout
    (document,) = json.loads((tmp_path / "out" / "knowledge.json").read_bytes())["documents"]
    assert (document["identifier"], document["published"]["edtf"]) == ("a/1", "2023-11-28")
    assert (document["url"], document["publisher"]) == ("https://example.org/1", "Le Matin")


@pytest.mark.model
@pytest.mark.xdist_group("model")
def test_the_base_of_the_addresses_is_ones_own(run: Run, folder: Path, tmp_path: Path) -> None:
    base = "https://data.example.org/news/"
    assert run("build", folder, "-o", tmp_path / "out", "--base-iri", base).exit_code == 0
    turtle = (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")
    assert base in turtle
    assert "https://kg.example/id/" not in turtle


def unreadable(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """Inputs of which nothing can be read, and what is said of them."""
    empty = tmp_path / "empty"
    empty.mkdir()
    yield empty, "has no .txt or .md file"
    images = tmp_path / "images"
    images.mkdir()
    (images / "a.png").write_bytes(b"\x89PNG")
    yield images, "has no .txt or .md file"
    yield images / "a.png", "is no .txt, .md, .jsonl, .csv file"
    yield tmp_path / "missing", "No such file or directory"
    for name, (content, said) in HOSTILE.items():
        if said.startswith("skipped"):
            file = tmp_path / f"{name}.txt"
            file.write_bytes(content)
            yield file, said.removeprefix("skipped other.txt: ")
    line = tmp_path / "line.jsonl"
    line.write_bytes(b'{"text": "' + b"a" * 50 * MEGABYTE + b'"}')
    yield line, "line of more than 20000000 bytes"
    table = tmp_path / "table.csv"
    table.write_text("a,b\n1,2\n", encoding="utf-8")
    yield table, "has no column 'text'"


def test_without_a_readable_document_it_is_one_line_status_1_and_no_output(run: Run, tmp_path: Path) -> None:
    output = tmp_path / "out"
    for path, said in unreadable(tmp_path):
        result = run("build", path, "-o", output)
        errors = [line for line in result.stderr.splitlines() if line.startswith("Error")]
        assert (result.exit_code, result.stdout, len(errors)) == (1, "", 1), path
        assert said in errors[0]
        assert not output.exists()


def test_an_output_folder_that_cannot_be_is_one_line_and_status_1(run: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("kept", encoding="utf-8")
    for output in (tmp_path / "file", tmp_path / "file" / "below"):
        result = run("build", folder, "-o", output)
        assert result.exit_code == 1
        assert len(result.stderr.splitlines()) == 1
        assert f"{output}: cannot write here" in result.stderr
    assert (tmp_path / "file").read_text(encoding="utf-8") == "kept"


def test_a_folder_in_the_place_of_a_file_is_found_before_the_work(run: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "out" / "graph.html").mkdir(parents=True)
    result = run("build", folder, "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "graph.html: cannot be written, it is a folder" in result.stderr
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["graph.html"]


@pytest.mark.parametrize("base", ["kg", "ftp://a.org/", "https://a.org/x", ""])
def test_a_base_that_is_no_address_is_refused_before_the_work(
    run: Run, folder: Path, tmp_path: Path, base: str
) -> None:
    result = run("build", folder, "-o", tmp_path / "out", "--base-iri", base)
    assert result.exit_code == 1
    assert "base IRI" in result.stderr
    assert not (tmp_path / "out").exists()
