"""One HTML file that asks nothing of the network and runs no script but its own."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from importlib import resources
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from kg.view.network import library

#: in this order, inside one function: later files use what earlier ones define
_SCRIPTS = ("dom.js", "shapes.js", "data.js", "panel.js", "legend.js", "list.js", "canvas.js", "main.js")
_STYLES = ("page.css",)
#: what an HTML parser could read as the end of a script, what old JavaScript reads as the end of a line, and halves of
#: surrogate pairs (from a JSON record), which UTF-8 cannot hold
_ESCAPES = {c: f"\\u{c:04x}" for c in (*map(ord, "<>&\u2028\u2029"), *range(0xD800, 0xE000))}
_ENDS_SCRIPT = re.compile(r"</script|<!--", re.IGNORECASE)


def build_page(data: Mapping[str, Any], messages: Mapping[str, Any], language: str) -> str:
    """The page with its data, library, scripts and styles in line, each allowed by its hash."""
    scripts = [_script(library()), _script(_own_script())]
    styles = ["\n".join(_asset(name) for name in _STYLES)]
    template = Environment(autoescape=True, undefined=StrictUndefined).from_string(_asset("page.html"))
    return template.render(
        language=language,
        messages=messages,
        policy=_policy(scripts, styles),
        data=Markup(embed(data)),  # embed leaves no character that means anything to an HTML parser
        scripts=[Markup(script) for script in scripts],  # our own files, checked by _script
        styles=[Markup(style) for style in styles],  # our own file
    )


def embed(data: Mapping[str, Any]) -> str:
    """JSON that can stand inside a ``<script type="application/json">``, whatever its strings contain."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def _own_script() -> str:
    files = "\n".join(_asset(name) for name in _SCRIPTS)
    return f'(() => {{\n"use strict";\n{files}}})();\n'


def _asset(name: str) -> str:
    return resources.files("kg.view").joinpath("assets", name).read_text(encoding="utf-8")


def _script(source: str) -> str:
    if _ENDS_SCRIPT.search(source):
        raise ValueError("a script of the page contains what ends a script element")
    return source


def _policy(scripts: list[str], styles: list[str]) -> str:
    """Nothing may be loaded; only these scripts and styles run; no string becomes markup (trusted types).

    vis-network needs no exception: it sets styles through the object model, which a policy does not concern.
    """
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(_hash(s) for s in scripts)}",
            f"style-src {' '.join(_hash(s) for s in styles)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        ]
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
