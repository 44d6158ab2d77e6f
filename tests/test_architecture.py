"""The house: who may import whom, who knows which library, how long a file or function may be, where words live."""

from __future__ import annotations

import ast
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

KG = Path(__file__).parents[1] / "kg"
MODULES = sorted(KG.rglob("*.py"))
DOTTED = {
    ".".join(path.relative_to(KG.parent).with_suffix("").parts).removesuffix(".__init__"): path for path in MODULES
}

#: a room may import only from rows above its own; the rooms of a row don't know each other
ROWS = (
    ("errors", "version"),
    ("model",),
    ("language", "vocabulary"),
    ("ingest", "extract", "resolve"),
    ("graph", "rdf"),
    ("export", "view", "query", "check"),
    ("settings",),
    ("pipeline",),
    ("api", "cli"),
    ("__init__",),
)
RANK = {room: rank for rank, row in enumerate(ROWS) for room in row}
STAGES = {"ingest", "extract", "resolve"}

#: heavy or swappable libraries, and the rooms that may know them
LIBRARIES = {
    "spacy": {"extract"},
    "rdflib": {"rdf", "query", "check", "api"},
    "pyoxigraph": {"rdf", "query", "check"},
    "pyshacl": {"check"},
    "networkx": {"graph", "view", "api"},
    "pyvis": {"view"},
    "pandas": {"api"},
    "click": {"cli"},
    "rich": {"cli", "query"},
    "jinja2": {"view"},
}
#: rooms that know the standard library only
PLAIN = {"errors", "version", "model"}

FILE_LINES, BODY_LINES = 300, 40

in_each_module = pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(KG).as_posix())


def room(path: Path) -> str:
    return path.relative_to(KG).parts[0].removesuffix(".py")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(node: ast.AST) -> Iterator[str]:
    """Full names of the modules that are imported anywhere below ``node``, in either spelling."""
    for child in ast.walk(node):
        if isinstance(child, ast.Import):
            yield from (alias.name for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            assert child.level == 0, f"line {child.lineno}: write imports in full"
            yield from {_imported_from(child.module or "", alias.name) for alias in child.names}


def _imported_from(module: str, name: str) -> str:
    """``from kg.rdf import generate`` imports a module, ``from kg.rdf import Graph`` a name of one."""
    below = f"{module}.{name}"
    return below if module == "kg" or below in DOTTED else module


def rooms_known_to(path: Path) -> set[str]:
    names = {name.split(".")[1] for name in imported(tree(path)) if name.startswith("kg.")}
    return names - {room(path)}


@in_each_module
def test_a_room_imports_only_from_the_rows_above_it(path: Path) -> None:
    wrong = {name for name in rooms_known_to(path) if RANK[name] >= RANK[room(path)]}
    assert not wrong, f"{room(path)} must not import {', '.join(sorted(wrong))}"


def test_only_the_pipeline_knows_the_order_of_the_stages() -> None:
    joining = {room(path) for path in MODULES if len(rooms_known_to(path) & STAGES) > 1}
    assert joining == {"pipeline"}


@in_each_module
def test_libraries_stay_in_the_rooms_that_may_know_them(path: Path) -> None:
    names = {name.split(".")[0] for name in imported(tree(path))}
    wrong = {name for name in names & set(LIBRARIES) if room(path) not in LIBRARIES[name]}
    assert not wrong, f"{room(path)} must not import {', '.join(sorted(wrong))}"


def test_the_domain_is_plain_python() -> None:
    for path in MODULES:
        if room(path) in PLAIN:
            names = {name.split(".")[0] for name in imported(tree(path))}
            assert names - {"kg"} <= sys.stdlib_module_names, path


def test_modules_do_not_import_each_other_in_a_circle() -> None:
    graph = {name: {other for other in _at_import(tree(path)) if other in DOTTED} for name, path in DOTTED.items()}
    TopologicalSorter(graph).prepare()  # raises CycleError, which names the circle


def _at_import(module: ast.Module) -> Iterator[str]:
    """What a module imports when it is itself imported: not in functions, not for type checkers only."""
    for node in module.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from imported(node)


@in_each_module
def test_no_file_has_more_lines_than_one_can_hold_in_mind(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines < FILE_LINES


@in_each_module
def test_no_function_has_a_long_body(path: Path) -> None:
    long = {
        node.name: length
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (length := _body(node)) > BODY_LINES
    }
    assert not long


def _body(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from the first statement after the docstring to the last."""
    body = node.body[1:] if ast.get_docstring(node, clean=False) is not None else node.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


@in_each_module
def test_no_word_of_a_language_stands_in_code(path: Path) -> None:
    """Letters beyond ASCII belong in data files; quotation marks, dashes and arrows may stand in code."""
    module = tree(path)
    docstrings = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
    found = [
        f"line {node.lineno}: {node.value!r}"
        for node in ast.walk(module)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in docstrings
        and any(_is_foreign_letter(c) for c in node.value)
    ]
    assert not found


def _is_foreign_letter(character: str) -> bool:
    """Lm is left out: the modifier letters there are used as apostrophes."""
    return not character.isascii() and unicodedata.category(character) in {"Lu", "Ll", "Lt", "Lo"}
