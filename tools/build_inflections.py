"""Make the table of verb forms that ``kg.language.inflections`` reads, with verbecc (LGPL-3, a development tool only).

``python tools/build_inflections.py`` conjugates

- every verb of ``ontology/events/*.yaml`` and the verb that heads each fixed expression there,
- every verb of a list whose key ends in ``_verbs`` in ``kg/language/data/<code>/*.yaml``,
- every verb of ``--verbs FILE`` (default ``kg/language/data/<code>/verbs.txt``, whose comment tells its format),

and writes ``inflections.tsv`` beside them: ``form<TAB>lemma<TAB>tags``, sorted. ``--check`` writes nothing and fails
if the committed table differs. A verb in *-er* that verbecc does not list is conjugated like a regular one; any other
unknown verb stops the run, because a guess would be wrong.
"""

from __future__ import annotations

import argparse
import logging
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import DataError
from kg.language.inflections import TAGS
from kg.language.yaml_files import DATA, read_mapping
from kg.vocabulary import load_vocabulary

#: verbecc's mood and tense -> tag
_TAGS: Mapping[tuple[str, str], str] = {
    ("infinitif", "infinitif-présent"): "inf",
    ("indicatif", "présent"): "pres",
    ("indicatif", "imparfait"): "impf",
    ("indicatif", "passé-simple"): "past",
    ("indicatif", "futur-simple"): "fut",
    ("conditionnel", "présent"): "cond",
    ("subjonctif", "présent"): "subj",
    ("subjonctif", "imparfait"): "subj.impf",
    ("imperatif", "imperatif-présent"): "imp",
    ("participe", "participe-présent"): "part.pres",
    ("participe", "participe-passé"): "part.past",
}
_INFINITIVE = re.compile(r"[\w-]+(?:er|ir|re|ïr)$")
_PRONOUN = re.compile(r"^(?:.* )?(?:j'|qu')?")
#: ending -> a regular verb with that ending, for verbs that verbecc does not list
_REGULAR = {"ger": "manger", "cer": "placer", "yer": "employer", "er": "aimer"}

Forms = Mapping[str, set[str]]  #: form -> tags


def main() -> int:
    """Build or check the table; the exit status is 1 if the check fails."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", default="fr", help="folder below kg/language/data")
    parser.add_argument("--verbs", type=Path, help="file of more verbs (default: verbs.txt of the language)")
    parser.add_argument("--check", action="store_true", help="write nothing; fail if the table is out of date")
    options = parser.parse_args()
    folder = DATA / options.language
    verbs = read_verbs(options.verbs or folder / "verbs.txt")
    lemmas = sorted(verbs.lemmas | trigger_verbs(options.language) | cue_verbs(folder))
    table = "".join(f"{line}\n" for line in build_lines(lemmas, verbs, Conjugator(options.language)))
    target = folder / "inflections.tsv"
    if options.check:
        current = target.is_file() and target.read_text(encoding="utf-8") == table
        print(f"{target} is {'up to date' if current else 'out of date; run python tools/build_inflections.py'}")
        return 0 if current else 1
    target.write_text(table, encoding="utf-8")
    print(f"{target}: {len(lemmas):,} verbs, {table.count(chr(10)):,} forms, {len(table.encode()):,} bytes")
    return 0


@dataclass(frozen=True, slots=True)
class VerbList:
    """What a file of verbs says."""

    lemmas: frozenset[str]
    left_out: frozenset[tuple[str, str]]  #: form, lemma
    added: frozenset[tuple[str, str, str]]  #: form, lemma, tag


def read_verbs(file: Path) -> VerbList:
    """Read a list of verbs with the forms that it leaves out and adds.

    Raises:
        DataError: naming the line that holds something else.
    """
    lemmas: set[str] = set()
    left_out: set[tuple[str, str]] = set()
    added: set[tuple[str, str, str]] = set()
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        match line.split("#", 1)[0].split():
            case ["!", form, lemma]:
                left_out.add((form, lemma))
            case ["+", form, lemma, tag] if tag in TAGS:
                added.add((form, lemma, tag))
            case words if all(map(bare_verb, words)):
                lemmas |= {verb for word in words if (verb := bare_verb(word))}
            case _:
                raise DataError(
                    f"{file}:{number}: expected infinitives, '! form lemma' or '+ form lemma tag': {line!r}"
                )
    return VerbList(frozenset(lemmas), frozenset(left_out), frozenset(added))


def bare_verb(entry: str) -> str | None:
    """The infinitive that opens an entry, without its reflexive pronoun; None if the entry opens otherwise."""
    word = re.sub(r"^(?:se |s')", "", entry).split(" ")[0].split("_")[0]
    return word if _INFINITIVE.match(word) else None


def trigger_verbs(language: str) -> set[str]:
    """Verbs among the triggers of the ontology, and those that head its fixed expressions."""
    triggers = [t for event in load_vocabulary().events.values() for t in event.triggers.get(language, ())]
    return {verb for t in triggers if t.kind in ("verb", "expression") and (verb := bare_verb(t.lemma))}


def cue_verbs(folder: Path) -> set[str]:
    """Verbs of every list whose key ends in ``_verbs`` in the language's YAML files."""
    entries = (entry for file in sorted(folder.glob("*.yaml")) for entry in _verb_lists(read_mapping(file)))
    return {verb for entry in entries if (verb := bare_verb(entry))}


def _verb_lists(node: Any, inside: bool = False) -> Iterator[str]:
    if isinstance(node, str) and inside:
        yield node
    elif isinstance(node, list):
        for item in node:
            yield from _verb_lists(item, inside)
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from _verb_lists(value, inside or str(key).endswith("_verbs"))


def build_lines(lemmas: list[str], verbs: VerbList, conjugator: Conjugator) -> list[str]:
    """The table's lines, sorted by code points."""
    tags: dict[tuple[str, str], set[str]] = defaultdict(set)
    for lemma in lemmas:
        for form, found in with_new_spelling(conjugator.forms(lemma)).items():
            tags[form, lemma] |= found
    for form, lemma, tag in verbs.added:
        tags[form, lemma].add(tag)
    kept = {pair: found for pair, found in tags.items() if pair not in verbs.left_out}
    return sorted(f"{form}\t{lemma}\t{'|'.join(sorted(found))}" for (form, lemma), found in kept.items())


def with_new_spelling(forms: Forms) -> Forms:
    """Add the spellings of 1990: i and u lose their circumflex, but not in the simple past or in a twin."""
    merged = {form: set(tags) for form, tags in forms.items()}
    for form, tags in forms.items():
        kept = tags - {"past", "subj.impf"}
        bare = form.replace("î", "i").replace("û", "u")
        if bare != form and kept and form != "dû":
            merged.setdefault(bare, set()).update(kept)
    return merged


class Conjugator:
    """verbecc, reduced to simple forms; regular verbs that it does not list are conjugated by analogy."""

    def __init__(self, language: str) -> None:
        logging.disable(logging.WARNING)  # it announces its configuration on every start
        from verbecc import CompleteConjugator  # here, so that the rest can be used without it

        self._conjugator = CompleteConjugator(language)

    def forms(self, lemma: str) -> Forms:
        """Every simple form of a verb with its tags.

        Raises:
            DataError: if the verb is unknown and not in -er.
        """
        found = self._listed(lemma)
        if found is not None:
            return found
        ending = next((ending for ending in _REGULAR if lemma.endswith(ending)), None)
        if ending is None:
            raise DataError(f"verbecc does not list {lemma!r}; correct it or leave it out of the lists of verbs")
        stem, model = lemma.removesuffix(ending), _REGULAR[ending]
        like = self._listed(model)
        assert like is not None, model
        return {stem + form.removeprefix(model.removesuffix(ending)): tags for form, tags in like.items()}

    def _listed(self, lemma: str) -> Forms | None:
        data = self._conjugator.conjugate(lemma).get_data()
        if data["verb"]["predicted"] or data["verb"]["infinitive"] != lemma:
            return None  # guessed by its classifier, or found by ignoring accents
        forms: dict[str, set[str]] = defaultdict(set)
        for (mood, tense), tag in _TAGS.items():
            for person in data["moods"].get(mood, {}).get(tense, []):
                agreement = f".{person['g']}.{person['n']}" if tag == "part.past" else ""
                for form in (_PRONOUN.sub("", text) for text in person["c"]):
                    if form not in ("", "-"):
                        forms[form].add(tag + agreement)
        return forms


if __name__ == "__main__":
    sys.exit(main())
