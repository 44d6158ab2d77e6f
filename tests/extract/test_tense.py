import pytest

from kg.extract.tense import direction_of
from kg.extract.times import Direction
from tests.extract.docs import french, parse, word


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("il/PRON/nsubj/comparaîtra comparaîtra/VERB lundi/NOUN/obl:mod/comparaîtra", Direction.FUTURE),
        ("il/PRON/nsubj/comparaît comparaît/VERB lundi/NOUN/obl:mod/comparaît", Direction.PRESENT),
        ("il/PRON/nsubj/va va/VERB fuir/VERB/xcomp/va lundi/NOUN/obl:mod/va", Direction.FUTURE),
        ("il/PRON/nsubj/fui a/AUX/aux:tense/fui fui/VERB lundi/NOUN/obl:mod/fui", Direction.PAST),
        ("procès/NOUN attendu/VERB/acl/procès mardi/NOUN/obl:mod/attendu ,/PUNCT/punct/procès"
         " verdict/NOUN/conj/procès lundi/NOUN/nmod/verdict", Direction.FUTURE),
        ("il/PRON/nsubj/fui aurait/AUX/aux:tense/fui fui/VERB dès/ADP/case/lundi lundi/NOUN/obl:mod/fui",
         Direction.PAST),
        ("il/PRON/nsubj/reçu serait/AUX/aux:pass/reçu reçu/VERB dès/ADP/case/lundi lundi/NOUN/obl:mod/reçu",
         Direction.FUTURE),
        ("X/PROPN/nsubj/parle saisi/VERB/acl/X dès/ADP/case/lundi lundi/NOUN/obl:mod/saisi ,/PUNCT/punct/saisi"
         " parle/VERB", Direction.PAST),
        ("X/PROPN/nsubj/parle attendu/VERB/acl/X dès/ADP/case/lundi lundi/NOUN/obl:mod/attendu ,/PUNCT/punct/attendu"
         " parle/VERB", Direction.FUTURE),
        ("il/PRON/nsubj/fuyait fuyait/VERB lundi/NOUN/obl:mod/fuyait", Direction.PAST),
    ],
    ids=[
        "future", "scheduled present", "going to", "compound past", "gapped", "hearsay soon after", "soon ahead",
        "participle soon after", "participle soon ahead", "imperfect",
    ],
)  # fmt: skip
def test_the_tense_of_the_clause_gives_the_direction(table: str, expected: Direction) -> None:
    doc = parse(table)
    assert direction_of(doc, french(), word(doc, "lundi").idx) is expected
