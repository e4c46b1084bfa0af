"""Which column or key holds what."""

from dataclasses import dataclass
from typing import Dict


@dataclass
class StructuredAnalysis:
    """Which column or key holds what.

    :param entity_mapping: the kind of each column, or of each key; keys of keys are joined by dots.
    """

    entity_mapping: Dict[str, str]
