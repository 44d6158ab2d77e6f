"""Settings of a build: frozen, with their units."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from kg.ingest import Fields


@dataclass(frozen=True, slots=True)
class Settings:
    """How a build reads and writes."""

    language: str = "fr"  #: ISO 639-1 of the profile that reads the text
    base_iri: str = "https://kg.example/id/"  #: of instances in RDF
    fields: Fields = field(default_factory=Fields)  #: names of columns and keys in CSV and JSON Lines
    processes: int = 1  #: most worker processes for extraction; the result does not depend on it
    #: with less text for each process (code points) a pool costs more than it saves: each worker loads the model
    characters_per_process: int = 150_000
    decisions: Path | None = None  #: decisions.yaml; None: the one beside the input, if any
    formats: tuple[str, ...] = ("graph.ttl", "graph.trig", "graph.html", "knowledge.json")

    @staticmethod
    def default_processes() -> int:
        """As many as there are cores, at most four: each holds the model (about 0.5 GB)."""
        return min(4, os.cpu_count() or 1)
