from pathlib import Path

import pytest
import yaml

from kg.errors import DataError
from kg.language.profile import Collective, load_profile
from kg.language.yaml_files import DATA

PACKAGE = DATA.parent.parent
CODE = "".join(file.read_text(encoding="utf-8") for file in sorted(PACKAGE.rglob("*.py")))
FR = load_profile("fr")


def copy_with(tmp_path: Path, **changes: object) -> Path:
    """A data folder whose French profile is changed at its top level."""
    folder = tmp_path / "fr"
    folder.mkdir()
    raw = yaml.safe_load((DATA / "fr" / "profile.yaml").read_text(encoding="utf-8")) | changes
    (folder / "profile.yaml").write_text(yaml.safe_dump(raw), encoding="utf-8")
    (folder / "cues.yaml").write_text((DATA / "fr" / "cues.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "name", sorted({*FR.words, *FR.labels, *FR.functions, *FR.cues} - {"killed_nouns", "injured_nouns"})
)
def test_every_key_is_read_by_the_code(name: str) -> None:
    assert f'"{name}"' in CODE


@pytest.mark.parametrize(
    ("lemma", "form"),
    [
        ("attentat", "attentats"),
        ("signal", "signaux"),
        ("travail", "travaux"),
        ("garde à vue", "gardes à vue"),
        ("bras", "bras"),
    ],
)
def test_plurals(lemma: str, form: str) -> None:
    assert form in FR.noun_forms(lemma)
    assert lemma in FR.noun_forms(lemma)


def test_feminines_of_adjectives() -> None:
    assert "blessée" in FR.feminine_forms("blessé")
    assert "blessées" in FR.feminine_forms("blessé")
    assert FR.feminine_forms("rouge") == frozenset()


def test_collectives_know_their_plural() -> None:
    assert FR.collectives["trentaine"] == Collective(30, plural=False)
    assert FR.collectives["centaines"] == Collective(100, plural=True)


def test_light_verbs_are_single_words_that_fill_a_role() -> None:
    assert set(FR.light_verbs.values()) == {"agent", "patient"}
    assert all(verb.isalpha() for verb in FR.light_verbs)


def test_functions_are_listed_prepositions() -> None:
    assert set(FR.functions.values()) <= set(FR.prepositions.values())


@pytest.mark.parametrize("key", ["labels", "functions"])
def test_what_a_profile_lacks_is_named(tmp_path: Path, key: str) -> None:
    given = dict(yaml.safe_load((DATA / "fr" / "profile.yaml").read_text(encoding="utf-8"))[key])
    dropped = sorted(given)[0]
    del given[dropped]
    with pytest.raises(DataError, match=rf"profile\.yaml: {key}: lacks \['{dropped}'\]"):
        load_profile("fr", copy_with(tmp_path, **{key: given}))


def test_a_label_that_nothing_reads_is_refused(tmp_path: Path) -> None:
    labels = {name: sorted(found) for name, found in FR.labels.items()} | {"vocative": ["vocative"]}
    with pytest.raises(DataError, match="does not know \\['vocative'\\]"):
        load_profile("fr", copy_with(tmp_path, labels=labels))


def test_a_word_that_yaml_takes_for_a_truth_value_is_refused(tmp_path: Path) -> None:
    words = {name: sorted(found) for name, found in FR.words.items()} | {"negation": ["pas", True]}
    with pytest.raises(DataError, match=r"profile\.yaml: negation: \[True\] must be text"):
        load_profile("fr", copy_with(tmp_path, words=words))


def test_an_unknown_language_is_told_with_the_known_ones() -> None:
    with pytest.raises(DataError, match="languages found: fr"):
        load_profile("xx")
