from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.ingest import Fields, Record, Skipped, read_records


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def test_a_broken_line_does_not_keep_others_from_being_read(tmp_path: Path) -> None:
    lines = (
        '{"id": 7, "text": "Un été.", "date": "2023", "publisher": "X", "title": "T", "url": null}',
        '{"id": "b", "text": ',
        "",
        '{"text": "Deux."}',
        '{"id": "c", "body": "Trois."}',
        "[1]",
        '{"id": "d", "text": "\\ud800"}',
        '{"id": "e", "text": " "}',
        "[" * 100_000,
        '{"id": "f", "text": "Fin."}',
    )
    found = list(read_records(write(tmp_path / "a.jsonl", "\n".join(lines))))
    records = [r for r in found if isinstance(r, Record)]
    assert records[0] == Record("7", "Un été.".encode(), {"date": "2023", "publisher": "X", "title": "T"})
    assert [r.identifier for r in records] == ["7", "a.jsonl#4", "f"]
    skipped = [r for r in found if isinstance(r, Skipped)]
    assert [s.identifier for s in skipped] == ["a.jsonl#2", "a.jsonl#5", "a.jsonl#6", "a.jsonl#7", "e", "a.jsonl#9"]
    assert skipped[0].reason.startswith("broken JSON")
    assert skipped[1].reason == "no text under 'text'; found 'id', 'body'"


def test_json_lines_above_the_limit_are_passed_over(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"text": "' + "a" * 21_000_000 + '"}\n{"id": "b", "text": "Fin."}\n')
    first, second = read_records(path)
    assert isinstance(first, Skipped)
    assert first.reason.startswith("line of more than")
    assert second.identifier == "b"


def test_fields_name_the_columns(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "nr;corps;jour\n1;Un texte;2023-11-28\n2;Deux; \n")
    fields = Fields(identifier="nr", text="corps", date="jour")
    assert list(read_records(path, fields)) == [
        Record("1", b"Un texte", {"date": "2023-11-28"}),
        Record("2", b"Deux", {}),
    ]


def test_csv_cells_may_hold_newlines_quotes_and_long_texts(tmp_path: Path) -> None:
    text = 'Un "mot".\nDeux.' + " Et la suite." * 20_000
    path = write(tmp_path / "a.csv", '\ufefftext,id\n"' + text.replace('"', '""') + '",x\nTrois.,\n')
    first, second = read_records(path)
    assert first == Record("x", text.encode(), {})
    assert second.identifier == "a.csv#4"


def test_a_csv_in_a_legacy_encoding(tmp_path: Path) -> None:
    (record,) = read_records(write(tmp_path / "a.csv", "id,text\n1,L'armée a été déployée à Liège\n", "cp1252"))
    assert isinstance(record, Record)
    assert record.data.decode() == "L'armée a été déployée à Liège"


def test_broken_rows_are_reported(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", 'id,text\n1,Un, deux\n2\n3,Trois\n4,"sans fin\n5,Cinq\n')
    found = list(read_records(path))
    assert [(type(r).__name__, r.identifier) for r in found] == [
        ("Skipped", "a.csv#2"), ("Skipped", "a.csv#3"), ("Record", "3"), ("Skipped", "a.csv#5"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["id,body\n1,Un\n", "", "id;body\n"])
def test_a_csv_without_the_text_column_names_those_it_has(text: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no column 'text'; found ('id', 'body'|none)"):
        read_records(write(tmp_path / "a.csv", text))


def test_the_same_identifier_twice_is_told_apart(tmp_path: Path) -> None:
    found = list(read_records(write(tmp_path / "a.csv", "id,text\nx,Un\nx,Deux\n")))
    assert [r.identifier for r in found] == ["x", "x#2"]
