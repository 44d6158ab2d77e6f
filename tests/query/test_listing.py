from pathlib import Path

from kg.query import load_queries
from kg.query.listing import listing

PAGE = Path(__file__).parents[2] / "docs" / "queries.md"


def test_the_page_of_queries_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == listing(load_queries().values()), (
        "run `python -m kg.query.listing > docs/queries.md`"
    )


def test_every_query_and_parameter_is_on_the_page() -> None:
    page = listing(load_queries().values())
    for query in load_queries().values():
        assert f"## {query.name}\n" in page
        assert all(f"| `{parameter.name}` |" in page for parameter in query.parameters)
