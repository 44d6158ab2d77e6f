"""Dates and times of a text: which words say when, and which days they mean."""

from kg.extract.times.dating import date_document
from kg.extract.times.days import since
from kg.extract.times.expression import Direction, TimeExpression
from kg.extract.times.finding import find_times
from kg.extract.times.grammar import TimeGrammar, load_time_grammar

__all__ = ["Direction", "TimeExpression", "TimeGrammar", "date_document", "find_times", "load_time_grammar", "since"]
