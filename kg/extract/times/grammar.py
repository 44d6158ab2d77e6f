"""The time grammar of a language, compiled from ``times.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from kg.errors import DataError
from kg.extract.times.folding import fold, fold_pattern

_KEYS = {
    "vocabularies", "digits", "fragments", "rules", "seasons", "month_parts", "year_parts", "school_return", "masks",
    "headers", "dating", "triggers",
}  # fmt: skip
_LINKS = ("never", "optional", "needed")
_SLOT = re.compile(r"\{(_?)([a-z]+\d?)(?::([a-z]+\d?))?\}")
_TOKEN = re.compile(r"[^\W_]+")
#: code points that an expression may extend from a trigger
_REACH = 45
#: letters of words that are too common to lead anywhere
_SHORT = 2
_GAP = r"(?:[ \n]{1,2})"
#: what may not follow an expression
_STOP = r"(?!\w|-\w)"
#: vocabulary of the prepositions that a rule may follow
_LINK = "link"
_WEEKDAY, _DEICTIC = "weekday", "deictic"

Value = int | str


@dataclass(frozen=True, slots=True)
class Words:
    """What a rule read: the words of its groups, as values of their vocabularies."""

    values: Mapping[str, Value]

    def int(self, name: str) -> int | None:
        """The number that was read under this name, if any."""
        value = self.values.get(name)
        return value if isinstance(value, int) else None

    def str(self, name: str) -> str | None:
        """The word's meaning, or the words themselves for a plain group, if any."""
        value = self.values.get(name)
        return value if isinstance(value, str) else None


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern, and the name of the function that reads it."""

    name: str
    read: str
    link: str
    source: str
    pattern: re.Pattern[str]
    vocabularies: Mapping[str, Mapping[str, Value]]  #: of its groups

    def words(self, folded: str, begin: int) -> Words:
        """The values at a place where the scanner found the rule."""
        found = self.pattern.match(folded, begin)
        groups = found.groupdict() if found else {}
        return Words({name: self._value(name, text) for name, text in groups.items() if text is not None})

    def _value(self, name: str, text: str) -> Value:
        words = self.vocabularies.get(name)
        if words is None:
            return text
        plain = " ".join(text.split())
        if plain in words:
            return words[plain]
        return int("".join(c for c in text if c.isdecimal()) or 0)


@dataclass(frozen=True, slots=True)
class TimeGrammar:
    """Compiled once; holds no state."""

    language: str
    rules: Mapping[str, Rule]  #: by group of the scanner
    scanner: re.Pattern[str]
    masks: re.Pattern[str]
    triggers: frozenset[str]  #: words without which there is no date
    links: Mapping[str, str]  #: preposition to its kind
    weekdays: Mapping[str, int]  #: 0 is Monday
    deictics: Mapping[str, int]  #: days from the publication
    seasons: Mapping[int, tuple[str, str]]
    month_parts: Mapping[str, tuple[int, int]]
    year_parts: Mapping[str, tuple[int, int]]
    school_return: int
    headers: tuple[tuple[str, re.Pattern[str]], ...]
    dating: Mapping[str, Rule]  #: evidence of the day of publication

    def scan(self, folded: str) -> Iterator[re.Match[str]]:
        """Every place where a rule applies, in order; only the words before and in triggers may open one."""
        done = 0
        for openings, end in self._neighbourhoods(folded):
            for at in openings:
                found = self.scanner.match(folded, at, end) if at >= done else None
                if found is not None:
                    yield found
                    done = found.end()

    def _neighbourhoods(self, folded: str) -> Iterator[tuple[list[int], int]]:
        """Where the words begin that may open an expression, up to a trigger, and where the expression must end."""
        openings: list[int] = []
        before: list[int] = []  #: words after the last trigger
        end = -1
        for token in _TOKEN.finditer(folded):
            at = token.start()
            before.append(at)
            if token[0] not in self.triggers and not token[0][0].isdecimal():
                continue
            if at - _REACH > end:
                if openings:
                    yield openings, end
                openings, before = [], [i for i in before if i >= at - _REACH]
            openings += before
            before = []
            end = token.end() + _REACH
        if openings:
            yield openings, end

    def prepare(self, text: str) -> str:
        """The text as the patterns see it: folded, links and addresses hidden; same length."""
        return self.masks.sub(lambda found: "_" * len(found[0]), fold(text))


class _Compiler:
    """Expands the templates of one file."""

    def __init__(self, raw: Mapping[str, Any], where: str) -> None:
        self.raw, self.where = raw, where
        self.words: dict[str, dict[str, Value]] = {
            name: {fold(str(form)): value for form, value in words.items()}
            for name, words in raw["vocabularies"].items()
        }

    def expand(self, template: str, vocabularies: dict[str, Mapping[str, Value]]) -> str:
        """The regular expression of a template; fills ``vocabularies`` with those of its groups."""

        def fill(slot: re.Match[str]) -> str:
            silent, name, group = slot.groups()
            if name in self.raw["fragments"]:
                return f"(?:{self.expand(self.raw['fragments'][name], vocabularies)})"
            body = self._alternatives(name)
            if silent:
                return body
            vocabularies[group or name] = self.words.get(name, {})
            return f"(?P<{group or name}>{body})"

        return _SLOT.sub(fill, template)

    def _alternatives(self, name: str) -> str:
        digits = self.raw["digits"].get(name)
        if name not in self.words and digits is None:
            known = ", ".join(sorted({*self.words, *self.raw["digits"], *self.raw["fragments"]}))
            raise DataError(f"{self.where}: no vocabulary {name!r} for a pattern; known: {known}")
        forms = sorted(self.words.get(name, {}), key=lambda form: (-len(form), form))
        options = [re.escape(form).replace(r"\ ", " ") for form in forms] + ([digits] if digits else [])
        return f"(?:{'|'.join(options)})"

    def pattern(self, template: str) -> tuple[str, dict[str, Mapping[str, Value]]]:
        """The final source of a template and the vocabularies of its groups."""
        vocabularies: dict[str, Mapping[str, Value]] = {}
        source = fold_pattern(self.expand(template, vocabularies)).replace(r"\d", "[0-9]")
        return source.replace(" ", _GAP), vocabularies

    def rule(self, entry: Mapping[str, str]) -> Rule:
        """One entry of ``rules``."""
        link = entry.get("link", "optional")
        if link not in _LINKS or not {"name", "read", "pattern"} <= set(entry):
            raise DataError(f"{self.where}: rule {entry.get('name')!r} needs name, read, pattern; link one of {_LINKS}")
        source, vocabularies = self.pattern(entry["pattern"])
        return Rule(entry["name"], entry["read"], link, source, self.regex(source + _STOP), vocabularies)

    def plain(self, name: str, template: str) -> Rule:
        """A pattern that is searched by itself."""
        source, vocabularies = self.pattern(template)
        return Rule(name, "", "never", source, self.regex(source), vocabularies)

    def regex(self, source: str) -> re.Pattern[str]:
        """Compiled, with a useful complaint."""
        try:
            return re.compile(source)
        except re.error as error:
            raise DataError(f"{self.where}: pattern {source!r}: {error}") from error

    def numbers(self, name: str) -> dict[str, int]:
        """A vocabulary whose values are numbers."""
        return {form: int(number) for form, number in self.words[name].items()}

    def triggers(self) -> frozenset[str]:
        """The words of the trigger vocabularies, but for the commonest, and the other trigger words."""
        entry = self.raw["triggers"]
        forms = [form for name in entry["vocabularies"] for form in self.words[name]]
        words = {word for form in forms for word in _TOKEN.findall(form) if len(word) > _SHORT}
        return frozenset(words | {fold(word) for word in entry["words"]})

    def scanner(self, rules: Mapping[str, Rule]) -> re.Pattern[str]:
        """One pattern that finds every rule at once, each in a group of its own."""

        def branch(group: str, rule: Rule) -> str:
            needed = "(?(link)|(?!))" if rule.link == "needed" else ""
            return f"(?P<{group}>{needed}{re.sub(r'[(][?]P<[a-z0-9]+>', '(?:', rule.source)})"

        alone = [branch(g, r) for g, r in rules.items() if r.link == "never"]
        others = [branch(g, r) for g, r in rules.items() if r.link != "never"]
        link = self.pattern("{_link}")[0]
        source = rf"(?<![\w-])(?:{'|'.join(alone)}|(?:(?P<link>{link})(?:(?<=')|{_GAP}))?(?:{'|'.join(others)}))"
        return self.regex(source + _STOP)


def _data(language: str) -> Traversable:
    folder = files("kg") / "language" / "data"
    path = folder / language / "times.yaml"
    if not path.is_file():
        known = sorted(entry.name for entry in folder.iterdir() if (entry / "times.yaml").is_file())
        raise DataError(f"no time grammar for language {language!r} in {folder}; found: {', '.join(known)}")
    return path


def compile_grammar(language: str, raw: Mapping[str, Any], where: str) -> TimeGrammar:
    """Compile the content of a ``times.yaml``.

    Raises:
        DataError: if a key is missing or unknown, or a pattern is wrong.
    """
    if set(raw) != _KEYS:
        raise DataError(f"{where}: keys must be {', '.join(sorted(_KEYS))}; differs in {sorted(set(raw) ^ _KEYS)}")
    compiler = _Compiler(raw, where)
    rules = {f"r{number}": compiler.rule(entry) for number, entry in enumerate(raw["rules"])}
    return TimeGrammar(
        language,
        rules,
        compiler.scanner(rules),
        compiler.regex("|".join(raw["masks"])),
        compiler.triggers(),
        {form: str(kind) for form, kind in compiler.words[_LINK].items()},
        compiler.numbers(_WEEKDAY),
        compiler.numbers(_DEICTIC),
        {code: (str(first), str(last)) for code, (first, last) in raw["seasons"].items()},
        {part: (first, last) for part, (first, last) in raw["month_parts"].items()},
        {part: (first, last) for part, (first, last) in raw["year_parts"].items()},
        int(raw["school_return"]),
        tuple((entry["name"], compiler.regex(compiler.pattern(entry["pattern"])[0])) for entry in raw["headers"]),
        {name: compiler.plain(name, template) for name, template in raw["dating"].items()},
    )


@cache
def load_time_grammar(language: str = "fr") -> TimeGrammar:
    """The time grammar of a language (ISO 639-1), compiled once.

    Raises:
        DataError: if there is none for the language or its file is wrong.
    """
    path = _data(language)
    return compile_grammar(language, yaml.safe_load(path.read_text(encoding="utf-8")), str(path))
