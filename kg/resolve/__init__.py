"""Facts of many documents brought together into one knowledge base, and humans' decisions applied to it."""

from kg.resolve.corpus import resolve, uncertain_pairs
from kg.resolve.decisions import Line, Selector, append_decisions, find_decisions, read_decisions
from kg.resolve.groups import Pair
from kg.resolve.selectors import bind

__all__ = [
    "Line", "Pair", "Selector", "append_decisions", "bind", "find_decisions", "read_decisions", "resolve",
    "uncertain_pairs",
]  # fmt: skip
