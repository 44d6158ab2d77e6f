"""Make the SPARQL engine that the viewer embeds, from the npm package oxigraph (MIT or Apache-2.0).

``python -m tools.build_oxigraph`` fetches the package with npm and writes ``oxigraph-VERSION.js`` (glue code, turned
from a module into one function that returns its exports and fetches nothing) and ``oxigraph-VERSION.wasm.gz`` into
``kg/view/vendor/``; ``--check`` writes nothing and fails if a file differs. ``--from FOLDER`` reads an unpacked one.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from pathlib import Path

from tools.npm import unpacked

VERSION = "0.5.11"
OUT = Path(__file__).parents[1] / "kg" / "view" / "vendor"

_HEAD = f"""/*! oxigraph {VERSION} (https://github.com/oxigraph/oxigraph), MIT OR Apache-2.0.
    Made from its web.js by tools/build_oxigraph.py. */
const oxigraph = (() => {{
"use strict";
"""
_TAIL = "return { initSync, Store };\n})();\n"
_EXPORT = re.compile(r"^export (?=class |function )", re.MULTILINE)
_EXPORTS = re.compile(r"^export \{.*\};\n", re.MULTILINE)
_LOADER = re.compile(r"^async function __wbg_(?:load|init)\(.*?^\}\n", re.MULTILINE | re.DOTALL)


def main() -> int:
    """Build or check the engine; the exit status is 1 if a check fails."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a file is out of date")
    parser.add_argument("--from", dest="folder", type=Path, help="an unpacked oxigraph package")
    options = parser.parse_args()
    with unpacked("oxigraph", VERSION, options.folder) as package:
        found = json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]
        if found != VERSION:
            print(f"{package} holds oxigraph {found}; expected {VERSION}")
            return 1
        glue = as_function((package / "web.js").read_text(encoding="utf-8"))
        engine = (package / "web_bg.wasm").read_bytes()
    script, wasm = OUT / f"oxigraph-{VERSION}.js", OUT / f"oxigraph-{VERSION}.wasm.gz"
    if options.check:
        current = script.read_text(encoding="utf-8") == glue and gzip.decompress(wasm.read_bytes()) == engine
        print(f"oxigraph {VERSION} is {'up to date' if current else 'out of date; run python -m tools.build_oxigraph'}")
        return 0 if current else 1
    script.write_text(glue, encoding="utf-8", newline="\n")
    wasm.write_bytes(gzip.compress(engine, compresslevel=9, mtime=0))
    print(f"{script.name}: {len(glue):,} characters; {wasm.name}: {wasm.stat().st_size:,} bytes")
    return 0


def as_function(module: str) -> str:
    """The glue code as one function; what would fetch the engine from the network is cut out.

    Raises:
        ValueError: if the module is not built as expected.
    """
    local = _LOADER.sub("", _EXPORTS.sub("", _EXPORT.sub("", module)))
    for wanted in ("function initSync(", "class Store "):
        if wanted not in local:
            raise ValueError(f"web.js has no {wanted!r}; adapt tools/build_oxigraph.py")
    for unwanted in ("fetch(", "import.meta", "\nexport "):
        if unwanted in local:
            raise ValueError(f"web.js still has {unwanted!r}; adapt tools/build_oxigraph.py")
    return _HEAD + local + _TAIL


if __name__ == "__main__":
    sys.exit(main())
