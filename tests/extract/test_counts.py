import pytest

from kg.extract.counts import event_counts
from kg.extract.events import EventReader
from kg.extract.figures import figure
from kg.extract.triggers import build_index
from tests.extract.docs import GROUP, Cast, event_class, french, parse, reading, trigger, vocabulary, word

FIGURES = {
    "digits": ("86/NUM/nummod/morts morts/NOUN", "86"),
    "word": ("douze/NUM/nummod/morts morts/NOUN", "12"),
    "digits hung elsewhere": ("tué/VERB 86/NUM/dep/tué morts/NOUN/obj/tué", "86"),
    "une trentaine": ("une/DET/det/trentaine trentaine/NOUN/det/morts de/ADP/case/morts morts/NOUN", "~30"),
    "collective as head": ("une/DET/det/trentaine trentaine/NOUN de/ADP/case/morts morts/NOUN/nmod/trentaine", "~30"),
    "trois centaines": ("trois/NUM/nummod/centaines centaines/NOUN de/ADP/case/morts"
        " morts/NOUN/nmod/centaines", "~300"),
    "des centaines": ("des/DET/det/centaines centaines/NOUN de/ADP/case/morts morts/NOUN/nmod/centaines", None),
    "plus de": ("plus/ADV/advmod/300 de/ADP/case/300 300/NUM/nummod/morts morts/NOUN", ">300"),
    "au moins": ("au/ADP/advmod/14 moins/ADV/fixed/au 14/NUM/nummod/morts morts/NOUN", ">=14"),
    "moins de": ("moins/ADV/advmod/10 de/ADP/case/10 10/NUM/nummod/morts morts/NOUN", "<10"),
    "environ": ("environ/ADV/advmod/40 40/NUM/nummod/morts morts/NOUN", "~40"),
    "thousands with a space": ("2/NUM/nummod/500 500/NUM/nummod/morts morts/NOUN", "2500"),
    "thousands with a dot": ("2.500/NUM/nummod/morts morts/NOUN", "2500"),
    "more than thousands with a space": ("plus/ADV/dep/morts de/ADP/dep/morts 2/NUM/dep/morts"
        " 500/NUM/nummod/morts morts/NOUN", ">2500"),
    "one is no count": ("1/NUM/nummod/morts morts/NOUN", None),
    "number after the noun": ("morts/NOUN 18/NUM/nummod/morts", None),
    "none": ("les/DET/det/morts morts/NOUN", None),
}  # fmt: skip


@pytest.mark.parametrize(("table", "expected"), list(FIGURES.values()), ids=list(FIGURES))
def test_figures(table: str, expected: str | None) -> None:
    assert figure(word(parse(table), "morts"), french()) == expected


ONTOLOGY = vocabulary(
    event_class("Attack", trigger("attentat", "noun", "Attack")),
    event_class(
        "Arrest",
        trigger("arrestation", "noun"),
        trigger("arrêter", "verb"),
        counts={"patient": "arrested", "itself": "arrested"},
    ),
)
COUNTS = {
    "toll of a verb": (
        "attentat/NOUN/nsubj/fait a/AUX/aux:tense/fait fait/VERB 86/NUM/nummod/morts morts/NOUN/obj/fait"
        " et/CCONJ/cc/blessés"
        " 12/NUM/nummod/blessés blessés/NOUN/conj/morts", [("killed", "86"), ("injured", "12")],
    ),
    "toll of a relative": (
        "attentat/NOUN qui/PRON/nsubj/fait a/AUX/aux:tense/fait fait/VERB/acl:relcl/attentat 86/NUM/nummod/morts"
        " morts/NOUN/obj/fait",
        [("killed", "86")],
    ),
    "toll before the event": (
        "deux/NUM/nummod/morts morts/NOUN dans/ADP/case/attentat un/DET/det/attentat"
        " attentat/NOUN/nmod/morts", [("killed", "2")],
    ),
    "another noun is no toll": (
        "attentat/NOUN/nsubj/fait a/AUX/aux:tense/fait fait/VERB 86/NUM/nummod/dégâts dégâts/NOUN/obj/fait", [],
    ),
    "counted role": ("arrête/VERB 5/NUM/nummod/hommes hommes/NOUN/obj/arrête", [("arrested", "5")]),
    "counted noun": ("12/NUM/nummod/arrestations arrestations/NOUN", [("arrested", "12")]),
}  # fmt: skip


@pytest.mark.parametrize(("table", "expected"), list(COUNTS.values()), ids=list(COUNTS))
def test_counts_of_an_event(table: str, expected: list[tuple[str, str]]) -> None:
    doc, syntax = parse(table), french()
    reader = EventReader(ONTOLOGY, build_index(ONTOLOGY, syntax.profile), syntax, Cast({"hommes": GROUP}).owner)
    (event,) = reader.read(reading(doc))
    assert list(event_counts(event, syntax, ONTOLOGY)) == expected
