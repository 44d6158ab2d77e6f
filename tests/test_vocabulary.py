"""The ontology as it ships, and what its loader refuses."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

import pytest
import yaml

from kg.errors import DataError
from kg.extract.counts import ITSELF
from kg.language.yaml_files import DATA
from kg.model import Factuality
from kg.vocabulary import ONTOLOGY, EventClass, Trigger, load_vocabulary

VOCABULARY = load_vocabulary()
EVENTS = [VOCABULARY.events[name] for name in sorted(VOCABULARY.events)]
TRIGGERS = [trigger for event in EVENTS for trigger in event.triggers["fr"]]

#: the classes of the annotation guideline
GUIDELINE = [
    "Attack", "Bombing", "Shooting", "Stabbing", "VehicleAttack", "Abduction", "Killing", "Execution", "Arrest",
    "Search", "Seizure", "Dismantling", "Deportation", "Closure", "Evacuation", "Threat", "Extortion", "Accusation",
    "Investigation", "Trial", "Conviction", "Acquittal", "Release", "Meeting", "Visit", "Agreement", "Cooperation",
    "Aid", "Request", "Rejection", "Protest", "Sanction", "Deployment", "Recruitment", "Radicalization", "Financing",
    "Travel", "Publication", "Confession", "Escape", "Appointment", "Death", "Injury",
]  # fmt: skip
PLOVER = {
    "ASSAULT", "COERCE", "THREATEN", "ACCUSE", "SANCTION", "YIELD", "CONSULT", "AGREE", "COOPERATE", "AID", "REQUEST",
    "REJECT", "PROTEST", "MOBILIZE", None,
}  # fmt: skip


def name(event: EventClass) -> str:
    return event.name


@pytest.mark.parametrize("expected", GUIDELINE)
def test_every_class_of_the_guideline_is_there(expected: str) -> None:
    assert expected in VOCABULARY.events


def test_assaults_by_means_or_outcome_are_attacks() -> None:
    kinds = ("Bombing", "Shooting", "Stabbing", "VehicleAttack", "Abduction", "Killing", "Execution")
    assert [kind for kind in kinds if not VOCABULARY.is_a(kind, "Attack")] == []


def test_is_a_follows_parents_and_only_parents() -> None:
    assert VOCABULARY.is_a("Execution", "Killing")
    assert not VOCABULARY.is_a("Attack", "Bombing")


@pytest.mark.parametrize("event", EVENTS, ids=name)
def test_class_is_complete(event: EventClass) -> None:
    assert set(event.label) == set(event.comment) == {"fr", "en"}
    assert event.plover in PLOVER
    assert len(event.triggers["fr"]) >= 10
    assert set(event.merge) <= set(event.roles)
    assert set(event.counts) <= {*event.roles, ITSELF}
    assert all(event.roles.values())


@pytest.mark.parametrize("event", EVENTS, ids=name)
def test_file_is_named_after_its_class(event: EventClass) -> None:
    file = "".join(f"_{c.lower()}" if c.isupper() else c for c in event.name).lstrip("_")
    assert (ONTOLOGY / "events" / f"{file}.yaml").is_file()


def test_there_are_nine_hundred_different_trigger_words() -> None:
    assert len({(t.lemma, t.kind) for t in TRIGGERS}) >= 900


@pytest.mark.parametrize("event", EVENTS, ids=name)
def test_trigger_roles_are_roles_of_the_class(event: EventClass) -> None:
    wrong = {t.lemma: dict(t.roles) for t in event.triggers["fr"] if not set(t.roles.values()) <= set(event.roles)}
    assert wrong == {}


def test_functions_are_known_to_the_profile() -> None:
    profile = yaml.safe_load((DATA / "fr" / "profile.yaml").read_text(encoding="utf-8"))
    known = {"subject", "object", "possessive", *profile["prepositions"].values()}
    used = {(t.lemma, f) for t in TRIGGERS for f in {*t.roles, *t.needs, *t.words}}
    assert sorted(pair for pair in used if pair[1] not in known) == []


def test_needed_types_are_entity_types() -> None:
    types = {str(kind) for kind in VOCABULARY.entities}
    assert (
        sorted((t.lemma, kind) for t in TRIGGERS for kinds in t.needs.values() for kind in kinds if kind not in types)
        == []
    )


def test_what_is_matched_in_lower_case_is_lower_case() -> None:
    texts = {text for t in TRIGGERS for text in (*t.not_in, *(w for words in t.words.values() for w in words))}
    assert sorted(text for text in texts if text != text.lower()) == []


def test_words_are_single_words() -> None:
    words = {word for t in TRIGGERS for words in t.words.values() for word in words}
    assert sorted(word for word in words if " " in word) == []


def test_apostrophes_are_straight() -> None:
    texts = {text for t in TRIGGERS for text in (t.lemma, t.names or "", *t.not_in)}
    # a curly apostrophe beside a straight twin is a second spelling, alone it would never match normalized text
    assert sorted(text for text in texts if "’" in text and text.replace("’", "'") not in texts) == []


def test_scores_are_between_nought_and_one() -> None:
    assert [t.lemma for t in TRIGGERS if not 0 < t.score <= 1] == []


def test_factuality_is_a_status() -> None:
    statuses = {status.value for status in Factuality}
    assert [t.lemma for t in TRIGGERS if t.factuality is not None and t.factuality not in statuses] == []


def test_words_that_name_the_event_stand_in_the_expression() -> None:
    assert [t.lemma for t in TRIGGERS if t.names is not None and not _names_a_part(t)] == []


def _names_a_part(trigger: Trigger) -> bool:
    return (
        f" {trigger.names} " in f" {trigger.lemma.replace(chr(39), chr(39) + ' ')} "
        or str(trigger.names) in trigger.lemma
    )


def test_expressions_open_with_a_verb_and_have_more() -> None:
    expressions = [t.lemma for t in TRIGGERS if t.kind == "expression"]
    assert [e for e in expressions if " " not in e or e.split()[0][-2:] not in ("er", "ir", "re")] == []


def test_verbs_stand_without_their_pronoun() -> None:
    assert [t.lemma for t in TRIGGERS if t.kind == "verb" and (" " in t.lemma or t.lemma.startswith("s'"))] == []


def _tests(trigger: Trigger) -> tuple[object, ...]:
    return (
        tuple(sorted(trigger.needs.items())),
        tuple((f, tuple(sorted(w))) for f, w in sorted(trigger.words.items())),
        trigger.reflexive,
    )


def test_no_entry_stands_twice_with_the_same_tests() -> None:
    counted = Counter((t.kind, t.lemma, _tests(t)) for t in TRIGGERS)
    assert sorted(key[:2] for key, count in counted.items() if count > 1) == []


def test_a_word_of_two_classes_is_told_apart_by_tests() -> None:
    """Of the classes of a word at most one may take it whatever surrounds it."""
    unconditional: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for t in TRIGGERS:
        if not t.needs and not t.words:
            for reflexive in ("required", "forbidden") if t.reflexive == "allowed" else (t.reflexive,):
                unconditional[t.kind, t.lemma, reflexive].add(t.event_class)
    # "oter la vie" takes the life of someone; with the pronoun that its first entry requires, one's own
    clashes = {key: classes for key, classes in unconditional.items() if len(classes) > 1}
    assert clashes == {}


def test_stricter_entries_of_a_class_stand_before_looser_ones() -> None:
    """Entries are tried by score, then in file order: an entry without tests must not hide one with tests."""
    hidden = []
    for event in EVENTS:
        free: dict[tuple[str, str], float] = {}
        for t in event.triggers["fr"]:
            key = (t.kind, t.lemma)
            if not t.needs and not t.words and t.reflexive == "allowed":
                free.setdefault(key, t.score)
            elif free.get(key, -1.0) >= t.score:
                hidden.append((event.name, t.lemma))
    assert hidden == []


# --- what the loader refuses -------------------------------------------------------------------------------------

EVENT = {
    "name": "Arrest", "label": {"fr": "Arrestation"}, "parent": "Event",
    "roles": {"agent": ["Person"], "patient": ["Person"]}, "triggers": {"fr": [{"noun": "arrestation"}]},
}  # fmt: skip


def _ontology(folder: Path, **changes: object) -> Path:
    (folder / "events").mkdir()
    (folder / "events" / "arrest.yaml").write_text(yaml.safe_dump({**EVENT, **changes}), encoding="utf-8")
    for file in ("entities.yaml", "relations.yaml"):
        (folder / file).write_text((ONTOLOGY / file).read_text(encoding="utf-8"), encoding="utf-8")
    return folder


def test_defaults_of_a_noun(tmp_path: Path) -> None:
    (trigger,) = load_vocabulary(_ontology(tmp_path)).events["Arrest"].triggers["fr"]
    assert dict(trigger.roles) == {"de": "patient", "par": "agent", "possessive": "patient"}


def test_null_takes_a_default_away(tmp_path: Path) -> None:
    triggers = {"fr": [{"noun": "rafle", "roles": {"de": None}}]}
    (trigger,) = load_vocabulary(_ontology(tmp_path, triggers=triggers)).events["Arrest"].triggers["fr"]
    assert "de" not in trigger.roles


@pytest.mark.parametrize(
    "changes",
    [
        {"colour": "red"},
        {"parent": "Nothing"},
        {"roles": {"victim": ["Person"]}},
        {"counts": {"patient": "eaten"}},
        {"triggers": {"fr": [{"noun": "rafle", "roles": {"de": "victim"}}]}},
        {"triggers": {"fr": [{"noun": "rafle", "verb": "rafler"}]}},
        {"triggers": {"fr": [{"noun": "rafle", "reflexive": "perhaps"}]}},
        {"triggers": {"fr": [{"noun": "rafle", "weight": 3}]}},
    ],
    ids=["key", "parent", "role", "count", "trigger role", "two kinds", "reflexive", "trigger key"],
)
def test_a_wrong_file_is_refused(tmp_path: Path, changes: dict[str, object]) -> None:
    folder = _ontology(tmp_path, **changes)
    with pytest.raises(DataError):
        load_vocabulary(folder)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    folder = _ontology(tmp_path)
    (folder / "events" / "arrest.yaml").unlink()
    with pytest.raises(DataError, match="no event class"):
        load_vocabulary(folder)
