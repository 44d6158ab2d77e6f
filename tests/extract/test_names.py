from kg.extract.parsed import Doc
from tests.extract.docs import parse
from tests.extract.papers import marked, names_in, plain, readings

ORG, PER, LOC = "Organization", "Person", "Place"


def sees(name: str, label: str) -> Doc:
    table = f"il/PRON/nsubj/voit voit/VERB {name}/PROPN/obj/voit"
    return marked(parse(table), **{name: label})


def test_a_name_has_one_type_in_a_document() -> None:
    found = readings(sees("Zarbi", "PER"), sees("Zarbi", "PER"), sees("Zarbi", "ORG"))
    assert names_in(found) == {"Zarbi": PER}


def test_a_list_outvotes_the_model() -> None:
    assert names_in(readings(sees("Daech", "PER"), sees("Daech", "PER"))) == {"Daech": ORG}


def test_a_surname_is_a_person_because_of_the_full_name() -> None:
    full = marked(
        parse("il/PRON/nsubj/voit voit/VERB Karim/PROPN/obj/voit Zarbi/PROPN/flat:name/Karim"), Karim_Zarbi="PER"
    )
    assert names_in(readings(full, sees("Zarbi", "ORG"), sees("Zarbi", "ORG"))) == {"Karim Zarbi": PER, "Zarbi": PER}


def test_what_stands_after_a_preposition_of_place_is_no_person() -> None:
    at = parse("il/PRON/nsubj/vit vit/VERB à/ADP/case/Zarbifol Zarbifol/PROPN/obl:mod/vit")
    assert names_in(readings(marked(at, Zarbifol="PER"))) == {"Zarbifol": LOC}


def test_what_stands_after_a_preposition_that_no_person_takes_is_a_body() -> None:
    read = parse("il/PRON/nsubj/lit lit/VERB dans/ADP/case/Zarbi Tolma/PROPN/dep/Zarbi Zarbi/PROPN/obl:mod/lit")
    assert names_in(readings(marked(read, Tolma_Zarbi="PER"))) == {"Tolma Zarbi": ORG}


def test_further_occurrences_are_found_without_the_model() -> None:
    found = (*readings(sees("Zarbi", "PER")), *plain("Zarbi est parti"))
    assert names_in(found) == {"Zarbi": PER}


def test_surnames_are_found_where_only_the_full_name_was_seen() -> None:
    full = marked(
        parse("il/PRON/nsubj/voit voit/VERB Karim/PROPN/obj/voit Zarbi/PROPN/flat:name/Karim"), Karim_Zarbi="PER"
    )
    assert names_in(readings(full, parse("Zarbi/NOUN/nsubj/part part/VERB"))) == {"Karim Zarbi": PER, "Zarbi": PER}


def test_capitals_of_a_name_are_found_in_titles() -> None:
    assert names_in(readings(sees("Zarbi", "PER"), parse("ZARBI/X/nsubj/part part/VERB"))) == {
        "Zarbi": PER,
        "ZARBI": PER,
    }


def test_a_name_inside_another_word_or_address_is_none() -> None:
    found = readings(sees("Zarbi", "PER"), parse("Zarbinol/NOUN/nsubj/part www.Zarbi.be/X part/VERB"))
    assert names_in(found) == {"Zarbi": PER}


def test_a_document_without_names() -> None:
    assert names_in(plain("il part")) == {}
    assert names_in(()) == {}


def after(preposition: str, name: str, label: str) -> Doc:
    table = f"il/PRON/nsubj/vient vient/VERB {preposition}/ADP/case/{name} {name}/PROPN/obl:mod/vient"
    return marked(parse(table), **{name: label})


def test_a_known_place_that_always_stands_after_a_preposition_is_no_person() -> None:
    assert names_in(readings(after("de", "Bria", "PER"), after("entre", "Bria", "PER"))) == {"Bria": LOC}
    assert names_in(readings(after("de", "Bria", "ORG"))) == {"Bria": LOC}
    assert names_in(readings(after("de", "Zarbifol", "PER"))) == {"Zarbifol": PER}


def test_a_name_that_acts_now_and_then_keeps_its_type() -> None:
    acts = marked(parse("Bria/PROPN/nsubj/rit rit/VERB"), Bria="PER")
    assert names_in(readings(after("de", "Bria", "PER"), acts)) == {"Bria": PER}


def test_a_department_in_brackets_is_no_acronym() -> None:
    assert names_in(plain("né à Sens (Yonne), il vit")) == {"Yonne": LOC}
    assert names_in(plain("le parquet antiterroriste (Pnat), saisi")) == {"Pnat": ORG}


def test_a_noun_for_an_event_that_opens_a_sentence_is_no_name() -> None:
    verdict = parse("Verdict/PROPN attendu/VERB/acl/Verdict dimanche/NOUN/obl:mod/attendu")
    assert names_in(readings(marked(verdict, Verdict="PER"))) == {}
