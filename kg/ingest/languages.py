"""The language of a passage: its script first, then a classifier with few choices, else the document's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from kg.ingest.rules import PassageRules

_ARABIC_CODE = "ar"
#: ISO 639-2 for words in a script that none of the known languages is written in
_UNDETERMINED = "und"

_ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_LATIN = re.compile(r"[A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]")
_LETTER = re.compile(r"[^\W\d_]")
#: addresses, handles and hashtags are in no language
_NO_WORDS = re.compile(r"(?:https?://|www\.|pic\.\w{1,10}\.com/|[@#])\S*", re.IGNORECASE)


def is_arabic(text: str) -> bool:
    """Whether at least half of the letters are Arabic; hashtags and handles count only if there is nothing else."""
    words = _words(text)
    return 2 * len(_ARABIC.findall(words)) >= max(1, len(_LETTER.findall(words)))


def passage_language(text: str, rules: PassageRules) -> str | None:
    """The ISO 639-1 code of a passage's language, ``und`` for an unknown script, ``None`` if it is too short to tell.

    Deterministic and offline: py3langid (Lui and Baldwin 2012) with the model of its package.
    """
    if is_arabic(text):
        return _ARABIC_CODE
    words = _NO_WORDS.sub(" ", text)[: rules.sample]
    latin, letters = len(_LATIN.findall(words)), len(_LETTER.findall(words))
    if 2 * latin < letters:
        return _UNDETERMINED
    if latin < rules.letters:
        return None
    code, confidence = _identifier(rules.languages).classify(words)
    return str(code) if confidence >= rules.confidence else None


def document_language(passages: Iterable[tuple[str, str | None]], rules: PassageRules) -> str:
    """The language of most letters, from each passage's text and language; of none, the rules' own."""
    letters: Counter[str] = Counter()
    for text, language in passages:
        if language:
            letters[language] += len(_LETTER.findall(_words(text)))
    return min(letters, key=lambda code: (-letters[code], code), default=rules.language)


def _words(text: str) -> str:
    """The text without addresses, handles and hashtags, unless it is nothing else."""
    words = _NO_WORDS.sub(" ", text)
    return words if _LETTER.search(words) else text


@cache
def _identifier(languages: tuple[str, ...]) -> LanguageIdentifier:
    """The classifier, read from its package once a process."""
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(languages)
    return identifier
