from __future__ import annotations

import shutil
from pathlib import Path

from tests.cli.conftest import Run


def test_a_sound_graph_is_valid_and_status_0(run: Run, sample_folder: Path) -> None:
    result = run("check", sample_folder)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1].startswith(f"{sample_folder}: valid")


def test_a_quotation_that_is_not_the_text_is_found_and_status_3(run: Run, sample_folder: Path, tmp_path: Path) -> None:
    for name in ("graph.ttl", "graph.trig"):
        shutil.copy(sample_folder / name, tmp_path)
        file = tmp_path / name
        text = file.read_text(encoding="utf-8")
        old = next(line for line in text.splitlines() if "kg:factuality kg:Alleged" in line)
        file.write_text(text.replace(old, old.replace("kg:Alleged", "kg:Rumoured"), 1), encoding="utf-8")
    result = run("check", tmp_path)
    assert result.exit_code == 3
    assert "Rumoured" in result.stdout
    assert "not valid" in result.stdout.splitlines()[-1]


def test_a_folder_without_a_graph_is_not_valid(run: Run, tmp_path: Path) -> None:
    result = run("check", tmp_path / "nowhere")
    assert result.exit_code == 3
    assert "no such file" in result.stdout
