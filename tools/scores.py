"""Build the graphs of annotated documents, score them, and hold the scores against the floors of tests/floors.yaml.

``python -m tools.scores BENCH`` builds the graph of each folder of BENCH that floors.yaml names, prints what
``BENCH/score.py`` says of it, and fails if a figure is below its floor; ``--write`` also puts the table into
``docs/scores.md`` and ``README.md``.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]
FLOORS = ROOT / "tests" / "floors.yaml"
PAGES = (ROOT / "docs" / "scores.md", ROOT / "README.md")
_MARKED = re.compile(r"(?<=<!-- scores -->\n).*?(?=<!-- /scores -->)", re.DOTALL)

Row = Mapping[str, float]
Rows = Mapping[str, Row]


def main() -> int:
    """Measure, print, maybe write; the exit status is 1 if a figure is below its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path, help="folder with score.py and folders of annotated documents")
    parser.add_argument("--write", action="store_true", help="put the table into docs/scores.md and README.md")
    options = parser.parse_args()
    floors = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))
    scores = {name: measure(options.bench, name) for name in floors}
    print(table(scores))
    if options.write:
        for page in PAGES:
            old = page.read_text(encoding="utf-8")
            page.write_text(_MARKED.sub(lambda _: table(scores), old), encoding="utf-8", newline="\n")
    problems = [problem for name, floor in floors.items() for problem in below(name, scores[name], floor)]
    for problem in problems:
        print(problem)
    return 1 if problems else 0


def measure(bench: Path, name: str) -> Rows:
    """The figures of one folder of documents, by measure."""
    with tempfile.TemporaryDirectory() as output:
        build = [sys.executable, "-c", "from kg.cli import main; main()", "build", str(bench / name), "-o", output]
        subprocess.run(build, check=True, stdout=sys.stderr)
        score = [sys.executable, "score.py", name, str(Path(output, "graph.ttl")), "--json"]
        rows: Rows = json.loads(subprocess.run(score, check=True, cwd=bench, stdout=subprocess.PIPE).stdout)
    return rows


def table(scores: Mapping[str, Rows]) -> str:
    """The figures of all sets side by side, as Markdown."""
    head = "| measure | " + " | ".join(scores) + " |\n" + "|---" * (len(scores) + 1) + "|\n"
    measures = dict.fromkeys(measure for rows in scores.values() for measure in rows)
    lines = (
        f"| {measure.strip()} | " + " | ".join(_shown(rows.get(measure, {})) for rows in scores.values()) + " |\n"
        for measure in measures
    )
    return head + "".join(lines)


def _shown(row: Row) -> str:
    if "count" in row:
        return f"{row['count']:g}" + (f" of {row['of']:g}" if "of" in row else "")
    if "F1" in row:
        return f"{row['F1']:.3f} (P {row['P']:.3f}, R {row['R']:.3f})"
    return f"{row['R']:.3f}" if "R" in row else ""


def below(name: str, rows: Rows, floor: Mapping[str, Rows]) -> Iterator[str]:
    """A line for each figure that is worse than it may be."""
    for side, worse in (("least", float.__lt__), ("most", float.__gt__)):
        for measure, figures in (floor.get(side) or {}).items():
            for figure, bound in figures.items():
                found = float(rows[measure][figure])
                if worse(found, float(bound)):
                    yield f"{name}: {measure}: {figure} is {found:g}, {side} is {bound:g}"


if __name__ == "__main__":
    sys.exit(main())
