"""Facts of many documents brought together into one knowledge base."""

from kg.resolve.corpus import resolve

__all__ = ["resolve"]
