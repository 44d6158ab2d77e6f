from __future__ import annotations

from kg.cli.read import lines
from kg.model import Factuality
from tests.samples import sample_facts


def test_each_claim_stands_once_below_the_sentence_it_rests_on() -> None:
    for facts in sample_facts():
        shown = [line.plain for line in lines(facts)]
        assert sum(line.startswith("  ") for line in shown) == len(facts.claims)
        sentences = {" ".join(facts.document.quote(min(e.span for e in c.evidence)).split()) for c in facts.claims}
        assert sentences <= set(shown)


def test_a_status_is_said_by_a_mark_and_not_by_colour_alone() -> None:
    marks = {Factuality.ASSERTED: "=", Factuality.ALLEGED: "?", Factuality.DENIED: "x"}
    for facts in sample_facts():
        shown = [line.plain for line in lines(facts, with_rules=True)]
        for status, mark in marks.items():
            wanted = sum(c.factuality is status for c in facts.claims)
            assert sum(line.startswith(f"  {mark} ") for line in shown) == wanted
