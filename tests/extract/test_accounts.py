import pytest

from kg.extract.accounts import account_giver
from kg.extract.positions import Positions
from tests.extract.docs import ORGANIZATION, PERSON, Cast, french, hung

CAST = Cast({"ministère": ORGANIZATION, "Karim": PERSON})
ACCOUNTS = {
    "what is published": ("Le/DET ministère/NOUN/nsubj/publie publie/VERB son/DET bilan/NOUN .", "ministère"),
    "what is told": ("Karim/PROPN/nsubj/retrace retrace/VERB les/DET faits/NOUN .", "Karim"),
    "over an adverb": ("Le/DET ministère/NOUN/nsubj/publie publie/VERB hier/ADV son/DET bilan/NOUN .", "ministère"),
    "another thing": ("Le/DET ministère/NOUN/nsubj/publie publie/VERB une/DET photo/NOUN .", None),
    "after a mark": ("Le/DET ministère/NOUN/nsubj/publie publie/VERB , bilan/NOUN triste/ADJ .", None),
    "to come": ("Le/DET ministère/NOUN/nsubj/publiera publiera/VERB son/DET bilan/NOUN .", None),
    "by nobody who is told of": ("Le/DET journal/NOUN/nsubj/publie publie/VERB son/DET bilan/NOUN .", None),
}


@pytest.mark.parametrize(("table", "giver"), ACCOUNTS.values(), ids=ACCOUNTS)
def test_who_gives_an_account(table: str, giver: str | None) -> None:
    doc, syntax = hung(table), french()
    found = account_giver(doc.sents[0], syntax, Positions(syntax, CAST.owner))
    assert (found.text if found is not None else None) == giver
