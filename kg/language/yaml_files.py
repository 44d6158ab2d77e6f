"""Reading the YAML files that hold what is known of a language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from kg.errors import DataError

DATA = Path(__file__).parent / "data"

#: the C loader is ten times faster; it is absent where PyYAML was built without libyaml
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path) -> Any:
    """The content of a YAML file.

    Raises:
        DataError: if the file is missing or is not YAML.
    """
    try:
        with path.open(encoding="utf-8") as stream:
            return yaml.load(stream, Loader=_LOADER)
    except OSError as error:
        raise DataError(f"{path}: cannot be read ({error.strerror}); reinstall the package") from error
    except yaml.YAMLError as error:
        raise DataError(f"{path}: not valid YAML: {error}") from error


def read_mapping(path: Path) -> dict[str, Any]:
    """The content of a YAML file that must be a mapping; the file of an unknown language names the known ones.

    Raises:
        DataError: if the file is missing, broken or of another shape.
    """
    if not path.is_file():
        known = ", ".join(sorted(p.parent.name for p in DATA.glob("*/profile.yaml")))
        raise DataError(f"{path}: there is no such file; languages found: {known}")
    raw = read_yaml(path)
    if not isinstance(raw, dict):
        raise DataError(f"{path}: expected a mapping, found {type(raw).__name__}")
    return raw
