"""Who a word names: how readers of events, sources and relations ask for the entity behind a token."""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.clusters import Cluster
from kg.extract.parsed import Token

Owner = Callable[[Token], Cluster | None]
