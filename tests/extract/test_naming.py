import pytest

from kg.extract.clusters import initials
from kg.extract.names import named_candidates
from kg.extract.naming import name_clusters
from kg.extract.reading import Reading
from tests.extract.docs import parse
from tests.extract.papers import lexicon, marked, plain, readings


def groups(*found: Reading) -> list[list[str]]:
    clusters = name_clusters(found, named_candidates(found, lexicon()), lexicon())
    return sorted(sorted({m.text for m in c.members}) for c in clusters)


def persons(sentence: str, *names: str) -> tuple[Reading, ...]:
    """A sentence whose words may be names of persons."""
    return readings(marked(parse(" ".join(f"{w}/X" for w in sentence.split())), **dict.fromkeys(names, "PER")))


PERSONS = {
    "surname": (("Karim Zarbi voit Tom , puis Zarbi part", "Karim_Zarbi", "Tom"), [["Karim Zarbi", "Zarbi"], ["Tom"]]),
    "two with one surname": (
        ("Karim Zarbi part puis Omar Zarbi dort et Zarbi fuit", "Karim_Zarbi", "Omar_Zarbi"),
        [["Karim Zarbi", "Zarbi"], ["Omar Zarbi"]],
    ),
    "alias": (("Karim Zarbi , alias Tolmo , part", "Karim_Zarbi", "Tolmo"), [["Karim Zarbi", "Tolmo"]]),
    "nickname": (("Karim Zarbi , surnommé Tolmo , part", "Karim_Zarbi", "Tolmo"), [["Karim Zarbi", "Tolmo"]]),
    "generations": (
        ("Luc Zarbi dort . Son père , Omar Zarbi , part , et Zarbi père ment", "Luc_Zarbi", "Omar_Zarbi", "Zarbi"),
        [["Luc Zarbi"], ["Omar Zarbi", "Zarbi"]],
    ),
    "a generation without a name of its own": (
        ("Luc Zarbi dort et Zarbi père ment", "Luc_Zarbi", "Zarbi"),
        [["Luc Zarbi"], ["Zarbi"]],
    ),
    "only a comma": (("Karim Zarbi , Tolmo , part", "Karim_Zarbi", "Tolmo"), [["Karim Zarbi"], ["Tolmo"]]),
    "case and accents": (
        ("Éric Zarbi part et Eric Zarbi dort", "Éric_Zarbi", "Eric_Zarbi"),
        [["Eric Zarbi", "Éric Zarbi"]],
    ),
}


@pytest.mark.parametrize(("text", "expected"), PERSONS.values(), ids=PERSONS)
def test_names_of_persons(text: tuple[str, ...], expected: list[list[str]]) -> None:
    assert groups(*persons(*text)) == expected


BODIES = {
    "acronym in brackets": (
        "Le Front populaire libre de Tolmo (FZQT), hier.",
        [["FZQT", "Front populaire libre de Tolmo"]],
    ),
    "entry of the list": ("L'État islamique et Daech, hier.", [["Daech", "État islamique"]]),
    "country after an acronym": ("Selon @zede_maroc et @zede hier.", [["zede", "zede_maroc"]]),
    "two bodies": ("Le parquet de Gand et le parquet de Mons.", [["parquet de Gand"], ["parquet de Mons"]]),
}


@pytest.mark.parametrize(("text", "expected"), BODIES.values(), ids=BODIES)
def test_names_of_bodies(text: str, expected: list[list[str]]) -> None:
    assert [g for g in groups(*plain(text)) if g != ["MAROC"]] == expected


SLIPS = {
    "a letter": (("Union zarbienne Tolma", "Union zarbiene Tolma"), 1),
    "another word": (("Union zarbienne Tolma", "Union tolmienne Tolma"), 2),
    "a short word": (("Union zarbienne Tol", "Union zarbienne Tal"), 2),
    "a short name": (("Union zarbienne", "Union zarbiene"), 2),
}


@pytest.mark.parametrize(("names", "number"), SLIPS.values(), ids=SLIPS)
def test_a_slip_in_a_long_name_makes_no_other_body(names: tuple[str, str], number: int) -> None:
    docs = [parse(" ".join(f"{w}/PROPN" for w in f"Selon {name} hier".split())) for name in names]
    found = readings(*(marked(doc, **{name.replace(" ", "_"): "ORG"}) for doc, name in zip(docs, names, strict=True)))
    assert len(groups(*found)) == number


def test_a_first_name_alone_joins_the_full_name() -> None:
    full = persons("Karim Zarbi part", "Karim_Zarbi")[0]
    alone = readings(full.doc, marked(parse("Karim/PROPN/nsubj/dort dort/VERB"), Karim="PER"))
    assert groups(*alone) == [["Karim", "Karim Zarbi"]]


def test_spellings_of_a_place_are_one() -> None:
    doc = marked(
        parse("vit/VERB à/ADP/case/Bruxelles Bruxelles/PROPN/obl:mod/vit puis/ADV Brussel/PROPN/obj/vit"), Brussel="LOC"
    )
    assert groups(*readings(doc)) == [["Brussel", "Bruxelles"]]


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Office central de lutte contre la fraude", "oclf"),
        ("Union européenne", "ue"),
        ("État-major des armées", "ema"),
        ("", ""),
    ],
)
def test_initials_skip_small_words(name: str, letters: str) -> None:
    assert initials(name, lexicon().small_words) == letters
