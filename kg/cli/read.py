"""``kg read``: one document's sentences with what was read from each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from kg.model import Claim, DocumentFacts, Factuality, Span, TermKind
from kg.settings import Settings

#: colour and mark of each status; the mark says it where there is no colour
_STYLES: Mapping[Factuality, tuple[str, str]] = {
    Factuality.ASSERTED: ("green", "="),
    Factuality.ALLEGED: ("yellow", "?"),
    Factuality.PLANNED: ("blue", ">"),
    Factuality.HYPOTHETICAL: ("magenta", "~"),
    Factuality.DENIED: ("red", "x"),
}


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--rules", is_flag=True, help="Also say which rule read each claim.")
def read(file: Path, *, rules: bool) -> None:
    """Print the sentences of FILE, each with the claims that rest on it.

    Marks: = asserted, ? alleged, > planned, ~ hypothetical, x denied; @ gives the source.

    \b
    Example:
      kg read seeds/000_8a15f42e91f52e3f.txt --rules
    """
    # Here, not above: the stages bring in spaCy, which takes seconds, and no other command needs them.
    from kg.pipeline import extract_all, read_documents

    settings = Settings()
    documents, skipped, warnings = read_documents(file, settings)
    told, unread = extract_all(documents, settings)
    for line in (*(f"{s.identifier}: {s.reason}" for s in (*skipped, *unread)), *warnings):
        click.echo(line, err=True)
    console = Console(highlight=False, soft_wrap=True)
    for facts in told:
        for text in lines(facts, with_rules=rules):
            console.print(text)


def lines(facts: DocumentFacts, *, with_rules: bool = False) -> Iterator[Text]:
    """The document's sentences in text order, each followed by its claims, one a line."""
    document = facts.document
    date = f", {document.published.edtf} ({document.date_origin}, {document.date_rule})" if document.published else ""
    yield Text(f"{document.identifier}{date}", style="bold")
    names = {e.id: e.label for e in facts.entities} | {e.id: e.label for e in facts.events}
    by_sentence: dict[Span, list[Claim]] = defaultdict(list)
    for claim in facts.claims:
        by_sentence[min(e.span for e in claim.evidence)].append(claim)
    for sentence in sorted(by_sentence):
        yield Text(" ".join(document.quote(sentence).split()), style="underline")
        for claim in sorted(by_sentence[sentence], key=_order):
            yield _claim(claim, names, with_rules=with_rules)


def _order(claim: Claim) -> tuple[str, bool, str, str]:
    return claim.subject, claim.predicate != "type", claim.predicate, claim.object.value


def _claim(claim: Claim, names: Mapping[str, str], *, with_rules: bool) -> Text:
    style, mark = _STYLES[claim.factuality]
    value = names[claim.object.value] if claim.object.kind is TermKind.ENTITY else claim.object.value
    text = Text(f"  {mark} ", style=style)
    text.append(f"{names[claim.subject]} ", style="default")
    text.append(f"{claim.predicate} ", style="dim")
    text.append(value, style="default")
    if claim.sources:
        text.append(" @ " + " < ".join(names[s] for s in claim.sources), style="cyan")
    if with_rules:
        text.append("  " + ", ".join(sorted({e.rule for e in claim.evidence})), style="dim")
    return text
