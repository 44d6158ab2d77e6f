"""The page of the named queries, made from their comments: ``python -m kg.query.listing > docs/queries.md``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable

from kg.query.named import NamedQuery, Parameter, load_queries

_INTRODUCTION = """\
# Named queries

SPARQL queries on the graph that a build writes, in `ontology/queries/*.rq`. This page is made from their comments;
after changing one, run `python -m kg.query.listing > docs/queries.md`.

From the command line, with parameters as `name=value`:

```
kg query output timeline
kg query output events-in-place-and-period place=Bruxelles since=2014 until=2016-03 --format csv
```

From Python, where the answer is a pandas DataFrame:

```python
graph = kg.load("output")
graph.query("evidence-of-event", event="attentat")
graph.query("SELECT ?name WHERE { ?x a kg:Person ; skos:prefLabel ?name }")
```

Parameters are put in as SPARQL literals, never as text: quotes, braces and line breaks in a value are harmless. Texts
are compared without regard to case. In a query of your own, `$name` is a parameter where a value is given for it. The
prefixes `dcterms`, `edtf`, `gaf`, `geo`, `kg`, `nif`, `prov`, `rdf`, `rdfs`, `schema`, `sem`, `skos` and `xsd` need no
declaration. Updates and `SERVICE` are refused: a query neither changes the graph nor leaves the machine.

A new query is a new file: its questions in French and English, its parameters, then the query, which any SPARQL tool
reads once each `$name` is replaced:

```sparql
# fr: Quelles personnes portent ce nom ?
# en: Which persons have this name?
# @param name "Martin" — partie du nom / part of the name
SELECT ?person WHERE { ?person a kg:Person ; skos:prefLabel ?label FILTER(CONTAINS(STR(?label), $name)) }
```
"""


def listing(queries: Iterable[NamedQuery]) -> str:
    """The page, in Markdown, with a section for each query."""
    return "\n".join([_INTRODUCTION, *map(_section, queries)])


def _section(query: NamedQuery) -> str:
    lines = [f"## {query.name}", "", f"*{query.answers['fr']}*", "", query.answers["en"], ""]
    if query.parameters:
        lines += ["| parameter | default | |", "|---|---|---|", *map(_row, query.parameters), ""]
    return "\n".join(lines)


def _row(parameter: Parameter) -> str:
    default = "must be given" if parameter.default is None else f"`{json.dumps(parameter.default, ensure_ascii=False)}`"
    return f"| `{parameter.name}` | {default} | {parameter.comment} |"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a text stream, when run as a program
    sys.stdout.write(listing(load_queries().values()))
