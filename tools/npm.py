"""Packages of the npm registry, for the scripts that make committed files of them."""

from __future__ import annotations

import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def unpacked(name: str, version: str, folder: Path | None = None) -> Iterator[Path]:
    """The folder of one version of a package: fetched by npm, or ``folder`` if that is given.

    Raises:
        subprocess.CalledProcessError: if npm cannot fetch it.
    """
    if folder is not None:
        yield folder
        return
    with tempfile.TemporaryDirectory() as place:
        command = ["npm", "pack", "--silent", "--pack-destination", place, f"{name}@{version}"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=place)
        (archive,) = Path(place).glob("*.tgz")
        with tarfile.open(archive) as tar:
            tar.extractall(place, filter="data")
        yield Path(place) / "package"
