"""Which results of a language model count, and under which kind."""

from __future__ import annotations

import logging
from typing import List, Set

from redact.presidio_analyzer.recognizer_result import RecognizerResult

logger = logging.getLogger("presidio-analyzer")

GENERIC_PII_ENTITY = "GENERIC_PII_ENTITY"

__all__ = [
    "GENERIC_PII_ENTITY",
    "filter_results_by_labels",
    "filter_results_by_score",
    "filter_results_by_entities",
    "validate_result_positions",
    "consolidate_generic_entities",
    "skip_unmapped_entities",
    "ensure_generic_entity_support",
]

Results = List[RecognizerResult]


def filter_results_by_labels(results: Results, labels_to_ignore: List[str]) -> Results:
    """The results of a kind that is not ignored, in whatever case it is written."""
    ignored = {label.lower() for label in labels_to_ignore}
    named = [result for result in results if result.entity_type]
    if len(named) < len(results):
        logger.warning("%d results of the model have no kind and are dropped", len(results) - len(named))
    return [result for result in named if result.entity_type.lower() not in ignored]


def filter_results_by_score(results: Results, min_score: float) -> Results:
    """The results with at least this score."""
    return [result for result in results if result.score >= min_score]


def filter_results_by_entities(results: Results, requested_entities: List[str]) -> Results:
    """The results of the kinds that are asked for; all if none are named."""
    if not requested_entities:
        return results
    return [result for result in results if result.entity_type in requested_entities]


def validate_result_positions(results: Results) -> Results:
    """The results that have a place."""
    placed = [one for one in results if one.start is not None and one.end is not None]
    if len(placed) < len(results):
        logger.warning("%d results of the model have no place and are dropped", len(results) - len(placed))
    return placed


def consolidate_generic_entities(
    results: Results, supported_entities: List[str], generic_entities_logged: Set[str]
) -> Results:
    """The results, those of kinds that are not supported as ``GENERIC_PII_ENTITY``.

    :param generic_entities_logged: kinds that were warned of; it is added to.
    """
    for result in results:
        kind = result.entity_type
        if kind in supported_entities:
            continue
        if kind not in generic_entities_logged:
            generic_entities_logged.add(kind)
            logger.warning(
                "The kind %s is not mapped and counts as %s; name it in entity_mappings or labels_to_ignore",
                kind,
                GENERIC_PII_ENTITY,
            )
        result.entity_type = GENERIC_PII_ENTITY
        result.recognition_metadata = {
            **(result.recognition_metadata or {}),
            "original_entity_type": kind,
        }
    return list(results)


def skip_unmapped_entities(results: Results, supported_entities: List[str]) -> Results:
    """The results of kinds that are supported."""
    kept = []
    for result in results:
        if result.entity_type in supported_entities:
            kept.append(result)
        else:
            logger.warning(
                "The kind %s is not mapped and is dropped; name it in entity_mappings or labels_to_ignore",
                result.entity_type,
            )
    return kept


def ensure_generic_entity_support(
    supported_entities: List[str], enable_generic_consolidation: bool
) -> List[str]:
    """The kinds, with ``GENERIC_PII_ENTITY`` if it is to stand for others."""
    if enable_generic_consolidation and GENERIC_PII_ENTITY not in supported_entities:
        return [*supported_entities, GENERIC_PII_ENTITY]
    return list(supported_entities)
