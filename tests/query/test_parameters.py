import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.query import Store, Table
from kg.query.parameters import bind

EMPTY = Store.parse("")


def value_of(sparql: str, **bindings: str | int | float | bool) -> object:
    answer = EMPTY.run(sparql, **bindings)
    assert isinstance(answer, Table)
    return answer.rows[0][0]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_text_arrives_as_it_was_given(text: str) -> None:
    assert value_of("SELECT ($x AS ?y) {}", x=text) == text


@given(st.text(alphabet="\"'\\{}$x#\n<> ?.", max_size=12))
def test_a_value_never_becomes_syntax(text: str) -> None:
    assert value_of('SELECT (CONCAT($x, "$x", \'$x\') AS ?y) {} # $x "', x=text) == text + "$x$x"


@given(st.integers(-(2**63), 2**63 - 1))
def test_integers_stay_integers(number: int) -> None:
    assert value_of("SELECT ($x AS ?y) {}", x=number) == number


@pytest.mark.parametrize("value", [True, False, 0.5])
def test_truth_values_and_floats_keep_their_type(value: float) -> None:
    assert value_of("SELECT ($x AS ?y) {}", x=value) == value


@pytest.mark.parametrize(
    "sparql",
    [
        'ASK {?s ?p "$x"}',
        "ASK {?s ?p '''a'$x'''}",
        "ASK {<http://a.example/$x> a ?o}",
        "ASK {} # $x",
        "ASK {?s a $xy}",
    ],
)
def test_words_in_texts_comments_iris_and_longer_names_are_no_parameters(sparql: str) -> None:
    with pytest.raises(QueryError, match=r"the query has no parameter \$x"):
        bind(sparql, {"x": "v"})


def test_a_comparison_is_not_taken_for_an_iri() -> None:
    assert bind("FILTER(?a<$x&&?c>1)", {"x": 2}).startswith('FILTER(?a<"2"')


def test_a_variable_without_value_stays() -> None:
    assert bind("ASK {?s ?p $x, $y}", {"y": "v"}) == 'ASK {?s ?p $x, "v"}'


@pytest.mark.parametrize(("value", "message"), [("\ud800", "is not Unicode text"), (2**64, "is beyond 64 bits")])
def test_what_rdf_cannot_hold_is_refused(value: str | int, message: str) -> None:
    with pytest.raises(QueryError, match=f"parameter x: .* {message}"):
        bind("ASK {?s ?p $x}", {"x": value})


def test_a_value_of_another_type_is_refused() -> None:
    with pytest.raises(QueryError, match="parameter x: list given; allowed are text, numbers"):
        bind("ASK {?s ?p $x}", {"x": []})  # type: ignore[dict-item]  # what an untyped caller may do
