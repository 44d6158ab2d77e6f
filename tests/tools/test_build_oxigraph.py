from __future__ import annotations

import gzip

import pytest

from tools.build_oxigraph import OUT, VERSION, as_function

MODULE = """export class Store { }
export function main() { }
function initSync(module) { }
async function __wbg_load(module, imports) {
    return fetch(module);
}
async function __wbg_init(path) {
    path = new URL('web_bg.wasm', import.meta.url);
}
export { initSync, __wbg_init as default };
"""


def test_the_glue_becomes_one_function_that_fetches_nothing() -> None:
    made = as_function(MODULE)
    assert made.startswith("/*! oxigraph")
    assert made.endswith("return { initSync, Store };\n})();\n")
    assert not any(word in made for word in ("fetch(", "import.meta", "export "))


@pytest.mark.parametrize("module", ["class Other { }", MODULE + "fetch('x')", MODULE + "\nexport let x = 1;\n"])
def test_a_package_built_otherwise_is_refused(module: str) -> None:
    with pytest.raises(ValueError, match=r"adapt tools/build_oxigraph\.py"):
        as_function(module)


def test_the_committed_engine_is_webassembly_and_its_glue_bears_the_version() -> None:
    assert gzip.decompress((OUT / f"oxigraph-{VERSION}.wasm.gz").read_bytes())[:4] == b"\0asm"
    assert f"oxigraph {VERSION}" in (OUT / f"oxigraph-{VERSION}.js").read_text(encoding="utf-8")
