import pytest

from tests.extract.docs import french, parse, texts, word

CASES = {
    "active": ("police/NOUN/nsubj/arrête arrête/VERB Dupont/PROPN/obj/arrête", "arrête", ["police"]),
    "passive": ("X/PROPN/nsubj:pass/tué a/AUX/aux:tense/tué été/AUX/aux:pass/tué tué/VERB", "tué", ["X"]),
    "coordinated": ("X/PROPN/nsubj/part et/CCONJ/cc/Y Y/PROPN/conj/X part/VERB", "part", ["X", "Y"]),
    "relative with qui": ("homme/NOUN qui/PRON/nsubj/fuit fuit/VERB/acl:relcl/homme", "fuit", ["homme"]),
    "relative resumed after another": (
        "voit/VERB X/PROPN/obj/voit ,/PUNCT/punct/voit que/SCONJ/mark/situe la/DET/det/police police/NOUN/nsubj/situe"
        " situe/VERB/ccomp/voit à/ADP/case/Mons Mons/PROPN/obl/situe ,/PUNCT/punct/Mons et/CCONJ/cc/paie"
        " qui/PRON/dep/paie lui/PRON/dep/paie paie/VERB/conj/situe", "paie", ["X"],
    ),
    "reduced participle": ("homme/NOUN arrêté/VERB/acl/homme hier/ADV/advmod/arrêté", "arrêté", ["homme"]),
    "fronted participle": (
        "Arrêté/VERB/advcl/comparu hier/ADV/advmod/Arrêté ,/PUNCT/punct/comparu X/PROPN/nsubj/comparu"
        " a/AUX/aux:tense/comparu comparu/VERB", "Arrêté", ["X"],
    ),
    "attributive participle": ("le/DET/det/homme homme/NOUN blessé/ADJ/amod/homme", "blessé", ["homme"]),
    "shared by coordination": (
        "X/PROPN/nsubj/tue tue/VERB Y/PROPN/obj/tue et/CCONJ/cc/fuit fuit/VERB/conj/tue", "fuit", ["X"],
    ),
    "subject control": (
        "X/PROPN/nsubj/veut veut/VERB partir/VERB/xcomp/veut", "partir", ["X"],
    ),
    "object control": (
        "X/PROPN/nsubj/force force/VERB Y/PROPN/obj/force à/ADP/mark/partir partir/VERB/xcomp/force", "partir", ["Y"],
    ),
    "control by a passive": (
        "X/PROPN/nsubj:pass/accusé est/AUX/aux:pass/accusé accusé/VERB d'/ADP/mark/tué avoir/AUX/aux:tense/tué"
        " tué/VERB/xcomp/accusé", "tué", ["X"],
    ),
    "infinitive of a noun, by its verb": (
        "X/PROPN/nsubj/a a/VERB le/DET/det/projet projet/NOUN/obj/a de/ADP/mark/fuir"
        " fuir/VERB/acl/projet", "fuir", ["X"],
    ),
    "infinitive of a noun, by its complement": (
        "projet/NOUN de/ADP/case/X X/PROPN/nmod/projet de/ADP/mark/fuir fuir/VERB/acl/projet", "fuir", ["X"],
    ),
    "adverbial infinitive": (
        "X/PROPN/nsubj/part part/VERB pour/ADP/mark/combattre combattre/VERB/advcl/part", "combattre", ["X"],
    ),
    "relative with où": ("ville/NOUN où/PRON/obl:mod/fuit X/PROPN/nsubj/fuit"
        " fuit/VERB/acl:relcl/ville", "fuit", ["X"]),
    "relative with que, subject lost": (
        "arme/NOUN que/PRON/obj/cache cache/VERB/acl:relcl/arme", "cache", [],
    ),
    "lost by the parser": (
        "X/PROPN/dep/fuit ,/PUNCT/punct/fuit hier/ADV/advmod/fuit fuit/VERB", "fuit", ["X"],
    ),
    "past a relative between commas": (
        "X/PROPN/dep/fuit ,/PUNCT/punct/dort qui/PRON/nsubj/dort dort/VERB/acl:relcl/X ,/PUNCT/punct/dort fuit/VERB",
        "fuit", ["X"],
    ),
    "not across a colon": ("X/PROPN/dep/fuit :/PUNCT/punct/fuit hier/ADV/advmod/fuit fuit/VERB", "fuit", []),
    "not after a preposition": ("à/ADP/case/X X/PROPN/dep/fuit fuit/VERB", "fuit", []),
    "no time": ("lundi/NOUN/dep/fuit fuit/VERB", "fuit", []),
    "bare name before the verb": (
        "attentat/NOUN/nsubj/dit ,/PUNCT/punct/dit X/PROPN/appos/attentat dit/VERB", "dit", ["X"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("table", "verb", "expected"), list(CASES.values()), ids=list(CASES))
def test_surface_subjects(table: str, verb: str, expected: list[str]) -> None:
    doc = parse(table)
    assert texts(french().surface_subjects(word(doc, verb))) == expected


def test_a_loop_of_verbs_ends() -> None:
    chain = "X/PROPN/nsubj/veut veut/VERB oser/VERB/xcomp/veut vouloir/VERB/xcomp/oser pouvoir/VERB/xcomp/vouloir"
    doc = parse(chain + " aller/VERB/xcomp/pouvoir finir/VERB/xcomp/aller")
    assert texts(french().surface_subjects(word(doc, "aller"))) == ["X"]
    assert french().surface_subjects(word(doc, "finir")) == []


def test_whom_a_pronoun_stands_for_is_suspected_not_who_suspects() -> None:
    doc = parse(
        "Karim/PROPN/nsubj/soupçonne le/PRON/obj/soupçonne soupçonne/VERB d'/ADP/mark/tué avoir/AUX/aux:tense/tué"
        " tué/VERB/acl/soupçonne Tom/PROPN/obj/tué ."
    )
    assert texts(french().surface_subjects(word(doc, "tué"))) == ["le"]
