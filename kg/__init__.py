"""Reads French-language news into an evidenced knowledge graph.

>>> import kg
>>> graph = kg.build("seeds")        # or kg.load("output")
>>> graph.query("timeline")
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.api import Graph, build, load

__all__ = ["Graph", "build", "load"]


# On demand (PEP 562): every import of a room passes through this module, and a process that only extracts, or the
# command line's help, need not wait 0.7 s for pandas, networkx and rdflib. Type checkers see the names above only.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name in __all__:
            return getattr(import_module("kg.api"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
