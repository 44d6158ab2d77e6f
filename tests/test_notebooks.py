"""Notebooks are pairs of a readable script and the notebook; CI runs them, here they are only compared."""

from pathlib import Path

import jupytext  # type: ignore[import-untyped]  # no stubs exist
import pytest

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"


@pytest.mark.parametrize("script", sorted(NOTEBOOKS.glob("*.py")), ids=lambda path: path.stem)
def test_the_notebook_is_its_script_without_outputs(script: Path) -> None:
    written = jupytext.read(script)
    notebook = jupytext.read(script.with_suffix(".ipynb"))
    assert [(cell.cell_type, cell.source) for cell in notebook.cells] == [
        (cell.cell_type, cell.source) for cell in written.cells
    ], f"run `jupytext --update --to ipynb {script.name}` in {NOTEBOOKS.name}"
    assert not any(cell.outputs for cell in notebook.cells if cell.cell_type == "code")
