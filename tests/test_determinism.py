"""Two builds give the same bytes, whatever the folder, the locale, the hash seed and the number of processes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
# With one code point for each process, any input is shared among as many as there are.
SCRIPT = """
import sys
from pathlib import Path

from kg.pipeline import build
from kg.settings import Settings

if __name__ == "__main__":
    result = build(Path(sys.argv[1]), Path("out"), Settings(processes=int(sys.argv[2]), characters_per_process=1))
    print(len(result.knowledge.claims))
"""
WAYS = {
    "one": (1, {"PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8", "TZ": "UTC"}),
    "two": (2, {"PYTHONHASHSEED": "2", "LC_ALL": "C", "TZ": "Pacific/Auckland"}),
}


def start(folder: Path, input_path: Path, way: str) -> subprocess.Popen[str]:
    processes, environment = WAYS[way]
    folder.mkdir()
    (folder / "build.py").write_text(SCRIPT, encoding="utf-8")
    return subprocess.Popen(
        [sys.executable, "build.py", str(input_path), str(processes)],
        cwd=folder,
        env={**os.environ, **environment, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.model
@pytest.mark.xdist_group("determinism")
def test_the_same_documents_give_the_same_bytes_in_every_file(tmp_path: Path) -> None:
    elsewhere = tmp_path / "copied"
    shutil.copytree(SEEDS, elsewhere)
    runs = [start(tmp_path / "here", SEEDS, "one"), start(tmp_path / "there", Path("..", "copied"), "two")]
    claims = [run.communicate()[0].strip() for run in runs]
    assert [run.returncode for run in runs] == [0, 0]
    assert claims[0] == claims[1] != "0"
    files = [{file.name: file.read_bytes() for file in (tmp_path / f / "out").iterdir()} for f in ("here", "there")]
    assert list(files[0]) != []
    assert files[0].keys() == files[1].keys()
    assert [name for name in files[0] if files[0][name] != files[1][name]] == []
