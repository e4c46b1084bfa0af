"""Results of LangExtract."""

from __future__ import annotations

import logging
from typing import Any, Dict, List, Optional

from redact.presidio_analyzer.analysis_explanation import AnalysisExplanation
from redact.presidio_analyzer.recognizer_result import RecognizerResult

logger = logging.getLogger("presidio-analyzer")

lx: Any
lx_factory: Any
try:
    import langextract as lx  # type: ignore[import-not-found, no-redef, unused-ignore]
    import langextract.factory as lx_factory  # type: ignore[import-not-found, no-redef, unused-ignore]
except ImportError:
    lx = lx_factory = None

__all__ = [
    "lx",
    "lx_factory",
    "check_langextract_available",
    "extract_lm_config",
    "get_supported_entities",
    "create_reverse_entity_mapping",
    "calculate_extraction_confidence",
    "convert_langextract_to_presidio_results",
]

DEFAULT_ALIGNMENT_SCORES: Dict[str, float] = {
    "MATCH_EXACT": 0.95,
    "MATCH_FUZZY": 0.80,
    "MATCH_LESSER": 0.70,
    "NOT_ALIGNED": 0.60,
}
"""Scores by how well an extraction fits the text."""

_SCORE_WITHOUT_ALIGNMENT = 0.85


def check_langextract_available() -> None:
    """Raise ``ImportError`` if LangExtract is not installed."""
    if not lx:
        raise ImportError("LangExtract is not installed; `pip install langextract` brings it")


def extract_lm_config(config: Dict[str, Any]) -> Dict[str, Any]:
    """The section ``lm_recognizer`` of a configuration, with defaults."""
    section = config.get("lm_recognizer", {})
    defaults = {
        "supported_entities": None,
        "min_score": 0.5,
        "labels_to_ignore": [],
        "enable_generic_consolidation": True,
    }
    return {name: section.get(name, default) for name, default in defaults.items()}


def get_supported_entities(
    lm_config: Dict[str, Any], langextract_config: Dict[str, Any]
) -> Optional[List[str]]:
    """The kinds that a configuration names: the recognizer's own, else LangExtract's."""
    return lm_config.get("supported_entities") or langextract_config.get("supported_entities")


def create_reverse_entity_mapping(entity_mappings: Dict[str, str]) -> Dict[str, str]:
    """The mapping from kinds to labels."""
    return {kind: label for label, kind in entity_mappings.items()}


def calculate_extraction_confidence(
    extraction: Any, alignment_scores: Optional[Dict[str, float]] = None
) -> float:
    """The score of an extraction, by how well it fits the text."""
    status = getattr(extraction, "alignment_status", None)
    if not status:
        return _SCORE_WITHOUT_ALIGNMENT
    scores = DEFAULT_ALIGNMENT_SCORES if alignment_scores is None else alignment_scores
    written = str(status).upper()
    return next(
        (score for name, score in scores.items() if name in written), _SCORE_WITHOUT_ALIGNMENT
    )


def convert_langextract_to_presidio_results(
    langextract_result: Any,
    entity_mappings: Dict[str, str],
    supported_entities: List[str],
    enable_generic_consolidation: bool,
    recognizer_name: str,
    alignment_scores: Optional[Dict[str, float]] = None,
) -> List[RecognizerResult]:
    """The extractions as results.

    :param entity_mappings: kinds by labels in lower case.
    :param enable_generic_consolidation: whether labels that are not mapped are kept, in capitals.
    """
    results: List[RecognizerResult] = []
    for extraction in getattr(langextract_result, "extractions", None) or ():
        label = extraction.extraction_class
        kind = label if label in supported_entities else entity_mappings.get(label.lower())
        if not kind:
            if not enable_generic_consolidation:
                logger.warning("The label %s is not in entity_mappings and is dropped", label)
                continue
            kind = label.upper()
        if not extraction.char_interval:
            logger.warning("An extraction of the label %s has no place and is dropped", label)
            continue
        status = getattr(extraction, "alignment_status", None)
        metadata: Dict[str, Any] = {}
        if getattr(extraction, "attributes", None):
            metadata["attributes"] = extraction.attributes
        if status:
            metadata["alignment"] = str(status)
        score = calculate_extraction_confidence(extraction, alignment_scores)
        results.append(
            RecognizerResult(
                entity_type=kind,
                start=extraction.char_interval.start_pos,
                end=extraction.char_interval.end_pos,
                score=score,
                analysis_explanation=AnalysisExplanation(
                    recognizer=recognizer_name,
                    original_score=score,
                    textual_explanation="LangExtract extraction"
                    + (f" with {status} alignment" if status else ""),
                ),
                recognition_metadata=metadata or None,
            )
        )
    return results
