"""Readers, passages with their kind and language, and near-duplicates."""

from kg.ingest.copies import copy_groups
from kg.ingest.documents import make_document
from kg.ingest.readers import read_records
from kg.ingest.records import Fields, Record, Skipped
from kg.ingest.rules import PassageRules, load_passage_rules

__all__ = [
    "Fields",
    "PassageRules",
    "Record",
    "Skipped",
    "copy_groups",
    "load_passage_rules",
    "make_document",
    "read_records",
]
