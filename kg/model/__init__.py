"""The domain: frozen values, without input or output, spaCy, rdflib or networkx."""

from kg.model.claim import Claim, Evidence, Factuality, Term, TermKind
from kg.model.decision import Decision, DecisionKind
from kg.model.document import Alignment, DateOrigin, Document, Passage, PassageKind, Run
from kg.model.entity import Entity, EntityType, Link, Mention, MentionKind, Name, Surrounding
from kg.model.event import Event, EventMention
from kg.model.ids import make_id
from kg.model.knowledge import DocumentFacts, EventLink, KnowledgeBase, Merge
from kg.model.report import Report, Result, Severity
from kg.model.score import Score
from kg.model.span import Span
from kg.model.timespan import TimeSpan

__all__ = [
    "Alignment", "Claim", "DateOrigin", "Decision", "DecisionKind", "Document", "DocumentFacts", "Entity",
    "EntityType", "Event", "EventLink", "EventMention", "Evidence", "Factuality", "KnowledgeBase", "Link", "Mention",
    "MentionKind", "Merge", "Name", "Passage", "PassageKind", "Report", "Result", "Run", "Score", "Severity",
    "Span", "Surrounding", "Term", "TermKind", "TimeSpan", "make_id",
]  # fmt: skip
