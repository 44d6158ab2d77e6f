"""The figures of ``weights.yaml``: what comparisons weigh, and when two entities are one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from kg.errors import DataError

_PATH = Path(__file__).with_name("weights.yaml")


@dataclass(frozen=True, slots=True)
class NameWeights:
    """What names alone say, 0 to 1; each kind is explained in ``weights.yaml``."""

    same: float
    spelling: float
    reversed: float
    swapped: float
    extended: float
    typo: float
    initial: float
    byname: float
    short: float
    acronym: float
    letters: float
    generic: float
    letter: float


@dataclass(frozen=True, slots=True)
class HappeningWeights:
    """What two events of different documents share, 0 to 1; each is explained in ``weights.yaml``."""

    link: float
    sentence: float
    event_class: float
    day: float
    period: float
    participants: Mapping[str, float]  #: by entity type
    place: float
    country: float
    figure: float
    narrow: int  #: days
    block: int


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything that ``weights.yaml`` says."""

    merge: float
    uncertain: float
    names: NameWeights
    features: Mapping[str, float]
    age_slack: int  #: years
    company: Mapping[str, float]  #: by entity type
    documents: int
    prior_documents: int
    near_days: int
    block: int
    leaders: int
    happenings: HappeningWeights


@cache
def read_weights() -> Weights:
    """The weights of this room.

    Raises:
        DataError: if the file is missing or does not have these keys.
    """
    try:
        return msgspec.yaml.decode(_PATH.read_bytes(), type=Weights)
    except (OSError, msgspec.MsgspecError) as error:
        raise DataError(f"{_PATH}: {error}") from error
