"""One HTML file that asks nothing of the network and runs no script but its own."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from collections.abc import Mapping
from importlib import resources
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from kg.view.network import library
from kg.view.sparql import SparqlPart, encode

#: in this order, inside one function: later files use what earlier ones define
_SCRIPTS = (
    "dom.js", "unpack.js", "data.js", "words.js", "state.js", "facts.js", "period.js", "filter.js", "search.js",
    "shapes.js", "legend.js", "place.js", "drawn.js", "looks.js", "canvas.js", "overlay.js", "evidence.js",
    "related.js", "panel.js", "start.js", "facets.js", "list.js", "download.js", "columns.js", "table.js",
    "timeline.js", "projection.js", "map.js", "decisions.js", "query.js", "rows.js", "image.js", "report.js",
    "main.js",
)  # fmt: skip
_STYLES = ("page.css", "views.css", "small.css")
_MAP = "world-atlas-2.0.2.json.gz"
#: what old JavaScript reads as the end of a line, and halves of surrogate pairs (from a JSON record): not UTF-8
_ESCAPES = {c: f"\\u{c:04x}" for c in (0x2028, 0x2029, *range(0xD800, 0xE000))}
_ENDS_SCRIPT = re.compile(r"</script|<!--", re.IGNORECASE)


def build_page(data: Mapping[str, Any], messages: Mapping[str, Any], language: str, part: SparqlPart) -> str:
    """The page with its data, libraries, scripts and styles in line, each script and style allowed by its hash."""
    scripts = [_script(source) for source in (library(), part.script, _own_script()) if source is not None]
    styles = ["\n".join(_asset(name) for name in _STYLES)]
    template = Environment(autoescape=True, undefined=StrictUndefined).from_string(_asset("page.html"))
    return template.render(
        language=language,
        messages=messages,
        policy=_policy(scripts, styles, wasm=part.engine is not None),
        blocks=_blocks(data, part),
        scripts=[Markup(script) for script in scripts],  # our own files, checked by _script
        styles=[Markup(style) for style in styles],  # our own files
    )


def pack(text: str) -> str:
    """Text compressed and in letters that mean nothing to an HTML parser; the page's ``unpack`` undoes it."""
    return encode(gzip.compress(text.encode(), compresslevel=9, mtime=0))


def as_json(data: Mapping[str, Any]) -> str:
    """JSON that UTF-8 can hold whatever its strings contain."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def _blocks(data: Mapping[str, Any], part: SparqlPart) -> Mapping[str, str]:
    """Packed data by the id of its element."""
    world = resources.files("kg.view").joinpath("vendor", _MAP).read_bytes()
    blocks = {"data": pack(as_json(data)), "world": encode(world)}
    if part.engine is not None and part.turtle is not None:
        blocks |= {"turtle": pack(part.turtle), "engine": encode(part.engine)}
    return blocks


def _own_script() -> str:
    files = "\n".join(_asset(name) for name in _SCRIPTS)
    return f'(async () => {{\n"use strict";\n{files}}})();\n'


def _asset(name: str) -> str:
    return resources.files("kg.view").joinpath("assets", name).read_text(encoding="utf-8")


def _script(source: str) -> str:
    if _ENDS_SCRIPT.search(source):
        raise ValueError("a script of the page contains what ends a script element")
    return source


def _policy(scripts: list[str], styles: list[str], *, wasm: bool) -> str:
    """Nothing may be loaded; only these scripts and styles run; no string becomes markup (trusted types).

    vis-network needs no exception: it sets styles through the object model, which a policy does not concern.
    """
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(_hash(s) for s in scripts)}" + (" 'wasm-unsafe-eval'" if wasm else ""),
            f"style-src {' '.join(_hash(s) for s in styles)}",
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        ]
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
