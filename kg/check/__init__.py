"""Checks of what a build wrote: SHACL shapes, constraints over the whole graph, agreement of the files."""

from kg.check.output import check_output

__all__ = ["check_output"]
