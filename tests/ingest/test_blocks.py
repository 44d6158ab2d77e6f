from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.ingest import PassageRules, load_passage_rules
from kg.ingest.blocks import find_blocks

RULES = load_passage_rules()


def cut(text: str, rules: PassageRules = RULES) -> list[str]:
    return [block.cleaned for block in find_blocks(text, 0, rules)]


def test_a_small_letter_continues_the_line_before() -> None:
    assert cut("les précautions sécuritaires\nà prendre.\nUne phrase.") == [
        "les précautions sécuritaires à prendre.",
        "Une phrase.",
    ]


def test_a_blank_line_always_divides() -> None:
    assert cut("les précautions\n\nà prendre") == ["les précautions", "à prendre"]
    assert cut("les précautions\n \u200b&nbsp;\nà prendre") == ["les précautions", "à prendre"]


def test_an_ended_sentence_is_not_continued() -> None:
    assert cut("Il est parti.\nelle aussi") == ["Il est parti.", "elle aussi"]


def test_an_address_continues_nothing() -> None:
    assert cut("Un texte sans point\nhttps://www.example.org/a\net la suite") == [
        "Un texte sans point",
        "https://www.example.org/a",
        "et la suite",
    ]


def test_every_kind_of_newline_divides() -> None:
    assert cut("Un.\rDeux.\r\nTrois.\u2028Quatre.\x0cCinq.") == ["Un.", "Deux.", "Trois.", "Quatre.", "Cinq."]


def test_a_text_that_was_filled_to_a_width_is_put_together() -> None:
    text = (
        "Le parquet de Bruxelles a ouvert une enquête lundi, a dit\n"
        "Anne Martin, sa porte-parole. Deux hommes ont été arrêtés\n"
        "Place Rogier par des agents de la zone de police de la\n"
        "Capitale.\n\n"
        "Une perquisition a été menée le même jour, selon l'agence\n"
        "Belga."
    )
    assert [len(block.split()) for block in cut(text)] == [33, 11]


def test_a_list_of_short_lines_is_not_put_together() -> None:
    assert len(cut("Participants de la réunion :\nBelgique\nFrance\nMaroc\nTunisie")) == 5


def test_a_block_of_any_length_is_cut_after_sentences() -> None:
    sentence = "Le suspect a été arrêté mardi. "
    pieces = cut(sentence * 2000)
    assert all(len(piece) <= RULES.longest_passage for piece in pieces)
    assert all(piece.endswith("mardi.") for piece in pieces)
    assert " ".join(pieces) == (sentence * 2000).strip()


def test_a_block_without_spaces_is_cut_all_the_same() -> None:
    assert "".join(cut("<" * 50_000)) == "<" * 50_000


@given(st.lists(st.sampled_from(["Un mot", "suite.", "\n", "\n\n", " ", "\u200b", "&nbsp;", "#x", "-\n"]), max_size=30))
def test_blocks_are_in_order_and_lose_no_word(parts: list[str]) -> None:
    text = "".join(parts)
    blocks = find_blocks(text, 0, RULES)
    ends = [0, *(block.end for block in blocks)]
    assert all(end <= block.begin < block.end for end, block in zip(ends, blocks, strict=False))
    for block in blocks:
        assert block.alignment.locate(0, len(block.cleaned)) == (block.begin, block.end)
    assert sum(block.cleaned.count("mot") for block in blocks) == text.count("mot")
