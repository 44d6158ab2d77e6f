from kg.extract.happenings import is_bare
from kg.model import Factuality
from tests.extract.told import X, happening, telling


def test_a_headline_without_a_verb_takes_the_status_of_the_sentences() -> None:
    headline, sentence = telling(verbless=True), telling(1, status=Factuality.ALLEGED)
    assert happening(headline, sentence).status(headline) is Factuality.ALLEGED
    assert happening(headline, sentence, telling(2)).status(headline) is Factuality.ASSERTED
    assert happening(headline).status(headline) is Factuality.ASSERTED


def test_a_guarded_headline_keeps_its_status() -> None:
    headline = telling(verbless=True, status=Factuality.PLANNED)
    assert happening(headline, telling(1, status=Factuality.ALLEGED)).status(headline) is Factuality.PLANNED


def test_a_bare_headline_tells_of_nobody() -> None:
    title, taken_up = telling(headline=True), telling(1, definite=True)
    assert is_bare(happening(title, taken_up))
    assert not is_bare(happening(taken_up))
    assert not is_bare(happening(title, telling(1, roles={"patient": X})))
