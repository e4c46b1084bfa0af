"""Least scores, by kind."""

from __future__ import annotations

from typing import Dict, Mapping


def validate_score_threshold(threshold: object) -> float:
    """The threshold as a number; raises ``ValueError`` unless it lies within 0 and 1."""
    if isinstance(threshold, bool) or not isinstance(threshold, (int, float)):
        raise ValueError(f"Score threshold must be a number, got: {type(threshold).__name__}")
    if not 0.0 <= threshold <= 1.0:
        raise ValueError(f"Score threshold must be between 0.0 and 1.0, got: {threshold}")
    return float(threshold)


def normalize_score_thresholds(score_thresholds: object) -> Dict[str, float]:
    """Thresholds by kind (``default`` for all others), each validated; none means none."""
    if score_thresholds is None:
        return {}
    if not isinstance(score_thresholds, Mapping):
        raise ValueError("score_thresholds must be a mapping")
    thresholds = {}
    for entity, threshold in score_thresholds.items():
        if not isinstance(entity, str) or not entity:
            raise ValueError("the keys of score_thresholds must be names of entities")
        thresholds[entity] = validate_score_threshold(threshold)
    return thresholds
