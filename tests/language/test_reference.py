import re
from pathlib import Path

import pytest

from kg.errors import DataError
from kg.language.reference import load_reference_rules
from kg.language.yaml_files import DATA


def copy(folder: Path, change: tuple[str, str]) -> Path:
    text = (DATA / "fr" / "reference.yaml").read_text(encoding="utf-8")
    (folder / "xx").mkdir()
    (folder / "xx" / "reference.yaml").write_text(text.replace(*change), encoding="utf-8")
    return folder


def test_all_forms_are_in_lower_case() -> None:
    rules = load_reference_rules("fr")
    values = (getattr(rules, name) for name in rules.__slots__)
    listed = [value for value in values if not isinstance(value, re.Pattern)]
    forms = [form for forms in listed for form in forms]
    assert forms
    assert forms == [form.lower() for form in forms]


@pytest.mark.parametrize("change", [("any_country:", "any_land:"), ("any_country:", "new: [x]\nany_country:")])
def test_missing_and_unknown_keys_are_named(tmp_path: Path, change: tuple[str, str]) -> None:
    with pytest.raises(DataError, match=r"unknown or missing: .*(any_land|new)"):
        load_reference_rules("xx", copy(tmp_path, change))
