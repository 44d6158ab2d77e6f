from __future__ import annotations

from tests.ingest.conftest import Make

PARAGRAPH = "Deux hommes ont été interpellés mardi à Anvers, a indiqué le parquet fédéral dans un communiqué."


def kinds(make: Make, text: str) -> str:
    """The first letters of the kinds."""
    return "".join(p.kind.value[0] for p in make(text).passages)


def test_a_line_above_a_paragraph_is_a_title(make: Make) -> None:
    assert kinds(make, f"Deux suspects arrêtés\n\n{PARAGRAPH}") == "TB"
    assert kinds(make, f"Deux suspects arrêtés\n{PARAGRAPH}\nNoms et photos\n{PARAGRAPH}") == "TBTB"


def test_labels_and_capitals_are_titles(make: Make) -> None:
    assert kinds(make, f"ENTRETIEN\nDeux suspects arrêtés à Gand\n{PARAGRAPH}") == "TTB"
    assert kinds(make, f"{PARAGRAPH}\nDEUX SUSPECTS ARRETES\n{PARAGRAPH}") == "BTB"


def test_a_question_is_a_title_only_with_blank_lines_around_it(make: Make) -> None:
    assert kinds(make, f"{PARAGRAPH}\n\nQui est-il ?\n\n{PARAGRAPH}") == "BTB"
    assert kinds(make, f"{PARAGRAPH}\n\nQui est-il ?\n{PARAGRAPH}") == "BBB"


def test_a_quoted_sentence_is_body(make: Make) -> None:
    assert kinds(make, f"{PARAGRAPH}\n\n« Pas de ça chez nous. »\n\n{PARAGRAPH}") == "BBB"


def test_bylines_datelines_captions_lists_and_sources_are_body(make: Make) -> None:
    for line in (
        "Par Anne Martin",
        "vendredi 16 novembre 2018, 11h24",
        "Mis en ligne le 12/03/2021 à 16:05",
        "Communiqué de presse – Paris, le 24 mars 2022",
        "[Photo : des agents à Gand]",
        "- une arme blanche",
        "Sources: HLN, Nieuwsblad",
    ):
        assert kinds(make, f"Un titre de presse\n\n{line}\n\n{PARAGRAPH}") == "TBB", line


def test_the_last_line_is_no_title(make: Make) -> None:
    assert kinds(make, f"{PARAGRAPH}\n\nBELGA – avec la rédaction") == "BB"
    assert kinds(make, f"{PARAGRAPH}\n\nLa rédaction\n\nLire plus...") == "BBB"
    assert make(f"{PARAGRAPH}\n\nLa rédaction\n\nLire plus...").passages[2].kind == "Boilerplate"
    assert make("Une seule ligne").passages[0].kind == "Body"


def test_a_headline_to_read_also_is_a_title(make: Make) -> None:
    assert kinds(make, f"{PARAGRAPH}\nLire aussi : Un accord à Tunis\nÀ lire aussi : Un autre") == "BTT"


def test_arabic_words_after_hashtags_are_a_post(make: Make) -> None:
    assert kinds(make, f"{PARAGRAPH}\n\n#أمن\n\nتوقيف مشتبه به في مدينة طنجة.\n\n{PARAGRAPH}") == "BPPB"
    assert kinds(make, f"{PARAGRAPH}\n\n#securite\n\n{PARAGRAPH}") == "BPB"


def test_words_above_a_signature_are_a_post(make: Make) -> None:
    signature = "— Un Journal (@un_journal) November 28, 2023"
    assert kinds(make, f"{PARAGRAPH}\n\nAlerte à la gare du Nord.\n{signature}\n\n{PARAGRAPH}") == "BPPB"
    assert kinds(make, f"{PARAGRAPH}\n\n{signature}") == "BP"
