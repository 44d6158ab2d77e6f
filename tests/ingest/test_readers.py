from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.ingest import Record, Skipped, read_records
from kg.ingest.settings import read_settings


def write(path: Path, data: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_a_folder_is_read_with_its_subfolders_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/é.TXT", "c.html", ".git/x.txt", ".hidden.txt"):
        write(tmp_path / name, "Le texte.")
    assert [r.identifier for r in read_records(tmp_path)] == ["a/z.md", "a/é.TXT", "b.txt"]


def test_a_single_file_is_named_after_itself(tmp_path: Path) -> None:
    (record,) = read_records(write(tmp_path / "a.txt", "Le texte.\r\n"))
    assert record == Record("a.txt", b"Le texte.\r\n", {})


def test_bad_files_do_not_keep_others_from_being_read(tmp_path: Path) -> None:
    write(tmp_path / "binary.txt", b"\0\1\2" * 100)
    write(tmp_path / "empty.txt", "")
    write(tmp_path / "good.txt", "Le texte.")
    write(tmp_path / "broken-utf8.txt", "L'été à Liège, où il a été arrêté, é".encode()[:-1])
    write(tmp_path / "spaces.txt", " \n ")
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(50_000_000)
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "lost.txt").symlink_to(tmp_path / "nowhere")
    found = {r.identifier: r for r in read_records(tmp_path)}
    reasons = {name: r.reason for name, r in found.items() if isinstance(r, Skipped)}
    assert sorted(found.keys() - reasons.keys()) == ["broken-utf8.txt", "good.txt"]
    assert reasons["huge.txt"] == "50000000 bytes are more than the 20000000 that are read; split the file"
    assert reasons["empty.txt"] == reasons["spaces.txt"] == "no text: empty or only white space"
    assert "binary" in reasons["binary.txt"]
    assert reasons["pipe.txt"] == "not a regular file"
    assert reasons["lost.txt"].startswith("cannot be read")
    damaged = found["broken-utf8.txt"]
    assert isinstance(damaged, Record)
    assert len(damaged.warnings) == 1


def test_a_file_that_may_not_be_read_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "a.txt", "Le texte.")

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert list(read_records(tmp_path)) == [Skipped("a.txt", "cannot be read: Permission denied")]


@pytest.mark.parametrize("name", ["nowhere", "empty-folder", "page.html", "a\0b"])
def test_what_cannot_be_read_at_all_is_an_error_at_the_call(name: str, tmp_path: Path) -> None:
    write(tmp_path / "page.html", "<p>")
    write(tmp_path / "empty-folder" / "image.png", b"\0")
    with pytest.raises(InputError, match=r"nowhere|empty-folder|page\.html|x00"):
        read_records(tmp_path / name)


@pytest.mark.parametrize("name", ['l\'été "1".txt', "deux\nlignes.txt", "\u202egauche.txt", "<script>.txt"])
def test_any_name_is_an_identifier(name: str, tmp_path: Path) -> None:
    write(tmp_path / name, "Le texte.")
    assert [r.identifier for r in read_records(tmp_path)] == [name]


def test_a_name_that_is_no_utf_8_can_be_encoded(tmp_path: Path) -> None:
    try:
        write(tmp_path / os.fsdecode(b"\xe9t\xe9.txt"), "Le texte.")
    except OSError:
        pytest.skip("the file system refuses such names")
    assert [r.identifier for r in read_records(tmp_path)] == ["\\xe9t\\xe9.txt"]


def test_a_sidecar_gives_metadata(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "prix : 5 €".encode("iso-8859-15"))
    write(
        tmp_path / "a.meta.json", '{"date": "2023-11-28", "encoding": "iso-8859-15", "identifier": "x/1", "other": 1}'
    )
    assert list(read_records(tmp_path)) == [
        Record("x/1", "prix : 5 €".encode("iso-8859-15"), {"date": "2023-11-28"}, "iso-8859-15")
    ]


def test_a_broken_sidecar_or_date_is_a_warning(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "Le texte.")
    write(tmp_path / "a.meta.json", "{")
    write(tmp_path / "b.txt", "---\ndate: hier\n---\nLe texte.")
    write(tmp_path / "c.txt", "---\n: [\n---\nLe texte.")
    records = list(read_records(tmp_path))
    assert all(isinstance(r, Record) and len(r.warnings) == 1 for r in records)
    assert [r.warnings[0].split(" ")[0] for r in records if isinstance(r, Record)] == ["'a.meta.json'", "date", "front"]
    assert all("\n" not in w for r in records if isinstance(r, Record) for w in r.warnings)


def test_an_identifier_is_never_given_twice(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        write(tmp_path / f"{name}.txt", "Le texte.")
        write(tmp_path / f"{name}.meta.json", '{"identifier": "x"}')
    records = [r for r in read_records(tmp_path) if isinstance(r, Record)]
    assert [r.identifier for r in records] == ["x", "x#2", "x#3"]
    assert [len(r.warnings) for r in records] == [0, 1, 1]


def test_the_size_limit_is_the_one_of_the_settings() -> None:
    assert read_settings().bytes == 20_000_000
