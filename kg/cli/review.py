"""``kg review``: a human looks at the pairs that nothing but a human can tell, and the answers are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import click
from rich.columns import Columns
from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from kg.cli.progress import Shown
from kg.cli.summary import one_line
from kg.model import DecisionKind, Document, DocumentFacts, Entity, MentionKind
from kg.resolve import Line, Pair, Selector, append_decisions, bind, find_decisions, read_decisions, uncertain_pairs
from kg.settings import Settings

#: sentences of each side that are shown
_SENTENCES = 3
#: characters of a sentence that are shown before and after the name
_AROUND = 160
_ANSWERS = {"s": DecisionKind.SAME, "d": DecisionKind.DIFFERENT}
_SENTENCE_ENDS = ".!?\u2026\n"


@dataclass(frozen=True, slots=True)
class _Told:
    """An in-document entity and its document."""

    entity: Entity
    document: Document


@click.command()
@click.argument("input_path", metavar="INPUT", type=click.Path(path_type=Path))
@click.option(
    "--decisions", type=click.Path(path_type=Path), help="File of decisions.  [default: INPUT/decisions.yaml]"
)
@click.option("--list", "only_list", is_flag=True, help="Print the pairs and ask nothing.")
@click.option("--by", help="Who decides.  [default: asked]")
@click.option("--on", "when", help="Day of the decisions, YYYY-MM-DD.  [default: today]")
def review(input_path: Path, decisions: Path | None, by: str | None, when: str | None, *, only_list: bool) -> None:
    """Show the pairs of INPUT that may be one person or body, and write what you decide to decisions.yaml.

    Each pair is shown with its sentences side by side. Answer s (same), d (different), k (skip: ask again next time)
    or q (quit). Every answer is written at once; kg build applies it.

    \b
    Example:
      kg review articles --list
      kg review articles --by "M. Dupont"
    """
    file = find_decisions(input_path, decisions)
    lines = read_decisions(file)
    facts = _facts(input_path)
    pairs = uncertain_pairs(facts, bind(lines, facts))
    known = {e.id: _Told(e, f.document) for f in facts for e in f.entities}
    if not pairs:
        click.echo("no pair needs a decision")
        return
    if only_list:
        for pair in pairs:
            _list(pair, known[pair.left], known[pair.right])
        return
    author = by or click.prompt("Who decides")
    done = _ask_all(pairs, known, file, author, when or _today())
    click.echo(f"{done} decisions written to {file}; {len(pairs) - done} pairs are left")


def _today() -> str:
    """The only clock of the project: when a human decided is part of what was decided."""
    return datetime.now().astimezone().date().isoformat()


def _facts(input_path: Path) -> list[DocumentFacts]:
    # Here, not above: the stages bring in spaCy, which takes seconds, and --help must not wait for it.
    from kg.pipeline import extract_all, read_documents

    settings = Settings(processes=Settings.default_processes())
    with Shown() as shown:
        documents, _, _ = read_documents(input_path, settings, shown.report)
        told, unread = extract_all(documents, settings, shown.report)
    for skipped in unread:
        click.echo(f"{skipped.identifier}: {skipped.reason}", err=True)
    return told


def _ask_all(pairs: Sequence[Pair], known: dict[str, _Told], file: Path, by: str, when: str) -> int:
    console = Console()
    done = 0
    for number, pair in enumerate(pairs, 1):
        left, right = known[pair.left], known[pair.right]
        _show(console, f"{number}/{len(pairs)}", pair, left, right)
        answer = click.prompt("[s]ame, [d]ifferent, s[k]ip or [q]uit", type=click.Choice([*_ANSWERS, "k", "q"]))
        if answer == "q":
            break
        if answer in _ANSWERS:
            why = click.prompt("Why", default="", show_default=False)
            selectors = _selector(left), _selector(right)
            append_decisions(file, [Line(_ANSWERS[answer], selectors, by, when, why)])
            done += 1
    return done


def _selector(told: _Told) -> Selector:
    """Document and name; also the position, so that no other entity of that name can be meant."""
    named = [m for m in told.entity.mentions if m.kind is MentionKind.NAMED] or list(told.entity.mentions)
    if not named:
        return Selector(id=told.entity.id)
    best = max(named, key=lambda m: (len(m.text), -m.span.begin))
    return Selector(doc=told.document.identifier, quote=" ".join(best.text.split()), at=best.span.begin)


# --- showing -------------------------------------------------------------------------------------------------------


def _show(console: Console, title: str, pair: Pair, left: _Told, right: _Told) -> None:
    console.print(Text(f"{title}  score {pair.score.value:.2f}", style="bold"))
    for part in pair.score.reason.split("; "):
        console.print(Text(f"  {part}"))
    width = max(30, console.width // 2 - 2)
    console.print(Columns([_panel(left, width), _panel(right, width)]))


def _panel(told: _Told, width: int) -> Panel:
    text = Text("\n\n").join(Text(one_line(s)) for s in _sentences(told))
    return Panel(
        text, title=Text(f"{told.entity.type.value} {one_line(told.entity.label)}"), subtitle=_where(told), width=width
    )


def _where(told: _Told) -> Text:
    published = told.document.published
    return Text(one_line(told.document.identifier) + (f", {published.edtf}" if published else ""))


def _list(pair: Pair, left: _Told, right: _Told) -> None:
    click.echo(f"{pair.score.value:.2f} {one_line(pair.score.reason)}")
    for told in (left, right):
        click.echo(f"  {told.entity.type.value} {one_line(told.entity.label)}, {_where(told)}  (id {told.entity.id})")
        for sentence in _sentences(told):
            click.echo(f"    {one_line(sentence)}")


def _sentences(told: _Told) -> list[str]:
    """The words around the first mentions, names first."""
    mentions = sorted(told.entity.mentions, key=lambda m: (m.kind is not MentionKind.NAMED, m.span.begin))
    found = dict.fromkeys(_around(told.document.text, m.span.begin, m.span.end) for m in mentions)
    return list(found)[:_SENTENCES]


def _around(text: str, begin: int, end: int) -> str:
    """From the end of the sentence before to the end of this one, not too long."""
    left = max(text.rfind(mark, max(0, begin - _AROUND), begin) + 1 for mark in _SENTENCE_ENDS)
    stops = [i + 1 for mark in _SENTENCE_ENDS if (i := text.find(mark, end, end + _AROUND)) >= 0]
    start = left or max(0, begin - _AROUND)
    return " ".join(text[start : min(stops, default=min(len(text), end + _AROUND))].split())
